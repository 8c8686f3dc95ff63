// Easier to see and reach, in one touch from the idle page.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ColumnLayout {
    id: easy

    required property KioskModels models

    readonly property int tileHeight: Theme.px(Theme.portrait ? 186 : Theme.compact ? 112 : 140)

    spacing: Theme.px(16)

    Words { visible: !Theme.compact; text: qsTr("편하게 보기"); look: Theme.type.support; font.weight: 700; lineHeight: 1; color: Theme.color.ink2; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
    GridLayout {
        columns: Theme.hugeText ? 2 : 4
        columnSpacing: Math.max(Theme.px(16), Theme.gap)
        rowSpacing: columnSpacing
        uniformCellWidths: true

        SettingTile { objectName: "largeText"; text: qsTr("큰 글씨"); icon: "text-aa"; leastHeight: easy.tileHeight; chosen: easy.models.display.textScale > 1; Layout.fillWidth: true; Layout.fillHeight: true; onActivated: easy.models.display.setTextScale(chosen ? 1 : 1.5) }
        SettingTile { objectName: "contrast"; text: qsTr("고대비"); icon: "circle-half"; leastHeight: easy.tileHeight; chosen: easy.models.display.highContrast; Layout.fillWidth: true; Layout.fillHeight: true; onActivated: easy.models.display.setHighContrast(!chosen) }
        SettingTile { objectName: "lowReach"; text: qsTr("낮은 화면"); icon: "arrow-line-down"; leastHeight: easy.tileHeight; chosen: easy.models.display.lowReach; Layout.fillWidth: true; Layout.fillHeight: true; onActivated: easy.models.display.setLowReach(!chosen) }
        SettingTile { objectName: "longTime"; text: qsTr("시간 길게"); icon: "clock-clockwise"; leastHeight: easy.tileHeight; chosen: easy.models.session.longTime; Layout.fillWidth: true; Layout.fillHeight: true; onActivated: easy.models.session.setLongTime(!chosen) }
    }
}
