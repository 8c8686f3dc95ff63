// Words that go on from what was typed, and the one filter: what this shop has now.
pragma ComponentBehavior: Bound
import QtQuick
import Baro.theme
import Baro.controls
import Baro.models

Flow {
    id: chips

    required property AisleViewModel aisle
    property bool room: true

    visible: room && (aisle.suggested.length > 0 || aisle.hereOffered || aisle.onlyHere)
    spacing: Math.max(Theme.px(14), Theme.gap)

    Repeater {
        model: Theme.hugeText ? [] : chips.aisle.suggested
        Chip {
            required property string modelData
            required property int index
            objectName: "suggestion_" + index
            text: modelData
            spoken: qsTr("%1 찾기").arg(modelData)
            onActivated: chips.aisle.searchFor(modelData)
        }
    }
    Chip {
        objectName: "onlyHere"
        visible: chips.aisle.hereOffered || chips.aisle.onlyHere
        text: qsTr("이 매장에 있음")
        icon: chips.aisle.onlyHere ? "check" : "map-pin"
        tone: chips.aisle.onlyHere ? "ink" : "secondary"
        role: Accessible.CheckBox
        checkable: true
        checked: chips.aisle.onlyHere
        onActivated: chips.aisle.toggleHere()
    }
}
