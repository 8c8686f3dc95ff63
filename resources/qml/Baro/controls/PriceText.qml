// Money: number and unit on one baseline. Python writes both; `spoken` is the whole amount in words.
import QtQuick
import Baro.theme

Item {
    id: price

    required property string amount
    property string unit: Theme.moneyUnit
    property bool unitAfter: Theme.moneyUnitAfter
    property TypeStyle look: Theme.type.body
    property color color: Theme.color.ink
    property bool strike: false
    property bool tabular: false
    property int weight: 700
    property string spoken: words
    // The width a very large total must keep to; 0 leaves it free.
    property real room: 0
    readonly property real natural: natureNumber.advanceWidth + natureUnit.advanceWidth
    readonly property int px: room > 0 && natural > room ? Math.floor(look.px * room / natural) : look.px

    readonly property bool negative: amount.startsWith("−")
    readonly property string words: unitAfter ? amount + unit
        : negative ? "−" + unit + amount.slice(1) : unit + amount

    implicitWidth: number.implicitWidth + (unitAfter ? unitWords.implicitWidth + px * 0.03 : 0)
    implicitHeight: number.implicitHeight
    baselineOffset: number.baselineOffset
    Accessible.role: Accessible.StaticText
    Accessible.name: spoken

    TextMetrics { id: natureNumber; font.family: Theme.family; font.pixelSize: price.look.px; font.weight: Math.max(price.weight, price.look.weight); text: price.unitAfter ? price.amount : price.words }
    TextMetrics { id: natureUnit; font.family: Theme.family; font.pixelSize: price.look.px * 0.82; text: price.unitAfter ? price.unit : "" }

    Words {
        id: number
        text: price.unitAfter ? price.amount : price.words
        look: price.look
        lineHeight: 1
        font.pixelSize: price.px
        wrapMode: Text.NoWrap
        color: price.color
        tabular: price.tabular
        font.weight: Math.max(price.weight, price.look.weight)
        font.strikeout: price.strike
        Accessible.ignored: true
    }
    Words {
        id: unitWords
        visible: price.unitAfter
        anchors.left: number.right
        anchors.leftMargin: price.px * 0.03
        anchors.baseline: number.baseline
        text: price.unit
        look: price.look
        lineHeight: 1
        color: price.color
        font.pixelSize: Math.round(price.px * 0.78)
        font.weight: price.look.px > Theme.type.title.px ? 700 : 600
        font.strikeout: price.strike
        Accessible.ignored: true
    }
}
