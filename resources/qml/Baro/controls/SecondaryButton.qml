// An outlined button beside or under the primary one.
import QtQuick
import Baro.theme

ToneButton {
    tone: "secondary"
    look: Theme.type.body
    iconSize: Theme.icon.inline
}
