// S2w: the scale's weight and the price it makes; it can be put in once the scale stands still.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    readonly property bool broken: ["fault", "gone"].includes(models.weigh.state)
    readonly property bool wrong: ["over", "under", "taken"].includes(models.weigh.state)
    readonly property color tone: broken || wrong ? Theme.color.warning : models.weigh.ready ? Theme.color.positive : Theme.color.ink2

    heading: models.weigh.title
    headingDetail: models.weigh.detail
    backOffered: true
    onBack: models.weigh.cancel()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(20)

        TitleBar { visible: !Theme.lowReach; title: screen.models.weigh.name; Layout.leftMargin: Theme.page; Layout.rightMargin: Theme.page; onBack: screen.back() }
        Halves {
            leadFills: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            lead: Item {
                visible: !Theme.lowReach
                implicitHeight: Theme.lowReach ? 0 : Theme.px(Theme.portrait ? 260 : 150)
                ProductPicture {
                    anchors.centerIn: parent
                    picture: screen.models.weigh.picture
                    tint: screen.models.weigh.tint
                    category: screen.models.weigh.category
                    side: Math.min(parent.width, parent.height, Theme.px(620))
                }
            }
            body: ColumnLayout {
                spacing: Theme.gutter
                RowLayout {
                    visible: !Theme.lowReach
                    spacing: Theme.px(20)
                    Icon { name: screen.broken || screen.wrong ? "warning" : screen.models.weigh.ready ? "check-circle" : "scales"; filled: true; size: Theme.icon.tile; color: screen.tone; Layout.alignment: Qt.AlignTop }
                    ColumnLayout {
                        spacing: Theme.px(4)
                        Words { text: screen.models.weigh.title; look: Theme.type.heading; font.weight: 800; color: screen.tone; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
                        Words { text: screen.models.weigh.detail; look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; Layout.fillWidth: true }
                    }
                }
                Card {
                    visible: !screen.broken
                    edge: screen.models.weigh.ready ? Theme.color.positive : Theme.color.line
                    edgeWidth: screen.models.weigh.ready ? Theme.stroke.selected : Theme.stroke.hair
                    Layout.fillWidth: true
                    ColumnLayout {
                        width: parent.width
                        spacing: Theme.px(8)
                        Words { text: screen.models.weigh.weight; look: Theme.type.amount; tabular: true; fontSizeMode: Text.HorizontalFit; minimumPixelSize: Theme.type.heading.px / 2; wrapMode: Text.NoWrap; color: screen.models.weigh.ready ? Theme.color.ink : Theme.color.ink3; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
                        Words { text: screen.models.weigh.unitPrice; look: Theme.type.label; font.weight: 500; color: Theme.color.ink3; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
                        Rectangle { implicitHeight: Theme.stroke.hair; color: Theme.color.line; Layout.fillWidth: true; Layout.topMargin: Theme.px(16); Layout.bottomMargin: Theme.px(16) }
                        GridLayout {
                            columns: Theme.hugeText ? 1 : 2
                            Words { text: qsTr("가격"); look: Theme.type.label; color: Theme.color.ink2; Layout.fillWidth: true }
                            PriceText { amount: screen.models.weigh.amount; look: Theme.type.title; color: screen.models.weigh.ready ? Theme.color.ink : Theme.color.ink3; Layout.alignment: Qt.AlignRight }
                        }
                    }
                }
            }
            ways: ColumnLayout {
                spacing: Theme.px(24)
                ColumnLayout {
                    objectName: "weighConfirm"
                    visible: !screen.broken
                    PrimaryButton {
                        objectName: "primary"
                        label: screen.models.weigh.again ? qsTr("이 무게로 바꾸기") : qsTr("담기")
                        reason: screen.models.weigh.ready ? "" : screen.wrong ? screen.models.weigh.detail : qsTr("무게를 재면 담을 수 있어요")
                        Layout.fillWidth: true
                        onActivated: screen.models.weigh.confirm()
                    }
                }
                PrimaryButton { objectName: "primaryStaff"; visible: screen.broken; label: qsTr("직원 호출"); icon: "call-bell"; Layout.fillWidth: true; onActivated: screen.models.weigh.callStaff() }
                SecondaryButton {
                    objectName: "cancelWeigh"
                    text: screen.models.weigh.again ? qsTr("그대로 둘게요") : qsTr("담지 않을게요")
                    look: Theme.type.body
                    leastHeight: Theme.px(Theme.portrait ? 124 : 96)
                    Layout.fillWidth: true
                    onActivated: screen.models.weigh.cancel()
                }
            }
        }
    }
}
