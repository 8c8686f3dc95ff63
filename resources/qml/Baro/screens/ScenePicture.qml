// A scene of the shop (idle, empty basket) in the room there is, with its own rounded corners.
import QtQuick
import Baro.theme

Item {
    id: scene

    required property string picture
    required property real ratio

    implicitHeight: Theme.px(230)
    Accessible.ignored: true

    Image {
        anchors.centerIn: parent
        width: Math.min(parent.width, parent.height * scene.ratio)
        height: width / scene.ratio
        source: "image://picture/" + scene.picture
        sourceSize: Qt.size(width, height)
        Accessible.ignored: true
    }
}
