// S2b: bags with their prices; one touch adds one.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Sheet {
    id: sheet

    required property KioskModels models

    title: qsTr("봉투 필요하세요?")
    detail: models.produce.bagWords
    onClosed: models.navigator.back()

    Repeater {
        model: sheet.models.produce.bags
        GridLayout {
            id: bag
            required property string key
            required property string name
            required property string detail
            required property string picture
            required property string tint
            required property string category
            required property int quantity
            columns: Theme.hugeText ? 2 : 3
            columnSpacing: Theme.px(28)
            rowSpacing: Theme.px(12)
            Layout.fillWidth: true

            ProductPicture { picture: bag.picture; tint: bag.tint; category: bag.category; side: Theme.grown(108) }
            ColumnLayout {
                spacing: 0
                Words { text: bag.name; font.weight: 700; lineHeight: 1.05; Layout.fillWidth: true }
                Words { text: bag.detail; look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; Layout.fillWidth: true }
            }
            Item {
                implicitWidth: Math.max(stepper.implicitWidth, add.implicitWidth)
                implicitHeight: Math.max(stepper.implicitHeight, add.implicitHeight)
                Layout.columnSpan: Theme.hugeText ? 2 : 1
                Layout.alignment: Qt.AlignRight
                QuantityStepper {
                    id: stepper
                    visible: bag.quantity > 0
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    quantity: bag.quantity
                    name: bag.name
                    onLess: sheet.models.produce.addBag(bag.key, -1)
                    onMore: sheet.models.produce.addBag(bag.key, 1)
                    onRemove: sheet.models.produce.addBag(bag.key, -1)
                }
                ToneButton {
                    id: add
                    objectName: "addBag_" + bag.key
                    visible: bag.quantity === 0
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    text: qsTr("추가")
                    icon: "plus"
                    hint: bag.name
                    onActivated: sheet.models.produce.addBag(bag.key, 1)
                }
            }
        }
    }
    PrimaryButton { objectName: "continue"; label: qsTr("다 골랐어요"); guarded: false; Layout.fillWidth: true; Layout.topMargin: Theme.px(12); onActivated: sheet.closed() }
}
