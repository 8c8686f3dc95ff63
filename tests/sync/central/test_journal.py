"""Journals arrive exactly once, unchanged, in order (I-4, I-8, T-9)."""

import json

import pytest
from sqlalchemy import select

from sync.agent.central_client import CentralRefused
from sync.agent.upload_journal import upload_journal
from sync.central.app import Central
from sync.central.check import check_books
from sync.central.database.engine import transaction
from sync.central.posting import repost_parked
from sync.central.report import alarms_report, parked_report, sales_report
from sync.central.tables import EntryRow, StockLevelRow
from sync.wire.journal import JournalEntry, entry_hash
from sync.wire.moment import utc_now
from tests.fakes.enrolled_station import EnrolledStation, Enrolling, settle
from tests.fakes.station_journal import FakeJournal, buy, line, order, sale


def stored(central: Central) -> list[tuple[str, int, str]]:
    with transaction(central.engine) as session:
        rows = select(EntryRow).order_by(EntryRow.station, EntryRow.sequence)
        return [(row.station, row.sequence, row.hash) for row in session.scalars(rows)]


def resealed(entry: JournalEntry, **changes: object) -> JournalEntry:
    changed = entry.model_copy(update=changes)
    right = entry_hash(changed.station, changed.sequence, changed.at, changed.kind, changed.body, changed.previous)
    return changed.model_copy(update={"hash": right})


def test_a_purchase_reaches_the_books(central: Central, station: EnrolledStation) -> None:
    buy(station.journal)
    assert upload_journal(station.journal, station.client) == 3
    assert station.journal.acknowledged() == 3
    settle(central)
    with transaction(central.engine) as session:
        (report,) = sales_report(session)
        assert (report["sale"], report["total"], report["posted"]) == ("sale-1", 1700, "posted")
        assert report["tenders"][0]["attempt_state"] == "approved"
        assert check_books(session) == []
        level = session.get_one(StockLevelRow, ("SS01", "B01001"))
        assert level.on_hand == -1


def test_the_same_batch_again_gets_the_same_answer_and_changes_nothing(
    central: Central, station: EnrolledStation
) -> None:
    buy(station.journal)
    first = station.client.upload(station.journal.entries)
    before = stored(central)
    assert station.client.upload(station.journal.entries) == first
    assert stored(central) == before
    settle(central)
    with transaction(central.engine) as session:
        assert len(sales_report(session)) == 1
        assert session.get_one(StockLevelRow, ("SS01", "B01001")).on_hand == -1


def test_a_different_entry_under_a_known_number_is_refused_and_alarmed(
    central: Central, station: EnrolledStation
) -> None:
    buy(station.journal)
    station.client.upload(station.journal.entries)
    forged = resealed(station.journal.entries[2], body=sale(station.journal.station, 1, total=1))
    before = stored(central)
    with pytest.raises(CentralRefused) as refused:
        station.client.upload([forged])
    assert (refused.value.problem.status, refused.value.problem.title) == (409, "entry differs")
    assert stored(central) == before
    with transaction(central.engine) as session:
        (alarm,) = alarms_report(session)
        assert (alarm["sequence"], alarm["kind"]) == (3, "changed")
        assert [x.invariant for x in check_books(session)] == ["I-4"]


def test_a_gap_is_answered_with_the_expected_number(central: Central, station: EnrolledStation) -> None:
    buy(station.journal)
    station.client.upload(station.journal.entries[:1])
    with pytest.raises(CentralRefused) as refused:
        station.client.upload(station.journal.entries[2:])
    assert (refused.value.problem.status, refused.value.problem.expected) == (409, 2)
    assert len(stored(central)) == 1


def test_a_station_whose_position_ran_ahead_gives_central_what_it_misses(
    central: Central, station: EnrolledStation
) -> None:
    buy(station.journal)
    station.journal.acknowledge(2)  # as after a restore of central from an older backup
    upload_journal(station.journal, station.client)
    assert [row[1] for row in stored(central)] == [1, 2, 3]


@pytest.mark.parametrize("part", ["body", "kind", "at", "hash", "previous"])
def test_an_entry_that_was_changed_is_refused(central: Central, station: EnrolledStation, part: str) -> None:
    entry = station.journal.append("station.started", {"program": "1"})
    changes = {
        "body": {"program": "2"},
        "kind": "station.closed",
        "at": utc_now(),
        "hash": "0" * 64,
        "previous": "1" * 64,
    }
    with pytest.raises(CentralRefused) as refused:
        station.client.upload([entry.model_copy(update={part: changes[part]})])
    assert refused.value.problem.status == 422
    assert stored(central) == []


def test_an_entry_that_does_not_follow_the_chain_is_refused_and_alarmed(
    central: Central, station: EnrolledStation
) -> None:
    station.client.upload([station.journal.append("station.started", {})])
    stranger = resealed(station.journal.append("station.closed", {}), previous="f" * 64)
    with pytest.raises(CentralRefused, match="chain broken"):
        station.client.upload([stranger])
    with transaction(central.engine) as session:
        assert alarms_report(session)[0]["kind"] == "chain"


def test_a_station_cannot_write_another_ones_journal(central: Central, enrolling: Enrolling) -> None:
    mine, other = enrolling(), enrolling("SS02")
    entry = other.journal.append("station.started", {})
    with pytest.raises(CentralRefused) as refused:
        mine.client.upload([entry])
    assert refused.value.problem.status == 403
    assert stored(central) == []


