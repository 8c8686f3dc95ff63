"""What the technician reads of the last payments: the newest first, of those that asked somebody."""

from dataclasses import replace

from kiosk.database.last_attempts import last_attempts
from kiosk.domain.sale import AttemptState
from tests.fakes.station import TestStation, card_attempt


def test_the_newest_come_first_and_vouchers_are_left_out(station: TestStation) -> None:
    for number in range(4):
        made = replace(card_attempt(f"A{number}"), service_id=f"30{number}")
        station.do(lambda unit, made=made: unit.put_attempt(made))  # type: ignore[misc]
    station.do(lambda unit: unit.put_attempt(replace(card_attempt("V"), service_id="", tender="voucher")))
    assert [attempt.attempt_id for attempt in last_attempts(station.database, 3)] == ["A3", "A2", "A1"]


def test_an_attempt_that_goes_on_keeps_its_place(station: TestStation) -> None:
    first, second = (replace(card_attempt(name), service_id=name) for name in ("A1", "A2"))
    for made in (first, second, replace(first, state=AttemptState.UNKNOWN)):
        station.do(lambda unit, made=made: unit.put_attempt(made))  # type: ignore[misc]
    found = last_attempts(station.database, 5)
    assert [(attempt.attempt_id, attempt.state) for attempt in found] == [
        ("A2", second.state),
        ("A1", AttemptState.UNKNOWN),
    ]


def test_a_new_station_has_none(station: TestStation) -> None:
    assert last_attempts(station.database, 5) == ()
