// S9: is somebody still here? Nothing is lost; while a card is awaited only the payment ends.
import QtQuick
import Baro.controls
import Baro.models

TimeoutSheet {
    id: sheet

    required property KioskModels models
    readonly property bool paying: models.session.stage === "paying"
    readonly property bool partly: models.payment.partlyPaid

    seconds: models.session.timeoutSeconds
    total: models.session.timeoutTotal
    title: paying || partly ? qsTr("결제를 계속할까요?") : qsTr("계속 쇼핑할까요?")
    detail: paying ? qsTr("%1초 뒤 결제를 취소해요\n장바구니는 그대로예요").arg(seconds)
        : partly ? qsTr("%1초 뒤 결제를 그만두고\n낸 금액을 돌려드려요").arg(seconds)
        : qsTr("%1초 뒤 처음 화면으로 돌아가요\n장바구니는 5분 동안 지켜 드려요").arg(seconds)
    endText: partly ? qsTr("그만하고 돌려받기") : paying ? qsTr("결제 취소") : qsTr("처음으로")
    onContinued: models.session.touch()
    onEnded: {
        if (paying)
            models.payment.cancel();
        else if (partly)
            models.payment.giveBack();
        else if (models.cart.empty)
            models.session.startOver();
        else
            models.navigator.showSheet("leave");
    }
}
