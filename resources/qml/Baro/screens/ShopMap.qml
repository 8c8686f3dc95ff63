// The map of the shop: flat blocks, the wanted one hot, a dotted way from here to it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Baro.theme
import Baro.controls
import Baro.models

Rectangle {
    id: plan

    required property MapViewModel place

    readonly property real across: width / Math.max(1, place.wide)
    // Blocks are at least as high as their words.
    readonly property real down: Math.max(across, Theme.type.caption.px * 1.5 / 50)

    function spot(point: point): point {
        return Qt.point(point.x * across, point.y * down);
    }

    visible: place.known
    implicitHeight: place.high * down
    radius: Theme.radius.card
    color: Theme.highContrast ? Theme.color.canvas : Qt.tint(Theme.color.positiveSoft, Theme.faded(Theme.color.sunken, 0.75))
    border.width: Theme.highContrast ? Theme.stroke.control : 0
    border.color: Theme.color.lineStrong
    Accessible.role: Accessible.Graphic
    Accessible.name: place.spoken

    Repeater {
        model: plan.place.blocks
        Rectangle {
            id: block
            required property string name
            required property string number
            required property real fromLeft
            required property real fromTop
            required property real wide
            required property real high
            required property bool hot
            readonly property bool roomy: words.implicitWidth <= width - Theme.px(16)
            x: fromLeft * plan.across
            y: fromTop * plan.down
            width: wide * plan.across
            height: high * plan.down
            radius: Theme.px(10)
            color: hot ? Theme.color.promoSoft : Theme.highContrast ? Theme.color.control : Qt.darker(plan.color, 1.1)
            border.width: hot ? Theme.stroke.selected : Theme.highContrast ? Theme.stroke.hair : 0
            border.color: hot ? Theme.color.promo : Theme.color.lineStrong
            Accessible.ignored: true
            Words { id: words; visible: false; text: block.name; look: Theme.type.caption; wrapMode: Text.NoWrap }
            Words {
                anchors.centerIn: parent
                text: block.roomy ? block.name : block.number
                look: Theme.type.caption
                lineHeight: 1
                wrapMode: Text.NoWrap
                font.weight: block.hot ? 700 : 500
                color: block.hot ? Theme.color.promo : Theme.color.ink2
                Accessible.ignored: true
            }
        }
    }
    Shape {
        visible: plan.place.route.length > 1
        anchors.fill: parent
        antialiasing: true
        ShapePath {
            strokeColor: Theme.color.accent
            strokeWidth: Theme.px(7)
            strokeStyle: ShapePath.DashLine
            dashPattern: [0.1, 2.2]
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            fillColor: "transparent"
            PathPolyline { path: plan.place.route.map(point => plan.spot(point)) }
        }
    }
    Icon {
        readonly property point target: plan.place.route.length > 0 ? plan.spot(plan.place.route[plan.place.route.length - 1]) : Qt.point(0, 0)
        visible: plan.place.route.length > 0
        x: target.x - width / 2
        y: target.y - height * 0.86
        name: "map-pin"
        filled: true
        color: Theme.color.promo
        size: Theme.grown(56)
    }
    Rectangle {
        id: dot
        visible: plan.place.hereKnown
        x: plan.place.hereX * plan.across - width / 2
        y: plan.place.hereY * plan.down - height / 2
        width: Theme.px(38)
        height: width
        radius: width / 2
        color: Theme.color.accent
        border.width: Theme.px(6)
        border.color: Theme.color.surface
        Accessible.ignored: true
    }
    Rectangle {
        id: here
        visible: plan.place.hereKnown
        x: Math.max(Theme.px(8), Math.min(dot.x + dot.width + Theme.px(6), plan.width - width - Theme.px(8)))
        y: Math.max(0, Math.min(dot.y + dot.height / 2 - height / 2, plan.height - height - Theme.px(4)))
        width: hereWords.implicitWidth + 2 * Theme.px(20)
        height: hereWords.implicitHeight + 2 * Theme.px(6)
        radius: height / 2
        color: Theme.color.surface
        Words { id: hereWords; anchors.centerIn: parent; text: qsTr("지금 여기"); look: Theme.type.caption; font.weight: 700; lineHeight: 1; color: Theme.color.accentText; wrapMode: Text.NoWrap; Accessible.ignored: true }
    }
    Rectangle {
        visible: plan.place.hereKnown && x + width <= plan.width
        x: here.x + here.width + Theme.px(24)
        y: here.y
        width: walkWords.implicitWidth + 2 * Theme.px(20)
        height: here.height
        radius: height / 2
        color: Theme.color.accent
        Words { id: walkWords; anchors.centerIn: parent; text: plan.place.walk; look: Theme.type.caption; font.weight: 700; lineHeight: 1; color: Theme.color.accentFg; wrapMode: Text.NoWrap; Accessible.ignored: true }
    }
}
