// A kept order: its number, what is paid, what is not, and what comes next.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Card {
    id: card

    required property KioskModels models

    raised: true
    padding: Theme.px(44)

    ColumnLayout {
        width: parent.width
        spacing: Theme.px(24)

        RowLayout {
            spacing: Theme.px(20)
            ColumnLayout {
                spacing: 0
                Words { text: qsTr("주문번호"); look: Theme.type.label; color: Theme.color.ink2; Layout.fillWidth: true }
                Words { text: card.models.done.orderNumber; look: Theme.type.title; Layout.fillWidth: true }
            }
            QrCode { visible: card.models.done.link !== "" && !Theme.hugeText && !Theme.compact; text: card.models.done.link; side: Theme.px(180); spoken: qsTr("영수증 QR 코드") }
        }
        Rectangle { implicitHeight: Theme.stroke.hair; color: Theme.color.line; Layout.fillWidth: true }
        KeptStep {
            visible: !card.models.done.nothingTaken
            icon: "check"
            tone: "positive"
            title: qsTr("가져갈 상품은 결제했어요")
            detail: card.models.done.takeWords
            badge: qsTr("결제함")
            amount: card.models.done.amount
        }
        Repeater {
            model: card.models.done.keptLines
            KeptStep {
                required property var modelData
                icon: "tray-arrow-down"
                tone: "warning"
                title: modelData.name
                detail: modelData.way
                badge: qsTr("결제 전")
            }
        }
        KeptStep {
            icon: "cloud-arrow-up"
            title: qsTr("연결되면 주문을 전해요")
            detail: qsTr("결제할 때까지 돈은 나가지 않아요")
        }
    }
}
