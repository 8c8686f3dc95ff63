// The fixed tools of the cart: goods without a code, member, search, bags.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ToolRow {
    id: tools

    required property KioskModels models

    property string tone: Theme.portrait ? "sunken" : "secondary"

    Layout.fillWidth: true

    ToolButton { tone: tools.tone; objectName: "noBarcode"; text: qsTr("바코드 없는 상품"); icon: "carrot"; onActivated: tools.models.navigator.open("produce") }
    ToolButton { tone: tools.tone; objectName: "member"; text: Theme.compact ? qsTr("쿠폰") : qsTr("쿠폰·회원"); icon: "ticket"; onActivated: tools.models.navigator.open("member") }
    ToolButton { tone: tools.tone; objectName: "search"; text: qsTr("상품 찾기"); icon: "magnifying-glass"; onActivated: tools.models.navigator.open("search") }
    ToolButton { tone: tools.tone; objectName: "bags"; text: qsTr("봉투"); icon: "handbag"; onActivated: tools.models.navigator.showSheet("bags") }
}
