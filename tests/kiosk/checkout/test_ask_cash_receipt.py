"""Cash receipts: asked once before the first voucher is used, kept with the sale, changed until it is paid (I-7)."""

from datetime import date
from typing import Any, Literal

import pytest

from kiosk.checkout.cash_receipt_view import CashReceiptView
from kiosk.checkout.session_settings import SessionSettings
from kiosk.domain.checkout_state import Stage
from kiosk.domain.voucher import unsigned_voucher
from tests.fakes.lane import COLA, MILK, Killed, Lane

UNTIL = date(2027, 12, 31)
PHONE, BUSINESS = "01012345678", "1208800767"
ONE, TWO = "AAAABBBB", "CCCCDDDD"


def asking_lane(how: Literal["never", "asked", "designated"] = "asked", pieces: int = 1) -> Lane:
    """A cart of 4,800 and more at the tenders."""
    lane = Lane(settings=SessionSettings(voucher_most=900_000, cash_receipt=how)).boot()
    lane.scan(MILK)
    lane.scan(COLA)
    if pieces > 1:
        lane.do("set_quantity", lane.seen.cart.lines[0].line.line_id, pieces)
    lane.do("pay")
    return lane


def show(lane: Lane, amount: int, serial: str = ONE) -> None:
    lane.scan(f"{unsigned_voucher(serial, amount, 'KRW', UNTIL)}.{'G' * 86}", symbology="QR")


def seen(lane: Lane) -> CashReceiptView:
    view = lane.seen.cash_receipt
    assert view is not None
    return view


def told(lane: Lane) -> dict[str, Any] | None:
    (sale,) = lane.store.bodies("sale.completed")
    receipt: dict[str, Any] | None = sale["cash_receipt"]
    return receipt


def pay_the_rest(lane: Lane) -> None:
    lane.terminal.plans.append("approve")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.DONE
    lane.check_books()


def test_the_voucher_waits_unused_for_the_answer() -> None:
    lane = asking_lane()
    show(lane, 3000)
    assert (lane.stage(), lane.seen.taken) == (Stage.CHOOSING_TENDER, ())
    assert seen(lane) == CashReceiptView(asking=True, amount=3000)
    lane.do("cash_receipt", "consumer", PHONE)
    assert (lane.stage(), lane.seen.to_pay) == (Stage.PARTLY_PAID, 1800)
    assert seen(lane) == CashReceiptView(asking=False, purpose="consumer", masked="010-••••-5678")
    pay_the_rest(lane)
    body = told(lane)
    assert body is not None
    assert {k: body[k] for k in ("purpose", "kind", "number", "total")} == {
        "purpose": "consumer",
        "kind": "phone",
        "number": PHONE,
        "total": 3000,
    }
    assert body["supply"] + body["tax"] + body["tax_free"] == 3000


def test_a_voucher_that_pays_all_is_asked_for_as_well() -> None:
    lane = asking_lane()
    show(lane, 4800)
    assert lane.stage() is Stage.CHOOSING_TENDER
    lane.do("cash_receipt", "business", BUSINESS)
    assert lane.stage() is Stage.DONE
    body = told(lane)
    assert body is not None
    assert (body["purpose"], body["kind"], body["number"], body["total"]) == ("business", "business", BUSINESS, 4800)
    lane.check_books()


def test_the_question_comes_once_and_only_for_vouchers() -> None:
    lane = asking_lane()
    show(lane, 1000, ONE)
    lane.do("cash_receipt", "none")
    show(lane, 1000, TWO)
    assert lane.seen.to_pay == 2800
    assert seen(lane) == CashReceiptView(asking=False, purpose="none")
    pay_the_rest(lane)
    assert told(lane) is None
    lane = asking_lane()
    assert lane.seen.cash_receipt is None
    pay_the_rest(lane)
    assert told(lane) is None


@pytest.mark.parametrize(
    ("purpose", "number", "why"),
    [
        ("consumer", "0101234", "length"),
        ("consumer", "0212345678", "prefix"),
        ("business", "1208800768", "check_digit"),
        ("business", "12088", "length"),
        ("consumer", "010-12ab-5678", "digits"),
    ],
)
def test_a_wrong_number_says_why_and_leaves_the_question(purpose: str, number: str, why: str) -> None:
    lane = asking_lane()
    show(lane, 3000)
    lane.do("cash_receipt", purpose, number)
    assert (seen(lane).asking, seen(lane).problem, seen(lane).tries) == (True, why, 1)
    lane.do("cash_receipt", purpose, number)
    assert seen(lane).tries == 2
    assert lane.seen.taken == ()
    lane.do("cash_receipt", "consumer", "9410123456789")
    assert (seen(lane).problem, seen(lane).masked) == ("", "•••••••••6789")


