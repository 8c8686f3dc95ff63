// A2: a product with its story, where it is to be had, and the way to choose how to receive it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    readonly property ProductViewModel product: models.product
    // Glass on which the two controls of the dock have no room for the largest words.
    readonly property bool tight: Theme.compact || Theme.uiScale > 1.15

    heading: product.name
    headingDetail: product.maker
    backOffered: true
    bannerShown: false
    onBack: product.back()

    GridLayout {
        anchors.fill: parent
        visible: screen.product.known
        columns: Theme.portrait ? 1 : 2
        columnSpacing: 0
        rowSpacing: 0

        ProductHero {
            id: wide
            visible: !Theme.portrait
            product: screen.product
            radius: Theme.radius.hero
            Layout.preferredWidth: Theme.px(Theme.compact ? 350 : 760)
            Layout.leftMargin: Theme.page
            Layout.bottomMargin: Theme.px(20)
            Layout.fillHeight: true
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: true
            ProductHero {
                visible: Theme.portrait && !Theme.lowReach
                product: screen.product
                Layout.fillWidth: true
                // As much as the facts leave, so that they need no paging where they need not.
                Layout.preferredHeight: Math.max(Theme.px(Theme.hugeText ? 210 : 330), Math.min(Theme.px(570), parent.height - scroll.implicitHeight - Theme.px(30)))
            }
            ScrollPage {
                id: scroll
                Layout.topMargin: Theme.portrait ? Theme.px(20) : 0
                Layout.bottomMargin: Theme.gap
                ProductFacts { models: screen.models; Layout.fillWidth: true; Layout.fillHeight: false }
            }
            Loader { active: !Theme.portrait; visible: active; sourceComponent: ways; Layout.fillWidth: true; Layout.margins: Theme.page; Layout.topMargin: 0; Layout.bottomMargin: Theme.px(20) }
        }
    }
    RowLayout {
        x: Theme.page + (Theme.portrait ? 0 : Theme.px(20))
        y: Theme.px(Theme.portrait ? 28 : 20)
        width: Theme.portrait ? screen.width - 2 * Theme.page : wide.width - 2 * Theme.px(20)
        spacing: Theme.px(20)
        IconButton {
            objectName: "backButton"
            icon: "arrow-left"
            spoken: qsTr("뒤로")
            implicitWidth: Math.max(Theme.px(104), Theme.target)
            ringRadius: Theme.radius.button
            onActivated: screen.product.back()
        }
        Item { Layout.fillWidth: true }
        ToneButton {
            objectName: "cartButton"
            visible: screen.product.cartCount !== ""
            text: screen.product.cartCount
            spoken: qsTr("장바구니, 상품 %1").arg(screen.product.cartCount)
            icon: "basket"
            iconSize: Theme.icon.button
            leastHeight: Theme.px(104)
            onActivated: screen.product.toCart()
        }
    }

    dock: Rectangle {
        visible: Theme.portrait
        implicitHeight: portraitWays.implicitHeight + 2 * Theme.px(16)
        color: Theme.color.surface
        Layout.fillWidth: true
        Rectangle { anchors { left: parent.left; right: parent.right; top: parent.top } height: Theme.stroke.hair; color: Theme.color.line }
        Loader { id: portraitWays; active: Theme.portrait; anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.page } sourceComponent: ways }
    }

    Component {
        id: ways
        GridLayout {
            columns: Theme.hugeText ? 1 : 2
            columnSpacing: Theme.px(20)
            rowSpacing: Theme.px(16)
            QuantityStepper {
                visible: screen.product.counted
                quantity: screen.product.quantity
                name: screen.product.name
                most: screen.product.most
                inBasket: false
                lessName: "less"
                moreName: "more"
                side: Math.min(Theme.primaryHeight, Math.max(Theme.grown(screen.tight ? 92 : 126), Theme.target))
                Layout.alignment: Qt.AlignVCenter
                onLess: screen.product.less()
                onMore: screen.product.more()
            }
            PrimaryButton {
                objectName: "chooseFulfilment"
                label: qsTr("받을 방법 고르기")
                reason: screen.product.reason
                look: !ready || screen.tight ? Theme.type.body : Theme.type.action
                arrow: !screen.tight
                guarded: false
                leastHeight: Math.max(Theme.px(Theme.compact ? 98 : 126), Theme.target)
                Layout.fillWidth: true
                onActivated: screen.product.chooseWay()
            }
        }
    }
}
