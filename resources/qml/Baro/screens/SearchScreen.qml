// A1: the field, what is found, and the keyboard; lying, the keyboard keeps its own column beside the results.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    readonly property AisleViewModel aisle: models.aisle
    readonly property int keyColumn: Theme.px(Theme.compact ? 660 : 800)

    heading: aisle.title
    bannerShown: false

    GridLayout {
        anchors { fill: parent; leftMargin: Theme.page; rightMargin: Theme.page; bottomMargin: Theme.portrait ? 0 : Theme.px(20) }
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.px(40)
        rowSpacing: Theme.px(20)

        ColumnLayout {
            spacing: Theme.px(20)
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.portrait
            Layout.preferredWidth: Theme.portrait ? -1 : screen.keyColumn
            Layout.maximumWidth: Theme.portrait ? Number.POSITIVE_INFINITY : screen.keyColumn

            RowLayout {
                spacing: Theme.px(20)
                IconButton {
                    objectName: "backButton"
                    icon: "arrow-left"
                    spoken: qsTr("뒤로")
                    implicitHeight: field.height
                    implicitWidth: Math.max(Theme.px(Theme.compact ? 84 : 112), Theme.target)
                    ringRadius: Theme.radius.button
                    onActivated: screen.aisle.back()
                }
                SearchField {
                    id: field
                    objectName: "searchField"
                    text: screen.aisle.query
                    keyboardOffered: Theme.portrait && !screen.aisle.keyboardShown
                    Layout.fillWidth: true
                    onCleared: screen.aisle.clear()
                    onKeyboardAsked: screen.aisle.showKeyboard()
                }
                ToneButton {
                    objectName: "cartButton"
                    visible: screen.aisle.cartCount !== ""
                    text: screen.aisle.cartCount
                    spoken: qsTr("장바구니, 상품 %1개").arg(screen.aisle.cartCount)
                    icon: "basket"
                    padding: Theme.px(24)
                    implicitHeight: field.height
                    onActivated: screen.aisle.toCart()
                }
            }
            Words {
                visible: !Theme.portrait && !Theme.shallow && chips.visible
                text: qsTr("이런 상품을 찾나요?")
                look: Theme.type.support
                color: Theme.color.ink2
                Layout.fillWidth: true
            }
            SearchChips { id: chips; aisle: screen.aisle; Layout.fillWidth: true }
            Item { visible: !Theme.portrait; Layout.fillHeight: true }
            Rectangle {
                visible: !Theme.portrait && !Theme.shallow && !chips.visible
                implicitHeight: hint.implicitHeight + 2 * Theme.px(28)
                radius: Theme.radius.card
                color: Theme.color.sunken
                Layout.fillWidth: true
                RowLayout {
                    id: hint
                    anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(36) }
                    spacing: Theme.px(24)
                    Icon { name: "barcode"; color: Theme.color.ink2; size: Theme.icon.button }
                    Words { text: qsTr("상품 바코드를 스캔해도 바로 찾아요"); look: Theme.type.label; color: Theme.color.ink2; Layout.fillWidth: true }
                }
            }
            Loader {
                active: !Theme.portrait
                visible: active
                sourceComponent: keys
                Layout.fillWidth: true
            }
        }
        ColumnLayout {
            spacing: Theme.px(16)
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 0
            Layout.preferredHeight: 0
            Banner {
                visible: screen.aisle.notice !== ""
                title: screen.aisle.notice
                Layout.fillWidth: true
            }
            SearchResults { models: screen.models; Layout.fillWidth: true; Layout.fillHeight: true }
        }
    }

    dock: Loader {
        active: Theme.portrait && screen.aisle.keyboardShown
        visible: active
        sourceComponent: keys
        Layout.fillWidth: true
    }

    Component {
        id: keys
        HangulKeyboard {
            radius: Theme.portrait ? 0 : Theme.radius.card
            mode: screen.aisle.keyboardMode
            shifted: screen.aisle.shifted
            searchEnabled: screen.aisle.query !== ""
            onKeyPressed: key => screen.aisle.typed(key)
        }
    }
}
