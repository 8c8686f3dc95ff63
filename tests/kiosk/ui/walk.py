"""Walks over a shown screen as a screen reader and a ruler would, and says which rules it breaks."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFont, QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.accessibility import (
    Box,
    Finding,
    Ink,
    Target,
    cut_off,
    out_of_reach,
    too_close,
    too_small,
    too_thin,
    unnamed,
)
from kiosk.ui.panel import Panel
from kiosk.ui.tokens import RESOURCES

SCREEN_FOLDER = RESOURCES / "qml" / "Baro" / "screens"
ENTRY_FOLDER = Path(__file__).parent / "screens"

Role = QAccessible.Role
TOUCHED = {
    Role.Button,
    Role.CheckBox,
    Role.RadioButton,
    Role.Link,
    Role.ListItem,
    Role.PageTab,
    Role.MenuItem,
    Role.Slider,
    Role.SpinBox,
    Role.ButtonMenu,
}


LAYOUTS = {"QQuickItem", "QQuickRow", "QQuickRowLayout", "QQuickColumnLayout", "QQuickGridLayout", "QQuickLoader"}


@dataclass(frozen=True)
class Entry:
    """One screen of the walk: its QML file, and for each state a function that makes its properties.

    A file `tests/kiosk/ui/screens/<name>.py` offers it as `ENTRY`, or several as `ENTRIES`. `staff` exempts
    from the shopper's text height (A-1), as the design does for technician pages.
    """

    screen: str
    states: Mapping[str, Callable[[], Mapping[str, object]]]
    staff: bool = False


def entries() -> dict[str, Entry]:
    """All entries by the name of their screen file."""
    found = {}
    for path in sorted(ENTRY_FOLDER.glob("*.py")):
        if path.stem.startswith("test_"):
            continue
        spec = spec_from_file_location(f"walk_entry_{path.stem}", path)
        assert spec is not None, path
        assert spec.loader is not None, path
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        offered = module.ENTRIES if hasattr(module, "ENTRIES") else (module.ENTRY,)
        found.update({entry.screen: entry for entry in offered})
    return found


def screens_without_entry() -> list[str]:
    """Screens and sheets that nobody walks; a part that another file shows is walked with that one."""
    files = {path.stem: path.read_text(encoding="utf-8") for path in SCREEN_FOLDER.glob("*.qml")}
    walked = {Path(name).stem for name in entries()}
    shown = {
        name for name in files for other, text in files.items() if other != name and re.search(rf"\b{name}\s*\{{", text)
    }
    whole = {name for name in files if name.endswith(("Screen", "Sheet")) or name not in shown}
    # The window and what fills it are proved together, with a till behind them (test_main_window).
    whole -= {name for name, text in files.items() if re.search(r"^Window \{", text, re.MULTILINE)} | {"Main"}
    return sorted(f"{name}.qml" for name in whole - walked)


def findings(window: QQuickWindow, panel: Panel, *, staff: bool = False, low_reach: bool = False) -> list[Finding]:
    """Every rule that the shown window breaks on that panel."""
    touched = list(targets(window))
    shown = list(texts(window))
    found = unnamed(touched) + too_small(touched, panel.mm_per_px) + too_close(touched, panel.mm_per_px)
    found += cut_off(shown) + bare_touch_areas(window)
    if not staff:
        found += too_thin(shown, panel.mm_per_px)
    if low_reach:
        found += out_of_reach(touched, panel.reach_top_px)
    return found


def names(window: QQuickWindow) -> list[str]:
    """What a screen reader would say, in its order."""
    return [node.text(QAccessible.Text.Name) for node in nodes(window) if node.text(QAccessible.Text.Name)]


def nodes(window: QQuickWindow) -> Iterator[QAccessibleInterface]:
    """All visible nodes of the accessibility tree; only the topmost dialog and tool bars while one is open."""
    QAccessible.setActive(True)
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None, "the window has no accessibility tree"
    every = list(_below(root))
    dialogs = [node for node in every if node.role() == Role.Dialog]
    if not dialogs:
        yield from every
        return
    bars = [node for node in every if node.role() == Role.ToolBar]
    for part in (dialogs[-1], *bars):
        yield part
        yield from _below(part)


def _below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(node.childCount()):
        child = node.child(number)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        yield child
        yield from _below(child)


def targets(window: QQuickWindow) -> Iterator[Target]:
    """What can be touched, with the part of it that no list or page hides."""
    for node in nodes(window):
        item = node.object()
        if node.role() not in TOUCHED or not isinstance(item, QQuickItem) or node.state().disabled:
            continue
        box = scene_box(item)
        seen = box.cut(visible_part(item, window))
        if seen.width < 1 or seen.height < 1:
            continue
        actions = node.actionInterface().actionNames() if node.actionInterface() else []
        yield Target(
            where=path_of(item),
            name=node.text(QAccessible.Text.Name),
            role=node.role().name,
            box=box,
            seen=seen,
            pressable=bool(actions) and bool(item.objectName()),
        )


def texts(window: QQuickWindow) -> Iterator[Ink]:
    """Every text that is shown, however it got there."""
    covering = _topmost_dialog(window)
    for item in shown_items(window.contentItem()):
        if not item.inherits("QQuickText") or item.objectName() == "ornament" or not item.property("text"):
            continue
        if covering is not None and not (is_under(item, covering) or has_tool_bar(item)):
            continue
        box = ink_box(item)
        clip = visible_part(item, window)
        if box.cut(clip).height < 1:
            continue
        font = QFont(item.property("font"))
        own, hangul = ink_heights(font, str(item.property("text")))
        yield Ink(
            where=path_of(item),
            text=str(item.property("text")),
            box=box,
            room=room_of(item, window),
            own_px=own,
            hangul_px=hangul,
            action=is_label(item),
            truncated=bool(item.property("truncated")),
        )


def ink_heights(font: QFont, text: str) -> tuple[float, float]:
    """Height of the text's own kind of sign, and of Hangul, in that font (accessibility, section 1)."""
    metrics = QFontMetricsF(font)
    hangul = metrics.tightBoundingRect("한").height()
    if any("\uac00" <= sign <= "\ud7a3" for sign in text):
        return hangul, hangul
    if any("\u3040" <= sign <= "\u9fff" for sign in text):
        return metrics.tightBoundingRect("国").height(), hangul
    if any(sign.isalnum() for sign in text):
        return metrics.tightBoundingRect("H").height(), hangul
    return hangul, hangul


