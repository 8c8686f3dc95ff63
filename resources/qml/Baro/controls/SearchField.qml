// What is being looked for: text as composed by Python, a caret, and a way to clear it.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Rectangle {
    id: field

    required property string text
    property string placeholder: qsTr("상품 이름, 초성, 바코드")

    // Set while the keyboard is down: a touch on the field asks for it.
    property bool keyboardOffered: false

    signal cleared()
    signal keyboardAsked()

    implicitHeight: Math.max(Theme.px(Theme.compact ? 84 : 110), Theme.target + Theme.px(12), Theme.type.body.px * 1.5)
    radius: Theme.radius.button
    color: Theme.color.surface
    border.width: Theme.stroke.selected
    border.color: Theme.color.accent
    Accessible.role: Accessible.EditableText
    Accessible.name: qsTr("찾는 말")
    Accessible.description: text

    RowLayout {
        anchors.fill: parent
        anchors { leftMargin: Theme.px(30); rightMargin: Theme.px(6) }
        spacing: Theme.px(24)

        Icon { name: "magnifying-glass"; color: Theme.color.accent; size: Theme.icon.button }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            TextMetrics { id: natural; font.family: Theme.family; font.pixelSize: typed.look.px; font.weight: typed.look.weight; text: typed.text }
            Words {
                id: typed
                readonly property real fit: Math.min(1, (parent.width - Theme.px(12)) / Math.max(1, natural.advanceWidth * 1.03))
                font.pixelSize: Math.max(Theme.type.smallestPx, Math.floor(look.px * fit))
                anchors.verticalCenter: parent.verticalCenter
                x: Math.min(0, parent.width - implicitWidth - Theme.px(12))
                text: field.text || field.placeholder
                look: field.text ? Theme.type.body : Theme.type.label
                lineHeight: 1
                wrapMode: Text.NoWrap
                width: field.text ? implicitWidth : parent.width
                elide: field.text ? Text.ElideNone : Text.ElideRight
                color: field.text ? Theme.color.ink : Theme.color.ink3
            }
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                x: field.text ? typed.x + typed.implicitWidth + Theme.px(6) : -Theme.px(2)
                width: Theme.px(4)
                height: Theme.type.body.px * 1.15
                visible: field.text !== "" && !field.keyboardOffered
                color: Theme.color.accent
            }
            Pressable {
                objectName: "searchTouch"
                anchors.fill: parent
                visible: field.keyboardOffered
                shrinks: false
                spoken: qsTr("자판 올리기")
                ringRadius: Theme.radius.control
                onActivated: field.keyboardAsked()
            }
        }
        Pressable {
            id: clear
            objectName: "searchClear"
            visible: field.text !== ""
            spoken: qsTr("지우기")
            implicitWidth: Theme.target
            implicitHeight: Theme.target
            ringRadius: Theme.target / 2
            onActivated: field.cleared()
            Rectangle {
                anchors.centerIn: parent
                width: Math.min(Theme.px(72), clear.width)
                height: width
                radius: width / 2
                color: Theme.color.sunken
                Icon { anchors.centerIn: parent; name: "x"; size: Theme.px(34); color: Theme.color.ink2 }
            }
        }
    }
}
