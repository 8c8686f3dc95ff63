// The check, the sentence and the amount that was paid.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ColumnLayout {
    id: head

    required property KioskModels models

    spacing: Theme.px(12)

    Rectangle {
        implicitWidth: Theme.grown(Theme.doubled ? 84 : Theme.portrait ? 168 : Theme.compact ? 84 : 120)
        implicitHeight: implicitWidth
        radius: width / 2
        color: Theme.color.positive
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Theme.px(12)
        Icon { anchors.centerIn: parent; name: "check"; color: Theme.color.canvas; size: parent.width * 0.56 }
    }
    Words { text: qsTr("결제했어요"); look: Theme.compact || Theme.doubled ? Theme.type.title : Theme.type.display; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
    PriceText { amount: head.models.done.amount; spoken: head.models.done.spokenAmount; look: Theme.type.title; color: Theme.color.ink2; Layout.alignment: Qt.AlignHCenter }
}
