// Soft shadow under a raised card, a stretched picture so that it needs no graphics card.
import QtQuick

BorderImage {
    anchors.fill: parent
    anchors.margins: -64
    source: "shadow.png"
    border { left: 116; right: 116; top: 116; bottom: 116 }
    Accessible.ignored: true
}
