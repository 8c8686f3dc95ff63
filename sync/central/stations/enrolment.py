"""How a station is let in: an operator makes a code, the station spends it with its own key."""

import base64
import binascii
import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sync.central.problems import Refused
from sync.central.tables import EnrolmentCodeRow, ShopRow, StationRow
from sync.wire.enrolment import EnrolmentAnswer, EnrolmentRequest
from sync.wire.journal import FIRST_PREVIOUS

CODE_LIVES = timedelta(minutes=15)
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no letters that are read as digits
_CODE_LETTERS = 10  # 50 bits for 15 minutes


def create_enrolment_code(
    session: Session, shop: str, lane: str, *, now: datetime, choose: Callable[[str], str] = secrets.choice
) -> str:
    """A code that lets one station into `shop` within 15 minutes; only its hash is kept.

    Raises `Refused` (404) when the shop is not known.
    """
    if session.get(ShopRow, shop) is None:
        raise Refused(404, "unknown shop", f"there is no shop {shop!r}; load the shops first")
    letters = "".join(choose(_ALPHABET) for _ in range(_CODE_LETTERS))
    expires = now + CODE_LIVES
    session.add(EnrolmentCodeRow(code_hash=_code_hash(letters), shop=shop, lane=lane, expires_at=expires))
    return f"{letters[:5]}-{letters[5:]}"


def enrol(
    session: Session, request: EnrolmentRequest, *, central_key: bytes, receipt_base_url: str, now: datetime
) -> EnrolmentAnswer:
    """Spend a code and write the station down; the same code and key again get the same answer.

    Raises `Refused` (403) with one text for every code that does not work.
    """
    key = _public_key(request.public_key)
    row = session.get(EnrolmentCodeRow, _code_hash(request.code), with_for_update=True)
    if row is None or (row.expires_at < now and row.used_at is None):
        raise _no_such_code()
    station = _spend(session, row, key, request.name, now)
    shop = session.get_one(ShopRow, station.shop)
    return EnrolmentAnswer(
        station=station.station,
        shop=station.shop,
        lane=station.lane,
        central_key=base64.b64encode(central_key).decode(),
        staff_secret=base64.b64encode(shop.staff_secret).decode(),
        receipt_base_url=receipt_base_url,
    )


def _spend(session: Session, row: EnrolmentCodeRow, key: bytes, name: str, now: datetime) -> StationRow:
    if row.used_at is not None:
        # The answer to a first try may have been lost: the same key within the code's life is the same station.
        known = session.get(StationRow, row.station)
        if known is None or known.public_key != key or known.revoked_at or row.expires_at < now:
            raise _no_such_code()
        return known
    if session.scalar(select(StationRow.station).where(StationRow.public_key == key)) is not None:
        raise _no_such_code()
    session.get_one(ShopRow, row.shop, with_for_update=True)  # numbers of a shop are given one after the other
    number = session.scalar(select(func.count()).where(StationRow.shop == row.shop)) or 0
    station = StationRow(
        station=f"{row.shop}-{number + 1:02d}",
        shop=row.shop,
        lane=row.lane,
        name=name,
        public_key=key,
        enrolled_at=now,
        acknowledged=0,
        last_hash=FIRST_PREVIOUS,
    )
    session.add(station)
    row.used_at, row.station = now, station.station
    session.flush()
    return station


def revoke_station(session: Session, station: str, *, now: datetime) -> None:
    """Refuse every later request of a station; raises `Refused` (404) when it is not known."""
    row = session.get(StationRow, station, with_for_update=True)
    if row is None:
        raise Refused(404, "unknown station", f"there is no station {station!r}")
    row.revoked_at = row.revoked_at or now


def _public_key(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
        Ed25519PublicKey.from_public_bytes(key)
    except (binascii.Error, ValueError) as error:
        raise Refused(422, "not understood", "public_key is not a raw Ed25519 key in base64 (32 bytes)") from error
    return key


def _code_hash(code: str) -> bytes:
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(b"enrolment code " + letters.encode()).digest()


def _no_such_code() -> Refused:
    return Refused(403, "code not accepted", "the code is wrong, used or older than 15 minutes; ask for a new one")
