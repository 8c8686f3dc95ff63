// Where one stands in a short row of steps; each step has its number or check and its word.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme

Item {
    id: steps

    required property list<string> labels
    // The step that is going on, counted from 0; everything before it is done.
    required property int current

    implicitHeight: row.implicitHeight
    implicitWidth: row.implicitWidth
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%2단계 가운데 %1단계: %3").arg(Math.min(current + 1, labels.length)).arg(labels.length)
        .arg(labels[Math.min(current, labels.length - 1)] ?? "")

    RowLayout {
        id: row
        width: parent.width
        spacing: 0
        uniformCellSizes: true

        Repeater {
            model: steps.labels
            ColumnLayout {
                id: step
                required property int index
                required property string modelData
                readonly property bool done: index < steps.current
                readonly property bool going: index === steps.current
                spacing: Theme.px(12)
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop

                Item {
                    Layout.fillWidth: true
                    implicitHeight: dot.height
                    Rectangle {
                        visible: step.index > 0
                        anchors { left: parent.left; right: dot.left; verticalCenter: parent.verticalCenter }
                        height: Theme.px(5)
                        color: step.done || step.going ? Theme.color.lineStrong : Theme.color.lineSoft
                    }
                    Rectangle {
                        visible: step.index < steps.labels.length - 1
                        anchors { left: dot.right; right: parent.right; verticalCenter: parent.verticalCenter }
                        height: Theme.px(5)
                        color: step.done ? Theme.color.lineStrong : Theme.color.lineSoft
                    }
                    Rectangle {
                        id: dot
                        anchors.horizontalCenter: parent.horizontalCenter
                        width: Theme.grown(70)
                        height: width
                        radius: width / 2
                        color: step.done ? Theme.color.positive : step.going ? Theme.color.accent : Theme.color.surface
                        border.width: step.done || step.going ? 0 : Theme.px(4)
                        border.color: Theme.color.lineStrong
                        Icon { visible: step.done; anchors.centerIn: parent; name: "check"; color: Theme.color.canvas; size: Theme.grown(40) }
                        Words { visible: !step.done; anchors.centerIn: parent; text: step.index + 1; look: Theme.type.support; font.weight: 700; lineHeight: 1; color: step.going ? Theme.color.accentFg : Theme.color.ink2; Accessible.ignored: true }
                    }
                }
                Words {
                    text: step.modelData
                    look: Theme.type.support
                    font.weight: step.going || step.done ? 700 : 500
                    color: step.done ? Theme.color.positive : step.going ? Theme.color.accentText : Theme.color.ink2
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
            }
        }
    }
}
