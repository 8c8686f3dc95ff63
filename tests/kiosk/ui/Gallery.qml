// All controls on one page, to be looked at beside the design's component sheet.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls

Rectangle {
    id: gallery

    readonly property var swatches: [
        ["ink", Theme.color.ink, Theme.color.canvas], ["accent", Theme.color.accent, Theme.color.accentFg],
        ["positive", Theme.color.positive, Theme.color.canvas], ["promoFill", Theme.color.promoFill, Theme.color.promoFg],
        ["negative", Theme.color.negative, Theme.color.canvas], ["beam", Theme.color.beam, Theme.color.ink],
        ["canvas", Theme.color.canvas, Theme.color.ink], ["surface", Theme.color.surface, Theme.color.ink],
        ["sunken", Theme.color.sunken, Theme.color.ink], ["positiveSoft", Theme.color.positiveSoft, Theme.color.positive],
        ["promoSoft", Theme.color.promoSoft, Theme.color.promo], ["warningSoft", Theme.color.warningSoft, Theme.color.warning]
    ]

    color: Theme.color.canvas

    RowLayout {
        anchors { fill: parent; margins: Theme.px(56) }
        spacing: Theme.px(64)

        ColumnLayout {
            spacing: Theme.px(22)
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Theme.px(970)
            Layout.maximumWidth: Theme.px(970)

            Words { text: "Baro 구성요소"; look: Theme.type.heading; font.weight: 800 }
            GridLayout {
                columns: 6
                columnSpacing: Theme.px(16)
                rowSpacing: Theme.px(16)
                uniformCellWidths: true
                Repeater {
                    model: gallery.swatches
                    Rectangle {
                        id: swatch
                        required property var modelData
                        implicitHeight: Theme.px(90)
                        radius: Theme.radius.control
                        color: modelData[1]
                        border.width: Theme.stroke.hair
                        border.color: Theme.color.line
                        Layout.fillWidth: true
                        Words { anchors { left: parent.left; bottom: parent.bottom; margins: Theme.px(12) } text: swatch.modelData[0]; look: Theme.type.tech; font.weight: 700; lineHeight: 1; color: swatch.modelData[2]; font.pixelSize: Theme.px(23) }
                    }
                }
            }
            PriceText { amount: "19,290"; look: Theme.type.amount }
            Words { text: "상품을 스캔해 주세요"; look: Theme.type.display }
            Words { text: "어떻게 결제할까요?"; look: Theme.type.title }
            Words { text: "통통 바나나우유 240mL" }
            Words { text: "하나 더 가져오면 무료예요 · 냉장고 3번 칸"; look: Theme.type.support; color: Theme.color.ink2 }
            Flow {
                spacing: Theme.px(14)
                Layout.fillWidth: true
                Badge { text: "1+1"; tone: "promo" }
                StockBadge { availability: "here"; text: "약 2개 · 12분 전" }
                PromiseChip { text: "오늘 21–23시" }
                Badge { text: "성인 확인"; tone: "warning"; icon: "identification-card" }
                Badge { text: "끊김"; tone: "negative"; icon: "x-circle" }
            }
            Flow {
                spacing: Theme.px(20)
                Layout.fillWidth: true
                ChoiceButton { objectName: "choice"; text: "드립포트"; chosen: true }
                QuantityStepper { quantity: 2; name: "A" }
                QuantityStepper { quantity: 1; name: "B" }
                QuantityStepper { quantity: 1; name: "C"; inBasket: false }
            }
            HangulKeyboard { radius: Theme.radius.card; Layout.fillWidth: true }
        }

        ColumnLayout {
            spacing: Theme.px(22)
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true

            Wordmark { Layout.alignment: Qt.AlignRight }
            RowLayout {
                spacing: Theme.px(16)
                uniformCellSizes: true
                PrimaryButton { objectName: "pay"; label: "결제하기"; arrow: true; look: Theme.type.body; Layout.fillWidth: true }
                SecondaryButton { objectName: "other"; text: "다른 방법으로"; leastHeight: Theme.primaryHeight; Layout.fillWidth: true }
            }
            RowLayout {
                spacing: Theme.px(16)
                uniformCellSizes: true
                ToneButton { objectName: "more"; text: "1분 더"; tone: "tonal"; icon: "clock-clockwise"; Layout.fillWidth: true }
                ToneButton { objectName: "checked"; text: "확인함"; tone: "ink"; icon: "check"; Layout.fillWidth: true }
                ToneButton { objectName: "refuse"; text: "판매 안 함"; tone: "danger"; Layout.fillWidth: true }
            }
            Banner { title: "인터넷 연결이 잠시 끊겼어요"; detail: "카드 단말기는 연결돼 있어서 결제할 수 있어요"; icon: "wifi-slash"; Layout.fillWidth: true }
            Banner { title: "바코드를 읽지 못했어요"; detail: "포장을 펴고 다시 비춰 주세요"; tone: "negative"; Layout.fillWidth: true }
            Banner { title: "1+1을 받았어요"; detail: "1,700원을 할인했어요"; tone: "positive"; Layout.fillWidth: true }
            Card {
                padding: Theme.px(28)
                Layout.fillWidth: true
                LineItemRow { width: parent.width; name: "맑은 탄산수"; amount: "3,000"; picture: ""; detail: "1,500원 할인"; quantity: 3; tint: "mint"; category: "drink"; badge: "2+1"; control: "stepper"; spokenPrice: ""; separated: false }
            }
            RowLayout {
                spacing: Theme.px(16)
                uniformCellSizes: true
                DeviceCard { name: "프린터"; address: "ESC/POS"; icon: "printer"; health: "warn"; healthText: "확인"; measure: "용지 약 6m 남음"; samples: [0.9, 0.8, 0.65, 0.5, 0.35, 0.2]; Layout.fillWidth: true }
                DeviceCard { name: "문 · 전원"; address: "GPIO 17"; icon: "door"; health: "bad"; healthText: "끊김"; measure: "3분째 신호 없음"; samples: [0.7, 0.7, 0.7, 0.7, 0, 0]; Layout.fillWidth: true }
            }
        }
    }
}
