// One Phosphor drawing in a theme colour; always beside a word, so it is not part of the spoken tree.
import QtQuick
import Baro.theme

Item {
    id: icon

    required property string name
    property color color: Theme.color.ink
    property bool filled: false
    property int size: Theme.icon.inline

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Image {
        anchors.centerIn: parent
        width: icon.size
        height: icon.size
        source: icon.name ? "image://icon/" + icon.name + (icon.filled ? "-fill/" : "-bold/")
            + icon.color.toString().slice(-6) : ""
        sourceSize: Qt.size(icon.size * 2, icon.size * 2)
        smooth: true
        Accessible.ignored: true
    }
}
