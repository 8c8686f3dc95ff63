// D6: how the payment terminal answers now, what it can do, and how the last payments ended.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

StaffPage {
    id: screen

    readonly property TerminalCheckViewModel terminal: models.terminal

    dark: true
    heading: qsTr("결제 단말기")
    lane: terminal.station
    clock: terminal.clock
    before: IconButton { objectName: "back"; icon: "arrow-left"; spoken: qsTr("기기 점검으로"); tone: "panel"; onActivated: screen.models.navigator.back() }
    foot: [
        GridLayout {
            visible: screen.terminal.offered
            columns: Theme.large ? 1 : 2
            columnSpacing: Math.max(Theme.px(16), Theme.gap)
            rowSpacing: Theme.gap
            uniformCellWidths: true
            Layout.fillWidth: true
            Layout.leftMargin: Theme.page
            Layout.rightMargin: Theme.page
            Layout.bottomMargin: Theme.px(20)
            ToneButton { objectName: "tryTerminal"; visible: screen.terminal.trialOffered || screen.terminal.settling; enabled: screen.terminal.trialOffered; text: screen.terminal.settling ? qsTr("결제를 확인하는 중") : qsTr("%1 시험").arg(screen.terminal.trialAmount); icon: "credit-card"; tone: "panel"; look: Theme.type.support; padding: Theme.px(14); Layout.fillWidth: true; onActivated: screen.models.navigator.showSheet("try_terminal") }
            ToneButton { objectName: "askTerminal"; text: screen.terminal.asking ? screen.terminal.title : qsTr("다시 연결하고 묻기"); icon: "arrows-clockwise"; tone: "panelAccent"; look: Theme.type.support; padding: Theme.px(14); Layout.fillWidth: true; onActivated: screen.terminal.ask() }
        },
        TechnicianTabs { models: screen.models }
    ]

    function inkOf(tone: string): color {
        return tone === "good" ? Theme.staff.panelPositive : tone === "bad" ? Theme.staff.panelNegative : tone === "warn" ? Theme.staff.panelWarning : Theme.staff.panelInk2;
    }
    function signOf(tone: string): string {
        return tone === "good" ? "check-circle" : tone === "bad" || tone === "off" ? "x-circle" : tone === "warn" ? "warning" : "hourglass";
    }

    component Panel: Rectangle {
        id: panel
        property string title: ""
        default property alias rows: column.data
        implicitHeight: column.implicitHeight + 2 * Theme.px(24)
        radius: Theme.radius.card
        color: Theme.staff.panelRaised
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        ColumnLayout {
            id: column
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.px(26); topMargin: Theme.px(24) }
            spacing: Theme.px(14)
            Words { visible: text !== ""; text: panel.title; look: Theme.type.support; font.weight: 600; lineHeight: 1; color: Theme.staff.panelInk2; Layout.fillWidth: true }
        }
    }
    component Fact: RowLayout {
        id: fact
        required property string words
        required property string value
        property color ink: Theme.staff.panelInk
        spacing: Theme.px(20)
        Accessible.role: Accessible.StaticText
        Accessible.name: words + " " + value
        Words { text: fact.words; look: Theme.type.tech; lineHeight: 1; color: Theme.staff.panelInk2; Layout.fillWidth: true; Accessible.ignored: true }
        Words { text: fact.value; look: Theme.type.support; font.weight: 700; lineHeight: 1; tabular: true; color: fact.ink; horizontalAlignment: Text.AlignRight; wrapMode: Text.WrapAnywhere; Layout.maximumWidth: screen.width * 0.6; Accessible.ignored: true }
    }

    ScrollPage {
        visible: screen.terminal.offered
        anchors { fill: parent; bottomMargin: Theme.px(12) }
        spacing: Theme.px(16)

        GridLayout {
            columns: Theme.portrait ? 1 : 2
            columnSpacing: Theme.px(20)
            rowSpacing: Theme.px(16)
            uniformCellWidths: true
            Layout.fillWidth: true
            Layout.fillHeight: false

            ColumnLayout {
                spacing: Theme.px(16)
                Layout.alignment: Qt.AlignTop
                Panel {
                    RowLayout {
                        spacing: Theme.px(24)
                        Icon { name: screen.signOf(screen.terminal.tone); filled: true; size: Theme.icon.tile; color: screen.inkOf(screen.terminal.tone) }
                        ColumnLayout {
                            spacing: Theme.px(4)
                            Words { objectName: "condition"; text: screen.terminal.title; look: Theme.type.label; font.weight: 800; lineHeight: 1.05; color: screen.inkOf(screen.terminal.tone); Layout.fillWidth: true }
                            Words { visible: text !== ""; text: screen.terminal.advice; look: Theme.type.support; color: Theme.staff.panelInk; Layout.fillWidth: true }
                            Words { visible: text !== ""; text: screen.terminal.message; look: Theme.type.tech; color: Theme.staff.panelInk2; wrapMode: Text.Wrap; Layout.fillWidth: true }
                        }
                    }
                    Fact { words: qsTr("왕복 시간"); value: screen.terminal.roundTrip === "–" ? "–" : screen.terminal.roundTrip + "ms"; ink: screen.terminal.slow ? Theme.staff.panelWarning : Theme.staff.panelInk }
                    Fact { words: qsTr("물어본 때"); value: screen.terminal.askedAt }
                    Repeater {
                        model: screen.terminal.versions
                        Fact {
                            required property string modelData
                            words: modelData.split("\t")[0]
                            value: modelData.split("\t")[1]
                        }
                    }
                }
                Panel {
                    visible: screen.terminal.untried
                    RowLayout {
                        spacing: Theme.px(20)
                        Icon { name: "warning"; filled: true; size: Theme.icon.button; color: Theme.staff.panelWarning }
                        Words { objectName: "untried"; text: qsTr("이 방식은 실제 단말기로 시험하지 않았어요. 팔기 전에 단말기로 확인해 주세요"); look: Theme.type.support; font.weight: 600; color: Theme.staff.panelWarning; Layout.fillWidth: true }
                    }
                }
            }
            Panel {
                title: qsTr("최근 결과")
                Words { visible: results.count === 0; text: qsTr("아직 결제한 적이 없어요"); look: Theme.type.tech; color: Theme.staff.panelInk3; Layout.fillWidth: true }
                Repeater {
                    id: results
                    model: screen.terminal.results
                    ColumnLayout {
                        id: result
                        required property var modelData
                        required property int index
                        spacing: Theme.px(6)
                        Layout.fillWidth: true
                        Accessible.role: Accessible.StaticText
                        Accessible.name: [modelData.at, modelData.words, modelData.amount, modelData.codes].join(", ")
                        Rectangle { visible: result.index > 0; implicitHeight: Theme.stroke.hair; color: Theme.staff.panelLine; Layout.fillWidth: true; Layout.bottomMargin: Theme.px(8) }
                        RowLayout {
                            spacing: Theme.px(14)
                            Icon { name: screen.signOf(result.modelData.tone); filled: true; size: Theme.icon.inline; color: screen.inkOf(result.modelData.tone) }
                            Words { text: result.modelData.words; look: Theme.type.support; font.weight: 700; lineHeight: 1; color: screen.inkOf(result.modelData.tone); Layout.fillWidth: true; Accessible.ignored: true }
                            Words { text: result.modelData.amount; look: Theme.type.support; font.weight: 700; lineHeight: 1; tabular: true; color: Theme.staff.panelInk; wrapMode: Text.NoWrap; Accessible.ignored: true }
                        }
                        Words { text: result.modelData.at + " · " + result.modelData.codes; look: Theme.type.tech; lineHeight: 1; color: Theme.staff.panelInk2; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
                    }
                }
            }
        }
        Panel {
            title: qsTr("할 수 있는 것")
            GridLayout {
                columns: Theme.large && Theme.portrait ? 1 : Theme.portrait ? 2 : 3
                columnSpacing: Theme.px(24)
                rowSpacing: Theme.px(12)
                uniformCellWidths: true
                Layout.fillWidth: true
                Repeater {
                    model: screen.terminal.abilities
                    RowLayout {
                        id: ability
                        required property var modelData
                        spacing: Theme.px(14)
                        Layout.fillWidth: true
                        Accessible.role: Accessible.StaticText
                        Accessible.name: modelData.able ? modelData.text : qsTr("%1 안 됨").arg(modelData.text)
                        Icon { name: ability.modelData.able ? "check" : "x"; size: Theme.icon.inline; color: ability.modelData.able ? Theme.staff.panelPositive : Theme.staff.panelInk3 }
                        Words { text: ability.modelData.text; look: Theme.type.tech; lineHeight: 1.05; color: ability.modelData.able ? Theme.staff.panelInk : Theme.staff.panelInk3; Layout.fillWidth: true; Accessible.ignored: true }
                    }
                }
            }
        }
        Item { Layout.fillHeight: true }
    }
    Words {
        visible: !screen.terminal.offered
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.page }
        text: screen.terminal.title + ". " + screen.terminal.advice
        look: Theme.type.label
        color: Theme.staff.panelInk
        horizontalAlignment: Text.AlignHCenter
    }
}
