"""Checkouts of a shop among each other, on real PostgreSQL and over signed HTTP."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kiosk.bootstrap.cart_taker import CentralCarts
from kiosk.checkout.worker_ports import NoSuchCart
from sync.agent.central_client import CentralRefused
from sync.agent.upload_journal import upload_journal
from sync.central.app import Central
from sync.central.database.engine import transaction
from sync.central.lanes.book import forget_old_carts, waiting_carts
from sync.central.report import parked_report
from sync.wire.lane import LaneReport
from tests.fakes.enrolled_station import EnrolledStation, Enrolling, FakeClock, client_of, settle

OPEN = LaneReport(takes_cards=True, open=True)


def cart(station: EnrolledStation, number: str = "301", **changes: Any) -> dict[str, Any]:
    now = datetime.now(UTC)
    return {
        "number": number,
        "station": station.identity.station,
        "shop": station.identity.shop,
        "cart": '{"version": 1}',
        "lines": [["우유", "2", "08801234567893"]],
        "pieces": 2,
        "total": 3400,
        "currency": "KRW",
        "at": now.isoformat(),
        "until": (now + timedelta(hours=4)).isoformat(),
    } | changes


def send(station: EnrolledStation, central: Central, kind: str, body: dict[str, Any]) -> None:
    station.journal.append(kind, body)
    upload_journal(station.journal, station.client)
    settle(central)


def test_checkouts_of_one_shop_know_of_each_other(enrolling: Enrolling) -> None:
    third, fourth, elsewhere = enrolling(lane="3"), enrolling(lane="4"), enrolling("SS02", "1")
    assert third.client.report_lane(OPEN).lanes == ()
    (known,) = fourth.client.report_lane(LaneReport(takes_cards=False, open=True)).lanes
    assert (known.lane, known.takes_cards, known.open) == ("3", True, True)
    assert known.seconds < 60
    (known,) = third.client.report_lane(OPEN).lanes
    assert (known.lane, known.takes_cards) == ("4", False)
    assert elsewhere.client.report_lane(OPEN).lanes == (), "another shop's checkouts are nobody's business"


def test_one_that_was_not_heard_of_is_left_out(enrolling: Enrolling, central: Central) -> None:
    third, fourth = enrolling(lane="3"), enrolling(lane="4")
    third.client.report_lane(OPEN)
    with transaction(central.engine) as session:
        session.connection().exec_driver_sql("UPDATE lane_state SET seen_at = seen_at - interval '6 minutes'")
    assert fourth.client.report_lane(OPEN).lanes == ()


def test_a_cart_is_given_to_one_checkout(enrolling: Enrolling, central: Central) -> None:
    third, fourth, fifth = enrolling(lane="3"), enrolling(lane="4"), enrolling(lane="5")
    send(third, central, "cart.parked", cart(third))
    with transaction(central.engine) as session:
        assert [x.number for x in waiting_carts(session, now=datetime.now(UTC))] == ["301"]
    assert fourth.client.take_cart("301").total == 3400
    assert fourth.client.take_cart("301").total == 3400, "the answer may have been lost"
    with pytest.raises(CentralRefused, match="409"):
        fifth.client.take_cart("301")
    with transaction(central.engine) as session:
        assert waiting_carts(session, now=datetime.now(UTC)) == []


def test_one_that_its_own_checkout_took_up_waits_no_longer(enrolling: Enrolling, central: Central) -> None:
    third, fourth = enrolling(lane="3"), enrolling(lane="4")
    parked = cart(third)
    send(third, central, "cart.parked", parked)
    taken = {
        "number": "301",
        "parked_by": third.identity.station,
        "parked_at": parked["at"],
        "station": third.identity.station,
        "shop": "SS01",
        "person": "A1",
    }
    send(third, central, "cart.taken_up", taken)
    with pytest.raises(CentralRefused, match="409"):
        fourth.client.take_cart("301")


@pytest.mark.parametrize("number", ["302", "999999"])
def test_a_number_that_nothing_waits_under(station: EnrolledStation, number: str) -> None:
    with pytest.raises(CentralRefused, match="404"):
        station.client.take_cart(number)


@pytest.mark.parametrize("number", ["1", "12345678", "30a"])
def test_a_number_that_is_none(station: EnrolledStation, number: str) -> None:
    with pytest.raises(CentralRefused, match="422"):
        station.client.take_cart(number)


def test_another_shop_gets_nothing(enrolling: Enrolling, central: Central) -> None:
    """T-9: nothing of another shop can be read."""
    third, elsewhere = enrolling(lane="3"), enrolling("SS02", "1")
    send(third, central, "cart.parked", cart(third))
    with pytest.raises(CentralRefused, match="404"):
        elsewhere.client.take_cart("301")


def test_what_is_over_is_not_given_and_goes(enrolling: Enrolling, central: Central, clock: FakeClock) -> None:
    third = enrolling(lane="3")
    send(third, central, "cart.parked", cart(third, until=(datetime.now(UTC) - timedelta(days=3)).isoformat()))
    with pytest.raises(CentralRefused, match="404"):
        third.client.take_cart("301")
    with transaction(central.engine) as session:
        forget_old_carts(session, now=clock())
        assert session.connection().exec_driver_sql("SELECT count(*) FROM parked_cart").scalar_one() == 0


def test_a_cart_of_another_station_is_held_for_a_person(enrolling: Enrolling, central: Central) -> None:
    third, fourth = enrolling(lane="3"), enrolling(lane="4")
    send(third, central, "cart.parked", cart(fourth))
    with transaction(central.engine) as session:
        (held,) = parked_report(session)
    assert "came from" in held["reason"]


def test_the_till_s_taker_tells_what_it_can_say(enrolling: Enrolling, central: Central, url: str) -> None:
    """`kiosk.bootstrap.cart_taker` at the real central."""
    third, fourth, fifth = enrolling(lane="3"), enrolling(lane="4"), enrolling(lane="5")
    send(third, central, "cart.parked", cart(third))
    at_fourth = CentralCarts(lambda: client_of(url, fourth.identity))
    at_fifth = CentralCarts(lambda: client_of(url, fifth.identity))
    assert at_fourth.take("301").number == "301"
    with pytest.raises(NoSuchCart) as taken:
        at_fifth.take("301")
    with pytest.raises(NoSuchCart) as never:
        at_fifth.take("777")
    assert (taken.value.taken, never.value.taken) == (True, False)
