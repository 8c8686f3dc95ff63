"""What the session remembers: one `Visit` for the shopper who is here, `TillState` for the machine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from hardware.ports.payment_terminal import TerminalHealth
from hardware.ports.receipt_printer import PrinterStatus
from hardware.ports.scanner import CodeRead
from kiosk.checkout.cash_receipt_wish import CashReceiptAsked
from kiosk.checkout.notice import Notice
from kiosk.checkout.snapshot import CallView, DoneView, NowItem, ResumeView, StaffRequest, TimeoutView, WeighView
from kiosk.checkout.sold import Sold
from kiosk.domain.cart import Cart, LineItem
from kiosk.domain.catalogue import CatalogueItem, StaffMember
from kiosk.domain.checkout_state import Stage
from kiosk.domain.lot import UNNAMED, Lot
from kiosk.domain.priced_cart import PricedCart
from kiosk.domain.pricing_context import PricingContext, Used
from kiosk.domain.promotion import Promotion
from kiosk.domain.promotion_book import PromotionBook
from kiosk.domain.sale import PaymentAttempt
from kiosk.domain.scanned_meaning import ScannedMeaning
from kiosk.domain.tax import TaxRules


@dataclass
class PaymentProgress:
    """Where the shopper's present payment stands; `wait_until` is monotonic seconds."""

    attempt_id: str
    service_id: str
    amount: int
    wait_until: float
    step: str = "waiting_for_card"
    reason: str = ""
    card_left_in: bool = False
    cancel_wanted: bool = False
    abort_again_at: float = 0
    words: str = ""  # the terminal's own, for the shopper
    tender: str = "card"
    months: int = 0
    next_code: str = field(default="", repr=False)  # a payment code that pays once this payment has stopped
    unreadable: bool = False  # the last card was not read, and none was read since


@dataclass(frozen=True, slots=True)
class VersionPrices:
    """The promotions of a catalogue version that was in use in this visit; `limited` count earlier uses."""

    version: int
    promotions: tuple[Promotion, ...]
    book: PromotionBook
    limited: tuple[Promotion, ...]
    tax: TaxRules


@dataclass
class PackSeen:
    """A pack of which one code or both were read; times are monotonic seconds.

    `line_id` is the row it was put into. `settled` says that nothing more is done about it: it was refused, or
    was in the cart already.
    """

    gtin: str
    device: str
    showing: int
    at: float
    ean_read: bool = False
    coded: bool = False
    lot: Lot = UNNAMED
    serial: str = ""
    line_id: str = ""
    settled: bool = False


@dataclass
class LabelSeen:
    """A label with a price or weight inside that is in the cart; `at` is monotonic seconds of its last read."""

    meaning: ScannedMeaning
    line_id: str
    device: str
    showing: int
    at: float


@dataclass(frozen=True, slots=True)
class LabelAsked:
    """A label that was shown again: the shopper may have a second pack with the same one."""

    read: CodeRead
    meaning: ScannedMeaning
    item: CatalogueItem


@dataclass
class Visit:
    """All that belongs to one shopper; the next one gets a new visit, so nothing of the last is left (I-15)."""

    sale_id: str
    started_at: datetime
    cart: Cart
    priced: PricedCart
    charged: PricedCart
    to_order: PricedCart
    kept_lines: tuple[str, ...] = ()
    versions: tuple[VersionPrices, ...] = ()
    catalogue_version: int = 0  # by whose promotions the cart is priced
    coupons_used: frozenset[str] = frozenset()  # coupons that take something off what is charged now
    uses: Mapping[str, Used] | None = None  # of promotions before this sale; None while that is not known
    uses_asked: tuple[str, date] | None = None
    uses_of: str = ""  # the member whose uses they are
    context: PricingContext | None = None  # what the prices depended on when they were made
    priced_online: bool = True
    language: str = "ko"
    long_time: bool = False
    notice: Notice | None = None
    now_item: NowItem | None = None
    weigh: WeighView | None = None
    to_weigh: list[WeighView] = field(default_factory=list)
    call: CallView | None = None
    payment: PaymentProgress | None = None
    tender: str = ""  # the named card that the shopper chose for its discount ("card:blue")
    priced_tender: str = ""
    months: int = 0  # the instalments that were chosen
    taken: list[PaymentAttempt] = field(default_factory=list)  # tenders that paid a part, the rest is to pay
    cash_receipt: CashReceiptAsked = field(default_factory=CashReceiptAsked)
    giving_back: set[str] = field(default_factory=set)  # attempts whose money the shopper waits for
    done: DoneView | None = None
    done_until: float = 0
    remind_at: float = 0
    sold: Sold | None = None
    timeout: TimeoutView | None = None
    held: list[CodeRead] = field(default_factory=list)
    undo_until: float = 0
    nudges_dismissed: set[str] = field(default_factory=set)
    badges_reached: frozenset[str] = frozenset()
    packs: list[PackSeen] = field(default_factory=list)
    labels: list[LabelSeen] = field(default_factory=list)
    label_asked: LabelAsked | None = None
    codes_wanted: set[str] = field(default_factory=set)  # items of which an expired pack was shown
    missed: dict[str, float] = field(default_factory=dict)  # device -> when a miss was said last
    born_checked: date | None = None  # the latest date of birth that staff looked for
    age_checked_by: str = ""
    to_pass: dict[str, LineItem] = field(default_factory=dict)  # request id -> pack that staff look at
    bought: Mapping[tuple[str, str], int] = field(default_factory=dict)  # by the member today, before this sale
    bought_asked: str = ""  # the member it was asked for
    passed: list[LineItem] = field(default_factory=list)  # packs that staff let pass and that are not in the cart yet


@dataclass
class KeptCart:
    """A cart that waits for its shopper, as its stored document; `until` is monotonic seconds."""

    sale_id: str
    document: str
    view: ResumeView
    until: float
    versions: tuple[VersionPrices, ...] = ()


@dataclass
class Device:
    """What is known of one device; `since` is monotonic seconds."""

    category: str
    online: bool
    since: float
    was_online: bool = False
    reason: str = ""


@dataclass
class SignIn:
    """Where staff sign-in stands."""

    person: StaffMember | None = None
    problem: str = ""
    tries_left: int = 0
    locked_until: float = 0
    checking: bool = False
    needed_role: str = ""
    shown: bool = False
    active_at: float = 0


@dataclass
class TillState:
    """The machine's side: stage, devices, staff, requests and counters."""

    visit: Visit
    stage: Stage = Stage.STARTING
    starting_step: str = "devices"
    resume: KeptCart | None = None
    requests: list[StaffRequest] = field(default_factory=list)
    staff: SignIn = field(default_factory=SignIn)
    devices: dict[str, Device] = field(default_factory=dict)
    printed: set[str] = field(default_factory=set)
    last_sequence: int = 0
    terminal_health: TerminalHealth | None = None
    closing_day: bool = False  # the terminal ends its day now: no card is taken meanwhile
    printer_status: PrinterStatus | None = None
    close_reason: str = ""
    active_at: float = 0
    last_read: dict[str, tuple[int, float]] = field(default_factory=dict)
    sound: str = ""
    sound_number: int = 0
    notice_number: int = 0
    now_number: int = 0
    scale_taken: int = 0  # grams that were put into a cart and lie on the scale still; 0 once it was emptied
