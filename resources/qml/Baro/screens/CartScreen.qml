// S2 and S3: what was just added, what is in the cart, what it costs, and the way to pay.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    readonly property bool empty: models.cart.empty
    // Where the now card does not fit above the list it goes on top of its rows.
    readonly property bool nowInList: Theme.hugeText || Theme.lowReach || !Theme.portrait && (Theme.large || height < Theme.px(740) || crowded)
    // On a lying panel a message, a nudge, a saving and a fee do not all fit around the now card and the total.
    readonly property bool charged: models.cart.saving !== "" || models.cart.fee !== ""
    readonly property bool crowded: models.cart.noticeTitle !== "" || models.cart.nudgeShown && charged || models.cart.saving !== "" && models.cart.fee !== ""
    // On the lowest panel a fee of several parts takes the room of the tools.
    readonly property bool longFee: Theme.compact && (models.cart.fee.includes(" · ") || models.cart.fee.length > 22)
    readonly property bool toolsInList: Theme.doubled || Theme.hugeText && !Theme.portrait || Theme.large && Theme.compact || longFee
    // There the banner would leave the rows no room either.
    readonly property bool bannerInList: nowInList && (Theme.hugeText || Theme.compact)
    readonly property string payReason: empty ? qsTr("상품을 담으면 결제할 수 있어요") : ""

    heading: empty ? vacant.heading : models.cart.nowShown ? qsTr("%1 담았어요").arg(models.cart.nowName) : models.cart.countText
    headingDetail: empty ? vacant.detail : models.cart.nowShown ? models.cart.nowSpoken : models.cart.spokenTotal
    upper: empty ? null : above
    bannerShown: !bannerInList
    terminalSaid: true

    GridLayout {
        anchors { fill: parent; leftMargin: Theme.page; rightMargin: Theme.page; bottomMargin: Theme.portrait ? 0 : Theme.px(20) }
        columns: Theme.portrait ? 1 : 2
        rowSpacing: Theme.gutter
        columnSpacing: Theme.gutter

        Words {
            visible: screen.models.cart.grouped && Theme.portrait && !Theme.hugeText && !Theme.lowReach && !screen.models.cart.nowShown
            text: qsTr("한 번에 결제해요")
            look: Theme.type.title
            Layout.topMargin: Theme.px(20)
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        CartNow {
            models: screen.models
            visible: Theme.portrait && !empty && (screen.empty || !screen.nowInList)
            Layout.fillWidth: true
        }
        ColumnLayout {
            spacing: Theme.gutter
            Layout.fillWidth: true
            Layout.fillHeight: true
            CartEmpty { id: vacant; visible: screen.empty; models: screen.models; bannered: screen.bannerInList; Layout.fillWidth: true; Layout.fillHeight: true }
            // While the only item is in the now card there is nothing to list yet.
            Item { visible: !screen.empty && !rows.visible; Layout.fillHeight: true }
            CartList { id: rows; visible: !screen.empty && (view.count > 0 || screen.nowInList || screen.toolsInList); models: screen.models; nowShown: screen.nowInList; bannered: screen.bannerInList; toolsShown: screen.toolsInList; Layout.fillWidth: true; Layout.fillHeight: true }
            Toast {
                text: screen.models.cart.noticeTitle
                action: screen.models.cart.canUndo ? qsTr("되돌리기") : ""
                shown: screen.models.cart.noticeKind === "removed" && screen.models.cart.canUndo
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.portrait ? Theme.px(20) : 0
                onUndone: screen.models.cart.undo()
                onEnded: screen.models.cart.dismissNotice()
            }
            CartTools { models: screen.models; visible: !Theme.portrait && !Theme.compact && !screen.toolsInList && !screen.empty }
        }
        ColumnLayout {
            visible: !Theme.portrait
            spacing: Theme.compact ? Theme.gap : Theme.gutter
            Layout.preferredWidth: Theme.px(!Theme.compact ? 640 : screen.nowInList ? 470 : 486)
            Layout.maximumWidth: Theme.px(!Theme.compact ? 640 : screen.nowInList ? 470 : 486)
            Layout.fillHeight: true
            CartNow { visible: !empty && (screen.empty || !screen.nowInList); models: screen.models; Layout.fillWidth: true }
            Item { Layout.fillHeight: true }
            CartTools { models: screen.models; visible: Theme.compact && (screen.empty || !screen.toolsInList) }
            Loader { active: !Theme.portrait; visible: active; sourceComponent: totals; Layout.fillWidth: true }
        }
    }

    dock: Loader { active: Theme.portrait; visible: active; sourceComponent: totals; Layout.fillWidth: true }

    Component {
        id: totals
        TotalDock {
            count: Theme.compact && screen.models.cart.fee !== "" ? screen.models.cart.fee : screen.models.cart.countText
            amount: screen.models.cart.total
            spokenTotal: screen.models.cart.spokenTotal
            saving: Theme.compact ? "" : screen.models.cart.saving
            fee: Theme.compact ? "" : screen.models.cart.fee
            totalShown: !Theme.lowReach || screen.empty
            action: totalShown ? qsTr("결제하기") : qsTr("%1 결제하기").arg(screen.models.cart.totalWords)
            reason: screen.payReason
            onActivated: screen.models.cart.pay()
            CartTools { models: screen.models; visible: Theme.portrait && !screen.empty && !screen.toolsInList }
        }
    }
    Component {
        id: above
        CartAbove { models: screen.models }
    }
}
