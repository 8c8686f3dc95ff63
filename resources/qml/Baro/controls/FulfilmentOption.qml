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
    // Without room beside the title, fee and total stand under it.
    readonly property bool narrow: Theme.hugeText || width < Theme.px(640)

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

        RadioMark { chosen: option.chosen; Layout.row: 0; Layout.column: 0; Layout.rowSpan: 5; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.px(6) }
        Icon { visible: !option.narrow || Theme.hugeText; name: option.icon; filled: true; color: Theme.color.ink2; size: Theme.icon.tile; Layout.row: 0; Layout.column: 1; Layout.rowSpan: 5; Layout.alignment: Qt.AlignTop }
        Words { text: option.title; lineHeight: 1.05; font.weight: 700; color: option.enabled ? Theme.color.ink : Theme.color.ink2; Layout.row: 0; Layout.column: 2; Layout.columnSpan: option.narrow ? 2 : 1; Layout.fillWidth: true; Accessible.ignored: true }
        Words { text: option.fee; look: Theme.type.label; font.weight: 700; lineHeight: 1.05; color: option.free && option.enabled ? Theme.color.positive : Theme.color.ink; Layout.row: option.narrow ? 3 : 0; Layout.column: option.narrow ? 2 : 3; Layout.columnSpan: Theme.hugeText ? 2 : 1; Layout.fillWidth: option.narrow; Layout.alignment: option.narrow ? Qt.AlignLeft : Qt.AlignRight | Qt.AlignTop; Accessible.ignored: true }
        Words { text: option.place; visible: text !== ""; look: Theme.type.support; font.weight: 600; color: Theme.color.ink2; Layout.row: 1; Layout.column: 2; Layout.columnSpan: 2; Layout.fillWidth: true; Accessible.ignored: true }
        Words { text: option.reason || option.note; visible: text !== "" || !option.narrow; look: Theme.type.support; color: option.reason ? Theme.color.warning : Theme.color.ink3; Layout.row: 2; Layout.column: 2; Layout.columnSpan: option.narrow ? 2 : 1; Layout.fillWidth: true; Accessible.ignored: true }
        Words { text: option.total; look: Theme.type.support; font.weight: 600; color: Theme.color.ink2; Layout.row: Theme.hugeText ? 4 : option.narrow ? 3 : 2; Layout.column: Theme.hugeText ? 2 : 3; Layout.columnSpan: Theme.hugeText ? 2 : 1; Layout.fillWidth: Theme.hugeText; Layout.alignment: Theme.hugeText ? Qt.AlignLeft : Qt.AlignRight | Qt.AlignBottom; Accessible.ignored: true }
    }
}
