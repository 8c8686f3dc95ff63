// 바로_ : the name with the beam as its last stroke.
import QtQuick
import Baro.theme

Item {
    id: mark

    property bool dark: false
    property TypeStyle look: Theme.type.utility
    property real size: look.px * 1.42

    implicitWidth: name.implicitWidth + size * 0.3
    implicitHeight: name.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("바로")

    Words {
        id: name
        text: "바로"
        font.family: "Pretendard"
        font.pixelSize: mark.size
        font.weight: 800
        font.letterSpacing: -mark.size * 0.05
        lineHeight: 1
        color: mark.dark ? Theme.staff.panelInk : Theme.color.ink
        Accessible.ignored: true
    }
    Rectangle {
        x: name.implicitWidth + mark.size * 0.02
        y: name.baselineOffset - height
        width: mark.size * 0.28
        height: mark.size * 0.12
        radius: height * 0.3
        color: Theme.color.beam
    }
}
