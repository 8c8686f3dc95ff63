// The top line of every screen: wordmark, shop, lane and clock. It informs; nothing in it can be touched.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Item {
    id: bar

    required property string lane
    required property string clock
    property string shop: Theme.shopName
    property bool dark: false

    // In large words the shop's name gives way to lane and clock.
    readonly property real spare: width - 2 * Theme.page - mark.implicitWidth - laneWords.implicitWidth - clockWords.implicitWidth - 4 * Theme.px(20) - Theme.px(4)

    implicitHeight: Theme.infoBarHeight

    RowLayout {
        anchors.fill: parent
        anchors { leftMargin: Theme.page; rightMargin: Theme.page }
        spacing: Theme.px(20)

        Wordmark { id: mark; dark: bar.dark }
        Rectangle {
            visible: shopWords.visible
            Layout.preferredWidth: Math.max(1, Theme.stroke.hair)
            Layout.preferredHeight: Theme.px(28)
            color: bar.dark ? Theme.staff.panelLine : Theme.color.lineSoft
        }
        Words { id: shopWords; visible: text !== "" && implicitWidth <= bar.spare; text: bar.shop; look: Theme.type.utility; lineHeight: 1; color: bar.dark ? Theme.staff.panelInk2 : Theme.color.ink2; wrapMode: Text.NoWrap; elide: Text.ElideRight; Layout.fillWidth: true }
        Item { visible: !shopWords.visible; Layout.fillWidth: true }
        Words { id: laneWords; text: bar.lane; look: Theme.type.utility; lineHeight: 1; color: bar.dark ? Theme.staff.panelInk2 : Theme.color.ink3; wrapMode: Text.NoWrap }
        Words { id: clockWords; text: bar.clock; look: Theme.type.utility; lineHeight: 1; font.weight: 600; tabular: true; color: bar.dark ? Theme.staff.panelInk : Theme.color.ink2; wrapMode: Text.NoWrap }
    }
}
