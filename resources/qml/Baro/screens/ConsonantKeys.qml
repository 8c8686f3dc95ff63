// First consonants of a name, or the digits of a PLU: a few large keys instead of a whole keyboard.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls

Card {
    id: keys

    required property string query
    // Korean names are found by their first consonants; other languages have only the digits.
    property bool consonants: true
    property bool digits: !consonants

    signal typed(string query)

    padding: Theme.px(20)

    ColumnLayout {
        width: parent.width
        spacing: Theme.gap

        RowLayout {
            spacing: Theme.px(14)
            Icon { name: "magnifying-glass"; color: Theme.color.ink2; size: Theme.icon.utility }
            Words {
                text: keys.query !== "" ? keys.query : keys.digits ? qsTr("번호를 눌러 주세요") : Theme.compact ? qsTr("첫소리를 눌러 주세요") : qsTr("첫소리를 눌러 주세요 · 사과는 ㅅㄱ")
                look: keys.query !== "" ? Theme.type.body : Theme.type.support
                lineHeight: 1
                font.letterSpacing: keys.query !== "" ? Theme.px(6) : 0
                color: keys.query !== "" ? Theme.color.ink : Theme.color.ink3
                Layout.fillWidth: true
            }
            IconButton { objectName: "keyErase"; visible: keys.query !== ""; icon: "backspace"; tone: "sunken"; rapid: true; spoken: qsTr("하나 지우기"); onActivated: keys.typed(keys.query.slice(0, -1)) }
            ToneButton { objectName: "keyKind"; visible: keys.consonants; text: keys.digits ? qsTr("ㄱㄴㄷ") : qsTr("번호"); tone: "sunken"; look: Theme.type.key; leastHeight: Theme.target; onActivated: { keys.digits = !keys.digits; keys.typed(""); } }
        }
        GridLayout {
            columns: keys.digits ? 5 : Theme.portrait ? 7 : 5
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true
            Repeater {
                model: keys.digits ? Array.from("1234567890") : Array.from("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ")
                ToneButton {
                    required property string modelData
                    objectName: "key_" + modelData
                    text: modelData
                    tone: "sunken"
                    look: Theme.type.key
                    rapid: true
                    padding: 0
                    leastHeight: Theme.px(Theme.compact ? 66 : 84)
                    ringRadius: Theme.radius.control
                    Layout.fillWidth: true
                    onActivated: keys.typed(keys.query + modelData)
                }
            }
        }
    }
}
