// What every shopper page has: info bar, offline banner, middle, dock and the utility bar with its four places.
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

Item {
    id: page

    required property KioskModels models
    property bool startOverOffered: models.session.canStartOver
    property bool bannerShown: true
    default property alias middle: middleSlot.data
    property alias dock: dockSlot.data

    Rectangle { anchors.fill: parent; color: Theme.color.canvas }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        InfoBar {
            shop: page.models.session.shop
            lane: page.models.session.lane
            clock: page.models.session.clock
            Layout.fillWidth: true
        }
        BannerOffline {
            visible: page.bannerShown && !page.models.session.online
            terminalAnswers: page.models.session.terminalReady
            Layout.fillWidth: true
            Layout.leftMargin: Theme.page
            Layout.rightMargin: Theme.page
        }
        Item {
            id: middleSlot
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        ColumnLayout {
            id: dockSlot
            visible: children.length > 0
            spacing: 0
            Layout.fillWidth: true
        }
        UtilityBar {
            Layout.fillWidth: true

            UtilityButton {
                objectName: "startOver"
                text: qsTr("처음으로")
                icon: "x-circle"
                visible: page.startOverOffered
                onActivated: page.models.navigator.showSheet("leave")
            }
            UtilityButton {
                objectName: "language"
                text: ({ko: "한국어", en: "English", ja: "日本語", zh: "简体中文"})[page.models.session.language] ?? ""
                icon: "globe"
                onActivated: page.models.navigator.showSheet("language")
            }
            UtilityButton {
                objectName: "display"
                text: qsTr("화면 설정")
                icon: "wheelchair"
                onActivated: page.models.navigator.showSheet("display")
            }
            UtilityButton {
                objectName: "help"
                text: qsTr("직원 호출")
                icon: "call-bell"
                onActivated: page.models.help.call()
            }
        }
    }
}
