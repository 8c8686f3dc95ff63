// The window from its first frame on: the name on the shop's paper colour, until the pages behind it are loaded.
// It knows neither Theme nor controls, because loading those takes longer than showing a window.
import QtQuick

Window {
    id: window

    required property color paper
    required property color ink
    required property color beam
    required property string name
    required property int namePx
    property QtObject models: null
    property string startingStep: ""
    // Where the pages are; nothing until the first frame is on the screen.
    property url pagesAt: ""
    readonly property bool paged: pages.status === Loader.Ready

    title: "Baro"
    color: paper

    Text {
        id: word
        visible: !window.paged
        anchors.centerIn: parent
        text: window.name
        textFormat: Text.PlainText
        color: window.ink
        font { family: "Pretendard"; weight: 800; pixelSize: window.namePx }
        Rectangle {
            anchors { left: parent.right; bottom: parent.baseline }
            width: word.font.pixelSize * 0.36
            height: word.font.pixelSize * 0.12
            radius: height / 2
            color: window.beam
            Accessible.ignored: true
        }
    }
    Loader {
        id: pages
        anchors.fill: parent
        focus: true
        source: window.pagesAt
    }
    Binding { target: pages.item; property: "models"; value: window.models; when: window.paged }
    Binding { target: pages.item; property: "startingStep"; value: window.startingStep; when: window.paged }
}
