// A row of a card: icon, what it is, one line of detail, and one control (its child) at the end.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Item {
    id: option

    required property string title
    property string detail: ""
    property string icon: ""
    property bool separated: true
    default property alias control: slot.data

    implicitHeight: Math.max(grid.implicitHeight + 2 * Theme.px(16), Theme.px(124))
    Layout.fillWidth: true

    GridLayout {
        id: grid
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        columns: Theme.hugeText ? 2 : 3
        columnSpacing: Theme.px(24)
        rowSpacing: Theme.px(8)
        Icon { visible: name !== ""; name: option.icon; color: Theme.color.ink2; size: Theme.icon.utility }
        ColumnLayout {
            spacing: 0
            Words { text: option.title; look: Theme.type.label; lineHeight: 1.05; Layout.fillWidth: true }
            Words { visible: text !== ""; text: option.detail; look: Theme.type.support; color: Theme.color.ink3; lineHeight: 1.05; Layout.fillWidth: true }
        }
        Flow { id: slot; spacing: Math.max(Theme.px(14), Theme.gap); visible: children.length > 0; Layout.columnSpan: Theme.hugeText ? 2 : 1; Layout.fillWidth: Theme.hugeText }
    }
    Rectangle {
        visible: option.separated
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Theme.stroke.hair
        color: Theme.color.line
    }
}
