// A button in one of the tones: secondary, tonal, ink, danger, text, sunken, panel, panelAccent, primary.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Pressable {
    id: button

    required property string text
    property string detail: ""
    property string tone: "secondary"
    property string icon: ""
    property bool iconFilled: false
    property bool iconShown: true
    property string trailingIcon: ""
    property bool iconAbove: false
    property TypeStyle look: Theme.type.label
    property int iconSize: look === Theme.type.label ? Theme.icon.inline : Theme.icon.button
    property real padding: Theme.px(28)
    property int weight: 700
    property real leastHeight: Theme.controlHeight

    readonly property bool outlined: tone === "secondary" || tone === "danger"
    readonly property color fill: {
        switch (tone) {
        case "primary": return enabled ? (down ? Theme.color.accentPressed : Theme.color.accent) : Theme.color.sunken;
        case "tonal": return Theme.color.accentSoft;
        case "ink": return Theme.color.ink;
        case "sunken": return Theme.color.control;
        case "panel": return Theme.staff.panelControl;
        case "panelAccent": return Theme.color.accent;
        case "text": return Theme.faded(Theme.color.ink, 0);
        default: return Theme.color.surface;
        }
    }
    readonly property color textColor: {
        if (!enabled)
            return Theme.color.ink3;
        switch (tone) {
        case "primary":
        case "panelAccent": return Theme.color.accentFg;
        case "tonal": return Theme.color.accentText;
        case "ink": return Theme.color.canvas;
        case "danger": return Theme.color.negative;
        case "panel": return Theme.staff.panelInk;
        default: return Theme.color.ink;
        }
    }

    spoken: detail ? text + ", " + detail : text
    implicitWidth: Math.max(Theme.target, content.implicitWidth + 2 * padding)
    implicitHeight: Math.max(leastHeight, Theme.target, content.implicitHeight + 2 * Theme.px(12))

    Rectangle {
        anchors.fill: parent
        radius: button.ringRadius
        color: button.fill
        border.width: button.tone === "primary" && button.enabled ? 0
            : button.outlined || Theme.highContrast && button.tone !== "panel" ? Theme.stroke.control
            : !button.enabled ? Theme.stroke.control : 0
        border.color: !button.enabled ? Theme.color.lineSoft
            : button.tone === "danger" ? Theme.color.negative : Theme.color.lineStrong

        Rectangle {
            anchors.fill: parent
            radius: button.ringRadius
            color: Theme.faded(Theme.color.ink, button.down && button.tone !== "primary" ? 0.08 : 0)
        }
    }

    GridLayout {
        id: content
        anchors.centerIn: parent
        width: Math.min(implicitWidth, button.width - 2 * Theme.px(12))
        columns: button.iconAbove ? 1 : 3
        columnSpacing: Theme.px(16)
        rowSpacing: Theme.px(4)

        Icon {
            visible: name !== "" && button.iconShown
            name: button.icon
            filled: button.iconFilled
            color: button.textColor
            size: button.iconSize
            Layout.alignment: Qt.AlignCenter
        }
        ColumnLayout {
            spacing: 0
            Words {
                text: button.text
                look: button.look
                color: button.textColor
                lineHeight: 1
                font.weight: Math.max(button.weight, button.look.weight)
                horizontalAlignment: button.detail && !button.iconAbove ? Text.AlignLeft : Text.AlignHCenter
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Words {
                visible: text !== ""
                text: button.detail
                look: Theme.type.support
                color: button.textColor
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
        Icon {
            visible: name !== "" && !button.iconAbove
            name: button.trailingIcon
            color: button.textColor
            size: button.iconSize
            Layout.alignment: Qt.AlignCenter
        }
    }
}
