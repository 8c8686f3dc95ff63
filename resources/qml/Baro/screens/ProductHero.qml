// The top of a product page: its wide picture, or its pack on the tinted band.
import QtQuick
import Baro.theme
import Baro.controls
import Baro.models

Rectangle {
    id: band

    required property ProductViewModel product
    readonly property real ratio: 620 / 1080

    implicitHeight: Math.round(Math.min(width * ratio, Theme.px(Theme.portrait ? 570 : 620)))
    color: Theme.tile(product.tint)
    clip: true
    Accessible.ignored: true

    Image {
        visible: band.product.hero !== ""
        anchors.horizontalCenter: parent.horizontalCenter
        // What has no room is cut from the wall above and the table below.
        y: (parent.height - height) * 0.3
        width: Math.max(parent.width, parent.height / band.ratio)
        height: width * band.ratio
        source: band.product.hero ? "image://picture/" + encodeURIComponent(band.product.hero) + "?" : ""
        sourceSize: Qt.size(width, height)
        Accessible.ignored: true
    }
    ProductPicture {
        visible: band.product.hero === ""
        anchors.centerIn: parent
        picture: band.product.picture
        tint: band.product.tint
        category: band.product.category
        side: Math.round(Math.min(parent.height, parent.width) * 0.8)
    }
}
