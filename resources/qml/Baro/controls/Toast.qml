// One line above the dock that leaves by itself, with an undo while it stays; takes no focus.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Rectangle {
    id: toast

    required property string text
    property string action: ""
    property bool shown: text !== ""

    signal undone()
    signal ended()

    visible: shown
    implicitHeight: row.implicitHeight + 2 * Theme.px(16)
    radius: Theme.radius.button
    color: Theme.color.ink
    border.width: Theme.highContrast ? Theme.stroke.highContrast : 0
    border.color: Theme.color.lineStrong
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Timer {
        interval: Theme.toastMs
        running: toast.shown
        onTriggered: toast.ended()
    }
    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Theme.px(36); rightMargin: Theme.px(16) }
        spacing: Theme.px(20)
        Words { text: toast.text; look: Theme.type.label; color: Theme.color.canvas; Layout.fillWidth: true; Accessible.ignored: true }
        ToneButton {
            objectName: "toastUndo"
            visible: toast.action !== ""
            text: toast.action
            icon: "arrow-u-up-left"
            onActivated: toast.undone()
        }
    }
}
