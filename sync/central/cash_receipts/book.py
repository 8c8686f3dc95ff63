"""Which cash receipts are to be issued or taken back, and what came of it."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from sync.central.cash_receipt_tables import CashReceiptRow
from sync.central.cash_receipts.popbill import IssueRequest, RevokeRequest
from sync.central.cash_receipts.steps import ALARM_AFTER, Act, Standing, State, Told, after, begun, what_next
from sync.central.database.engine import transaction
from sync.central.problems import Refused
from sync.central.tables import AlarmRow, EntryRow
from sync.wire.cash_receipt import CashReceiptDocument
from sync.wire.sale import SaleDocument

ISSUE, REVOKE = "issue", "revoke"
OPEN = (State.DUE.value, State.SENT.value, State.UNKNOWN.value)


class Issuer(Protocol):
    """The service, as far as the book needs it."""

    def issue(self, asked: IssueRequest) -> Told: ...

    def revoke(self, asked: RevokeRequest) -> Told: ...

    def ask(self, own_key: str) -> Told: ...


def put_due(session: Session, sale: SaleDocument, *, shop: str, sequence: int) -> None:
    """A sale has a cash receipt: it is due, in the transaction that posts the sale."""
    wanted = sale.cash_receipt
    if wanted is None:
        return
    session.add(
        CashReceiptRow(
            own_key=own_key(sale.station, sale.sale, ISSUE),
            kind=ISSUE,
            station=sale.station,
            shop=shop,
            sale=sale.sale,
            sequence=sequence,
            purpose=wanted.purpose,
            masked=wanted.masked_number,
            # The document has one value of supply: what is free of tax stands in it, and the sum is the total.
            supply=wanted.supply + wanted.tax_free,
            tax=wanted.tax,
            total=wanted.total,
            sold_at=sale.completed_at,
            state=State.DUE.value,
            reason="",
            tries=0,
            misses=0,
            alarmed=False,
            next_at=sale.completed_at,
            confirm_number="",
            trade_date="",
        )
    )


def own_key(station: str, sale: str, kind: str, again: int = 0) -> str:
    """The name of a request at the service, the same however often it is made: 24 letters and digits.

    `again` counts the documents that the tax office rejected: they cannot be changed, so another one takes their place.
    """
    named = f"{kind}/{station}/{sale}" + (f"/{again}" if again else "")
    return kind[0].upper() + hashlib.sha256(named.encode()).hexdigest()[:23]


def want_revoked(session: Session, station: str, sale: str, *, now: datetime) -> None:
    """Take the cash receipt of a sale back, once it is issued; raises `Refused` (404) when the sale has none."""
    issued = _of_sale(session, station, sale, ISSUE)
    if issued is None:
        raise Refused(404, "no cash receipt", f"sale {sale} of {station} has no cash receipt")
    if _of_sale(session, station, sale, REVOKE) is not None:
        return
    key = own_key(station, sale, REVOKE)
    kept = ("station", "shop", "sale", "sequence", "purpose", "masked", "supply", "tax", "total")
    session.add(
        CashReceiptRow(
            own_key=key,
            kind=REVOKE,
            **{name: getattr(issued, name) for name in kept},
            sold_at=now,
            state=State.DUE.value,
            reason="",
            tries=0,
            misses=0,
            alarmed=False,
            next_at=now,
            confirm_number="",
            trade_date="",
        )
    )


def send_again(session: Session, station: str, sale: str, *, now: datetime) -> None:
    """A person mended what was refused: try once more; raises `Refused` when nothing of the sale waits for that."""
    rows = select(CashReceiptRow).where(CashReceiptRow.station == station, CashReceiptRow.sale == sale)
    waiting = [row for row in session.scalars(rows.with_for_update()) if row.state == State.REVIEW]
    if not waiting:
        raise Refused(404, "nothing to do", f"no cash receipt of sale {sale} of {station} waits for a person")
    for row in waiting:
        if row.confirm_number:
            row.own_key = own_key(station, sale, row.kind, row.tries)
            row.confirm_number = row.trade_date = ""
        row.state, row.next_at, row.reason, row.misses, row.alarmed = State.DUE.value, now, "", 0, False


def work_on_next(engine: Engine, issuer: Issuer, now: Callable[[], datetime]) -> bool:
    """Do what is due for one cash receipt; answers whether there was any.

    What is about to be sent is committed before, so that two centrals never send one, and a killed one's is asked for.
    """
    with transaction(engine) as session:
        row = _next_due(session, now())
        if row is None:
            return False
        if row.kind == REVOKE and not _issue_is_known(session, row):
            row.next_at = now() + ALARM_AFTER / 720  # a minute: what is not issued yet cannot be taken back
            return True
        act = what_next(_standing(row), now())
        if act is None:
            return False
        begun_as = begun(_standing(row), act, now())
        _keep(row, begun_as)
        if act is Act.GIVE_UP:
            _alarm(session, row, now())
            return True
        key, asked = row.own_key, _request(session, row) if act is Act.SEND else None
    told = issuer.ask(key) if asked is None else _send(issuer, asked)
    with transaction(engine) as session:
        row = session.get_one(CashReceiptRow, key, with_for_update=True)
        if _standing(row) != begun_as:
            return True  # another central took it over when this one was slow; it knows more
        _keep(row, after(begun_as, act, told, now()))
        late = row.state in OPEN and now() - row.sold_at > ALARM_AFTER
        if (late or row.state == State.REVIEW) and not row.alarmed:
            _alarm(session, row, now())
    return True


def cash_receipts_report(session: Session, *, most: int = 200, waiting: bool = False) -> list[dict[str, Any]]:
    """The newest cash receipts with their state; with `waiting` those that are not filed, the oldest first."""
    rows = select(CashReceiptRow).order_by(CashReceiptRow.sold_at.desc(), CashReceiptRow.own_key).limit(most)
    if waiting:
        rows = select(CashReceiptRow).where(CashReceiptRow.state != State.FILED.value)
        rows = rows.order_by(CashReceiptRow.sold_at, CashReceiptRow.own_key).limit(most)
    names = ("own_key", "kind", "station", "shop", "sale", "purpose", "masked", "total", "state", "reason", "tries")
    return [
        {name: getattr(row, name) for name in names}
        | {"confirm_number": row.confirm_number, "trade_date": row.trade_date, "sold_at": row.sold_at.isoformat()}
        for row in session.scalars(rows)
    ]


def confirm_number(session: Session, station: str, sale: str) -> str:
    """The number under which a sale's cash receipt was issued, or "" before that."""
    row = _of_sale(session, station, sale, ISSUE)
    return row.confirm_number if row is not None else ""


