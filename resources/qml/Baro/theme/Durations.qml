// Written by `python -m kiosk.ui.tokens` from tokens.json: change that file, not this one.
import QtQml
import QtQuick

QtObject {
    property real press
    property real fast
    property real base
    property real enter
    property real emphasis
    property real beamSweep
    property real count
    property real holdScanned
}
