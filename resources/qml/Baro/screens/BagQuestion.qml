// The bag question: each bag with its price, added in one touch.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ColumnLayout {
    id: question

    required property KioskModels models
    property bool separated: true
    readonly property bool bagged: models.produce.bagWords !== ""

    spacing: 0

    OptionRow {
        title: question.bagged ? question.models.produce.bagWords : qsTr("봉투 필요하세요?")
        detail: question.bagged ? qsTr("더 필요하면 눌러 주세요") : qsTr("누르면 바로 담겨요")
        icon: "handbag"
        separated: question.separated
    }
    GridLayout {
        columns: Theme.hugeText || Theme.compact ? 1 : 2
        columnSpacing: Math.max(Theme.px(14), Theme.gap)
        rowSpacing: columnSpacing
        uniformCellWidths: true
        Repeater {
            model: question.models.produce.bags
            ToneButton {
                required property var model
                objectName: "addBag_" + model.key
                text: model.name
                detail: model.detail
                icon: "plus"
                look: Theme.type.support
                rapid: true
                Layout.fillWidth: true
                Layout.fillHeight: true
                onActivated: question.models.produce.addBag(model.key, 1)
            }
        }
    }
}
