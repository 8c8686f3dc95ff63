"""Both sides of a terminal's day stand in one entry of the journal (payment.md 5, rule 9)."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from sync.wire.terminal import BrandSumDocument, OwnSumsDocument, TerminalTotalsDocument

AT = datetime(2026, 11, 21, 23, 0, tzinfo=UTC)


def totals(**more: object) -> TerminalTotalsDocument:
    fields: dict[str, object] = {"service_id": "Q7", "asked_at": AT, "at": AT, "known": True, "currency": "KRW", **more}
    return TerminalTotalsDocument(**fields)


def test_it_comes_back_from_the_journal_as_it_was_written() -> None:
    own = OwnSumsDocument(since=AT, currency="KRW", charged=9000, charged_count=3, given_back=2000, given_back_count=1)
    written = totals(amount=7000, count=4, brands=(BrandSumDocument(brand="BC", count=4, amount=7000),), own=own)
    assert TerminalTotalsDocument.model_validate(written.model_dump(mode="json")) == written


@pytest.mark.parametrize(
    ("charged", "given_back", "amount", "difference"), [(9000, 2000, 7000, 0), (9000, 0, 7000, -2000), (0, 0, 500, 500)]
)
def test_the_difference_is_the_terminals_sum_less_the_stations(
    charged: int, given_back: int, amount: int, difference: int
) -> None:
    own = OwnSumsDocument(currency="KRW", charged=charged, given_back=given_back)
    assert totals(amount=amount, own=own).difference == difference


def test_what_is_not_known_differs_from_nothing() -> None:
    """I-9: no sum is made of an answer that never came, nor of sums in two currencies."""
    assert totals(known=False, own=OwnSumsDocument(currency="KRW", charged=100)).difference is None
    assert totals(amount=5, own=OwnSumsDocument(currency="EUR", charged=5)).difference is None


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValidationError, match="timezone"):
        totals(at=datetime(2026, 11, 21))  # noqa: DTZ001
