// A list with a heading that pages by two buttons as well as by swipe; the next row peeps in at the bottom.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Rectangle {
    id: paged

    property string title: ""
    property alias model: view.model
    property alias delegate: view.delegate
    property alias header: view.header
    property alias view: view
    property bool framed: true
    property real padding: Theme.px(36)
    property int firstShown: 0
    property int lastShown: 0
    property string countText: view.count > 0
        ? qsTr("%1가지 중 %2–%3").arg(view.count).arg(firstShown + 1).arg(lastShown + 1) : ""

    // Which rows are wholly visible.
    function measure(): void {
        const first = view.indexAt(1, view.contentY + Theme.px(20));
        firstShown = Math.max(0, first);
        let last = firstShown;
        for (let row = firstShown; row < view.count; row++) {
            const item = view.itemAtIndex(row);
            if (!item || item.y + item.height > view.contentY + view.height + 1)
                break;
            last = row;
        }
        lastShown = last;
    }
    function turn(pages: int): void {
        const rows = Math.max(1, lastShown - firstShown + 1);
        if (pages < 0 && firstShown <= rows)
            view.positionViewAtBeginning(); // what stands above the first row, too
        else
            view.positionViewAtIndex(Math.max(0, Math.min(view.count - 1, firstShown + pages * rows)), ListView.Beginning);
        view.returnToBounds();
        measure();
    }

    radius: Theme.radius.card
    color: framed ? Theme.color.surface : Theme.faded(Theme.color.surface, 0)
    border.width: framed ? Theme.stroke.hair : 0
    border.color: Theme.color.line

    RowLayout {
        id: head
        visible: paged.title !== ""
        anchors { left: parent.left; right: parent.right; top: parent.top }
        anchors { leftMargin: paged.padding; rightMargin: paged.framed ? Theme.px(24) : 0; topMargin: Theme.px(16) }
        spacing: Theme.px(16)

        Words {
            text: paged.title
            look: Theme.type.label
            font.weight: 700
            color: Theme.color.ink2
            lineHeight: 1
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        Words { text: paged.countText; look: Theme.type.support; color: Theme.color.ink3; lineHeight: 1 }
        IconButton {
            objectName: "pageUp"
            icon: "caret-up"
            tone: "sunken"
            rapid: true
            spoken: qsTr("위로")
            enabled: !view.atYBeginning
            onActivated: paged.turn(-1)
        }
        IconButton {
            objectName: "pageDown"
            icon: "caret-down"
            tone: "sunken"
            rapid: true
            spoken: qsTr("아래로")
            enabled: !view.atYEnd
            onActivated: paged.turn(1)
        }
    }

    ListView {
        id: view
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        anchors.top: head.visible ? head.bottom : parent.top
        anchors.topMargin: head.visible ? Theme.gap / 2 + 1 : 0
        anchors.leftMargin: paged.framed ? paged.padding : 0
        anchors.rightMargin: paged.framed ? paged.padding : 0
        anchors.bottomMargin: paged.framed ? Theme.stroke.control : 0
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        // Rows are made when they come into sight: one that is being made ahead is complained about when it goes.
        cacheBuffer: 0
        Accessible.role: Accessible.List
        Accessible.name: paged.title
        onContentYChanged: paged.measure()
        onHeightChanged: Qt.callLater(paged.measure)
        onCountChanged: Qt.callLater(paged.measure)
        onContentHeightChanged: Qt.callLater(paged.measure)
        displaced: Transition { NumberAnimation { properties: "y"; duration: Theme.motion.base; easing.type: Easing.OutCubic } }
    }
}