def _of_sale(session: Session, station: str, sale: str, kind: str) -> CashReceiptRow | None:
    mine = (CashReceiptRow.station == station, CashReceiptRow.sale == sale, CashReceiptRow.kind == kind)
    return session.scalar(select(CashReceiptRow).where(*mine))


def _next_due(session: Session, now: datetime) -> CashReceiptRow | None:
    due = select(CashReceiptRow).where(CashReceiptRow.next_at.is_not(None), CashReceiptRow.next_at <= now)
    oldest = due.order_by(CashReceiptRow.next_at, CashReceiptRow.own_key).limit(1)
    return session.scalar(oldest.with_for_update(skip_locked=True))


def _issue_is_known(session: Session, row: CashReceiptRow) -> bool:
    return confirm_number(session, row.station, row.sale) != ""


def _standing(row: CashReceiptRow) -> Standing:
    return Standing(
        State(row.state),
        row.sold_at,
        row.tries,
        row.misses,
        row.next_at,
        row.reason,
        row.confirm_number,
        row.trade_date,
    )


def _keep(row: CashReceiptRow, standing: Standing) -> None:
    row.state, row.tries, row.misses, row.next_at = (
        standing.state.value,
        standing.tries,
        standing.misses,
        standing.next_at,
    )
    row.reason, row.confirm_number, row.trade_date = standing.reason, standing.confirm_number, standing.trade_date


def _request(session: Session, row: CashReceiptRow) -> IssueRequest | RevokeRequest:
    if row.kind == REVOKE:
        issued = _of_sale(session, row.station, row.sale, ISSUE)
        assert issued is not None  # noqa: S101  # a revocation is written beside what it takes back
        return RevokeRequest(row.own_key, issued.confirm_number, issued.trade_date)
    entry = session.get_one(EntryRow, (row.station, row.sequence))
    wanted = CashReceiptDocument.model_validate(SaleDocument.model_validate_json(entry.body).cash_receipt)
    business = wanted.purpose == "business"
    return IssueRequest(row.own_key, business, wanted.number, row.supply, row.tax, row.total, row.sold_at)


def _send(issuer: Issuer, asked: IssueRequest | RevokeRequest) -> Told:
    return issuer.revoke(asked) if isinstance(asked, RevokeRequest) else issuer.issue(asked)


def _alarm(session: Session, row: CashReceiptRow, now: datetime) -> None:
    row.alarmed = True
    said = f"the cash receipt of sale {row.sale} over {row.total} is {row.state}: {row.reason or 'no answer yet'}"
    session.add(
        AlarmRow(
            station=row.station,
            shop=row.shop,
            sequence=row.sequence,
            kind="cash_receipt",
            detail=said,
            refused="",
            at=now,
        )
    )
