// One place in the utility bar; a place keeps its position when its word changes.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Pressable {
    id: place

    required property string text
    required property string icon
    property bool accented: false
    property bool dark: false

    readonly property color ink: dark ? (accented ? Theme.staff.panelWarning : Theme.staff.panelInk)
        : accented ? Theme.color.accentText : Theme.color.ink

    spoken: text
    implicitHeight: Theme.target
    implicitWidth: Theme.target
    ringRadius: Theme.radius.control
    Layout.fillWidth: true
    Layout.fillHeight: true

    Rectangle {
        visible: place.x > Theme.px(40)
        anchors { left: parent.left; leftMargin: -Theme.gap / 2; verticalCenter: parent.verticalCenter }
        width: Math.max(1, Theme.stroke.hair)
        height: parent.height * 0.45
        color: place.dark ? Theme.staff.panelLine : Theme.color.line
    }
    Row {
        anchors.centerIn: parent
        spacing: Theme.px(14)
        Icon {
            id: sign
            anchors.verticalCenter: parent.verticalCenter
            name: place.icon
            color: place.accented ? place.ink : place.dark ? Theme.staff.panelInk2 : Theme.color.ink2
            size: Theme.icon.utility
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, place.width - sign.width - Theme.px(26))
            text: place.text
            look: Theme.type.utility
            font.weight: 600
            lineHeight: 0.95
            maximumLineCount: 2
            color: place.ink
            Accessible.ignored: true
        }
    }
}
