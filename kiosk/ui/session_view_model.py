"""What every page shares: lane, clock, banners, time left, the kept cart, language and the utility bar."""

from datetime import datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.domain.catalogue import LocalText
from kiosk.ui.display_text import time_text

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
tr = QCoreApplication.translate


@QmlElement
class SessionViewModel(QObject):
    """The session as a whole."""

    changed = Signal()
    clockChanged = Signal()

    def __init__(self, till: TillCommands, shop: LocalText, lane: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._shown = till.snapshot
        self._shop = shop
        self._lane = lane
        self._now: datetime | None = None

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        self._shown = snapshot
        self.changed.emit()

    def tell_time(self, now: datetime) -> None:
        """Let the clock of the info bar go on."""
        if self._now is None or (now.hour, now.minute) != (self._now.hour, self._now.minute):
            self._now = now
            self.clockChanged.emit()

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._shown.stage.value

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._shown.language

    @Property(str, notify=changed)
    def shop(self) -> str:
        return self._shop.to(self._shown.language)

    @Property(str, notify=changed)
    def lane(self) -> str:
        return tr("Session", "셀프 계산대 %1").replace("%1", self._lane)

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        return self._clock()

    @Property(str, notify=changed)
    def startingStep(self) -> str:
        return self._shown.starting_step

    @Property(bool, notify=changed)
    def online(self) -> bool:
        return self._shown.health.online

    @Property(str, notify=changed)
    def offlineSince(self) -> str:
        return self._offline_since()

    @Property(int, notify=changed)
    def waitingUploads(self) -> int:
        return self._shown.health.waiting_uploads

    @Property(str, notify=changed)
    def terminal(self) -> str:
        return self._shown.health.terminal

    @Property(bool, notify=changed)
    def terminalReady(self) -> bool:
        return self._shown.health.terminal != "away"

    @Property(str, notify=changed)
    def printer(self) -> str:
        return self._shown.health.printer

    @Property(bool, notify=changed)
    def paperAway(self) -> bool:
        return self._shown.health.printer not in {"ok", "near_end"}

    @Property(bool, notify=changed)
    def scannerAway(self) -> bool:
        return self._scanner_away()

    @Property(bool, notify=changed)
    def scannerWarming(self) -> bool:
        return self._shown.health.scanner == "warming"

    @Property(bool, notify=changed)
    def scaleAway(self) -> bool:
        return self._shown.health.scale != "ok"

    @Property(str, notify=changed)
    def closedReason(self) -> str:
        return self._shown.health.closed_reason

    @Property(bool, notify=changed)
    def timingOut(self) -> bool:
        return self._shown.timeout is not None

    @Property(int, notify=changed)
    def timeoutSeconds(self) -> int:
        return self._shown.timeout.seconds_left if self._shown.timeout else 0

    @Property(int, notify=changed)
    def timeoutTotal(self) -> int:
        return self._shown.timeout.seconds_total if self._shown.timeout else 30

    @Property(bool, notify=changed)
    def resumable(self) -> bool:
        return self._shown.resume is not None

    @Property(str, notify=changed)
    def resumeWords(self) -> str:
        return self._resume_words()

    @Property(bool, notify=changed)
    def longTime(self) -> bool:
        return self._shown.long_time

    @Property(bool, notify=changed)
    def canStartOver(self) -> bool:
        return self._can_start_over()

    @Property(str, notify=changed)
    def station(self) -> str:
        return self._shown.station

    @Slot()
    def begin(self) -> None:
        """Start with an empty cart."""
        self._till.begin()

    @Slot()
    def startOver(self) -> None:
        """Back to the idle page; the cart is kept for a while."""
        self._till.start_over()

    @Slot()
    def resume(self) -> None:
        """It is my cart."""
        self._till.resume()

    @Slot()
    def touch(self) -> None:
        """Somebody is here."""
        self._till.touch()

    @Slot(bool)
    def setLongTime(self, on: bool) -> None:
        """Three times the time everywhere."""
        self._till.set_long_time(on)

    def _clock(self) -> str:
        return time_text(self._now, self._shown.language) if self._now else ""

    def _offline_since(self) -> str:
        since = self._shown.health.offline_since
        return time_text(since, self._shown.language) if since else ""

    def _scanner_away(self) -> bool:
        health = self._shown.health
        return health.scanner in {"away", "none"} and health.camera in {"away", "none"}

    def _can_start_over(self) -> bool:
        return self._shown.stage.value in {"shopping", "weighing", "age_check", "choosing_tender", "not_paid"}

    def _resume_words(self) -> str:
        resume = self._shown.resume
        if resume is None:
            return ""
        pieces = resume.pieces
        words = tr("Session", "%1에 담던 장바구니가 있어요 · 상품 %n개", "", pieces)
        return words.replace("%1", time_text(resume.started_at, self._shown.language))
