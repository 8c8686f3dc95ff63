// One text style at the size it has on this panel and in this text size.
import QtQml

QtObject {
    required property real basePx
    required property int weight
    required property real lineHeight
    required property real trackingEm
    required property real scale
    // On a panel finer than the drawing's, rounding may not take a style under its height in millimetres.
    required property int leastPx

    readonly property int px: Math.max(Math.round(basePx * scale), leastPx)
    readonly property real tracking: px * trackingEm
}
