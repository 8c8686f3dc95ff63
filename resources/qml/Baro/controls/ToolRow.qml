// The fixed tools; widths follow the words and the row is always full. Children are ToolButtons.
import QtQuick
import QtQuick.Layouts
import Baro.theme

GridLayout {
    columns: Theme.textScale >= 1.5 ? 2 : Math.max(1, visibleChildren.length)
    columnSpacing: Math.max(Theme.px(14), Theme.gap)
    rowSpacing: columnSpacing
    Layout.fillWidth: true
}
