"""The till on the station's real database: a purchase, a kill while approved, and the restart (F-1, I-1, I-8)."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.session_settings import SessionSettings
from kiosk.database.unit_of_work import StationUnitOfWork
from kiosk.domain.catalogue import LocalText
from kiosk.domain.checkout_state import Stage
from kiosk.domain.coupon import unsigned_coupon
from kiosk.domain.fulfilment import SHIP
from kiosk.domain.promotion import AmountOff, PercentOff, Pool
from kiosk.domain.voucher import unsigned_voucher
from sync.wire.sale import SaleDocument
from tests.fakes.lane import CHAIR, COLA, MILK, Killed, Lane
from tests.fakes.station import TestStation, start_station
from tests.fakes.till_store import FakeStore, FakeWriter


class StationBackedWriter(FakeWriter):
    """Commits through the station's own writer, one work at a time."""

    def __init__(self, station: TestStation, post: Callable[[Callable[[], None]], None]) -> None:
        super().__init__(FakeStore(), post)
        self._station = station

    def step(self) -> None:
        work, done, failed = self.waiting.popleft()
        try:
            answer: Any = self._station.do(work)
        except Exception as fault:
            problem = fault
            self._post(lambda: failed(problem))
            return
        self._post(lambda: done(answer))


class StationLane(Lane):
    """A lane whose store is a real station.db."""

    def __init__(self, station: TestStation, settings: SessionSettings | None = None) -> None:
        self.station = station
        super().__init__(settings=settings)
        self.terminal.before_authorise = lambda _: None

    def _make_writer(self, post: Callable[[Callable[[], None]], None]) -> FakeWriter:
        return StationBackedWriter(self.station, post)


@pytest.fixture
def lane(tmp_path: Path) -> Iterator[StationLane]:
    station = start_station(tmp_path, "K03")
    yield StationLane(station)
    station.close()


def sale_of(lane: StationLane, sale_id: str) -> SaleDocument:
    def work(unit: UnitOfWork) -> str:
        assert isinstance(unit, StationUnitOfWork)
        document = unit.sale_document(sale_id)
        assert document is not None
        return document

    return SaleDocument.model_validate_json(lane.station.do(work))


def test_a_purchase_is_stored_as_it_was_shown(lane: StationLane) -> None:
    lane.boot()
    lane.scan(COLA)
    lane.scan(COLA)
    lane.do("order", CHAIR.sku, 1, SHIP)
    shown = lane.seen.to_pay
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    done = lane.seen.done
    assert done is not None
    document = sale_of(lane, done.sale_id)
    assert document.total == shown == 2000 + 39000 + 3000
    assert (document.receipt_number, document.station) == (1, "K03")
    assert [x.total for x in document.orders] == [42000]
    assert lane.station.do(lambda unit: unit.kept_cart()) is None


def test_a_voucher_and_two_cards_are_stored_with_the_sale_they_paid(tmp_path: Path) -> None:
    """I-1, I-2: a restart between the parts gives them back, and a voucher that paid stays used up."""
    station = start_station(tmp_path, "K03")
    lane = StationLane(station, SessionSettings(voucher_most=50_000)).boot()
    assert isinstance(lane, StationLane)
    text = f"{unsigned_voucher('AAAABBBB', 1000, 'KRW', date(2027, 12, 31))}.{'G' * 86}"
    lane.scan(MILK)
    lane.do("pay")
    lane.scan(text, symbology="QR")
    lane.terminal.plans.append("partial")
    lane.do("choose_tender", "card")
    assert (lane.stage(), lane.seen.to_pay) == (Stage.PARTLY_PAID, 900)
    lane.restart()
    lane.pass_time(30)
    assert lane.terminal.kept == {}
    assert not lane.station.do(lambda unit: list(unit.attempts_open()))
    lane.scan(MILK)
    lane.do("pay")
    lane.scan(text, symbology="QR")
    assert lane.seen.to_pay == 1800, "the voucher that was given back pays"
    for plan in ("partial", "approve"):
        lane.terminal.plans.append(plan)
        lane.do("choose_tender", "card")
    done = lane.seen.done
    assert done is not None
    document = sale_of(lane, done.sale_id)
    assert [(x.kind, x.amount) for x in document.tenders] == [("voucher", 1000), ("card", 900), ("card", 900)]
    names = [x.attempt for x in document.tenders]
    owners = lane.station.do(lambda unit: [unit.sale_of_attempt(name) for name in names])
    assert owners == [done.sale_id] * 3
    lane.restart()
    lane.scan(MILK)
    lane.do("pay")
    lane.scan(text, symbology="QR")
    assert lane.seen.notice is not None
    assert lane.seen.notice.kind is NoticeKind.VOUCHER_USED
    station.close()


@pytest.mark.parametrize("point", ["K2.after", "K4.before", "K5.before", "K5.after", "K6.before", "K6.after"])
def test_killed_while_approved_one_sale_owns_the_approval(lane: StationLane, point: str) -> None:
    lane.boot()
    lane.scan(MILK)
    lane.kill_at = point
    with pytest.raises(Killed):
        lane.pay_by_card()
    while lane.terminal.calls:
        lane.terminal.step()
    lane.restart()
    lane.pass_time(5)
    (service_id,) = lane.terminal.kept
    assert not lane.station.do(lambda unit: list(unit.attempts_open()))

    def owner(unit: UnitOfWork) -> list[str | None]:
        return [unit.sale_of_attempt(name) for name in names]

    names = [f"id-{number:08d}" for number in range(1, lane.names.count + 1)]
    assert len([x for x in lane.station.do(owner) if x is not None]) == 1
    assert lane.station.do(lambda unit: unit.next_service_id()) != service_id


def test_a_coupon_and_a_days_limit_outlive_a_restart(lane: StationLane) -> None:
    """What was used up is in the sale's own commit, so a station started again knows it."""
    goods = Pool(skus=frozenset({MILK.sku}))
    coupon = AmountOff(promotion_id="C", name=LocalText("쿠폰"), coupon="C1", pool=goods, amount=500)
    daily = PercentOff(promotion_id="D", name=LocalText("하루 하나"), pool=goods, percent=50, day_limit=1)
    lane.catalogue.offers = (coupon, daily)
    text = f"{unsigned_coupon('C1', 'AAAABBBB', date(2027, 12, 31))}.{'G' * 86}"
    lane.boot()
    lane.scan(MILK)
    lane.scan(text, symbology="QR")
    lane.scan(MILK)
    assert lane.seen.to_pay == MILK.unit_price // 2 + MILK.unit_price - 500
    lane.pay_by_card()
    done = lane.seen.done
    assert done is not None
    pricing = sale_of(lane, done.sale_id).pricing
    assert pricing is not None
    assert [(x.coupon, x.serial) for x in pricing.coupons] == [("C1", "AAAABBBB")]
    assert lane.station.do(lambda unit: unit.coupon_sale("C1", "AAAABBBB")) == done.sale_id
    lane.restart()
    lane.scan(MILK)
    assert lane.seen.to_pay == MILK.unit_price, "the one of the day is sold"
    lane.scan(text, symbology="QR")
    assert lane.seen.notice is not None
    assert lane.seen.notice.kind is NoticeKind.COUPON_USED
    assert lane.seen.to_pay == MILK.unit_price
