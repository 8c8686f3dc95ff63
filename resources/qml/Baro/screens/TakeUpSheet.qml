// T2: the number of a cart that was sent here, typed by staff; the sale goes on at this kiosk.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Sheet {
    id: sheet

    required property KioskModels models
    readonly property TakeUpViewModel cart: models.staff.takeUp

    title: qsTr("장바구니 꺼내기")
    detail: qsTr("손님이 말한 번호를 눌러 주세요")
    bottomBar: 0
    onClosed: models.navigator.back()

    Banner { visible: sheet.models.staff.problem !== ""; title: sheet.models.staff.problem; Layout.fillWidth: true }
    Words { objectName: "typedNumber"; text: sheet.cart.number || "–"; look: Theme.type.display; color: sheet.cart.whole ? Theme.color.ink : Theme.color.ink3; tabular: true; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
    PinPad {
        digits: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]
        filled: 0
        dotted: false
        Layout.fillWidth: true
        onDigitPressed: digit => sheet.cart.press(digit)
        onErased: sheet.cart.erase()
        onCleared: sheet.cart.clear()
    }
    PrimaryButton {
        objectName: "primary"
        label: qsTr("여기서 이어서 결제")
        reason: sheet.cart.whole ? "" : qsTr("번호를 눌러 주세요")
        Layout.fillWidth: true
        onActivated: sheet.cart.confirm()
    }
}
