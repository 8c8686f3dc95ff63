// One tool: icon and word, sunken in the dock, white on the canvas; icon above the word in large text.
import QtQuick
import QtQuick.Layouts
import Baro.theme

ToneButton {
    tone: Theme.portrait ? "sunken" : "secondary"
    look: Theme.type.support
    iconAbove: Theme.large
    iconSize: Theme.grown(38)
    weight: 600
    ringRadius: Theme.radius.control
    padding: Theme.px(Theme.compact || !Theme.portrait ? 18 : 24)
    leastHeight: Theme.px(iconAbove ? 124 : Theme.compact ? 80 : 88)
    Layout.fillWidth: true
    Layout.preferredWidth: implicitWidth
}
