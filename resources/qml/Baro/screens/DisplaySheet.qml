// S11: text size with its sample, contrast, low reach, calm, longer time and loudness; each applies at once.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Sheet {
    id: sheet

    required property KioskModels models

    title: qsTr("화면 설정")
    onClosed: models.navigator.back()

    Words { text: qsTr("글자 크기"); look: Theme.type.label; font.weight: 700; color: Theme.color.ink2; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
    GridLayout {
        columns: Theme.hugeText ? 2 : 4
        columnSpacing: Math.max(Theme.px(14), Theme.gap)
        rowSpacing: columnSpacing
        uniformCellWidths: true
        Repeater {
            model: [["1.0", 1, qsTr("보통")], ["1.25", 1.25, qsTr("크게")], ["1.5", 1.5, qsTr("더 크게")], ["2.0", 2, qsTr("가장 크게")]]
            ChoiceButton {
                required property var modelData
                objectName: "text_" + modelData[0]
                text: modelData[2]
                look: Theme.type.label
                padding: Theme.px(12)
                chosen: sheet.models.display.textScale === modelData[1]
                Layout.fillWidth: true
                Layout.fillHeight: true
                onActivated: sheet.models.display.setTextScale(modelData[1])
            }
        }
    }
    GridLayout {
        columns: Theme.hugeText ? 2 : 4
        columnSpacing: Math.max(Theme.px(14), Theme.gap)
        rowSpacing: columnSpacing
        uniformCellWidths: true
        SettingTile { objectName: "contrast"; text: qsTr("고대비"); icon: "circle-half"; chosen: sheet.models.display.highContrast; Layout.fillWidth: true; Layout.fillHeight: true; onActivated: sheet.models.display.setHighContrast(!chosen) }
        SettingTile { objectName: "lowReach"; text: qsTr("낮은 화면"); icon: "arrow-line-down"; chosen: sheet.models.display.lowReach; Layout.fillWidth: true; Layout.fillHeight: true; onActivated: sheet.models.display.setLowReach(!chosen) }
        SettingTile { objectName: "calm"; text: qsTr("움직임 줄이기"); icon: "pause"; chosen: sheet.models.display.reducedMotion; Layout.fillWidth: true; Layout.fillHeight: true; onActivated: sheet.models.display.setReducedMotion(!chosen) }
        SettingTile { objectName: "longTimeTile"; text: qsTr("시간 길게"); icon: "clock-clockwise"; chosen: sheet.models.session.longTime; Layout.fillWidth: true; Layout.fillHeight: true; onActivated: sheet.models.session.setLongTime(!chosen) }
    }
    OptionRow {
        title: qsTr("소리 크기")
        detail: qsTr("%1%").arg(Math.round(sheet.models.display.volume * 100))
        icon: "speaker-high"
        IconButton { objectName: "quieter"; icon: "minus"; rapid: true; spoken: qsTr("소리 작게"); enabled: sheet.models.display.volume > 0.01; onActivated: sheet.models.display.setVolume(sheet.models.display.volume - 0.2) }
        IconButton { objectName: "louder"; icon: "plus"; rapid: true; spoken: qsTr("소리 크게"); enabled: sheet.models.display.volume < 0.99; onActivated: sheet.models.display.setVolume(sheet.models.display.volume + 0.2) }
    }
    GridLayout {
        columns: Theme.hugeText ? 1 : 2
        columnSpacing: Theme.px(24)
        rowSpacing: Theme.px(20)
        uniformCellWidths: true
        SecondaryButton { objectName: "resetDisplay"; text: qsTr("처음 설정으로"); icon: "arrow-counter-clockwise"; Layout.fillWidth: true; Layout.fillHeight: true; onActivated: { sheet.models.display.reset(); sheet.models.session.setLongTime(false); } }
        PrimaryButton { objectName: "continue"; label: qsTr("다 됐어요"); guarded: false; look: Theme.type.body; leastHeight: Theme.controlHeight; Layout.fillWidth: true; Layout.fillHeight: true; onActivated: sheet.closed() }
    }
}
