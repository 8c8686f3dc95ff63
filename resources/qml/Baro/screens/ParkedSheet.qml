// Over the idle page: the number under which a cart waits at a staffed lane, until it was read.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Sheet {
    id: sheet

    required property KioskModels models

    title: qsTr("장바구니를 보냈어요")
    detail: models.lanes.parkedWhere
    onClosed: models.lanes.understood()

    Rectangle {
        implicitHeight: column.implicitHeight + 2 * Theme.px(32)
        radius: Theme.radius.card
        color: Theme.color.accentSoft
        border.width: Theme.stroke.selected
        border.color: Theme.color.accentText
        Layout.fillWidth: true
        Accessible.role: Accessible.StaticText
        Accessible.name: [qsTr("장바구니 번호"), sheet.models.lanes.number, sheet.models.lanes.parkedWords].join(", ")
        ColumnLayout {
            id: column
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(32) }
            spacing: Theme.px(4)
            Words { text: qsTr("장바구니 번호"); look: Theme.type.label; color: Theme.color.accentText; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Accessible.ignored: true }
            Words { objectName: "parkedNumber"; text: sheet.models.lanes.number; look: Theme.type.amount; color: Theme.color.accentText; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Accessible.ignored: true }
            Words { text: sheet.models.lanes.parkedWords; look: Theme.type.label; font.weight: 700; color: Theme.color.accentText; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Accessible.ignored: true }
        }
    }
    PrimaryButton { objectName: "primary"; label: qsTr("알겠어요"); guarded: false; Layout.fillWidth: true; onActivated: sheet.closed() }
}
