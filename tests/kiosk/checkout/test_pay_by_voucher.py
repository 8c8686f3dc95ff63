"""Vouchers as tenders: proven offline, used once, given back with the sale that is not completed (I-1, I-2)."""

from contextlib import suppress
from datetime import date

import pytest

from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.snapshot import TakenView
from kiosk.domain.checkout_state import Stage
from kiosk.domain.voucher import unsigned_voucher
from tests.fakes.lane import COLA, MILK, Killed, Lane

UNTIL = date(2027, 12, 31)
ONE, TWO = "AAAABBBB", "CCCCDDDD"


@pytest.fixture
def lane() -> Lane:
    return taking_vouchers()


def taking_vouchers() -> Lane:
    return Lane(settings=SessionSettings(voucher_most=50_000)).boot()


def voucher(amount: int, serial: str = ONE, *, genuine: bool = True, until: date = UNTIL, currency: str = "KRW") -> str:
    return f"{unsigned_voucher(serial, amount, currency, until)}.{('G' if genuine else 'x') * 86}"


def show(lane: Lane, text: str) -> None:
    lane.scan(text, symbology="QR")


def said(lane: Lane) -> NoticeKind | None:
    return lane.seen.notice.kind if lane.seen.notice else None


def at_tenders(lane: Lane) -> Lane:
    """A cart of 4,800."""
    lane.scan(MILK)
    lane.scan(COLA)
    lane.do("pay")
    assert lane.seen.to_pay == 4800
    return lane


def test_a_voucher_pays_a_part_and_a_card_the_rest(lane: Lane) -> None:
    at_tenders(lane)
    lane.central.up = False  # nothing of it needs a line
    show(lane, voucher(3000))
    assert lane.stage() is Stage.PARTLY_PAID
    assert lane.seen.to_pay == 1800
    assert lane.seen.taken == (TakenView("voucher", 3000, "", "····BBBB"),)
    lane.check_books()
    lane.terminal.plans.append("approve")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.DONE
    lane.check_books()
    told = lane.store.bodies("sale.completed")[0]["tenders"]
    assert [(x["kind"], x["amount"], x["approval_code"]) for x in told] == [
        ("voucher", 3000, ONE),
        ("card", 1800, "30041177"),
    ]
    entries = [(x["tender"], x["state"]) for x in lane.store.bodies("attempt.settled")]
    assert entries == [("voucher", "taken"), ("card", "approved"), ("voucher", "approved")]


def test_a_voucher_may_pay_all_of_it_without_a_terminal(lane: Lane) -> None:
    lane.terminal.reachable = False
    at_tenders(lane)
    show(lane, voucher(4800))
    assert lane.stage() is Stage.DONE
    assert lane.terminal.asked == []
    lane.check_books()
    done = lane.seen.done
    assert done is not None
    assert [(x.kind, x.amount, x.approval_code) for x in done.tenders] == [("voucher", 4800, ONE)]


def test_two_vouchers_pay_one_sale(lane: Lane) -> None:
    at_tenders(lane)
    show(lane, voucher(3000, ONE))
    show(lane, voucher(1800, TWO))
    assert lane.stage() is Stage.DONE
    lane.check_books()


def test_a_voucher_pays_once(lane: Lane) -> None:
    at_tenders(lane)
    show(lane, voucher(4800))
    lane.do("finish")
    at_tenders(lane)
    show(lane, voucher(4800))
    assert (lane.stage(), said(lane)) == (Stage.CHOOSING_TENDER, NoticeKind.VOUCHER_USED)
    lane.restart()
    at_tenders(lane)
    show(lane, voucher(4800))
    assert (lane.stage(), said(lane)) == (Stage.CHOOSING_TENDER, NoticeKind.VOUCHER_USED)
    lane.check_books()


def test_the_same_voucher_twice_in_one_sale_counts_once(lane: Lane) -> None:
    at_tenders(lane)
    show(lane, voucher(1000))
    show(lane, voucher(1000))
    assert (lane.stage(), lane.seen.to_pay, said(lane)) == (Stage.PARTLY_PAID, 3800, NoticeKind.VOUCHER_USED)


