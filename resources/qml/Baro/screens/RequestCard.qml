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
    required property list<string> theirs
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
        GridLayout {
            visible: card.evidence.length > 0 || card.theirs.length > 0
            columns: card.theirs.length > 0 && !Theme.large && !Theme.compact ? 2 : 1
            columnSpacing: Theme.px(20)
            rowSpacing: Theme.px(20)
            uniformCellWidths: true
            Layout.fillWidth: true
            EvidenceBox { visible: card.evidence.length > 0; title: card.theirs.length > 0 ? qsTr("우리가 요청한 것") : ""; lines: card.evidence; paired: card.theirs.length > 0; Layout.fillWidth: true; Layout.fillHeight: true; Layout.alignment: Qt.AlignTop }
            EvidenceBox { visible: card.theirs.length > 0; title: qsTr("단말기가 말한 것"); lines: card.theirs; paired: true; Layout.fillWidth: true; Layout.fillHeight: true; Layout.alignment: Qt.AlignTop }
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
