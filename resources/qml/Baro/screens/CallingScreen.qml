// S10 as a page: paying waits for staff who look at an identity card; the rest of the cart stays usable.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Baro.theme
import Baro.controls
import Baro.models

ShopperPage {
    id: screen

    heading: models.help.title
    headingDetail: models.help.detail

    ScrollPage {
        anchors.fill: parent
        centred: !Theme.portrait

        GridLayout {
            columns: Theme.portrait ? 1 : 2
            rowSpacing: Theme.px(36)
            columnSpacing: Theme.px(48)
            uniformCellWidths: !Theme.portrait
            CallBody {
                models: screen.models
                headed: !Theme.lowReach
                ground: Theme.color.surface
                Layout.fillWidth: true
                Layout.topMargin: Theme.px(Theme.portrait ? 24 : 0)
            }
            Loader { active: !Theme.portrait; visible: active; sourceComponent: ways; Layout.fillWidth: true }
        }
    }

    dock: Loader {
        active: Theme.portrait
        visible: active
        sourceComponent: ways
        Layout.fillWidth: true
        Layout.margins: Theme.page
        Layout.topMargin: Theme.px(20)
    }

    Component {
        id: ways
        CallWays { models: screen.models; onWentOn: screen.models.help.back() }
    }
}
