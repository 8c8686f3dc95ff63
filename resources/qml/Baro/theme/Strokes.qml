// Written by `python -m kiosk.ui.tokens` from tokens.json: change that file, not this one.
import QtQml
import QtQuick

QtObject {
    property real hair
    property real control
    property real selected
    property real highContrast
}
