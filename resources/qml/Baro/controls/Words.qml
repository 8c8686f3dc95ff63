// Text of the interface: family, weight, tracking and line height of one style; never interprets markup.
import QtQuick
import Baro.theme

Text {
    id: words

    property TypeStyle look: Theme.type.body
    property bool tabular: false

    color: Theme.color.ink
    font.family: Theme.family
    font.pixelSize: words.look.px
    font.weight: words.look.weight
    font.letterSpacing: words.look.tracking
    font.features: words.tabular ? { "tnum": 1 } : {}
    lineHeight: words.look.lineHeight
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text
}
