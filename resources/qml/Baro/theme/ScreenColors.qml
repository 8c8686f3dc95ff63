// Written by `python -m kiosk.ui.tokens` from tokens.json: change that file, not this one.
import QtQml
import QtQuick

QtObject {
    property color canvas
    property color surface
    property color sunken
    property color control
    property color dock
    property color line
    property color lineSoft
    property color lineStrong
    property color ink
    property color ink2
    property color ink3
    property color accent
    property color accentPressed
    property color accentText
    property color accentSoft
    property color accentFg
    property color promo
    property color promoSoft
    property color promoFill
    property color promoFg
    property color positive
    property color positiveSoft
    property color warning
    property color warningSoft
    property color negative
    property color negativeSoft
    property color beam
    property color scrim
}
