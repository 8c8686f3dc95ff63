// X1: the name, the beam, and which step of starting is going on; after 20 s it says what it waits for.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Item {
    id: screen

    property KioskModels models: null
    property string startingStep: models ? models.session.startingStep : ""
    property int seconds: 0
    readonly property int place: ({data: 0, devices: 1, settling: 2, ready: 3})[startingStep] ?? 0
    readonly property string words: [qsTr("상품 정보를 읽고 있어요"), qsTr("기기를 확인하고 있어요"),
        qsTr("지난 결제를 확인하고 있어요"), qsTr("곧 시작해요")][place]
    readonly property bool slow: seconds >= 20

    onStartingStepChanged: seconds = 0

    Rectangle { anchors.fill: parent; color: Theme.color.canvas }
    Timer { interval: 1000; repeat: true; running: screen.visible; onTriggered: screen.seconds++ }

    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.page
        spacing: Theme.px(40)

        Wordmark { look: Theme.type.display; Layout.alignment: Qt.AlignHCenter }
        Item {
            implicitHeight: Theme.px(6)
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.px(560)
            Layout.alignment: Qt.AlignHCenter
            Accessible.ignored: true
            Rectangle { anchors.fill: parent; radius: height / 2; color: Theme.color.line }
            Rectangle { width: parent.width * Math.max(0.06, screen.place / 3); height: parent.height; radius: height / 2; color: Theme.color.beam }
        }
        Words { text: screen.words; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
        StepDots {
            labels: [qsTr("상품 정보"), qsTr("기기"), qsTr("결제 확인")]
            current: screen.place
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.px(900)
            Layout.alignment: Qt.AlignHCenter
        }
        Words {
            text: screen.slow ? qsTr("%1초째 기다리고 있어요. 직원을 불러 주세요").arg(screen.seconds) : qsTr("%1초").arg(screen.seconds)
            look: Theme.type.label
            font.weight: 500
            tabular: true
            color: screen.slow ? Theme.color.warning : Theme.color.ink3
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
