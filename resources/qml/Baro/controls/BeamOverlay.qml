// The scan moment: brackets close in and the beam passes the picture once; in calm mode both stand still.
pragma ComponentBehavior: Bound
import QtQuick
import Baro.theme

Item {
    id: beam

    property bool brackets: true
    property real sweep: 0.62
    property real reach: Theme.px(12)

    function play(): void {
        if (!Theme.reducedMotion)
            passing.restart();
    }

    Accessible.ignored: true

    ParallelAnimation {
        id: passing
        NumberAnimation { target: beam; property: "sweep"; from: 0.05; to: 0.62; duration: Theme.motion.beamSweep; easing.type: Easing.OutCubic }
        NumberAnimation { target: beam; property: "reach"; from: Theme.px(24); to: Theme.px(12); duration: Theme.motion.beamSweep; easing.type: Easing.OutCubic }
    }

    Repeater {
        model: beam.brackets ? 4 : 0

        Item {
            id: corner
            required property int index
            readonly property bool rightSide: index % 2 === 1
            readonly property bool lowSide: index > 1
            readonly property int arm: Theme.px(44)
            readonly property int thick: Theme.px(6)
            x: rightSide ? beam.width + beam.reach - arm : -beam.reach
            y: lowSide ? beam.height + beam.reach - arm : -beam.reach
            width: arm
            height: arm

            Rectangle {
                width: parent.width
                height: corner.thick
                y: corner.lowSide ? parent.height - height : 0
                color: Theme.color.beam
            }
            Rectangle {
                width: corner.thick
                height: parent.height
                x: corner.rightSide ? parent.width - width : 0
                color: Theme.color.beam
            }
        }
    }

    Rectangle {
        x: -beam.reach - Theme.px(3)
        width: beam.width + 2 * (beam.reach + Theme.px(3))
        y: beam.height * beam.sweep - height / 2
        height: Theme.px(26)
        visible: !Theme.highContrast
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.faded(Theme.color.beam, 0) }
            GradientStop { position: 0.5; color: Theme.faded(Theme.color.beam, 0.35) }
            GradientStop { position: 1; color: Theme.faded(Theme.color.beam, 0) }
        }
    }
    Rectangle {
        x: -beam.reach - Theme.px(3)
        width: beam.width + 2 * (beam.reach + Theme.px(3))
        y: beam.height * beam.sweep - height / 2
        height: Theme.px(6)
        radius: height / 2
        color: Theme.color.beam
    }
}
