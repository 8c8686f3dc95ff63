// A button that is only a sign (back, close, up, down): the sign has a spoken name.
import QtQuick
import Baro.theme

Pressable {
    id: button

    required property string icon
    property string tone: "secondary"
    property color iconColor: !enabled ? Theme.color.ink3 : tone === "panel" ? Theme.staff.panelInk : Theme.color.ink
    property int iconSize: Theme.icon.inline

    implicitWidth: Math.max(Theme.grown(76), Theme.target)
    implicitHeight: implicitWidth
    ringRadius: Theme.radius.control

    Rectangle {
        anchors.fill: parent
        radius: button.ringRadius
        opacity: button.enabled ? 1 : 0.5
        color: button.tone === "sunken" ? Theme.color.control
            : button.tone === "panel" ? Theme.staff.panelControl : Theme.color.surface
        border.width: button.tone === "secondary" || Theme.highContrast ? Theme.stroke.control : 0
        border.color: Theme.highContrast ? Theme.color.lineStrong : Theme.color.lineSoft
    }

    Icon {
        anchors.centerIn: parent
        name: button.icon
        color: button.iconColor
        size: button.iconSize
        opacity: button.enabled ? 1 : 0.6
    }
}
