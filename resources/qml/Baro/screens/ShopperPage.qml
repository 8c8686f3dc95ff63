// What every shopper page has: info bar, offline banner, middle, dock and the utility bar with its four places.
// In low reach the sentence of the page stands large above the line of reach, everything to press below it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

FocusScope {
    id: page

    required property KioskModels models
    // What the page is about: spoken when it comes, and shown above in low reach.
    property string heading: ""
    property string headingDetail: ""
    property bool startOverOffered: models.session.canStartOver
    property bool bannerShown: true
    // Where a cart is open the banner also says that the terminal went away.
    property bool terminalSaid: false
    // The first place of the utility bar may belong to the page (more time, print again).
    property string firstText: ""
    property string firstIcon: ""
    property string firstName: ""
    // Pages with a way back show it in their title; in low reach it moves to the bottom.
    property bool backOffered: false
    // What stands above the line of reach, instead of the heading.
    property Component upper: null
    default property alias middle: middleSlot.data
    property alias dock: dockSlot.data
    property alias foot: footSlot.data

    signal firstAsked()
    signal back()

    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: headingDetail ? heading + ". " + headingDetail : heading

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
        HealthBanners {
            visible: page.bannerShown && any
            models: page.models
            terminalSaid: page.terminalSaid
            Layout.fillWidth: true
            Layout.leftMargin: Theme.page
            Layout.rightMargin: Theme.page
            Layout.bottomMargin: Theme.px(20)
        }
        Loader {
            id: above
            active: Theme.lowReach
            visible: active
            sourceComponent: page.upper ?? headingWords
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(0, Theme.reachTop - y)
        }
        Item {
            id: middleSlot
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        ColumnLayout {
            id: dockSlot
            visible: visibleChildren.length > 0
            spacing: 0
            Layout.fillWidth: true
        }
        SecondaryButton {
            objectName: "backLow"
            visible: page.backOffered && Theme.lowReach
            text: qsTr("뒤로")
            icon: "arrow-left"
            Layout.fillWidth: true
            Layout.margins: Theme.px(20)
            Layout.leftMargin: Theme.page
            Layout.rightMargin: Theme.page
            onActivated: page.back()
        }
        ColumnLayout {
            id: footSlot
            // Not by what is visible in it: nothing is, while the page itself is not shown yet.
            visible: children.length > 0
            spacing: 0
            Layout.fillWidth: true
        }
        UtilityBar {
            visible: !footSlot.visible
            Layout.fillWidth: true

            UtilityButton {
                objectName: "longTime"
                text: qsTr("시간 길게")
                icon: "clock-clockwise"
                visible: page.models.session.timingOut && !page.models.session.longTime
                onActivated: page.models.session.setLongTime(true)
            }
            UtilityButton {
                objectName: page.firstName
                text: page.firstText
                icon: page.firstIcon
                visible: text !== "" && !page.models.session.timingOut
                onActivated: page.firstAsked()
            }
            UtilityButton {
                objectName: "startOver"
                text: qsTr("처음으로")
                icon: "x-circle"
                visible: page.startOverOffered && page.firstText === "" && (!page.models.session.timingOut || page.models.session.longTime)
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
                icon: "wheelchair-motion"
                onActivated: page.models.navigator.showSheet("display")
            }
            UtilityButton {
                objectName: "help"
                text: page.models.help.called ? qsTr("직원 호출함") : qsTr("직원 호출")
                icon: "call-bell"
                accented: page.models.help.called
                onActivated: page.models.help.call()
            }
        }
    }

    Component {
        id: headingWords
        Item {
            ColumnLayout {
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.page }
                spacing: Theme.px(16)
                Words { text: page.heading; look: Theme.portrait && !Theme.doubled ? Theme.type.display : Theme.type.title; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
                Words { visible: text !== ""; text: page.headingDetail; look: Theme.type.label; font.weight: 500; color: Theme.color.ink2; Layout.fillWidth: true }
            }
        }
    }
}
