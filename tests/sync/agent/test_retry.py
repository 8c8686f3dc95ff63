"""Pauses grow, are spread, have an end, and respect what central asks for (F-15)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.agent.retry import BackOff, retry_after_seconds


def highest(_low: float, high: float) -> float:
    return high


def test_pauses_double_up_to_five_minutes() -> None:
    back_off = BackOff(highest)
    assert [back_off.failed() for _ in range(11)] == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    back_off.succeeded()
    assert back_off.failed() == 1


def test_the_jitter_is_full() -> None:
    asked: list[tuple[float, float]] = []

    def note(low: float, high: float) -> float:
        asked.append((low, high))
        return low

    back_off = BackOff(note)
    assert [back_off.failed() for _ in range(3)] == [0, 0, 0]
    assert asked == [(0, 1), (0, 2), (0, 4)]


def test_central_is_given_the_time_it_asks_for() -> None:
    back_off = BackOff(highest)
    assert back_off.failed(30) == 31
    assert back_off.failed(9999) == 300


@given(st.lists(st.none() | st.floats(0, 1e6), max_size=60), st.floats(0, 1))
def test_a_pause_is_never_longer_than_the_longest(asked: list[float | None], spread: float) -> None:
    back_off = BackOff(lambda low, high: low + (high - low) * spread, most=120)
    for retry_after in asked:
        wait = back_off.failed(retry_after)
        assert 0 <= wait <= 120
        assert wait >= min(retry_after or 0, 120)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [(None, None), ("", None), ("5", 5.0), ("-5", None), ("1.5", None), ("Wed, 21 Oct 2026", None), ("9" * 99, None)],
)
def test_the_header_is_read(header: str | None, seconds: float | None) -> None:
    assert retry_after_seconds(header) == seconds


def test_pauses_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        BackOff(highest, first=10, most=5)
