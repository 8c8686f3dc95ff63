"""The real central on the real PostgreSQL: one server a session, a fresh database a test."""

import shutil
import tempfile
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from sync.central.app import Central, Serving, create_app, open_central
from sync.central.catalogue.loading import put_shop
from sync.central.database.embedded import EmbeddedPostgres
from sync.central.database.engine import migrate, open_engine, transaction
from sync.central.settings import CentralSettings
from sync.central.stations.enrolment import create_enrolment_code
from tests.fakes.enrolled_station import SHOPS, EnrolledStation, Enrolling, FakeClock, client_of, enrol_as
from tests.fakes.station_journal import FakeJournal


@pytest.fixture(scope="session")
def postgres() -> Iterator[EmbeddedPostgres]:
    folder = Path(tempfile.mkdtemp(prefix="baro-pg-"))
    server = EmbeddedPostgres(folder / "postgres")
    server.start()
    engine = open_engine(server.create_database("pattern"))
    migrate(engine)
    engine.dispose()
    yield server
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database_url(postgres: EmbeddedPostgres) -> Iterator[str]:
    name = f"test_{uuid.uuid4().hex[:12]}"
    pattern = postgres.create_database("pattern")
    with psycopg.connect(pattern.replace("/pattern", "/postgres"), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE pattern").format(sql.Identifier(name)))
    yield pattern.replace("/pattern", f"/{name}")
    postgres.drop_database(name)


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> CentralSettings:
    return CentralSettings.model_validate({"folder": tmp_path / "central", "database_url": database_url})


@pytest.fixture
def central(settings: CentralSettings) -> Iterator[Central]:
    opened = open_central(settings)
    with transaction(opened.engine) as session:
        for shop in SHOPS:
            put_shop(session, shop)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def url(central: Central, clock: FakeClock) -> Iterator[str]:
    with Serving(create_app(central, now=clock)) as serving:
        yield serving.url


@pytest.fixture
def enrolling(central: Central, url: str) -> Iterator[Enrolling]:
    made: list[EnrolledStation] = []

    def make(shop: str = "SS01", lane: str = "3") -> EnrolledStation:
        with transaction(central.engine) as session:
            code = create_enrolment_code(session, shop, lane, now=datetime.now(UTC))
        identity = enrol_as(url, code, f"kiosk {len(made) + 1}")
        made.append(EnrolledStation(identity, client_of(url, identity), FakeJournal(identity.station)))
        return made[-1]

    yield make
    for station in made:
        station.client.close()


@pytest.fixture
def station(enrolling: Enrolling) -> EnrolledStation:
    return enrolling()
