// S6, partly paid: what was taken, what is left, how to pay it, and the way to get everything back.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    heading: qsTr("남은 금액을 결제해 주세요")
    headingDetail: qsTr("남은 금액 %1").arg(models.payment.spokenAmount)

    ScrollPage {
        anchors.fill: parent
        spacing: Theme.gutter

        TitleBar {
            visible: !Theme.lowReach
            title: screen.heading
            backOffered: false
            Layout.bottomMargin: Theme.px(6)
        }
        GridLayout {
            columns: Theme.portrait ? 1 : 2
            rowSpacing: Theme.gutter
            columnSpacing: Theme.gutter
            uniformCellWidths: !Theme.portrait
            Layout.alignment: Qt.AlignTop

            ColumnLayout {
                spacing: Theme.gutter
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Banner {
                    objectName: "refused"
                    visible: screen.models.payment.refused
                    title: screen.models.payment.title
                    detail: screen.models.payment.detail
                    Layout.fillWidth: true
                }
                Banner {
                    visible: screen.models.cart.noticeTitle !== ""
                    title: screen.models.cart.noticeTitle
                    detail: screen.models.cart.noticeDetail
                    tone: screen.models.cart.noticeTone
                    Layout.fillWidth: true
                }
                PaySummary { models: screen.models; bagsAsked: false; Layout.fillWidth: true }
            }
            ColumnLayout {
                spacing: Theme.gutter
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                PayTile {
                    objectName: "payCard"
                    visible: screen.models.payment.cardOffered
                    Layout.fillWidth: true
                    onActivated: screen.models.payment.choose("card")
                }
                Banner {
                    visible: !screen.models.payment.cardOffered
                    title: screen.models.payment.cardReason || qsTr("지금은 카드를 쓸 수 없어요")
                    icon: "credit-card"
                    Layout.fillWidth: true
                }
                OtherTenders { models: screen.models; Layout.fillWidth: true }
                SecondaryButton {
                    objectName: "giveBack"
                    text: qsTr("그만하고 돌려받기")
                    icon: "arrow-u-up-left"
                    look: Theme.type.body
                    guarded: true
                    leastHeight: Theme.px(Theme.portrait ? 124 : 96)
                    Layout.fillWidth: true
                    onActivated: screen.models.payment.giveBack()
                }
            }
        }
    }
}
