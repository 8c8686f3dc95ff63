"""What a journal says of the payments at its terminal, as the rules of `kiosk.domain.reconcile` read it."""

from collections.abc import Iterable
from datetime import tzinfo
from typing import Any

from kiosk.domain.reconcile import OPEN, BookedPayment, DaySums
from kiosk.domain.terminal_movement import receipt_name
from sync.wire.sale import AttemptDocument
from sync.wire.terminal import TerminalTotalsDocument

Told = tuple[int, str, dict[str, Any]]  # sequence, kind, body of an entry
BY_TERMINAL = frozenset({"card", "simple_pay"})
_BEGUN = frozenset({"attempt.sent", "reversal.sent"})
_ENDED = frozenset({"attempt.settled", "attempt.reversed"})


def booked_payments(told: Iterable[Told], zone: tzinfo) -> list[BookedPayment]:
    """Each attempt at the terminal as it stands after all entries, oldest first, on the shop's days of `zone`.

    Raises `ValueError` when an entry is not what its kind says.
    """
    first: dict[str, str] = {}
    last: dict[str, tuple[str, AttemptDocument]] = {}
    reversals = set()
    for _, kind, body in told:
        if kind not in _BEGUN | _ENDED:
            continue
        document = AttemptDocument.model_validate(body)
        if document.tender.partition(":")[0] not in BY_TERMINAL:
            continue
        first.setdefault(document.attempt, document.at.astimezone(zone).date().isoformat())
        last[document.attempt] = (kind, document)
        if kind == "reversal.sent":
            reversals.add(document.attempt)
    return [
        BookedPayment(
            attempt=name,
            sale=document.sale,
            request_id=document.service_id,
            handle=document.handle,
            amount=document.amount,
            charged=document.charged,
            currency=document.currency,
            state=document.state if kind in _ENDED else OPEN,
            day=first[name],
            reversal=name in reversals,
            receipt=receipt_of(document),
        )
        for name, (kind, document) in last.items()
    ]


def receipt_of(document: AttemptDocument) -> str:
    """The terminal's own numbers of an approval, as `kiosk.domain.terminal_movement` writes them."""
    record = document.record
    return receipt_name(record.receipt_number, record.trace) if record else ""


def day_sums(told: Iterable[Told], zone: tzinfo) -> list[DaySums]:
    """The closings of the terminal's day, each with both sums; asking again for the same closing is left out.

    Raises `ValueError` when an entry is not what its kind says.
    """
    found = []
    for sequence, kind, body in told:
        if kind == "terminal.totals":
            document = TerminalTotalsDocument.model_validate(body)
            if document.known or document.last:
                found.append(_sums(sequence, document, zone))
    return found


def _sums(sequence: int, document: TerminalTotalsDocument, zone: tzinfo) -> DaySums:
    return DaySums(
        sequence=sequence,
        day=document.asked_at.astimezone(zone).date().isoformat(),
        terminal=document.amount if document.known else None,
        station=document.own.amount,
        currency=document.currency or document.own.currency,
        station_currency=document.own.currency,
        in_review=document.own.in_review,
        message=document.message,
    )
