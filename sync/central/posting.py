"""From journal entries to the books: the one room that writes to several slices, one transaction an entry."""

import logging
import threading
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from pydantic import ValidationError
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from sync.central.cash_receipts.book import put_due
from sync.central.coupons.book import put_coupon_uses
from sync.central.database.engine import transaction
from sync.central.journal.waiting import StoredEntry, Unpostable, post_next, repost
from sync.central.lanes.book import put_parked, put_taken
from sync.central.orders.book import put_orders
from sync.central.prices.checking import await_check
from sync.central.problems import faults
from sync.central.sales.books import put_attempt, put_sale, sale_fault
from sync.central.stock.movements import Movement, move, publish_movements
from sync.central.tables import ShopRow
from sync.central.terminals.days import put_day
from sync.wire.document import Document
from sync.wire.journal import EntryKind
from sync.wire.lane import CartTakenDocument, ParkedCartDocument
from sync.wire.moment import Now
from sync.wire.sale import AttemptDocument, KeptOrderDocument, LineDocument, SaleDocument
from sync.wire.terminal import TerminalTotalsDocument

_LOG = logging.getLogger(__name__)
_ATTEMPTS = frozenset(
    {EntryKind.ATTEMPT_SENT, EntryKind.ATTEMPT_SETTLED, EntryKind.REVERSAL_SENT, EntryKind.ATTEMPT_REVERSED}
)
D = TypeVar("D", bound=Document)


@dataclass(frozen=True, slots=True)
class PostedCount:
    """How many entries went into the books, and how many were parked."""

    posted: int
    parked: int


def post_waiting(engine: Engine, *, now: datetime) -> PostedCount:
    """Post every stored entry; one that cannot be posted is parked and blocks nothing."""
    counts = {"posted": 0, "parked": 0}
    while state := post_next(engine, post_entry, now=now):
        counts[state] += 1
    # Always: an earlier run may have ended between its last entry and this.
    publish_movements(engine)
    return PostedCount(**counts)


def repost_parked(engine: Engine, station: str = "", sequence: int | None = None, *, now: datetime) -> PostedCount:
    """Try parked entries again, after whatever kept them out was repaired."""
    with transaction(engine) as session:
        repost(session, station, sequence)
    return post_waiting(engine, now=now)


def post_entry(session: Session, entry: StoredEntry) -> None:
    """Write one entry into the books; kinds that say nothing to the books pass. Raises `Unpostable`."""
    if entry.kind == EntryKind.SALE_COMPLETED:
        _post_sale(session, entry)
    elif entry.kind == EntryKind.ORDER_KEPT:
        kept = _read(KeptOrderDocument, entry)
        _check_owner(entry, kept.station, kept.shop)
        put_orders(session, kept, shop=entry.shop)
        await_check(session, kept, shop=entry.shop, sequence=entry.sequence)
    elif entry.kind == EntryKind.CART_PARKED:
        cart = _read(ParkedCartDocument, entry)
        _check_owner(entry, cart.station, cart.shop)
        put_parked(session, cart, shop=entry.shop, station=entry.station, sequence=entry.sequence)
    elif entry.kind == EntryKind.CART_TAKEN_UP:
        taken = _read(CartTakenDocument, entry)
        _check_owner(entry, taken.station, taken.shop)
        put_taken(session, taken, shop=entry.shop, at=entry.at)
    elif entry.kind == EntryKind.TERMINAL_TOTALS:
        totals = _read(TerminalTotalsDocument, entry)
        put_day(session, totals, station=entry.station, shop=entry.shop, sequence=entry.sequence)
    elif entry.kind in _ATTEMPTS:
        attempt = _read(AttemptDocument, entry)
        put_attempt(session, attempt, station=entry.station, shop=entry.shop, sequence=entry.sequence)


def _post_sale(session: Session, entry: StoredEntry) -> None:
    sale = _read(SaleDocument, entry)
    _check_owner(entry, sale.station, sale.shop)
    if fault := sale_fault(sale):
        raise Unpostable(fault)
    put_sale(session, sale, shop=entry.shop, sequence=entry.sequence)
    put_orders(session, sale, shop=entry.shop)
    put_coupon_uses(session, sale)
    put_due(session, sale, shop=entry.shop, sequence=entry.sequence)
    await_check(session, sale, shop=entry.shop, sequence=entry.sequence)
    move(session, (_sold(session, sale, line) for line in sale.lines))


def _sold(session: Session, sale: SaleDocument, line: LineDocument) -> Movement:
    reference = f"{sale.station}/{sale.sale}/{line.line}"
    return Movement(_gives(session, sale, line), line.sku, "sold", reference, -line.quantity, sale.completed_at)


def _gives(session: Session, sale: SaleDocument, line: LineDocument) -> str:
    """Whose stock a line lowers: the own shop's, the pick-up shop's, or the warehouse's for a shipment."""
    if line.fulfilment == "pick_up":
        return line.pickup_shop or sale.shop
    if line.fulfilment == "ship":
        warehouse = select(ShopRow.shop).where(ShopRow.is_warehouse).order_by(ShopRow.shop).limit(1)
        return session.scalar(warehouse) or sale.shop
    return sale.shop


def _read(kind: type[D], entry: StoredEntry) -> D:
    try:
        return kind.model_validate(entry.body)
    except ValidationError as error:
        raise Unpostable(f"{entry.kind} is not understood: {faults(error)}") from error


def _check_owner(entry: StoredEntry, station: str, shop: str) -> None:
    if (station, shop) != (entry.station, entry.shop):
        raise Unpostable(
            f"the document is of station {station} in shop {shop}, it came from {entry.station} in {entry.shop}"
        )


class Poster:
    """Posts what arrives, on its own thread, so that a station never waits for the books."""

    def __init__(self, engine: Engine, now: Now) -> None:
        self._engine, self._now = engine, now
        self._wanted = threading.Event()
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="posting", daemon=True)

    def start(self) -> None:
        """Begin, with whatever an earlier run left unposted."""
        self._wanted.set()
        self._thread.start()

    def wake(self) -> None:
        """Something was stored."""
        self._wanted.set()

    def stop(self) -> None:
        """End after the entry in hand."""
        self._ending.set()
        self._wanted.set()
        self._thread.join(timeout=30)

    def _run(self) -> None:
        while True:
            # Another process may have stored something without waking this one.
            self._wanted.wait(timeout=5)
            if self._ending.is_set():
                return
            self._wanted.clear()
            try:
                post_waiting(self._engine, now=self._now())
            except Exception:  # the database may be away for a moment; the entries wait, stored
                _LOG.exception("posting stopped; it goes on in a moment")
                self._ending.wait(1)