def test_what_is_good_before_a_bad_entry_is_stored(central: Central, station: EnrolledStation) -> None:
    buy(station.journal)
    bad = station.journal.entries[2].model_copy(update={"hash": "0" * 64})
    with pytest.raises(CentralRefused) as refused:
        station.client.upload([*station.journal.entries[:2], bad])
    assert refused.value.problem.acknowledged == 2
    assert [row[1] for row in stored(central)] == [1, 2]


def test_texts_that_databases_dislike_are_stored_and_read_back(central: Central, station: EnrolledStation) -> None:
    body = {"text": "zero \u0000 end", "number": 1e22, "nested": {"z": 1, "a": [1.5, None, True]}, "한글": "값"}
    station.client.upload([station.journal.append("cart.abandoned", body)])
    with transaction(central.engine) as session:
        row = session.get_one(EntryRow, (station.journal.station, 1))
        assert json.loads(row.body) == body
        assert check_books(session) == []


def test_an_entry_that_cannot_be_posted_is_parked_and_blocks_nothing(
    central: Central, station: EnrolledStation
) -> None:
    """I-11: parked with its reason, visible, posted after repair."""
    broken = sale(station.journal.station, 1)
    station.journal.append("sale.completed", broken | {"total": "a lot"})
    station.journal.append("sale.completed", sale(station.journal.station, 2) | {"total": 1})
    station.journal.append("sale.completed", sale("SS01-77", 3))
    buy(station.journal, 4)
    upload_journal(station.journal, station.client)
    settle(central)
    with transaction(central.engine) as session:
        reasons = {entry["sequence"]: entry["reason"] for entry in parked_report(session)}
        assert set(reasons) == {1, 2, 3}
        assert "total" in reasons[1]
        assert "the total says 1" in reasons[2]
        assert "SS01-77" in reasons[3]
        assert [row["sale"] for row in sales_report(session)] == ["sale-4"]
        assert "I-4" in {x.invariant for x in check_books(session)}


def test_a_parked_entry_is_posted_again_once_its_obstacle_is_gone(central: Central, station: EnrolledStation) -> None:
    buy(station.journal, 1)
    buy(station.journal, 2, receipt_number=1)  # two sales with one receipt number: the books take one
    upload_journal(station.journal, station.client)
    settle(central)
    with transaction(central.engine) as session:
        (entry,) = parked_report(session)
        assert "receipt_number" in entry["reason"]
        kept = session.get_one(EntryRow, (station.journal.station, 6))
        kept.body = kept.body.replace('"receipt_number": 1', '"receipt_number": 2')  # the repair by hand
    repost_parked(central.engine, now=utc_now())
    settle(central)
    with transaction(central.engine) as session:
        assert parked_report(session) == []
        assert {row["sale"] for row in sales_report(session)} == {"sale-1", "sale-2"}
        # The repair is named: what the books hold is no longer what the station signed.
        assert [x.invariant for x in check_books(session)] == ["I-8"]


def test_stock_goes_down_where_the_goods_are(central: Central, station: EnrolledStation) -> None:
    """I-6: carried out from the own shop, picked up in another, shipped from the warehouse."""
    ship, pick_up = order("ship"), order("pick_up", number="A-2")
    lines = [line(quantity=2), line(2, "B21001", 20_000, fulfilment="ship")]
    lines.append(line(3, "B21002", 20_000, fulfilment="pick_up", pickup_shop="SS02"))
    buy(station.journal, lines=lines, orders=[ship, pick_up])
    upload_journal(station.journal, station.client)
    settle(central)
    with transaction(central.engine) as session:
        levels = {(x.shop, x.sku): x.on_hand for x in session.scalars(select(StockLevelRow))}
    assert levels == {("SS01", "B01001"): -2, ("WH01", "B21001"): -1, ("SS02", "B21002"): -1}


def test_a_later_word_on_an_attempt_counts(central: Central, station: EnrolledStation) -> None:
    buy(station.journal)
    upload_journal(station.journal, station.client)
    settle(central)
    with transaction(central.engine) as session:
        assert check_books(session) == []
    reversed_attempt = station.journal.entries[1].body | {"state": "reversed"}
    station.journal.append("attempt.reversed", reversed_attempt)
    upload_journal(station.journal, station.client)
    settle(central)
    with transaction(central.engine) as session:
        assert {x.invariant for x in check_books(session)} == {"I-1", "I-2"}


def test_a_receipt_number_that_is_left_out_is_named(central: Central, station: EnrolledStation) -> None:
    buy(station.journal, 1)
    buy(station.journal, 2, receipt_number=3)
    upload_journal(station.journal, station.client)
    settle(central)
    with transaction(central.engine) as session:
        (difference,) = check_books(session)
    assert difference.invariant == "I-5"
    assert "3 follows 1" in difference.what


def test_a_backlog_longer_than_a_batch_is_drained(central: Central, station: EnrolledStation) -> None:
    for _ in range(25):
        station.journal.append("station.started", {})
    assert upload_journal(station.journal, station.client, batch=10) == 25
    assert station.journal.acknowledged_positions == [0, 10, 20, 25]
    assert len(stored(central)) == 25


def test_two_clones_of_one_station_cannot_both_write(central: Central, station: EnrolledStation) -> None:
    """T-8, F-17: the second one's entries contradict and are alarmed."""
    clone = FakeJournal(station.journal.station)
    station.client.upload([station.journal.append("station.started", {"who": "original"})])
    forged = clone.append("station.started", {"who": "clone\u0000"})
    for _ in range(3):
        with pytest.raises(CentralRefused, match="entry differs"):
            station.client.upload([forged])
    with transaction(central.engine) as session:
        assert len(alarms_report(session)) == 1
