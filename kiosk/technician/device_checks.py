"""Tests of single devices by a technician: those that are asked answer, the others must deliver something."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.technician.device_overview import AWAY, DeviceCard, DeviceOverview

PATIENCE = 10.0  # seconds until a device that says nothing has failed
Ask = Callable[[Callable[[str], None]], None]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """How the last test of a device ended; `problem` is "" when it passed, else silent, away or the device's words."""

    passed: bool
    problem: str = ""


class DeviceChecks:
    """Runs tests; lives on the screen's thread. `ask[name](done)` asks a device, `done` gets "" or its problem."""

    def __init__(self, overview: DeviceOverview, ask: Mapping[str, Ask], monotonic: Callable[[], float]) -> None:
        self._overview, self._ask, self._monotonic = overview, ask, monotonic
        self._running: dict[str, tuple[float, int]] = {}
        self._results: dict[str, CheckResult] = {}

    def start(self, name: str) -> None:
        """Test one device; one that is tested already goes on."""
        card = self._card(name)
        if card is None or name in self._running:
            return
        if card.state == AWAY:
            self._results[name] = CheckResult(False, "away")
            return
        self._results.pop(name, None)
        started = self._monotonic()
        self._running[name] = (started, card.events)
        if name in self._ask:
            self._ask[name](lambda problem: self._answered(name, started, problem))

    def tick(self) -> None:
        """Let time pass: whoever delivered has passed, whoever stayed silent too long has failed."""
        for name, (started, events) in list(self._running.items()):
            card = self._card(name)
            if card is None or card.state == AWAY:
                self._end(name, "away")
            elif name not in self._ask and card.events > events:
                self._end(name, "")
            elif self._monotonic() - started >= PATIENCE:
                self._end(name, "silent")

    def running(self, name: str) -> bool:
        """Whether the device is being tested."""
        return name in self._running

    def result(self, name: str) -> CheckResult | None:
        """How its last test ended, None when it was not tested."""
        return self._results.get(name)

    def forget(self) -> None:
        """The technician left: no test goes on, no result is kept."""
        self._running.clear()
        self._results.clear()

    def _answered(self, name: str, started: float, problem: str) -> None:
        # An answer to a test that was given up says nothing about the one that runs now.
        if self._running.get(name, (None, 0))[0] == started:
            self._end(name, problem)

    def _end(self, name: str, problem: str) -> None:
        self._running.pop(name, None)
        self._results[name] = CheckResult(not problem, problem)

    def _card(self, name: str) -> DeviceCard | None:
        return next((card for card in self._overview.cards() if card.name == name), None)
