// The item scanned just now: picture under the beam, name, price, stepper, and one nudge as its child.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme

Rectangle {
    id: now

    required property string name
    required property string amount
    required property int quantity
    required property string picture
    property string tint: "stone"
    property string category: ""
    property string status: qsTr("담았어요")
    property string statusTone: "positive"
    property string badge: ""
    property string spokenPrice: ""
    property bool stepperShown: true
    // A layout whose last child was hidden keeps its height, so whoever hides the nudge says so here.
    property bool nudgeShown: below.children.length > 0
    default property alias nudge: below.data

    readonly property bool stacked: !Theme.portrait || Theme.hugeText
    readonly property int pictureSide: Math.min(width * 0.5, Theme.grown(Theme.compact ? 108 : Theme.portrait ? 220 : 156))

    readonly property real edge: Theme.px(Theme.portrait ? 30 : Theme.compact ? 16 : 28)

    signal less()
    signal more()
    signal remove()

    function celebrate(): void { beam.play(); }

    implicitHeight: column.implicitHeight + 2 * edge
    radius: Theme.radius.hero
    color: Theme.color.surface
    border.width: Theme.px(3)
    border.color: Theme.color.accent
    Accessible.role: Accessible.Grouping
    Accessible.name: status + ", " + name + ", " + (spokenPrice || price.words)

    Shadow { visible: !Theme.highContrast; z: -1 }

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top }
        anchors.margins: now.edge
        spacing: Theme.px(Theme.compact ? 12 : 20)

        GridLayout {
            columns: Theme.doubled ? 1 : 2
            columnSpacing: Theme.px(Theme.portrait ? 44 : 28)
            rowSpacing: Theme.px(24)

            ProductPicture {
                picture: now.picture
                tint: now.tint
                category: now.category
                side: now.pictureSide
                Layout.alignment: Qt.AlignTop
                BeamOverlay { id: beam; anchors.fill: parent; brackets: Theme.portrait }
            }
            ColumnLayout {
                spacing: Theme.px(8)

                RowLayout {
                    spacing: Theme.px(14)
                    Icon { name: now.statusTone === "positive" ? "check-circle" : "warning-circle"; filled: true; color: statusWords.color }
                    Words {
                        id: statusWords
                        text: now.status
                        look: Theme.compact ? Theme.type.support : Theme.type.label
                        lineHeight: 1
                        font.weight: 700
                        Layout.fillWidth: true
                        color: now.statusTone === "positive" ? Theme.color.positive : Theme.color.warning
                    }
                }
                Words {
                    text: now.name
                    look: Theme.compact ? Theme.type.body : Theme.type.heading
                    lineHeight: 1
                    Layout.fillWidth: true
                }
                Loader { active: !now.stacked; visible: active; sourceComponent: moneyRow; Layout.fillWidth: true }
            }
        }
        Loader { active: now.stacked; visible: active; sourceComponent: moneyRow; Layout.fillWidth: true }
        ColumnLayout { id: below; visible: now.nudgeShown; spacing: 0; Layout.fillWidth: true }
    }

    PriceText { id: price; visible: false; amount: now.amount }

    Component {
        id: moneyRow
        GridLayout {
            id: money
            // Price, badge and stepper stand side by side only where they fit.
            readonly property real pair: sum.implicitWidth + columnSpacing + (badge.visible ? badge.implicitWidth : 0)
            columns: pair + stepper.implicitWidth + 2 * columnSpacing <= (parent?.width ?? 0) ? 4
                : pair <= (parent?.width ?? 0) ? 3 : 1
            columnSpacing: Theme.px(20)
            PriceText { id: sum; amount: now.amount; look: Theme.compact ? Theme.type.body : Theme.type.heading; spoken: now.spokenPrice || words }
            Badge { id: badge; visible: text !== ""; text: now.badge; tone: "promo"; look: Theme.type.support }
            Item { visible: money.columns > 2; Layout.fillWidth: true }
            QuantityStepper {
                id: stepper
                Layout.columnSpan: money.columns === 3 ? 3 : 1
                visible: now.stepperShown
                quantity: now.quantity
                name: now.name
                onLess: now.less()
                onMore: now.more()
                onRemove: now.remove()
            }
        }
    }
}
