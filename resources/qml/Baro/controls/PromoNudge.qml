// One promotion within reach: how many are there, what is missing, where it stands, three answers.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme

Rectangle {
    id: nudge

    required property string sentence
    property string place: ""
    property int have: 1
    property int need: 2
    property string keepText: qsTr("하나는 맡길게요")
    property bool placeOffered: true
    property bool keepOffered: true

    // On a low screen one strip stands for the sentence and its answers; the screen shows them in a sheet.
    property bool strip: Theme.shallow

    signal answersAsked()
    signal placeAsked()
    signal kept()
    signal dismissed()

    implicitHeight: strip ? opener.implicitHeight : column.implicitHeight + 2 * Theme.px(18)
    Layout.fillWidth: true
    radius: Theme.radius.button
    color: Theme.color.promoSoft
    border.width: Theme.highContrast ? Theme.stroke.highContrast : 0
    border.color: Theme.color.promo
    Accessible.role: Accessible.Grouping
    Accessible.name: sentence

    Pressable {
        id: opener
        objectName: "nudgeOpen"
        visible: nudge.strip
        anchors.fill: parent
        spoken: nudge.sentence
        implicitHeight: Math.max(Theme.target, title.implicitHeight + 2 * Theme.px(10))
        onActivated: nudge.answersAsked()
        Words {
            id: title
            anchors { left: parent.left; right: chevron.left; verticalCenter: parent.verticalCenter; leftMargin: Theme.px(20) }
            text: nudge.sentence
            look: Theme.type.support
            font.weight: 700
            lineHeight: 1
            color: Theme.color.promo
            Accessible.ignored: true
        }
        Icon { id: chevron; anchors { right: parent.right; rightMargin: Theme.px(16); verticalCenter: parent.verticalCenter } name: "caret-right"; color: Theme.color.promo }
    }

    ColumnLayout {
        id: column
        visible: !nudge.strip
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.px(18) }
        spacing: Theme.px(18)

        GridLayout {
            visible: !nudge.strip
            columns: Theme.doubled ? 1 : Theme.large || !Theme.portrait ? 2 : 3
            columnSpacing: Theme.px(20)
            rowSpacing: 0

            Row {
                spacing: Theme.px(8)
                Layout.rowSpan: !Theme.doubled && (Theme.large || !Theme.portrait) ? 2 : 1
                Repeater {
                    model: nudge.need
                    Rectangle {
                        id: dot
                        required property int index
                        width: Theme.grown(52)
                        height: width
                        radius: width / 2
                        color: index < nudge.have ? Theme.color.promoFill : "transparent"
                        border.width: Theme.px(4)
                        border.color: Theme.color.promoFill
                        Icon {
                            anchors.centerIn: parent
                            name: dot.index < nudge.have ? "check" : "plus"
                            color: dot.index < nudge.have ? Theme.color.promoFg : Theme.color.promo
                            size: dot.width * 0.6
                        }
                    }
                }
            }
            Words {
                text: nudge.sentence
                font.weight: 700
                lineHeight: 1
                color: Theme.color.promo
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: nudge.place
                look: Theme.type.support
                font.weight: 600
                color: Theme.color.promo
                Layout.fillWidth: Theme.large || !Theme.portrait
            }
        }

        GridLayout {
            id: answers
            readonly property real wanted: place.implicitWidth + keep.implicitWidth + dismiss.implicitWidth + 2 * columnSpacing
            columns: wanted <= column.width ? 3 : place.implicitWidth + dismiss.implicitWidth + columnSpacing <= column.width ? 2 : 1
            columnSpacing: Math.max(Theme.px(14), Theme.gap)
            rowSpacing: columnSpacing
            Layout.fillWidth: true
            NudgeAnswer {
                id: place
                objectName: "nudgePlace"
                visible: nudge.placeOffered
                text: qsTr("위치 보기")
                icon: "map-pin"
                onActivated: nudge.placeAsked()
            }
            NudgeAnswer {
                id: keep
                objectName: "nudgeKeep"
                visible: nudge.keepOffered
                text: nudge.keepText
                icon: "archive"
                onActivated: nudge.kept()
            }
            NudgeAnswer {
                id: dismiss
                objectName: "nudgeDismiss"
                text: qsTr("괜찮아요")
                tone: Theme.highContrast ? "secondary" : "text"
                onActivated: nudge.dismissed()
            }
        }
    }
}
