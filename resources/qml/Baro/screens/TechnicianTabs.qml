// The lowest bar of the technician's pages: from one page to the other.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

UtilityBar {
    id: tabs

    required property KioskModels models

    dark: true
    Layout.fillWidth: true

    UtilityButton { objectName: "tabDevices"; text: qsTr("기기"); icon: "squares-four"; dark: true; accented: tabs.models.navigator.page === "devices"; onActivated: if (!accented) tabs.models.navigator.open("devices") }
    UtilityButton { objectName: "tabCamera"; text: qsTr("카메라"); icon: "camera"; dark: true; accented: tabs.models.navigator.page === "camera"; onActivated: if (!accented) tabs.models.navigator.open("camera") }
    UtilityButton { objectName: "tabTerminal"; text: qsTr("단말기"); icon: "credit-card"; dark: true; accented: tabs.models.navigator.page === "terminal_check"; onActivated: if (!accented) tabs.models.navigator.open("terminal_check") }
}
