// Still there? Seconds left, one large way to go on, nothing lost.
import QtQuick
import QtQuick.Layouts
import Baro.theme

Sheet {
    id: timeout

    required property int seconds
    property string endText: qsTr("처음으로")
    property int total: Theme.time.idleCountS

    signal continued()
    signal ended()

    title: qsTr("계속 쇼핑할까요?")
    detail: qsTr("%1초 뒤 처음 화면으로 돌아가요\n장바구니는 5분 동안 지켜 드려요").arg(seconds)
    closable: false
    headed: false

    GridLayout {
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.px(40)
        rowSpacing: Theme.px(24)
        Ring { seconds: timeout.seconds; total: timeout.total; side: Theme.grown(Theme.doubled ? 116 : Theme.portrait ? 232 : 150); Layout.alignment: Qt.AlignCenter; Layout.topMargin: Theme.px(Theme.portrait ? 16 : 0) }
        ColumnLayout {
            spacing: Theme.px(16)
            Words { text: timeout.title; look: Theme.type.title; horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft; Layout.fillWidth: true }
            Words { text: timeout.detail; look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft; Layout.fillWidth: true }
        }
    }
    PrimaryButton { objectName: "continue"; label: qsTr("계속할게요"); guarded: false; Layout.fillWidth: true; Layout.topMargin: Theme.px(Theme.compact ? 0 : 20); onActivated: timeout.continued() }
    SecondaryButton { objectName: "end"; text: timeout.endText; guarded: true; leastHeight: Theme.primaryHeight * 0.9; Layout.fillWidth: true; onActivated: timeout.ended() }
}
