// The lowest bar of every screen: start over, language, display, help. Children are UtilityButtons.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Rectangle {
    id: bar

    default property alias buttons: row.data
    property bool dark: false

    implicitHeight: Theme.utilityBarHeight
    color: dark ? Theme.staff.panel : Theme.color.dock
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("도구 막대")

    Rectangle {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Theme.stroke.hair
        color: bar.dark ? Theme.staff.panelLine : Theme.color.line
    }

    RowLayout {
        id: row
        anchors.fill: parent
        anchors { leftMargin: Theme.px(12); rightMargin: Theme.px(12) }
        spacing: Theme.gap
        uniformCellSizes: true
    }
}
