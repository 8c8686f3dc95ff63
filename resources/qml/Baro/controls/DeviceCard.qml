// One device for the technician: name, address, state as badge and edge, one measure, its trace, one test.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Rectangle {
    id: card

    required property string name
    required property string address
    required property string icon
    // ok, warn, bad, testing or off
    required property string health
    required property string healthText
    required property string measure
    property list<real> samples: []
    property real least: 0
    property real most: 1
    property string action: qsTr("시험")
    property bool actionOffered: true
    property string testName: "deviceTest"

    readonly property color ink: health === "warn" ? Theme.color.warning : health === "bad" ? Theme.color.negative : Theme.color.ink2

    signal tested()

    implicitHeight: column.implicitHeight + 2 * Theme.px(26)
    radius: Theme.radius.card
    color: Theme.color.surface
    border.width: health === "warn" || health === "bad" ? Theme.stroke.selected : Theme.stroke.hair
    border.color: health === "warn" || health === "bad" ? ink : Theme.color.line
    Accessible.role: Accessible.Grouping
    Accessible.name: [name, healthText, measure].join(", ")

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.px(26) }
        spacing: Theme.px(14)

        RowLayout {
            spacing: Theme.px(20)
            Rectangle {
                implicitWidth: Theme.px(76)
                implicitHeight: implicitWidth
                radius: Theme.radius.control
                color: Theme.color.control
                Icon { anchors.centerIn: parent; name: card.icon; filled: true; size: Theme.px(42) }
            }
            ColumnLayout {
                spacing: 0
                RowLayout {
                    spacing: Theme.px(10)
                    Words { text: card.name; look: Theme.type.support; font.weight: 700; lineHeight: 1; Layout.fillWidth: true; Accessible.ignored: true }
                    Badge {
                        text: card.healthText
                        look: Theme.type.tech
                        tone: card.health === "ok" ? "positive" : card.health === "warn" ? "warning" : card.health === "bad" ? "negative" : card.health === "testing" ? "accent" : "neutral"
                        icon: card.health === "ok" ? "check-circle" : card.health === "warn" ? "warning" : card.health === "bad" ? "x-circle" : card.health === "testing" ? "arrows-clockwise" : "pause"
                        Accessible.ignored: true
                    }
                }
                Words { text: card.address; look: Theme.type.tech; lineHeight: 1; color: Theme.color.ink3; wrapMode: Text.WrapAnywhere; Layout.fillWidth: true }
            }
        }
        Words { text: card.measure; look: Theme.type.support; font.weight: 600; font.pixelSize: Theme.type.tech.px * 1.15; lineHeight: 1; color: card.ink; Layout.fillWidth: true; Accessible.ignored: true }
        RowLayout {
            spacing: Theme.px(22)
            SignalSparkline {
                samples: card.samples
                least: card.least
                most: card.most
                ink: card.health === "warn" || card.health === "bad" ? card.ink : Theme.color.accent
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.px(70)
            }
            ToneButton {
                objectName: card.testName
                visible: card.actionOffered
                text: card.action
                hint: card.name
                look: Theme.type.support
                padding: Theme.px(46)
                ringRadius: Theme.radius.control
                enabled: card.health !== "testing"
                leastHeight: Theme.px(76)
                onActivated: card.tested()
            }
        }
    }
}
