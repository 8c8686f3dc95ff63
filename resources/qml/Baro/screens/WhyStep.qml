// One step of a price: a sign, what it is, and its amount.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls

GridLayout {
    id: step

    required property string icon
    required property string text
    required property string amount
    property bool promoted: false
    property bool strong: false
    readonly property color ink: promoted ? Theme.color.promo : Theme.color.ink

    columns: Theme.hugeText ? 2 : 3
    columnSpacing: Theme.px(24)
    rowSpacing: 0
    Layout.fillWidth: true

    Rectangle {
        implicitWidth: Theme.grown(66)
        implicitHeight: implicitWidth
        radius: width / 2
        color: step.promoted ? Theme.color.promoFill : Theme.color.ink
        Icon { anchors.centerIn: parent; name: step.icon; filled: true; size: parent.width * 0.55; color: step.promoted ? Theme.color.promoFg : Theme.color.canvas }
    }
    Words { text: step.text; look: Theme.type.label; font.weight: step.strong ? 700 : 600; lineHeight: 1.05; color: step.ink; Layout.fillWidth: true }
    Words { text: step.amount; look: step.strong ? Theme.type.heading : Theme.type.body; font.weight: 700; tabular: true; lineHeight: 1; color: step.ink; horizontalAlignment: Text.AlignRight; Layout.columnSpan: Theme.hugeText ? 2 : 1; Layout.fillWidth: Theme.hugeText }
}
