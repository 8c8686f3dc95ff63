"""What a use case changes together is stored together or not at all."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.checkout.ports import UnitOfWork
from kiosk.database.errors import ReceiptNumberUnused, SaleConflict
from kiosk.database.service_ids import base36, service_id
from kiosk.domain.sale import OPEN_STATES, AttemptState, PaymentAttempt
from tests.fakes.station import START, TestStation, card_attempt, card_sale, open_test_station, start_station

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
ATTEMPTS = st.builds(
    PaymentAttempt,
    attempt_id=st.just("A1"),
    sale_id=TEXT,
    service_id=TEXT,
    amount=st.integers(0, 2**53),
    currency=st.sampled_from(["KRW", "EUR"]),
    state=st.sampled_from(AttemptState),
    started_at=st.datetimes(timezones=st.just(timezone(timedelta(hours=9))), min_value=datetime(2000, 1, 1)),  # noqa: DTZ001
    cart=TEXT,
    charged=st.integers(0, 2**53),
    reason=TEXT,
    raw=TEXT,
    customer_receipt=st.lists(TEXT, max_size=4).map(tuple),
    reversal_service_id=TEXT,
)


def put(station: TestStation, attempt: PaymentAttempt) -> None:
    station.do(lambda unit: unit.put_attempt(attempt))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(attempt=ATTEMPTS)
def test_an_attempt_comes_back_as_it_was(station: TestStation, attempt: PaymentAttempt) -> None:
    put(station, attempt)
    assert station.do(lambda unit: unit.attempt("A1")) == attempt
    assert (station.do(lambda unit: unit.attempts_open()) == [attempt]) == (attempt.state in OPEN_STATES)


def test_open_attempts_come_in_the_order_they_were_made_whatever_the_clock_said(station: TestStation) -> None:
    for number, hours in enumerate((5, 1, 3)):  # I-16
        at = START - timedelta(hours=hours)
        put(station, card_attempt(f"A{number}", AttemptState.SENT, at))
    put(station, card_attempt("A0", AttemptState.UNKNOWN))
    put(station, card_attempt("A1", AttemptState.APPROVED))
    assert [attempt.attempt_id for attempt in station.do(lambda unit: unit.attempts_open())] == ["A0", "A2"]
    assert station.do(lambda unit: unit.attempt("nobody")) is None


def test_a_time_without_a_zone_is_refused(station: TestStation) -> None:
    with pytest.raises(ValueError, match="time zone"):
        station.do(lambda unit: unit.put_attempt(card_attempt("A1", at=START.replace(tzinfo=None))))


def _sell(unit: UnitOfWork, attempt_id: str = "") -> int:
    number = unit.next_receipt_number()
    unit.put_sale(card_sale(f"sale-{number}", number, attempt_id), '{"document": 1}')
    unit.append("sale.completed", {"receipt_number": number})
    return number


def test_receipt_numbers_have_no_gap_when_sales_fail(station: TestStation) -> None:
    class Stop(Exception):
        pass

    def fail(unit: UnitOfWork) -> None:
        _sell(unit)
        raise Stop

    numbers = []
    for turn in range(6):
        if turn % 2:
            with pytest.raises(Stop):
                station.do(fail)
        numbers.append(station.do(_sell))
    assert numbers == [1, 2, 3, 4, 5, 6]  # I-5


def test_a_number_without_its_sale_is_not_committed(station: TestStation) -> None:
    with pytest.raises(ReceiptNumberUnused, match="receipt number 1 "):
        station.do(lambda unit: unit.next_receipt_number())
    assert station.do(_sell) == 1


def test_an_attempt_pays_one_sale_only(station: TestStation) -> None:
    station.do(lambda unit: _sell(unit, "A1"))  # I-1
    with pytest.raises(SaleConflict, match="sale-2"):
        station.do(lambda unit: _sell(unit, "A1"))
    assert station.do(lambda unit: unit.sale_of_attempt("A1")) == "sale-1"
    assert station.do(lambda unit: unit.sale_of_attempt("A2")) is None
    assert station.do(_sell) == 2
    assert station.writer.run(lambda unit: unit.sale_document("sale-1")) == '{"document": 1}'


def test_the_kept_cart_is_there_after_a_restart(tmp_path: Path) -> None:
    station = start_station(tmp_path)
    assert station.do(lambda unit: unit.kept_cart()) is None
    station.do(lambda unit: unit.keep_cart("first"))
    station.clock.go(60)
    station.do(lambda unit: unit.keep_cart("장바구니"))
    station.close()
    station = start_station(tmp_path)
    assert station.do(lambda unit: unit.kept_cart()) == ("장바구니", START + timedelta(seconds=60))
    at = datetime(2026, 1, 1, 12, tzinfo=timezone(timedelta(hours=9)))
    station.do(lambda unit: unit.keep_cart("other", at))
    assert station.do(lambda unit: unit.kept_cart()) == ("other", at)
    station.do(lambda unit: unit.keep_cart(None))
    assert station.do(lambda unit: unit.kept_cart()) is None
    station.close()


def test_values_and_print_states_are_kept_and_replaced(station: TestStation) -> None:
    assert station.do(lambda unit: unit.value("locked")) is None
    assert station.do(lambda unit: unit.print_state("sale")) is None

    def store(unit: UnitOfWork, word: str) -> None:
        unit.put_value("locked", word)
        unit.put_print_state("sale", word)

    station.do(partial(store, word="offered"))
    station.do(partial(store, word="printed"))
    assert station.do(lambda unit: unit.value("locked")) == "printed"
    assert station.do(lambda unit: unit.print_state("sale")) == "printed"
    with pytest.raises(ValueError, match="own id"):
        station.do(lambda unit: unit.put_value("station", "S2"))


def test_service_ids_never_come_twice(tmp_path: Path) -> None:
    seen: list[str] = []
    station = start_station(tmp_path)
    older = (tmp_path / "station.db").read_bytes()
    for _restart in range(3):
        seen += [station.do(lambda unit: unit.next_service_id()) for _ in range(20)]
        station.close()
        station = start_station(tmp_path)
    station.close()
    # An older copy of the file, then an installation anew, each some minutes later: within nexo's 48 hours.
    later = START + timedelta(minutes=10)
    for content in (older, None):
        (tmp_path / "station.db").unlink()
        if content is not None:
            (tmp_path / "station.db").write_bytes(content)
        open_test_station(tmp_path, at=later).close()
        station = start_station(tmp_path)
        seen += [station.do(lambda unit: unit.next_service_id()) for _ in range(20)]
        station.close()
        later += timedelta(minutes=10)
    assert len(set(seen)) == len(seen) == 100
    assert all(len(name) == 10 and name.isalnum() and name == name.upper() for name in seen)


def test_service_ids_of_two_stations_differ() -> None:
    assert service_id("S1", 5)[:4] != service_id("S2", 5)[:4]
    assert service_id("S1", 5).endswith("000005")
    assert (base36(35, 1), base36(36, 2), base36(36**6, 6)) == ("Z", "10", "000000")


def test_a_clock_that_jumps_back_repeats_no_service_id(tmp_path: Path) -> None:
    station = start_station(tmp_path)
    first = station.do(lambda unit: unit.next_service_id())
    station.close()
    open_test_station(tmp_path, at=datetime(2001, 1, 1, tzinfo=UTC)).close()  # F-10
    station = start_station(tmp_path)
    assert station.do(lambda unit: unit.next_service_id()) > first
    station.close()


def test_a_sale_is_stored_with_its_own_values(station: TestStation) -> None:
    number = station.do(_sell)
    with station.database.connect() as connection:
        row = connection.exec_driver_sql("SELECT * FROM sale").mappings().one()
    told = card_sale("sale-1", number)
    assert (row["receipt_number"], row["total"]) == (1, told.cart.total)
    assert datetime.fromisoformat(row["completed_at"]) == told.completed_at
    assert replace(told, receipt_number=1) == told
