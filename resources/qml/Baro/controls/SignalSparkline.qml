// The last samples of one measure on a fixed scale; a missing sample (NaN) is a gap.
import QtQuick
import QtQuick.Shapes
import Baro.theme

Item {
    id: spark

    required property list<real> samples
    property real least: 0
    property real most: 1
    property color ink: Theme.color.accent
    property int places: Math.max(2, samples.length)

    readonly property var runs: {
        const found = [];
        let run = [];
        for (let i = 0; i < samples.length; i++) {
            if (isNaN(samples[i])) {
                if (run.length > 1)
                    found.push(run);
                run = [];
                continue;
            }
            const share = Math.max(0, Math.min(1, (samples[i] - least) / Math.max(1e-9, most - least)));
            run.push(Qt.point(i * width / (places - 1), height - Theme.px(3) - share * (height - Theme.px(6))));
        }
        if (run.length > 1)
            found.push(run);
        return found;
    }

    implicitHeight: Theme.px(70)
    implicitWidth: Theme.px(200)
    Accessible.ignored: true

    Shape {
        anchors.fill: parent
        antialiasing: true
        ShapePath {
            strokeColor: "transparent"
            strokeWidth: -1
            fillColor: Theme.faded(spark.ink, 0.13)
            PathMultiline {
                paths: spark.runs.map(run => [Qt.point(run[0].x, spark.height), ...run, Qt.point(run[run.length - 1].x, spark.height), Qt.point(run[0].x, spark.height)])
            }
        }
        ShapePath {
            strokeColor: spark.ink
            strokeWidth: Theme.px(4)
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            capStyle: ShapePath.RoundCap
            PathMultiline { paths: spark.runs }
        }
    }
}
