// The one filled button of a screen. Disabled it says why; busy it turns and says what it is doing.
import QtQuick
import Baro.theme

ToneButton {
    id: primary

    property bool busy: false
    // What is missing, shown in the button while it cannot be pressed.
    property string reason: ""
    property string label: ""
    property bool ready: reason === ""
    property bool arrow: false

    tone: "primary"
    text: ready ? label : reason
    enabled: ready && !busy
    guarded: true
    look: ready ? Theme.type.action : Theme.type.body
    icon: busy ? "arrows-clockwise" : ""
    trailingIcon: arrow && ready && !busy ? "arrow-right" : ""
    iconSize: Theme.icon.button
    leastHeight: Theme.primaryHeight
}
