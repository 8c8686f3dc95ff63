// The lowest bar of pages that have no other utilities: a sentence and the call for staff.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Rectangle {
    id: bar

    required property KioskModels models

    implicitHeight: Math.max(Theme.utilityBarHeight, row.implicitHeight + 2 * Theme.px(16))
    color: Theme.color.dock
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("도구 막대")

    Rectangle {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Theme.stroke.hair
        color: Theme.color.line
    }
    RowLayout {
        id: row
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width - 2 * Theme.page)
        spacing: Theme.px(20)
        Icon { name: "call-bell"; size: Theme.icon.utility; color: Theme.color.ink2 }
        Words { text: qsTr("도움이 필요하면 직원을 불러 주세요"); look: Theme.type.utility; font.weight: 600; lineHeight: 1; color: Theme.color.ink; Layout.fillWidth: true }
        ToneButton {
            objectName: "help"
            text: bar.models.help.called ? qsTr("직원 호출함") : qsTr("직원 호출")
            tone: bar.models.help.called ? "tonal" : "secondary"
            look: Theme.type.utility
            leastHeight: Theme.px(84)
            padding: Theme.px(36)
            onActivated: bar.models.help.call()
        }
    }
}
