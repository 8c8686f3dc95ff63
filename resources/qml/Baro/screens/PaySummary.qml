// The amount to pay, what it holds, what is only ordered, and the bags: asked once, added in one touch.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Card {
    id: card

    required property KioskModels models
    readonly property bool bagged: models.produce.bagWords !== ""

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
                Words { text: qsTr("결제할 금액"); look: Theme.type.label; lineHeight: 1.05; color: Theme.color.ink2; Layout.fillWidth: true }
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
        OptionRow {
            visible: card.models.payment.keptOrders > 0
            title: qsTr("배송·픽업 주문은 저장만 해요")
            detail: qsTr("아직 결제하지 않아요")
            icon: "tray-arrow-down"
        }
        OptionRow {
            title: card.bagged ? card.models.produce.bagWords : qsTr("봉투 필요하세요?")
            detail: card.bagged ? qsTr("더 필요하면 눌러 주세요") : qsTr("누르면 바로 담겨요")
            icon: "handbag"
        }
        GridLayout {
            columns: Theme.hugeText || Theme.compact ? 1 : 2
            columnSpacing: Math.max(Theme.px(14), Theme.gap)
            rowSpacing: columnSpacing
            uniformCellWidths: true
            Repeater {
                model: card.models.produce.bags
                ToneButton {
                    required property var model
                    objectName: "addBag_" + model.key
                    text: model.name
                    detail: model.detail
                    icon: "plus"
                    look: Theme.type.support
                    rapid: true
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onActivated: card.models.produce.addBag(model.key, 1)
                }
            }
        }
    }
}
