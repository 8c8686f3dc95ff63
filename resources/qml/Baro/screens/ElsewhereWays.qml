// No card can be used here: where it can, and the cart goes along under a number.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ColumnLayout {
    id: ways

    required property KioskModels models

    spacing: Theme.px(Theme.portrait ? 24 : 12)

    Words { text: ways.models.lanes.way; look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; Layout.fillWidth: true }
    PrimaryButton {
        objectName: "primary"
        visible: ways.models.lanes.sendOffered
        label: qsTr("직원 계산대로 보내기")
        icon: "storefront"
        Layout.fillWidth: true
        onActivated: ways.models.navigator.showSheet("park")
    }
    SecondaryButton {
        objectName: "callPayment"
        text: qsTr("직원 호출")
        icon: "call-bell"
        look: Theme.type.body
        leastHeight: Theme.px(Theme.portrait ? 124 : 96)
        Layout.fillWidth: true
        onActivated: ways.models.payment.callStaff()
    }
}
