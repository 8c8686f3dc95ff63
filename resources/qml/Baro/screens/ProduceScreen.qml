// S2n: goods without a barcode as pictures, narrowed by first consonants or the digits of the PLU.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    // In very large text the keys come only when they are asked for.
    property bool keysShown: false

    heading: qsTr("바코드 없는 상품")
    headingDetail: qsTr("그림을 골라 주세요")
    backOffered: true
    onBack: models.navigator.back()
    Component.onCompleted: models.produce.open()

    GridLayout {
        anchors { fill: parent; leftMargin: Theme.page; rightMargin: Theme.page; bottomMargin: Theme.px(20) }
        columns: Theme.portrait ? 1 : 2
        rowSpacing: Theme.gutter
        columnSpacing: Theme.gutter

        ColumnLayout {
            spacing: Theme.px(20)
            Layout.fillWidth: true
            Layout.fillHeight: true
            TitleBar { visible: !Theme.lowReach; title: screen.heading; onBack: screen.back() }
            PictureGrid {
                choices: screen.models.produce.items
                visible: !screen.models.produce.nothing
                Layout.fillWidth: true
                Layout.fillHeight: true
                onChosen: key => screen.models.produce.choose(key)
            }
            EmptyState {
                visible: screen.models.produce.nothing
                title: qsTr("찾지 못했어요")
                detail: qsTr("다른 첫소리나 번호를 눌러 보세요")
                icon: "carrot"
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
        ColumnLayout {
            spacing: Theme.compact ? Theme.gap : Theme.px(20)
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.portrait ? -1 : Theme.px(Theme.compact ? 460 : 600)
            Layout.maximumWidth: Theme.portrait ? Number.POSITIVE_INFINITY : Theme.px(Theme.compact ? 460 : 600)
            Layout.alignment: Qt.AlignBottom
            SecondaryButton {
                objectName: "keysToggle"
                visible: Theme.doubled && !screen.keysShown
                text: screen.models.session.language === "ko" ? qsTr("첫소리로 찾기") : qsTr("번호로 찾기")
                icon: "magnifying-glass"
                Layout.fillWidth: true
                onActivated: screen.keysShown = true
            }
            ConsonantKeys {
                visible: !Theme.doubled || screen.keysShown
                query: screen.models.produce.query
                consonants: screen.models.session.language === "ko"
                Layout.fillWidth: true
                onTyped: query => screen.models.produce.search(query)
            }
            SecondaryButton {
                objectName: "askStaff"
                text: qsTr("이름을 몰라요")
                icon: "call-bell"
                Layout.fillWidth: true
                onActivated: screen.models.produce.askStaff()
            }
        }
    }
}
