"""The technician's first page: every device there is, as measured."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.technician.device_checks import DeviceChecks
from kiosk.technician.device_overview import AWAY, CHECK, OK, DeviceCard
from kiosk.ui.display_text import technician_time_text
from kiosk.ui.navigator import Navigator
from kiosk.ui.page_route import TECHNICIAN
from kiosk.ui.row_list_model import RowListModel

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
REFRESH_MS = 500
SAMPLES = 60
LEAST_SCALE = 5.0  # signals per second that fill a trace when there are fewer
tr = QCoreApplication.translate
_ICONS = {
    "scanner": "barcode",
    "camera": "camera",
    "scale": "scales",
    "printer": "printer",
    "terminal": "credit-card",
    "benefits": "ticket",
}


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A card of the page; `samples` are signals per second, the latest last."""

    key: str
    category: str
    title: str
    address: str
    icon: str
    health: str
    healthText: str
    measure: str
    samples: list[float]
    most: float


@QmlElement
class DevicesViewModel(QObject):
    """Cards of the devices; reads them anew twice a second while the page is open."""

    changed = Signal()

    def __init__(
        self,
        till: TillCommands,
        navigator: Navigator,
        cards: Callable[[], Sequence[DeviceCard]],
        checks: DeviceChecks,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._till, self._navigator = till, navigator
        self._cards, self._checks, self._now = cards, checks, now
        self._shown = till.snapshot
        self._rows = RowListModel(DeviceRow, self)
        self._counts = {OK: 0, CHECK: 0, AWAY: 0}
        self._clock = ""
        self._page = navigator.route.page
        self._seen: dict[str, int] = {}
        self._traces: dict[str, deque[float]] = {}
        self._traced_at = 0
        self._reading = QTimer(self, interval=REFRESH_MS)
        self._reading.timeout.connect(self.refresh)
        navigator.changed.connect(self._follow)

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        before, self._shown = self._shown, snapshot
        if snapshot.language != before.language:
            self.refresh()

    @Property(RowListModel, constant=True)
    def devices(self) -> RowListModel:
        return self._rows

    @Property(int, notify=changed)
    def fine(self) -> int:
        return self._counts[OK]

    @Property(int, notify=changed)
    def toCheck(self) -> int:
        return self._counts[CHECK]

    @Property(int, notify=changed)
    def away(self) -> int:
        return self._counts[AWAY]

    @Property(str, notify=changed)
    def clock(self) -> str:
        return self._clock

    @Property(str, notify=changed)
    def station(self) -> str:
        return self._shown.station

    @Slot()
    def refresh(self) -> None:
        """Read the devices anew, as after a change of one of them."""
        self._checks.tick()
        self._clock = technician_time_text(self._now())
        cards = list(self._cards())
        self._trace(cards)
        self._counts = {state: sum(card.state == state for card in cards) for state in (OK, CHECK, AWAY)}
        alone = [card.category for card in cards]
        self._rows.show([self._row(card, alone.count(card.category) == 1) for card in cards])
        self.changed.emit()

    @Slot(str)
    def test(self, name: str) -> None:
        """Test one device."""
        self._checks.start(name)
        self.refresh()

    @Slot()
    def testAll(self) -> None:
        """Test every device."""
        for card in self._cards():
            self._checks.start(card.name)
        self.refresh()

    @Slot()
    def leave(self) -> None:
        """Shoppers may come again, and the technician is signed out."""
        self._till.technician_leave()
        self._till.staff_sign_out()
        while self._navigator.route.page in TECHNICIAN:
            self._navigator.back()

    @Slot(str)
    def look(self, category: str) -> None:
        """Open the page of a device that has one."""
        self._navigator.open({"terminal": "terminal_check"}.get(category, category))

    @Slot()
    def _follow(self) -> None:
        page, before = self._navigator.route.page, self._page
        self._page = page
        if page == before:
            return
        if page in TECHNICIAN and before not in TECHNICIAN:
            self._till.technician_enter()
        if page == "devices":
            self._reading.start()
            self.refresh()
        elif before == "devices":
            self._reading.stop()
        if page not in TECHNICIAN:
            self._checks.forget()

    def _trace(self, cards: Sequence[DeviceCard]) -> None:
        second = int(self._now().timestamp())
        passed = min(SAMPLES, second - self._traced_at) if self._traced_at else 1
        if passed < 1:
            return
        self._traced_at = second
        for card in cards:
            trace = self._traces.setdefault(card.name, deque(maxlen=SAMPLES))
            new = card.events - self._seen.get(card.name, card.events)
            self._seen[card.name] = card.events
            trace.extend([new / passed] * passed)

    def _row(self, card: DeviceCard, alone: bool) -> DeviceRow:
        title = category_words(card.category)
        samples = list(self._traces.get(card.name, ()))
        health, words = self._health(card)
        return DeviceRow(
            key=card.name,
            category=card.category,
            title=title if alone else f"{title} · {card.name}",
            address=" · ".join(part for part in (card.driver, card.address) if part),
            icon=_ICONS.get(card.category, "plug"),
            health=health,
            healthText=words,
            measure=self._measure(card),
            samples=samples if any(samples) else [],
            most=max([LEAST_SCALE, *samples]),
        )

    def _health(self, card: DeviceCard) -> tuple[str, str]:
        if self._checks.running(card.name):
            return "testing", tr("Devices", "시험 중")
        return {
            OK: ("ok", tr("Devices", "정상")),
            CHECK: ("warn", tr("Devices", "확인")),
            AWAY: ("bad", tr("Devices", "끊김")),
        }[card.state]

    def _measure(self, card: DeviceCard) -> str:
        if self._checks.running(card.name):
            return self._asked(card)
        result = self._checks.result(card.name)
        if card.state == AWAY:
            minutes = int((self._now() - card.since).total_seconds() // 60)
            silent = tr("Devices", "%n분째 신호 없음", "", minutes) if minutes else tr("Devices", "방금 끊겼어요")
            return " · ".join(part for part in (silent, card.reason) if part)
        if result is not None:
            return self._ended(result.problem)
        if card.state == CHECK and card.reason:
            return card.reason
        figures = [figure_words(name, value) for name, value in card.figures]
        if card.events:
            figures.append(tr("Devices", "신호 %n번", "", card.events))
        if card.last_event_at is not None:
            figures.append(technician_time_text(card.last_event_at))
        return " · ".join(figures) or tr("Devices", "연결됐어요")

    @staticmethod
    def _asked(card: DeviceCard) -> str:
        return {
            "scanner": tr("Devices", "아무 바코드나 비춰 주세요"),
            "camera": tr("Devices", "아무 바코드나 카메라에 비춰 주세요"),
            "scale": tr("Devices", "저울에 아무것이나 올려 주세요"),
        }.get(card.category, tr("Devices", "대답을 기다려요"))

    @staticmethod
    def _ended(problem: str) -> str:
        if not problem:
            return tr("Devices", "시험에 통과했어요")
        known = {
            "silent": tr("Devices", "10초 안에 신호가 없었어요"),
            "away": tr("Devices", "연결되지 않아 시험하지 못했어요"),
        }
        return known.get(problem, problem)


def category_words(category: str) -> str:
    """What a device is for."""
    return {
        "scanner": tr("Devices", "바코드 스캐너"),
        "camera": tr("Devices", "카메라"),
        "scale": tr("Devices", "저울"),
        "printer": tr("Devices", "영수증 프린터"),
        "terminal": tr("Devices", "결제 단말기"),
        "benefits": tr("Devices", "포인트 · 쿠폰 서버"),
    }.get(category, category)


def figure_words(name: str, value: str) -> str:
    """A measured value in words; one that is not known is shown as the device calls it."""
    if name == "paper":
        return {
            "ok": tr("Devices", "용지 있음"),
            "near_end": tr("Devices", "용지가 곧 떨어져요"),
            "out": tr("Devices", "용지 없음"),
        }.get(value, value)
    sentence = {
        "frames_per_second": tr("Devices", "1초에 %1장"),
        "decode_ms": tr("Devices", "해독 %1ms"),
        "round_trip_ms": tr("Devices", "왕복 %1ms"),
        "grams": tr("Devices", "무게 %1g"),
    }.get(name)
    return sentence.replace("%1", value) if sentence else f"{name} {value}"
