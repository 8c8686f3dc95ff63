// One way to receive a product: radio, icon, name, place or promise, fee and total before choosing.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Pressable {
    id: option

    required property string title
    required property string icon
    required property string fee
    required property string total
    property bool free: false
    property string place: ""
    property string note: ""
    property bool chosen: false
    // Why it cannot be chosen; it stays on the screen and says so.
    property string reason: ""

    role: Accessible.RadioButton
    checkable: true
    checked: chosen
    enabled: reason === ""
    spoken: [title, place, note, fee, total, reason].filter(part => part !== "").join(", ")
    implicitHeight: grid.implicitHeight + 2 * Theme.px(26)
    ringRadius: Theme.radius.card

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius.card
        color: option.chosen ? Theme.color.accentSoft : option.enabled ? Theme.color.surface : Theme.color.sunken
        border.width: option.chosen ? Theme.stroke.selected : Theme.stroke.control
        border.color: option.chosen ? Theme.color.accent : option.enabled ? Theme.color.lineStrong : Theme.color.lineSoft
    }
    GridLayout {
        id: grid
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.px(34); rightMargin: Theme.px(34) }
        columns: 4
        columnSpacing: Theme.px(26)
        rowSpacing: 0

        RadioMark { chosen: option.chosen; Layout.rowSpan: 3; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.px(6) }
        Icon { name: option.icon; filled: true; color: Theme.color.ink2; size: Theme.icon.tile; Layout.rowSpan: 3; Layout.alignment: Qt.AlignTop }
        Words { text: option.title; lineHeight: 1.05; font.weight: 700; color: option.enabled ? Theme.color.ink : Theme.color.ink2; Layout.fillWidth: true; Layout.columnSpan: Theme.hugeText ? 2 : 1; Accessible.ignored: true }
        Words { text: option.fee; look: Theme.type.label; font.weight: 700; lineHeight: 1.05; color: option.free && option.enabled ? Theme.color.positive : Theme.color.ink; Layout.fillWidth: Theme.hugeText; Layout.alignment: Theme.hugeText ? Qt.AlignLeft : Qt.AlignRight; Layout.columnSpan: Theme.hugeText ? 2 : 1; Accessible.ignored: true }
        Words { text: option.place; visible: text !== ""; look: Theme.type.support; font.weight: 600; color: Theme.color.ink2; Layout.fillWidth: true; Layout.columnSpan: 2; Accessible.ignored: true }
        Words { text: option.reason || option.note; look: Theme.type.support; color: option.reason ? Theme.color.warning : Theme.color.ink3; Layout.fillWidth: true; Layout.columnSpan: Theme.hugeText ? 2 : 1; Accessible.ignored: true }
        Words { text: option.total; look: Theme.type.support; font.weight: 600; color: Theme.color.ink2; Layout.fillWidth: Theme.hugeText; Layout.alignment: Theme.hugeText ? Qt.AlignLeft : Qt.AlignRight; Layout.columnSpan: Theme.hugeText ? 2 : 1; Accessible.ignored: true }
    }
}
