// The way to pay, filled with the accent: card or phone at the terminal.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls

Pressable {
    id: tile

    readonly property string title: qsTr("카드 · 휴대폰 터치")
    // Why no card can be used now; disables.
    property string reason: ""
    readonly property string detail: reason || qsTr("단말기에 꽂거나 가까이 대 주세요")
    readonly property color ink: enabled ? Theme.color.accentFg : Theme.color.ink2

    spoken: title + ", " + detail
    enabled: reason === ""
    guarded: true
    ringRadius: Theme.radius.card
    implicitHeight: Math.max(column.implicitHeight + 2 * Theme.px(enabled ? 44 : 28), enabled ? Theme.px(Theme.compact ? 200 : Theme.lowReach ? 260 : 340) : 0)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius.card
        color: !tile.enabled ? Theme.color.sunken : tile.down ? Theme.color.accentPressed : Theme.color.accent
        border.width: tile.enabled ? 0 : Theme.stroke.control
        border.color: Theme.highContrast ? Theme.color.lineStrong : Theme.color.lineSoft
    }
    ColumnLayout {
        id: column
        anchors { left: parent.left; verticalCenter: parent.verticalCenter; leftMargin: Theme.px(Theme.compact ? 32 : 52) }
        width: parent.width - Theme.px(Theme.compact ? 64 : 104) - (drawing.visible ? drawing.width : 0)
        spacing: Theme.px(10)
        Words { text: tile.title; look: Theme.type.action; color: tile.ink; lineHeight: 1.05; font.weight: 800; Layout.fillWidth: true; Accessible.ignored: true }
        Words { text: tile.detail; look: Theme.type.label; font.weight: tile.enabled ? 500 : 700; color: tile.enabled ? tile.ink : Theme.color.warning; Layout.fillWidth: true; Accessible.ignored: true }
        Flow {
            visible: !Theme.compact && tile.enabled
            spacing: Theme.px(14)
            Layout.topMargin: Theme.px(20)
            Layout.fillWidth: true
            Repeater {
                model: [qsTr("신용·체크카드"), qsTr("휴대폰 결제")]
                Rectangle {
                    id: pill
                    required property string modelData
                    implicitWidth: kind.implicitWidth + 2 * Theme.px(22)
                    implicitHeight: kind.implicitHeight + 2 * Theme.px(12)
                    radius: height / 2
                    color: tile.down ? Theme.color.accentPressed : Theme.color.accent
                    border.width: Theme.stroke.control
                    border.color: Theme.faded(Theme.color.accentFg, 0.55)
                    Words { id: kind; anchors.centerIn: parent; text: pill.modelData; look: Theme.type.support; font.weight: 600; lineHeight: 1; wrapMode: Text.NoWrap; color: Theme.color.accentFg; Accessible.ignored: true }
                }
            }
        }
    }
    Item {
        id: drawing
        visible: tile.enabled && (Theme.portrait && !Theme.hugeText || !Theme.compact && !Theme.portrait && !Theme.large)
        anchors { right: parent.right; rightMargin: Theme.px(40); verticalCenter: parent.verticalCenter }
        width: Theme.px(250)
        height: Theme.px(260)

        Rectangle {
            x: 0; y: Theme.px(96)
            width: Theme.px(220); height: Theme.px(142)
            rotation: -13
            radius: Theme.px(16)
            color: Theme.color.accentPressed
            border.width: Theme.highContrast ? Theme.stroke.highContrast : 0
            border.color: Theme.color.accentFg
            Rectangle { x: Theme.px(24); y: Theme.px(34); width: Theme.px(42); height: Theme.px(32); radius: Theme.px(7); color: Theme.tile("butter") }
            Rectangle { x: Theme.px(24); y: Theme.px(100); width: Theme.px(100); height: Theme.px(12); radius: height / 2; color: Theme.faded(Theme.color.accentFg, 0.4) }
        }
        Rectangle {
            x: Theme.px(96); y: Theme.px(4)
            width: Theme.px(132); height: Theme.px(242)
            rotation: 8
            radius: Theme.px(26)
            color: Theme.staff.panel
            border.width: Theme.px(8)
            border.color: Theme.staff.panelInk
            Icon { anchors.centerIn: parent; name: "contactless-payment"; size: Theme.px(72); color: Theme.staff.panelPositive }
        }
    }
}
