// Written by `python -m kiosk.ui.tokens` from tokens.json: change that file, not this one.
import QtQml
import QtQuick

QtObject {
    property real inline
    property real utility
    property real button
    property real tile
    property real hero
}
