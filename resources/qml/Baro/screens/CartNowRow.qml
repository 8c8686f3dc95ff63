// The item just added as a row of the list, with its nudge and messages: in low reach and in very large text.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ColumnLayout {
    id: top

    required property KioskModels models
    property bool bannered: false
    readonly property bool asRow: !Theme.hugeText

    spacing: 0
    onHeightChanged: Qt.callLater(() => ListView.view?.positionViewAtBeginning())

    HealthBanners {
        visible: top.bannered && any
        models: top.models
        terminalSaid: true
        sendOffered: true
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(12)
    }

    CartNow {
        models: top.models
        visible: !empty && !top.asRow
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(12)
        Layout.bottomMargin: Theme.px(12)
    }
    Banner {
        visible: top.asRow && top.models.cart.noticeTitle !== "" && top.models.cart.noticeKind !== "removed"
        title: top.models.cart.noticeTitle
        detail: top.models.cart.noticeDetail
        tone: top.models.cart.noticeTone
        sign: top.models.cart.noticeIcon
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(12)
    }
    SecondaryButton {
        objectName: "oneMore"
        visible: top.models.cart.oneMoreAsked && top.asRow
        text: qsTr("네, 하나 더 담을게요")
        icon: "plus"
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        Layout.bottomMargin: Theme.gap
        onActivated: top.models.cart.oneMore()
    }
    LineItemRow {
        visible: top.asRow && top.models.cart.nowShown
        name: top.models.cart.nowName
        amount: top.models.cart.nowAmount
        picture: top.models.cart.nowPicture
        detail: top.models.cart.nowBadge === "" ? qsTr("방금 담았어요") : ""
        quantity: top.models.cart.nowQuantity
        tint: top.models.cart.nowTint
        category: top.models.cart.nowCategory
        badge: top.models.cart.nowBadge
        control: top.models.cart.nowCounted ? "stepper" : "none"
        spokenPrice: top.models.cart.nowSpoken
        Layout.fillWidth: true
        onLess: top.models.cart.setQuantity(top.models.cart.nowLine, quantity - 1)
        onMore: top.models.cart.setQuantity(top.models.cart.nowLine, quantity + 1)
        onRemove: top.models.cart.remove(top.models.cart.nowLine)
        onWhyAsked: top.models.navigator.showSheetFor("why", top.models.cart.nowLine)
    }
    PromoNudge {
        visible: top.asRow && top.models.cart.nudgeShown
        sentence: top.models.cart.nudgeSentence
        place: top.models.cart.nudgePlace
        have: top.models.cart.nudgeHave
        need: top.models.cart.nudgeNeed
        keepOffered: false
        placeOffered: top.models.cart.nudgePlaceId !== ""
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        Layout.bottomMargin: Theme.px(16)
        onPlaceAsked: top.models.navigator.showSheetFor("map", top.models.cart.nudgePlaceId)
        onDismissed: top.models.cart.dismissNudge()
    }
}
