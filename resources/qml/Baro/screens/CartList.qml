// The rows of the cart; once something is shipped or picked up they are grouped by how they are received.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

PagedList {
    id: list

    required property KioskModels models

    title: models.cart.grouped ? "" : qsTr("담은 상품")
    model: models.cart.lines
    view.section.property: models.cart.grouped ? "group" : ""
    view.section.delegate: ColumnLayout {
        id: heading
        required property string section
        width: ListView.view.width
        spacing: 0
        RowLayout {
            spacing: Theme.px(20)
            Layout.topMargin: Theme.px(28)
            Layout.bottomMargin: Theme.px(8)
            Icon {
                name: heading.section.startsWith("ship") ? "truck" : heading.section.startsWith("pick") ? "storefront" : "bag"
                filled: true
                size: Theme.icon.button
            }
            ColumnLayout {
                spacing: 0
                Words { text: list.models.cart.groupTitle(heading.section); font.weight: 700; lineHeight: 1; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
                Words {
                    visible: text !== ""
                    text: list.models.cart.groupDetail(heading.section)
                    look: Theme.type.support
                    font.weight: 600
                    color: list.models.session.online ? Theme.color.accentText : Theme.color.warning
                    Layout.fillWidth: true
                }
            }
            Words { text: list.models.cart.groupFee(heading.section); look: Theme.type.label; font.weight: 700; color: Theme.color.positive; Layout.alignment: Qt.AlignTop }
        }
    }
    delegate: LineItemRow {
        required property string lineId
        required property int index
        width: ListView.view.width
        separated: index < ListView.view.count - 1
        onLess: list.models.cart.setQuantity(lineId, quantity - 1)
        onMore: list.models.cart.setQuantity(lineId, quantity + 1)
        onRemove: list.models.cart.remove(lineId)
        onReweighAsked: list.models.cart.reweigh(lineId)
        onWhyAsked: list.models.navigator.showSheetFor("why", lineId)
    }
}
