// Nothing here yet, or nothing found: a drawing, one sentence, one line, and up to three ways on (children).
import QtQuick
import QtQuick.Layouts
import Baro.theme

ColumnLayout {
    id: empty

    required property string title
    property string detail: ""
    property string icon: "package"
    property string tone: "neutral"
    default property alias ways: slot.data

    readonly property color ink: tone === "positive" ? Theme.color.positive : tone === "negative" ? Theme.color.negative
        : tone === "warning" ? Theme.color.warning : tone === "accent" ? Theme.color.accentText : Theme.color.ink2

    spacing: Theme.px(Theme.compact ? 12 : 24)

    Rectangle {
        visible: !Theme.compact
        implicitWidth: Theme.grown(Theme.compact ? 96 : 172)
        implicitHeight: implicitWidth
        radius: width / 2
        color: empty.tone === "positive" ? Theme.color.positiveSoft : empty.tone === "negative" ? Theme.color.negativeSoft
            : empty.tone === "warning" ? Theme.color.warningSoft : empty.tone === "accent" ? Theme.color.accentSoft : Theme.color.sunken
        border.width: empty.tone === "neutral" ? 0 : Theme.px(5)
        border.color: empty.ink
        Layout.alignment: Qt.AlignHCenter
        Icon { anchors.centerIn: parent; name: empty.icon; filled: true; color: empty.ink; size: parent.width * 0.48 }
    }
    Words { text: empty.title; look: Theme.compact || Theme.doubled ? Theme.type.title : Theme.type.display; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
    Words { visible: text !== ""; text: empty.detail; look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
    ColumnLayout { id: slot; spacing: Theme.px(20); visible: children.length > 0; Layout.fillWidth: true }
}
