// One line of the basket. Picture, name and price together ask "why this price"; the control is a stepper,
// "weigh again", or nothing.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme

Item {
    id: line

    required property string name
    required property string amount
    required property string picture
    required property string detail
    required property int quantity
    required property string tint
    required property string category
    required property string badge
    required property string control
    required property string spokenPrice
    property string badgeTone: "promo"
    property bool whyOffered: true
    property bool separated: true

    readonly property bool slim: width < Theme.px(640)
    // A long price and the stepper, which cannot get narrower, do not fit beside each other in a narrow list.
    readonly property bool tight: slim && line.control === "stepper" && price.natural + control.implicitWidth + Theme.px(16 + 28) + Theme.grown(92) > width
    readonly property bool stacked: Theme.hugeText || tight
    // In a narrow list the name has a line of its own, and the price stands under it.
    readonly property bool narrow: !stacked && slim
    readonly property bool nameAlone: stacked || narrow
    readonly property int pictureSide: Theme.grown(slim && !Theme.hugeText ? 92 : 128)

    signal whyAsked()
    signal less()
    signal more()
    signal remove()
    signal reweighAsked()

    implicitHeight: Math.max(grid.implicitHeight, pictureSide) + Theme.px(Theme.compact ? 36 : 46)

    Pressable {
        objectName: "lineWhy"
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom; right: parent.right }
        anchors.rightMargin: line.stacked || line.control === "none" ? 0 : control.width + Theme.gap
        anchors.topMargin: Theme.gap / 2
        anchors.bottomMargin: line.stacked && line.control !== "none" ? control.height + Theme.px(24) + Theme.gap : Theme.gap / 2
        enabled: line.whyOffered
        shrinks: false
        ringRadius: Theme.radius.control
        spoken: line.name + ", " + (line.spokenPrice || price.words) + ", " + line.detail
        hint: line.whyOffered ? qsTr("왜 이 가격인지 보기") : ""
        onActivated: line.whyAsked()
    }

    ProductPicture {
        id: picture
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        picture: line.picture
        tint: line.tint
        category: line.category
        side: line.pictureSide
    }

    GridLayout {
        id: grid
        anchors { left: picture.right; leftMargin: Theme.px(28); right: parent.right; verticalCenter: parent.verticalCenter }
        columns: 2
        rowSpacing: Theme.px(6)
        columnSpacing: Theme.px(16)

        Words {
            text: line.name
            lineHeight: 1
            Layout.fillWidth: true
            Layout.row: 0
            Layout.column: 0
            Layout.columnSpan: line.nameAlone ? 2 : 1
            Accessible.ignored: true
        }
        PriceText {
            id: price
            amount: line.amount
            tabular: true
            Layout.alignment: (line.nameAlone ? Qt.AlignLeft : Qt.AlignRight) | Qt.AlignTop
            Layout.row: line.nameAlone ? 1 : 0
            Layout.column: line.nameAlone ? 0 : 1
            Layout.columnSpan: line.stacked ? 2 : 1
            Accessible.ignored: true
        }
        RowLayout {
            spacing: Theme.px(14)
            Layout.fillWidth: true
            Layout.row: line.nameAlone ? 2 : 1
            Layout.column: 0
            Layout.columnSpan: line.stacked ? 2 : 1
            Badge { visible: text !== ""; text: line.badge; tone: line.badgeTone; Accessible.ignored: true }
            Words {
                text: line.detail
                look: Theme.type.support
                color: Theme.color.ink3
                lineHeight: 1
                Layout.maximumWidth: implicitWidth + 1
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Icon { visible: line.whyOffered; name: "info"; color: Theme.color.lineStrong; size: Theme.grown(30) }
        }
        Loader {
            id: control
            active: line.control !== "none"
            visible: active
            sourceComponent: line.control === "reweigh" ? reweigh : stepper
            Layout.alignment: Qt.AlignRight
            Layout.row: line.stacked ? 3 : 1
            Layout.column: line.stacked ? 0 : 1
            Layout.rowSpan: line.narrow ? 2 : 1
            Layout.columnSpan: line.stacked ? 2 : 1
        }
    }

    Component {
        id: stepper
        QuantityStepper {
            quantity: line.quantity
            name: line.name
            onLess: line.less()
            onMore: line.more()
            onRemove: line.remove()
        }
    }
    Component {
        id: reweigh
        NudgeAnswer {
            objectName: "lineReweigh"
            text: qsTr("다시 재기")
            icon: "scales"
            iconShown: true
            onActivated: line.reweighAsked()
        }
    }

    Rectangle {
        visible: line.separated
        anchors { left: grid.left; right: parent.right; bottom: parent.bottom }
        height: Theme.stroke.hair
        color: Theme.color.line
    }
}
