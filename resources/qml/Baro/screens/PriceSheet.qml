// T2: the lower price of a disputed item, typed by staff, with its reason.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Sheet {
    id: sheet

    required property KioskModels models
    readonly property PriceEntryViewModel price: models.staff.price

    title: qsTr("얼마로 고칠까요?")
    detail: [price.name, price.now].filter(part => part !== "").join(" · ")
    bottomBar: 0
    onClosed: models.navigator.back()

    Banner { visible: sheet.models.staff.problem !== ""; title: sheet.models.staff.problem; Layout.fillWidth: true }
    PriceText {
        amount: sheet.price.amount
        look: Theme.type.display
        color: sheet.price.typed ? Theme.color.ink : Theme.color.ink3
        Layout.alignment: Qt.AlignHCenter
    }
    GridLayout {
        columns: Theme.large && Theme.portrait || Theme.compact ? 1 : 3
        columnSpacing: Math.max(Theme.px(20), Theme.gap)
        rowSpacing: columnSpacing
        Layout.fillWidth: true
        Repeater {
            model: sheet.price.reasons
            ChoiceButton {
                required property string key
                required property string name
                objectName: "reason_" + key
                text: name
                chosen: sheet.price.reason === key
                Layout.fillWidth: true
                onActivated: sheet.price.choose(key)
            }
        }
    }
    PinPad {
        digits: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]
        filled: 0
        dotted: false
        Layout.fillWidth: true
        onDigitPressed: digit => sheet.price.press(digit)
        onErased: sheet.price.erase()
        onCleared: sheet.price.clear()
    }
    PrimaryButton {
        objectName: "primary"
        label: qsTr("이 가격으로 고치기")
        reason: sheet.price.typed ? "" : qsTr("가격을 눌러 주세요")
        Layout.fillWidth: true
        onActivated: sheet.price.confirm()
    }
}
