// The on-screen keyboard as a view: it says which key was struck; composing syllables is Python's work.
// keyPressed gives a letter or digit, or one of: shift, mode, digits, space, backspace, search.
pragma ComponentBehavior: Bound
import QtQuick
import Baro.theme

Rectangle {
    id: keyboard

    // hangul, latin or digits
    property string mode: "hangul"
    property bool shifted: false
    property string searchText: qsTr("검색")
    property bool searchEnabled: true

    readonly property var rows: mode === "digits"
        ? [["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"], ["-", "/", "+", "%", "(", ")", ".", ",", "&"], ["'", "!", "?", "#", "*", ":", "_"]]
        : mode === "latin"
        ? [["q", "w", "e", "r", "t", "y", "u", "i", "o", "p"], ["a", "s", "d", "f", "g", "h", "j", "k", "l"], ["z", "x", "c", "v", "b", "n", "m"]]
        : [["ㅂ", "ㅈ", "ㄷ", "ㄱ", "ㅅ", "ㅛ", "ㅕ", "ㅑ", "ㅐ", "ㅔ"], ["ㅁ", "ㄴ", "ㅇ", "ㄹ", "ㅎ", "ㅗ", "ㅓ", "ㅏ", "ㅣ"], ["ㅋ", "ㅌ", "ㅊ", "ㅍ", "ㅠ", "ㅜ", "ㅡ"]]
    readonly property var doubled: ({ "ㅂ": "ㅃ", "ㅈ": "ㅉ", "ㄷ": "ㄸ", "ㄱ": "ㄲ", "ㅅ": "ㅆ", "ㅐ": "ㅒ", "ㅔ": "ㅖ" })
    readonly property real unit: (width - 2 * Theme.px(20) - 9 * space) / 10
    readonly property int space: Math.max(Theme.px(10), Theme.gap)
    readonly property int keyHeight: Math.max(Theme.px(Theme.compact ? 66 : 100), Theme.target)

    signal keyPressed(string key)

    function struck(letter: string): string {
        return !shifted ? letter : mode === "latin" ? letter.toUpperCase() : doubled[letter] ?? letter;
    }

    implicitHeight: column.implicitHeight + Theme.px(Theme.compact ? 24 : 40)
    color: Theme.highContrast ? Theme.color.canvas : Qt.tint(Theme.color.sunken, Theme.faded(Theme.color.lineSoft, 0.25))
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("자판")

    Column {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.px(20); topMargin: Theme.px(Theme.compact ? 12 : 20) }
        spacing: keyboard.space

        Repeater {
            model: keyboard.rows.length
            Row {
                id: letters
                required property int index
                anchors.horizontalCenter: parent?.horizontalCenter
                spacing: keyboard.space
                KeyCap {
                    visible: letters.index === 2
                    objectName: "key_shift"
                    width: keyboard.unit * 1.5 + keyboard.space / 2
                    height: keyboard.keyHeight
                    icon: "arrow-fat-up"
                    iconFilled: keyboard.shifted
                    muted: true
                    enabled: keyboard.mode !== "digits"
                    checked: keyboard.shifted
                    spoken: keyboard.mode === "latin" ? qsTr("대문자") : qsTr("쌍자음")
                    onActivated: keyboard.keyPressed("shift")
                }
                Repeater {
                    model: keyboard.rows[letters.index]
                    KeyCap {
                        required property string modelData
                        objectName: "key_" + modelData
                        width: keyboard.unit
                        height: keyboard.keyHeight
                        label: keyboard.struck(modelData)
                        corner: keyboard.mode === "hangul" && !keyboard.shifted ? keyboard.doubled[modelData] ?? "" : ""
                        onActivated: keyboard.keyPressed(keyboard.struck(modelData))
                    }
                }
                KeyCap {
                    visible: letters.index === 2
                    objectName: "key_backspace"
                    width: keyboard.unit * 1.5 + keyboard.space / 2
                    height: keyboard.keyHeight
                    icon: "backspace"
                    muted: true
                    spoken: qsTr("한 글자 지우기")
                    onActivated: keyboard.keyPressed("backspace")
                }
            }
        }
        Row {
            spacing: keyboard.space
            KeyCap { objectName: "key_digits"; width: keyboard.unit * 1.5 + keyboard.space / 2; height: keyboard.keyHeight; label: keyboard.mode === "digits" ? qsTr("가나다") : "123"; muted: true; onActivated: keyboard.keyPressed("digits") }
            KeyCap { objectName: "key_language"; width: keyboard.unit * 1.5 + keyboard.space / 2; height: keyboard.keyHeight; label: qsTr("한/영"); muted: true; onActivated: keyboard.keyPressed("mode") }
            KeyCap { objectName: "key_space"; width: keyboard.unit * 4 + keyboard.space * 3; height: keyboard.keyHeight; label: qsTr("띄어쓰기"); onActivated: keyboard.keyPressed("space") }
            KeyCap { objectName: "key_search"; width: keyboard.unit * 3 + keyboard.space * 2; height: keyboard.keyHeight; label: keyboard.searchText; accented: true; enabled: keyboard.searchEnabled; onActivated: keyboard.keyPressed("search") }
        }
    }
}
