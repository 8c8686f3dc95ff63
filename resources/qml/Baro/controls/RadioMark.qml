// An empty ring, or a filled one with a check when chosen.
import QtQuick
import Baro.theme

Rectangle {
    id: mark

    required property bool chosen

    implicitWidth: Theme.grown(50)
    implicitHeight: implicitWidth
    radius: implicitWidth / 2
    color: chosen ? Theme.color.accent : Theme.color.surface
    border.width: chosen ? 0 : Theme.px(4)
    border.color: Theme.color.lineStrong
    Accessible.ignored: true

    Icon { visible: mark.chosen; anchors.centerIn: parent; name: "check"; color: Theme.color.accentFg; size: Theme.grown(32) }
}