def test_it_is_changed_and_withdrawn_until_the_sale_is_paid() -> None:
    lane = asking_lane()
    show(lane, 3000)
    lane.do("cash_receipt", "consumer", PHONE)
    lane.do("cash_receipt", "change")
    assert (seen(lane).asking, seen(lane).purpose) == (True, "consumer")
    lane.do("cash_receipt", "back")
    assert (seen(lane).asking, seen(lane).masked) == (False, "010-••••-5678")
    lane.do("cash_receipt", "change")
    lane.do("cash_receipt", "business", BUSINESS)
    lane.do("cash_receipt", "change")
    lane.do("cash_receipt", "none")
    pay_the_rest(lane)
    assert told(lane) is None


def test_back_leaves_the_voucher_unused() -> None:
    lane = asking_lane()
    show(lane, 4800)
    lane.do("cash_receipt", "back")
    assert (lane.stage(), lane.seen.cash_receipt, lane.seen.to_pay) == (Stage.CHOOSING_TENDER, None, 4800)
    show(lane, 4800)
    lane.do("back")
    lane.do("pay")
    assert lane.seen.cash_receipt is None
    show(lane, 4800)
    lane.do("cash_receipt", "none")
    assert lane.stage() is Stage.DONE
    lane.check_books()


def test_who_wants_none_from_a_designated_trade_gets_one_of_the_shops_own_issue() -> None:
    lane = asking_lane("designated", pieces=60)
    total = lane.seen.to_pay
    assert total > 100_000
    show(lane, 99_999)
    lane.do("cash_receipt", "none")
    assert seen(lane).unasked_from == 100_000
    pay_the_rest(lane)
    assert told(lane) is None  # below the amount of the duty
    lane = asking_lane("designated", pieces=60)
    show(lane, total)
    lane.do("cash_receipt", "none")
    body = told(lane)
    assert body is not None
    assert (body["purpose"], body["number"], body["total"]) == ("self", "0100001234", total)


def test_a_voucher_that_is_given_back_leaves_no_cash_receipt() -> None:
    lane = asking_lane()
    show(lane, 3000)
    lane.do("cash_receipt", "consumer", PHONE)
    lane.do("give_back")
    assert lane.stage() is Stage.NOT_PAID
    assert lane.seen.cash_receipt is None
    lane.do("pay")
    pay_the_rest(lane)
    assert told(lane) is None


def test_a_crash_after_the_voucher_keeps_the_answer_with_the_sale() -> None:
    lane = asking_lane()
    show(lane, 4800)
    lane.kill_at = "K5.after"
    with pytest.raises(Killed):
        lane.do("cash_receipt", "consumer", PHONE)
    lane.restart()
    body = told(lane)
    assert body is not None
    assert (body["number"], body["total"]) == (PHONE, 4800)
    lane.check_books()


def test_the_number_is_nowhere_but_in_the_journal() -> None:
    lane = asking_lane()
    show(lane, 3000)
    lane.do("cash_receipt", "consumer", PHONE)
    lane.terminal.plans.append("decline")
    lane.do("choose_tender", "card")
    assert PHONE not in repr(lane.seen)
    pay_the_rest(lane)
    shelf = lane.store.shelf
    assert all(PHONE not in attempt.cart for attempt in shelf.attempts.values())
    assert all(PHONE not in document and PHONE not in repr(sale) for sale, document in shelf.sales.values())
    with_it = [
        kind for kind in ("sale.completed", "attempt.settled", "attempt.sent") if PHONE in str(lane.store.bodies(kind))
    ]
    assert with_it == ["sale.completed"]
    assert PHONE not in repr(lane.seen)


@pytest.mark.parametrize("how", ["never", "asked"])
def test_nothing_is_asked_where_the_shop_or_the_currency_has_none(how: Literal["never", "asked"]) -> None:
    lane = asking_lane(how)
    if how == "never":
        show(lane, 3000)
        assert (lane.stage(), lane.seen.cash_receipt) == (Stage.PARTLY_PAID, None)
    lane.do("cash_receipt", "consumer", PHONE)  # nothing is asked: nothing happens
    lane.do("cash_receipt", "change")
    assert lane.seen.cash_receipt is None
    pay_the_rest(lane)
    assert told(lane) is None
