// S2p: why this price — the row's price step by step, and what staff can do about it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Sheet {
    id: sheet

    required property KioskModels models
    readonly property string line: models.navigator.sheetSubject
    readonly property WhyViewModel why: models.cart.explained
    // The version names every change of the cart, so that the sheet follows it.
    readonly property string name: why.version > 0 ? why.rowText(line, "name") : ""
    readonly property var steps: why.version > 0 ? why.steps(line) : []

    title: qsTr("가격이 달라요?")
    onClosed: models.navigator.back()

    RowLayout {
        spacing: Theme.px(28)
        ProductPicture { picture: sheet.why.rowText(sheet.line, "picture"); tint: sheet.why.rowText(sheet.line, "tint"); category: sheet.why.rowText(sheet.line, "category"); side: Theme.grown(132) }
        ColumnLayout {
            spacing: Theme.px(2)
            Words { text: sheet.name; font.weight: 700; lineHeight: 1.05; Layout.fillWidth: true }
            Words { text: sheet.why.rowText(sheet.line, "detail"); look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; Layout.fillWidth: true }
        }
    }
    Rectangle {
        implicitHeight: rule.implicitHeight + 2 * Theme.px(36)
        radius: Theme.radius.card
        color: Theme.color.canvas
        border.width: Theme.stroke.hair
        border.color: Theme.color.line
        Layout.fillWidth: true
        ColumnLayout {
            id: rule
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(36) }
            spacing: Theme.px(20)
            Repeater {
                model: sheet.steps
                WhyStep {
                    required property var modelData
                    look: modelData.look
                    icon: modelData.icon
                    text: modelData.text
                    detail: modelData.detail
                    amount: modelData.amount
                }
            }
            Rectangle { implicitHeight: Theme.stroke.hair; color: Theme.color.line; Layout.fillWidth: true }
            RowLayout {
                spacing: Theme.px(20)
                Icon { name: "storefront"; filled: true; color: Theme.color.ink2 }
                Words { text: qsTr("진열대 가격과 다르면 직원이 확인해 드려요"); look: Theme.type.label; font.weight: 500; Layout.fillWidth: true }
            }
        }
    }
    PrimaryButton { objectName: "primary"; label: qsTr("그래도 살게요"); guarded: false; Layout.fillWidth: true; Layout.topMargin: Theme.px(16); onActivated: sheet.closed() }
    GridLayout {
        columns: Theme.hugeText || Theme.compact ? 1 : 2
        columnSpacing: Theme.px(24)
        rowSpacing: Theme.px(20)
        SecondaryButton {
            objectName: "whyRemove"
            text: qsTr("빼기")
            icon: "trash"
            look: Theme.type.body
            guarded: true
            leastHeight: Theme.px(124)
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onActivated: {
                sheet.models.cart.remove(sheet.line);
                sheet.closed();
            }
        }
        SecondaryButton {
            objectName: "askStaff"
            text: qsTr("직원에게 물어보기")
            icon: "call-bell"
            look: Theme.type.body
            leastHeight: Theme.px(124)
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            onActivated: {
                sheet.models.help.callFor("price", sheet.why.sku(sheet.line));
                sheet.closed();
            }
        }
    }
    Words { text: qsTr("담은 뒤에는 가격이 오르지 않아요"); look: Theme.type.support; color: Theme.color.ink3; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
}
