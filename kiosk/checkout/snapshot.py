"""What the screens show: immutable snapshots of the session, made after every change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.checkout.cash_receipt_view import CashReceiptView
from kiosk.checkout.notice import Notice
from kiosk.checkout.points_view import PointsView
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.checkout_state import Stage
from kiosk.domain.fulfilment import Fulfilment
from kiosk.domain.lot import UNNAMED, Lot
from kiosk.domain.priced_cart import Fee, Nudge, PricedCart, PricedLine
from kiosk.domain.promotion import Promotion
from kiosk.domain.sale import Tender
from kiosk.domain.sale_check import Finding


@dataclass(frozen=True, slots=True)
class BenefitView:
    """A coupon or a partner's card in the cart: what it takes off now, or what it waits for.

    `wanted` is the one item that it is about, `missing` the sum that is still to be spent. `held`: a foreign host
    has it reserved until the sale is paid.
    """

    kind: str  # coupon, partner
    key: str
    name: LocalText | None
    amount: int
    wanted: CatalogueItem | None = None
    missing: int = 0
    held: bool = False


@dataclass(frozen=True, slots=True)
class LineRules:
    """The promotions of a row: those that it uses, those within its reach, those that ended just before the visit."""

    used: tuple[Promotion, ...] = ()
    open: tuple[Promotion, ...] = ()
    ended: tuple[Promotion, ...] = ()


@dataclass(frozen=True, slots=True)
class NowItem:
    """The item that was just added: stays in the now card until `until` (monotonic seconds)."""

    line: PricedLine
    until: float
    number: int


@dataclass(frozen=True, slots=True)
class WeighView:
    """The weighing page: live grams and the price they would make."""

    item: CatalogueItem
    state: str  # empty, moving, stable, over, under, fault, gone; taken: the goods before still lie there
    grams: int
    price: int
    line_id: str = ""  # the row that is weighed again
    lot: Lot = UNNAMED
    serials: tuple[str, ...] = ()


class CallStep(StrEnum):
    """What is known of a call for staff, and no more."""

    CALLED = "called"
    TAKEN = "taken"
    LATE = "late"
    NO_STAFF = "no_staff"


@dataclass(frozen=True, slots=True)
class CallView:
    """A call for staff: `reason` is help, age, unknown_item, scale, payment, price, blocked_item."""

    call_id: str
    reason: str
    step: CallStep
    since: float  # monotonic seconds
    elapsed: int  # whole seconds
    item: CatalogueItem | None = None
    taken_by: str = ""


@dataclass(frozen=True, slots=True)
class PaymentView:
    """Where the payment stands: step is waiting_for_card, card_inserted, card_unreadable, pin_entry, code_shown,
    authorising, please_wait, remove_card, cancelling, checking (outcome unknown), declined, aborted, unreadable (no
    card could be read), unavailable, review, part_taken, giving_back, other_card (not the one that the price was
    for; it was given back). `words` are the terminal's own, `months` the instalments asked for. `reason` is reversed or
    signature (both: all was given back, the latter since nobody could sign), released (by staff), not_saved, or the
    terminal's word."""

    step: str
    amount: int
    reference: str
    seconds_left: int | None = None
    seconds_total: int = 60
    reason: str = ""
    card_left_in: bool = False
    words: str = ""
    months: int = 0
    tender: str = "card"


@dataclass(frozen=True, slots=True)
class CardOffer:
    """A named card that makes the sale cheaper: what it saves and the total with it."""

    tender: str
    name: LocalText
    saves: int
    total: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class TakenView:
    """A tender that paid a part of the sale while the rest is to pay; `number` is masked."""

    tender: str
    amount: int
    brand: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class OrderLineView:
    """One ordered line on the done page."""

    name: LocalText
    quantity: int
    fulfilment: Fulfilment


