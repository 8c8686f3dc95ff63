// S4, cash receipt: for a person or a business, its number on our own pad in dots, or none.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    // Beside each other the answers stay in sight below the page; with large text they go along with it.
    readonly property bool docked: !Theme.portrait && !Theme.hugeText && !Theme.compact
    readonly property CashReceiptViewModel receipt: models.payment.cashReceipt

    heading: qsTr("현금영수증 받을까요?")
    headingDetail: receipt.detail
    backOffered: true
    startOverOffered: false
    onBack: receipt.back()

    ScrollPage {
        anchors { fill: parent; bottomMargin: Theme.gap }
        spacing: Theme.gutter

        TitleBar { visible: !Theme.lowReach; title: screen.heading; onBack: screen.back() }
        GridLayout {
            columns: Theme.portrait ? 1 : 2
            rowSpacing: Theme.px(28)
            columnSpacing: Theme.gutter
            uniformCellWidths: !Theme.portrait
            Layout.alignment: Qt.AlignTop

            ColumnLayout {
                spacing: Theme.px(24)
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Words { visible: !Theme.lowReach && !Theme.compact; text: screen.receipt.detail; look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; Layout.fillWidth: true }
                GridLayout {
                    columns: Theme.hugeText ? 1 : 2
                    columnSpacing: Math.max(Theme.px(20), Theme.gap)
                    rowSpacing: columnSpacing
                    uniformCellWidths: true
                    Layout.fillWidth: true
                    ChoiceButton {
                        objectName: "consumer"
                        text: qsTr("소득공제")
                        chosen: screen.receipt.purpose === "consumer"
                        leastHeight: Theme.px(104)
                        Layout.fillWidth: true
                        onActivated: screen.receipt.choose("consumer")
                    }
                    ChoiceButton {
                        objectName: "business"
                        text: qsTr("지출증빙")
                        chosen: screen.receipt.purpose === "business"
                        leastHeight: Theme.px(104)
                        Layout.fillWidth: true
                        onActivated: screen.receipt.choose("business")
                    }
                }
                Card {
                    edge: problem.visible ? Theme.color.negative : Theme.color.line
                    edgeWidth: problem.visible ? Theme.stroke.selected : Theme.stroke.hair
                    Layout.fillWidth: true
                    ColumnLayout {
                        width: parent.width
                        spacing: Theme.px(12)
                        Words { visible: !problem.visible; text: screen.receipt.asked; look: Theme.type.label; color: Theme.color.ink2; Layout.fillWidth: true }
                        Words { id: problem; objectName: "problem"; visible: text !== ""; text: screen.receipt.problem; look: Theme.type.label; color: Theme.color.negative; Layout.fillWidth: true; Accessible.role: Accessible.AlertMessage }
                        Words {
                            objectName: "typed"
                            text: screen.receipt.dots || "–"
                            look: Theme.type.title
                            color: screen.receipt.filled ? Theme.color.ink : Theme.color.ink3
                            wrapMode: Text.NoWrap
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Theme.type.support.px / 2
                            Layout.fillWidth: true
                            Accessible.name: qsTr("%1자리를 눌렀어요").arg(screen.receipt.filled)
                        }
                    }
                }
            }
            PinPad {
                digits: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]
                filled: screen.receipt.filled
                dotted: false
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                onDigitPressed: digit => screen.receipt.press(digit)
                onErased: screen.receipt.erase()
                onCleared: screen.receipt.clear()
            }
        }
        Loader { active: !screen.docked; visible: active; sourceComponent: answers; Layout.fillWidth: true }
    }

    dock: Loader {
        active: screen.docked
        visible: active
        sourceComponent: answers
        Layout.fillWidth: true
        Layout.margins: Theme.px(20)
        Layout.leftMargin: Theme.page
        Layout.rightMargin: Theme.page
    }

    Component {
        id: answers
        GridLayout {
            columns: screen.docked ? 2 : 1
            columnSpacing: Theme.gutter
            rowSpacing: Theme.px(24)
            uniformCellWidths: true
            PrimaryButton {
                objectName: "primary"
                label: qsTr("이 번호로 받기")
                reason: screen.receipt.ready ? "" : qsTr("번호를 눌러 주세요")
                Layout.fillWidth: true
                onActivated: screen.receipt.confirm()
            }
            SecondaryButton {
                objectName: "refuseReceipt"
                text: qsTr("안 받을게요")
                look: Theme.type.body
                leastHeight: Theme.px(Theme.portrait ? 124 : 96)
                Layout.fillWidth: true
                onActivated: screen.receipt.refuse()
            }
            Words { visible: text !== ""; text: screen.receipt.refusal; look: Theme.type.support; color: Theme.color.ink3; Layout.columnSpan: screen.docked ? 2 : 1; Layout.fillWidth: true }
        }
    }
}
