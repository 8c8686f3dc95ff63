// One side's evidence: lines of a name and what is known under it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls

Rectangle {
    id: box

    // Each line is a name, a tab and its value.
    required property list<string> lines
    property string title: ""
    // Beside another box there is room for one line under the other only.
    property bool paired: false

    implicitHeight: column.implicitHeight + 2 * Theme.px(20)
    radius: Theme.radius.control
    color: Theme.color.sunken

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.px(26); topMargin: Theme.px(20) }
        spacing: Theme.px(12)
        Words { visible: text !== ""; text: box.title; look: Theme.type.support; font.weight: 700; lineHeight: 1; Layout.fillWidth: true }
        GridLayout {
            visible: !box.paired
            columns: Theme.large && Theme.portrait ? 1 : 3
            columnSpacing: Theme.px(32)
            rowSpacing: Theme.px(8)
            uniformCellWidths: true
            Layout.fillWidth: true
            Repeater {
                model: box.paired ? [] : box.lines
                ColumnLayout {
                    id: cell
                    required property string modelData
                    readonly property var parts: modelData.split("\t")
                    spacing: 0
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    Words { text: cell.parts[0]; look: Theme.type.tech; color: Theme.color.ink3; lineHeight: 1; Layout.fillWidth: true }
                    Words { text: cell.parts[1]; look: Theme.type.support; font.weight: 700; lineHeight: 1; Layout.fillWidth: true }
                }
            }
        }
        Repeater {
            model: box.paired ? box.lines : []
            RowLayout {
                id: line
                required property string modelData
                readonly property var parts: modelData.split("\t")
                spacing: Theme.px(16)
                Words { text: line.parts[0]; look: Theme.type.tech; color: Theme.color.ink3; lineHeight: 1; Layout.maximumWidth: column.width * 0.4; Layout.alignment: Qt.AlignTop }
                Words { text: line.parts[1]; look: Theme.type.support; font.weight: 700; lineHeight: 1; horizontalAlignment: Text.AlignRight; Layout.fillWidth: true }
            }
        }
    }
}
