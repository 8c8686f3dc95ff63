// A page's title with the way back before it and, if need be, one control (its child) after it.
import QtQuick
import QtQuick.Layouts
import Baro.theme

RowLayout {
    id: bar

    required property string title
    property bool backOffered: true
    property bool dark: false
    default property alias control: slot.data

    signal back()

    spacing: Theme.px(22)
    Layout.fillHeight: false

    IconButton {
        objectName: "back"
        visible: bar.backOffered
        icon: "arrow-left"
        tone: bar.dark ? "panel" : "secondary"
        spoken: qsTr("뒤로")
        implicitWidth: Math.max(Theme.px(88), Theme.target)
        onActivated: bar.back()
    }
    Words { text: bar.title; look: Theme.doubled ? Theme.type.heading : Theme.type.title; color: bar.dark ? Theme.staff.panelInk : Theme.color.ink; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
    Row { id: slot; spacing: Theme.px(14); visible: children.length > 0 }
}
