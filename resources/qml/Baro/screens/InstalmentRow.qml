// Paying at once or in months: at once is chosen, the first months and the chosen one stand beside it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

GridLayout {
    id: row

    required property KioskModels models
    readonly property var months: models.payment.months
    property bool whole: false
    readonly property var shown: whole ? months : months.filter((choice, place) => place < 3 || choice.chosen)
    readonly property bool more: shown.length < months.length

    columns: head.implicitWidth + Theme.px(640) < width && !Theme.large ? 2 : 1
    columnSpacing: Theme.px(16)
    rowSpacing: 0

    OptionRow {
        id: head
        title: qsTr("할부")
        detail: qsTr("신용카드만")
        icon: "calendar-blank"
        separated: row.columns === 1
        implicitWidth: Theme.px(200)
    }
    Flow {
        objectName: "months"
        spacing: Math.max(Theme.px(12), Theme.gap)
        Layout.fillWidth: true
        Layout.preferredWidth: row.columns === 2 ? Theme.px(640) : -1
        Layout.bottomMargin: row.columns === 1 || row.whole ? Theme.px(16) : 0
        Layout.topMargin: row.columns === 2 && row.whole ? Theme.px(16) : 0
        Repeater {
            model: row.shown
            ChoiceButton {
                required property var modelData
                objectName: "months_" + modelData.months
                text: modelData.text
                hint: qsTr("할부")
                chosen: modelData.chosen
                onActivated: row.models.payment.chooseMonths(modelData.months)
            }
        }
        ToneButton {
            objectName: "moreMonths"
            visible: row.more
            text: qsTr("더 보기")
            hint: qsTr("할부")
            look: Theme.type.support
            ringRadius: Theme.radius.control
            padding: Theme.px(24)
            leastHeight: Theme.px(80)
            onActivated: row.whole = true
        }
    }
}
