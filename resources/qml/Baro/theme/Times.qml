// Written by `python -m kiosk.ui.tokens` from tokens.json: change that file, not this one.
import QtQml
import QtQuick

QtObject {
    property real idleWarnS
    property real idleCountS
    property real payWaitS
    property real payExtendS
    property real doneReturnS
    property real basketKeepS
    property real longTimeFactor
}
