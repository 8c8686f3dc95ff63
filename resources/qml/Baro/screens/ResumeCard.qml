// A cart that waits for its shopper: only when it was begun and how much is in it.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Card {
    id: card

    required property KioskModels models

    padding: Theme.px(28)
    edge: Theme.color.accent
    edgeWidth: Theme.px(3)

    GridLayout {
        width: parent.width
        columns: Theme.hugeText || !Theme.portrait ? 1 : 3
        columnSpacing: Theme.px(24)
        rowSpacing: Theme.px(16)
        Icon { visible: Theme.portrait; name: "basket"; filled: true; size: Theme.icon.button; color: Theme.color.accentText }
        Words { text: card.models.session.resumeWords; look: Theme.type.label; lineHeight: 1.05; Layout.fillWidth: true }
        ToneButton { objectName: "resume"; text: qsTr("제 장바구니예요"); tone: "tonal"; Layout.fillWidth: Theme.hugeText || !Theme.portrait; onActivated: card.models.session.resume() }
    }
}
