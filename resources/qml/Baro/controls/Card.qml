// White paper with a thin edge; children are placed inside its padding.
import QtQuick
import Baro.theme

Rectangle {
    id: card

    default property alias content: inside.data
    property real padding: Theme.px(36)
    property bool raised: false
    property color edge: Theme.color.line
    property real edgeWidth: Theme.stroke.hair

    implicitHeight: inside.childrenRect.height + 2 * padding
    radius: Theme.radius.card
    color: Theme.color.surface
    border.width: edgeWidth
    border.color: edge

    Shadow { visible: card.raised && !Theme.highContrast; z: -1 }

    Item {
        id: inside
        anchors.fill: parent
        anchors.margins: card.padding
    }
}
