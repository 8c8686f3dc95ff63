"""A station's folder on the disk as enrolment and some sales leave it, without central."""

import base64
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from kiosk.checkout.ports import UnitOfWork
from kiosk.database.engine import open_station
from kiosk.database.sealed_file import machine_marks, station_key
from kiosk.database.station_identity import IdentityFolder, StationIdentity
from kiosk.database.station_journal import StationJournal
from kiosk.database.writer import StationWriter
from sync.wire.enrolment import EnrolmentAnswer

AT = datetime(2026, 11, 21, 1, 30, tzinfo=UTC)


def enrol_folder(folder: Path, station: str = "SS01-3") -> StationIdentity:
    """Make `folder` that of an enrolled station."""
    told = EnrolmentAnswer(
        station=station,
        shop="SS01",
        lane="3",
        central_key=base64.b64encode(os.urandom(32)).decode(),
        staff_secret=base64.b64encode(os.urandom(32)).decode(),
        receipt_base_url="https://r.example/r/",
    )
    return IdentityFolder(folder, machine_marks()).keep(told)


def write_entries(
    folder: Path, identity: StationIdentity, count: int, told: Mapping[str, object] | None = None
) -> None:
    """Open the station, journal `count` printed receipts that tell this besides, sign the head, close."""
    database = open_station(
        folder / "station.db", station_key(folder, machine_marks()), station=identity.station, now=AT
    )
    writer = StationWriter(database, lambda: AT, lambda call: call())
    journal = StationJournal(database, writer, signer=identity, head_file=folder / "journal.head", now=lambda: AT)
    for number in range(count):
        writer.run(_append(number, told or {}))
    journal.sign_head()
    assert writer.close()
    journal.close()
    database.close()


def _append(number: int, told: Mapping[str, object]):  # type: ignore[no-untyped-def]
    def work(unit: UnitOfWork) -> int:
        return unit.append("receipt.printed", {"number": number, "text": f"영수증 {number}", **told})

    return work
