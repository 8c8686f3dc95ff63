"""A whole lane on fakes: a session with its shop, run step by step on one thread, killed and started again."""

import random
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hardware.ports.receipt_printer import PaperState, PrinterStatus, PrintPart
from hardware.ports.scale import ScaleState
from kiosk.aisle.item_rules import ItemRules
from kiosk.aisle.place_order import PlaceOrder
from kiosk.attendant.sign_in import StaffDesk
from kiosk.bootstrap.code_dictionary import code_dictionary
from kiosk.checkout.named_cards import BY_TERMINAL
from kiosk.checkout.ports import TillPorts
from kiosk.checkout.session import Session
from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.worker_ports import NoSuchCart
from kiosk.domain.catalogue import (
    CatalogueHead,
    CatalogueItem,
    LocalText,
    Place,
    Shop,
    SoldBy,
    StaffMember,
    StockCount,
)
from kiosk.domain.checkout_state import Stage
from kiosk.domain.in_store_number import InStoreTemplate, TemplateKind
from kiosk.domain.promotion import Promotion
from kiosk.domain.qr_profile import ProfileKind, QrProfile
from kiosk.domain.recall import Recall
from kiosk.domain.refused_rule import RefusedRule
from kiosk.domain.restriction import Restriction
from kiosk.domain.sale import OPEN_STATES, AttemptState
from sync.wire.lane import LaneDocument, LaneReport, ParkedCartDocument
from tests import builders
from tests.fakes.payment_terminal import FakeTerminal
from tests.fakes.till_store import FakeStore, FakeWriter

MILK = builders.item(1, "서울우유 1L", 2800)
COLA = builders.item(2, "콜라 500mL", 2000, category="drink")
BREAD = builders.item(3, "식빵", 3300, member_price=3000)
BEER = builders.item(4, "한강 라거", 3000, age_limit=19)
RECALLED = builders.item(5, "회수 과자", 1500, blocked="recall")
APPLE = builders.produce(11, "사과", 9900)
BAG = builders.item(20, "봉투 10L", 300, flags=frozenset({"bag"}))
CHAIR = builders.item(30, "캠핑 의자", 39000, in_store=False, shipping=True, pickup=True)
GIFT = builders.item(31, "사은품", 0)
GIMBAP = builders.item(40, "참치마요 삼각김밥", 1400, flags=frozenset({"dated_code"}))
PORK = builders.item(41, "삼겹살", 24000, sold_by=SoldBy.KG)
ITEMS = (MILK, COLA, BREAD, BEER, RECALLED, APPLE, BAG, CHAIR, GIFT, GIMBAP, PORK)
STAFF = (
    builders.staff("A1", "attendant", "111111"),
    builders.staff("S1", "supervisor", "222222"),
    builders.staff("T1", "technician", "333333"),
)
DICTIONARY = code_dictionary()
PROFILES = (
    QrProfile("licence", ProfileKind.LICENCE, r"LIC:[A-Z0-9]+"),
    QrProfile("coupon", ProfileKind.COUPON, r"COUPON:(?P<number>\d+)"),
    QrProfile("telco", ProfileKind.PARTNER, r"TELCO:(?P<number>\d+)"),
    QrProfile("park", ProfileKind.PARK, r"PARK:(?P<number>\d+)"),
)
MEMBER_CODE = builders.with_check_digit("290000012345")


