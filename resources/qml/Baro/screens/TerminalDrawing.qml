// The card terminal as a drawing: where the card goes, and what it is doing.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Baro.theme
import Baro.controls

Item {
    id: drawing

    required property string amount
    property string step: "waiting_for_card"

    // Drawn on 520 x 720, shown as large as there is room.
    readonly property real unit: Math.min(width / 720, height / 760)
    // Only where it can be read; elsewhere the page says the amount.
    readonly property bool amountShown: !["authorising", "card_inserted", "please_wait", "code_shown"].includes(step) && price.implicitWidth < 210 * unit
    readonly property bool cardWanted: ["waiting_for_card", "card_unreadable"].includes(step)
    readonly property bool inserted: !["", "code_shown"].includes(step) && !cardWanted

    implicitHeight: Theme.px(Theme.portrait ? 300 : Theme.compact ? 120 : 240)
    Accessible.ignored: true

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.height, parent.width) * 0.94
        height: width
        radius: width / 2
        color: Theme.color.sunken
    }
    Item {
        anchors.centerIn: parent
        width: 280 * drawing.unit
        height: 680 * drawing.unit

        Repeater {
            model: drawing.inserted ? 0 : 3
            Shape {
                id: wave
                required property int index
                anchors.fill: parent
                opacity: 1 - index * 0.3
                ShapePath {
                    strokeColor: Theme.color.beam
                    strokeWidth: 12 * drawing.unit
                    capStyle: ShapePath.RoundCap
                    fillColor: "transparent"
                    PathAngleArc { centerX: 140 * drawing.unit; centerY: 190 * drawing.unit; radiusX: (70 + wave.index * 50) * drawing.unit; radiusY: radiusX; startAngle: -130; sweepAngle: 80 }
                }
            }
        }
        Rectangle {
            visible: drawing.step !== "code_shown"
            x: 36 * drawing.unit
            y: (drawing.step === "remove_card" ? 560 : drawing.inserted ? 470 : 520) * drawing.unit
            width: 208 * drawing.unit
            height: 160 * drawing.unit
            radius: 14 * drawing.unit
            color: Theme.color.accent
            Behavior on y { NumberAnimation { duration: Theme.motion.enter; easing.type: Easing.OutQuint } }
            Rectangle { anchors.horizontalCenter: parent.horizontalCenter; y: 44 * drawing.unit; width: 42 * drawing.unit; height: 34 * drawing.unit; radius: 7 * drawing.unit; color: Theme.tile("butter") }
            Rectangle { x: 24 * drawing.unit; y: 116 * drawing.unit; width: 110 * drawing.unit; height: 12 * drawing.unit; radius: height / 2; color: Theme.faded(Theme.color.accentFg, 0.4) }
        }
        Rectangle {
            y: 124 * drawing.unit
            width: 280 * drawing.unit
            height: 446 * drawing.unit
            radius: 44 * drawing.unit
            color: Theme.staff.panelControl
            border.width: Theme.highContrast ? Theme.stroke.highContrast : 0
            border.color: Theme.color.lineStrong

            Rectangle {
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 14 * drawing.unit }
                height: 26 * drawing.unit
                radius: height / 2
                color: Theme.staff.panel
            }
            Rectangle {
                anchors { left: parent.left; right: parent.right; top: parent.top; margins: 30 * drawing.unit }
                height: 146 * drawing.unit
                radius: 18 * drawing.unit
                color: Theme.staff.panel
                PriceText {
                    id: price
                    visible: drawing.amountShown
                    anchors.centerIn: parent
                    amount: drawing.amount
                    color: Theme.staff.panelPositive
                }
                Icon { visible: drawing.step === "code_shown"; anchors.centerIn: parent; name: "qr-code"; size: 116 * drawing.unit; color: Theme.staff.panelPositive }
                Row {
                    visible: !drawing.amountShown && drawing.step !== "code_shown"
                    anchors.centerIn: parent
                    spacing: 16 * drawing.unit
                    Repeater {
                        model: 3
                        Rectangle { width: 20 * drawing.unit; height: width; radius: width / 2; color: Theme.staff.panelPositive }
                    }
                }
            }
            Grid {
                anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: 210 * drawing.unit }
                columns: 3
                spacing: 16 * drawing.unit
                Repeater {
                    model: 12
                    Rectangle {
                        required property int index
                        width: 54 * drawing.unit
                        height: 34 * drawing.unit
                        radius: 9 * drawing.unit
                        color: index === 9 ? Theme.staff.panelNegative : index === 11 ? Theme.staff.panelPositive
                            : drawing.step === "pin_entry" ? Theme.staff.panelInk : Theme.staff.panelLine
                    }
                }
            }
        }
        Icon {
            visible: drawing.cardWanted || drawing.step === "remove_card"
            x: 300 * drawing.unit
            y: 560 * drawing.unit
            rotation: drawing.step === "remove_card" ? 180 : 0
            name: "arrow-fat-up"
            filled: true
            size: 100 * drawing.unit
            color: Theme.color.beam
        }
    }
}
