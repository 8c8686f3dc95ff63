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
    // On a low screen there is room for the keyboard or for results, not for both.
    readonly property bool stacked: Theme.portrait || Theme.compact
    readonly property bool keysUp: aisle.keyboardShown && (!Theme.compact || asked)
    property bool asked: false

    heading: aisle.title
    bannerShown: false

    Loader {
        id: lowKeys
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        active: screen.stacked && screen.keysUp
        visible: active
        sourceComponent: keys
    }
    GridLayout {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: lowKeys.top }
        anchors { leftMargin: Theme.page; rightMargin: Theme.page; bottomMargin: lowKeys.active ? 0 : Theme.px(12) }
        columns: screen.stacked ? 1 : 2
        columnSpacing: Theme.px(40)
        rowSpacing: Theme.px(20)

        ColumnLayout {
            spacing: Theme.px(20)
            Layout.fillWidth: true
            Layout.fillHeight: !screen.stacked
            Layout.preferredWidth: screen.stacked ? -1 : Theme.px(800)
            Layout.maximumWidth: screen.stacked ? Number.POSITIVE_INFINITY : Theme.px(800)

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
                    keyboardOffered: screen.stacked && !screen.keysUp
                    placeholder: Theme.hugeText ? qsTr("상품 이름") : qsTr("상품 이름, 초성, 바코드")
                    Layout.fillWidth: true
                    onCleared: screen.aisle.clear()
                    onKeyboardAsked: {
                        screen.asked = true;
                        screen.aisle.showKeyboard();
                    }
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
                visible: !screen.stacked && !Theme.shallow && chips.visible
                text: qsTr("이런 상품을 찾나요?")
                look: Theme.type.support
                color: Theme.color.ink2
                Layout.fillWidth: true
            }
            Words {
                visible: Theme.compact && screen.keysUp && !chips.visible
                text: screen.aisle.title
                look: Theme.type.support
                font.weight: 600
                color: Theme.color.ink2
                Layout.fillWidth: true
            }
            SearchChips {
                id: chips
                aisle: screen.aisle
                room: !Theme.compact || screen.keysUp
                Layout.fillWidth: true
            }
            Item { visible: !screen.stacked; Layout.fillHeight: true }
            Rectangle {
                visible: !screen.stacked && !Theme.shallow && !chips.visible
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
                active: !screen.stacked
                visible: active
                sourceComponent: keys
                Layout.fillWidth: true
            }
        }
        ColumnLayout {
            visible: !Theme.compact || !screen.keysUp
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

    Component {
        id: keys
        HangulKeyboard {
            radius: screen.stacked ? 0 : Theme.radius.card
            mode: screen.aisle.keyboardMode
            shifted: screen.aisle.shifted
            searchEnabled: screen.aisle.query !== ""
            onKeyPressed: key => screen.aisle.typed(key)
        }
    }
}
