"""What is owed to a benefit host, on the station's real database: it outlives a kill and the file's reopening."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.checkout.benefit_duty import Act, BenefitDuty, drop_duty, duties, put_duty, reservation_of
from kiosk.checkout.ports import TillPorts, UnitOfWork
from kiosk.checkout.session_settings import SessionSettings
from kiosk.database.unit_of_work import StationUnitOfWork
from kiosk.domain.checkout_state import Stage
from tests.fakes.benefit_host import FakeBenefitHost, HostLane
from tests.fakes.lane import COLA, MEMBER_CODE, MILK, Killed
from tests.fakes.station import TestStation, start_station
from tests.fakes.till_store import FakeStore, FakeUnit, FakeWriter
from tests.kiosk.checkout.test_on_the_real_store import StationBackedWriter

AT = datetime(2026, 11, 22, tzinfo=UTC).isoformat()


class StationHostLane(HostLane):
    """A lane with a host whose store is a real station.db."""

    def __init__(self, station: TestStation) -> None:
        self.station = station
        super().__init__(settings=SessionSettings())
        self.terminal.before_authorise = lambda _: None

    def _make_writer(self, post: Callable[[Callable[[], None]], None]) -> FakeWriter:
        return StationBackedWriter(self.station, post)


@pytest.mark.parametrize("kill", ["", "K5.after", "K6.before", "K6.after"])
def test_a_burn_is_owed_in_the_commit_of_its_sale(tmp_path: Path, kill: str) -> None:
    station = start_station(tmp_path, "K03")
    lane = StationHostLane(station)
    host: FakeBenefitHost = lane.host
    host.ledger.account("points", MEMBER_CODE, 5000)
    lane.boot()
    for code in (MILK, COLA):
        lane.scan(code)
    lane.scan(MEMBER_CODE)
    lane.do("pay")
    host.end_plans.extend(["lost_request"] * 3)
    lane.kill_at = kill
    try:
        lane.do("spend_points", 4800)
        assert lane.stage() is Stage.DONE
    except Killed:
        pass
    station.close()
    lane.station = start_station(tmp_path, "K03")
    lane.restart()
    lane.pass_time(120)
    assert host.ledger.burned() == {reservation_of("K03", lane.station.do(_service_of_the_sale)): 4800}
    assert lane.station.do(duties) == {}
    lane.station.close()


def _service_of_the_sale(unit: UnitOfWork) -> str:
    assert isinstance(unit, StationUnitOfWork)
    rows = unit.connection.exec_driver_sql("SELECT service_id FROM attempt JOIN sale_tender USING (attempt_id)").all()
    [(service,)] = rows
    return str(service)


def test_duties_are_added_replaced_and_crossed_out_in_their_order() -> None:
    unit = FakeUnit(FakeStore().shelf)
    assert duties(unit) == {}
    for name in ("K03.Q1", "K03.Q2"):
        put_duty(unit, BenefitDuty(name, "coupon", Act.HOLD, "sale", AT))
    put_duty(unit, BenefitDuty("K03.Q1", "coupon", Act.BURN, "sale", AT))
    assert [(x.reservation, x.act) for x in duties(unit).values()] == [("K03.Q1", Act.BURN), ("K03.Q2", Act.HOLD)]
    drop_duty(unit, "K03.Q1")
    drop_duty(unit, "K03.Q1")
    assert list(duties(unit)) == ["K03.Q2"]


def test_a_duty_of_a_later_release_is_for_people() -> None:
    unit = FakeUnit(FakeStore().shelf)
    row = '{"reservation":"K03.Q1","kind":"points","act":"share","sale":"s","since":"x","reason":"","more":1}'
    unit.put_value("benefit_duties", f"[{row}]")
    assert duties(unit)["K03.Q1"].act is Act.REVIEW


def test_a_till_whose_host_was_taken_away_says_what_it_owes() -> None:
    lane = HostLane(settings=SessionSettings())
    lane.host.ledger.account("points", MEMBER_CODE, 5000)
    lane.boot()
    lane.scan(MILK)
    lane.scan(MEMBER_CODE)
    lane.do("pay")
    lane.host.end_plans.extend(["lost_request"] * 50)
    lane.do("spend_points", 2800)
    lane.session._floor.till = _without_host(lane)
    lane.pass_time(400)
    [request] = lane.session._floor.state.requests
    assert (request.kind, request.reference) == ("benefit", "K03.Q1")
    assert list(duties(FakeUnit(lane.store.shelf))) == ["K03.Q1"]


def _without_host(lane: HostLane) -> TillPorts:
    return replace(lane.session._floor.till, benefits=None, hosts={})
