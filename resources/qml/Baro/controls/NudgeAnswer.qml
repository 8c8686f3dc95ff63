// One answer under a nudge.
import QtQuick
import QtQuick.Layouts
import Baro.theme

ToneButton {
    look: Theme.type.support
    ringRadius: Theme.radius.control
    iconShown: Theme.portrait
    iconSize: Theme.grown(36)
    padding: Theme.px(Theme.portrait && !Theme.large ? 32 : 18)
    weight: 700
    Layout.fillWidth: true
    Layout.preferredWidth: implicitWidth
    leastHeight: Theme.px(78)
}
