"""What the till needs from outside, as small Protocols; bootstrap brings the real things."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeVar

from kiosk.checkout.benefit_worker import BenefitWorker
from kiosk.checkout.no_terminal import NoTerminal
from kiosk.checkout.worker_ports import CartTaker, PrinterWorker, TerminalWorker
from kiosk.domain.catalogue import CatalogueHead, CatalogueItem, Place, Shop, StaffMember, StockCount
from kiosk.domain.fulfilment import Fulfilment
from kiosk.domain.gs1.dictionary import SyntaxDictionary
from kiosk.domain.in_store_number import InStoreTemplate
from kiosk.domain.pricing_context import Used
from kiosk.domain.promotion import Promotion
from kiosk.domain.qr_profile import QrProfile
from kiosk.domain.recall import Recall
from kiosk.domain.refused_rule import RefusedRule
from kiosk.domain.restriction import Restriction
from kiosk.domain.sale import PaymentAttempt, Sale
from kiosk.domain.tender import TenderKind
from sync.wire.lane import LaneDocument, LaneReport

T = TypeVar("T")


class Clock(Protocol):
    """Time: `now` is aware local shop time, `monotonic` seconds that never jump."""

    def now(self) -> datetime: ...

    def monotonic(self) -> float: ...


class Identifiers(Protocol):
    """Names for new things."""

    def new_id(self) -> str:
        """An identifier nobody else has (a UUID of time order)."""
        ...

    def link_token(self) -> str:
        """A token of at least 128 random bits, safe in a URL."""
        ...


class Catalogue(Protocol):
    """The station's copy of what the shop sells; look-ups take microseconds and may run on the session's thread."""

    def head(self) -> CatalogueHead: ...

    def by_gtin(self, gtin: str) -> CatalogueItem | None:
        """The item with this 14-digit GTIN."""
        ...

    def by_sku(self, sku: str) -> CatalogueItem | None: ...

    def by_plu(self, plu: str) -> CatalogueItem | None: ...

    def promotions(self) -> tuple[Promotion, ...]: ...

    def restrictions(self) -> tuple[Restriction, ...]: ...

    def recalls(self) -> tuple[Recall, ...]: ...

    def refused_rules(self) -> tuple[RefusedRule, ...]:
        """Rules of the catalogue that are not followed, each with the reason."""
        ...

    def in_store_templates(self) -> tuple[InStoreTemplate, ...]: ...

    def without_barcode(self, query: str = "") -> Sequence[CatalogueItem]:
        """Produce and other items without a code, best sold first; `query` narrows by name, 초성 or PLU digits."""
        ...

    def bags(self) -> Sequence[CatalogueItem]: ...

    def search(self, query: str, limit: int = 50) -> Sequence[CatalogueItem]:
        """Items by name in any language, part-typed syllable, 초성 or digits; best sold first."""
        ...

    def categories(self) -> Sequence[tuple[str, int]]:
        """Categories with how many items each has, largest first."""
        ...

    def in_category(self, category: str, limit: int = 50) -> Sequence[CatalogueItem]: ...

    def stock(self, sku: str) -> Sequence[StockCount]:
        """The last counts by place, the own shop's already lowered by this station's later sales."""
        ...

    def shop(self, shop_id: str) -> Shop | None: ...

    def shops(self) -> Sequence[Shop]: ...

    def place(self, place_id: str) -> Place | None: ...

    def places(self) -> Sequence[Place]: ...

    def staff(self) -> Sequence[StaffMember]: ...


class UnitOfWork(Protocol):
    """One transaction on station.db: everything in it is committed together, durably, or not at all."""

    def append(self, kind: str, body: Mapping[str, object]) -> int:
        """Add an entry to the journal; answers its gapless sequence number."""
        ...

    def keep_cart(self, document: str | None, kept_at: datetime | None = None) -> None:
        """Store the open cart (JSON text) so that a crash does not lose it; None empties it."""
        ...

    def kept_cart(self) -> tuple[str, datetime | None] | None:
        """The open cart as `keep_cart` stored it last, or None when there is none."""
        ...

    def next_service_id(self) -> str:
        """A name for a request to the terminal that was never used before: 1 to 10 letters or digits."""
        ...

    def put_attempt(self, attempt: PaymentAttempt) -> None:
        """Insert or replace an attempt by its `attempt_id`."""
        ...

    def attempts_open(self) -> Sequence[PaymentAttempt]:
        """Attempts in one of `kiosk.domain.sale.OPEN_STATES`, oldest first."""
        ...

    def attempt(self, attempt_id: str) -> PaymentAttempt | None: ...

    def next_receipt_number(self) -> int:
        """The next number without a gap; taken only if this transaction commits."""
        ...

    def put_sale(self, sale: Sale, document: str) -> None:
        """Store the sale with its wire document: the JSON text of `sync.wire.sale.SaleDocument`, made by
        `kiosk.checkout.sale_document`."""
        ...

    def sale_of_attempt(self, attempt_id: str) -> str | None:
        """The sale that an approved attempt already belongs to."""
        ...

    def lower_stock(self, sku: str, quantity: int, at: datetime) -> None:
        """Note that this station sold pieces (a weighed unit counts as one)."""
        ...

    def coupon_sale(self, coupon: str, serial: str) -> str | None:
        """The sale that used this coupon up on this station, or None."""
        ...

    def use_coupon(self, coupon: str, serial: str, sale_id: str, at: datetime) -> bool:
        """Note that a sale used this coupon up; answers False when an earlier one did."""
        ...

    def note_uses(self, sale_id: str, member: str, day: date, uses: Mapping[str, int]) -> None:
        """Note how often a sale applied each promotion; `member` is "" for nobody, `day` the shop's."""
        ...

    def promotion_uses(self, member: str, day: date) -> Mapping[str, Used]:
        """How often this station applied each promotion: for the member in all sales, and on that day."""
        ...

    def put_print_state(self, sale_id: str, state: str) -> None:
        """Remember how far the paper receipt came: offered, printing, printed, failed."""
        ...

    def print_state(self, sale_id: str) -> str | None: ...

    def value(self, key: str) -> str | None:
        """A small durable value of the station (such as who is locked out)."""
        ...

    def put_value(self, key: str, value: str) -> None: ...


