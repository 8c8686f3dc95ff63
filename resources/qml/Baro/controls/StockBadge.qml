// Where a product is to be had. Python writes the words (count with "about" and its age, or none).
import QtQuick

Badge {
    // here, nearby, delivery, soldOut or unknown
    required property string availability

    tone: availability === "here" ? "positive" : availability === "soldOut" ? "negative" : "neutral"
    icon: availability === "here" ? "map-pin" : availability === "nearby" ? "storefront"
        : availability === "delivery" ? "truck" : availability === "soldOut" ? "prohibit" : "question"
}
