// T2: what waits for a decision at this till, the most urgent first.
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
    detail: staff.person
    icon: "user-gear"
    controls: [
        ToneButton { objectName: "openDevices"; visible: screen.staff.mayMaintain; text: qsTr("기기 점검"); icon: "wrench"; tone: "panelAccent"; leastHeight: Theme.px(80); onActivated: screen.staff.openDevices() },
        ToneButton { objectName: "signOut"; text: qsTr("나가기"); icon: "sign-out"; tone: "panel"; leastHeight: Theme.px(80); onActivated: screen.staff.signOut() }
    ]

    ScrollPage {
        anchors { fill: parent; topMargin: Theme.gutter }
        spacing: Theme.gutter

        Banner { visible: screen.staff.problem !== ""; title: screen.staff.problem; Layout.fillWidth: true }
        Repeater {
            model: screen.staff.requests
            RequestCard {
                required property string key
                required property string kind
                Layout.fillWidth: true
                onTaken: screen.staff.take(key)
                onApproved: screen.staff.approve(key, kind)
                onRefused: screen.staff.refuse(key, kind)
                onChangeAsked: screen.staff.price.begin(key)
            }
        }
        Item { Layout.fillHeight: true }
        EmptyState {
            visible: screen.staff.waiting === 0
            title: qsTr("기다리는 일이 없어요")
            icon: "check-circle"
            tone: "positive"
            Layout.fillWidth: true
        }
        Item { visible: screen.staff.waiting === 0; Layout.fillHeight: true }
        ToneButton { objectName: "takeUp"; visible: screen.staff.takeUp.offered; text: qsTr("번호로 장바구니 꺼내기"); icon: "basket"; Layout.fillWidth: true; onActivated: screen.staff.takeUp.begin() }
        Words { objectName: "refusedRules"; visible: text !== ""; text: screen.staff.refusedRules; look: Theme.type.support; color: Theme.color.ink2; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
        Words { objectName: "recallList"; text: screen.staff.recallList; look: Theme.type.support; color: Theme.color.ink2; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
    }
}
