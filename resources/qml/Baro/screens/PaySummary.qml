// The amount to pay, what it holds, what is only ordered, and the bags.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Card {
    id: card

    required property KioskModels models
    // Where the room is small the bags come after the way to pay.
    property bool bagsAsked: true

    ColumnLayout {
        width: parent.width
        spacing: 0

        GridLayout {
            columns: facts.implicitWidth + sum.implicitWidth + columnSpacing <= parent.width ? 2 : 1
            columnSpacing: Theme.px(20)
            Layout.bottomMargin: Theme.px(16)
            ColumnLayout {
                id: facts
                spacing: Theme.px(2)
                Layout.fillWidth: true
                Words { text: card.models.payment.partlyPaid ? qsTr("남은 금액") : qsTr("결제할 금액"); look: Theme.type.label; lineHeight: 1.05; color: Theme.color.ink2; Layout.fillWidth: true }
                Words { text: card.models.cart.countText; look: Theme.type.support; lineHeight: 1.05; color: Theme.color.ink3; Layout.fillWidth: true }
                Words { visible: text !== ""; text: card.models.payment.fee; look: Theme.type.support; lineHeight: 1.05; color: Theme.color.ink3; Layout.fillWidth: true }
                Words { visible: text !== ""; text: card.models.cart.saving; look: Theme.type.support; font.weight: 600; lineHeight: 1.05; color: Theme.color.promo; Layout.fillWidth: true }
            }
            PriceText {
                id: sum
                objectName: "total"
                amount: card.models.payment.amount
                spoken: card.models.payment.spokenAmount
                look: Theme.type.amount
                room: card.width - 2 * card.padding
                Layout.alignment: Qt.AlignRight
            }
        }
        Repeater {
            model: card.models.payment.cardOffers
            OptionRow {
                id: offer
                required property var modelData
                title: modelData.title
                detail: modelData.detail
                icon: "credit-card"
                ChoiceButton {
                    objectName: "card_" + offer.modelData.tender
                    chosen: offer.modelData.chosen
                    text: offer.modelData.chosen ? qsTr("골랐어요") : qsTr("고르기")
                    hint: offer.modelData.title
                    onActivated: card.models.payment.chooseCard(offer.modelData.tender)
                }
            }
        }
        Repeater {
            model: card.models.payment.takenRows
            OptionRow {
                id: taken
                required property var modelData
                title: qsTr("낸 금액 · %1").arg(modelData.name)
                detail: modelData.detail
                icon: "check-circle"
                Words { text: taken.modelData.amount; look: Theme.type.label; font.weight: 700; color: Theme.color.positive; wrapMode: Text.NoWrap }
            }
        }
        OptionRow {
            id: points
            objectName: "points"
            readonly property PointsViewModel model: card.models.payment.points
            visible: model.shown
            title: qsTr("포인트로 결제")
            detail: model.detail
            icon: "coins"
        }
        RowLayout {
            visible: points.model.offered
            spacing: Math.max(Theme.px(14), Theme.gap)
            Layout.bottomMargin: Theme.px(16)
            IconButton {
                objectName: "pointsLess"
                icon: "minus"
                spoken: qsTr("포인트 덜 쓰기")
                enabled: points.model.canLess
                onActivated: points.model.less()
            }
            SecondaryButton {
                objectName: "pointsSpend"
                text: qsTr("%1 쓰기").arg(points.model.amount)
                hint: qsTr("포인트로 결제")
                look: Theme.type.support
                leastHeight: Theme.px(80)
                Layout.fillWidth: true
                onActivated: points.model.spend()
            }
            IconButton {
                objectName: "pointsMore"
                icon: "plus"
                spoken: qsTr("포인트 더 쓰기")
                enabled: points.model.canMore
                onActivated: points.model.more()
            }
        }
        OptionRow {
            objectName: "cashReceiptAnswer"
            visible: card.models.payment.cashReceipt.answered
            title: qsTr("현금영수증")
            detail: card.models.payment.cashReceipt.answer
            icon: "receipt"
            SecondaryButton {
                objectName: "changeReceipt"
                text: qsTr("바꾸기")
                hint: qsTr("현금영수증")
                look: Theme.type.support
                leastHeight: Theme.px(80)
                onActivated: card.models.payment.cashReceipt.change()
            }
        }
        OptionRow {
            visible: card.models.payment.keptOrders > 0
            title: qsTr("배송·픽업 주문은 저장만 해요")
            detail: qsTr("아직 결제하지 않아요")
            icon: "tray-arrow-down"
        }
        InstalmentRow { visible: months.length > 0; models: card.models; Layout.fillWidth: true }
        BagQuestion { visible: card.bagsAsked; models: card.models; Layout.fillWidth: true }
    }
}
