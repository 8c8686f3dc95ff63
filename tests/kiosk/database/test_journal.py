"""The journal: gapless, chained, read by the agent while the till goes on."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.checkout.ports import UnitOfWork
from kiosk.database.journal import JournalReader
from kiosk.database.journal_check import check_journal
from kiosk.database.station_journal import StationJournal
from sync.agent.upload_journal import JournalSource
from sync.wire.journal import FIRST_PREVIOUS, JournalEntry, entry_hash
from tests.fakes.station import START, TestStation, start_station

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture
def agent_journal(station: TestStation) -> StationJournal:
    signer = Ed25519PrivateKey.generate()
    return StationJournal(
        station.database,
        station.writer,
        signer=signer,
        head_file=station.folder / "journal.head",
        now=station.clock.now,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.dictionaries(TEXT, PLAIN, max_size=4))
def test_any_plain_body_is_read_back_and_still_fits_its_hash(station: TestStation, body: dict[str, Any]) -> None:
    number = station.do(lambda unit: unit.append("item.refused", body))
    reader = JournalReader(station.database)
    entry = reader.entry(number)
    assert entry is not None
    assert entry.body == body
    told = JournalEntry.model_validate_json(entry.model_dump_json())
    assert told.hash == entry_hash(told.station, told.sequence, told.at, told.kind, told.body, told.previous)
    reader.close()


def test_numbers_and_tuples_are_stored_as_they_will_be_read(station: TestStation) -> None:
    station.do(lambda unit: unit.append("x", {"rows": ((1, 2), (3,)), "by": {10: "a", 9: "b"}}))
    assert check_journal(station.database).whole


@pytest.mark.parametrize("body", [{"a": START}, {"a": float("nan")}, {"a": "\ud800"}, {"a": {1, 2}}])
def test_a_body_that_is_not_plain_json_is_refused_and_named(station: TestStation, body: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"body of a sale\.completed entry is not plain JSON"):
        station.do(lambda unit: unit.append("sale.completed", body))
    assert station.do(lambda unit: unit.append("sale.completed", {})) == 1


@pytest.mark.parametrize("kind", ["", "Sale", "sale completed", "x" * 65, "판매"])
def test_a_kind_that_central_would_refuse_never_gets_in(station: TestStation, kind: str) -> None:
    with pytest.raises(ValueError, match="no kind of journal entry"):
        station.do(lambda unit: unit.append(kind, {}))


def test_entries_come_in_order_and_in_portions(station: TestStation) -> None:
    station.append(7)
    reader = JournalReader(station.database)
    assert [entry.sequence for entry in reader.entries_after(0, 3)] == [1, 2, 3]
    assert [entry.sequence for entry in reader.entries_after(5, 100)] == [6, 7]
    assert reader.entries_after(7, 10) == []
    first = reader.entries_after(0, 2)
    assert first[0].previous == FIRST_PREVIOUS
    assert first[1].previous == first[0].hash
    assert reader.entry(8) is None
    assert reader.last()[0] == 7
    reader.close()


def test_uncommitted_entries_are_not_seen(station: TestStation) -> None:
    reader = JournalReader(station.database)
    seen: list[int] = []

    def look_meanwhile(unit: UnitOfWork) -> None:
        unit.append("x", {})
        seen.append(len(reader.entries_after(0, 9)))

    station.do(look_meanwhile)
    assert seen == [0]
    assert len(reader.entries_after(0, 9)) == 1
    reader.close()


def test_the_acknowledged_number_moves_forward_only(agent_journal: StationJournal, station: TestStation) -> None:
    station.append(5)
    source: JournalSource = agent_journal
    assert len(source.entries_after(0, 9)) == 5
    assert (agent_journal.acknowledged(), agent_journal.waiting(), agent_journal.last()) == (0, 5, 5)
    agent_journal.acknowledge(3)
    agent_journal.acknowledge(2)
    assert (agent_journal.acknowledged(), agent_journal.waiting()) == (3, 2)
    with pytest.raises(ValueError, match="confirmed entry 6, the journal ends at 5"):
        agent_journal.acknowledge(6)
    agent_journal.rewind(1)  # F-16: central came back from an older backup
    assert [entry.sequence for entry in agent_journal.entries_after(agent_journal.acknowledged(), 9)] == [2, 3, 4, 5]
    agent_journal.close()


def test_the_acknowledged_number_survives_a_restart(tmp_path: Path) -> None:
    station = start_station(tmp_path)
    station.append(4)
    station.writer.run(lambda unit: unit.acknowledge(4))
    station.close()
    station = start_station(tmp_path)
    reader = JournalReader(station.database)
    assert reader.acknowledged() == 4
    assert station.do(lambda unit: unit.append("x", {})) == 5
    assert reader.waiting() == 1
    reader.close()
    station.close()


def test_a_wrong_clock_changes_only_printed_times(station: TestStation) -> None:
    for hours in (0, -3, 24 * 400, -24 * 9000):  # F-10, I-16
        station.clock.at = START + timedelta(hours=hours)
        station.append(1)
    verdict = check_journal(station.database)
    assert (verdict.whole, verdict.last) == (True, 4)
    station.clock.at = START.replace(tzinfo=None)
    with pytest.raises(ValueError, match="zone"):
        station.append(1)
