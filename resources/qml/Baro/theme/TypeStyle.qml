// One text style at the size it has on this panel and in this text size.
import QtQml

QtObject {
    required property real basePx
    required property int weight
    required property real lineHeight
    required property real trackingEm
    required property real scale

    readonly property int px: Math.round(basePx * scale)
    readonly property real tracking: px * trackingEm
}
