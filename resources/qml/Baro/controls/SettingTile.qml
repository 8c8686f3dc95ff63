// A display setting: sign above its word; on, it is dark and carries a check.
import QtQuick
import Baro.theme

ToneButton {
    id: tile

    property bool chosen: false

    role: Accessible.CheckBox
    checkable: true
    checked: chosen
    tone: chosen ? "ink" : "secondary"
    iconAbove: true
    iconSize: Theme.icon.tile
    padding: Theme.px(16)
    leastHeight: Theme.px(186)

    Icon {
        visible: tile.chosen
        anchors { right: parent.right; top: parent.top; margins: Theme.px(14) }
        name: "check-circle"
        filled: true
        color: Theme.color.canvas
    }
}
