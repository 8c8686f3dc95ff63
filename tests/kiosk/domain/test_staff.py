"""Waits after wrong PINs; proves T-5."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.staff import PersonTries, StationTries

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def test_the_fifth_wrong_try_waits_and_each_later_one_longer() -> None:
    tries, now, waits = PersonTries(), NOW, []
    assert tries.tries_left == 5
    for _ in range(9):
        tries = tries.after_wrong(now)
        waits.append(tries.seconds_locked(now))
        now += timedelta(seconds=waits[-1])
        assert tries.seconds_locked(now) == 0
    assert waits == [0, 0, 0, 0, 60, 120, 300, 900, 900]
    assert tries.tries_left == 1


def test_a_try_while_locked_changes_nothing_and_seconds_round_up() -> None:
    tries = PersonTries(4).after_wrong(NOW)
    later = NOW + timedelta(seconds=10, microseconds=1)
    assert tries.seconds_locked(later) == 50
    assert tries.after_wrong(later) == tries


def test_twenty_wrong_tries_in_ten_minutes_ask_for_a_badge() -> None:
    station = StationTries()
    for number in range(20):
        assert not station.badge_needed(NOW + timedelta(seconds=number))
        station = station.after_wrong(NOW + timedelta(seconds=number))
    at = NOW + timedelta(seconds=30)
    assert station.badge_needed(at)
    assert station.seconds_until_open(at) == 570
    assert not station.badge_needed(NOW + timedelta(minutes=10))
    assert station.seconds_until_open(NOW + timedelta(minutes=10)) == 0
    slow = StationTries()
    for number in range(60):
        slow = slow.after_wrong(NOW + timedelta(seconds=32 * number))
        assert not slow.badge_needed(NOW + timedelta(seconds=32 * number))


@given(st.lists(st.integers(0, 2000), max_size=60))
def test_no_order_of_tries_beats_the_waits(pauses: list[int]) -> None:
    tries, now, checked = PersonTries(), NOW, 0
    for pause in pauses:
        now += timedelta(seconds=pause)
        if not tries.seconds_locked(now):
            tries, checked = tries.after_wrong(now), checked + 1
    elapsed = (now - NOW).total_seconds()
    assert checked <= 8 + elapsed / 900
    assert PersonTries.from_text(tries.to_text()) == tries


@given(st.lists(st.datetimes(timezones=st.just(UTC)), max_size=25))
def test_the_station_remembers_over_a_restart(times: list[datetime]) -> None:
    station = StationTries()
    for time in sorted(times):
        station = station.after_wrong(time)
    assert StationTries.from_text(station.to_text()) == station


@pytest.mark.parametrize("text", ["", "x -", "5", "5 never", "1 - -"])
def test_what_was_not_written_by_us_is_an_error(text: str) -> None:
    with pytest.raises(ValueError):
        PersonTries.from_text(text)
