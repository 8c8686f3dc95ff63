// D1: every device there is, as measured; those that need a look come first.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

StaffPage {
    id: screen

    readonly property DevicesViewModel devices: models.devices
    readonly property bool none: devices.fine + devices.toCheck + devices.away === 0

    heading: qsTr("기기 점검")
    lane: devices.station
    clock: devices.clock
    controls: ToneButton { objectName: "leaveDevices"; text: qsTr("나가기"); icon: "sign-out"; tone: "panel"; leastHeight: Theme.px(80); onActivated: screen.devices.leave() }
    head: GridLayout {
        visible: !screen.none
        columns: Theme.portrait && (Theme.large || Theme.uiScale > 1.15) ? 2 : 4
        columnSpacing: Math.max(Theme.px(16), Theme.gap)
        rowSpacing: columnSpacing
        uniformCellWidths: true
        Layout.fillWidth: true
        Count { words: qsTr("정상"); number: screen.devices.fine; sign: "check-circle"; ink: Theme.staff.panelPositive }
        Count { words: qsTr("확인"); number: screen.devices.toCheck; sign: "warning"; ink: Theme.staff.panelWarning }
        Count { words: qsTr("끊김"); number: screen.devices.away; sign: "x-circle"; ink: Theme.staff.panelNegative }
        ToneButton { objectName: "testAll"; text: qsTr("모두 시험"); icon: "play"; iconFilled: true; tone: "panelAccent"; padding: Theme.px(16); Layout.fillWidth: true; Layout.fillHeight: true; onActivated: screen.devices.testAll() }
    }

    foot: TechnicianTabs { models: screen.models }

    component Count: Rectangle {
        id: count
        required property string words
        required property int number
        required property string sign
        required property color ink
        implicitHeight: Math.max(Theme.controlHeight, row.implicitHeight + 2 * Theme.px(12))
        radius: Theme.radius.button
        color: Theme.staff.panelControl
        Layout.fillWidth: true
        Accessible.role: Accessible.StaticText
        Accessible.name: count.words + " " + count.number
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.px(16)
            Icon { anchors.verticalCenter: parent.verticalCenter; name: count.sign; filled: true; color: count.ink; size: Theme.icon.inline }
            Words { anchors.verticalCenter: parent.verticalCenter; text: count.words; look: Theme.type.support; font.weight: 600; lineHeight: 1; color: Theme.staff.panelInk; wrapMode: Text.NoWrap; Accessible.ignored: true }
            Words { anchors.verticalCenter: parent.verticalCenter; text: count.number; font.weight: 800; lineHeight: 1; color: count.ink; wrapMode: Text.NoWrap; Accessible.ignored: true }
        }
    }

    ScrollPage {
        anchors { fill: parent; topMargin: Theme.gutter; bottomMargin: Theme.px(8) }

        GridLayout {
            visible: !screen.none
            columns: Theme.hugeText && Theme.portrait ? 1 : Theme.portrait ? 2 : 3
            columnSpacing: Theme.px(20)
            rowSpacing: Theme.px(20)
            uniformCellWidths: true
            Layout.fillWidth: true
            Layout.fillHeight: false
            Repeater {
                model: screen.devices.devices
                DeviceCard {
                    required property string key
                    required property string category
                    required property string title
                    required samples
                    required most
                    // What has a page of its own is tested there, where one sees it.
                    readonly property bool paged: category === "camera" || category === "terminal"
                    name: title
                    testName: "test_" + key
                    action: paged ? qsTr("보기") : qsTr("시험")
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onTested: paged ? screen.devices.look(category) : screen.devices.test(key)
                }
            }
        }
        Item { Layout.fillHeight: true }
        EmptyState {
            visible: screen.none
            title: qsTr("연결하도록 설정된 기기가 없어요")
            detail: qsTr("kiosk.toml에 기기를 적어 주세요")
            icon: "plug"
            Layout.fillWidth: true
        }
        Item { visible: screen.none; Layout.fillHeight: true }
    }
}
