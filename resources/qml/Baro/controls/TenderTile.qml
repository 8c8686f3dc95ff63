// One way to pay, or one way on: sign, chevron, name and a line that says how.
import QtQuick
import Baro.theme

Pressable {
    id: tile

    required property string text
    required property string icon
    property string detail: ""
    property string reason: ""
    property bool chevron: true

    spoken: [text, reason || detail].filter(part => part !== "").join(", ")
    enabled: reason === ""
    implicitHeight: column.implicitHeight + 2 * Theme.px(28)
    ringRadius: Theme.radius.card

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius.card
        color: tile.down || !tile.enabled ? Theme.color.sunken : Theme.color.surface
        border.width: Theme.stroke.control
        border.color: Theme.highContrast ? Theme.color.lineStrong : Theme.color.lineSoft
    }
    Icon {
        visible: tile.chevron
        anchors { right: parent.right; top: parent.top; rightMargin: Theme.px(28); topMargin: Theme.px(36) }
        name: "caret-right"
        color: Theme.color.ink3
        size: Theme.grown(36)
    }
    Column {
        id: column
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.px(36); rightMargin: Theme.px(24) }
        spacing: Theme.px(4)
        Icon { name: tile.icon; filled: true; color: tile.enabled ? Theme.color.ink : Theme.color.ink3; size: Theme.icon.button; height: size + Theme.px(18) }
        Words { width: parent.width; text: tile.text; lineHeight: 1.05; font.weight: 700; color: tile.enabled ? Theme.color.ink : Theme.color.ink3; Accessible.ignored: true }
        Words { width: parent.width; visible: text !== ""; text: tile.reason || tile.detail; look: Theme.type.support; color: tile.reason ? Theme.color.warning : Theme.color.ink3; Accessible.ignored: true }
    }
}
