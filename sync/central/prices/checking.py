"""Which uploads wait to be priced again, what came of it, and how that is told."""

import json
import logging
import threading
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, delete, select, update
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.orm import Session

from sync.central.database.engine import transaction
from sync.central.prices.again import PriceAgain, Verdict
from sync.central.prices.published import PublishedCatalogues
from sync.central.prices.uploaded import Uploaded, uploaded_orders, uploaded_sale
from sync.central.tables import EntryRow, PriceCheckRow, PriceDifferenceRow
from sync.wire.journal import EntryKind
from sync.wire.moment import Now
from sync.wire.sale import KeptOrderDocument, SaleDocument

_LOG = logging.getLogger(__name__)
_PAUSE = 2.0


def await_check(session: Session, told: SaleDocument | KeptOrderDocument, *, shop: str, sequence: int) -> None:
    """Note that an entry is to be priced again; in the transaction that posts it."""
    session.add(
        PriceCheckRow(
            station=told.station,
            sequence=sequence,
            shop=shop,
            sale=told.sale,
            catalogue_version=told.catalogue_version,
            state="waiting",
        )
    )


def check_waiting(engine: Engine, catalogues: PublishedCatalogues, *, now: datetime, time_zone: str) -> int:
    """Price everything again that waits; answers how much that was.

    Each has a transaction of its own; several centrals share the work. Uploads of one version come together, so
    that its file is unpacked once.
    """
    again, count = PriceAgain(catalogues, ZoneInfo(time_zone)), 0
    while _check_next(engine, again, now):
        catalogues.forget_old()
        count += 1
    return count


class PriceWatcher:
    """Prices uploads again on its own thread, so that nothing else of central waits for it."""

    def __init__(self, engine: Engine, folder: Path, now: Now, time_zone: str) -> None:
        self._engine, self._folder, self._now, self._time_zone = engine, folder, now, time_zone
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="prices", daemon=True)

    def start(self) -> None:
        """Begin, with whatever an earlier run left."""
        self._thread.start()

    def stop(self) -> None:
        """End after what is in hand."""
        self._ending.set()
        self._thread.join(timeout=30)

    def _run(self) -> None:
        with PublishedCatalogues(self._folder) as catalogues:
            again = PriceAgain(catalogues, ZoneInfo(self._time_zone))
            while not self._ending.is_set():
                try:
                    found = _check_next(self._engine, again, self._now())
                    catalogues.forget_old()
                except Exception:  # the database may be away for a moment; what waits goes on waiting
                    _LOG.exception("pricing again stopped; it goes on in a moment")
                    found = False
                if not found:
                    self._ending.wait(_PAUSE)


def check_again(session: Session, *, station: str = "", all_of_them: bool = False) -> int:
    """Let uploads that differ or could not be checked wait again, or all; answers how many."""
    wanted = update(PriceCheckRow).values(state="waiting", reason="")
    if not all_of_them:
        wanted = wanted.where(PriceCheckRow.state.in_(("different", "not_checked")))
    if station:
        wanted = wanted.where(PriceCheckRow.station == station)
    return len(session.execute(wanted.returning(PriceCheckRow.sequence)).all())


def prices_report(session: Session, *, shop: str = "", station: str = "", most: int = 100) -> list[dict[str, Any]]:
    """The newest uploads that differ or could not be checked, each with its differences, ready for JSON."""
    wanted = select(PriceCheckRow).where(PriceCheckRow.state.in_(("different", "not_checked")))
    for column, value in ((PriceCheckRow.shop, shop), (PriceCheckRow.station, station)):
        if value:
            wanted = wanted.where(column == value)
    newest = wanted.order_by(PriceCheckRow.checked_at.desc(), PriceCheckRow.station, PriceCheckRow.sequence.desc())
    return [_told(session, row) for row in session.scalars(newest.limit(most))]


def _told(session: Session, row: PriceCheckRow) -> dict[str, Any]:
    mine = select(PriceDifferenceRow).where(
        PriceDifferenceRow.station == row.station, PriceDifferenceRow.sequence == row.sequence
    )
    differences = session.scalars(mine.order_by(PriceDifferenceRow.number))
    return {
        "station": row.station,
        "shop": row.shop,
        "sale": row.sale,
        "sequence": row.sequence,
        "catalogue_version": row.catalogue_version,
        "state": row.state,
        "reason": row.reason,
        "checked_at": row.checked_at.isoformat() if row.checked_at else None,
        "differences": [
            {"kind": one.kind, "place": one.place, "charged": one.charged, "expected": one.expected, "what": one.what}
            for one in differences
        ],
    }


def _check_next(engine: Engine, again: PriceAgain, now: datetime) -> bool:
    with transaction(engine) as session:
        oldest = select(PriceCheckRow).where(PriceCheckRow.state == "waiting")
        oldest = oldest.order_by(PriceCheckRow.shop, PriceCheckRow.catalogue_version, PriceCheckRow.station)
        row = session.scalar(oldest.order_by(PriceCheckRow.sequence).limit(1).with_for_update(skip_locked=True))
        if row is None:
            return False
        try:
            verdict = again.check(session, _uploaded(session, row))
        except (OperationalError, InterfaceError):
            raise  # the database is away or busy: it is tried again
        except Exception as error:  # whatever one upload breaks, those behind it are priced
            _LOG.exception("entry %s of %s cannot be priced again", row.sequence, row.station)
            verdict = Verdict("not_checked", f"{type(error).__name__}: {error}")
        row.state, row.reason, row.checked_at = verdict.state, verdict.reason[:2000], now
        mine = (PriceDifferenceRow.station == row.station, PriceDifferenceRow.sequence == row.sequence)
        session.execute(delete(PriceDifferenceRow).where(*mine))
        session.add_all(
            PriceDifferenceRow(
                station=row.station,
                sequence=row.sequence,
                number=number,
                shop=row.shop,
                kind=one.kind,
                place=one.place,
                charged=one.charged,
                expected=one.expected,
                what=one.what,
            )
            for number, one in enumerate(verdict.differences, 1)
        )
        return True


def _uploaded(session: Session, row: PriceCheckRow) -> Uploaded:
    entry = session.get_one(EntryRow, (row.station, row.sequence))
    body = json.loads(entry.body)
    if entry.kind == EntryKind.SALE_COMPLETED:
        return uploaded_sale(SaleDocument.model_validate(body))
    return uploaded_orders(KeptOrderDocument.model_validate(body))
