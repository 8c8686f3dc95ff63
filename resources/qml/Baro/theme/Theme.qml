// What a screen may look like: colours, sizes and durations for this panel, language and display mode.
// The properties above the line are set by kiosk/ui/theme.py and by nobody else.
pragma Singleton
import QtQuick

QtObject {
    id: theme

    property real mmPerPx: 0.31131
    property real uiScale: 1
    property string layout: "portrait"
    property int reachTop: 0
    property bool shallow: false
    property real textScale: 1
    property bool highContrast: false
    property bool lowReach: false
    property bool reducedMotion: false
    property string language: "ko"
    property string family: "Pretendard"
    property string moneyUnit: "원"
    property bool moneyUnitAfter: true
    property string shopName: ""
    // The shop's accent colours by token name, checked for contrast.
    property var accents: ({})
    onAccentsChanged: {
        for (const name of Object.keys(accents))
            Tokens.light[name] = accents[name];
    }

    // ----
    readonly property bool portrait: layout === "portrait"
    readonly property bool compact: layout === "compact"
    readonly property bool large: textScale >= 1.25
    readonly property bool hugeText: textScale >= 1.5
    readonly property bool doubled: textScale >= 2
    readonly property real growth: textScale >= 2 ? 2 : textScale >= 1.5 ? 1.25 : 1

    readonly property ScreenColors color: highContrast ? Tokens.highContrast : Tokens.light
    readonly property StaffColors staff: Tokens.staff
    readonly property string monoFamily: Tokens.monoFamily

    readonly property TypeScale type: TypeScale {
        scale: theme.uiScale * theme.textScale
        cappedScale: theme.uiScale * Math.min(theme.textScale, Tokens.keyTextScale)
        labelPx: Math.ceil(Tokens.labelInkMm / Tokens.hangulGlyphEm / theme.mmPerPx)
        smallestPx: Math.ceil(Tokens.smallestInkMm / Tokens.capitalGlyphEm / theme.mmPerPx)
    }

    readonly property Radii radius: Radii {
        badge: theme.px(Tokens.radii.badge)
        control: theme.px(Tokens.radii.control)
        button: theme.px(Tokens.radii.button)
        card: theme.px(Tokens.radii.card)
        hero: theme.px(Tokens.radii.hero)
        sheet: theme.px(Tokens.radii.sheet)
        pill: Tokens.radii.pill
    }

    readonly property Strokes stroke: Strokes {
        hair: theme.highContrast ? theme.px(2) : Tokens.strokes.hair
        control: theme.highContrast ? theme.px(Tokens.strokes.highContrast) : theme.px(Tokens.strokes.control)
        selected: theme.px(Tokens.strokes.selected)
        highContrast: theme.px(Tokens.strokes.highContrast)
    }

    readonly property Durations motion: Durations {
        press: theme.moving(Tokens.durations.press)
        fast: Tokens.durations.fast
        base: theme.moving(Tokens.durations.base)
        enter: theme.moving(Tokens.durations.enter)
        emphasis: theme.moving(Tokens.durations.emphasis)
        beamSweep: theme.moving(Tokens.durations.beamSweep)
        count: theme.moving(Tokens.durations.count)
        holdScanned: Tokens.durations.holdScanned
    }

    readonly property IconSizes icon: IconSizes {
        inline: theme.grown(Tokens.iconSizes.inline)
        utility: theme.px(Tokens.iconSizes.utility * Math.min(theme.textScale, Tokens.keyTextScale))
        button: theme.grown(Tokens.iconSizes.button)
        tile: theme.grown(Tokens.iconSizes.tile)
        hero: theme.grown(Tokens.iconSizes.hero)
    }

    readonly property Times time: Tokens.times
    readonly property int guardMs: 400
    readonly property int toastMs: 6000

    readonly property int target: mm(Tokens.minimumTargetMm)
    readonly property int gap: mm(Tokens.minimumGapMm)
    readonly property int primaryHeight: Math.max(px(compact ? 98 : portrait ? 144 : 128), target)
    readonly property int controlHeight: Math.max(px(compact ? 80 : 96), target)
    readonly property int page: px(compact ? 34 : portrait ? 48 : 40)
    readonly property int gutter: px(compact ? 16 : 24)
    readonly property int infoBarHeight: px(compact ? 60 : portrait ? 96 : 84)
    readonly property int utilityBarHeight: Math.max(px(compact ? 76 : portrait ? 124 : 100), target)

    // Millimetres on the glass, in pixels.
    function mm(length: real): int {
        return Math.ceil(length / mmPerPx);
    }

    // Pixels of the 27-inch reference drawing, in pixels of this panel.
    function px(length: real): int {
        return Math.round(length * uiScale);
    }

    // The same, for what is enlarged together with very large text: pictures and icons (A-3).
    function grown(length: real): int {
        return Math.round(length * uiScale * growth);
    }

    // Colour of a picture's tile by its token name.
    function tile(name: string): color {
        if (highContrast)
            return Tokens.tile.highContrast;
        switch (name) {
        case "warm": return Tokens.tile.warm;
        case "cool": return Tokens.tile.cool;
        case "mint": return Tokens.tile.mint;
        case "butter": return Tokens.tile.butter;
        case "clay": return Tokens.tile.clay;
        case "highContrast": return Tokens.tile.highContrast;
        default: return Tokens.tile.stone;
        }
    }

    // A see-through form of a colour, for fades and placeholders.
    function faded(base: color, alpha: real): color {
        return Qt.rgba(base.r, base.g, base.b, alpha);
    }

    function moving(duration: real): real {
        return reducedMotion ? 0 : duration;
    }
}
