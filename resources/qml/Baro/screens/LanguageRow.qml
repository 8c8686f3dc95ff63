// The four languages, each in its own script; the chosen one is dark and carries a check.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Rectangle {
    id: row

    required property KioskModels models

    implicitHeight: choices.implicitHeight + 2 * Theme.px(12)
    radius: Theme.radius.card
    color: Theme.color.surface
    border.width: Theme.stroke.hair
    border.color: Theme.color.line

    GridLayout {
        id: choices
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(12) }
        columns: Theme.hugeText ? 2 : 4
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: [["ko", "한국어"], ["en", "English"], ["ja", "日本語"], ["zh", "简体中文"]]
            ChoiceButton {
                required property var modelData
                objectName: "lang_" + modelData[0]
                text: modelData[1]
                look: Theme.type.label
                flat: true
                padding: Theme.px(10)
                leastHeight: Theme.px(Theme.compact ? 80 : 106)
                chosen: row.models.session.language === modelData[0]
                Layout.fillWidth: true
                onActivated: row.models.display.setLanguage(modelData[0])
            }
        }
    }
}
