// Where one can pay while this lane's terminal is away: only what is known, this lane and the nearest that work.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Rectangle {
    id: ways

    required property KioskModels models
    readonly property LaneViewModel lanes: models.lanes
    readonly property bool stacked: Theme.hugeText
    // Three cards beside each other need short words.
    readonly property int shown: Theme.large || !Theme.portrait ? 1 : 2

    implicitHeight: column.implicitHeight + 2 * column.anchors.margins
    radius: Theme.radius.hero
    color: Theme.color.sunken
    border.width: Theme.highContrast ? Theme.stroke.highContrast : 0
    border.color: Theme.color.lineStrong

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(Theme.portrait ? 36 : 20) }
        spacing: Theme.px(Theme.portrait ? 20 : 10)

        GridLayout {
            columns: ways.stacked ? 1 : 6
            columnSpacing: Theme.px(20)
            rowSpacing: Theme.px(20)
            Layout.fillWidth: true

            WayCard { title: qsTr("이 계산대"); words: qsTr("카드 안 돼요"); icon: "credit-card"; tone: "warning"; Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 1 }
            Icon { name: ways.stacked ? "caret-down" : "arrow-right"; size: Theme.icon.button; color: Theme.color.ink2; Layout.alignment: Qt.AlignCenter }
            Repeater {
                model: ways.lanes.others.slice(0, ways.shown)
                WayCard {
                    required property var modelData
                    title: modelData.title
                    words: modelData.words
                    icon: "check-circle"
                    tone: "positive"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
            }
        }
        RowLayout {
            visible: ways.lanes.walk !== ""
            spacing: Theme.px(16)
            Icon { name: "map-pin"; filled: true; color: Theme.color.accentText; size: Theme.icon.inline }
            Words { text: ways.lanes.walk; look: Theme.type.label; font.weight: 700; color: Theme.color.accentText; Layout.fillWidth: true }
            ToneButton { objectName: "laneWay"; text: qsTr("길 보기"); look: Theme.type.support; leastHeight: Theme.px(80); onActivated: ways.models.navigator.showSheetFor("map", ways.lanes.place) }
        }
        Rectangle { visible: works.visible; implicitHeight: Theme.stroke.hair; color: Theme.color.line; Layout.fillWidth: true }
        RowLayout {
            id: works
            visible: ways.lanes.works !== ""
            spacing: Theme.px(16)
            Icon { name: "gift"; filled: true; color: Theme.color.ink2; size: Theme.icon.inline }
            Words { text: ways.lanes.works; look: Theme.type.label; font.weight: 600; color: Theme.color.ink2; Layout.fillWidth: true }
        }
    }
}