class FakeClock:
    """Time that moves only when told; the wall may be wrong while seconds go on."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.wall_offset = timedelta()

    def now(self) -> datetime:
        return builders.MORNING + timedelta(seconds=self.seconds - 1000.0) + self.wall_offset

    def monotonic(self) -> float:
        return self.seconds


class FakeNames:
    """Identifiers in their order."""

    def __init__(self) -> None:
        self.count = 0

    def new_id(self) -> str:
        self.count += 1
        return f"id-{self.count:08d}"

    def link_token(self) -> str:
        self.count += 1
        return f"token{self.count:022d}"


@dataclass
class FakeCatalogue:
    """A small shop's catalogue in memory."""

    items: dict[str, CatalogueItem] = field(default_factory=lambda: {x.sku: x for x in ITEMS})
    version: int = 7
    offers: tuple[Promotion, ...] = (builders.one_plus_one(COLA.sku),)
    rules: tuple[Restriction, ...] = ()
    recalled: tuple[Recall, ...] = ()
    refused: tuple[RefusedRule, ...] = ()
    counts: dict[str, tuple[StockCount, ...]] = field(
        default_factory=lambda: {
            CHAIR.sku: (
                builders.stock("here", 0),
                builders.stock("near", 4),
                builders.stock("far", 1),
                builders.stock("warehouse", 20),
            )
        }
    )

    def head(self) -> CatalogueHead:
        return CatalogueHead(
            self.version, "here", "KRW", builders.MORNING, {"standard": "10", "exempt": "0", "zero": "0"}
        )

    def by_gtin(self, gtin: str) -> CatalogueItem | None:
        return next((x for x in self.items.values() if x.gtin and x.gtin == gtin), None)

    def by_sku(self, sku: str) -> CatalogueItem | None:
        return self.items.get(sku)

    def by_plu(self, plu: str) -> CatalogueItem | None:
        return next((x for x in self.items.values() if x.plu and x.plu == plu), None)

    def promotions(self) -> tuple[Promotion, ...]:
        return self.offers

    def restrictions(self) -> tuple[Restriction, ...]:
        return self.rules

    def recalls(self) -> tuple[Recall, ...]:
        return self.recalled

    def refused_rules(self) -> tuple[RefusedRule, ...]:
        return self.refused

    def in_store_templates(self) -> tuple[InStoreTemplate, ...]:
        return (
            InStoreTemplate("27", TemplateKind.PRICE),
            InStoreTemplate("28", TemplateKind.WEIGHT),
            InStoreTemplate("29", TemplateKind.MEMBER, 10, 0),
            InStoreTemplate("22", TemplateKind.COUPON, 10, 0),
            InStoreTemplate("23", TemplateKind.VOUCHER, 10, 0),
            InStoreTemplate("24", TemplateKind.RECEIPT, 2, 8),
            InStoreTemplate("25", TemplateKind.PARK, 10, 0),
        )

    def without_barcode(self, query: str = "") -> Sequence[CatalogueItem]:
        return [x for x in self.items.values() if x.plu and query in x.name.ko]

    def bags(self) -> Sequence[CatalogueItem]:
        return [x for x in self.items.values() if "bag" in x.flags]

    def search(self, query: str, limit: int = 50) -> Sequence[CatalogueItem]:
        return [x for x in self.items.values() if query in x.name.ko][:limit]

    def categories(self) -> Sequence[tuple[str, int]]:
        return (("drink", 1),)

    def in_category(self, category: str, limit: int = 50) -> Sequence[CatalogueItem]:
        return [x for x in self.items.values() if x.category == category][:limit]

    def stock(self, sku: str) -> Sequence[StockCount]:
        return self.counts.get(sku, ())

    def shop(self, shop_id: str) -> Shop | None:
        return next((x for x in self.shops() if x.shop_id == shop_id), None)

    def shops(self) -> Sequence[Shop]:
        return (
            builders.shop("here"),
            builders.shop("near", distance_minutes=8),
            builders.shop("far", distance_minutes=25),
            builders.shop("warehouse", is_warehouse=True),
        )

    def place(self, place_id: str) -> Place | None:
        return Place(place_id, LocalText("음료"), 0, 0, 1, 1) if place_id == "A1" else None

    def places(self) -> Sequence[Place]:
        return ()

    def staff(self) -> Sequence[StaffMember]:
        return STAFF


class FakeCentral:
    """The link to central, there or away."""

    def __init__(self) -> None:
        self.up = True
        self.confirmed = 0
        self.woken = 0
        self.report: LaneReport | None = None
        self.others: tuple[LaneDocument, ...] = ()

    def online(self) -> bool:
        return self.up

    def offline_since(self) -> datetime | None:
        return None if self.up else builders.MORNING

    def acknowledged(self) -> int:
        return self.confirmed

    def tell_lane(self, report: LaneReport) -> None:
        self.report = report

    def lanes(self) -> tuple[LaneDocument, ...]:
        return self.others

    def wake(self) -> None:
        self.woken += 1