def test_a_used_voucher_leaves_the_part_that_was_paid(lane: Lane) -> None:
    at_tenders(lane)
    show(lane, voucher(4800))
    lane.do("finish")
    at_tenders(lane)
    show(lane, voucher(1000, TWO))
    show(lane, voucher(3800, ONE))
    show(lane, voucher(4800, ONE))
    assert (lane.stage(), lane.seen.to_pay) == (Stage.PARTLY_PAID, 3800)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (voucher(1000, genuine=False), NoticeKind.VOUCHER_UNKNOWN),
        (voucher(1000, until=date(2026, 11, 20)), NoticeKind.VOUCHER_EXPIRED),
        (voucher(4801), NoticeKind.VOUCHER_TOO_MUCH),
        (voucher(50_001), NoticeKind.VOUCHER_NOT_HERE),
        (voucher(1000, currency="USD"), NoticeKind.VOUCHER_NOT_HERE),
    ],
)
def test_a_voucher_that_cannot_pay_is_refused_with_the_reason(lane: Lane, text: str, kind: NoticeKind) -> None:
    at_tenders(lane)
    show(lane, text)
    assert (lane.stage(), said(lane), lane.seen.to_pay) == (Stage.CHOOSING_TENDER, kind, 4800)
    assert lane.store.shelf.attempts == {}
    assert not [key for key, value in lane.store.shelf.values.items() if key.startswith("voucher:") and value]


def test_on_its_last_day_a_voucher_still_pays(lane: Lane) -> None:
    at_tenders(lane)
    show(lane, voucher(1000, until=lane.clock.now().date()))
    assert lane.stage() is Stage.PARTLY_PAID


def test_in_the_cart_the_shopper_is_told_when_to_show_it(lane: Lane) -> None:
    lane.scan(MILK)
    show(lane, voucher(1000))
    assert (lane.stage(), said(lane)) == (Stage.SHOPPING, NoticeKind.VOUCHER_LATER)


def test_a_shop_that_takes_no_vouchers_says_so() -> None:
    lane = at_tenders(Lane().boot())
    assert "voucher" not in lane.seen.tenders
    show(lane, voucher(1000))
    assert said(lane) is NoticeKind.VOUCHER_CODE
    assert lane.store.shelf.attempts == {}


def test_a_voucher_is_never_asked_of_the_terminal(lane: Lane) -> None:
    at_tenders(lane)
    lane.do("choose_tender", "voucher")
    assert lane.stage() is Stage.CHOOSING_TENDER
    assert lane.store.shelf.attempts == {}


def test_a_shopper_who_stops_can_use_the_voucher_again(lane: Lane) -> None:
    at_tenders(lane)
    show(lane, voucher(1000))
    lane.terminal.plans.append("approve")
    lane.do("choose_tender", "card", 1000)
    lane.do("give_back")
    assert lane.stage() is Stage.NOT_PAID
    assert lane.terminal.kept == {}
    reversed_ = [(x["tender"], x["state"]) for x in lane.store.bodies("attempt.reversed")]
    assert sorted(reversed_) == [("card", "reversed"), ("voucher", "reversed")]
    lane.check_books()
    show(lane, voucher(1000))
    assert lane.stage() is Stage.PARTLY_PAID, "it can be shown where the payment ended"
    lane.check_books()


def test_a_voucher_that_cannot_be_kept_is_not_taken(lane: Lane) -> None:
    at_tenders(lane)
    lane.writer.failures.append(True)
    show(lane, voucher(1000))
    assert (lane.stage(), said(lane)) == (Stage.CHOOSING_TENDER, NoticeKind.NOT_SAVED)
    show(lane, voucher(1000))
    assert lane.stage() is Stage.PARTLY_PAID


def test_a_sale_that_cannot_be_kept_gives_the_voucher_back(lane: Lane) -> None:
    at_tenders(lane)
    lane.writer.failures.extend([False, True, True, True])
    show(lane, voucher(4800))
    lane.pass_time(30)
    assert lane.stage() is Stage.NOT_PAID
    lane.check_books()
    show(lane, voucher(4800))
    assert lane.stage() is Stage.DONE
    lane.check_books()


@pytest.mark.parametrize("amount", [1000, 4800])
@pytest.mark.parametrize("point", ["K5.before", "K5.after", "K6.before", "K6.after", "K7.before"])
def test_after_a_kill_a_voucher_paid_or_can_be_used_again(point: str, amount: int) -> None:
    """F-1: used up exactly when its sale is there."""
    lane = at_tenders(taking_vouchers())
    lane.kill_at = point
    with suppress(Killed):
        show(lane, voucher(amount))
    lane.restart()
    lane.pass_time(30)
    lane.check_books()
    used = len(lane.store.shelf.sales) == 1
    assert used is (amount == 4800 and point != "K5.before")
    if lane.stage() is Stage.DONE:
        lane.do("finish")
    at_tenders(lane)
    show(lane, voucher(amount))
    assert (said(lane) is NoticeKind.VOUCHER_USED) is used
    lane.check_books()


def test_a_kill_at_the_card_gives_the_voucher_back(lane: Lane) -> None:
    at_tenders(lane)
    show(lane, voucher(1000))
    lane.kill_at = "K2.before"
    with pytest.raises(Killed):
        lane.do("choose_tender", "card")
    lane.restart()
    lane.pass_time(60)
    lane.check_books()
    at_tenders(lane)
    show(lane, voucher(1000))
    assert lane.stage() is Stage.PARTLY_PAID
