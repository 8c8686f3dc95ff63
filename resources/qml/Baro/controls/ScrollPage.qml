// The middle of a screen: a column that pages up and down by two buttons, and by swipe, once it is too tall.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Item {
    id: page

    default property alias content: column.data
    property real padding: Theme.page
    property alias spacing: column.spacing
    // Set where the content is to sit in the middle of spare room.
    property bool centred: false
    property bool tall: false

    // Measured afterwards: the buttons make the column narrower, and so taller.
    function measure(): void {
        tall = column.implicitHeight > height + 1;
    }
    function turn(pages: int): void {
        const end = Math.max(0, view.contentHeight - view.height);
        view.contentY = Math.max(0, Math.min(end, view.contentY + pages * view.height * 0.8));
    }

    implicitHeight: column.implicitHeight
    onHeightChanged: Qt.callLater(measure)
    Component.onCompleted: measure()
    Layout.fillWidth: true
    Layout.fillHeight: true

    Flickable {
        id: view
        anchors { fill: parent; bottomMargin: page.tall ? Theme.gap : 0; leftMargin: page.padding; rightMargin: page.padding + (page.tall ? up.width + Theme.gap : 0) }
        contentHeight: Math.max(column.implicitHeight, height)
        contentWidth: width
        interactive: page.tall
        clip: page.tall
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column
            width: view.width
            onImplicitHeightChanged: Qt.callLater(page.measure)
            y: page.centred ? Math.max(0, (view.height - implicitHeight) / 2) : 0
            height: page.tall || page.centred ? implicitHeight : view.height
            spacing: Theme.px(24)
        }
    }
    Column {
        visible: page.tall
        anchors { right: parent.right; rightMargin: page.padding / 2; bottom: parent.bottom; bottomMargin: Theme.gap }
        spacing: Math.max(Theme.px(14), Theme.gap)
        IconButton { id: up; objectName: "scrollUp"; icon: "caret-up"; tone: "sunken"; rapid: true; spoken: qsTr("위로"); implicitWidth: Theme.target; enabled: !view.atYBeginning; onActivated: page.turn(-1) }
        IconButton { objectName: "scrollDown"; icon: "caret-down"; tone: "sunken"; rapid: true; spoken: qsTr("아래로"); implicitWidth: Theme.target; enabled: !view.atYEnd; onActivated: page.turn(1) }
    }
}
