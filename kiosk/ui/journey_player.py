"""Plays a recorded journey on the real window and keeps a picture and the spoken tree of each step."""

import json
import os
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.dated_text import dated

PATIENCE = 20.0  # seconds until a step that does not come true fails the journey
PAGERS = ("sheetDown", "scrollDown", "pageDown")  # the buttons that page, the topmost kind first
MOST_PAGES = 10
SETTLED = 0.5  # seconds of rest before a touch, longer than the 400 ms guard of money controls


class JourneyFailed(Exception):
    """A step did not come true; the message says which and what was seen instead."""


class Controls(Protocol):
    """The hands outside the kiosk: simulated devices and central, by name."""

    def call(self, device: str, command: str, /, **arguments: object) -> object: ...


@dataclass(frozen=True, slots=True)
class StepReport:
    """What was seen at a picture: its file, the stage, the total to pay, how often the screen was touched until
    then, and the names in the accessibility tree."""

    name: str
    picture: str
    stage: str
    total: int
    pieces: int
    touches: int
    names: tuple[str, ...]


@dataclass
class JourneyPlayer:
    """Plays steps one after another, waiting until each has come true; raises `JourneyFailed` when one does not.

    A step is an object with one verb: scan, photo, weigh, card, tap, hold, keys, type, until, picture, device, pause,
    kill (see docs/journeys.md).
    """

    window: QQuickWindow
    snapshot: Callable[[], Snapshot]
    page: Callable[[], str]
    controls: Controls
    folder: Path
    now: Callable[[], datetime]
    say: Callable[[str], None] = print
    reports: list[StepReport] = field(default_factory=list)
    touches: int = 0

    def play(self, steps: Sequence[Mapping[str, Any]]) -> list[StepReport]:
        """Play all steps; the reports of its pictures are also written to `journey.json` in the folder."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for number, step in enumerate(steps, 1):
            verb = next((key for key in step if hasattr(self, f"_do_{key}")), None)
            if verb is None:
                raise JourneyFailed(f"step {number} has no verb that is known: {dict(step)}")
            try:
                getattr(self, f"_do_{verb}")(step[verb], step)
            except JourneyFailed as failure:
                self._grab(self.folder / "failed.png")
                raise JourneyFailed(f"step {number} ({verb}): {failure}; the screen is in failed.png") from failure
        written = json.dumps([asdict(report) for report in self.reports], ensure_ascii=False, indent=1)
        (self.folder / "journey.json").write_text(written, "utf-8")
        return self.reports

    # The verbs, each as the world around the kiosk would do it.

    def _do_scan(self, code: str, step: Mapping[str, Any]) -> None:
        before = self.snapshot().number
        self.controls.call(step.get("device", "scanner"), "send", text=dated(code, self.now()))
        self._until(lambda: self.snapshot().number > before, f"nothing changed after scanning {code}")

    def _do_photo(self, name: str, _step: Mapping[str, Any]) -> None:
        before = self.snapshot().pieces
        self.controls.call("camera", "show", photo=name)
        self._until(lambda: self.snapshot().pieces > before, f"no line came of the photo {name}")
        self.controls.call("camera", "show_nothing")

    def _do_weigh(self, grams: int, _step: Mapping[str, Any]) -> None:
        self.controls.call("scale", "put", grams=grams)

    def _do_card(self, outcome: str, _step: Mapping[str, Any]) -> None:
        self.controls.call("terminal", "card", outcome=outcome)

    def _do_device(self, name: str, step: Mapping[str, Any]) -> None:
        told = step.get("arguments", {})
        self.controls.call(name, step["command"], **{k: self._dated(v) for k, v in told.items()})

    def _dated(self, value: object) -> object:
        return dated(value, self.now()) if isinstance(value, str) else value

    def _do_tap(self, name: str, step: Mapping[str, Any]) -> None:
        self._rest(SETTLED)
        self._until(lambda: self._find(name) is not None, f"nothing to touch is named {name} on page {self.page()}")
        self._bring_into_view(name)
        if (item := self._find(name)) is None:
            raise JourneyFailed(f"{name} went away before it was touched")
        self._click(item, name)
        if "until" in step:
            self._do_until(step["until"], step)

    def _bring_into_view(self, name: str) -> None:
        """Page down as a shopper does, until nothing cuts the item off."""
        for _ in range(MOST_PAGES):
            item = self._find(name)
            if item is None or not cut_off(item):
                return
            pager = next((found for found in map(self._find, PAGERS) if found is not None and not cut_off(found)), None)
            if pager is None:
                return
            self._click(pager, pager.objectName())
            self._rest(SETTLED)

    def _click(self, item: QQuickItem, name: str) -> None:
        centre = item.mapToScene(item.boundingRect().center()).toPoint()
        if not QRect(QPoint(0, 0), self.window.size()).contains(centre):
            raise JourneyFailed(f"{name} lies outside the window at {centre.x()}, {centre.y()}")
        if cut_off(item):
            raise JourneyFailed(f"{name} is cut off and no page button brings it into view")
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)
        self.touches += 1

    def _do_hold(self, place: Sequence[float], step: Mapping[str, Any]) -> None:
        """A finger that stays at a place, given as parts of the window's width and height."""
        across, down = place
        spot = QPoint(int(across * self.window.width()), int(down * self.window.height()))
        QTest.mousePress(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        self._rest(float(step.get("seconds", 3.5)))
        QTest.mouseRelease(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        if "until" in step:
            self._do_until(step["until"], step)

    def _do_keys(self, keys: Sequence[str], _step: Mapping[str, Any]) -> None:
        for key in keys:
            self._do_tap(f"key_{key}", {})

    def _do_type(self, text: str, step: Mapping[str, Any]) -> None:
        """Keys of a keyboard-wedge scanner, or of a person when `pause_ms` is long; ended by Enter."""
        for character in text:
            QTest.keyClick(self.window, Qt.Key(ord(character.upper())), Qt.KeyboardModifier.NoModifier)
            self._rest(float(step.get("pause_ms", 5)) / 1000)
        QTest.keyClick(self.window, Qt.Key.Key_Return)

    def _do_until(self, wanted: Mapping[str, Any], _step: Mapping[str, Any]) -> None:
        seconds = float(wanted.get("seconds", PATIENCE))
        self._until(lambda: not self._missing(wanted), lambda: f"waited for {self._missing(wanted)}", seconds)

    def _do_picture(self, name: str, step: Mapping[str, Any]) -> None:
        if "until" in step:
            self._do_until(step["until"], step)
        self._rest(float(step.get("rest", 1.0)))
        path = self.folder / f"{len(self.reports) + 1:02d}-{name}.png"
        self._grab(path)
        shown = self.snapshot()
        names = tuple(spoken_names(self.window))
        total = shown.done.total if shown.done else shown.to_pay
        report = StepReport(name, path.name, shown.stage.value, total, shown.pieces, self.touches, names)
        self.reports.append(report)
        self.say(f"  {path.name}  {shown.stage.value}")

    def _do_pause(self, seconds: float, _step: Mapping[str, Any]) -> None:
        self._rest(seconds)

    def _do_kill(self, _reason: object, _step: Mapping[str, Any]) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def _missing(self, wanted: Mapping[str, Any]) -> str:
        shown = self.snapshot()
        checks: dict[str, Callable[[Any], bool]] = {
            "stage": lambda value: shown.stage.value == value,
            "page": lambda value: self.page() == value,
            "pieces": lambda value: shown.pieces == value,
            "to_pay": lambda value: shown.to_pay == value,
            "online": lambda value: shown.health.online == value,
            "terminal": lambda value: shown.health.terminal == value,
            "scanner": lambda value: shown.health.scanner == value,
            "printer": lambda value: shown.health.printer == value,
            "uploaded": lambda value: (shown.health.waiting_uploads == 0) == value,
            "print_state": lambda value: shown.done is not None and shown.done.print_state == value,
            "call": lambda value: shown.call is not None and shown.call.step.value == value,
            "weigh": lambda value: shown.weigh is not None and shown.weigh.state == value,
            "name": lambda value: any(value in name for name in spoken_names(self.window)),
            "there": lambda value: self._find(value) is not None,
        }
        if strangers := wanted.keys() - checks.keys() - {"seconds"}:
            raise JourneyFailed(f"nothing called {', '.join(sorted(strangers))} can be waited for")
        unmet = [f"{key} {value!r}" for key, value in wanted.items() if key != "seconds" and not checks[key](value)]
        return ", ".join(unmet) + (f" (stage {shown.stage.value}, page {self.page()})" if unmet else "")

    def _until(
        self, condition: Callable[[], bool], failure: str | Callable[[], str], seconds: float = PATIENCE
    ) -> None:
        ends = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > ends:
                raise JourneyFailed(failure if isinstance(failure, str) else failure())
            self._rest(0.02)

    def _rest(self, seconds: float) -> None:
        ends = time.monotonic() + seconds
        while (left := ends - time.monotonic()) > 0:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, max(1, int(left * 1000)))
            time.sleep(min(0.005, left))

    def _find(self, name: str) -> QQuickItem | None:
        found = [
            item
            for item in items_under(self.window.contentItem())
            if item.objectName() == name and item.isVisible() and item.isEnabled() and item.width() > 0
        ]
        return found[-1] if found else None

    def _grab(self, path: Path) -> None:
        image = self.window.grabWindow()
        if not image.save(str(path)):
            raise JourneyFailed(f"the picture {path} cannot be written")


def cut_off(item: QQuickItem) -> bool:
    """Whether the middle of an item lies outside something that clips it, such as a list that was not paged."""
    centre = item.mapToScene(item.boundingRect().center())
    parent: QQuickItem | None = item.parentItem()
    while parent is not None:
        if parent.clip() and not parent.boundingRect().contains(parent.mapFromScene(centre)):
            return True
        parent = parent.parentItem()
    return False


def items_under(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and everything inside it, in the order it is painted."""
    yield item
    for child in item.childItems():
        yield from items_under(child)


def spoken_names(window: QQuickWindow) -> Iterator[str]:
    """Every non-empty name in the window's accessibility tree."""
    QAccessible.setActive(True)
    root = QAccessible.queryAccessibleInterface(window)
    waiting: list[QAccessibleInterface] = [root] if root is not None else []
    while waiting:
        interface = waiting.pop()
        if interface.state().invisible:
            continue
        name = interface.text(QAccessible.Text.Name)
        if name:
            yield name
        children = [interface.child(place) for place in range(interface.childCount())]
        waiting += [child for child in reversed(children) if child is not None]
