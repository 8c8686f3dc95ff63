"""The technician's terminal page: how it answers, what it can do, and how the last payments ended."""

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.checkout.try_terminal import AMOUNT
from kiosk.technician.terminal_page import Condition, LastResult, TerminalFacts, TerminalPage
from kiosk.ui.display_text import money_words, technician_time_text
from kiosk.ui.navigator import Navigator
from kiosk.ui.terminal_words import ability_words, condition_words, extra_words, result_words, version_words

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
PAGE = "terminal_check"
TICK_MS = 1000
GOOD = frozenset({"approved", "answered", "taken", "reversed"})
OPEN = frozenset({"created", "sent", "unknown", "reversing", "review"})
tr = QCoreApplication.translate


@QmlElement
class TerminalCheckViewModel(QObject):
    """Asks when the page opens and when the technician says so; no money moves here."""

    changed = Signal()

    def __init__(
        self, till: TillCommands, navigator: Navigator, page: TerminalPage, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._till, self._navigator, self._page = till, navigator, page
        self._shown = till.snapshot
        self._open = False
        self._facts = page.facts()
        self._clock = technician_time_text(page.now())
        self._ticking = QTimer(self, interval=TICK_MS)
        self._ticking.timeout.connect(self._tick)
        page.changed = self._tell
        navigator.changed.connect(self._follow)

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        self._shown = snapshot
        self.changed.emit()

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        """Whether the settings name a terminal."""
        return self._facts.condition is not Condition.NONE

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        return self._facts.condition is Condition.ASKING

    @Property(str, notify=changed)
    def station(self) -> str:
        return self._shown.station

    @Property(str, notify=changed)
    def clock(self) -> str:
        return self._clock

    @Property(str, notify=changed)
    def tone(self) -> str:
        """good, warn, bad or wait."""
        return self._tone()

    @Property(str, notify=changed)
    def title(self) -> str:
        return condition_words(self._facts.condition)[0]

    @Property(str, notify=changed)
    def advice(self) -> str:
        """What to do about it."""
        return condition_words(self._facts.condition)[1]

    @Property(str, notify=changed)
    def message(self) -> str:
        """The driver's own words."""
        return self._facts.message

    @Property(str, notify=changed)
    def roundTrip(self) -> str:
        """Milliseconds, or a dash."""
        return "–" if self._facts.round_trip_ms is None else f"{self._facts.round_trip_ms:.0f}"

    @Property(bool, notify=changed)
    def slow(self) -> bool:
        return self._facts.condition is Condition.SLOW

    @Property(str, notify=changed)
    def askedAt(self) -> str:
        return technician_time_text(self._facts.asked_at) if self._facts.asked_at else "–"

    @Property(bool, notify=changed)
    def untried(self) -> bool:
        """Whether this driver was never tried with a real device."""
        return not self._facts.tried

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def versions(self) -> list[str]:
        """Lines of name, tab and text."""
        return [f"{version_words(name)}\t{text}" for name, text in self._facts.versions]

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def abilities(self) -> list[dict[str, object]]:
        """What it can and cannot do: `text` and `able`."""
        return self._abilities(self._facts)

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def results(self) -> list[dict[str, str]]:
        """How the last payments ended, the newest first."""
        return [self._result(result) for result in self._facts.results]

    @Property(bool, notify=changed)
    def trialOffered(self) -> bool:
        """Whether a real card can be charged and credited now."""
        health, answers = self._shown.health, self._facts.condition in (Condition.OK, Condition.SLOW)
        return answers and health.terminal == "ready" and health.closed_reason == "technician"

    @Property(bool, notify=changed)
    def settling(self) -> bool:
        """Whether an attempt of this terminal is settled still."""
        return self._shown.health.terminal == "settling"

    @Property(str, notify=changed)
    def trialAmount(self) -> str:
        return money_words(AMOUNT, self._shown.cart.currency, self._shown.language)

    @Slot()
    def tryIt(self) -> None:
        """Charge the smallest round amount to a card and give it back."""
        self._navigator.back()
        self._till.technician_try_terminal()
        self._page.read()

    @Slot()
    def ask(self) -> None:
        """Ask it once more; where the link is gone it is joined anew."""
        self._page.ask()

    def _tone(self) -> str:
        if self._facts.condition is Condition.OK:
            return "good"
        if self._facts.condition in (Condition.ASKING, Condition.NONE):
            return "wait"
        bad = (Condition.NO_ANSWER, Condition.KEY_EXPIRED, Condition.VERSION_OLD)
        return "bad" if self._facts.condition in bad else "warn"

    def _abilities(self, facts: TerminalFacts) -> list[dict[str, object]]:
        rows: list[dict[str, object]] = [{"text": ability_words(name), "able": able} for name, able in facts.abilities]
        months = ", ".join(str(month) for month in facts.months)
        if facts.abilities:
            text = tr("Terminal", "할부 %1개월").replace("%1", months) if months else tr("Terminal", "할부")
            rows.append({"text": text, "able": bool(months)})
        rows += [{"text": extra_words(name), "able": True} for name in facts.extras]
        return rows

    def _result(self, result: LastResult) -> dict[str, str]:
        codes = " · ".join(part for part in (result.service_id, result.approval, result.reason) if part)
        tone = "good" if result.state in GOOD else "warn" if result.state in OPEN else "off"
        return {
            "at": f"{result.at:%m-%d %H:%M:%S}",
            "words": result_words(result.state),
            "tone": tone,
            "amount": money_words(result.charged or result.amount, result.currency, self._shown.language),
            "codes": codes,
        }

    @Slot()
    def _follow(self) -> None:
        there = self._navigator.route.page == PAGE
        if there and not self._open:
            self._open = True
            self._ticking.start()
            self._tick()
            self._page.ask()
        elif not there and self._open:
            self._open = False
            self._ticking.stop()
            self._page.leave()

    @Slot()
    def _tick(self) -> None:
        """Let the clock go on, and the results follow what is being settled meanwhile."""
        self._clock = technician_time_text(self._page.now())
        self._page.read()
        self._tell()

    def _tell(self) -> None:
        self._facts = self._page.facts()
        self.changed.emit()
