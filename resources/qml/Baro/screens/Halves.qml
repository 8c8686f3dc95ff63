// A page in two parts with its ways on: one below the other in portrait, side by side on a lying screen.
// The parts page when they are too tall; the ways on always stay in sight.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls

GridLayout {
    id: halves

    required property Component lead
    required property Component body
    property Component ways: null
    // A drawing in the first part takes the spare room; words do not.
    property bool leadFills: false

    columns: Theme.portrait ? 1 : 2
    columnSpacing: Theme.px(40)
    rowSpacing: 0
    uniformCellWidths: !Theme.portrait

    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Layout.fillHeight: true
        ScrollPage {
            spacing: Theme.px(30)
            centred: !halves.leadFills && !Theme.portrait
            padding: Theme.page
            Loader { sourceComponent: halves.lead; Layout.fillWidth: true; Layout.fillHeight: halves.leadFills }
            Loader { active: Theme.portrait; visible: active; sourceComponent: halves.body; Layout.fillWidth: true }
            Item { visible: Theme.portrait && !halves.leadFills; Layout.fillHeight: true }
        }
        Loader {
            active: halves.ways !== null
            visible: active
            sourceComponent: halves.ways
            Layout.fillWidth: true
            Layout.leftMargin: Theme.page
            Layout.rightMargin: Theme.portrait ? Theme.page : 0
            Layout.topMargin: Theme.px(Theme.compact ? 12 : 20)
            Layout.bottomMargin: Theme.px(Theme.portrait ? 40 : 16)
        }
    }
    Loader {
        active: !Theme.portrait
        visible: active
        sourceComponent: side
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    Component {
        id: side
        ScrollPage {
            centred: true
            padding: Theme.page
            Loader { sourceComponent: halves.body; Layout.fillWidth: true }
        }
    }
}
