// S8: the order is kept, not charged; the goods that were taken are paid.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    heading: qsTr("주문을 저장했어요")
    headingDetail: qsTr("주문은 아직 결제하지 않았어요")
    bannerShown: false
    firstText: models.done.printState === "printed" ? qsTr("한 번 더 인쇄") : ["offered", "failed"].includes(models.done.printState) ? qsTr("종이로 받기") : qsTr("1분 더")
    firstIcon: printing ? "printer" : "clock-clockwise"
    firstName: printing ? "printReceipt" : "moreTime"
    onFirstAsked: printing ? models.done.printReceipt() : models.done.moreTime()

    readonly property bool printing: ["offered", "printed", "failed"].includes(models.done.printState)

    Halves {
        anchors.fill: parent
        lead: ColumnLayout {
            spacing: Theme.px(14)
            Banner {
                visible: !screen.models.session.online
                title: qsTr("인터넷 연결이 잠시 끊겼어요")
                detail: qsTr("저장한 주문은 사라지지 않아요")
                icon: "wifi-slash"
                Layout.fillWidth: true
            }
            Rectangle {
                visible: !Theme.lowReach
                implicitWidth: Theme.grown(Theme.portrait ? 144 : 100)
                implicitHeight: implicitWidth
                radius: width / 2
                color: Theme.color.accent
                Layout.alignment: Qt.AlignHCenter
                Layout.topMargin: Theme.px(Theme.portrait ? 24 : 8)
                Layout.bottomMargin: Theme.px(10)
                Icon { anchors.centerIn: parent; name: "tray-arrow-down"; filled: true; color: Theme.color.accentFg; size: parent.width * 0.56 }
            }
            Words { visible: !Theme.lowReach; text: screen.heading; look: Theme.portrait && !Theme.doubled ? Theme.type.display : Theme.type.title; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
            Words { visible: !Theme.lowReach; text: screen.headingDetail; look: Theme.type.body; color: Theme.color.warning; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
        }
        body: KeptCard { models: screen.models }
        ways: ColumnLayout {
            spacing: Theme.px(20)
            ColumnLayout {
                objectName: "finish"
                PrimaryButton { objectName: "primary"; label: screen.models.done.nothingTaken ? qsTr("확인했어요") : qsTr("다 챙겼어요"); guarded: false; Layout.fillWidth: true; onActivated: screen.models.done.finish() }
            }
            Words { text: screen.models.done.printWords || qsTr("%1초 뒤 처음 화면으로 돌아가요").arg(screen.models.done.secondsLeft); look: Theme.type.support; tabular: true; color: Theme.color.ink3; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
        }
    }
}
