// The empty cart: how to scan, and the ways on for goods without a code.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ScrollPage {
    id: empty

    required property KioskModels models
    property bool bannered: false
    readonly property string heading: models.session.scannerAway ? qsTr("지금은 스캔할 수 없어요")
        : models.session.scannerWarming ? qsTr("잠시만요") : qsTr("바코드를 비춰 주세요")
    readonly property string detail: models.session.scannerAway ? qsTr("상품을 찾거나 직원을 불러 주세요")
        : models.session.scannerWarming ? qsTr("스캐너를 준비하고 있어요") : qsTr("하나씩 스캔하면 여기에 담겨요")

    padding: 0

    HealthBanners { visible: empty.bannered && any; models: empty.models; terminalSaid: true; Layout.fillWidth: true }
    GridLayout {
        columns: Theme.portrait ? 1 : 2
        rowSpacing: Theme.px(28)
        columnSpacing: Theme.gutter
        uniformCellWidths: !Theme.portrait && !Theme.compact
        Layout.fillHeight: true

        ScenePicture {
            visible: !Theme.compact && !Theme.hugeText && !(Theme.lowReach && Theme.portrait)
            picture: "scene-scan"
            ratio: 984 / 640
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Math.max(implicitHeight, width / ratio)
        }
        ColumnLayout {
            visible: !Theme.lowReach
            spacing: Theme.px(12)
            Layout.fillWidth: true
            Layout.fillHeight: Theme.compact
            Layout.alignment: Qt.AlignVCenter
            Words { text: empty.heading; look: Theme.portrait && !Theme.doubled ? Theme.type.display : Theme.type.title; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Layout.topMargin: Theme.px(12); Accessible.role: Accessible.Heading }
            Words { text: empty.detail; look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
        }
    }
    Words { visible: !Theme.compact; text: qsTr("바코드가 없나요?"); look: Theme.type.label; font.weight: 700; color: Theme.color.ink2; Layout.fillWidth: true; Layout.topMargin: Theme.px(Theme.portrait ? 24 : 0); Accessible.role: Accessible.Heading }
    Loader { active: !Theme.compact; visible: active; sourceComponent: tiles; Layout.fillWidth: true }
    Item { visible: Theme.portrait; implicitHeight: Theme.stroke.hair; Layout.fillHeight: true; Layout.maximumHeight: Theme.px(60) }

    Component {
        id: tiles
        GridLayout {
            columns: Theme.hugeText ? 1 : 3
            columnSpacing: Math.max(Theme.px(24), Theme.gap)
            rowSpacing: Math.max(Theme.px(16), Theme.gap)
            uniformCellWidths: true
            TenderTile { objectName: "noBarcode"; text: qsTr("과일·채소"); detail: qsTr("무게를 재요"); icon: "scales"; chevron: false; Layout.fillWidth: true; Layout.fillHeight: true; onActivated: empty.models.navigator.open("produce") }
            TenderTile { objectName: "search"; text: qsTr("상품 찾기"); detail: qsTr("초성도 돼요"); icon: "magnifying-glass"; chevron: false; Layout.fillWidth: true; Layout.fillHeight: true; onActivated: empty.models.navigator.open("search") }
            TenderTile { objectName: "member"; text: qsTr("쿠폰·회원"); detail: qsTr("바코드를 비춰요"); icon: "ticket"; chevron: false; Layout.fillWidth: true; Layout.fillHeight: true; onActivated: empty.models.navigator.open("member") }
        }
    }
}
