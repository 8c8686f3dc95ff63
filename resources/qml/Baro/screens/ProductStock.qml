// Where a product is to be had: this shop, the nearest other one, delivery; each with the age of its count.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

GridLayout {
    id: grid

    required property ProductViewModel product

    columns: Theme.hugeText ? 1 : Theme.compact ? 2 : 3
    columnSpacing: Theme.px(16)
    rowSpacing: Theme.px(16)
    uniformCellWidths: true
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("재고")

    Repeater {
        model: grid.product.stocks
        Rectangle {
            id: card
            required property string title
            required property string count
            required property string detail
            required property string icon
            required property bool here
            readonly property color ink: here ? Theme.color.positive : Theme.color.ink
            implicitHeight: column.implicitHeight + 2 * Theme.px(20)
            radius: Theme.radius.button
            color: here ? Theme.color.positiveSoft : Theme.color.surface
            border.width: here ? Theme.stroke.control : Theme.stroke.hair
            border.color: here ? Theme.color.positive : Theme.color.line
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.Grouping
            Accessible.name: [title, count, detail].filter(part => part !== "").join(", ")
            ColumnLayout {
                id: column
                anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.px(20) }
                anchors { leftMargin: Theme.px(24); rightMargin: Theme.px(16) }
                spacing: Theme.px(4)
                RowLayout {
                    spacing: Theme.px(10)
                    Icon { name: card.icon; filled: true; color: card.here ? card.ink : Theme.color.ink2; size: Theme.icon.inline }
                    Words { text: card.title; look: Theme.type.support; font.weight: 600; lineHeight: 1; color: card.here ? card.ink : Theme.color.ink2; Layout.fillWidth: true; Accessible.ignored: true }
                }
                Words { text: card.count; font.pixelSize: card.count.length > 10 ? Theme.type.support.px : Theme.type.body.px; font.weight: 700; lineHeight: 1; color: card.ink; Layout.fillWidth: true; Accessible.ignored: true }
                Words { visible: text !== ""; text: card.detail; look: Theme.type.caption; lineHeight: 1; color: card.here ? card.ink : Theme.color.ink3; Layout.fillWidth: true; Accessible.ignored: true }
            }
        }
    }
}
