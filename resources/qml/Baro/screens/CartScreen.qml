// S2 and S3: what was just added, what is in the cart, what it costs, and the way to pay.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    readonly property string payReason: models.cart.empty ? qsTr("상품을 담으면 결제할 수 있어요") : ""

    GridLayout {
        anchors { fill: parent; leftMargin: Theme.page; rightMargin: Theme.page; bottomMargin: Theme.portrait ? 0 : Theme.px(20) }
        columns: Theme.portrait ? 1 : 2
        rowSpacing: Theme.gutter
        columnSpacing: Theme.gutter

        CartNow {
            id: portraitNow
            models: screen.models
            visible: Theme.portrait && !empty
            Layout.fillWidth: true
        }
        EmptyState {
            visible: screen.models.cart.empty && portraitNow.empty
            title: screen.models.session.scannerWarming ? qsTr("잠시만요") : qsTr("바코드를 비춰 주세요")
            detail: qsTr("상품을 담으면 결제할 수 있어요")
            icon: "barcode"
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        ColumnLayout {
            visible: !screen.models.cart.empty || !portraitNow.empty
            spacing: Theme.gutter
            Layout.fillWidth: true
            Layout.fillHeight: true
            CartList { models: screen.models; Layout.fillWidth: true; Layout.fillHeight: true }
            CartTools { models: screen.models; visible: !Theme.portrait }
        }
        ColumnLayout {
            visible: !Theme.portrait
            spacing: Theme.gutter
            Layout.preferredWidth: Theme.px(Theme.compact ? 486 : 640)
            Layout.maximumWidth: Theme.px(Theme.compact ? 486 : 640)
            Layout.fillHeight: true
            CartNow { models: screen.models; Layout.fillWidth: true }
            Item { Layout.fillHeight: true }
            Loader { active: !Theme.portrait; visible: active; sourceComponent: totals; Layout.fillWidth: true }
        }
    }

    dock: [
        Loader { active: Theme.portrait; visible: active; sourceComponent: totals; Layout.fillWidth: true }
    ]

    Component {
        id: totals
        TotalDock {
            count: screen.models.cart.countText
            amount: screen.models.cart.total
            spokenTotal: screen.models.cart.spokenTotal
            saving: screen.models.cart.saving
            fee: screen.models.cart.fee
            action: qsTr("결제하기")
            reason: screen.payReason
            onActivated: screen.models.cart.pay()
            CartTools { models: screen.models; visible: Theme.portrait }
        }
    }

    Toast {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.page }
        text: screen.models.cart.noticeTitle
        action: screen.models.cart.canUndo ? qsTr("되돌리기") : ""
        shown: screen.models.cart.noticeKind === "removed" && screen.models.cart.canUndo
        onUndone: screen.models.cart.undo()
        onEnded: screen.models.cart.dismissNotice()
    }
}
