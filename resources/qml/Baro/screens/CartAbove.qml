// Low reach: what was just added and the total, large, above everything that can be touched.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ColumnLayout {
    id: above

    required property KioskModels models

    spacing: Theme.px(20)

    RowLayout {
        visible: above.models.cart.nowShown
        spacing: Theme.px(48)
        Layout.fillHeight: true
        Layout.leftMargin: Theme.page
        Layout.rightMargin: Theme.page
        ProductPicture {
            visible: !Theme.hugeText
            picture: above.models.cart.nowPicture
            tint: above.models.cart.nowTint
            category: above.models.cart.nowCategory
            side: Math.min(Theme.px(400), Theme.reachTop * 0.44)
            inset: 0.04
        }
        ColumnLayout {
            spacing: Theme.px(8)
            RowLayout {
                spacing: Theme.px(14)
                Icon { name: "check-circle"; filled: true; color: Theme.color.positive }
                Words { text: qsTr("담았어요"); look: Theme.type.label; font.weight: 700; lineHeight: 1; color: Theme.color.positive; Layout.fillWidth: true }
            }
            Words { text: above.models.cart.nowName; look: Theme.type.heading; font.weight: 800; Layout.fillWidth: true }
            PriceText { amount: above.models.cart.nowAmount; spoken: above.models.cart.nowSpoken; look: Theme.type.heading }
            Words { visible: above.models.cart.nudgeShown; text: above.models.cart.nudgeSentence; look: Theme.type.label; font.weight: 700; color: Theme.color.promo; Layout.fillWidth: true }
        }
    }
    Item { visible: !above.models.cart.nowShown; Layout.fillHeight: true }
    Card {
        padding: Theme.px(32)
        Layout.fillWidth: true
        Layout.leftMargin: Theme.page
        Layout.rightMargin: Theme.page
        Layout.bottomMargin: Theme.gutter
        GridLayout {
            width: parent.width
            columns: facts.implicitWidth + sum.implicitWidth + columnSpacing <= width ? 2 : 1
            columnSpacing: Theme.px(20)
            ColumnLayout {
                id: facts
                spacing: Theme.px(4)
                Words { text: above.models.cart.countText; look: Theme.type.label; color: Theme.color.ink2; lineHeight: 1.05 }
                Words { visible: text !== ""; text: above.models.cart.saving; look: Theme.type.support; font.weight: 600; color: Theme.color.promo; lineHeight: 1.05 }
                Words { visible: text !== ""; text: above.models.cart.fee; look: Theme.type.support; color: Theme.color.ink2; lineHeight: 1.05 }
            }
            PriceText { id: sum; objectName: "total"; amount: above.models.cart.total; spoken: above.models.cart.spokenTotal; look: Theme.type.amount; room: above.width - 2 * Theme.page - 2 * Theme.px(32); Layout.alignment: Qt.AlignRight }
        }
    }
}
