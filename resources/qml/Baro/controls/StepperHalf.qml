// One half of a quantity stepper: the whole height answers, the white key inside is what is seen.
import QtQuick
import Baro.theme

Pressable {
    id: half

    required property string icon
    required property int side
    property color iconColor: Theme.color.ink

    implicitWidth: side
    implicitHeight: side
    ringRadius: Theme.radius.control

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.px(6)
        radius: Theme.radius.control - Theme.px(2)
        visible: half.enabled || Theme.highContrast
        color: half.down ? Theme.color.sunken : Theme.highContrast ? Theme.color.control : Theme.color.surface
    }

    Icon {
        anchors.centerIn: parent
        name: half.icon
        color: half.enabled ? half.iconColor : Theme.color.ink3
        size: Theme.grown(36)
        opacity: half.enabled ? 1 : 0.5
    }
}
