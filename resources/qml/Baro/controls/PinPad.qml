// Digits for staff: a PIN shows as dots only; the order of the digits comes from Python (shuffled or fixed).
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme

ColumnLayout {
    id: pad

    required property list<string> digits
    required property int filled
    property int length: 6
    property string prompt: ""
    property string problem: ""
    property bool dotted: true

    signal digitPressed(string digit)
    signal erased()
    signal cleared()

    function shake(): void { if (!Theme.reducedMotion) shaking.restart(); }

    onProblemChanged: if (problem) shake()
    spacing: Theme.px(24)

    Words { visible: text !== ""; text: pad.prompt; font.weight: 700; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
    Row {
        id: dots
        visible: pad.dotted
        property real shift: 0
        spacing: Theme.px(30)
        transform: Translate { x: dots.shift }
        Layout.alignment: Qt.AlignHCenter
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("%2자리 가운데 %1자리를 눌렀어요").arg(pad.filled).arg(pad.length)
        Repeater {
            model: pad.length
            Rectangle {
                required property int index
                width: Theme.px(40)
                height: width
                radius: width / 2
                color: index < pad.filled ? Theme.color.ink : Theme.color.surface
                border.width: Theme.px(4)
                border.color: index < pad.filled ? Theme.color.ink : Theme.color.lineStrong
            }
        }
        SequentialAnimation {
            id: shaking
            loops: 2
            NumberAnimation { target: dots; property: "shift"; to: Theme.px(14); duration: Theme.motion.press }
            NumberAnimation { target: dots; property: "shift"; to: 0; duration: Theme.motion.press }
        }
    }
    Words { visible: text !== ""; text: pad.problem; look: Theme.type.label; color: Theme.color.negative; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Accessible.role: Accessible.AlertMessage }
    GridLayout {
        columns: 3
        columnSpacing: Math.max(Theme.px(18), Theme.gap)
        rowSpacing: columnSpacing
        uniformCellWidths: true
        Layout.fillWidth: true

        Repeater {
            model: 12
            Pressable {
                id: key
                required property int index
                readonly property string digit: index < 9 ? (pad.digits[index] ?? "") : index === 10 ? (pad.digits[9] ?? "") : ""
                objectName: digit ? "pin_" + digit : index === 9 ? "pinClear" : "pinErase"
                spoken: digit || (index === 9 ? qsTr("모두 지움") : qsTr("한 자리 지움"))
                rapid: true
                ringRadius: Theme.radius.control
                implicitHeight: Math.max(Theme.px(Theme.portrait ? 132 : 96), Theme.target)
                Layout.fillWidth: true
                onActivated: digit ? pad.digitPressed(digit) : index === 9 ? pad.cleared() : pad.erased()

                Rectangle {
                    anchors.fill: parent
                    visible: key.digit !== "" || Theme.highContrast
                    radius: Theme.radius.control
                    color: key.down ? Theme.color.sunken : Theme.color.control
                    border.width: Theme.highContrast ? Theme.stroke.control : 0
                    border.color: Theme.color.lineStrong
                }
                Words { visible: key.index !== 11; anchors.centerIn: parent; text: key.digit || key.spoken; look: key.digit ? Theme.type.heading : Theme.type.utility; lineHeight: 1; color: key.digit ? Theme.color.ink : Theme.color.ink2; Accessible.ignored: true }
                Icon { visible: key.index === 11; anchors.centerIn: parent; name: "backspace"; color: Theme.color.ink2; size: Theme.icon.button }
            }
        }
    }
}
