// What a shopper may do while staff are called: go on, leave the item out, call it off.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ColumnLayout {
    id: ways

    required property KioskModels models
    readonly property bool late: ["late", "no_staff"].includes(models.help.step)
    // After a while leaving the item out becomes the way on.
    readonly property bool leaving: late && models.help.mayLeaveOut
    readonly property bool shopping: ["shopping", "age_check"].includes(models.session.stage)

    signal wentOn()

    spacing: Theme.px(Theme.compact ? 16 : 24)

    PrimaryButton {
        objectName: ways.leaving ? "leaveOut" : "continue"
        label: ways.leaving ? (ways.models.help.blocksPay ? qsTr("이 상품 빼고 결제하기") : qsTr("이 상품 빼기"))
            : ways.shopping ? qsTr("계속 담을게요") : qsTr("계속할게요")
        guarded: ways.leaving
        Layout.fillWidth: true
        onActivated: ways.leaving ? ways.models.help.leaveOut() : ways.wentOn()
    }
    GridLayout {
        columns: Theme.hugeText ? 1 : 2
        columnSpacing: Theme.px(24)
        rowSpacing: Theme.px(20)
        uniformCellWidths: true
        SecondaryButton {
            objectName: ways.leaving ? "continue" : "leaveOut"
            visible: ways.leaving || ways.models.help.mayLeaveOut
            text: !ways.leaving ? qsTr("이 상품 빼기") : ways.models.help.blocksPay ? qsTr("장바구니 보기") : qsTr("더 기다릴게요")
            look: Theme.compact ? Theme.type.label : Theme.type.body
            guarded: true
            leastHeight: Theme.px(Theme.portrait ? 124 : Theme.compact ? 80 : 96)
            Layout.fillWidth: true
            Layout.fillHeight: true
            onActivated: ways.leaving ? ways.wentOn() : ways.models.help.leaveOut()
        }
        SecondaryButton {
            objectName: "cancelCall"
            text: qsTr("호출 취소")
            look: Theme.compact ? Theme.type.label : Theme.type.body
            leastHeight: Theme.px(Theme.portrait ? 124 : Theme.compact ? 80 : 96)
            Layout.fillWidth: true
            Layout.fillHeight: true
            onActivated: ways.models.help.cancel()
        }
    }
}