class Writer(Protocol):
    """The one writer thread of station.db.

    `submit` queues `work`; after its durable commit `done` runs on the session's thread with what
    `work` answered. When work or commit raise, nothing was stored and `failed` runs there.
    """

    def submit(
        self, work: Callable[[UnitOfWork], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None: ...


class Background(Protocol):
    """Slow pure work (PIN check values, search) off the session's thread; `done` comes back onto it."""

    def submit(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None: ...


class LinkSigner(Protocol):
    """Signs the short text a digital receipt carries, with the station's own key."""

    def sign(self, text: str) -> str: ...


class CentralLink(Protocol):
    """What the station knows of its connection to central."""

    def online(self) -> bool: ...

    def offline_since(self) -> datetime | None: ...

    def acknowledged(self) -> int:
        """The highest journal sequence that central has confirmed."""
        ...

    def wake(self) -> None:
        """There is something new to upload."""
        ...

    def tell_lane(self, report: LaneReport) -> None:
        """This checkout is so from now on."""
        ...

    def lanes(self) -> Sequence[LaneDocument]:
        """The other checkouts of the shop as they were last known."""
        ...


class StaffDesk(Protocol):
    """Who may sign in and what each role may do (`kiosk.attendant`)."""

    def try_pin(self, pin: str, done: Callable[[StaffMember | None, str, int, int], None]) -> None:
        """Check a PIN off the session's thread.

        `done` gets the person, or None with the problem (wrong_pin, locked), the tries left and the seconds
        until the next try.
        """
        ...

    def lock_text(self) -> str:
        """How many wrong PINs there were and until when none is taken, as text to be kept over a restart."""
        ...

    def restore_lock(self, text: str) -> None:
        """Take up a kept lock again."""
        ...

    def may(self, role: str, act: str) -> bool:
        """Whether `role` may do `act`."""
        ...

    def needed_role(self, act: str) -> str:
        """The least role that may do `act`."""
        ...

    def urgency(self, kind: str) -> int:
        """Which requests staff see first: the smaller, the sooner."""
        ...


class OrderRules(Protocol):
    """Whether an item can be received a certain way now (`kiosk.aisle.place_order`)."""

    def refusal(self, item: CatalogueItem, quantity: int, fulfilment: Fulfilment) -> str:
        """Why not, in one word (not_shipped, not_picked_up, no_stock, unknown_shop), or "" when it can."""
        ...


HELD_BY_HOSTS = frozenset({TenderKind.POINTS.value, TenderKind.VOUCHER.value})


def no_fail_point(name: str) -> None:
    """The fail point of a real till: nothing happens."""


def no_coupon(_signed: str, _signature: str) -> bool:
    """The rule of a till without central's key: no signed coupon is proven."""
    return False


def any_member(number: str) -> bool:
    """The rule of a shop that keeps no list of members: every well-formed member number is one."""
    return bool(number)


@dataclass(frozen=True, slots=True)
class TillPorts:
    """Everything one till's session needs from outside.

    `fail_point` is called with K0.before, K0.after ... K7.after at the steps of a payment; only fault tests
    give one that kills the process. `knows_member` says whether a member number is on the shop's list,
    `coupon_is_genuine(signed, signature)` whether central made a signed coupon.
    `dictionary` and `profiles` are what the shop knows of codes besides its in-store numbers. `lane` is this
    checkout's number in the shop, `carts` where carts of other checkouts are fetched. `hosts` answer for
    tenders that a foreign host holds, by their kind ("points"); all others are the terminal's. `benefits` is that host
    for coupons, and for what is to be burned or released.
    """

    clock: Clock
    identifiers: Identifiers
    catalogue: Catalogue
    writer: Writer
    background: Background
    terminal: TerminalWorker
    printer: PrinterWorker | None
    central: CentralLink
    signer: LinkSigner
    staff_desk: StaffDesk
    order_rules: OrderRules
    station: str
    shop: str
    receipt_base_url: str
    fail_point: Callable[[str], None] = no_fail_point
    knows_member: Callable[[str], bool] = any_member
    coupon_is_genuine: Callable[[str, str], bool] = no_coupon
    dictionary: SyntaxDictionary | None = None
    profiles: Sequence[QrProfile] = ()
    lane: str = ""
    carts: CartTaker | None = None
    hosts: Mapping[str, TerminalWorker] = field(default_factory=dict)
    benefits: BenefitWorker | None = None

    def payer(self, tender: str) -> TerminalWorker:
        """Who is asked about attempts at this tender ("card:blue")."""
        kind = tender.partition(":")[0]
        if kind in HELD_BY_HOSTS and kind not in self.hosts:
            # The card terminal never heard of it: "not found" there would be a guess.
            return NoTerminal(lambda act: self.background.submit(lambda: None, lambda _: act(), lambda _: None))
        return self.hosts.get(kind, self.terminal)
