// D2: what the camera sees and reads, now.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

StaffPage {
    id: screen

    readonly property CameraViewModel camera: models.camera

    dark: true
    heading: qsTr("카메라 해독")
    lane: camera.station
    clock: camera.clock
    before: IconButton { objectName: "back"; icon: "arrow-left"; spoken: qsTr("기기 점검으로"); tone: "panel"; onActivated: screen.models.navigator.back() }
    controls: Rectangle {
        visible: screen.camera.offered && screen.camera.condition !== ""
        implicitWidth: state.implicitWidth + 2 * Theme.px(26)
        implicitHeight: state.implicitHeight + 2 * Theme.px(14)
        radius: height / 2
        color: Theme.faded(state.ink, 0.2)
        Accessible.role: Accessible.StaticText
        Accessible.name: screen.camera.condition
        Row {
            id: state
            readonly property color ink: screen.camera.live ? Theme.color.beam : Theme.staff.panelWarning
            anchors.centerIn: parent
            spacing: Theme.px(14)
            Rectangle { anchors.verticalCenter: parent.verticalCenter; width: Theme.px(16); height: width; radius: width / 2; color: state.ink }
            Words { anchors.verticalCenter: parent.verticalCenter; text: screen.camera.condition; look: Theme.type.support; font.weight: 700; lineHeight: 1; color: screen.camera.live ? Theme.staff.panelNegative : Theme.staff.panelWarning; wrapMode: Text.NoWrap; Accessible.ignored: true }
        }
    }
    head: Flow {
        visible: screen.camera.names.length > 1
        spacing: Theme.gap
        Layout.fillWidth: true
        Repeater {
            model: screen.camera.names
            ToneButton {
                required property string modelData
                objectName: "camera_" + modelData
                text: modelData
                tone: modelData === screen.camera.chosen ? "panelAccent" : "panel"
                look: Theme.type.support
                leastHeight: Theme.px(76)
                onActivated: screen.camera.choose(modelData)
            }
        }
    }
    foot: [
        ColumnLayout {
            visible: screen.camera.offered
            spacing: Theme.px(12)
            Layout.fillWidth: true
            Layout.leftMargin: Theme.page
            Layout.rightMargin: Theme.page
            Layout.bottomMargin: Theme.px(20)
            Words { visible: text !== ""; text: screen.camera.result; look: Theme.type.support; font.weight: 600; color: screen.camera.failed ? Theme.staff.panelWarning : Theme.staff.panelPositive; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.role: Accessible.StaticText }
            GridLayout {
                columns: Theme.large ? 1 : 3
                columnSpacing: Math.max(Theme.px(16), Theme.gap)
                rowSpacing: Theme.gap
                uniformCellWidths: true
                Layout.fillWidth: true
                ToneButton { objectName: "exposure"; text: screen.camera.exposureText; icon: "aperture"; tone: "panel"; look: Theme.type.support; padding: Theme.px(14); enabled: screen.camera.exposureOffered; Layout.fillWidth: true; onActivated: screen.camera.nextExposure() }
                ToneButton { objectName: "savePicture"; text: qsTr("한 장 저장"); icon: "image"; tone: "panel"; look: Theme.type.support; padding: Theme.px(14); Layout.fillWidth: true; onActivated: screen.camera.save() }
                ToneButton { objectName: "testCamera"; text: screen.camera.testText; icon: "play"; iconFilled: true; tone: "panelAccent"; look: Theme.type.support; padding: Theme.px(14); enabled: !screen.camera.testing; Layout.fillWidth: true; onActivated: screen.camera.test() }
            }
        },
        TechnicianTabs { models: screen.models }
    ]

    component Panel: Rectangle {
        id: panel
        default property alias rows: column.data
        property real side: Theme.px(26)
        implicitHeight: column.implicitHeight + 2 * Theme.px(18)
        radius: Theme.radius.card
        color: Theme.staff.panelRaised
        Layout.fillWidth: true
        ColumnLayout { id: column; anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.px(18); leftMargin: panel.side; rightMargin: panel.side } spacing: Theme.px(10) }
    }
    component Heading: Words { look: Theme.type.support; font.weight: 600; lineHeight: 1; color: Theme.staff.panelInk2; Layout.fillWidth: true }
    component Figure: Panel {
        id: figure
        required property string words
        required property string number
        property string unit: ""
        property bool good: false
        property bool bad: false
        side: Theme.px(Theme.compact ? 14 : 24)
        Layout.fillHeight: true
        Accessible.role: Accessible.StaticText
        Accessible.name: [words, number + unit].join(" ")
        Words { text: figure.words; look: Theme.type.tech; lineHeight: 1; color: Theme.staff.panelInk2; Layout.fillWidth: true; Accessible.ignored: true }
        Row {
            spacing: Theme.px(6)
            Words { id: value; text: figure.number; look: Theme.type.heading; font.weight: 800; lineHeight: 1; tabular: true; color: figure.bad ? Theme.staff.panelWarning : figure.good ? Theme.staff.panelPositive : Theme.staff.panelInk; wrapMode: Text.NoWrap; Accessible.ignored: true }
            Words { anchors.baseline: value.baseline; visible: figure.unit !== "" && figure.number !== "–"; text: figure.unit; look: Theme.type.tech; lineHeight: 1; color: value.color; wrapMode: Text.NoWrap; Accessible.ignored: true }
        }
    }

    ScrollPage {
        visible: screen.camera.offered
        anchors { fill: parent; bottomMargin: Theme.px(12) }
        spacing: Theme.px(12)

        GridLayout {
            columns: Theme.portrait ? 1 : 2
            columnSpacing: Theme.px(20)
            rowSpacing: Theme.px(12)
            Layout.fillWidth: true
            Layout.fillHeight: false

            ColumnLayout {
                spacing: Theme.px(12)
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Theme.portrait ? -1 : 100
                CameraPicture {
                    objectName: "cameraPicture"
                    jpeg: screen.camera.jpeg
                    codes: screen.camera.codes
                    region: screen.camera.region
                    regionText: screen.camera.regionText
                    form: screen.camera.form
                    live: screen.camera.live
                    notice: screen.camera.advice
                    Layout.fillWidth: true
                    aspect: screen.camera.aspect
                    // Not by its own width, which gets less when the page has to be turned.
                    Layout.preferredHeight: (Theme.portrait ? screen.width - 2 * Theme.page : screen.width / 2 - 2 * Theme.page) * 9 / 16
                }
                GridLayout {
                    columns: Theme.large || Theme.compact || Theme.uiScale > 1.15 ? 2 : 4
                    columnSpacing: Theme.px(16)
                    rowSpacing: Theme.px(12)
                    uniformCellWidths: true
                    Layout.fillWidth: true
                    Figure { words: qsTr("해독 시간"); number: screen.camera.took; unit: "ms"; good: screen.camera.quick }
                    Figure { words: qsTr("성공률 · 1분"); number: screen.camera.success; unit: "%"; good: screen.camera.reading }
                    Figure { words: qsTr("선명도"); number: screen.camera.sharpness; bad: screen.camera.blurred }
                    Figure { words: qsTr("밝기"); number: screen.camera.light; bad: screen.camera.badlyLit }
                }
            }
            ColumnLayout {
                spacing: Theme.px(12)
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Theme.portrait ? -1 : 100
                Panel {
                    GridLayout {
                        columns: Theme.large || Theme.compact ? 1 : 2
                        Layout.fillWidth: true
                        Heading { text: qsTr("해독 시간 · 지난 60초") }
                        Words { text: screen.camera.timesText; look: Theme.type.tech; lineHeight: 1; color: Theme.staff.panelInk2 }
                    }
                    BarSeries { samples: screen.camera.series; limit: screen.camera.slowest; limitText: qsTr("기준 %1ms").arg(screen.camera.slowest); Layout.fillWidth: true }
                }
                Panel {
                    Heading { text: qsTr("최근 해독") }
                    Words { visible: decodes.count === 0; text: qsTr("아직 읽은 코드가 없어요"); look: Theme.type.tech; color: Theme.staff.panelInk3; Layout.fillWidth: true }
                    Repeater {
                        id: decodes
                        model: screen.camera.decodes
                        ColumnLayout {
                            id: decode
                            required property int index
                            required property string at
                            required property string symbology
                            required property string title
                            required property string text
                            required property string took
                            required property bool slow
                            spacing: Theme.px(12)
                            Layout.fillWidth: true
                            Accessible.role: Accessible.StaticText
                            Accessible.name: [decode.at, decode.symbology, decode.title, decode.text, decode.took].join(", ")
                            Rectangle { visible: decode.index > 0; implicitHeight: Theme.stroke.hair; color: Theme.staff.panelLine; Layout.fillWidth: true }
                            GridLayout {
                                columns: Theme.large || Theme.compact ? 1 : 4
                                columnSpacing: Theme.px(20)
                                rowSpacing: Theme.px(6)
                                Layout.fillWidth: true
                                Words { text: decode.at; look: Theme.type.tech; lineHeight: 1; tabular: true; color: Theme.staff.panelInk3; wrapMode: Text.NoWrap; Accessible.ignored: true }
                                Rectangle {
                                    implicitWidth: Math.max(Theme.px(118), kind.implicitWidth + 2 * Theme.px(12))
                                    implicitHeight: kind.implicitHeight + 2 * Theme.px(7)
                                    radius: Theme.radius.badge
                                    color: Theme.faded(Theme.staff.panelPositive, 0.16)
                                    Words { id: kind; anchors.centerIn: parent; text: decode.symbology; look: Theme.type.tech; font.weight: 700; lineHeight: 1; color: Theme.staff.panelPositive; wrapMode: Text.NoWrap; Accessible.ignored: true }
                                }
                                ColumnLayout {
                                    spacing: Theme.px(2)
                                    Layout.fillWidth: true
                                    Words { text: decode.title; look: Theme.type.tech; font.weight: 700; lineHeight: 1; color: Theme.staff.panelInk; Layout.fillWidth: true; Accessible.ignored: true }
                                    Words { text: decode.text; look: Theme.type.tech; lineHeight: 1; color: Theme.staff.panelInk2; wrapMode: Text.WrapAnywhere; Layout.fillWidth: true; Accessible.ignored: true }
                                }
                                Words { text: decode.took; look: Theme.type.tech; font.weight: 700; lineHeight: 1; tabular: true; color: decode.slow ? Theme.staff.panelWarning : Theme.staff.panelPositive; wrapMode: Text.NoWrap; Accessible.ignored: true }
                            }
                        }
                    }
                }
                Panel {
                    visible: screen.camera.scannerBytes !== ""
                    color: Theme.staff.panelDeep
                    Words { text: qsTr("스캐너 바이트"); look: Theme.type.tech; lineHeight: 1; color: Theme.staff.panelInk2; Layout.fillWidth: true }
                    GridLayout {
                        columns: Theme.large || Theme.compact ? 1 : 2
                        columnSpacing: Theme.px(20)
                        Layout.fillWidth: true
                        Words { objectName: "scannerBytes"; text: screen.camera.scannerBytes; look: Theme.type.tech; tabular: true; color: Theme.staff.panelWarning; Layout.fillWidth: true }
                        Words { text: screen.camera.bytesNote; look: Theme.type.tech; color: Theme.staff.panelInk2; wrapMode: Text.NoWrap }
                    }
                }
            }
        }
        Item { Layout.fillHeight: true }
    }
    Words {
        visible: !screen.camera.offered
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.page }
        text: qsTr("kiosk.toml에 카메라가 없어요. [[devices]]에 category = \"camera\"인 기기를 적어 주세요")
        look: Theme.type.label
        color: Theme.staff.panelInk
        horizontalAlignment: Text.AlignHCenter
    }
}