class FakePrinter:
    """Implements `PrinterWorker`: papers come out in `papers`, unless a fault is set."""

    def __init__(self, post: Callable[[Callable[[], None]], None]) -> None:
        self._post = post
        self.papers: list[tuple[PrintPart, ...]] = []
        self.fault: Exception | None = None
        self.slow = False
        self.held: list[Callable[[], None]] = []

    def print(
        self, parts: tuple[PrintPart, ...], done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        fault = self.fault
        if fault is not None:
            self._post(lambda: failed(fault))
            return
        self.papers.append(parts)
        if self.slow:
            self.held.append(done)
        else:
            self._post(done)

    def status(self, done: Callable[[PrinterStatus | None], None]) -> None:
        status = None if self.fault else PrinterStatus(True, PaperState.OK, False)
        self._post(lambda: done(status))


class FakeBackground:
    """Runs slow work when the lane runs."""

    def __init__(self, post: Callable[[Callable[[], None]], None]) -> None:
        self._post = post

    def submit(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        try:
            found = work()
        except Exception as fault:
            problem = fault
            self._post(lambda: failed(problem))
            return
        self._post(lambda: done(found))


class FakeSigner:
    """Signs in a way that tests can check."""

    def sign(self, text: str) -> str:
        return f"sig-{len(text)}"


class Killed(BaseException):
    """The process was killed at a fail point: nothing after it happened."""


class FakeCarts:
    """Carts that wait at central."""

    def __init__(self) -> None:
        self.waiting: dict[str, ParkedCartDocument | Exception] = {}

    def take(self, number: str) -> ParkedCartDocument:
        found = self.waiting.get(number, NoSuchCart(taken=False))
        if isinstance(found, Exception):
            raise found
        return found


class Lane:
    """One lane. `kill_at` names the fail point where the process dies; `restart` starts it again on the same store."""

    def __init__(self, *, seed: int | None = None, settings: SessionSettings | None = None) -> None:
        self.random = random.Random(seed) if seed is not None else None
        self.settings = settings or SessionSettings()
        self.clock, self.names, self.catalogue = FakeClock(), FakeNames(), FakeCatalogue()
        self.store, self.terminal, self.central = FakeStore(), FakeTerminal(), FakeCentral()
        self.carts = FakeCarts()
        self.terminal.before_authorise = self._check_before_first_byte
        self.kill_at = ""
        self.points: list[str] = []
        self.snapshots: list[Snapshot] = []
        self._build()

    def _build(self) -> None:
        self.queue: deque[Callable[[], None]] = deque()
        queue = self.queue
        self.writer = self._make_writer(queue.append)
        self.printer = FakePrinter(queue.append)
        self.terminal.connect(queue.append)
        background = FakeBackground(queue.append)
        desk = StaffDesk(self.catalogue, background, self.clock, lambda pin, person: person.check == f"check-of-{pin}")
        ports = TillPorts(
            clock=self.clock,
            identifiers=self.names,
            catalogue=self.catalogue,
            writer=self.writer,
            background=background,
            terminal=self.terminal,
            printer=self.printer,
            central=self.central,
            signer=FakeSigner(),
            staff_desk=desk,
            order_rules=PlaceOrder(self.catalogue, self.clock, "here", ItemRules(self.catalogue, self.clock, "here")),
            station="K03",
            lane="3",
            carts=self.carts,
            shop="here",
            receipt_base_url="https://r.example/",
            dictionary=DICTIONARY,
            profiles=PROFILES,
            fail_point=self._fail_point,
            coupon_is_genuine=lambda _signed, signature: signature.startswith("G"),
        )
        self.session = Session(self._joined(ports), self.settings)
        self.session.subscribe(self.snapshots.append)

    def _joined(self, ports: TillPorts) -> TillPorts:
        """The ports with what a lane of another kind has besides."""
        return ports

    def _others_ready(self) -> list[Callable[[], None]]:
        """What is under way besides, in a lane of another kind."""
        return []

    def _make_writer(self, post: Callable[[Callable[[], None]], None]) -> FakeWriter:
        return FakeWriter(self.store, post)

    def _fail_point(self, name: str) -> None:
        self.points.append(name)
        if name == self.kill_at:
            raise Killed(name)

    def _check_before_first_byte(self, request: Any) -> None:
        attempts = self.store.shelf.attempts.values()
        mine = [x for x in attempts if x.service_id == request.service_id]
        assert len(mine) == 1, "K1: the attempt is durable before the first byte"
        assert self.store.bodies("attempt.sent")[-1]["service_id"] == request.service_id
        assert mine[0].amount == request.amount
        cards = [x for x in attempts if x.tender.partition(":")[0] in BY_TERMINAL]
        open_ones = [x.service_id for x in cards if x.state in OPEN_STATES - {AttemptState.TAKEN}]
        assert open_ones == [request.service_id], "I-9: no new attempt while one is open"

    # running

    def run(self, most: int = 100_000) -> None:
        """Let everything that is under way happen, in a random order when the lane has a seed."""
        for _ in range(most):
            if not self.step():
                return
        raise AssertionError("the lane never comes to rest")

    def step(self) -> bool:
        """One thing happens; False when nothing is under way."""
        ready: list[Callable[[], None]] = []
        if self.queue:
            ready.append(self._answer)
        if self.writer.waiting:
            ready.append(self.writer.step)
        if self.terminal.calls:
            ready.append(self.terminal.step)
        ready.extend(self._others_ready())
        if not ready:
            return False
        (self.random.choice(ready) if self.random else ready[0])()
        return True

    def _answer(self) -> None:
        self.queue.popleft()()

    def restart(self) -> None:
        """The process is started again: only what was committed is left, and the terminal's own memory."""
        self.kill_at = ""
        self.terminal.plans.clear()
        self._build()
        self.boot()

    def boot(self) -> "Lane":
        """Start as bootstrap does."""
        for name, category in (("hand", "scanner"), ("scale", "scale"), ("cam", "camera")):
            self.session.device_changed(name, category, True)
        self.session.ready()
        self.run()
        self.pass_time(2)
        return self

    def pass_time(self, seconds: float, step: float = 1.0) -> None:
        """Seconds go by, with a tick in each."""
        end = self.clock.seconds + seconds
        while self.clock.seconds < end - 1e-9:
            self.clock.seconds = min(end, self.clock.seconds + step)
            self.session.tick()
            self.run()

    # a shopper's hands

    @property
    def seen(self) -> Snapshot:
        return self.session.snapshot

    def stage(self) -> Stage:
        return self.session.snapshot.stage

    def show(self, item: CatalogueItem, *, showing: int = 0, device: str = "", after: float = 1, **more: str) -> None:
        """Hold a pack's 2D code before the camera (`showing`) or the hand scanner: `ai17="261130"`, `ai21="7"`."""
        self.clock.seconds += after
        device = device or ("cam" if showing else "hand")
        text = builders.elements(item.gtin, **more)
        self.session.scan(builders.read(text, self.clock.seconds, "Data Matrix", device, gs1=True, showing=showing))
        self.run()

    def show_ean(self, item: CatalogueItem, *, showing: int = 0, device: str = "", after: float = 1) -> None:
        """Hold a pack's EAN before the camera (`showing`) or the hand scanner."""
        self.clock.seconds += after
        device = device or ("cam" if showing else "hand")
        self.session.scan(builders.read(item.gtin[-13:], self.clock.seconds, device=device, showing=showing))
        self.run()

    def scan(self, code: str | CatalogueItem, device: str = "hand", symbology: str = "EAN-13") -> None:
        """Hold something under the scanner, a second after the last thing."""
        self.clock.seconds += 1
        text = code if isinstance(code, str) else code.gtin[-13:]
        self.session.scan(builders.read(text, self.clock.seconds, symbology, device))
        self.run()

    def weigh(self, grams: int, state: ScaleState = ScaleState.STABLE) -> None:
        self.session.weight(builders.weight(grams, state, self.clock.seconds))
        self.run()

    def do(self, command: str, *arguments: object) -> None:
        """Give a command and let everything that follows from it happen."""
        getattr(self.session, command)(*arguments)
        self.run()

    def pay_by_card(self, plan: str = "approve") -> None:
        self.terminal.plans.append(plan)
        self.do("pay")
        self.do("choose_tender", "card")

    def sign_in(self, pin: str = "222222") -> None:
        self.do("staff_sign_in", pin)

    # the checks of the books

    def check_books(self, *, settled: bool = True) -> None:
        """I-1, I-2, I-5 and I-9 over the terminal's ledger and the store."""
        shelf = self.store.shelf
        numbers = sorted(sale.receipt_number for sale, _ in shelf.sales.values())
        assert numbers == list(range(1, len(numbers) + 1)), "I-5"
        by_service = {x.service_id: x for x in shelf.attempts.values() if x.service_id}
        vouchers: set[str] = set()
        paid: dict[str, int] = {}
        for sale, _ in shelf.sales.values():
            assert sum(x.amount for x in sale.tenders) == sale.cart.total, "I-2"
            for tender in sale.tenders:
                attempt = shelf.attempts[tender.attempt_id]
                assert (attempt.state.value, attempt.charged) == ("approved", tender.amount), "I-1"
                if tender.kind == "voucher":
                    assert attempt.handle not in vouchers, "I-1: a voucher paid twice"
                    assert shelf.values[f"voucher:{attempt.handle}"] == attempt.attempt_id
                    vouchers.add(attempt.handle)
                    continue
                assert attempt.service_id not in paid, "I-1: one sale an approval"
                paid[attempt.service_id] = tender.amount
        held = {part.attempt_id for part in self.session._floor.visit.taken}
        kept = self.terminal.kept
        assert not set(paid) - set(kept), f"I-1: sales without money: {set(paid) - set(kept)}"
        for service_id, charged in kept.items():
            if service_id in paid:
                assert paid[service_id] == charged, "I-2"
            else:
                state = by_service[service_id].state.value
                unsettled = {"sent", "unknown", "answered", "taken", "reversing", "review"}
                waits = by_service[service_id].attempt_id in held
                assert state in ({"review", *(["taken"] if waits else [])} if settled else unsettled), (
                    f"I-1: money without a sale ({state})"
                )
        if settled:
            still = [
                x.state.value for x in shelf.attempts.values() if x.state in OPEN_STATES and x.attempt_id not in held
            ]
            assert not still, f"attempts without an end: {still}"
