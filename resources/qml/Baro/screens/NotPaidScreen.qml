// S6: not paid, or not known yet. Says first whether money moved; while that is unknown there is no second try.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    readonly property bool open: models.payment.checking
    readonly property bool retryOffered: models.payment.mayRetry && models.payment.cardOffered
    readonly property bool sending: models.payment.mayRetry && !retryOffered && models.lanes.sendOffered
    readonly property var tips: models.payment.step === "review"
        ? [["user-gear", qsTr("직원이 와서 확인해요. 화면이 저절로 바뀌어요")], ["prohibit", qsTr("다시 결제하지 마세요")]] : open
        ? models.payment.givingBack ? [["hourglass", qsTr("끝나면 화면이 저절로 바뀌어요")], ["call-bell", qsTr("오래 걸리면 직원을 불러 주세요")]] : [["hourglass", qsTr("단말기의 답을 기다려요. 화면이 저절로 바뀌어요")], ["prohibit", qsTr("다시 결제하지 마세요")], ["call-bell", qsTr("오래 걸리면 직원을 불러 주세요")]]
        : models.payment.step === "unreadable" ? [["credit-card", qsTr("카드의 방향을 보고 끝까지 꽂아 주세요")], ["device-mobile", qsTr("다른 카드나 휴대폰으로 결제해 주세요")], ["call-bell", qsTr("어려우면 직원을 불러 주세요")]]
        : models.payment.step === "declined"
        ? [["credit-card", qsTr("한도나 잔액을 확인해 주세요")], ["device-mobile", qsTr("다른 카드나 휴대폰으로 결제해 주세요")], ["call-bell", qsTr("어려우면 직원을 불러 주세요")]]
        : models.payment.cardOffered ? [["credit-card", qsTr("카드를 다시 꽂거나 대 주세요")], ["call-bell", qsTr("어려우면 직원을 불러 주세요")]]
        : [["storefront", models.lanes.way], ["call-bell", qsTr("어려우면 직원을 불러 주세요")]]

    heading: models.payment.title
    headingDetail: models.payment.detail

    Halves {
        anchors.fill: parent
        lead: ColumnLayout {
            EmptyState {
                visible: !Theme.lowReach
                title: screen.heading
                detail: screen.headingDetail
                icon: screen.models.payment.sign
                tone: screen.open ? "warning" : screen.models.payment.step === "aborted" ? "neutral" : "negative"
                Layout.topMargin: Theme.px(Theme.portrait ? 40 : 0)
                Layout.fillWidth: true
            }
        }
        body: ColumnLayout {
            spacing: Theme.px(24)
            Card {
                padding: Theme.px(40)
                Layout.fillWidth: true
                ColumnLayout {
                    width: parent.width
                    spacing: Theme.px(14)
                    GridLayout {
                        columns: owed.implicitWidth + sum.implicitWidth + columnSpacing <= parent.width ? 2 : 1
                        columnSpacing: Theme.px(20)
                        Words { id: owed; text: screen.models.payment.givingBack ? qsTr("돌려드리는 금액") : screen.open ? qsTr("확인하는 금액") : qsTr("결제할 금액"); look: Theme.type.label; color: Theme.color.ink2; Layout.fillWidth: true }
                        PriceText { id: sum; amount: screen.models.payment.paying; look: Theme.type.amount; room: (Theme.portrait ? screen.width : screen.width / 2) - 2 * Theme.page - 2 * Theme.px(40) - Theme.target; Layout.alignment: Qt.AlignRight }
                    }
                    Rectangle { implicitHeight: Theme.stroke.hair; color: Theme.color.line; Layout.fillWidth: true; Layout.bottomMargin: Theme.px(14) }
                    Words { text: screen.open ? qsTr("지금은 이렇게 해 주세요") : qsTr("이렇게 해 보세요"); look: Theme.type.label; font.weight: 700; Layout.fillWidth: true }
                    Repeater {
                        model: screen.tips
                        RowLayout {
                            id: tip
                            required property var modelData
                            spacing: Theme.px(20)
                            Icon { name: tip.modelData[0]; color: Theme.color.ink2; size: Theme.icon.inline }
                            Words { text: tip.modelData[1]; look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; Layout.fillWidth: true }
                        }
                    }
                }
            }
            Words { visible: text !== ""; text: screen.models.payment.codeWords; look: Theme.type.support; color: Theme.color.ink3; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
        }
        ways: ColumnLayout {
            spacing: Theme.px(24)
            PrimaryButton {
                objectName: "retryPayment"
                visible: screen.retryOffered
                label: qsTr("다시 결제하기")
                Layout.fillWidth: true
                onActivated: screen.models.payment.retry()
            }
            PrimaryButton {
                objectName: "sendCart"
                visible: screen.sending
                label: qsTr("직원 계산대로 보내기")
                icon: "storefront"
                Layout.fillWidth: true
                onActivated: screen.models.navigator.showSheet("park")
            }
            PrimaryButton {
                objectName: "primary"
                visible: !screen.retryOffered && !screen.sending
                label: screen.models.help.called ? qsTr("직원 호출함") : qsTr("직원 호출")
                icon: "call-bell"
                guarded: false
                Layout.fillWidth: true
                onActivated: screen.models.payment.callStaff()
            }
            SecondaryButton {
                objectName: "backToCart"
                visible: screen.models.payment.mayRetry
                text: qsTr("장바구니 보기")
                look: Theme.type.body
                leastHeight: Theme.px(Theme.portrait ? 124 : 96)
                Layout.fillWidth: true
                onActivated: screen.models.payment.back()
            }
        }
    }
}