@dataclass(frozen=True, slots=True)
class DoneView:
    """A sale that is complete: `print_state` is offered, printing, printed, out_of_paper, failed, none;
    `page` is late (central has not got it yet) or ready."""

    sale_id: str
    receipt_number: int
    total: int
    pieces: int
    approval_code: str
    brand: str
    masked_card: str
    link: str
    print_state: str
    page: str
    orders: tuple[OrderLineView, ...] = ()
    kept_orders: tuple[OrderLineView, ...] = ()
    order_number: str = ""
    seconds_left: int = 20
    card_left_in: bool = False
    tenders: tuple[Tender, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeoutView:
    """Still shopping? — seconds until the session ends."""

    seconds_left: int
    seconds_total: int


@dataclass(frozen=True, slots=True)
class ResumeView:
    """A cart that waits for its shopper: only time and count are shown."""

    started_at: datetime
    pieces: int


@dataclass(frozen=True, slots=True)
class HealthView:
    """What works right now."""

    online: bool
    offline_since: datetime | None
    terminal: str  # ready, away, settling
    printer: str  # ok, near_end, out, cover, away, none
    scanner: str  # ok, away, warming, none
    scale: str  # ok, away, fault, none
    camera: str  # ok, away, none
    waiting_uploads: int
    closed_reason: str = ""  # staff, hardware, technician or ""
    recalls_as_of: datetime | None = None  # since when the list of recalls may be old; None while it is the newest
    refused_rules: tuple[str, ...] = ()  # promotions, restrictions and recalls of the catalogue that are not followed
    terminal_reason: str = ""  # why it is away: a value of `TerminalHealth`, or ""


@dataclass(frozen=True, slots=True)
class LaneView:
    """Another checkout of the shop that is known to take cards: `lane` its number, `staffed` whether by a person."""

    lane: str
    staffed: bool
    place: str = ""  # of the shop's map, to show the way
    seen_at: datetime | None = None  # when it was last known to work; None for a staffed checkout of the map


@dataclass(frozen=True, slots=True)
class ParkedView:
    """A cart that was sent to a staffed checkout: the number to say there, and how long it waits."""

    number: str
    pieces: int
    total: int
    until: datetime
    shared: bool = False  # central has it: every checkout of the shop can take it up


@dataclass(frozen=True, slots=True)
class StaffRequest:
    """Something an attendant decides.

    Kind is age, unknown_payment, help, unknown_item, scale, price, label, blocked_item, pack_check, expired,
    past_best, list_old, or benefit (a foreign host refuses to use up or give back what it held). `finding` is what
    the sale check said.
    """

    request_id: str
    kind: str
    since: float
    item: CatalogueItem | None = None
    born_before: str = ""  # age: the latest ISO date of birth that is old enough
    amount: int = 0
    reference: str = ""
    evidence: tuple[tuple[str, str], ...] = ()
    taken_by: str = ""
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class StaffView:
    """Who is signed in and what waits; `problem` is wrong_pin, locked, not_allowed, not_saved,
    price_not_lower, price_too_low, no_such_cart, cart_taken or ""."""

    signed_in: bool
    person: str = ""
    role: str = ""
    requests: tuple[StaffRequest, ...] = ()
    problem: str = ""
    tries_left: int = 0
    locked_seconds: int = 0
    checking: bool = False
    needed_role: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything a screen may show, at one moment."""

    number: int
    stage: Stage
    cart: PricedCart
    pieces: int
    member: str
    health: HealthView
    now_item: NowItem | None = None
    notice: Notice | None = None
    nudge: Nudge | None = None
    weigh: WeighView | None = None
    call: CallView | None = None
    payment: PaymentView | None = None
    done: DoneView | None = None
    timeout: TimeoutView | None = None
    resume: ResumeView | None = None
    staff: StaffView | None = None
    can_undo: bool = False
    needs_age_check: bool = False
    person_lines: Mapping[str, str] = field(default_factory=dict)  # rows whose buyer staff look at: age, identity ...
    fees: tuple[Fee, ...] = ()  # what would be charged now besides goods
    tax_added: int = 0  # what comes on top of it all where prices do not hold their tax
    kept_for_online: tuple[str, ...] = ()  # line ids that are ordered but not charged while offline
    to_pay: int = 0  # what would be charged now: the rest, once a part was taken
    cash_to_pay: int = 0  # what coins would pay of it at a staffed checkout
    taken: tuple[TakenView, ...] = ()
    card_offers: tuple[CardOffer, ...] = ()
    cash_receipt: CashReceiptView | None = None
    starting_step: str = ""  # devices, settling, ready
    sound: str = ""  # the cue of this change: scanOk, scanFail, promo, paid, attention, timeout, or ""
    sound_number: int = 0
    language: str = "ko"
    long_time: bool = False
    tenders: tuple[str, ...] = ()  # the tenders that answer now
    station: str = ""
    benefits: tuple[BenefitView, ...] = ()
    rules: Mapping[str, LineRules] = field(default_factory=dict)  # of each row, by its id
    lanes: tuple[LaneView, ...] = ()  # where cards can be used now, the nearest first
    parked: ParkedView | None = None
    instalments: tuple[int, ...] = ()  # months that can be chosen besides paying at once; empty: not offered
    months: int = 0  # the instalments that are chosen
    points: PointsView | None = None  # of the member whose code was read, where tenders are chosen
    wallet_codes: bool = False  # a payment code may be shown to our own scanner
