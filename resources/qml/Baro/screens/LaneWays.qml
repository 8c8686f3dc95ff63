// Where one can pay while this lane's terminal is away: only what is known, this lane and the staffed one.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls

Rectangle {
    id: ways

    required property string lane

    implicitHeight: grid.implicitHeight + 2 * Theme.px(40)
    radius: Theme.radius.hero
    color: Theme.color.sunken
    border.width: Theme.highContrast ? Theme.stroke.highContrast : 0
    border.color: Theme.color.lineStrong

    GridLayout {
        id: grid
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(40) }
        columns: Theme.hugeText ? 1 : 3
        columnSpacing: Theme.px(20)
        rowSpacing: Theme.px(20)

        WayCard { title: ways.lane; words: qsTr("카드 안 돼요"); icon: "credit-card"; tone: "warning"; Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 1 }
        Icon { name: Theme.hugeText ? "caret-down" : "arrow-right"; size: Theme.icon.button; color: Theme.color.ink2; Layout.alignment: Qt.AlignCenter }
        WayCard { title: qsTr("직원 계산대"); words: qsTr("결제할 수 있어요"); icon: "check-circle"; tone: "positive"; Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 1 }
    }
}
