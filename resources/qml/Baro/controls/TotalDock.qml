// The bottom of a buying screen: tools, count, saving, fee, total and the primary button.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Rectangle {
    id: dock

    required property string count
    required property string amount
    required property string action
    property string saving: ""
    property string fee: ""
    property string spokenTotal: ""
    property string reason: ""
    property bool busy: false
    property bool totalShown: true
    // On a wide screen the dock is a card in the right column and the tools lie under the list.
    property bool carded: !Theme.portrait
    default property alias tools: toolSlot.data
    property alias primary: payButton

    readonly property real padding: carded ? Theme.px(Theme.compact ? 24 : 28) : Theme.page

    signal activated()

    implicitHeight: column.implicitHeight + (Theme.compact ? Theme.px(28) : Theme.px(carded ? 24 : 26) + Theme.px(carded ? 28 : 44))
    color: carded ? Theme.color.surface : Theme.color.surface
    radius: carded ? Theme.radius.card : 0
    border.width: carded ? Theme.stroke.hair : 0
    border.color: Theme.color.line

    Rectangle {
        visible: !dock.carded
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Theme.stroke.hair
        color: Theme.color.line
    }

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top }
        anchors { leftMargin: dock.padding; rightMargin: dock.padding; topMargin: Theme.px(Theme.compact ? 14 : dock.carded ? 24 : 26) }
        spacing: Theme.px(Theme.compact ? 8 : dock.carded ? 18 : 26)

        ColumnLayout { id: toolSlot; visible: children.length > 0; spacing: 0; Layout.fillWidth: true }

        GridLayout {
            visible: dock.totalShown
            columns: (!dock.carded || dock.saving + dock.fee === "") && facts.implicitWidth + sum.implicitWidth + columnSpacing <= column.width ? 2 : 1
            columnSpacing: Theme.px(20)
            rowSpacing: 0

            GridLayout {
                id: facts
                // In a card count and saving share a line over the total.
                columns: dock.carded && !Theme.large ? 2 : 1
                columnSpacing: Theme.px(20)
                rowSpacing: Theme.px(2)
                Layout.fillWidth: true
                Words { text: dock.count; look: Theme.type.label; color: Theme.color.ink2; lineHeight: 1.05; Layout.fillWidth: true }
                RowLayout {
                    visible: dock.saving !== ""
                    spacing: Theme.px(10)
                    Icon { name: "tag"; filled: true; color: Theme.color.promo; size: Theme.grown(36) }
                    Words { text: dock.saving; look: Theme.type.support; font.weight: 600; color: Theme.color.promo; lineHeight: 1.05; Layout.fillWidth: true }
                }
                Words { visible: text !== ""; text: dock.fee; look: Theme.type.support; color: Theme.color.ink2; lineHeight: 1.05; Layout.fillWidth: true }
            }
            PriceText {
                id: sum
                objectName: "total"
                Layout.alignment: Qt.AlignRight
                amount: dock.amount
                look: Theme.compact ? Theme.type.title : Theme.type.amount
                room: dock.width - 2 * dock.padding
                color: dock.reason === "" ? Theme.color.ink : Theme.color.ink3
                spoken: dock.spokenTotal || sum.words
                weight: 800
            }
        }
        PrimaryButton {
            id: payButton
            objectName: "primary"
            label: dock.action
            reason: dock.reason
            busy: dock.busy
            arrow: true
            Layout.fillWidth: true
            onActivated: dock.activated()
        }
    }
}
