// The receipt: QR for the phone, paper on request, how it was paid.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Card {
    id: card

    required property KioskModels models
    readonly property bool paperOffered: ["offered", "printed", "failed"].includes(models.done.printState)
    readonly property bool severalTenders: models.done.tenderRows.length > 1
    readonly property bool printing: models.done.printState === "printing"
    readonly property bool paperTrouble: ["out_of_paper", "failed"].includes(models.done.printState)

    raised: true
    padding: Theme.px(Theme.compact ? 32 : 48)

    ColumnLayout {
        width: parent.width
        spacing: Theme.px(28)

        GridLayout {
            columns: Theme.hugeText || Theme.compact ? 1 : 2
            columnSpacing: Theme.px(34)
            rowSpacing: Theme.px(28)
            QrCode {
                visible: card.models.done.link !== ""
                text: card.models.done.link
                side: Theme.px(Theme.portrait ? 418 : Theme.compact ? 220 : 300)
                spoken: qsTr("영수증 QR 코드")
                Layout.alignment: Qt.AlignTop | Qt.AlignHCenter
            }
            ColumnLayout {
                spacing: Theme.px(16)
                Layout.fillWidth: true
                Words { text: card.models.done.pageLate ? qsTr("곧 올라와요") : qsTr("영수증을\n휴대폰에 담아요"); look: Theme.type.heading; font.weight: 800; Layout.fillWidth: true }
                Words {
                    text: card.models.done.pageLate ? qsTr("QR을 열고 그 화면을 그대로 두세요. 연결되면 영수증이 나와요")
                        : qsTr("카메라로 QR을 비추면 영수증이 열려요. 교환·환불에도 쓸 수 있어요")
                    look: Theme.type.support
                    color: Theme.color.ink2
                    Layout.fillWidth: true
                }
                ToneButton {
                    objectName: "printReceipt"
                    visible: card.paperOffered || card.printing
                    enabled: !card.printing
                    text: card.printing ? qsTr("인쇄하고 있어요") : card.models.done.printState === "printed" ? qsTr("한 번 더 인쇄") : qsTr("종이로 받기")
                    icon: "printer"
                    leastHeight: Theme.px(112)
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.px(10)
                    onActivated: card.models.done.printReceipt()
                }
                Words {
                    visible: text !== "" && !card.printing
                    text: card.models.done.printWords
                    look: Theme.type.support
                    font.weight: 600
                    color: card.paperTrouble ? Theme.color.warning : Theme.color.positive
                    Layout.fillWidth: true
                }
            }
        }
        Rectangle { implicitHeight: Theme.stroke.hair; color: Theme.color.line; Layout.fillWidth: true }
        Repeater {
            model: card.severalTenders ? card.models.done.tenderRows : []
            GridLayout {
                id: paid
                required property var modelData
                columns: Theme.hugeText ? 1 : 2
                columnSpacing: Theme.px(20)
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true
                    Words { text: paid.modelData.name; look: Theme.type.label; lineHeight: 1.05; font.weight: 700; Layout.fillWidth: true }
                    Words { visible: paid.modelData.approval !== ""; text: qsTr("승인번호") + " " + paid.modelData.approval; look: Theme.type.support; lineHeight: 1.05; color: Theme.color.ink3; Layout.fillWidth: true }
                }
                Words { text: paid.modelData.amount; look: Theme.type.label; font.weight: 700; tabular: true; wrapMode: Text.NoWrap }
            }
        }
        RowLayout {
            visible: card.severalTenders
            spacing: Theme.px(20)
            Words { text: qsTr("영수증 번호"); look: Theme.type.support; color: Theme.color.ink3; Layout.fillWidth: true }
            Words { text: card.models.done.receiptNumber; look: Theme.type.label; font.weight: 700 }
        }
        GridLayout {
            visible: !card.severalTenders
            columns: Theme.hugeText || Theme.compact ? 1 : 3
            columnSpacing: Theme.px(20)
            rowSpacing: Theme.px(12)
            uniformCellWidths: true
            Repeater {
                model: [[qsTr("결제"), card.models.done.card || qsTr("없음")], [qsTr("승인번호"), card.models.done.approval], [qsTr("영수증 번호"), card.models.done.receiptNumber]]
                ColumnLayout {
                    id: fact
                    required property var modelData
                    visible: modelData[1] !== ""
                    spacing: 0
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    Words { text: fact.modelData[0]; look: Theme.type.support; lineHeight: 1.05; color: Theme.color.ink3; Layout.fillWidth: true }
                    Words { text: fact.modelData[1]; look: Theme.type.label; lineHeight: 1.05; font.weight: 700; Layout.fillWidth: true }
                }
            }
        }
    }
}
