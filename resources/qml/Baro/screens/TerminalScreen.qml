// S5: what to do at the terminal now, how far it is, and how much time there is; nothing to cancel once it is late.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    readonly property bool approving: !models.payment.counting && !models.payment.completing

    heading: models.payment.title
    headingDetail: models.payment.detail

    Halves {
        anchors.fill: parent
        leadFills: true
        lead: ColumnLayout {
            spacing: Theme.px(12)
            Words { visible: !Theme.lowReach; text: screen.heading; look: Theme.portrait && !Theme.doubled ? Theme.type.display : Theme.type.title; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Layout.topMargin: Theme.px(Theme.portrait ? 40 : 0); Accessible.role: Accessible.Heading }
            Words { visible: text !== "" && !Theme.lowReach; text: screen.headingDetail; look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
            PriceText { visible: !drawing.visible || !drawing.amountShown; amount: screen.models.payment.paying; look: Theme.type.heading; Layout.alignment: Qt.AlignHCenter }
            Badge { visible: text !== ""; text: screen.models.payment.payingMonths; icon: "calendar-blank"; Layout.alignment: Qt.AlignHCenter }
            TerminalDrawing {
                id: drawing
                visible: !Theme.doubled && !Theme.lowReach && !Theme.compact
                amount: screen.models.payment.paying
                step: screen.models.payment.step
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.topMargin: Theme.px(Theme.portrait ? 16 : 4)
            }
        }
        body: ColumnLayout {
            spacing: Theme.px(Theme.portrait ? 40 : 28)
            StepDots {
                labels: [qsTr("카드 읽기"), qsTr("승인 요청"), qsTr("완료")]
                current: screen.models.payment.completing ? 3 : screen.models.payment.stepPlace
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.px(860)
                Layout.alignment: Qt.AlignHCenter
            }
            Card {
                visible: screen.models.payment.counting
                padding: Theme.px(28)
                Layout.fillWidth: true
                GridLayout {
                    width: parent.width
                    columns: Theme.hugeText || Theme.compact ? 2 : 3
                    columnSpacing: Theme.px(28)
                    rowSpacing: Theme.px(16)
                    Ring { seconds: screen.models.payment.secondsLeft; total: screen.models.payment.secondsTotal; side: Theme.grown(114); look: Theme.type.body }
                    ColumnLayout {
                        spacing: Theme.px(2)
                        Words { text: qsTr("%1초 동안 기다려요").arg(screen.models.payment.secondsLeft); look: Theme.type.label; lineHeight: 1.05; tabular: true; font.weight: 700; Layout.fillWidth: true }
                        Words { text: qsTr("천천히 하셔도 괜찮아요"); look: Theme.type.support; color: Theme.color.ink3; Layout.fillWidth: true }
                    }
                    ToneButton { objectName: "moreTime"; text: qsTr("1분 더"); icon: "clock-clockwise"; tone: "tonal"; Layout.columnSpan: Theme.hugeText || Theme.compact ? 2 : 1; Layout.fillWidth: Theme.hugeText || Theme.compact; onActivated: screen.models.payment.moreTime() }
                }
            }
            Banner {
                objectName: "notice"
                visible: screen.models.cart.noticeTitle !== ""
                title: screen.models.cart.noticeTitle
                detail: screen.models.cart.noticeDetail
                tone: screen.models.cart.noticeTone
                sign: screen.models.cart.noticeIcon
                Layout.fillWidth: true
            }
            Banner {
                objectName: "terminalSays"
                visible: screen.models.payment.terminalSays !== ""
                title: qsTr("단말기 안내")
                detail: screen.models.payment.terminalSays
                tone: "neutral"
                icon: "chat-text"
                Layout.fillWidth: true
            }
            Banner {
                visible: screen.approving
                title: screen.models.payment.step === "cancelling" ? qsTr("잠시만 기다려 주세요") : screen.models.payment.detail || qsTr("잠시만 기다려 주세요")
                detail: qsTr("끝날 때까지 이 화면이 기다려요")
                tone: "neutral"
                icon: "hourglass"
                Layout.fillWidth: true
            }
        }
        ways: GridLayout {
            columns: Theme.large || Theme.compact ? 1 : 2
            columnSpacing: Theme.gutter
            rowSpacing: Math.max(Theme.px(12), Theme.gap)
            uniformCellWidths: true
            SecondaryButton {
                objectName: "otherWay"
                visible: screen.models.payment.cancellable && !Theme.compact
                text: qsTr("다른 방법으로")
                look: Theme.type.body
                guarded: true
                leastHeight: Theme.px(Theme.portrait ? 124 : 88)
                Layout.fillWidth: true
                onActivated: screen.models.payment.otherWay()
            }
            SecondaryButton {
                objectName: "cancelPayment"
                visible: screen.models.payment.cancellable
                text: qsTr("결제 취소")
                look: Theme.type.body
                guarded: true
                leastHeight: Theme.px(Theme.portrait ? 124 : Theme.compact ? 96 : 88)
                Layout.fillWidth: true
                onActivated: screen.models.payment.cancel()
            }
        }
    }
}
