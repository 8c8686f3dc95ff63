// Under the info bar while the network is away; promises payment only while the terminal answers.
import QtQuick

Banner {
    required property bool terminalAnswers

    tone: "warning"
    icon: "wifi-slash"
    title: terminalAnswers ? qsTr("인터넷 연결이 잠시 끊겼어요") : qsTr("인터넷과 카드 단말기 연결이 끊겼어요")
    detail: terminalAnswers
        ? qsTr("카드 단말기는 연결돼 있어서 결제할 수 있어요\n배송 주문은 결제하지 않고 저장만 해요")
        : qsTr("계속 담을 수 있어요. 결제는 직원 계산대에서 도와 드려요")
}
