// How many cards share the amount; the first one pays at once.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Sheet {
    id: sheet

    required property KioskModels models

    title: qsTr("몇 번으로 나눌까요?")
    detail: qsTr("한 번에 한 카드씩 결제해요. 나누어떨어지지 않으면 마지막에 맞춰요")
    onClosed: models.navigator.back()

    Repeater {
        model: sheet.models.payment.shares
        TenderTile {
            id: share
            required property var modelData
            objectName: "share_" + modelData.ways
            text: modelData.title
            detail: qsTr("한 번에 %1").arg(modelData.amount)
            icon: "users"
            Layout.fillWidth: true
            onActivated: sheet.models.payment.chooseShare(share.modelData.ways)
        }
    }
}
