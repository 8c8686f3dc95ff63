"""Journal entries on their way to central, and their hash chain."""

import hashlib
from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import AwareDatetime, Field

from sync.wire.document import Document, canonical

FIRST_PREVIOUS = "0" * 64


class EntryKind(StrEnum):
    """What a journal entry records."""

    STATION_STARTED = "station.started"
    STATION_CLOSED = "station.closed"
    CATALOGUE_ADOPTED = "catalogue.adopted"
    ATTEMPT_SENT = "attempt.sent"
    ATTEMPT_SETTLED = "attempt.settled"
    ATTEMPT_REVERSED = "attempt.reversed"
    ATTEMPT_DISPUTED = "attempt.disputed"  # a later answer differs from the end that was committed
    REVERSAL_SENT = "reversal.sent"  # committed before the first byte of a reversal leaves
    TERMINAL_TOTALS = "terminal.totals"
    CART_PARKED = "cart.parked"
    CART_TAKEN_UP = "cart.taken_up"
    SALE_COMPLETED = "sale.completed"
    ORDER_KEPT = "order.kept"
    CART_ABANDONED = "cart.abandoned"
    RECEIPT_PRINTED = "receipt.printed"
    STAFF_CALLED = "staff.called"
    STAFF_DECIDED = "staff.decided"
    STAFF_SIGNED_IN = "staff.signed_in"
    STAFF_REFUSED = "staff.refused"
    ITEM_REFUSED = "item.refused"
    TASK_OPENED = "task.opened"
    COUPON_REFUSED = "coupon.refused"
    PRICE_NOT_EXACT = "price.not_exact"
    BENEFIT_BURNED = "benefit.burned"  # a foreign host confirmed that what it held for a sale is used up
    BENEFIT_RELEASED = "benefit.released"
    BENEFIT_REFUSED = "benefit.refused"  # the host refuses to burn or release: people look at it


class JournalEntry(Document):
    """One entry: gapless `sequence` from 1, and `hash` over everything else including the previous hash."""

    station: str = Field(max_length=64)
    sequence: int = Field(ge=1, le=2**62)
    at: AwareDatetime
    kind: str = Field(pattern=r"^[a-z_.]{1,64}$")
    body: dict[str, Any]
    previous: str = Field(pattern=r"^[0-9a-f]{64}$")
    hash: str = Field(pattern=r"^[0-9a-f]{64}$")


def entry_hash(station: str, sequence: int, at: datetime, kind: str, body: dict[str, Any], previous: str) -> str:
    """SHA-256 over the canonical JSON of the entry without its own hash, in lower-case hex."""
    written = {
        "station": station,
        "sequence": sequence,
        "at": at.isoformat(),
        "kind": kind,
        "body": body,
        "previous": previous,
    }
    return hashlib.sha256(canonical(written)).hexdigest()
