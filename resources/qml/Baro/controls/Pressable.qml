// Anything that answers a touch or a key: role, name, guard against double taps, focus ring, press feedback.
import QtQuick
import Baro.theme

Item {
    id: pressable

    required property string spoken
    property string hint: ""
    property int role: Accessible.Button
    property bool checkable: false
    property bool checked: false
    // Money and delete: no touch either for a moment after the control appears.
    property bool guarded: false
    // Keys that are meant to be struck quickly, one after another.
    property bool rapid: false
    property bool shrinks: true
    property real ringRadius: Theme.radius.button
    readonly property bool down: touch.pressed && touch.containsMouse

    signal activated()

    function press(): void {
        if (!enabled || rest.running)
            return;
        if (!rapid)
            rest.restart();
        activated();
    }

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    activeFocusOnTab: enabled
    scale: down && shrinks ? 0.98 : 1
    Accessible.role: role
    Accessible.name: spoken
    Accessible.description: hint
    Accessible.focusable: true
    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.onPressAction: pressable.press()
    Keys.onReturnPressed: pressable.press()
    Keys.onEnterPressed: pressable.press()
    Keys.onSpacePressed: pressable.press()
    onVisibleChanged: if (visible && guarded) rest.restart()
    Component.onCompleted: if (guarded) rest.restart()

    Behavior on scale { NumberAnimation { duration: Theme.motion.press; easing.type: Easing.OutCubic } }

    Timer { id: rest; interval: Theme.guardMs }

    MouseArea {
        id: touch
        anchors.fill: parent
        onClicked: pressable.press()
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.px(9)
        z: 10
        radius: pressable.ringRadius + Theme.px(9)
        visible: pressable.activeFocus
        color: "transparent"
        border.width: Theme.px(6)
        border.color: Theme.color.accent
    }
}
