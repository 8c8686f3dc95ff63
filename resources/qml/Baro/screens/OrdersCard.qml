// What is shipped or picked up later: what, how, and the order's number.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls

Card {
    id: card

    required property list<var> lines
    required property string number
    readonly property int count: lines.length

    ColumnLayout {
        width: parent.width
        spacing: Theme.px(16)

        GridLayout {
            columns: Theme.hugeText ? 1 : 2
            Words { text: qsTr("주문번호"); look: Theme.type.label; color: Theme.color.ink2; Layout.fillWidth: true }
            Words { text: card.number; font.weight: 800; tabular: true }
        }
        Repeater {
            model: card.lines
            RowLayout {
                id: order
                required property var modelData
                spacing: Theme.px(20)
                Icon { name: order.modelData.icon; filled: true; color: Theme.color.ink2; size: Theme.icon.button; Layout.alignment: Qt.AlignTop }
                ColumnLayout {
                    spacing: 0
                    Words { text: order.modelData.name; look: Theme.type.label; lineHeight: 1.05; font.weight: 700; Layout.fillWidth: true }
                    Words { text: order.modelData.way; look: Theme.type.support; lineHeight: 1.05; color: Theme.color.ink2; Layout.fillWidth: true }
                    Words { visible: text !== ""; text: order.modelData.how; look: Theme.type.support; lineHeight: 1.05; color: Theme.color.accentText; Layout.fillWidth: true }
                }
            }
        }
    }
}
