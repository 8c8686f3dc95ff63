// S1: one sentence, the scan scene and the ways to start; says beforehand what does not work here today.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    readonly property bool cardAway: models.lanes.away
    readonly property bool scanAway: models.session.scannerAway

    heading: cardAway ? qsTr("지금 이 계산대는\n카드를 쓸 수 없어요") : scanAway ? qsTr("지금은 스캔할 수 없어요")
        : qsTr("상품을 스캔하면\n바로 시작해요")
    headingDetail: cardAway ? models.lanes.way
        : scanAway ? qsTr("직원이 도와 드려요") : qsTr("바코드를 아래 빨간 빛에 비춰 주세요")

    ScrollPage {
        anchors.fill: parent

        GridLayout {
            columns: Theme.portrait ? 1 : 2
            columnSpacing: Theme.px(48)
            rowSpacing: Theme.px(Theme.portrait ? 34 : 24)
            Layout.fillHeight: true

            ColumnLayout {
                spacing: Theme.px(16)
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1

                Words { visible: !Theme.lowReach; text: screen.heading; look: Theme.compact || Theme.doubled || screen.cardAway && !Theme.portrait ? Theme.type.title : Theme.type.display; Layout.fillWidth: true; Layout.topMargin: Theme.px(!Theme.portrait ? 0 : screen.cardAway ? 20 : 56); Accessible.role: Accessible.Heading }
                Words { visible: !Theme.lowReach; text: screen.headingDetail; look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; Layout.fillWidth: true }
                ScenePicture {
                    visible: !screen.cardAway && !Theme.compact && !Theme.hugeText && !(Theme.lowReach && Theme.portrait)
                    picture: "scene"
                    ratio: 984 / 556
                    Layout.topMargin: Theme.px(20)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.maximumHeight: width / ratio
                }
                LaneWays {
                    visible: screen.cardAway && !Theme.compact
                    models: screen.models
                    Layout.topMargin: Theme.px(12)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.maximumHeight: Math.max(implicitHeight, Theme.px(420))
                }
            }
            ColumnLayout {
                spacing: Theme.px(Theme.portrait ? 32 : 22)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.fillHeight: false
                Layout.alignment: Theme.portrait ? Qt.AlignTop : Qt.AlignVCenter

                ResumeCard { visible: screen.models.session.resumable; models: screen.models; Layout.fillWidth: true }
                GridLayout {
                    columns: Theme.hugeText || Theme.compact ? 1 : 2
                    columnSpacing: Theme.px(24)
                    rowSpacing: columnSpacing
                    PrimaryButton {
                        objectName: "start"
                        visible: !screen.cardAway && !screen.scanAway
                        label: qsTr("시작하기")
                        icon: "scan"
                        guarded: false
                        leastHeight: Theme.px(Theme.compact ? 98 : 166)
                        Layout.fillWidth: true
                        Layout.preferredWidth: 3
                        onActivated: screen.models.session.begin()
                    }
                    PrimaryButton {
                        objectName: screen.cardAway ? "help" : "callFirst"
                        visible: screen.cardAway || screen.scanAway
                        label: screen.models.help.called ? qsTr("직원 호출함") : qsTr("직원 호출")
                        icon: "call-bell"
                        guarded: false
                        leastHeight: Theme.px(Theme.compact ? 98 : 166)
                        Layout.fillWidth: true
                        Layout.preferredWidth: 3
                        onActivated: screen.models.help.call()
                    }
                    SecondaryButton {
                        objectName: "search"
                        text: qsTr("상품 찾기")
                        detail: qsTr("재고 확인 · 주문")
                        icon: "magnifying-glass"
                        look: Theme.type.body
                        iconSize: Theme.icon.button
                        leastHeight: Theme.px(Theme.compact ? 98 : 166)
                        Layout.fillWidth: true
                        Layout.preferredWidth: 2
                        onActivated: screen.models.navigator.open("search")
                    }
                }
                Words {
                    text: screen.cardAway ? qsTr("스캔해도 돼요. 담은 상품은 직원 계산대로 보내 드려요")
                        : screen.models.session.paperAway ? qsTr("영수증은 휴대폰으로만 받을 수 있어요") : qsTr("신용·체크카드 · 휴대폰 결제")
                    look: Theme.type.support
                    color: screen.models.session.paperAway && !screen.cardAway ? Theme.color.warning : Theme.color.ink3
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }
                Loader { active: !Theme.compact; visible: active; sourceComponent: choices; Layout.fillWidth: true }
            }
        }
        Loader { active: Theme.compact; visible: active; sourceComponent: choices; Layout.fillWidth: true }
        Item { implicitHeight: Theme.stroke.hair }
    }

    Component {
        id: choices
        ColumnLayout {
            spacing: Theme.px(Theme.portrait ? 32 : Theme.compact ? 16 : 22)
            LanguageRow { models: screen.models; Layout.fillWidth: true }
            EasyTiles { models: screen.models; Layout.fillWidth: true }
        }
    }

    // While nothing can be paid the call stands in the middle of the page: here is what is being done about it.
    foot: [
        HelpBar { visible: !screen.cardAway; models: screen.models; Layout.fillWidth: true },
        StateBar { visible: screen.cardAway; text: screen.models.lanes.reconnecting ? qsTr("카드 단말기를 다시 연결하고 있어요") : screen.models.lanes.reason; icon: screen.models.lanes.reconnecting ? "arrows-clockwise" : "credit-card"; Layout.fillWidth: true }
    ]
}
