// A3: how to receive it; nothing is chosen beforehand, fee and total stand beside every way.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    readonly property ProductViewModel product: models.product
    readonly property bool ready: product.chosen !== ""

    heading: qsTr("어떻게 받을까요?")
    headingDetail: product.name + " · " + product.summary
    backOffered: true
    // A low screen needs the room; each way says itself what is not paid now.
    bannerShown: !Theme.compact
    onBack: product.back()

    GridLayout {
        anchors.fill: parent
        columns: Theme.portrait ? 1 : 2
        columnSpacing: 0
        rowSpacing: 0

        ScrollPage {
            spacing: Theme.px(Theme.compact ? 16 : 24)
            Layout.bottomMargin: Theme.gap
            RowLayout {
                visible: !Theme.lowReach
                spacing: Theme.px(20)
                Words { text: screen.heading; look: Theme.type.title; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
                Loader { active: Theme.portrait; visible: active; sourceComponent: closing }
            }
            Loader { active: Theme.portrait; visible: active; sourceComponent: what; Layout.fillWidth: true }
            Banner { visible: screen.product.problem !== ""; title: screen.product.problem; Layout.fillWidth: true }
            Repeater {
                model: screen.product.ways
                FulfilmentOption {
                    required property string key
                    required free
                    required place
                    required note
                    required reason
                    objectName: "option_" + key
                    chosen: screen.product.chosen === key
                    Layout.fillWidth: true
                    onActivated: screen.product.choose(key)
                }
            }
            Loader { sourceComponent: terms; Layout.fillWidth: true; Layout.bottomMargin: Theme.portrait ? 0 : Theme.gap }
            Item { Layout.fillHeight: true }
        }
        ColumnLayout {
            visible: !Theme.portrait
            Layout.preferredWidth: Theme.px(Theme.compact ? 430 : 640)
            Layout.maximumWidth: Theme.px(Theme.compact ? 430 : 640)
            Layout.fillHeight: true
            Layout.rightMargin: Theme.page
            Layout.bottomMargin: Theme.px(20)
            spacing: Theme.px(20)
            RowLayout {
                spacing: Theme.px(20)
                Loader { active: !Theme.portrait; visible: active; sourceComponent: what; Layout.fillWidth: true }
                Loader { active: !Theme.portrait; visible: active; sourceComponent: closing; Layout.alignment: Qt.AlignTop }
            }
            Item { Layout.fillHeight: true }
            Loader { active: !Theme.portrait; visible: active; sourceComponent: sum; Layout.fillWidth: true }
        }
    }

    dock: Loader {
        active: Theme.portrait
        visible: active
        sourceComponent: sum
        Layout.fillWidth: true
        Layout.margins: Theme.page
        Layout.topMargin: Theme.px(12)
        Layout.bottomMargin: Theme.px(28)
    }

    Component {
        id: closing
        IconButton {
            objectName: "backButton"
            icon: "x"
            spoken: qsTr("닫기")
            implicitWidth: Math.max(Theme.px(Theme.compact ? 84 : 104), Theme.target)
            iconSize: Theme.icon.button
            ringRadius: Theme.radius.button
            onActivated: screen.product.back()
        }
    }
    Component {
        id: what
        RowLayout {
            spacing: Theme.px(24)
            ProductPicture { visible: !Theme.hugeText; picture: screen.product.picture; tint: screen.product.tint; category: screen.product.category; side: Theme.grown(Theme.compact ? 84 : 112) }
            ColumnLayout {
                spacing: Theme.px(4)
                Words { text: screen.product.name; look: Theme.type.label; font.weight: 700; lineHeight: 1; Layout.fillWidth: true }
                Words { text: screen.product.summary; look: Theme.type.support; color: Theme.color.ink2; lineHeight: 1; Layout.fillWidth: true }
            }
        }
    }
    Component {
        id: terms
        Rectangle {
            implicitHeight: law.implicitHeight + 2 * Theme.px(26)
            radius: Theme.radius.button
            color: Theme.color.sunken
            border.width: Theme.highContrast ? Theme.stroke.hair : 0
            border.color: Theme.color.lineStrong
            ColumnLayout {
                id: law
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(34) }
                spacing: Theme.px(18)
                RowLayout {
                    spacing: Theme.px(20)
                    Icon { name: "storefront"; color: Theme.color.ink2; size: Theme.icon.inline }
                    Words { text: screen.product.seller; look: Theme.type.support; font.weight: 600; lineHeight: 1; Layout.fillWidth: true }
                }
                RowLayout {
                    visible: screen.product.withdrawal !== ""
                    spacing: Theme.px(20)
                    Icon { name: "arrow-u-up-left"; color: Theme.color.ink2; size: Theme.icon.inline }
                    Words { text: screen.product.withdrawal; look: Theme.type.support; font.weight: 600; lineHeight: 1; Layout.fillWidth: true }
                }
            }
        }
    }
    Component {
        id: sum
        ColumnLayout {
            spacing: Theme.px(24)
            GridLayout {
                visible: screen.ready || !(Theme.hugeText || Theme.compact)
                columns: Theme.hugeText || !Theme.portrait ? 1 : 2
                columnSpacing: Theme.px(20)
                rowSpacing: Theme.px(6)
                Words { text: qsTr("합계"); look: Theme.type.label; font.weight: 700; color: Theme.color.ink2; lineHeight: 1; Layout.fillWidth: true }
                Words { visible: !screen.ready; text: qsTr("고르면 배송비까지 더해 보여 드려요"); look: Theme.type.support; color: Theme.color.ink3; lineHeight: 1; Layout.fillWidth: !Theme.portrait || Theme.hugeText }
                PriceText { visible: screen.ready; amount: screen.product.total; look: Theme.type.title; weight: 800 }
            }
            PrimaryButton {
                objectName: "addToCart"
                label: screen.product.action
                reason: screen.ready ? "" : screen.product.action
                Layout.fillWidth: true
                onActivated: screen.product.add()
            }
        }
    }
}
