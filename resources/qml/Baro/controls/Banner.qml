// A message that stays: what happened, then what still works. Tones: warning, negative, positive, neutral.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Rectangle {
    id: banner

    required property string title
    property string detail: ""
    property string tone: "warning"
    property string icon: tone === "negative" ? "warning-circle" : tone === "positive" ? "check-circle"
        : tone === "warning" ? "warning" : "info"

    // An icon for what it is about, instead of the tone's own.
    property string sign: ""
    // One thing that can be done about it; beside the words where there is room, else under them.
    property string action: ""

    signal acted()

    readonly property color ink: tone === "negative" ? Theme.color.negative : tone === "positive" ? Theme.color.positive
        : tone === "warning" ? Theme.color.warning : Theme.color.ink2

    implicitHeight: row.implicitHeight + 2 * Theme.px(22)
    radius: Theme.radius.control + Theme.px(4)
    color: tone === "negative" ? Theme.color.negativeSoft : tone === "positive" ? Theme.color.positiveSoft
        : tone === "warning" ? Theme.color.warningSoft : Theme.color.sunken
    border.width: Theme.highContrast ? Theme.stroke.highContrast : 0
    border.color: ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: detail ? title + ". " + detail : title

    GridLayout {
        id: row
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Theme.px(30); rightMargin: Theme.px(30) }
        columns: banner.width - Theme.px(180) > 2.4 * way.implicitWidth ? 3 : 2
        columnSpacing: Theme.px(24)
        rowSpacing: Theme.px(16)

        Icon { name: banner.sign || banner.icon; filled: true; color: banner.ink; size: Theme.icon.button }
        ColumnLayout {
            spacing: Theme.px(4)
            Words { text: banner.title; look: Theme.type.label; font.weight: 700; lineHeight: 1.02; color: banner.ink; Layout.fillWidth: true; Accessible.ignored: true }
            Words { visible: text !== ""; text: banner.detail; look: Theme.type.support; color: banner.ink; Layout.fillWidth: true; Accessible.ignored: true }
        }
        ToneButton {
            id: way
            objectName: "bannerAction"
            visible: text !== ""
            text: banner.action
            look: Theme.type.support
            leastHeight: Theme.px(84)
            Layout.columnSpan: row.columns === 3 ? 1 : 2
            Layout.fillWidth: row.columns === 2
            onActivated: banner.acted()
        }
    }
}
