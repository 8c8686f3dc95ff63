// What every staff and technician page has: a dark head that no shopper's page has, a title, controls, the rest.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

FocusScope {
    id: page

    required property KioskModels models
    required property string heading
    property string detail: ""
    property string icon: ""
    // Dark all over, as the technician's pages with live pictures are.
    property bool dark: false
    property string clock: models.session.clock
    property string lane: models.session.lane
    default property alias middle: middleSlot.data
    property alias before: beforeSlot.data
    property alias foot: footSlot.data
    property alias controls: controlSlot.data
    property alias head: headSlot.data

    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: heading

    Rectangle { anchors.fill: parent; color: page.dark ? Theme.staff.panel : Theme.color.canvas }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Rectangle {
            implicitHeight: top.implicitHeight + Theme.px(Theme.compact ? 20 : 28)
            color: Theme.staff.panel
            Layout.fillWidth: true
            ColumnLayout {
                id: top
                anchors { left: parent.left; right: parent.right; top: parent.top }
                spacing: Theme.px(Theme.compact ? 10 : 20)
                InfoBar {
                    dark: true
                    shop: page.models.session.shop
                    lane: page.lane
                    clock: page.clock
                    Layout.fillWidth: true
                }
                GridLayout {
                    columns: titles.implicitWidth + controlSlot.implicitWidth + columnSpacing <= width ? 2 : 1
                    columnSpacing: Theme.px(20)
                    rowSpacing: Theme.px(16)
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.page
                    Layout.rightMargin: Theme.page
                    RowLayout {
                        id: titles
                        spacing: Theme.px(20)
                        Layout.fillWidth: true
                        Row { id: beforeSlot; visible: children.length > 0 }
                        Icon { visible: name !== ""; name: page.icon; filled: true; color: Theme.staff.panelWarning; size: Theme.icon.tile }
                        GridLayout {
                            columns: Theme.large || page.detail === "" ? 1 : 2
                            columnSpacing: Theme.px(20)
                            rowSpacing: 0
                            Words { text: page.heading; look: Theme.type.heading; font.weight: 800; lineHeight: 1; color: Theme.staff.panelInk; Layout.fillWidth: parent.columns === 1; Accessible.role: Accessible.Heading }
                            Words { visible: text !== ""; text: page.detail; look: Theme.type.support; lineHeight: 1; color: Theme.staff.panelInk2; Layout.fillWidth: true }
                        }
                    }
                    Row { id: controlSlot; spacing: Math.max(Theme.px(14), Theme.gap) }
                }
                ColumnLayout {
                    id: headSlot
                    visible: children.length > 0
                    spacing: 0
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.page
                    Layout.rightMargin: Theme.page
                }
            }
        }
        Item { id: middleSlot; Layout.fillWidth: true; Layout.fillHeight: true }
        ColumnLayout { id: footSlot; visible: children.length > 0; spacing: 0; Layout.fillWidth: true }
    }
}
