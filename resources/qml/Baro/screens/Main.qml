// All of the window: one page at a time, sheets over it, and what belongs to every page (touch, keys, staff corner).
// Pages are loaded by name when they are shown, so that the first frame does not wait for them.
pragma ComponentBehavior: Bound
import QtQuick
import Baro.theme
import Baro.controls
import Baro.models

Item {
    id: window

    // Null until the till is built; the starting page is shown until then.
    property KioskModels models: null
    property string startingStep: ""
    readonly property string page: models ? models.navigator.page : "starting"
    readonly property string sheet: models ? models.navigator.sheet : ""
    readonly property bool staffed: ["sign_in", "approvals", "devices", "camera", "terminal_check"].includes(page)
    readonly property bool still: models !== null && models.session.timingOut && !staffed
    readonly property bool parked: models !== null && models.lanes.numberShown && !staffed
    readonly property bool calling: models !== null && models.help.sheetShown && page !== "calling" && !staffed

    function file(name: string, kind: string): string {
        return name.split("_").map(word => word.charAt(0).toUpperCase() + word.slice(1)).join("") + kind + ".qml";
    }
    function turnTo(name: string): void {
        if (name === "starting") {
            pages.source = "";
            return;
        }
        pages.setSource(Qt.resolvedUrl(file(name, "Screen")), {models: window.models});
        if (pages.status === Loader.Error)
            console.error("the page", name, "cannot be shown");
        arrival.restart();
        pages.forceActiveFocus();
    }
    // Show a sheet, or take it away and give the focus back to what lies under it.
    function cover(place: Loader, source: string): void {
        if (source)
            place.setSource(Qt.resolvedUrl(source), {models: window.models});
        else
            place.source = "";
        (timeout.item ? timeout : call.item ? call : number.item ? number : sheets.item ? sheets : pages).forceActiveFocus();
    }
    function within(item: Item, top: Item): bool {
        for (let each = item; each; each = each.parent) {
            if (each === top)
                return true;
        }
        return false;
    }
    // Arrow keys go along the focus order, and stay in the sheet while one is open.
    function step(forward: bool): void {
        const top = timeout.item ?? call.item ?? number.item ?? sheets.item ?? window;
        let next = Window.activeFocusItem ?? pages;
        for (let count = 0; count < 500; count++) {
            next = next.nextItemInFocusChain(forward);
            if (next && next.activeFocusOnTab && within(next, top)) {
                next.forceActiveFocus(Qt.TabFocusReason);
                return;
            }
        }
    }

    onPageChanged: turnTo(page)
    onSheetChanged: cover(sheets, sheet ? file(sheet, "Sheet") : "")
    onParkedChanged: cover(number, parked ? "ParkedSheet.qml" : "")
    onCallingChanged: cover(call, calling ? "CallingSheet.qml" : "")
    onStillChanged: cover(timeout, still ? "StillThere.qml" : "")

    Rectangle { anchors.fill: parent; color: Theme.color.canvas }

    FocusScope {
        id: stage
        anchors.fill: parent
        focus: true
        Keys.onPressed: event => {
            window.models?.session.touch();
            switch (event.key) {
            case Qt.Key_Down:
            case Qt.Key_Right: window.step(true); break;
            case Qt.Key_Up:
            case Qt.Key_Left: window.step(false); break;
            case Qt.Key_Back:
            case Qt.Key_Escape: window.models?.navigator.back(); break;
            case Qt.Key_Help:
            case Qt.Key_F1: window.models?.help.call(); break;
            default: return;
            }
            event.accepted = true;
        }

        Loader {
            anchors.fill: parent
            active: window.page === "starting"
            sourceComponent: StartingScreen { models: window.models; startingStep: window.models?.session.startingStep ?? window.startingStep }
        }
        Loader {
            id: pages
            property real rise: 0
            width: parent.width
            height: parent.height
            y: rise
            focus: true

            ParallelAnimation {
                id: arrival
                NumberAnimation { target: pages; property: "rise"; from: Theme.reducedMotion ? 0 : Theme.px(24); to: 0; duration: Theme.motion.enter; easing.type: Easing.OutQuint }
                NumberAnimation { target: pages; property: "opacity"; from: Theme.reducedMotion ? 1 : 0; to: 1; duration: Theme.motion.enter; easing.type: Easing.OutQuint }
            }
        }
        Loader { id: sheets; anchors.fill: parent; visible: item !== null }
        Loader { id: number; anchors.fill: parent; visible: item !== null }
        Loader { id: call; anchors.fill: parent; visible: item !== null }
        Loader { id: timeout; anchors.fill: parent; visible: item !== null }
    }

    // Staff hold the upper right corner for three seconds; shoppers find nothing there.
    Item {
        anchors { right: parent.right; top: parent.top }
        width: Theme.target
        height: Theme.target
        TapHandler {
            longPressThreshold: 3
            onLongPressed: window.models?.navigator.open("sign_in")
        }
    }
    // Every touch, wherever it lands, says that somebody is here.
    Item {
        anchors.fill: parent
        z: 1
        PointHandler { onActiveChanged: if (active) window.models?.session.touch() }
    }
}
