"""What a shop sets for its tills: times, fees and policies."""

from dataclasses import dataclass, field
from typing import Literal

from kiosk.domain.price_limit import PriceLimits


@dataclass(frozen=True, slots=True)
class SessionSettings:
    """Times in seconds, amounts in minor units; the defaults are the time rules of the screens.

    `tenders` are the ways to pay in their order; a shipping fee of 0 is none, `free_shipping_from` 0 is never
    free. `age_policy` attendant: staff look at the identity card before pay; refuse: age items are not sold here.
    `print_paper` says when paper comes by itself: never, offline (the digital receipt cannot be served), always.
    `attended` False says that nobody is on duty to answer calls.
    """

    idle_warning: float = 60
    idle_countdown: float = 30
    payment_wait: float = 60
    done_wait: float = 20
    done_more: float = 60
    cart_kept: float = 300
    call_late: float = 120
    staff_idle: float = 60
    undo_time: float = 6
    now_card: float = 6
    notice_time: float = 8
    long_time_factor: int = 3
    duplicate_read: float = 0.25
    same_pack: float = 2  # within it an EAN and a 2D code of one item, read by hand, are one pack
    hand_held: frozenset[str] = frozenset()  # devices whose twin reads are one; empty: every device
    terminal_check: float = 30
    printer_check: float = 20
    settle_pauses: tuple[float, ...] = (0, 2, 5, 10, 20, 40, 60)
    not_found_pause: float = 5
    in_progress_pause: float = 1
    unproven_pauses: tuple[float, ...] = (10, 60)  # how often a terminal that cannot say is asked again
    instalments_from: int = 50_000  # the least payment that can be spread over months; 0: none
    instalments: tuple[int, ...] = (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
    staffed_lanes: tuple[str, ...] = ()  # numbers of the checkouts with a person, for whom this one sends there
    parked_for: float = 4 * 3600  # how long a cart waits for a staffed checkout
    terminal_day_hour: int | None = None  # the shop's hour to end the terminal's day; None: when it asks for that
    terminal_day_pauses: tuple[float, ...] = (60, 300)  # before it is asked again for totals that did not come
    keep_pauses: tuple[float, ...] = (0.5, 2, 5, 15, 60)
    shipping_fee: int = 3000
    free_shipping_from: int = 0
    tenders: tuple[str, ...] = ("card",)
    voucher_most: int = 0  # the largest voucher of the shop's own that is taken; 0: none is
    points_least: int = 1000  # the least amount that points pay in one piece, and the step of which whole ones are paid
    points_step: int = 100
    cash_receipt: Literal["never", "asked", "designated"] = "never"  # designated: a trade that issues unasked
    partial_approval: bool = True  # a card may pay less than was asked; the rest is paid otherwise
    age_policy: Literal["attendant", "refuse"] = "attendant"
    print_paper: Literal["never", "offline", "always"] = "offline"
    attended: bool = True
    most_held_reads: int = 20
    language: str = "ko"
    scanner_warming: float = 10
    coupon_offline_most: int = 50_000  # what one coupon of single use may take off while central is away
    price_limits: PriceLimits = field(default_factory=PriceLimits)  # how far staff may lower a price
