// S2m: coupons, the member barcode and partners' cards; what each takes off is said, no number is shown whole.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    readonly property bool known: models.cart.member

    heading: known ? qsTr("회원으로 담고 있어요") : qsTr("쿠폰이나 회원 바코드를 비춰 주세요")
    headingDetail: known ? models.cart.memberWords : qsTr("회원이 아니어도 살 수 있어요")
    backOffered: true
    onBack: models.navigator.back()

    ScrollPage {
        anchors.fill: parent

        TitleBar { visible: !Theme.lowReach; title: qsTr("쿠폰·회원"); onBack: screen.back() }
        Item { Layout.fillHeight: true }
        Banner {
            visible: screen.models.cart.benefits.noticed
            title: screen.models.cart.noticeTitle
            detail: screen.models.cart.noticeDetail
            tone: screen.models.cart.noticeTone
            sign: screen.models.cart.noticeIcon
            Layout.fillWidth: true
        }
        EmptyState {
            visible: !Theme.lowReach && (Theme.portrait || screen.models.cart.benefits.count === 0)
            title: screen.heading
            detail: screen.headingDetail
            icon: screen.known ? "user-check" : "barcode"
            tone: screen.known ? "positive" : "accent"
            Layout.fillWidth: true
        }
        BenefitList { benefits: screen.models.cart.benefits; Layout.topMargin: Theme.px(20) }
        Card {
            visible: !screen.known && screen.models.cart.benefits.count === 0
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.px(984)
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.px(20)
            ColumnLayout {
                width: parent.width
                spacing: Theme.px(20)
                RowLayout { spacing: Theme.px(20); Icon { name: "device-mobile"; color: Theme.color.ink2; size: Theme.icon.button } Words { text: qsTr("회원 앱이나 카드의 바코드를 빨간 빛에 비춰 주세요"); look: Theme.type.label; Layout.fillWidth: true } }
                RowLayout { spacing: Theme.px(20); Icon { name: "ticket"; color: Theme.color.ink2; size: Theme.icon.button } Words { text: qsTr("쿠폰은 결제할 때 사용돼요. 결제하지 않으면 그대로 남아요"); look: Theme.type.label; Layout.fillWidth: true } }
                RowLayout { spacing: Theme.px(20); Icon { name: "tag"; color: Theme.color.ink2; size: Theme.icon.button } Words { text: qsTr("회원가가 있는 상품은 바로 바뀌어요"); look: Theme.type.label; Layout.fillWidth: true } }
            }
        }
        Item { Layout.fillHeight: true }
    }

    dock: PrimaryButton {
        objectName: "primary"
        label: qsTr("장바구니로")
        guarded: false
        Layout.fillWidth: true
        Layout.margins: Theme.page
        Layout.topMargin: Theme.px(20)
        Layout.bottomMargin: Theme.px(Theme.portrait ? 48 : 20)
        onActivated: screen.back()
    }
}
