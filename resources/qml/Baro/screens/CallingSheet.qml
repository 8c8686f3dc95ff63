// S10 over a page: staff were called; the shopper goes on meanwhile.
import QtQuick
import QtQuick.Layouts
import Baro.controls
import Baro.models

Sheet {
    id: sheet

    required property KioskModels models

    title: models.help.title
    detail: models.help.detail
    headed: false
    onClosed: models.help.hide()

    CallHead { models: sheet.models; Layout.fillWidth: true }
    CallBody { models: sheet.models; Layout.fillWidth: true }
    CallWays { models: sheet.models; Layout.fillWidth: true; onWentOn: sheet.closed() }
}
