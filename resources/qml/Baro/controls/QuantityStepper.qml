// How many: two full-height halves around the number; the minus is a bin at 1 once the item is in the basket.
import QtQuick
import Baro.theme

Rectangle {
    id: stepper

    required property int quantity
    required property string name
    property bool inBasket: true
    property int most: 99
    property string lessName: "stepperLess"
    property string moreName: "stepperMore"
    property int side: Math.max(Theme.grown(Theme.compact ? 66 : 76), Theme.target)

    readonly property bool binShown: inBasket && quantity <= 1

    signal less()
    signal more()
    signal remove()

    implicitWidth: side * 2 + Theme.grown(68)
    implicitHeight: side
    radius: Theme.radius.control + Theme.px(4)
    color: Theme.color.control
    border.width: Theme.highContrast ? Theme.stroke.control : 0
    border.color: Theme.color.lineStrong

    StepperHalf {
        objectName: stepper.lessName
        anchors.left: parent.left
        side: stepper.side
        icon: stepper.binShown ? "trash" : "minus"
        iconColor: stepper.binShown ? Theme.color.negative : Theme.color.ink
        enabled: stepper.inBasket || stepper.quantity > 1
        guarded: stepper.binShown
        rapid: !stepper.binShown
        spoken: stepper.binShown ? qsTr("%1 빼기").arg(stepper.name) : qsTr("%1 하나 줄이기").arg(stepper.name)
        onActivated: stepper.binShown ? stepper.remove() : stepper.less()
    }

    Words {
        anchors.centerIn: parent
        text: stepper.quantity
        look: Theme.type.label
        lineHeight: 1
        font.weight: 700
        tabular: true
        Accessible.name: qsTr("%1개").arg(stepper.quantity)
    }

    StepperHalf {
        objectName: stepper.moreName
        anchors.right: parent.right
        side: stepper.side
        icon: "plus"
        rapid: true
        enabled: stepper.quantity < stepper.most
        spoken: qsTr("%1 하나 더").arg(stepper.name)
        onActivated: stepper.more()
    }
}
