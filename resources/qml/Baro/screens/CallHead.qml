// The news of a call for staff: called, seen, or taking longer.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

RowLayout {
    id: head

    required property KioskModels models
    readonly property string step: models.help.step
    readonly property bool late: step === "late" || step === "no_staff"

    spacing: Theme.px(30)
    Rectangle {
        implicitWidth: Theme.grown(Theme.compact ? 84 : 132)
        implicitHeight: implicitWidth
        radius: width / 2
        color: head.late ? Theme.color.warningSoft : head.step === "taken" ? Theme.color.positive : Theme.color.accent
        border.width: head.late ? Theme.px(4) : 0
        border.color: Theme.color.warning
        Layout.alignment: Qt.AlignTop
        Icon {
            anchors.centerIn: parent
            name: head.late ? "hourglass" : head.step === "taken" ? "person-simple-walk" : "call-bell"
            filled: !head.late && head.step !== "taken"
            size: parent.width * 0.52
            color: head.late ? Theme.color.warning : head.step === "taken" ? Theme.color.canvas : Theme.color.accentFg
        }
    }
    ColumnLayout {
        spacing: Theme.px(6)
        Words { text: head.models.help.title; look: Theme.doubled ? Theme.type.heading : Theme.type.title; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
        Words { visible: text !== ""; text: head.models.help.detail; look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; Layout.fillWidth: true }
    }
}
