// The coupons and partners' cards in the cart: what each takes off or waits for, and a way to do without it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Card {
    id: list

    required property BenefitsViewModel benefits

    visible: benefits.count > 0
    Layout.fillWidth: true
    Layout.maximumWidth: Theme.px(984)
    Layout.alignment: Qt.AlignHCenter

    ColumnLayout {
        width: parent.width
        spacing: Theme.px(28)
        Repeater {
            model: list.benefits.rows
            GridLayout {
                id: row
                required property string key
                required property string kind
                required property string icon
                required property string name
                required property string detail
                required property string amount
                columns: Theme.hugeText || Theme.compact ? 2 : 4
                columnSpacing: Theme.px(24)
                rowSpacing: Theme.px(12)
                Layout.fillWidth: true

                Rectangle {
                    implicitWidth: Theme.grown(66)
                    implicitHeight: implicitWidth
                    radius: width / 2
                    color: row.amount !== "" ? Theme.color.promoFill : Theme.color.control
                    Icon { anchors.centerIn: parent; name: row.icon; filled: true; size: parent.width * 0.55; color: row.amount !== "" ? Theme.color.promoFg : Theme.color.ink2 }
                }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true
                    Words { text: row.name; look: Theme.type.label; font.weight: 700; lineHeight: 1.05; Layout.fillWidth: true }
                    Words { text: row.detail; look: Theme.type.support; color: Theme.color.ink2; Layout.fillWidth: true }
                }
                Words { visible: text !== ""; text: row.amount; look: Theme.type.body; font.weight: 700; tabular: true; color: Theme.color.promo; Layout.columnSpan: row.columns === 2 ? 2 : 1; Layout.alignment: Qt.AlignRight }
                SecondaryButton {
                    objectName: "removeBenefit_" + row.key
                    text: qsTr("빼기")
                    icon: "trash"
                    look: Theme.type.label
                    hint: row.name
                    Layout.columnSpan: row.columns === 2 ? 2 : 1
                    Layout.alignment: Qt.AlignRight
                    onActivated: list.benefits.remove(row.kind, row.key)
                }
            }
        }
    }
}
