// One of a few choices side by side: the chosen one is dark and carries a check.
import QtQuick
import Baro.theme

ToneButton {
    id: choice

    property bool chosen: false
    property bool flat: false

    role: Accessible.RadioButton
    checkable: true
    checked: chosen
    tone: chosen ? "ink" : flat ? "text" : "secondary"
    icon: chosen ? "check" : ""
    iconSize: Theme.grown(32)
    look: Theme.type.support
    ringRadius: Theme.radius.control
    padding: Theme.px(24)
    leastHeight: Theme.px(80)
}
