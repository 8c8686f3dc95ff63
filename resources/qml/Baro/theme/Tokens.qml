// Written by `python -m kiosk.ui.tokens` from tokens.json: change that file, not this one.
pragma Singleton
import QtQml

QtObject {
    readonly property ScreenColors light: ScreenColors {
        canvas: "#F6F4EF"
        surface: "#FFFFFF"
        sunken: "#ECE9E2"
        control: "#F1EEE7"
        dock: "#FBFAF7"
        line: "#E2DED5"
        lineSoft: "#CFCBC1"
        lineStrong: "#86837A"
        ink: "#16181D"
        ink2: "#474B54"
        ink3: "#646873"
        accent: "#1D46DB"
        accentPressed: "#1636AE"
        accentText: "#1A3FC4"
        accentSoft: "#E8EDFD"
        accentFg: "#FFFFFF"
        promo: "#B5300A"
        promoSoft: "#FFEDE4"
        promoFill: "#C9390C"
        promoFg: "#FFFFFF"
        positive: "#0A6340"
        positiveSoft: "#E1F3E9"
        warning: "#734600"
        warningSoft: "#FFF0CC"
        negative: "#B3151F"
        negativeSoft: "#FDE8E7"
        beam: "#FF5A36"
        scrim: "#A814120C"
    }

    readonly property ScreenColors highContrast: ScreenColors {
        canvas: "#000000"
        surface: "#000000"
        sunken: "#1A1A1A"
        control: "#1A1A1A"
        dock: "#000000"
        line: "#FFFFFF"
        lineSoft: "#FFFFFF"
        lineStrong: "#FFFFFF"
        ink: "#FFFFFF"
        ink2: "#E6E6E6"
        ink3: "#E6E6E6"
        accent: "#FFD400"
        accentPressed: "#E0BA00"
        accentText: "#FFD400"
        accentSoft: "#000000"
        accentFg: "#000000"
        promo: "#FFB199"
        promoSoft: "#000000"
        promoFill: "#FFB199"
        promoFg: "#000000"
        positive: "#6CF0A8"
        positiveSoft: "#000000"
        warning: "#FFE08A"
        warningSoft: "#000000"
        negative: "#FF9C9C"
        negativeSoft: "#000000"
        beam: "#FFD400"
        scrim: "#D9000000"
    }

    readonly property StaffColors staff: StaffColors {
        panel: "#16181D"
        panelRaised: "#24272E"
        panelControl: "#2E323A"
        panelLine: "#3A3E47"
        panelDeep: "#0D0F13"
        panelInk: "#FFFFFF"
        panelInk2: "#C9CCD3"
        panelInk3: "#9DA2AC"
        panelPositive: "#7EE2B0"
        panelWarning: "#FFC95C"
        panelNegative: "#FF9C9C"
        panelBars: "#6D8AF0"
    }

    readonly property TileColors tile: TileColors {
        warm: "#FBE9E2"
        cool: "#E4ECF8"
        mint: "#E2F3EC"
        butter: "#FFF3CF"
        stone: "#F1EEE7"
        clay: "#EFE6DA"
        highContrast: "#FFFFFF"
    }

    readonly property Radii radii: Radii {
        badge: 13
        control: 20
        button: 28
        card: 28
        hero: 40
        sheet: 48
        pill: 999
    }

    readonly property Strokes strokes: Strokes {
        hair: 1
        control: 2
        selected: 4
        highContrast: 3
    }

    readonly property Durations durations: Durations {
        press: 80
        fast: 120
        base: 200
        enter: 280
        emphasis: 420
        beamSweep: 520
        count: 360
        holdScanned: 2400
    }

    readonly property IconSizes iconSizes: IconSizes {
        inline: 40
        utility: 42
        button: 50
        tile: 60
        hero: 104
    }

    readonly property Times times: Times {
        idleWarnS: 60
        idleCountS: 30
        payWaitS: 60
        payExtendS: 60
        doneReturnS: 20
        basketKeepS: 300
        longTimeFactor: 3
    }

    readonly property real minimumTargetMm: 20

    readonly property real minimumGapMm: 2.5

    readonly property real primaryMm: 35

    readonly property real keyTextScale: 1.25

    readonly property real smallestInkMm: 7.25

    readonly property real labelInkMm: 9.0

    readonly property real hangulGlyphEm: 0.85

    readonly property real capitalGlyphEm: 0.707

    readonly property string monoFamily: "Noto Sans Mono CJK KR"
}
