"""The primary dies under load and the standby takes over: no entry that a station was told of is lost (I-3, I-4)."""

import random
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sync.agent.central_client import CentralAway
from sync.agent.upload_journal import upload_journal
from sync.central.app import Central, Serving, create_app, open_central
from sync.central.catalogue.loading import put_shop
from sync.central.check import check_books
from sync.central.database.engine import transaction
from sync.central.settings import CentralSettings
from sync.central.stations.enrolment import create_enrolment_code
from sync.central.tables import EntryRow
from tests.fakes.enrolled_station import SHOPS, EnrolledStation, client_of, enrol_as, settle
from tests.fakes.postgres_pair import PostgresPair
from tests.fakes.station_journal import FakeJournal

STATIONS = 4
LOAD_SECONDS = 2.0


@pytest.fixture
def pair() -> Iterator[PostgresPair]:
    with PostgresPair() as pair:
        yield pair


@pytest.fixture
def central(pair: PostgresPair, tmp_path: Path) -> Iterator[Central]:
    opened = open_central(CentralSettings(folder=tmp_path / "central", database_url=pair.url))
    with transaction(opened.engine) as session:
        for shop in SHOPS:
            put_shop(session, shop)
    yield opened
    opened.close()


class Uploading(threading.Thread):
    """A station that makes entries and uploads them without a pause, until it is told to end."""

    def __init__(self, station: EnrolledStation, ending: threading.Event) -> None:
        super().__init__(daemon=True)
        self.station, self._ending = station, ending
        self.refused_while_away = 0

    def run(self) -> None:
        journal, chance = self.station.journal, random.Random(self.station.identity.station)
        while not self._ending.is_set():
            for _ in range(chance.randint(1, 5)):
                journal.append("staff.called", {"reason": "help"})
            try:
                upload_journal(journal, self.station.client)
            except CentralAway:
                self.refused_while_away += 1
                self._ending.wait(0.05)


def enrolled(central: Central, url: str) -> EnrolledStation:
    with transaction(central.engine) as session:
        code = create_enrolment_code(session, "SS01", "1", now=datetime.now(UTC))
    identity = enrol_as(url, code)
    return EnrolledStation(identity, client_of(url, identity), FakeJournal(identity.station))


def acknowledged(loads: list[Uploading]) -> int:
    return sum(load.station.journal.acknowledged() for load in loads)


def test_a_killed_primary_loses_nothing_that_was_acknowledged(pair: PostgresPair, central: Central) -> None:
    ending = threading.Event()
    with Serving(create_app(central)) as serving:
        loads = [Uploading(enrolled(central, serving.url), ending) for _ in range(STATIONS)]
        for load in loads:
            load.start()
        time.sleep(LOAD_SECONDS)
        # From here on the standby hears nothing: what the primary said yes to by itself would be lost with it.
        pair.cut("primary")
        time.sleep(LOAD_SECONDS / 4)
        pair.kill("primary")
        told_before = {x.station.identity.station: x.station.journal.acknowledged() for x in loads}
        pair.promote("standby")
        assert all(told_before.values()), "there was load"
        # A station would send again what is missing: so the standby is looked at before anybody reaches it.
        with pair.connect("standby") as connection:
            held = dict(connection.execute("SELECT station, max(sequence) FROM journal_entry GROUP BY 1").fetchall())
        assert all(held[station] >= told for station, told in told_before.items()), (held, told_before)
        stuck = time.monotonic() + 60
        while not all(x.station.journal.acknowledged() > told_before[x.station.identity.station] for x in loads):
            assert time.monotonic() < stuck, "the stations go on with the standby"
            time.sleep(0.05)
        ending.set()
        for load in loads:
            load.join(30)
            upload_journal(load.station.journal, load.station.client)
        settle(central)
        with transaction(central.engine) as session:
            for load in loads:
                journal = load.station.journal
                rows = session.query(EntryRow).filter_by(station=load.station.identity.station)
                stored = [row.hash for row in rows.order_by(EntryRow.sequence)]
                assert stored == [entry.hash for entry in journal.entries], "each entry once, in order, none missing"
            assert check_books(session) == []
    assert any(load.refused_while_away for load in loads), "they saw that central was away"


@pytest.mark.long
def test_the_old_primary_comes_back_as_the_standby(pair: PostgresPair, central: Central) -> None:
    pair.kill("primary")
    pair.promote("standby")
    with pair.connect("standby", "postgres") as connection:
        connection.execute("ALTER SYSTEM SET synchronous_standby_names = 'primary'")
        connection.execute("SELECT pg_reload_conf()")
    pair.follow("primary", "standby")
    with Serving(create_app(central)) as serving:
        station = enrolled(central, serving.url)
        station.journal.append("staff.called", {"reason": "help"})
        upload_journal(station.journal, station.client)
    pair.kill("standby")
    with pair.connect("primary") as connection:
        assert connection.execute("SELECT count(*) FROM journal_entry").fetchone() == (1,)
