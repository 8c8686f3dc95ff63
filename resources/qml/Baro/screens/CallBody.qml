// What is known of a call for staff, and no more: for what, since when, and which of three steps it has reached.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ColumnLayout {
    id: body

    required property KioskModels models
    property color ground: Theme.color.canvas
    readonly property string step: models.help.step
    // A licence was just shown to the scanner: it is for staff's eyes.
    readonly property bool licence: models.cart.noticeKind === "licence_shown"

    spacing: Theme.px(32)

    Rectangle {
        implicitHeight: facts.implicitHeight + 2 * Theme.px(28)
        radius: Theme.radius.card
        color: body.ground
        border.width: Theme.stroke.hair
        border.color: Theme.color.line
        Layout.fillWidth: true
        GridLayout {
            id: facts
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(28) }
            columns: Theme.hugeText ? 1 : Theme.compact ? 2 : body.models.help.itemName !== "" ? 3 : 2
            columnSpacing: Theme.px(Theme.compact ? 14 : 28)
            rowSpacing: Theme.px(14)
            ProductPicture { visible: body.models.help.itemName !== ""; picture: body.models.help.itemPicture; tint: body.models.help.itemTint; category: body.models.help.itemCategory }
            ColumnLayout {
                spacing: Theme.px(10)
                Layout.fillWidth: true
                Badge { text: body.models.help.purpose; tone: "warning"; icon: body.models.help.reason === "age" ? "identification-card" : "call-bell"; look: Theme.type.support }
                Words { visible: text !== ""; text: body.models.help.itemName; font.weight: 700; lineHeight: 1; Layout.fillWidth: true }
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: false
                Layout.columnSpan: Theme.compact && !Theme.hugeText ? 2 : 1
                Words { text: qsTr("기다린 시간"); look: Theme.type.support; color: Theme.color.ink3; Layout.alignment: Theme.hugeText || Theme.compact ? Qt.AlignLeft : Qt.AlignRight }
                Words { text: body.models.help.elapsed; look: Theme.type.body; font.weight: 700; tabular: true; lineHeight: 1; Layout.alignment: Theme.hugeText || Theme.compact ? Qt.AlignLeft : Qt.AlignRight }
            }
        }
    }
    StepDots {
        visible: body.step !== "no_staff"
        labels: [qsTr("불렀어요"), qsTr("직원 확인"), qsTr("도착")]
        current: body.step === "taken" ? 2 : 1
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.px(980)
        Layout.alignment: Qt.AlignHCenter
    }
    Rectangle {
        visible: hint.text !== ""
        implicitHeight: row.implicitHeight + 2 * Theme.px(26)
        radius: Theme.radius.control
        color: Theme.color.sunken
        Layout.fillWidth: true
        RowLayout {
            id: row
            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width - 2 * Theme.px(24))
            spacing: Theme.px(16)
            Icon { name: body.licence ? "identification-card" : body.step === "late" ? "users" : "scan"; color: Theme.color.ink2 }
            Words {
                id: hint
                text: body.licence ? body.models.cart.noticeTitle
                    : body.step === "late" ? qsTr("직원에게 한 번 더 알렸어요")
                    : ["shopping", "age_check"].includes(body.models.session.stage) ? qsTr("기다리는 동안 다른 상품을 담을 수 있어요") : ""
                look: Theme.type.support
                font.weight: 600
                color: Theme.color.ink2
                Layout.fillWidth: true
            }
        }
    }
}