def bare_touch_areas(window: QQuickWindow) -> list[Finding]:
    """Touch areas that no screen reader can find (C-3); a dialog's own backdrop is none."""
    found = []
    for item in shown_items(window.contentItem()):
        if not item.inherits("QQuickMouseArea") or not item.isEnabled():
            continue
        if ancestor(item, lambda a: a.property("spoken") is not None) is None and ancestor(item, _is_dialog) is None:
            found.append(Finding("C-3", path_of(item), "a touch area outside of the accessibility tree"))
    return found


def shown_items(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and all below it that are visible."""
    if not item.isVisible() or item.opacity() == 0:
        return
    yield item
    for child in item.childItems():
        yield from shown_items(child)


def scene_box(item: QQuickItem, rect: QRectF | None = None) -> Box:
    """An item's rectangle on the window."""
    mapped = item.mapRectToScene(rect if rect is not None else QRectF(0, 0, item.width(), item.height()))
    return Box(mapped.x(), mapped.y(), mapped.width(), mapped.height())


def ink_box(item: QQuickItem) -> Box:
    """Where a text's letters are, its alignment taken into account."""
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    across, down = (_enum(item, name) for name in ("effectiveHorizontalAlignment", "verticalAlignment"))
    x = item.width() - width if across == 2 else (item.width() - width) / 2 if across == 4 else 0
    y = item.height() - height if down == 64 else (item.height() - height) / 2 if down == 128 else 0
    return scene_box(item, QRectF(x, y, width, height))


def _enum(item: QQuickItem, name: str) -> int:
    # QObject.property cannot carry this enumeration into Python; QML's own evaluation gives the number.
    context = qmlContext(item)
    assert context is not None, name
    value = QQmlExpression(context, item, name).evaluate()[0]
    return int(str(value))


def above(item: QQuickItem) -> Iterator[QQuickItem]:
    """The items that an item lies in, from the nearest to the root."""
    parent: QQuickItem | None = item.parentItem()
    while parent is not None:
        yield parent
        parent = parent.parentItem()


def visible_part(item: QQuickItem, window: QQuickWindow) -> Box:
    """What the clipping items above leave of the window."""
    part = Box(0, 0, window.width(), window.height())
    for parent in above(item):
        if parent.clip():
            part = part.cut(scene_box(parent))
    return part


def room_of(item: QQuickItem, window: QQuickWindow) -> Box:
    """The surface a text must stay on: the nearest painted rectangle, open downwards inside a list or page."""
    surface: Box | None = None
    for parent in above(item):
        if surface is None and parent.inherits("QQuickRectangle") and parent.property("color").alpha() > 0:
            surface = scene_box(parent)
        if parent.inherits("QQuickFlickable"):
            box = scene_box(parent)
            tall = Box(box.x, -100_000, box.width, 200_000)
            return tall if surface is None else surface.cut(tall)
    room = Box(0, 0, window.width(), window.height())
    return room if surface is None else surface.cut(room)


def ancestor(item: QQuickItem, wanted: Callable[[QQuickItem], bool]) -> QQuickItem | None:
    """The nearest item at or above this one that is wanted."""
    return next((each for each in (item, *above(item)) if wanted(each)), None)


def is_label(item: QQuickItem) -> bool:
    """Whether a text is a price or stands on something to press; a badge informs and is neither."""
    if ancestor(item, lambda a: a.metaObject().className().startswith(("Badge", "StockBadge", "PromiseChip"))):
        return False
    return ancestor(item, lambda a: a.property("spoken") is not None) is not None


def is_under(item: QQuickItem, top: QObject) -> bool:
    """Whether the item belongs to that part of the scene."""
    return ancestor(item, lambda a: a is top) is not None


def has_tool_bar(item: QQuickItem) -> bool:
    """Whether the item stands in the utility bar."""
    return ancestor(item, lambda a: _role(a) == Role.ToolBar) is not None


def _is_dialog(item: QQuickItem) -> bool:
    return _role(item) == Role.Dialog


def _role(item: QQuickItem) -> QAccessible.Role:
    node = QAccessible.queryAccessibleInterface(item)
    return node.role() if node is not None and node.isValid() else Role.NoRole


def _topmost_dialog(window: QQuickWindow) -> QQuickItem | None:
    found = [node.object() for node in nodes(window) if node.role() == Role.Dialog]
    return found[-1] if found and isinstance(found[-1], QQuickItem) else None


def path_of(item: QQuickItem) -> str:
    """Where an item is, in words: the kinds and names from the screen down to it."""
    steps: list[str] = []
    for each in (item, *above(item)):
        kind = each.metaObject().className().split("_QML")[0]
        name = each.objectName()
        if name or kind not in LAYOUTS:
            steps.append(f"{kind}#{name}" if name else kind)
    return " < ".join(steps[:5])
