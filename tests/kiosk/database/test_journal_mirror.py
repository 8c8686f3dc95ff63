"""The second copy of the journal, and the station that is built from it (reliability 3.4, F-9)."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.checkout.attempt_case import attempt_document
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.terminal_request import original_request
from kiosk.database.engine import open_station
from kiosk.database.errors import StationFault, StationUnreadable
from kiosk.database.journal import JournalReader
from kiosk.database.journal_check import check_journal
from kiosk.database.journal_mirror import JournalMirror, mirrored_rows
from kiosk.database.restore import restore_station
from kiosk.database.writer import StationWriter
from kiosk.domain.sale import AttemptState, PaymentAttempt, TerminalRecord
from sync.wire.cash_receipt import CashReceiptDocument
from sync.wire.journal import EntryKind
from sync.wire.sale import AttemptDocument, LineDocument, NameDocument, SaleDocument, TenderDocument
from tests.fakes.station import KEY, START, SessionQueue, StandingClock, TestStation, card_sale, open_test_station

SALES = 6
PHONE = "01012345678"
CASH_RECEIPT = CashReceiptDocument(
    purpose="consumer", kind="phone", number=PHONE, supply=1546, tax=154, tax_free=0, total=1700
)


def sale_document(number: int) -> SaleDocument:
    name = NameDocument(ko="통통 바나나우유 240mL")
    lines = tuple(
        LineDocument(
            line=str(place), sku=sku, name=name, quantity=2, unit_price=850, gross=1700, net=1700, tax="standard",
            fulfilment=how,
        )
        for place, (sku, how) in enumerate((("B01001", "carry_out"), ("B09001", "ship")))
    )  # fmt: skip
    tender = TenderDocument(kind="card", amount=1700, attempt=f"A{number}")
    return SaleDocument(
        sale=f"sale-{number}", receipt_number=number, station="S1", shop="SH1", catalogue_version=7,
        completed_at=START, currency="KRW", language="ko", gross=1700, discount=0, total=1700, lines=lines, taxes=(),
        tenders=(tender,), link_token="token", cash_receipt=CASH_RECEIPT if number == 2 else None,
    )  # fmt: skip


def attempt_body(number: int, state: AttemptState) -> dict[str, object]:
    at = START + timedelta(seconds=0 if state is AttemptState.SENT else 9)
    document = AttemptDocument(
        attempt=f"A{number}", sale=f"sale-{number}", service_id=f"SVC{number}", amount=1700, currency="KRW",
        state=state.value, at=at,
    )  # fmt: skip
    return document.model_dump(mode="json")


def sell(unit: UnitOfWork) -> None:
    number = unit.next_receipt_number()
    document = sale_document(number)
    unit.append(EntryKind.ATTEMPT_SENT.value, attempt_body(number, AttemptState.SENT))
    unit.append(EntryKind.ATTEMPT_SETTLED.value, attempt_body(number, AttemptState.APPROVED))
    unit.lower_stock("B01001", 2, START)
    unit.put_sale(card_sale(f"sale-{number}", number, f"A{number}"), document.masked().model_dump_json())
    unit.append(EntryKind.SALE_COMPLETED.value, document.model_dump(mode="json"))


def start(folder: Path) -> TestStation:
    clock, session = StandingClock(), SessionQueue()
    database = open_test_station(folder)
    reader = JournalReader(database)
    mirror = JournalMirror(folder / "station.mirror", KEY)
    mirror.catch_up(reader)
    reader.close()
    writer = StationWriter(database, clock.now, session.post, mirror=mirror)
    return TestStation(folder, database, writer, clock, session)


def stored_rows(folder: Path) -> list[tuple[object, ...]]:
    database = open_test_station(folder)
    reader = JournalReader(database)
    rows = list(reader.rows_after(0, 10_000))
    reader.close()
    database.close()
    return [*rows]


def sold(folder: Path) -> None:
    station = start(folder)
    for _ in range(SALES):
        station.do(sell)
    station.do(lambda unit: unit.append(EntryKind.ATTEMPT_SENT.value, attempt_body(99, AttemptState.SENT)))
    station.close()


def test_the_mirror_holds_what_the_journal_holds(tmp_path: Path) -> None:
    sold(tmp_path)
    assert list(mirrored_rows(tmp_path / "station.mirror", KEY)) == stored_rows(tmp_path)
    content = (tmp_path / "station.mirror").read_bytes()
    assert "바나나".encode() not in content
    assert b"sale-1" not in content
    assert (tmp_path / "station.mirror").stat().st_mode & 0o777 == 0o600


def test_what_was_rolled_back_is_not_mirrored(tmp_path: Path) -> None:
    station = start(tmp_path)

    def fail(unit: UnitOfWork) -> None:
        unit.append("station.started", {})
        raise LookupError

    with pytest.raises(LookupError):
        station.do(fail)
    station.close()
    assert list(mirrored_rows(tmp_path / "station.mirror", KEY)) == []


def test_a_mirror_torn_anywhere_is_cut_off_and_caught_up(tmp_path: Path) -> None:
    sold(tmp_path)
    whole = (tmp_path / "station.mirror").read_bytes()
    rows = stored_rows(tmp_path)
    for size in (0, 5, 46, 73, 74, 75, 90, len(whole) // 3, len(whole) // 2, len(whole) - 1):
        (tmp_path / "station.mirror").write_bytes(whole[:size])
        start(tmp_path).close()
        assert list(mirrored_rows(tmp_path / "station.mirror", KEY)) == rows
    (tmp_path / "station.mirror").unlink()
    start(tmp_path).close()
    assert list(mirrored_rows(tmp_path / "station.mirror", KEY)) == rows


def test_a_mirror_of_another_kind_or_key_is_refused(tmp_path: Path) -> None:
    sold(tmp_path)
    before = (tmp_path / "station.mirror").read_bytes()
    with pytest.raises(StationFault, match="another station"):
        JournalMirror(tmp_path / "station.mirror", bytes(32))
    assert (tmp_path / "station.mirror").read_bytes() == before
    (tmp_path / "other").write_bytes(b"rubbish" * 100)
    with pytest.raises(StationFault, match="no journal mirror"):
        JournalMirror(tmp_path / "other", KEY)
    with pytest.raises(StationFault, match="cannot be read"):
        list(mirrored_rows(tmp_path / "nowhere", KEY))


def test_an_older_copy_of_the_file_is_found_by_the_mirror(tmp_path: Path) -> None:
    start(tmp_path).close()
    older = (tmp_path / "station.db").read_bytes()
    sold(tmp_path)
    (tmp_path / "station.db").write_bytes(older)
    with pytest.raises(StationFault, match=r"up to 19, the journal ends at 0"):
        start(tmp_path)


def test_a_damaged_station_is_built_anew(tmp_path: Path) -> None:
    sold(tmp_path)
    rows = stored_rows(tmp_path)
    path = tmp_path / "station.db"
    path.write_bytes(b"\xa5" * path.stat().st_size)
    with pytest.raises(StationUnreadable):
        open_test_station(tmp_path)
    with pytest.raises(StationFault, match="still there"):
        restore_station(path, KEY, (), station="S1", now=START)
    path.rename(tmp_path / "station.broken")
    later = START + timedelta(minutes=5)
    held = restore_station(path, KEY, mirrored_rows(tmp_path / "station.mirror", KEY), station="S1", now=later)
    assert held == len(rows) == SALES * 3 + 1
    assert stored_rows(tmp_path) == rows
    station = start(tmp_path)
    verdict = check_journal(station.database)
    assert (verdict.whole, verdict.last) == (True, held)  # I-8
    assert station.do(lambda unit: unit.sale_of_attempt("A3")) == "sale-3"  # I-1
    approved = station.do(lambda unit: unit.attempt("A3"))
    assert approved is not None
    assert (approved.state, approved.started_at) == (AttemptState.APPROVED, START)
    assert [attempt.attempt_id for attempt in station.do(lambda unit: unit.attempts_open())] == ["A99"]  # I-9
    station.do(sell)
    with station.database.connect() as connection:
        numbers = connection.exec_driver_sql("SELECT receipt_number FROM sale ORDER BY 1").scalars().all()
        kept = " ".join(connection.exec_driver_sql("SELECT document FROM sale").scalars())
        moved = connection.exec_driver_sql("SELECT sku, sum(quantity) FROM stock_move GROUP BY sku").fetchall()
    assert numbers == list(range(1, SALES + 2))  # I-5
    assert "010-••••-5678" in kept
    assert PHONE not in kept  # the journal alone has it whole
    assert [tuple(row) for row in moved] == [("B01001", 2 * (SALES + 1))]  # I-6
    station.close()


def test_a_changed_mirror_builds_nothing(tmp_path: Path) -> None:
    sold(tmp_path)
    rows = list(mirrored_rows(tmp_path / "station.mirror", KEY))
    place = tmp_path / "new" / "station.db"
    place.parent.mkdir()
    (place.parent / "station.db.broken").touch()
    for wrong in ([*rows[:3], *rows[4:]], [rows[1]], [*rows[:2], (*rows[2][:3], "{}", *rows[2][4:])]):
        with pytest.raises(StationFault, match="of the mirror does not follow"):
            restore_station(place, KEY, wrong, station="S1", now=START)
        assert [path.name for path in place.parent.iterdir()] == ["station.db.broken"]


def test_a_mirror_that_cannot_be_written_stops_no_sale(tmp_path: Path) -> None:
    station = start(tmp_path)
    full = Path("/dev/full")
    if not full.exists():
        station.close()
        pytest.skip("this system has no /dev/full to write to")
    mirror = JournalMirror(tmp_path / "second", KEY)
    with full.open("wb") as handle:
        mirror._handle = handle.fileno()
        mirror.add([(1, "a", "b", "{}", "", "")])
    assert "cannot be written" in mirror.fault
    assert mirror.last == 0
    mirror.add([(1, "a", "b", "{}", "", "")])
    station.do(sell)
    station.close()
    again = open_station(tmp_path / "station.db", KEY, station="S1", now=START)
    assert check_journal(again).last == 3
    again.close()


@pytest.mark.parametrize("state", [AttemptState.SENT, AttemptState.REVERSING])
def test_a_built_station_asks_the_terminal_what_the_damaged_one_would_have_asked(
    tmp_path: Path, state: AttemptState
) -> None:
    """I-9: the mark, the tender and the name of a reversal decide what the terminal's answer proves."""
    sent = PaymentAttempt(
        "A7", "sale-7", "SVC7", 1700, "KRW", AttemptState.SENT, START, tender="card:blue", months=3,
        allow_partial=True, mark="before it", record=TerminalRecord(supply=1546, vat=154),
    )  # fmt: skip
    reversing = replace(
        sent, state=AttemptState.REVERSING, charged=1700, handle="H7", reversal_service_id="SVC8",
        reversal_mark="before the reversal", reversed_at="2026-11-21T10:00:00+09:00",
    )  # fmt: skip
    station = start(tmp_path)
    station.do(lambda unit: unit.append(EntryKind.ATTEMPT_SENT.value, attempt_document(sent, START)))
    if state is AttemptState.REVERSING:
        station.do(lambda unit: unit.append(EntryKind.REVERSAL_SENT.value, attempt_document(reversing, START)))
    station.close()
    path = tmp_path / "station.db"
    path.rename(tmp_path / "station.broken")

    restore_station(path, KEY, mirrored_rows(tmp_path / "station.mirror", KEY), station="S1", now=START)

    anew = start(tmp_path)
    (kept,) = anew.do(lambda unit: unit.attempts_open())
    wanted = reversing if state is AttemptState.REVERSING else sent
    assert kept == wanted
    assert original_request(kept) == original_request(wanted)
    anew.close()
