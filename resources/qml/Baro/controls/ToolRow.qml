// The fixed tools; widths follow the words and the row is always full. Children are ToolButtons.
import QtQuick
import QtQuick.Layouts
import Baro.theme

GridLayout {
    id: row

    // What each tool can give of its padding.
    readonly property real slack: Theme.px(Theme.portrait ? 24 : 12)
    // One row while the words fit, else two columns, in which they wrap.
    readonly property real wanted: {
        let sum = -columnSpacing;
        for (const tool of visibleChildren)
            sum += tool.implicitWidth - slack + columnSpacing;
        return sum;
    }

    columns: wanted <= width ? Math.max(1, visibleChildren.length) : 2
    columnSpacing: Math.max(Theme.px(14), Theme.gap)
    rowSpacing: columnSpacing
    Layout.fillWidth: true
}
