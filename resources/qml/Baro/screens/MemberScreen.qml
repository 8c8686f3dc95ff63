// S2m: the member barcode lowers prices at once; what it saves is said, its number never shown whole.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    readonly property bool known: models.cart.member

    heading: known ? qsTr("회원으로 담고 있어요") : qsTr("회원 바코드를 비춰 주세요")
    headingDetail: known ? models.cart.memberWords : qsTr("회원이 아니어도 살 수 있어요")
    backOffered: true
    onBack: models.navigator.back()

    ScrollPage {
        anchors.fill: parent

        TitleBar { visible: !Theme.lowReach; title: qsTr("회원"); onBack: screen.back() }
        Item { Layout.fillHeight: true }
        Banner {
            visible: screen.models.cart.noticeKind === "member_unknown"
            title: screen.models.cart.noticeTitle
            detail: screen.models.cart.noticeDetail
            tone: screen.models.cart.noticeTone
            Layout.fillWidth: true
        }
        EmptyState {
            visible: !Theme.lowReach
            title: screen.heading
            detail: screen.headingDetail
            icon: screen.known ? "user-check" : "barcode"
            tone: screen.known ? "positive" : "accent"
            Layout.fillWidth: true
        }
        Card {
            visible: !screen.known
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.px(984)
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.px(20)
            ColumnLayout {
                width: parent.width
                spacing: Theme.px(20)
                RowLayout { spacing: Theme.px(20); Icon { name: "device-mobile"; color: Theme.color.ink2; size: Theme.icon.button } Words { text: qsTr("회원 앱이나 카드의 바코드를 빨간 빛에 비춰 주세요"); look: Theme.type.label; Layout.fillWidth: true } }
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
