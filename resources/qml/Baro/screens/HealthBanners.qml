// Under the info bar: what does not work now and what still does; the cart can be sent to a staffed lane from here.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ColumnLayout {
    id: banners

    required property KioskModels models
    // Said where a cart is open; on the idle page and while paying the page itself says it.
    property bool terminalSaid: false
    // A button at the top of a page is out of reach for some: the tender page has the same one, lower.
    property bool sendOffered: !Theme.lowReach
    readonly property bool offline: !models.session.online
    readonly property string sending: sendOffered && terminalSaid && models.lanes.sendOffered && models.lanes.away ? qsTr("직원 계산대로 보내기") : ""
    readonly property bool any: offline || terminalSaid && models.lanes.away

    visible: any
    spacing: Theme.px(12)

    BannerOffline {
        visible: banners.offline
        terminalAnswers: banners.models.session.terminalReady
        action: banners.sending
        Layout.fillWidth: true
        onActed: banners.models.navigator.showSheet("park")
    }
    Banner {
        visible: !banners.offline && banners.any
        title: qsTr("지금 이 계산대는 카드를 쓸 수 없어요")
        detail: Theme.compact ? banners.models.lanes.way : qsTr("계속 담을 수 있어요\n%1").arg(banners.models.lanes.way)
        icon: "credit-card"
        action: banners.sending
        Layout.fillWidth: true
        onActed: banners.models.navigator.showSheet("park")
    }
}
