// What the search shows: categories before typing, grey rows while waiting, results, or why there are none.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Item {
    id: results

    required property KioskModels models
    readonly property AisleViewModel aisle: models.aisle

    ScrollPage {
        anchors.fill: parent
        visible: results.aisle.step === "before"
        padding: 0
        Words { text: results.aisle.title; font.weight: 700; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
        GridLayout {
            columns: Theme.hugeText ? 1 : Theme.portrait ? 3 : 2
            columnSpacing: Math.max(Theme.px(20), Theme.gap)
            rowSpacing: columnSpacing
            uniformCellWidths: true
            Layout.fillWidth: true
            Repeater {
                model: results.aisle.categories
                ToneButton {
                    required property string key
                    required property string name
                    required icon
                    objectName: "category_" + key
                    text: name
                    look: Theme.type.support
                    iconAbove: Theme.portrait && !Theme.hugeText
                    iconFilled: true
                    iconSize: Theme.icon.tile
                    leastHeight: Theme.px(Theme.portrait ? 148 : 104)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onActivated: results.aisle.chooseCategory(key)
                }
            }
        }
    }
    ColumnLayout {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        visible: results.aisle.step === "loading"
        spacing: Theme.px(16)
        Words { text: qsTr("찾고 있어요"); look: Theme.type.label; font.weight: 700; color: Theme.color.ink2; Layout.fillWidth: true }
        Repeater {
            model: 4
            Rectangle {
                implicitHeight: Theme.px(Theme.compact ? 140 : 232)
                radius: Theme.radius.card
                color: Theme.color.sunken
                Layout.fillWidth: true
                Rectangle { x: Theme.px(22); y: Theme.px(22); width: height; height: parent.height - 2 * Theme.px(22); radius: height * 0.2; color: Theme.color.line }
            }
        }
    }
    ColumnLayout {
        anchors.fill: parent
        visible: results.aisle.step === "results" || results.aisle.step === "similar"
        spacing: Theme.px(14)
        Words {
            visible: results.aisle.step === "similar"
            text: results.aisle.title
            font.weight: 700
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        PagedList {
            title: results.aisle.step === "similar" ? qsTr("비슷한 상품이에요") : results.aisle.title
            countText: ""
            framed: false
            padding: 0
            model: results.aisle.results
            view.spacing: Math.max(Theme.px(16), Theme.gap)
            view.topMargin: Theme.px(12)
            Layout.fillWidth: true
            Layout.fillHeight: true
            delegate: ResultCard {
                required property string key
                objectName: "result_" + key
                width: ListView.view.width
                onActivated: results.aisle.open(key)
            }
        }
    }
    ScrollPage {
        anchors.fill: parent
        visible: results.aisle.step === "none" || results.aisle.step === "failed"
        padding: 0
        centred: true
        EmptyState {
            title: results.aisle.step === "failed" ? qsTr("지금은 찾을 수 없어요") : results.aisle.title
            detail: results.aisle.step === "failed" ? qsTr("검색을 한 번 더 눌러 주세요") : qsTr("띄어쓰기나 맞춤법을 확인해 주세요")
            icon: "magnifying-glass"
            Layout.fillWidth: true
            SecondaryButton {
                objectName: "askStaff"
                text: qsTr("직원에게 물어보기")
                icon: "call-bell"
                Layout.alignment: Qt.AlignHCenter
                onActivated: results.models.help.call()
            }
        }
    }
}
