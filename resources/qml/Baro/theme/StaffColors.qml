// Written by `python -m kiosk.ui.tokens` from tokens.json: change that file, not this one.
import QtQml
import QtQuick

QtObject {
    property color panel
    property color panelRaised
    property color panelControl
    property color panelLine
    property color panelDeep
    property color panelInk
    property color panelInk2
    property color panelInk3
    property color panelPositive
    property color panelWarning
    property color panelNegative
    property color panelBars
}
