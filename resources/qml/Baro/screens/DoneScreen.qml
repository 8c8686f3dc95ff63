// S7: paid. The receipt for the phone or on paper, what to take along, what comes later.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    heading: models.done.cardLeftIn ? qsTr("카드를 꺼내 주세요") : qsTr("결제했어요")
    headingDetail: models.done.takeWords
    bannerShown: false
    firstText: qsTr("1분 더")
    firstIcon: "clock-clockwise"
    firstName: "moreTime"
    onFirstAsked: models.done.moreTime()

    Halves {
        anchors.fill: parent
        lead: ColumnLayout {
            spacing: Theme.px(20)
            Banner { visible: screen.models.done.cardLeftIn; title: qsTr("카드를 꺼내 주세요"); detail: qsTr("단말기에 카드가 남아 있어요"); icon: "credit-card"; Layout.fillWidth: true }
            DoneHead { visible: !Theme.lowReach; models: screen.models; Layout.fillWidth: true; Layout.topMargin: Theme.px(Theme.portrait ? 20 : 0) }
        }
        body: ColumnLayout {
            spacing: Theme.px(28)
            ReceiptCard { models: screen.models; Layout.fillWidth: true }
            OrdersCard { visible: count > 0; lines: screen.models.done.orderLines; number: screen.models.done.orderNumber; Layout.fillWidth: true }
            Banner {
                visible: screen.models.done.takeWords !== ""
                title: screen.models.done.takeWords
                detail: screen.models.done.card ? qsTr("카드도 잊지 마세요") : ""
                tone: "positive"
                icon: "bag"
                Layout.fillWidth: true
            }
        }
        ways: ColumnLayout {
            spacing: Theme.px(20)
            ColumnLayout {
                objectName: "finish"
                PrimaryButton { objectName: "primary"; label: qsTr("다 챙겼어요"); guarded: false; leastHeight: Theme.primaryHeight * 1.05; Layout.fillWidth: true; onActivated: screen.models.done.finish() }
            }
            Words { text: qsTr("%1초 뒤 처음 화면으로 돌아가요").arg(screen.models.done.secondsLeft); look: Theme.type.support; tabular: true; color: Theme.color.ink3; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
        }
    }
}
