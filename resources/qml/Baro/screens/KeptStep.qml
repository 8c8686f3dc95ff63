// One step of a kept order: sign, what it is, whether it is paid, and how much.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls

GridLayout {
    id: step

    required property string icon
    required property string title
    property string detail: ""
    property string tone: "neutral"
    property string badge: ""
    property string amount: ""
    readonly property color ink: tone === "positive" ? Theme.color.positive : tone === "warning" ? Theme.color.warning : Theme.color.ink2

    columns: Theme.hugeText ? 2 : 3
    columnSpacing: Theme.px(28)
    rowSpacing: Theme.px(8)
    Layout.fillWidth: true

    Rectangle {
        implicitWidth: Theme.grown(74)
        implicitHeight: implicitWidth
        radius: width / 2
        color: step.tone === "positive" ? Theme.color.positive : step.tone === "warning" ? Theme.color.warningSoft : Theme.color.surface
        border.width: step.tone === "positive" ? 0 : Theme.px(4)
        border.color: step.tone === "warning" ? Theme.color.warning : Theme.color.lineStrong
        Layout.alignment: Qt.AlignTop
        Icon { anchors.centerIn: parent; name: step.icon; size: parent.width * 0.55; color: step.tone === "positive" ? Theme.color.canvas : step.ink }
    }
    ColumnLayout {
        spacing: Theme.px(2)
        Words { text: step.title; look: Theme.type.label; font.weight: 700; lineHeight: 1.05; Layout.fillWidth: true }
        Words { visible: text !== ""; text: step.detail; look: Theme.type.support; color: Theme.color.ink3; lineHeight: 1.05; Layout.fillWidth: true }
    }
    ColumnLayout {
        visible: step.badge !== ""
        spacing: Theme.px(6)
        Layout.columnSpan: Theme.hugeText ? 2 : 1
        Layout.alignment: Qt.AlignTop | Qt.AlignRight
        Badge { text: step.badge; tone: step.tone; icon: step.tone === "positive" ? "check-circle" : "hourglass"; Layout.alignment: Qt.AlignRight }
        PriceText { visible: step.amount !== ""; amount: step.amount; Layout.alignment: Qt.AlignRight }
    }
}
