// A short word on a tone: promo (1+1), positive, warning, negative, accent, neutral.
import QtQuick
import Baro.theme

Rectangle {
    id: badge

    required property string text
    property string tone: "neutral"
    property string icon: ""
    property bool iconFilled: true
    property TypeStyle look: Theme.type.caption

    readonly property color ink: {
        switch (tone) {
        case "promo": return Theme.color.promoFg;
        case "promoSoft": return Theme.color.promo;
        case "positive": return Theme.color.positive;
        case "warning": return Theme.color.warning;
        case "negative": return Theme.color.negative;
        case "accent": return Theme.color.accentText;
        default: return Theme.color.ink2;
        }
    }

    implicitWidth: row.implicitWidth + 2 * Theme.px(14)
    implicitHeight: row.implicitHeight + 2 * Theme.px(5)
    radius: Theme.radius.badge
    color: {
        switch (tone) {
        case "promo": return Theme.color.promoFill;
        case "promoSoft": return Theme.color.promoSoft;
        case "positive": return Theme.color.positiveSoft;
        case "warning": return Theme.color.warningSoft;
        case "negative": return Theme.color.negativeSoft;
        case "accent": return Theme.color.accentSoft;
        default: return Theme.color.sunken;
        }
    }
    border.width: Theme.highContrast && tone !== "promo" ? Theme.stroke.hair : 0
    border.color: ink
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(8)

        Icon {
            visible: name !== ""
            anchors.verticalCenter: parent.verticalCenter
            name: badge.icon
            filled: badge.iconFilled
            color: badge.ink
            size: badge.look.px
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: badge.text
            look: badge.look
            color: badge.ink
            lineHeight: 1
            font.weight: badge.tone === "promo" ? 800 : 600
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
