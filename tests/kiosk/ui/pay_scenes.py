"""Moments of paying: the tenders, the terminal, what is known of the money, and the receipt."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.checkout.cash_receipt_view import CashReceiptView
from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.checkout.points_view import PointsView
from kiosk.checkout.snapshot import CardOffer, DoneView, OrderLineView, PaymentView, Snapshot, TakenView, TimeoutView
from kiosk.domain.catalogue import LocalText
from kiosk.domain.checkout_state import Stage
from kiosk.domain.fulfilment import SHIP
from kiosk.domain.priced_cart import Fee
from kiosk.domain.sale import Tender
from tests.fakes.demo_shop import by_name
from tests.kiosk.ui.away_scenes import LANES
from tests.kiosk.ui.scenes import HEALTHY, NOON, PICK_UP, full_cart, mixed_cart, moment, priced

STEPS = (
    "waiting_for_card",
    "card_inserted",
    "card_unreadable",
    "pin_entry",
    "code_shown",
    "authorising",
    "please_wait",
    "remove_card",
    "cancelling",
)
ENDS = ("declined", "aborted", "unreadable", "other_card", "unavailable", "checking", "review")
MONTHS = (2, 3, 4, 5, 6, 10, 12)


def tender() -> Snapshot:
    return moment(Stage.CHOOSING_TENDER, priced(full_cart()))


def tender_cards() -> Snapshot:
    """Two cards take something off; one of them is chosen."""
    total = tender().to_pay
    offers = (
        CardOffer(
            "card:blue", LocalText("블루카드 2,000원 할인", "Blue card 2,000 won off"), 2000, total - 2000, chosen=True
        ),
        CardOffer("card:bc", LocalText("BC카드 5% 할인", "BC card 5% off"), total // 20, total - total // 20),
    )
    return replace(tender(), card_offers=offers, to_pay=total - 2000)


def tender_points(state: str = "ready") -> Snapshot:
    """A member's code was read, and a host keeps the points."""
    ready = state == "ready"
    return replace(tender(), points=PointsView(state, 12_300 * ready, 12_300 * ready, 1000, 100))


def tender_voucher() -> Snapshot:
    """A shop that takes its own vouchers."""
    return replace(tender(), tenders=("card", "voucher"))


def partly_paid(step: str = "part_taken") -> Snapshot:
    """A voucher and a card paid parts; the rest is to pay."""
    shown = priced(full_cart())
    taken = (TakenView("voucher", 10000, "", "····3071"), TakenView("card", 4000, "신한카드", "9411-12**-****-3456"))
    paid = moment(Stage.PARTLY_PAID, shown, payment=PaymentView(step, 4000, "3-0412", None, 60, "Refusal"))
    return replace(paid, taken=taken, to_pay=shown.total - 14000, tenders=("card", "voucher"))


def cash_receipt(problem: str = "") -> Snapshot:
    """A voucher waits for the question about its cash receipt."""
    asked = CashReceiptView(asking=True, amount=10000, problem=problem, tries=1 if problem else 0)
    return replace(tender_voucher(), cash_receipt=asked)


def partly_paid_receipt() -> Snapshot:
    """The question was answered; it can be changed until the sale is paid."""
    return replace(partly_paid(), cash_receipt=CashReceiptView(False, "consumer", "010-••••-5678"))


def giving_back() -> Snapshot:
    """The shopper wants no more: what was paid comes back."""
    return replace(not_paid("checking"), payment=PaymentView("giving_back", 14000, ""))


def tender_terminal_away(reason: str = "unreachable") -> Snapshot:
    away = replace(HEALTHY, terminal="away", terminal_reason=reason)
    return replace(tender(), tenders=(), health=away, lanes=LANES)


def tender_settling() -> Snapshot:
    """An earlier payment is not settled yet."""
    return replace(tender(), tenders=("voucher",), health=replace(HEALTHY, terminal="settling"))


def tender_months(chosen: int = 0) -> Snapshot:
    """Enough to be paid in months."""
    cart = mixed_cart()
    shown = moment(Stage.CHOOSING_TENDER, priced(cart, fees=(Fee("shipping", 3000),)))
    return replace(shown, instalments=MONTHS, months=chosen, wallet_codes=True, tenders=("card", "voucher"))


def tender_member_found() -> Snapshot:
    """The member's price came late: the old total and the new one, before a tender is chosen."""
    shown = moment(Stage.CHOOSING_TENDER, priced(full_cart(), member=True))
    return replace(shown, member="2900000000017", notice=Notice(NoticeKind.MEMBER_APPLIED, None, 1500, 99, 1))


def terminal(step: str, words: str = "", months: int = 0) -> Snapshot:
    stage = Stage.CANCELLING if step == "cancelling" else Stage.PAYING
    shown = priced(full_cart())
    left = 47 if stage is Stage.PAYING else None
    view = PaymentView(step, shown.total, "3-0412", left, words=words, months=months)
    return moment(stage, shown, payment=view)


