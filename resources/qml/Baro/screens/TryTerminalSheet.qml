// D6: a real card is charged and credited; asked once before.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Sheet {
    id: sheet

    required property KioskModels models

    title: qsTr("%1을 결제하고 바로 돌려줄까요?").arg(models.terminal.trialAmount)
    detail: qsTr("실제 카드로 승인한 뒤 취소해요. 단말기를 보고 카드를 대 주세요. 판매로 남지 않고, 기록에 이름이 남아요")
    bottomBar: 0
    onClosed: models.navigator.back()

    Words { text: qsTr("결과는 최근 결과의 맨 위에 나와요. 답이 오지 않으면 이 계산대가 물어봐서 돌려줘요"); look: Theme.type.label; color: Theme.color.ink2; Layout.fillWidth: true }
    PrimaryButton { objectName: "tryNow"; label: qsTr("시험 결제 시작"); icon: "credit-card"; Layout.fillWidth: true; onActivated: sheet.models.terminal.tryIt() }
    SecondaryButton { objectName: "tryNot"; text: qsTr("안 할게요"); look: Theme.type.body; leastHeight: Theme.primaryHeight * 0.9; Layout.fillWidth: true; onActivated: sheet.closed() }
}
