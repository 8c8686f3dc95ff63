// S4: what is to be paid, the bag question if no bag was chosen, and how to pay it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    // The way to pay stays in sight in low reach and in very large text.
    readonly property bool bagsLast: Theme.portrait && (Theme.lowReach || Theme.hugeText)

    heading: qsTr("어떻게 결제할까요?")
    headingDetail: qsTr("결제할 금액 %1").arg(models.payment.spokenAmount)
    backOffered: true
    onBack: models.payment.back()

    ScrollPage {
        anchors.fill: parent
        spacing: Theme.gutter

        TitleBar {
            visible: !Theme.lowReach
            title: screen.heading
            Layout.bottomMargin: Theme.px(6)
            onBack: screen.back()
        }
        GridLayout {
            columns: Theme.portrait ? 1 : 2
            rowSpacing: Theme.gutter
            columnSpacing: Theme.gutter
            uniformCellWidths: !Theme.portrait
            Layout.fillHeight: screen.models.payment.cardOffered
            Layout.alignment: Qt.AlignTop

            ColumnLayout {
                spacing: Theme.gutter
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.fillHeight: false
                Banner {
                    visible: screen.models.cart.noticeTitle !== "" && screen.models.cart.noticeKind !== "removed"
                    title: screen.models.cart.noticeTitle
                    detail: screen.models.cart.noticeDetail
                    tone: screen.models.cart.noticeTone
                    Layout.fillWidth: true
                }
                PaySummary { models: screen.models; bagsAsked: !screen.bagsLast; Layout.fillWidth: true }
            }
            ColumnLayout {
                spacing: Theme.gutter
                Layout.fillWidth: true
                Layout.fillHeight: Theme.portrait
                Layout.alignment: Qt.AlignTop
                PayTile {
                    objectName: "payCard"
                    reason: screen.models.payment.cardOffered ? "" : screen.models.payment.cardReason || qsTr("지금은 카드를 쓸 수 없어요")
                    Layout.fillWidth: true
                    Layout.fillHeight: enabled
                    Layout.maximumHeight: Math.max(implicitHeight, Theme.px(screen.bagsLast ? 300 : 640))
                    onActivated: screen.models.payment.choose("card")
                }
                OtherTenders { models: screen.models; Layout.fillWidth: true }
                ElsewhereWays { visible: !screen.models.payment.cardOffered; models: screen.models; Layout.fillWidth: true }
                Loader { active: screen.bagsLast; visible: active; sourceComponent: bagCard; Layout.fillWidth: true }
                Rectangle {
                    implicitHeight: cash.implicitHeight + 2 * Theme.px(24)
                    radius: Theme.radius.control
                    color: Theme.color.sunken
                    Layout.fillWidth: true
                    RowLayout {
                        id: cash
                        anchors.centerIn: parent
                        width: Math.min(implicitWidth, parent.width - 2 * Theme.px(24))
                        spacing: Theme.px(16)
                        Icon { name: "money-wavy"; filled: true; color: Theme.color.ink2 }
                        Words { text: screen.models.payment.cashWords; look: Theme.type.support; font.weight: 600; color: Theme.color.ink2; Layout.fillWidth: true }
                    }
                }
            }
        }
        Item { implicitHeight: Theme.stroke.hair; Layout.fillHeight: !screen.models.payment.cardOffered }
    }

    Component {
        id: bagCard
        Card {
            BagQuestion { width: parent.width; models: screen.models; separated: false }
        }
    }
}
