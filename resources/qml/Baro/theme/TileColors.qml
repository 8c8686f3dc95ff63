// Written by `python -m kiosk.ui.tokens` from tokens.json: change that file, not this one.
import QtQml
import QtQuick

QtObject {
    property color warm
    property color cool
    property color mint
    property color butter
    property color stone
    property color clay
    property color highContrast
}
