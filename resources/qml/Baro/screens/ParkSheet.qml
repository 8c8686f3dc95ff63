// The cart can be paid elsewhere: it goes to a staffed lane under a number, asked once.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Sheet {
    id: sheet

    required property KioskModels models

    title: qsTr("직원 계산대로 보낼까요?")
    detail: qsTr("번호를 알려 드려요. 상품을 들고 가서 번호를 말하면 다시 스캔하지 않아도 돼요")
    onClosed: models.navigator.back()

    PrimaryButton { objectName: "getNumber"; label: qsTr("번호 받기"); icon: "storefront"; Layout.fillWidth: true; Layout.topMargin: Theme.px(12); onActivated: sheet.models.lanes.send() }
    SecondaryButton { objectName: "stay"; text: qsTr("계속 담을게요"); look: Theme.type.body; leastHeight: Theme.primaryHeight * 0.9; Layout.fillWidth: true; onActivated: sheet.closed() }
}
