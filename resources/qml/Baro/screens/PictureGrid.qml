// Pictures to choose from, paged by two buttons as well as by swipe.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ColumnLayout {
    id: pictures

    required property ChoiceListModel choices
    readonly property int across: Theme.doubled ? 1 : Theme.hugeText ? 2 : Theme.portrait ? 3 : Theme.compact ? 2 : 4
    readonly property int side: Theme.px(Theme.compact ? 110 : 190) * (Theme.hugeText ? 1.25 : 1)
    readonly property int rows: Math.max(1, Math.floor(grid.height / grid.cellHeight))

    signal chosen(string key)

    function turn(pages: int): void {
        const end = Math.max(0, grid.contentHeight - grid.height);
        grid.contentY = Math.max(0, Math.min(end, grid.contentY + pages * rows * grid.cellHeight));
    }

    spacing: Theme.px(12)

    GridView {
        id: grid
        model: pictures.choices
        cellWidth: Math.floor(width / pictures.across)
        cellHeight: pictures.side + Theme.type.body.px * (Theme.hugeText ? 2.4 : 2.3) + Theme.type.support.px * 1.3 + Theme.px(64)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        Layout.fillWidth: true
        Layout.fillHeight: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("바코드 없는 상품")

        delegate: Pressable {
            id: tile
            required property string key
            required property string name
            required property string detail
            required property string picture
            required property string tint
            required property string category
            objectName: "produce_" + key
            spoken: name + ", " + detail
            width: grid.cellWidth - Math.max(Theme.px(16), Theme.gap)
            height: grid.cellHeight - Math.max(Theme.px(16), Theme.gap)
            ringRadius: Theme.radius.card
            onActivated: pictures.chosen(key)

            Rectangle {
                anchors.fill: parent
                radius: Theme.radius.card
                color: tile.down ? Theme.color.sunken : Theme.color.surface
                border.width: Theme.stroke.control
                border.color: Theme.highContrast ? Theme.color.lineStrong : Theme.color.lineSoft
            }
            ColumnLayout {
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(14) }
                spacing: Theme.px(8)
                ProductPicture { picture: tile.picture; tint: tile.tint; category: tile.category; side: pictures.side; Layout.alignment: Qt.AlignHCenter }
                Words { text: tile.name; look: Theme.type.body; lineHeight: 1; maximumLineCount: 2; font.weight: 700; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Accessible.ignored: true }
                Words { text: tile.detail; look: Theme.type.support; lineHeight: 1; color: Theme.color.ink3; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Accessible.ignored: true }
            }
        }
    }
    RowLayout {
        visible: grid.contentHeight > grid.height + 1
        spacing: Math.max(Theme.px(14), Theme.gap)
        Words { text: qsTr("모두 %1가지").arg(grid.count); look: Theme.type.support; color: Theme.color.ink3; Layout.fillWidth: true }
        IconButton { objectName: "pageUp"; icon: "caret-up"; tone: "sunken"; rapid: true; spoken: qsTr("위로"); enabled: !grid.atYBeginning; onActivated: pictures.turn(-1) }
        IconButton { objectName: "pageDown"; icon: "caret-down"; tone: "sunken"; rapid: true; spoken: qsTr("아래로"); enabled: !grid.atYEnd; onActivated: pictures.turn(1) }
    }
}
