// One thing that waits for staff: what it is about, what the rule says, the evidence, and the answers.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls

Rectangle {
    id: card

    required property string badge
    required property string rule
    required property string title
    required property string detail
    required property string icon
    required property string picture
    required property string tint
    required property string category
    required property string approve
    required property string refuse
    required property string takenBy
    required property bool takeOffered
    required property list<string> evidence
    required property string notAllowed
    required property string change
    required property int index

    signal taken()
    signal approved()
    signal refused()
    signal changeAsked()

    implicitHeight: column.implicitHeight + 2 * Theme.px(36)
    radius: Theme.radius.card
    color: Theme.color.surface
    border.width: index === 0 ? Theme.stroke.selected : Theme.stroke.hair
    border.color: index === 0 ? Theme.color.warning : Theme.color.line
    Accessible.role: Accessible.Grouping
    Accessible.name: [badge, rule, title, detail].filter(part => part !== "").join(", ")

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.px(36) }
        spacing: Theme.px(24)

        RowLayout {
            spacing: Theme.px(32)
            ProductPicture { visible: card.picture !== "" && !Theme.hugeText; picture: card.picture; tint: card.tint; category: card.category; side: Theme.grown(Theme.compact ? 128 : 176); Layout.alignment: Qt.AlignTop }
            Rectangle {
                visible: card.picture === "" && !Theme.hugeText
                implicitWidth: Theme.grown(112)
                implicitHeight: implicitWidth
                radius: Theme.radius.button
                color: Theme.color.control
                Layout.alignment: Qt.AlignTop
                Icon { anchors.centerIn: parent; name: card.icon; filled: true; color: Theme.color.ink2; size: Theme.icon.tile }
            }
            ColumnLayout {
                spacing: Theme.px(8)
                Flow {
                    spacing: Theme.px(12)
                    Layout.fillWidth: true
                    Badge { text: card.badge; tone: "warning"; icon: card.icon; Accessible.ignored: true }
                    Badge { visible: text !== ""; text: card.rule; Accessible.ignored: true }
                    Badge { visible: text !== ""; text: card.takenBy; tone: "positive"; icon: "check"; iconFilled: false }
                }
                Words { text: card.title; font.weight: 700; lineHeight: 1.05; Layout.fillWidth: true; Accessible.ignored: true }
                Words { visible: text !== ""; text: card.detail; look: Theme.type.support; color: Theme.color.ink2; Layout.fillWidth: true; Accessible.ignored: true }
            }
        }
        Rectangle {
            visible: card.evidence.length > 0
            implicitHeight: lines.implicitHeight + 2 * Theme.px(20)
            radius: Theme.radius.control
            color: Theme.color.sunken
            Layout.fillWidth: true
            GridLayout {
                id: lines
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(26) }
                columns: Theme.large && Theme.portrait ? 1 : 3
                columnSpacing: Theme.px(32)
                rowSpacing: Theme.px(8)
                uniformCellWidths: true
                Repeater {
                    model: card.evidence
                    ColumnLayout {
                        id: line
                        required property string modelData
                        readonly property var parts: modelData.split("\t")
                        spacing: 0
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop
                        Words { text: line.parts[0]; look: Theme.type.tech; color: Theme.color.ink3; lineHeight: 1; Layout.fillWidth: true }
                        Words { text: line.parts[1]; look: Theme.type.support; font.weight: 700; lineHeight: 1; Layout.fillWidth: true }
                    }
                }
            }
        }
        Words { visible: text !== ""; text: card.notAllowed; look: Theme.type.label; color: Theme.color.warning; Layout.fillWidth: true }
        GridLayout {
            visible: card.takeOffered || card.refuse !== "" || card.change !== "" || card.approve !== ""
            columns: Theme.large && Theme.portrait ? 1 : 3
            columnSpacing: Math.max(Theme.px(20), Theme.mm(4))
            rowSpacing: columnSpacing
            Layout.fillWidth: true
            ToneButton { objectName: "take_" + card.index; visible: card.takeOffered; text: qsTr("맡을게요"); icon: "hand-waving"; Layout.fillWidth: true; onActivated: card.taken() }
            ToneButton { objectName: "refuse_" + card.index; visible: text !== ""; text: card.refuse; tone: "danger"; icon: "x"; guarded: true; Layout.fillWidth: true; onActivated: card.refused() }
            ToneButton { objectName: "change_" + card.index; visible: text !== ""; text: card.change; icon: "tag"; Layout.fillWidth: true; onActivated: card.changeAsked() }
            ToneButton { objectName: "approve_" + card.index; visible: text !== ""; text: card.approve; tone: "ink"; icon: "check"; guarded: true; Layout.fillWidth: true; onActivated: card.approved() }
        }
    }
}
