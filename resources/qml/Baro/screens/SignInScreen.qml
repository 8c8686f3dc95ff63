// T1: the PIN pad; only dots are shown, the digits stand anew every time.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

StaffPage {
    id: screen

    readonly property StaffViewModel staff: models.staff

    heading: qsTr("직원 확인")
    icon: "user-gear"
    controls: Loader { active: !Theme.portrait; visible: active; sourceComponent: closing }

    Rectangle {
        anchors { fill: parent; topMargin: Theme.gutter; bottomMargin: -Theme.radius.sheet }
        radius: Theme.radius.sheet
        color: Theme.color.surface
        border.width: Theme.stroke.hair
        border.color: Theme.color.line
    }
    ScrollPage {
        anchors { fill: parent; topMargin: Theme.gutter + Theme.px(Theme.portrait ? 48 : 20); bottomMargin: Theme.px(Theme.portrait ? 48 : 20) }
        centred: !Theme.portrait

        Item { visible: Theme.portrait; Layout.fillHeight: true }

        PinPad {
            id: pad
            digits: screen.staff.digits
            filled: screen.staff.filled
            length: screen.staff.pinLength
            prompt: screen.staff.prompt
            problem: screen.staff.problem
            enabled: !screen.staff.checking && !screen.staff.locked
            opacity: enabled ? 1 : 0.5
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.px(984)
            Layout.alignment: Qt.AlignHCenter
            onDigitPressed: digit => screen.staff.press(digit)
            onErased: screen.staff.erase()
            onCleared: screen.staff.clear()
        }
        Loader {
            active: Theme.portrait
            visible: active
            sourceComponent: closing
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.px(984)
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.px(12)
        }
    }

    Component {
        id: closing
        ToneButton {
            objectName: "closeStaff"
            text: qsTr("닫기")
            tone: Theme.portrait ? "secondary" : "panel"
            leastHeight: Theme.px(Theme.portrait ? 104 : 80)
            onActivated: screen.staff.close()
        }
    }
}
