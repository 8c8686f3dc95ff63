// One found product: picture, name with the matching part marked, maker and size, price, at most two badges.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Pressable {
    id: card

    required property string name
    required property string amount
    required property string picture
    required property string detail
    required property string tint
    required property string category
    required property string spokenPrice
    // The marked part of the name, as places in it; length 0 marks nothing.
    required property int matchStart
    required property int matchLength
    required property string availability
    required property string stock
    required property string badge
    required property string badgeTone
    required property string badgeIcon

    readonly property bool oneLine: measured.implicitWidth <= grid.width - (Theme.hugeText ? 0 : price.implicitWidth + grid.columnSpacing)

    spoken: [name, spokenPrice || price.words, detail, stock, badge].filter(part => part !== "").join(", ")
    implicitHeight: Math.max(side + 2 * Theme.px(22), grid.implicitHeight + 2 * Theme.px(24))
    ringRadius: Theme.radius.card
    readonly property int side: Math.min(width * 0.3, Theme.grown(Theme.compact ? 128 : 188))

    Words { id: measured; visible: false; text: card.name; wrapMode: Text.NoWrap }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius.card
        color: card.down ? Theme.color.control : Theme.color.surface
        border.width: Theme.stroke.hair
        border.color: Theme.color.line
    }
    ProductPicture {
        id: tile
        anchors { left: parent.left; leftMargin: Theme.px(22); verticalCenter: parent.verticalCenter }
        picture: card.picture
        tint: card.tint
        category: card.category
        side: card.side
    }
    GridLayout {
        id: grid
        anchors { left: tile.right; leftMargin: Theme.px(30); right: parent.right; rightMargin: Theme.px(30); verticalCenter: parent.verticalCenter }
        columns: 2
        columnSpacing: Theme.px(16)
        rowSpacing: Theme.px(12)

        Row {
            visible: card.oneLine
            Layout.fillWidth: true
            Layout.columnSpan: Theme.hugeText ? 2 : 1
            Words { text: card.name.slice(0, card.matchStart); lineHeight: 1; wrapMode: Text.NoWrap; Accessible.ignored: true }
            Words { text: card.name.slice(card.matchStart, card.matchStart + card.matchLength); lineHeight: 1; wrapMode: Text.NoWrap; color: Theme.color.accentText; Accessible.ignored: true }
            Words { text: card.name.slice(card.matchStart + card.matchLength); lineHeight: 1; wrapMode: Text.NoWrap; Accessible.ignored: true }
        }
        Words {
            visible: !card.oneLine
            text: card.name
            lineHeight: 1
            Layout.fillWidth: true
            Layout.columnSpan: Theme.hugeText ? 2 : 1
            Accessible.ignored: true
        }
        PriceText { id: price; amount: card.amount; tabular: true; Layout.alignment: Qt.AlignTop | Qt.AlignRight; Layout.columnSpan: Theme.hugeText ? 2 : 1; Accessible.ignored: true }
        Words { text: card.detail; look: Theme.type.support; color: Theme.color.ink3; lineHeight: 1; Layout.fillWidth: true; Layout.columnSpan: 2; Accessible.ignored: true }
        Flow {
            spacing: Theme.px(12)
            visible: card.stock !== "" || card.badge !== ""
            Layout.fillWidth: true
            Layout.columnSpan: 2
            StockBadge { visible: text !== ""; availability: card.availability; text: card.stock; Accessible.ignored: true }
            Badge { visible: text !== ""; text: card.badge; tone: card.badgeTone; icon: card.badgeIcon; Accessible.ignored: true }
        }
    }
}
