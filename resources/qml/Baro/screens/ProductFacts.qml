// Name, price, story, facts, stock, seller and map of a product: the part of its page that is read.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ColumnLayout {
    id: facts

    required property KioskModels models
    readonly property ProductViewModel product: models.product

    spacing: Theme.px(18)

    GridLayout {
        columns: name.implicitWidth + price.width + columnSpacing <= facts.width ? 2 : 1
        columnSpacing: Theme.px(24)
        rowSpacing: Theme.px(2)
        Layout.fillWidth: true
        Words { visible: text !== ""; text: facts.product.maker; look: Theme.type.support; font.weight: 600; color: Theme.color.accentText; Layout.fillWidth: true; Layout.columnSpan: parent.columns }
        Words { id: name; text: facts.product.name; look: Theme.compact ? Theme.type.heading : Theme.type.title; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
        ColumnLayout {
            id: price
            spacing: 0
            PriceText { amount: facts.product.amount; look: Theme.compact ? Theme.type.heading : Theme.type.title; spoken: facts.product.spokenPrice; weight: 800; Layout.alignment: Qt.AlignRight }
            Words { visible: text !== ""; text: facts.product.priceNote; look: Theme.type.support; font.weight: 600; color: Theme.color.accentText; Layout.alignment: Qt.AlignRight }
        }
    }
    Words { visible: text !== ""; text: facts.product.story; look: Theme.type.label; font.weight: 500; lineHeight: 1.15; color: Theme.color.ink2; Layout.fillWidth: true }
    Flow {
        visible: points.count > 0
        spacing: Theme.px(14)
        Layout.fillWidth: true
        Repeater {
            id: points
            model: facts.product.facts
            Rectangle {
                id: point
                required property string name
                required property string icon
                implicitWidth: Math.min(parent.width, row.implicitWidth + 2 * Theme.px(24))
                implicitHeight: row.implicitHeight + 2 * Theme.px(14)
                radius: Theme.radius.control
                color: Theme.color.sunken
                border.width: Theme.highContrast ? Theme.stroke.hair : 0
                border.color: Theme.color.lineStrong
                RowLayout {
                    id: row
                    anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.px(24); rightMargin: Theme.px(24) }
                    spacing: Theme.px(12)
                    Icon { name: point.icon; color: Theme.color.ink2; size: Theme.grown(36) }
                    Words { text: point.name; look: Theme.type.support; font.weight: 600; lineHeight: 1; color: Theme.color.ink2; Layout.fillWidth: true }
                }
            }
        }
    }
    ProductStock { product: facts.product; Layout.fillWidth: true; Layout.fillHeight: false }
    Rectangle {
        implicitHeight: told.implicitHeight + 2 * Theme.px(22)
        radius: Theme.radius.button
        color: Theme.color.surface
        border.width: Theme.stroke.hair
        border.color: Theme.color.line
        Layout.fillWidth: true
        ColumnLayout {
            id: told
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(28) }
            spacing: Theme.px(18)
            RowLayout {
                visible: facts.product.address !== ""
                spacing: Theme.px(20)
                Icon { name: "map-pin"; color: Theme.color.ink2; size: Theme.icon.inline }
                Words { text: facts.product.address; look: Theme.type.support; font.weight: 600; lineHeight: 1; Layout.fillWidth: true }
            }
            Rectangle { visible: facts.product.address !== ""; implicitHeight: Math.max(1, Theme.stroke.hair); color: Theme.color.line; Layout.fillWidth: true }
            RowLayout {
                spacing: Theme.px(20)
                Icon { name: "storefront"; color: Theme.color.ink2; size: Theme.icon.inline }
                Words { text: [facts.product.seller, facts.product.withdrawal].filter(part => part !== "").join(" · "); look: Theme.type.support; font.weight: 600; lineHeight: 1; Layout.fillWidth: true }
            }
        }
    }
    Pressable {
        objectName: "showMap"
        visible: facts.product.map.known
        spoken: facts.product.map.spoken
        hint: qsTr("크게 보기")
        implicitHeight: small.implicitHeight
        ringRadius: Theme.radius.card
        Layout.fillWidth: true
        onActivated: facts.product.showMap()
        ShopMap { id: small; anchors.fill: parent; place: facts.product.map; Accessible.ignored: true }
    }
}
