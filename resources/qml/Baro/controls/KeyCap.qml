// One key: a cap on a darker foot; may be struck as quickly as the fingers go.
import QtQuick
import Baro.theme

Pressable {
    id: key

    property string label: ""
    property string corner: ""
    property string icon: ""
    property bool iconFilled: false
    property bool muted: false
    property bool accented: false

    readonly property color ink: !enabled ? Theme.color.ink3 : accented ? Theme.color.accentFg : Theme.color.ink
    readonly property int foot: Theme.px(4)

    spoken: label
    rapid: true
    shrinks: false
    ringRadius: Theme.px(16)

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(16)
        color: key.accented && key.enabled ? Theme.color.accentPressed : Theme.highContrast ? Theme.color.control : Theme.color.lineSoft
    }
    Rectangle {
        anchors { fill: parent; bottomMargin: key.down ? 0 : key.foot; topMargin: key.down ? key.foot : 0 }
        radius: Theme.px(16)
        color: key.accented && key.enabled ? Theme.color.accent : Theme.highContrast ? Theme.color.control
            : key.muted || key.accented ? Qt.tint(Theme.color.sunken, Theme.faded(Theme.color.lineSoft, 0.6)) : key.down ? Theme.color.control : Theme.color.surface
        border.width: Theme.highContrast ? Theme.px(2) : 0
        border.color: Theme.color.lineStrong

        Words { visible: key.icon === ""; anchors.centerIn: parent; text: key.label; look: key.label.length > 1 && !key.accented ? Theme.type.utility : Theme.type.key; lineHeight: 1; wrapMode: Text.NoWrap; color: key.ink; Accessible.ignored: true }
        Icon { visible: key.icon !== ""; anchors.centerIn: parent; name: key.icon; filled: key.iconFilled; color: key.ink; size: Theme.icon.utility }
        Words { visible: text !== ""; anchors { right: parent.right; top: parent.top; rightMargin: Theme.px(12); topMargin: Theme.px(6) } text: key.corner; font.pixelSize: Theme.type.utility.px * 0.6; look: Theme.type.utility; lineHeight: 1; color: Theme.color.ink3; Accessible.ignored: true; objectName: "ornament" }
    }
}
