// The demo's hands, beside the kiosk's window. It is a tool of the demo, not a page of the kiosk, and speaks English.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Baro.models

Window {
    id: root

    required property SimulatorPanel panel

    width: 420
    height: 900
    visible: true
    title: "Baro demo: simulated devices"
    color: "#16181D"

    ColumnLayout {
        anchors { fill: parent; margins: 12 }
        spacing: 8

        ScrollView {
            id: scroll
            clip: true
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                width: scroll.availableWidth
                spacing: 14

                Repeater {
                    model: root.panel.groups
                    ColumnLayout {
                        id: group
                        required property string modelData
                        spacing: 6
                        Text { text: group.modelData; color: "#9DA2AC"; font.pixelSize: 15; font.bold: true }
                        Flow {
                            spacing: 6
                            Layout.fillWidth: true
                            Repeater {
                                model: root.panel.acts(group.modelData)
                                Button {
                                    id: button
                                    required property var modelData
                                    text: modelData.words
                                    font.pixelSize: 15
                                    onClicked: root.panel.act(modelData.words, modelData.device, modelData.command, modelData.arguments)
                                    contentItem: Text { text: button.text; color: "white"; font: button.font; textFormat: Text.PlainText }
                                    background: Rectangle { radius: 8; color: button.down ? "#1D46DB" : "#2E323A"; border.color: "#3A3E47" }
                                }
                            }
                        }
                    }
                }
            }
        }
        Text {
            text: root.panel.last
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
            color: "#7EE2B0"
            font.pixelSize: 14
            Layout.fillWidth: true
        }
    }
}
