"""The ledger that every simulated terminal keeps: what moved money is on the disk and is read again (I-1)."""

from pathlib import Path

import pytest

from hardware.errors import DeviceGarbled
from hardware.simulators.terminal_ledger import LedgerEntry, TerminalLedger


def _moved(kind: str, handle: str, amount: int, currency: str = "KRW") -> LedgerEntry:
    return LedgerEntry(kind, handle, amount, currency, "7", "S-7", "2026-03-01T10:15:30Z")  # type: ignore[arg-type]


def test_the_balance_is_what_was_charged_less_what_was_given_back() -> None:
    ledger = TerminalLedger()
    for entry in (
        _moved("charge", "a", 12_800),
        _moved("reversal", "a", 2_800),
        _moved("refund", "r", 1_000),
        _moved("charge", "e", 700, "EUR"),
    ):
        ledger.note(entry)

    assert ledger.balance() == {"KRW": 9_000, "EUR": 700}
    assert ledger.open_amount("a") == (10_000, "KRW")
    assert ledger.open_amount("r") is None
    assert ledger.open_amount("nobody") is None


def test_another_process_reads_what_was_noted(tmp_path: Path) -> None:
    path = tmp_path / "new" / "ledger.jsonl"
    first = TerminalLedger(path)
    first.note(memory={"begun": "1"})
    first.note(_moved("charge", "a", 5), {"ended": "1"})

    second = TerminalLedger(path)

    assert second.entries() == first.entries() == [_moved("charge", "a", 5)]
    assert second.memories() == [{"begun": "1"}, {"ended": "1"}]


def test_half_a_line_did_not_happen(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    TerminalLedger(path).note(_moved("charge", "a", 5))
    with path.open("ab") as file:
        file.write(b'{"entry":{"kind":"charge"')

    second = TerminalLedger(path)
    second.note(_moved("charge", "b", 6))

    assert TerminalLedger(path).balance() == {"KRW": 11}


@pytest.mark.parametrize("line", [b"rubbish", b"[]", b'{"entry":{"kind":"charge"}}'])
def test_a_damaged_ledger_is_named_with_its_line(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(line + b"\n")

    with pytest.raises(DeviceGarbled, match=r"Line 1 of the ledger .*ledger\.jsonl"):
        TerminalLedger(path)
