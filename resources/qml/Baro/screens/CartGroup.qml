// Heading of the rows that are received the same way: how, what is promised, and the fee.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Rectangle {
    id: group

    required property KioskModels models
    required property string section

    implicitHeight: row.implicitHeight + Theme.px(28)
    topLeftRadius: Theme.radius.card
    topRightRadius: Theme.radius.card
    color: Theme.color.surface

    GridLayout {
        id: row
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.px(36); rightMargin: Theme.px(36); bottomMargin: Theme.px(8) }
        columns: Theme.hugeText ? 2 : 3
        columnSpacing: Theme.px(24)
        rowSpacing: 0
        Icon {
            name: group.section.startsWith("ship") ? "truck" : group.section.startsWith("pick") ? "storefront" : "bag"
            filled: true
            size: Theme.icon.button
        }
        ColumnLayout {
            spacing: 0
            Words { text: group.models.cart.groupTitle(group.section); font.weight: 700; lineHeight: 1; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
            Words {
                visible: text !== ""
                text: group.models.cart.groupDetail(group.section)
                look: Theme.type.support
                font.weight: 600
                color: group.models.session.online ? Theme.color.accentText : Theme.color.warning
                Layout.fillWidth: true
            }
        }
        Words { text: group.models.cart.groupFee(group.section); look: Theme.type.label; font.weight: 700; color: group.models.cart.groupFree(group.section) ? Theme.color.positive : Theme.color.ink; Layout.alignment: Qt.AlignTop; Layout.columnSpan: Theme.hugeText ? 2 : 1 }
    }
}
