// S12: four names in their own script; a choice applies at once and the cart stays.
import QtQuick
import QtQuick.Layouts
import Baro.controls
import Baro.models

Sheet {
    id: sheet

    required property KioskModels models

    title: qsTr("언어")
    detail: qsTr("담은 상품은 그대로예요")
    onClosed: models.navigator.back()

    LanguageRow { models: sheet.models; Layout.fillWidth: true }
}
