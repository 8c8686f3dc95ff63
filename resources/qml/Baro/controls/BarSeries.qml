// A value for each of the last seconds as a bar; those above the limit stand out, and the limit is a line.
pragma ComponentBehavior: Bound
import QtQuick
import Baro.theme

Item {
    id: series

    required property list<real> samples
    required property real limit
    property string limitText: ""
    property color ink: Theme.staff.panelBars
    property color over: Theme.staff.panelWarning
    property color line: Theme.staff.panelInk3

    readonly property real most: Math.max(limit * 1.2, ...samples)
    readonly property real barWidth: samples.length > 0 ? width / samples.length : width
    // The limit's words stand on its line; bars begin below them.
    readonly property real room: height - words.height - Theme.px(4)

    implicitHeight: Theme.px(104)
    implicitWidth: Theme.px(400)
    Accessible.ignored: true

    Words {
        id: words
        y: limitLine.y - height - Theme.px(2)
        text: series.limitText
        look: Theme.type.tech
        lineHeight: 1
        color: Theme.staff.panelInk3
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    Rectangle {
        id: limitLine
        width: parent.width
        height: Theme.stroke.hair
        y: series.height - series.room * Math.min(1, series.limit / series.most)
        color: Theme.faded(series.line, 0.7)
    }
    Repeater {
        model: series.samples.length
        Rectangle {
            required property int index
            readonly property real sample: series.samples[index] ?? 0
            x: index * series.barWidth
            width: Math.max(1, series.barWidth - Theme.px(3))
            height: sample > 0 ? Math.max(Theme.px(2), series.room * sample / series.most) : 0
            y: series.height - height
            radius: Math.min(width / 2, Theme.px(3))
            color: sample > series.limit ? series.over : series.ink
        }
    }
}
