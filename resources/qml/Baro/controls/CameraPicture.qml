// A live frame with the area that is read, a frame around each code, and what was read above it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Baro.theme
import Baro.models

Item {
    id: picture

    // As `jpeg_address` writes it; empty for no picture.
    required property string jpeg
    required property RowListModel codes
    // Shares of the frame: left, top, width, height; empty when all of it is read.
    property list<real> region: []
    property string regionText: ""
    property string form: ""
    property bool live: true
    property string notice: ""
    // Height to width of the frame; what is left of the room stays dark.
    property real aspect: 9 / 16

    readonly property color readInk: Theme.staff.panelPositive
    readonly property color missedInk: Theme.staff.panelWarning

    implicitHeight: width * 9 / 16
    Accessible.role: Accessible.Graphic
    Accessible.name: [qsTr("카메라 화면"), form, notice].filter(part => part !== "").join(", ")

    component Note: Rectangle {
        property alias text: noteWords.text
        implicitWidth: noteWords.implicitWidth + 2 * Theme.px(14)
        implicitHeight: noteWords.implicitHeight + 2 * Theme.px(8)
        radius: Theme.radius.badge
        color: Theme.faded(Theme.staff.panelDeep, 0.85)
        visible: text !== ""
        Words { id: noteWords; anchors.centerIn: parent; look: Theme.type.tech; lineHeight: 1; color: Theme.staff.panelInk; wrapMode: Text.NoWrap; Accessible.ignored: true }
    }

    Rectangle { anchors.fill: parent; radius: Theme.radius.card; color: Theme.staff.panelDeep }
    Item {
        id: frame
        anchors.centerIn: parent
        width: Math.min(picture.width, picture.height / picture.aspect)
        height: width * picture.aspect
        Image {
            visible: picture.jpeg !== ""
            anchors.fill: parent
            source: picture.jpeg === "" ? "" : "image://jpeg/" + (Theme.radius.card / Math.max(1, width)).toFixed(3) + "/" + picture.jpeg
            cache: false
            opacity: picture.live ? 1 : 0.45
            Accessible.ignored: true
        }

        Shape {
            visible: picture.region.length === 4
            anchors.fill: parent
            antialiasing: true
            ShapePath {
                strokeColor: Theme.faded(Theme.staff.panelInk, 0.7)
                strokeWidth: Theme.stroke.control
                strokeStyle: ShapePath.DashLine
                dashPattern: [5, 4]
                fillColor: "transparent"
                startX: (picture.region[0] ?? 0) * frame.width
                startY: (picture.region[1] ?? 0) * frame.height
                PathLine { relativeX: (picture.region[2] ?? 0) * frame.width; relativeY: 0 }
                PathLine { relativeX: 0; relativeY: (picture.region[3] ?? 0) * frame.height }
                PathLine { relativeX: -(picture.region[2] ?? 0) * frame.width; relativeY: 0 }
                PathLine { relativeX: 0; relativeY: -(picture.region[3] ?? 0) * frame.height }
            }
        }
        Note {
            visible: picture.region.length === 4 && text !== ""
            x: (picture.region[0] ?? 0) * frame.width + Theme.px(14)
            y: (picture.region[1] ?? 0) * frame.height + Theme.px(14)
            text: picture.regionText
        }

        Repeater {
            model: picture.codes
            Item {
                id: code
                required property list<real> corners
                required property string label
                required property bool fine
                readonly property color ink: fine ? picture.readInk : picture.missedInk
                readonly property var points: [0, 1, 2, 3].map(at => Qt.point(corners[2 * at] * frame.width, corners[2 * at + 1] * frame.height))
                readonly property real leftmost: Math.min(...points.map(point => point.x))
                readonly property real topmost: Math.min(...points.map(point => point.y))
                anchors.fill: parent

                Shape {
                    anchors.fill: parent
                    antialiasing: true
                    ShapePath {
                        strokeColor: code.ink
                        strokeWidth: Theme.px(4)
                        fillColor: Theme.faded(code.ink, 0.12)
                        joinStyle: ShapePath.RoundJoin
                        PathPolyline { path: [...code.points, code.points[0]] }
                    }
                }
                Repeater {
                    model: 4
                    Rectangle {
                        required property int index
                        x: code.points[index].x - width / 2
                        y: code.points[index].y - height / 2
                        width: Theme.px(18)
                        height: width
                        radius: width / 2
                        color: Theme.staff.panelDeep
                        border { width: Theme.px(4); color: code.ink }
                    }
                }
                Rectangle {
                    visible: code.label !== ""
                    x: Math.max(Theme.px(12), Math.min(code.leftmost, frame.width - width - Theme.px(12)))
                    y: Math.max(Theme.px(12), code.topmost - height - Theme.px(14))
                    width: chip.implicitWidth + 2 * Theme.px(20)
                    height: chip.implicitHeight + 2 * Theme.px(12)
                    radius: Theme.radius.badge
                    color: code.ink
                    Row {
                        id: chip
                        anchors.centerIn: parent
                        spacing: Theme.px(12)
                        Icon { anchors.verticalCenter: parent.verticalCenter; name: code.fine ? "check-circle" : "warning"; filled: true; color: Theme.staff.panelDeep; size: Theme.icon.inline }
                        Words { anchors.verticalCenter: parent.verticalCenter; width: Math.min(implicitWidth, frame.width - Theme.px(120)); text: code.label; look: Theme.type.tech; font.weight: 700; lineHeight: 1; color: Theme.staff.panelDeep; wrapMode: Text.WrapAnywhere; Accessible.ignored: true }
                    }
                }
            }
        }
    }
    Note { anchors { left: parent.left; bottom: parent.bottom; margins: Theme.px(20) } text: picture.form }
    Rectangle {
        visible: picture.notice !== ""
        anchors.horizontalCenter: parent.horizontalCenter
        // Beside the code while there is a picture.
        y: picture.live ? parent.height - height - Theme.px(84) : (parent.height - height) / 2
        width: Math.min(parent.width - Theme.px(60), noticeWords.implicitWidth + 2 * Theme.px(28))
        height: noticeWords.height + 2 * Theme.px(18)
        radius: Theme.radius.badge
        color: Theme.faded(Theme.staff.panelDeep, 0.9)
        Words { id: noticeWords; anchors.centerIn: parent; width: Math.min(implicitWidth, picture.width - Theme.px(116)); text: picture.notice; look: Theme.type.support; font.weight: 600; color: Theme.staff.panelInk; horizontalAlignment: Text.AlignHCenter; Accessible.ignored: true }
    }
}
