// A5: where something stands, the way there, and what to do with it.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Sheet {
    id: sheet

    required property KioskModels models

    // The way to another checkout is not the way to goods.
    readonly property bool toLane: models.lanes.place !== "" && models.navigator.sheetSubject === models.lanes.place

    title: models.map.known ? models.map.placeName : qsTr("위치를 알 수 없어요")
    detail: models.map.known ? (toLane ? qsTr("%1 · 여기서 카드로 결제할 수 있어요") : qsTr("%1 · 가져와서 바코드를 비춰 주세요")).arg(models.map.walk) : qsTr("직원에게 물어봐 주세요")
    onClosed: models.navigator.back()

    ShopMap { place: sheet.models.map; Layout.fillWidth: true }
    PrimaryButton {
        objectName: "primary"
        label: qsTr("알겠어요")
        guarded: false
        Layout.fillWidth: true
        onActivated: sheet.models.navigator.back()
    }
}
