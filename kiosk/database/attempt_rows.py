"""A payment attempt as a row of station.db and back."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from kiosk.domain.sale import AttemptState, PaymentAttempt, TerminalRecord

COLUMNS = tuple(field.name for field in fields(PaymentAttempt))
RECORD_FIELDS = frozenset(field.name for field in fields(TerminalRecord))


def row_of_attempt(attempt: PaymentAttempt) -> dict[str, Any]:
    """Column values of an attempt; raises `ValueError` when its start does not know its zone."""
    if attempt.started_at.tzinfo is None:
        raise ValueError("an attempt needs a start that knows its time zone")
    row = {name: getattr(attempt, name) for name in COLUMNS}
    row["state"] = attempt.state.value
    row["started_at"] = attempt.started_at.isoformat()
    row["allow_partial"] = int(attempt.allow_partial)
    row["customer_receipt"] = json.dumps(attempt.customer_receipt, ensure_ascii=False)
    row["record"] = json.dumps(asdict(attempt.record), ensure_ascii=False)
    return row


def attempt_of_row(row: Mapping[str, Any]) -> PaymentAttempt:
    """The attempt that a row keeps."""
    values = {name: row[name] for name in COLUMNS}
    values["state"] = AttemptState(row["state"])
    values["started_at"] = datetime.fromisoformat(row["started_at"])
    values["allow_partial"] = bool(row["allow_partial"])
    values["customer_receipt"] = tuple(json.loads(row["customer_receipt"]))
    # A newer version of the till may have written more than this one knows (F-26).
    record = {name: value for name, value in json.loads(row["record"]).items() if name in RECORD_FIELDS}
    record["merchant_receipt"] = tuple(record.get("merchant_receipt", ()))
    values["record"] = TerminalRecord(**record)
    return PaymentAttempt(**values)
