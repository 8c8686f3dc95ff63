// A QR symbol with its quiet zone, always dark on white so that every phone reads it.
import QtQuick
import Baro.theme

Rectangle {
    id: code

    required property string text
    property int side: Theme.px(360)
    property string spoken: qsTr("QR 코드")

    implicitWidth: side
    implicitHeight: side
    radius: Theme.radius.button
    color: Theme.tile("highContrast")
    border.width: Theme.stroke.hair
    border.color: Theme.color.line
    Accessible.role: Accessible.Graphic
    Accessible.name: spoken

    Image {
        anchors.fill: parent
        anchors.margins: Theme.px(8)
        visible: code.text !== ""
        source: code.text ? "image://qr/" + encodeURIComponent(code.text) : ""
        sourceSize: Qt.size(width, height)
        fillMode: Image.PreserveAspectFit
        smooth: false
        Accessible.ignored: true
    }
}
