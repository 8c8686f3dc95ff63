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

    Halves {
        anchors.fill: parent
        lead: CallHead { models: screen.models; visible: !Theme.lowReach }
        body: CallBody { models: screen.models; ground: Theme.color.surface }
        ways: CallWays { models: screen.models; onWentOn: screen.models.help.back() }
    }
}
