// Further ways to pay, two beside each other: with several cards, with a voucher.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

GridLayout {
    id: ways

    required property KioskModels models

    // Two beside each other; one that is left over takes both places.
    readonly property var offered: [same, split, wallet, voucher].filter(way => way.visible)
    function places(way: Item): int {
        return columns > 1 && offered.length % 2 === 1 && offered[offered.length - 1] === way ? 2 : 1;
    }

    visible: same.visible || split.visible || voucher.visible || wallet.visible
    Layout.fillHeight: false
    columns: Theme.hugeText || Theme.compact ? 1 : 2
    columnSpacing: Theme.gutter
    rowSpacing: Theme.gutter
    uniformCellWidths: columns > 1

    TenderTile {
        id: same
        objectName: "paySame"
        visible: ways.models.payment.cardOffered && ways.models.payment.sameAgain !== ""
        text: qsTr("같은 금액 %1").arg(ways.models.payment.sameAgain)
        detail: qsTr("다음 카드로 결제해요")
        icon: "credit-card"
        Layout.fillWidth: true
        Layout.fillHeight: true
        onActivated: ways.models.payment.chooseSame()
    }
    TenderTile {
        id: split
        objectName: "split"
        visible: ways.models.payment.cardOffered && !ways.models.payment.cardChosen && ways.models.payment.shares.length > 0
        text: qsTr("나눠서 결제")
        detail: qsTr("금액을 나눠 결제해요")
        icon: "users"
        Layout.columnSpan: ways.places(split)
        Layout.fillWidth: true
        Layout.fillHeight: true
        onActivated: ways.models.navigator.showSheet("split")
    }
    Banner {
        id: wallet
        objectName: "walletCode"
        visible: ways.models.payment.walletOffered && !ways.models.payment.cardChosen
        title: qsTr("QR · 바코드 결제")
        detail: qsTr("간편결제 앱의 코드를 스캐너에 비춰 주세요")
        tone: "neutral"
        icon: "qr-code"
        Layout.columnSpan: ways.places(wallet)
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    Banner {
        id: voucher
        objectName: "voucher"
        visible: ways.models.payment.voucherOffered && !ways.models.payment.cardChosen
        title: qsTr("상품권은 QR을 비춰 주세요")
        detail: qsTr("남은 금액은 카드로 결제해요")
        tone: "neutral"
        icon: "gift"
        Layout.columnSpan: ways.places(voucher)
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
