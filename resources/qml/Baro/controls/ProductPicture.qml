// A product on its tinted tile; the category's drawing where there is no picture.
import QtQuick
import Baro.theme

Rectangle {
    id: tile

    required property string picture
    property string tint: "stone"
    property string category: ""
    property int side: Theme.grown(128)
    property real inset: 0.09

    implicitWidth: side
    implicitHeight: side
    radius: side * 0.2
    color: Theme.tile(tint)
    Accessible.ignored: true

    Image {
        anchors.fill: parent
        anchors.margins: tile.side * tile.inset
        source: "image://picture/" + encodeURIComponent(tile.picture || "none") + "?" + encodeURIComponent(tile.category)
        sourceSize: Qt.size(width * 2, height * 2)
        fillMode: Image.PreserveAspectFit
        smooth: true
        Accessible.ignored: true
    }
}
