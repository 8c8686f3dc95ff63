// Start over asks once: the cart would be emptied.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Sheet {
    id: sheet

    required property KioskModels models

    title: qsTr("처음부터 다시 할까요?")
    detail: models.cart.empty ? qsTr("처음 화면으로 돌아가요") : qsTr("담은 상품을 모두 비우고 처음 화면으로 돌아가요")
    onClosed: models.navigator.back()

    PrimaryButton { objectName: "continue"; label: qsTr("계속할게요"); guarded: false; Layout.fillWidth: true; Layout.topMargin: Theme.px(12); onActivated: sheet.closed() }
    SecondaryButton {
        objectName: "end"
        text: sheet.models.cart.empty ? qsTr("처음으로") : qsTr("비우고 처음으로")
        tone: "danger"
        guarded: true
        look: Theme.type.body
        leastHeight: Theme.primaryHeight * 0.9
        Layout.fillWidth: true
        onActivated: sheet.models.session.startOver()
    }
}
