"""An attempt comes back from its row as it was written, by this version and by the one before."""

import json
from dataclasses import replace
from datetime import datetime

import pytest

from kiosk.database.attempt_rows import attempt_of_row, row_of_attempt
from kiosk.domain.sale import AttemptState, PaymentAttempt, TerminalRecord
from tests.builders import MORNING

RECORD = TerminalRecord(
    approved_at="2026-11-21T10:00:00+09:00",
    months=3,
    acquirer="BC",
    merchant_receipt=("SHOP COPY", ""),
    supply=909,
    vat=91,
)
ATTEMPT = PaymentAttempt(
    "A", "S", "Q1", 1000, "KRW", AttemptState.REVERSING, MORNING, cart="{}", charged=1000, handle='{"key": 1}',
    customer_receipt=("승인", " "), months=6, mark="0042", reversal_mark="0043",
    reversed_at="2026-11-21T10:01:00+09:00", record=RECORD,
)  # fmt: skip


@pytest.mark.parametrize("state", AttemptState)
def test_it_comes_back_whole(state: AttemptState) -> None:
    attempt = replace(ATTEMPT, state=state)
    assert attempt_of_row(row_of_attempt(attempt)) == attempt


def test_a_row_of_before_there_were_splits_is_read() -> None:
    row = row_of_attempt(ATTEMPT)
    kept = json.loads(row["record"])
    for name in ("supply", "vat", "tax_free", "service"):
        del kept[name]
    row["record"] = json.dumps(kept)
    assert attempt_of_row(row).record == replace(RECORD, supply=0, vat=0)


def test_what_a_newer_version_wrote_besides_is_passed_over() -> None:
    """F-26: the data stays readable one version back."""
    row = row_of_attempt(ATTEMPT)
    row["record"] = json.dumps(json.loads(row["record"]) | {"of_tomorrow": 1})
    assert attempt_of_row(row) == ATTEMPT


def test_a_start_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        row_of_attempt(replace(ATTEMPT, started_at=datetime(2026, 11, 21)))  # noqa: DTZ001
