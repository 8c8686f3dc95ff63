// One step of a price: a sign, what it is and by which rule, and its amount.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls

GridLayout {
    id: step

    required property string icon
    required property string text
    property string detail: ""
    property string amount: ""
    // base: the price to begin with; off: what came off; sum: what is paid; open: still to be had; ended: over.
    property string look: "base"
    readonly property bool off: look === "off"
    readonly property bool faint: look === "open" || look === "ended"
    readonly property color ink: off ? Theme.color.promo : look === "ended" ? Theme.color.ink2 : Theme.color.ink

    columns: Theme.hugeText ? 2 : 3
    columnSpacing: Theme.px(24)
    rowSpacing: 0
    Layout.fillWidth: true

    Rectangle {
        implicitWidth: Theme.grown(66)
        implicitHeight: implicitWidth
        radius: width / 2
        color: step.off ? Theme.color.promoFill : step.faint ? Theme.color.surface : Theme.color.ink
        border.width: step.faint ? Theme.stroke.control : 0
        border.color: Theme.color.lineStrong
        Layout.alignment: Qt.AlignTop
        Icon { anchors.centerIn: parent; name: step.icon; filled: !step.faint; size: parent.width * 0.55; color: step.off ? Theme.color.promoFg : step.faint ? Theme.color.ink2 : Theme.color.canvas }
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.grown(66)
        Words { text: step.text; look: Theme.type.label; font.weight: step.look === "sum" ? 700 : 600; lineHeight: 1.05; color: step.ink; Layout.fillWidth: true }
        Words { visible: text !== ""; text: step.detail; look: Theme.type.support; lineHeight: 1.05; color: Theme.color.ink2; Layout.fillWidth: true }
    }
    Words { visible: text !== ""; text: step.amount; look: step.look === "sum" ? Theme.type.heading : Theme.type.body; font.weight: 700; tabular: true; lineHeight: 1; font.strikeout: step.look === "ended"; color: step.ink; horizontalAlignment: Text.AlignRight; Layout.alignment: Qt.AlignTop; Layout.columnSpan: Theme.hugeText ? 2 : 1; Layout.fillWidth: Theme.hugeText }
}
