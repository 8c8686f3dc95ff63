// Remaining time as a ring around its seconds.
import QtQuick
import QtQuick.Shapes
import Baro.theme

Item {
    id: ring

    required property int seconds
    required property int total
    property int side: Theme.grown(232)
    property real thickness: side * 0.075
    property TypeStyle look: Theme.type.amount

    implicitWidth: side
    implicitHeight: side
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1초 남았어요").arg(seconds)

    Shape {
        anchors.fill: parent
        antialiasing: true
        ShapePath {
            strokeWidth: ring.thickness
            strokeColor: Theme.highContrast ? Theme.color.sunken : Theme.color.line
            fillColor: "transparent"
            PathAngleArc { centerX: ring.width / 2; centerY: ring.height / 2; radiusX: (ring.width - ring.thickness) / 2; radiusY: radiusX; startAngle: 0; sweepAngle: 360 }
        }
        ShapePath {
            strokeWidth: ring.seconds > 0 ? ring.thickness : 0
            strokeColor: Theme.color.accent
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathAngleArc { centerX: ring.width / 2; centerY: ring.height / 2; radiusX: (ring.width - ring.thickness) / 2; radiusY: radiusX; startAngle: -90; sweepAngle: Math.max(0.01, Math.min(360, 360 * ring.seconds / Math.max(1, ring.total))) }
        }
    }
    Words {
        anchors.centerIn: parent
        text: ring.seconds
        look: ring.look
        lineHeight: 1
        tabular: true
        font.pixelSize: Math.min(ring.look.px, ring.side * 0.42)
        font.weight: 800
        Accessible.ignored: true
    }
}
