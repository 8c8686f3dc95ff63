"""Recalls and prices reach a waiting station within seconds; losing a wake-up costs a round, no more (T-10, F-12)."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from sqlalchemy import text

from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.recall_rows import recall_from
from sync.agent.agent import Agent
from sync.agent.central_client import CentralRefused
from sync.agent.pull_catalogue import CataloguePull
from sync.central.app import Central, Serving, create_app
from sync.central.catalogue.loading import put_items, put_recalls
from sync.central.catalogue.publishing import publish
from sync.central.database.engine import transaction
from sync.central.stations.enrolment import revoke_station
from sync.wire.moment import utc_now
from tests.fakes.enrolled_station import EnrolledStation, Enrolling, FakeClock, client_of

FIVE_SECONDS = 3 * 5.0  # what is promised, threefold: the machine of the tests does other things meanwhile


def tell(central: Central, shop: str) -> None:
    with transaction(central.engine) as session:
        session.execute(text("SELECT pg_notify('baro_wake', :shop)"), {"shop": shop})


def board_of(central_app: object) -> int:
    return len(central_app.state.wake_board)  # type: ignore[attr-defined]


def until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    give_up = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < give_up, "it did not come true in time"
        time.sleep(0.01)


class Served:
    """A central that answers, with its board."""

    def __init__(self, central: Central, clock: FakeClock) -> None:
        self.app = create_app(central, now=clock)

    @contextmanager
    def serving(self) -> Iterator[str]:
        with Serving(self.app) as serving:
            yield serving.url

    @property
    def waiting(self) -> int:
        return board_of(self.app)


@pytest.fixture
def served(central: Central, clock: FakeClock) -> Served:
    return Served(central, clock)


@pytest.fixture
def url(served: Served) -> Iterator[str]:
    with served.serving() as address:
        yield address


def caught_up(station: EnrolledStation) -> int:
    """The position after what every first question is told: look once."""
    answer = station.client.wake(0)
    assert answer.newer
    return answer.position


def test_a_waiting_station_is_told_within_seconds(central: Central, enrolling: Enrolling, served: Served) -> None:
    here, there = enrolling("SS01"), enrolling("SS02")
    until(lambda: caught_up(here) > 0)
    after_here, after_there = caught_up(here), caught_up(there)
    with ThreadPoolExecutor(2) as pool:
        asked, elsewhere = pool.submit(here.client.wake, after_here), pool.submit(there.client.wake, after_there)
        until(lambda: served.waiting == 2)
        tell(central, "SS01")
        answer = asked.result(FIVE_SECONDS)
        assert answer.newer
        assert answer.position > after_here
        assert not elsewhere.done(), "another shop's news wakes nobody"
        tell(central, "*")
        assert elsewhere.result(FIVE_SECONDS).newer
    assert served.waiting == 0


def test_what_was_told_between_two_questions_is_not_lost(central: Central, station: EnrolledStation) -> None:
    position = caught_up(station)
    tell(central, "SS01")
    answer = station.client.wake(position)
    assert answer.newer
    assert answer.position > position


def test_a_process_that_begins_to_listen_lets_everybody_look_once(
    central: Central, station: EnrolledStation, clock: FakeClock
) -> None:
    """What was told while nobody listened here may have been missed."""
    position = caught_up(station)
    with Serving(create_app(central, now=clock)) as other:
        client = client_of(other.url, station.identity)
        answer = client.wake(position)
        client.close()
    assert answer.newer


def test_a_lost_connection_to_the_database_is_made_again(
    central: Central, station: EnrolledStation, served: Served
) -> None:
    position = caught_up(station)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(station.client.wake, position)
        until(lambda: served.waiting == 1)
        with transaction(central.engine) as session:
            ended = session.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'baro wake' "
                    "AND datname = current_database()"
                )
            )
            assert len(ended.all()) == 1
        assert asked.result(30).newer, "whatever was told in the gap: it looks"


def test_who_asks_again_has_lost_the_former_question(station: EnrolledStation, served: Served, url: str) -> None:
    position = caught_up(station)
    again = client_of(url, station.identity)
    with ThreadPoolExecutor(2) as pool:
        former = pool.submit(station.client.wake, position)
        until(lambda: served.waiting == 1)
        newer = pool.submit(again.wake, position)
        assert not former.result(FIVE_SECONDS).newer
        assert served.waiting == 1
        assert not newer.done()
        assert former.result().position >= position
        served.app.state.wake_board._loop.call_soon_threadsafe(served.app.state.wake_board.let_go)
        assert 0 <= newer.result(FIVE_SECONDS).pause <= 5
    again.close()


def test_a_revoked_station_is_sent_away(central: Central, station: EnrolledStation, served: Served) -> None:
    """Revocation counts within a minute, also for one that is waiting."""
    position = caught_up(station)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(station.client.wake, position)
        until(lambda: served.waiting == 1)
        with transaction(central.engine) as session:
            revoke_station(session, station.identity.station, now=datetime.now(UTC))
        asked.result(60)
    with pytest.raises(CentralRefused, match="401"):
        station.client.wake(position)


def test_nobody_waits_without_a_signature(url: str) -> None:
    assert requests.get(f"{url}/v1/wake?after=0", timeout=10).status_code == 401


@pytest.mark.parametrize("after", ["-1", "x", "99999999999999999999"])
def test_a_position_that_is_none_is_refused(station: EnrolledStation, after: str) -> None:
    with pytest.raises(CentralRefused, match="422"):
        station.client.wake(after)  # type: ignore[arg-type]


def test_central_ends_quickly_though_stations_wait(central: Central, clock: FakeClock, enrolling: Enrolling) -> None:
    station = enrolling()
    app = create_app(central, now=clock)
    serving = Serving(app)
    serving.__enter__()
    client = client_of(serving.url, station.identity)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(client.wake, client.wake(0).position)
        until(lambda: board_of(app) == 1)
        serving.stop()
        assert not asked.result(FIVE_SECONDS).newer
    client.close()


class AdoptingSink:
    """Says when a version was adopted."""

    def __init__(self) -> None:
        self.version = 0
        self.came = threading.Event()

    def adopted_version(self) -> int:
        return self.version

    def adopt(self, path: Path, version: int) -> None:
        path.unlink()
        self.version = version
        self.came.set()


def test_a_recall_is_at_a_connected_station_within_five_seconds(
    central: Central, station: EnrolledStation, served: Served, url: str, tmp_path: Path
) -> None:
    """A round would come in five minutes: only the wake-up can have brought it."""
    put_items(central.engine, [CatalogueItem("B1", "08801234567893", LocalText("우유"), 1700)])
    publish(central.engine, central.key, central.catalogue_folder, now=utc_now())
    identity, sink = station.identity, AdoptingSink()
    client = client_of(url, identity)
    pull = CataloguePull(client, sink, tmp_path, central_key=identity.central_key, shop=identity.shop)
    agent = Agent(
        client,
        station.journal,
        now=utc_now,
        uniform=lambda low, high: (low + high) / 2,
        catalogue=pull,
        round_seconds=300.0,
        waiting=client_of(url, identity),
    )
    agent.start()
    until(lambda: sink.version > 0 and served.waiting == 1)
    sink.came.clear()
    with transaction(central.engine) as session:
        put_recalls(
            session, [recall_from({"id": "R1", "skus": ["B1"], "reason": {"ko": "이물"}, "lot_unknown": "stop"})]
        )
    publish(central.engine, central.key, central.catalogue_folder, now=utc_now())
    tell(central, "*")
    assert sink.came.wait(FIVE_SECONDS), "the recall waits for the next round"
    agent.stop()
