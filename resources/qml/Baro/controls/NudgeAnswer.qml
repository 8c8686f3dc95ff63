// One answer under a nudge.
import QtQuick
import Baro.theme

ToneButton {
    look: Theme.type.support
    ringRadius: Theme.radius.control
    iconSize: Theme.grown(36)
    padding: Theme.px(Theme.portrait ? 32 : 18)
    implicitHeight: Math.max(Theme.grown(78), Theme.target)
}
