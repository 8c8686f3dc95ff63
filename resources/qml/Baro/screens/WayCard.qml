// One place to pay: its name, a sign and a word that says whether it works.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls

Rectangle {
    id: card

    required property string title
    required property string words
    required property string icon
    property string tone: "positive"
    readonly property color ink: tone === "positive" ? Theme.color.positive : Theme.color.warning

    implicitHeight: column.implicitHeight + 2 * Theme.px(28)
    radius: Theme.radius.card
    color: tone === "positive" ? Theme.color.surface : Theme.color.warningSoft
    border.width: Theme.stroke.selected
    border.color: ink
    Accessible.role: Accessible.StaticText
    Accessible.name: title + ", " + words

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(20) }
        spacing: Theme.px(12)
        Icon { name: card.icon; filled: true; size: Theme.icon.tile; color: card.ink; Layout.alignment: Qt.AlignHCenter }
        Words { text: card.title; font.weight: 700; lineHeight: 1; color: card.ink; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Accessible.ignored: true }
        Words { text: card.words; look: Theme.type.support; font.weight: 600; color: card.ink; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Accessible.ignored: true }
    }
}
