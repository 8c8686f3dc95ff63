// The rows of the cart; once something is shipped or picked up they stand in a card for each way to receive them.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

PagedList {
    id: list

    required property KioskModels models
    // The item just added, on top of the rows, where it has no card of its own.
    property bool nowShown: false
    property bool bannered: false
    // The tools, below the rows, where the text is so large that they would leave the list no room.
    property bool toolsShown: false
    readonly property bool grouped: models.cart.grouped

    title: grouped ? qsTr("받는 방법별로") : qsTr("담은 상품")
    framed: !grouped
    countText: Theme.doubled || view.count === 0 ? "" : Theme.compact ? "%2–%3 / %1".arg(view.count).arg(firstShown + 1).arg(lastShown + 1)
        : qsTr("%1가지 중 %2–%3").arg(view.count).arg(firstShown + 1).arg(lastShown + 1)
    model: models.cart.lines
    view.section.property: grouped ? "group" : ""
    view.section.delegate: CartGroup {
        width: ListView.view.width
        models: list.models
    }
    header: list.nowShown ? nowRow : null
    view.footer: list.toolsShown ? toolRow : null
    delegate: Item {
        id: row
        required property string lineId
        required property string name
        required property string amount
        required property string picture
        required property string detail
        required property int quantity
        required property string tint
        required property string category
        required property string badge
        required property string badgeTone
        required property string control
        required property string spokenPrice
        required property int index
        readonly property bool last: list.grouped ? ListView.nextSection !== ListView.section : index === ListView.view.count - 1
        readonly property real margin: list.grouped ? Theme.px(36) : 0

        width: ListView.view.width
        implicitHeight: line.implicitHeight + (list.grouped && last ? Theme.px(24) : 0)

        Rectangle {
            visible: list.grouped
            anchors.fill: line
            anchors.leftMargin: -row.margin
            anchors.rightMargin: -row.margin
            color: Theme.color.surface
            bottomLeftRadius: row.last ? Theme.radius.card : 0
            bottomRightRadius: row.last ? Theme.radius.card : 0
        }
        LineItemRow {
            id: line
            x: row.margin
            width: parent.width - 2 * row.margin
            name: row.name
            amount: row.amount
            picture: row.picture
            detail: row.detail
            quantity: row.quantity
            tint: row.tint
            category: row.category
            badge: row.badge
            badgeTone: row.badgeTone
            control: row.control
            spokenPrice: row.spokenPrice
            separated: !row.last
            onLess: list.models.cart.setQuantity(row.lineId, quantity - 1)
            onMore: list.models.cart.setQuantity(row.lineId, quantity + 1)
            onRemove: list.models.cart.remove(row.lineId)
            onReweighAsked: list.models.cart.reweigh(row.lineId)
            onWhyAsked: list.models.navigator.showSheetFor("why", row.lineId)
        }
    }

    Component {
        id: nowRow
        CartNowRow { models: list.models; bannered: list.bannered; width: ListView.view.width }
    }
    Component {
        id: toolRow
        CartTools { models: list.models; width: ListView.view.width; tone: "secondary" }
    }
    Connections {
        target: list.models.cart
        function onAdded(): void { list.view.positionViewAtBeginning(); }
    }
}
