"""The hands of a demo: a small window to scan items, tap a card, put weight on the scale, pull a cable."""

import json
import logging
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
log = logging.getLogger("baro.demo")


class Hands(Protocol):
    """What can be done at a device of the demo."""

    def __call__(self, device: str, command: str, arguments: Mapping[str, object]) -> object: ...


@dataclass(frozen=True, slots=True)
class DemoAct:
    """One button: its words and what it does."""

    group: str
    words: str
    device: str
    command: str
    arguments: str  # JSON object


@QmlElement
class SimulatorPanel(QObject):
    """Buttons in groups; each acts on a thread of its own, because a card waits for its terminal."""

    changed = Signal()
    _told = Signal(str)

    def __init__(self, acts: Sequence[DemoAct], hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = list(acts)
        self._hands = hands
        self._last = ""
        self._pool = ThreadPoolExecutor(4, thread_name_prefix="hand")
        self._told.connect(self._show)

    @Property("QVariantList", constant=True)  # type: ignore[arg-type]
    def groups(self) -> list[str]:
        return list(dict.fromkeys(act.group for act in self._acts))

    @Property(str, notify=changed)
    def last(self) -> str:
        return self._last

    @Slot(str, result="QVariantList")
    def acts(self, group: str) -> list[dict[str, str]]:
        """The buttons of a group."""
        return [asdict(act) for act in self._acts if act.group == group]

    @Slot(str, str, str, str)
    def act(self, words: str, device: str, command: str, arguments: str) -> None:
        """Do it, and say how it went."""

        def run() -> None:
            try:
                self._hands(device, command, json.loads(arguments))
            except Exception as fault:  # whatever went wrong is told on the panel
                log.info("%s: %s", words, fault)
                self._told.emit(f"{words}: {fault}")
            else:
                self._told.emit(words)

        self._pool.submit(run)

    @Slot(str)
    def _show(self, words: str) -> None:
        self._last = words
        self.changed.emit()

    def close(self) -> None:
        """Take no more touches."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def demo_acts(items: Sequence[tuple[str, str]], photos: Sequence[tuple[str, str]]) -> list[DemoAct]:
    """The buttons of the demo; `items` are (words, code), `photos` (words, file)."""
    acts = [DemoAct("Scan", words, "scanner", "send", json.dumps({"text": code})) for words, code in items]
    acts += [DemoAct("Camera", words, "camera", "show", json.dumps({"photo": file})) for words, file in photos]
    acts.append(DemoAct("Camera", "Nothing in view", "camera", "show_nothing", "{}"))
    for grams in (0, 350, 842, 2100):
        acts.append(DemoAct("Scale", f"{grams} g", "scale", "put", json.dumps({"grams": grams})))
    for words, outcome in (("Tap a card", "approve"), ("Declined card", "decline"), ("Answer lost", "lost")):
        acts.append(DemoAct("Card", words, "terminal", "card", json.dumps({"outcome": outcome})))
    acts.append(DemoAct("Card", "Red button", "terminal", "cancel", "{}"))
    for device in ("scanner", "camera", "scale", "printer", "terminal"):
        acts.append(DemoAct("Cables", f"Unplug {device}", device, "unplug", "{}"))
        acts.append(DemoAct("Cables", f"Plug {device}", device, "replug", "{}"))
    acts.append(DemoAct("Printer", "Paper out", "printer", "paper_out", "{}"))
    acts.append(DemoAct("Printer", "New roll", "printer", "load_paper", "{}"))
    for words, command in (("Kill central", "kill"), ("Start central", "start")):
        acts.append(DemoAct("Central", words, "central", command, "{}"))
    return acts