def completing() -> Snapshot:
    """It is paid; the sale is being kept."""
    shown = priced(full_cart())
    return moment(Stage.COMPLETING, shown, payment=PaymentView("authorising", shown.total, "3-0412"))


def not_paid(step: str, reason: str = "Refusal") -> Snapshot:
    stage = Stage.CHECKING_PAYMENT if step in {"checking", "review"} else Stage.NOT_PAID
    shown = priced(full_cart())
    return moment(stage, shown, payment=PaymentView(step, shown.total, "3-0412", None, 60, reason))


def done(print_state: str = "offered", page: str = "ready") -> Snapshot:
    view = DoneView(
        "S1",
        412,
        19290,
        10,
        "30128846",
        "신한카드",
        "9411-12**-****-3456",
        "https://r.example/r/abcdefghijklmnopqrstuv",
        print_state,
        page,
    )
    return moment(Stage.DONE, None, done=view)


def done_card_left_in() -> Snapshot:
    view = done().done
    assert view is not None
    return moment(Stage.DONE, None, done=replace(view, card_left_in=True))


def done_several_tenders() -> Snapshot:
    view = done().done
    assert view is not None
    tenders = (
        Tender("voucher", 10000, "A1", "", "", "V77203071"),
        Tender("card", 9290, "A2", "신한카드", "9411-12**-****-3456", "30128846"),
    )
    return moment(Stage.DONE, None, done=replace(view, tenders=tenders))


def done_with_orders() -> Snapshot:
    view = done().done
    assert view is not None
    orders = (OrderLineView(by_name("백자 드리퍼").name, 1, SHIP), OrderLineView(by_name("드립포트").name, 1, PICK_UP))
    return moment(Stage.DONE, None, done=replace(view, orders=orders, order_number="3-0412-1"))


def order_kept() -> Snapshot:
    view = done().done
    assert view is not None
    kept = (OrderLineView(by_name("백자 드리퍼").name, 1, SHIP),)
    shown = replace(view, kept_orders=kept, order_number="3-0412-1", page="late")
    return replace(
        moment(Stage.ORDER_KEPT, None, done=shown), health=replace(HEALTHY, online=False, offline_since=NOON)
    )


PAY_SCENES: dict[str, Callable[[], Snapshot]] = {
    "tender": tender,
    "tender_terminal_away": tender_terminal_away,
    "tender_paper_out": lambda: tender_terminal_away("paper_out"),
    "tender_settling": tender_settling,
    "tender_months": tender_months,
    "tender_months_chosen": lambda: tender_months(10),
    "tender_member_found": tender_member_found,
    "tender_cards": tender_cards,
    "tender_voucher": tender_voucher,
    "tender_points": tender_points,
    "tender_points_away": lambda: tender_points("away"),
    "cash_receipt": cash_receipt,
    "cash_receipt_wrong": lambda: cash_receipt("prefix"),
    "partly_paid": partly_paid,
    "partly_paid_receipt": partly_paid_receipt,
    "partly_paid_declined": lambda: partly_paid("declined"),
    "partly_paid_timeout": lambda: replace(partly_paid(), timeout=TimeoutView(24, 30)),
    "not_paid_giving_back": giving_back,
    **{f"terminal_{s}": (lambda s=s: terminal(s)) for s in STEPS},  # type: ignore[misc]
    "terminal_words": lambda: terminal("waiting_for_card", "카드를 삽입하거나 터치하세요", 3),
    "terminal_long_words": lambda: terminal("please_wait", "Bitte warten. Die Karte wird geprüft, Betrag folgt. " * 4),
    "terminal_code_notice": lambda: replace(
        terminal("waiting_for_card"), notice=Notice(NoticeKind.WALLET_CODE, None, 0, 99, 1)
    ),
    "terminal_completing": completing,
    **{f"not_paid_{s}": (lambda s=s: not_paid(s)) for s in ENDS},  # type: ignore[misc]
    "not_paid_reversed": lambda: not_paid("unavailable", "reversed"),
    "not_paid_signature": lambda: not_paid("unavailable", "signature"),
    "not_paid_released": lambda: not_paid("unavailable", "released"),
    "not_paid_not_saved": lambda: not_paid("unavailable", "not_saved"),
    "not_paid_terminal_away": lambda: replace(
        not_paid("unavailable", "not_sent"), tenders=(), health=tender_terminal_away().health
    ),
    "done": done,
    "done_card_left_in": done_card_left_in,
    "done_printing": lambda: done("printing"),
    "done_out_of_paper": lambda: done("out_of_paper"),
    "done_page_late": lambda: done("printed", "late"),
    "done_with_orders": done_with_orders,
    "done_several_tenders": done_several_tenders,
    "order_kept": order_kept,
}
