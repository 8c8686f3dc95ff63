// A day or time window that was promised; the chip is absent while nothing may be promised.
import QtQuick

Badge {
    property bool pickUp: false

    visible: text !== ""
    tone: "accent"
    icon: pickUp ? "storefront" : "truck"
}
