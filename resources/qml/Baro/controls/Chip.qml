// A rounded suggestion: a word to search for, a filter.
import QtQuick
import Baro.theme

ToneButton {
    look: Theme.type.support
    weight: 600
    ringRadius: height / 2
    iconSize: Theme.grown(34)
    padding: Theme.px(28)
    leastHeight: Theme.px(70)
}
