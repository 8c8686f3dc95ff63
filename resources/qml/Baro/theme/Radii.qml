// Written by `python -m kiosk.ui.tokens` from tokens.json: change that file, not this one.
import QtQml
import QtQuick

QtObject {
    property real badge
    property real control
    property real button
    property real card
    property real hero
    property real sheet
    property real pill
}
