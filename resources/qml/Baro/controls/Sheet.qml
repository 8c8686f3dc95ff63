// A bottom sheet above the utility bar: one question, the screen behind dimmed and out of reach.
import QtQuick
import QtQuick.Layouts
import Baro.theme

FocusScope {
    id: sheet

    required property string title
    property string detail: ""
    property string icon: ""
    property bool closable: true
    property bool shown: true
    property bool warm: false
    property bool headed: true
    property int bottomBar: Theme.utilityBarHeight
    default property alias content: body.data

    // What is too tall for the screen is paged by two buttons as well as by swipe.
    property bool tall: false

    signal closed()

    // Measured afterwards: the buttons make the column narrower, and so taller.
    function measure(): void {
        tall = column.implicitHeight + Theme.px(48) + Theme.px(44) > paper.parent.height + 1;
    }
    function turn(pages: int): void {
        const end = Math.max(0, view.contentHeight - view.height);
        view.contentY = Math.max(0, Math.min(end, view.contentY + pages * view.height * 0.8));
    }

    anchors.fill: parent
    onHeightChanged: Qt.callLater(measure)
    visible: shown
    focus: shown
    Accessible.role: Accessible.Dialog
    Accessible.name: detail ? title + ". " + detail : title
    Keys.onEscapePressed: if (closable) sheet.closed()

    Rectangle {
        anchors { fill: parent; bottomMargin: sheet.bottomBar }
        color: Theme.color.scrim
        MouseArea { anchors.fill: parent }
    }

    Item {
        anchors { fill: parent; bottomMargin: sheet.bottomBar }
        clip: true

        Rectangle {
            id: paper
            property real rise: sheet.shown ? 0 : Theme.px(24)
            width: Theme.portrait ? parent.width : Math.min(parent.width, Theme.px(1080))
            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.height - height + radius + rise
            height: Math.min(parent.height, column.implicitHeight + Theme.px(48) + Theme.px(44)) + radius
            radius: Theme.radius.sheet
            color: sheet.warm ? Theme.color.canvas : Theme.color.surface
            border.width: Theme.highContrast ? Theme.stroke.highContrast : 0
            border.color: Theme.color.lineStrong
            MouseArea { anchors.fill: parent }

            Behavior on rise { NumberAnimation { duration: Theme.motion.enter; easing.type: Easing.OutQuint } }

            Flickable {
                id: view
                anchors { fill: parent; bottomMargin: paper.radius }
                contentHeight: column.implicitHeight + Theme.px(48) + Theme.px(44)
                interactive: contentHeight > height + 1
                boundsBehavior: Flickable.StopAtBounds
                clip: interactive

                ColumnLayout {
                    id: column
                    x: Theme.page
                    y: Theme.px(48)
                    width: parent.width - 2 * Theme.page - (sheet.tall ? pager.width + Theme.gap - Theme.page / 2 : 0)
                    onImplicitHeightChanged: Qt.callLater(sheet.measure)
                    spacing: Theme.px(28)

                    RowLayout {
                        visible: sheet.headed
                        spacing: Theme.px(28)
                        Rectangle {
                            visible: sheet.icon !== ""
                            implicitWidth: Theme.grown(132)
                            implicitHeight: implicitWidth
                            radius: width / 2
                            color: Theme.color.accent
                            Icon { anchors.centerIn: parent; name: sheet.icon; filled: true; color: Theme.color.accentFg; size: Theme.icon.tile * 1.2 }
                        }
                        ColumnLayout {
                            spacing: Theme.px(6)
                            Words { text: sheet.title; look: Theme.type.title; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
                            Words { visible: text !== ""; text: sheet.detail; look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; Layout.fillWidth: true }
                        }
                        IconButton {
                            objectName: "sheetClose"
                            visible: sheet.closable
                            icon: "x"
                            spoken: qsTr("닫기")
                            implicitWidth: Math.max(Theme.px(104), Theme.target)
                            iconSize: Theme.icon.button
                            ringRadius: Theme.radius.button
                            Layout.alignment: Qt.AlignTop
                            onActivated: sheet.closed()
                        }
                    }
                    ColumnLayout { id: body; spacing: Theme.px(24); Layout.fillWidth: true }
                }
            }
            Column {
                id: pager
                visible: sheet.tall
                anchors { right: parent.right; rightMargin: Theme.page / 2; bottom: parent.bottom; bottomMargin: paper.radius + Theme.gap }
                spacing: Math.max(Theme.px(14), Theme.gap)
                IconButton { objectName: "sheetUp"; icon: "caret-up"; tone: "sunken"; rapid: true; spoken: qsTr("위로"); implicitWidth: Theme.target; enabled: !view.atYBeginning; onActivated: sheet.turn(-1) }
                IconButton { objectName: "sheetDown"; icon: "caret-down"; tone: "sunken"; rapid: true; spoken: qsTr("아래로"); implicitWidth: Theme.target; enabled: !view.atYEnd; onActivated: sheet.turn(1) }
            }
        }
    }
}
