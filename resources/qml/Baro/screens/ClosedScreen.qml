// X2: this lane takes nobody now; why, and where help is.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    heading: qsTr("지금은 쓸 수 없어요")
    headingDetail: models.session.closedReason === "technician" ? qsTr("점검하고 있어요. 옆 계산대를 이용해 주세요")
        : models.session.closedReason === "hardware" ? qsTr("기기를 고치고 있어요. 옆 계산대를 이용해 주세요") : qsTr("옆 계산대를 이용해 주세요")
    bannerShown: false

    ScrollPage {
        anchors.fill: parent
        centred: true
        EmptyState {
            visible: !Theme.lowReach
            title: screen.heading
            detail: screen.headingDetail
            icon: screen.models.session.closedReason === "staff" ? "prohibit" : "wrench"
            tone: "warning"
            Layout.fillWidth: true
        }
        LanguageRow { models: screen.models; Layout.fillWidth: true; Layout.maximumWidth: Theme.px(984); Layout.alignment: Qt.AlignHCenter; Layout.topMargin: Theme.px(40) }
    }

    foot: HelpBar { models: screen.models; Layout.fillWidth: true }
}
