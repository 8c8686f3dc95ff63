// The lowest bar of a page whose call for staff stands elsewhere: what is going on.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls

Rectangle {
    id: bar

    required property string text
    required property string icon

    implicitHeight: Math.max(Theme.utilityBarHeight, row.implicitHeight + 2 * Theme.px(16))
    color: Theme.color.dock

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
        Icon { name: bar.icon; size: Theme.icon.utility; color: Theme.color.ink2 }
        Words { text: bar.text; look: Theme.type.utility; font.weight: 600; lineHeight: 1; color: Theme.color.ink; Layout.fillWidth: true }
    }
}
