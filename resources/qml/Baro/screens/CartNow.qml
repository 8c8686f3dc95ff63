// What happened last: the item just added with its nudge, or one message.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ColumnLayout {
    id: now

    required property KioskModels models
    readonly property bool empty: !models.cart.nowShown && models.cart.noticeTitle === "" && !models.cart.nudgeShown

    spacing: Theme.px(20)

    Banner {
        visible: now.models.cart.noticeTitle !== "" && now.models.cart.noticeKind !== "removed"
        title: now.models.cart.noticeTitle
        detail: now.models.cart.noticeDetail
        tone: now.models.cart.noticeTone
        sign: now.models.cart.noticeIcon
        Layout.fillWidth: true
    }
    SecondaryButton {
        objectName: "oneMore"
        visible: now.models.cart.oneMoreAsked
        text: qsTr("네, 하나 더 담을게요")
        icon: "plus"
        Layout.fillWidth: true
        onActivated: now.models.cart.oneMore()
    }
    NowCard {
        id: card
        visible: now.models.cart.nowShown
        name: now.models.cart.nowName
        amount: now.models.cart.nowAmount
        quantity: now.models.cart.nowQuantity
        picture: now.models.cart.nowPicture
        tint: now.models.cart.nowTint
        category: now.models.cart.nowCategory
        badge: now.models.cart.nowBadge
        spokenPrice: now.models.cart.nowSpoken
        stepperShown: now.models.cart.nowCounted
        nudgeShown: now.models.cart.nudgeShown
        Layout.fillWidth: true
        onLess: now.models.cart.setQuantity(now.models.cart.nowLine, quantity - 1)
        onMore: now.models.cart.setQuantity(now.models.cart.nowLine, quantity + 1)
        onRemove: now.models.cart.remove(now.models.cart.nowLine)

        PromoNudge {
            visible: now.models.cart.nudgeShown
            sentence: now.models.cart.nudgeSentence
            place: now.models.cart.nudgePlace
            have: now.models.cart.nudgeHave
            need: now.models.cart.nudgeNeed
            keepOffered: false
            placeOffered: now.models.cart.nudgePlaceId !== ""
            Layout.fillWidth: true
            onPlaceAsked: now.models.navigator.showSheetFor("map", now.models.cart.nudgePlaceId)
            onDismissed: now.models.cart.dismissNudge()
        }
        Connections {
            target: now.models.cart
            function onAdded(): void { card.celebrate(); }
        }
    }
}
