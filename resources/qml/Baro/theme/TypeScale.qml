// Written by `python -m kiosk.ui.tokens` from tokens.json: change that file, not this one.
import QtQml

QtObject {
    id: scaleOfAll

    required property real scale
    required property real cappedScale
    required property int labelPx
    required property int smallestPx
    readonly property TypeStyle amount: TypeStyle { basePx: 88; weight: 800; lineHeight: 1.0; trackingEm: -0.025; scale: scaleOfAll.scale; leastPx: scaleOfAll.labelPx }
    readonly property TypeStyle display: TypeStyle { basePx: 88; weight: 800; lineHeight: 0.98; trackingEm: -0.025; scale: scaleOfAll.scale; leastPx: scaleOfAll.labelPx }
    readonly property TypeStyle title: TypeStyle { basePx: 68; weight: 800; lineHeight: 1.02; trackingEm: -0.025; scale: scaleOfAll.scale; leastPx: scaleOfAll.labelPx }
    readonly property TypeStyle action: TypeStyle { basePx: 56; weight: 700; lineHeight: 1.0; trackingEm: -0.018; scale: scaleOfAll.scale; leastPx: scaleOfAll.labelPx }
    readonly property TypeStyle heading: TypeStyle { basePx: 52; weight: 700; lineHeight: 1.02; trackingEm: -0.018; scale: scaleOfAll.scale; leastPx: scaleOfAll.labelPx }
    readonly property TypeStyle body: TypeStyle { basePx: 46; weight: 600; lineHeight: 1.14; trackingEm: -0.018; scale: scaleOfAll.scale; leastPx: scaleOfAll.labelPx }
    readonly property TypeStyle label: TypeStyle { basePx: 40; weight: 600; lineHeight: 1.14; trackingEm: -0.018; scale: scaleOfAll.scale; leastPx: scaleOfAll.labelPx }
    readonly property TypeStyle support: TypeStyle { basePx: 34; weight: 500; lineHeight: 1.16; trackingEm: -0.01; scale: scaleOfAll.scale; leastPx: scaleOfAll.labelPx }
    readonly property TypeStyle caption: TypeStyle { basePx: 33; weight: 500; lineHeight: 1.16; trackingEm: -0.01; scale: scaleOfAll.scale; leastPx: scaleOfAll.smallestPx }
    readonly property TypeStyle tech: TypeStyle { basePx: 26; weight: 500; lineHeight: 1.16; trackingEm: -0.01; scale: scaleOfAll.scale; leastPx: 0 }
    readonly property TypeStyle key: TypeStyle { basePx: 40; weight: 600; lineHeight: 1.14; trackingEm: -0.018; scale: scaleOfAll.cappedScale; leastPx: scaleOfAll.labelPx }
    readonly property TypeStyle utility: TypeStyle { basePx: 34; weight: 500; lineHeight: 1.16; trackingEm: -0.01; scale: scaleOfAll.cappedScale; leastPx: scaleOfAll.labelPx }
}
