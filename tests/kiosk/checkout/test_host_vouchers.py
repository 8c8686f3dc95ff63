"""Vouchers that a host keeps: it says what each is worth; an attempt like any other (I-1, I-2)."""

import pytest

from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.session_settings import SessionSettings
from kiosk.domain.checkout_state import Stage
from tests import builders
from tests.fakes.benefit_host import HostLane
from tests.fakes.lane import COLA, MILK, Killed

CODE = builders.with_check_digit("230000000077")
NUMBER = CODE[2:12]  # as the template of the shop's numbers reads it
OTHER = builders.with_check_digit("230000000088")


def opened(worth: int = 2000, **settings: object) -> HostLane:
    lane = HostLane(settings=SessionSettings(**settings))  # type: ignore[arg-type]
    lane.host.ledger.account("voucher", NUMBER, worth, "상품권")
    return lane.boot()


@pytest.fixture
def lane() -> HostLane:
    return opened()


def said(lane: HostLane) -> NoticeKind | None:
    return lane.seen.notice.kind if lane.seen.notice else None


def at_tenders(lane: HostLane) -> HostLane:
    """A cart of 4,800."""
    lane.scan(MILK)
    lane.scan(COLA)
    lane.do("pay")
    assert lane.seen.to_pay == 4800
    return lane


def test_it_pays_what_it_is_worth_and_a_card_the_rest(lane: HostLane) -> None:
    at_tenders(lane)
    lane.scan(CODE)
    assert (lane.stage(), lane.seen.to_pay) == (Stage.PARTLY_PAID, 2800)
    assert [(x.tender, x.amount, x.number) for x in lane.seen.taken] == [("voucher:host", 2000, f"····{NUMBER[-4:]}")]
    lane.terminal.plans.append("approve")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.DONE
    lane.pass_time(2)
    told = lane.store.bodies("sale.completed")[0]["tenders"]
    assert [(x["kind"], x["amount"]) for x in told] == [("voucher", 2000), ("card", 2800)]
    lane.check_host()


def test_one_that_is_worth_more_keeps_the_rest() -> None:
    lane = opened(10_000)
    at_tenders(lane)
    lane.scan(CODE)
    assert lane.stage() is Stage.DONE
    lane.pass_time(2)
    assert lane.host.ledger.left("voucher", NUMBER) == 5200
    lane.check_host()


def test_a_card_need_not_pay_parts_for_it() -> None:
    lane = opened(partial_approval=False)
    at_tenders(lane)
    lane.scan(CODE)
    assert lane.stage() is Stage.PARTLY_PAID


def test_it_waits_until_tenders_are_chosen(lane: HostLane) -> None:
    lane.scan(MILK)
    lane.scan(CODE)
    assert said(lane) is NoticeKind.VOUCHER_LATER
    assert lane.host.asked == []


def test_what_the_host_refuses_is_said(lane: HostLane) -> None:
    at_tenders(lane)
    lane.scan(OTHER)
    assert said(lane) is NoticeKind.VOUCHER_UNKNOWN
    assert lane.stage() is Stage.NOT_PAID
    lane.host.ledger.account("voucher", NUMBER, 0)
    lane.scan(CODE)
    assert said(lane) is NoticeKind.VOUCHER_USED
    lane.check_host()


def test_the_cash_receipt_is_asked_for_first() -> None:
    lane = opened(cash_receipt="asked")
    at_tenders(lane)
    lane.scan(CODE)
    assert lane.seen.cash_receipt is not None
    assert lane.seen.cash_receipt.asking
    assert lane.host.asked == []
    lane.do("cash_receipt", "none")
    assert lane.stage() is Stage.PARTLY_PAID
    lane.do("give_back")
    lane.pass_time(5)
    assert lane.host.ledger.left("voucher", NUMBER) == 2000
    lane.check_host()


def test_the_shops_own_vouchers_stay_the_shops(lane: HostLane) -> None:
    from tests.kiosk.checkout.test_pay_by_voucher import voucher

    own = HostLane(settings=SessionSettings(voucher_most=50_000)).boot()
    at_tenders(own)
    own.scan(voucher(1000), symbology="QR")
    assert (own.stage(), own.seen.to_pay) == (Stage.PARTLY_PAID, 3800)
    own.scan(voucher(3800, "CCCCDDDD"), symbology="QR")
    assert own.stage() is Stage.DONE
    own.pass_time(5)
    assert own.host.asked == []


def test_a_host_without_vouchers_is_not_asked(lane: HostLane) -> None:
    lane.host.able = frozenset()
    at_tenders(lane)
    lane.scan(CODE)
    assert said(lane) is NoticeKind.VOUCHER_CODE
    assert lane.host.asked == []


def test_shown_twice_it_is_reserved_once(lane: HostLane) -> None:
    at_tenders(lane)
    lane.session.scan(builders.read(CODE, lane.clock.seconds + 1, device="cam", showing=1))
    lane.session.scan(builders.read(CODE, lane.clock.seconds + 1.1, device="hand"))
    lane.run()
    assert [x for x in lane.host.asked if x[0] == "reserve"] == [("reserve", "K03.Q1")]


@pytest.mark.parametrize("place", ["before", "after"])
@pytest.mark.parametrize("point", ["K1", "K2", "K5", "K6"])
@pytest.mark.parametrize("plan", ["approve", "lost"])
def test_killed_at_every_step(point: str, place: str, plan: str) -> None:
    lane = opened(2000)
    at_tenders(lane)
    lane.host.plans.append(plan)
    lane.kill_at = f"{point}.{place}"
    try:
        lane.scan(CODE)
        lane.pass_time(5)
        lane.terminal.plans.append("approve")
        lane.do("choose_tender", "card")
        lane.pass_time(5)
    except Killed:
        lane.restart()
    lane.kill_at = ""
    lane.pass_time(700, step=5)
    lane.check_host()
