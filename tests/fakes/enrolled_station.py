"""Stations that are enrolled at a test's central, and what such a central has."""

import base64
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import func, select

from kiosk.domain.catalogue import LocalText, Shop
from sync.agent.central_client import CentralClient
from sync.agent.enrol import request_enrolment
from sync.central.app import Central
from sync.central.database.engine import transaction
from sync.central.posting import post_waiting
from sync.central.stock.movements import publish_movements
from sync.central.tables import EntryRow
from tests.fakes.station_journal import FakeJournal

SHOPS = (
    Shop(
        "SS01",
        LocalText("성수점", "Seongsu"),
        LocalText("바로길 12"),
        pickup_place=LocalText("1층 안내데스크", "Information desk"),
        pickup_until="21:00",
    ),
    Shop(
        "SS02",
        LocalText("서울숲점", "Seoul Forest"),
        LocalText("숲속길 34"),
        pickup_place=LocalText("고객센터", "Customer centre"),
        pickup_until="20:30",
    ),
    Shop("WH01", LocalText("이천 물류센터", "Icheon warehouse"), LocalText("창고길 78"), is_warehouse=True),
)


@dataclass
class FakeClock:
    """Central's time, real plus what a test adds."""

    offset: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.offset


@dataclass(frozen=True)
class Identity:
    """Who a station is, as its database would keep it."""

    station: str
    shop: str
    lane: str
    key: Ed25519PrivateKey
    central_key: bytes
    staff_secret: bytes
    receipt_base_url: str


def public_text(key: Ed25519PrivateKey) -> str:
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def enrol_as(url: str, code: str, name: str = "kiosk") -> Identity:
    """Enrol with a fresh key."""
    key = Ed25519PrivateKey.generate()
    told = request_enrolment(url, code, public_text(key), name)
    secret = base64.b64decode(told.staff_secret)
    central_key = base64.b64decode(told.central_key)
    return Identity(told.station, told.shop, told.lane, key, central_key, secret, told.receipt_base_url)


@dataclass
class EnrolledStation:
    """A station with its identity, a client and a journal."""

    identity: Identity
    client: CentralClient
    journal: FakeJournal


Enrolling = Callable[..., EnrolledStation]


def new_nonce() -> str:
    return secrets.token_urlsafe(18)


def client_of(url: str, identity: Identity) -> CentralClient:
    return CentralClient(url, identity.station, identity.key, now=lambda: datetime.now(UTC), nonce=new_nonce)


def settle(central: Central) -> None:
    """Wait until central has posted or parked everything it stored."""
    give_up = time.monotonic() + 20
    while time.monotonic() < give_up:
        post_waiting(central.engine, now=datetime.now(UTC))
        with transaction(central.engine) as session:
            if not session.scalar(select(func.count()).where(EntryRow.state == "stored")):
                break
        time.sleep(0.02)
    else:
        raise AssertionError("central did not post what it stored")
    publish_movements(central.engine)  # central's own thread posted the last entry and may not have come to this
