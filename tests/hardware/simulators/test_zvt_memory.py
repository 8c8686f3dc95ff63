"""The memory of the simulated ZVT terminal goes on where a killed process stopped."""

from pathlib import Path

import pytest

from hardware.errors import DeviceGarbled
from hardware.simulators.zvt_memory import Transaction, ZvtMemory


def _booked(memory: ZvtMemory, amount: int = 700, brand: str = "Visa") -> Transaction:
    made = Transaction(
        "payment", amount, 410, "KRW", memory.next_trace(), memory.next_receipt(), memory.last_turnover + 1,
        memory.last_receipt, memory.day, "2026-03-01T19:15:42+09:00", brand,
    )  # fmt: skip
    memory.book(made)
    return made


def test_everything_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    memory = ZvtMemory(path)
    first, second, third = _booked(memory), _booked(memory, 800), _booked(memory, 900)
    memory.confirm(first)
    memory.drop(second)
    memory.lower(third, 400)
    again = ZvtMemory(path)
    assert (again.last_trace, again.last_receipt, again.last_turnover, again.day) == (3, 3, 3, 1)
    last = again.last()
    assert last is not None
    assert (last.amount, last.receipt) == (400, 3)
    assert again.before_last() == first
    assert again.unfinished() == last
    assert again.ledger.balance() == {"KRW": 1_100}
    again.close_day()
    assert ZvtMemory(path).day == 2
    assert ZvtMemory(path).next_receipt() == 1
    assert ZvtMemory(path).payment(1) is None


def test_half_a_line_did_not_happen(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    _booked(ZvtMemory(path))
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"memory": {"stored"')
    assert ZvtMemory(path).ledger.balance() == {"KRW": 700}
    assert path.read_bytes() == whole


def test_a_damaged_ledger_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b"not json\n")
    with pytest.raises(DeviceGarbled, match="Line 1"):
        ZvtMemory(path)


def test_dropping_twice_gives_back_once() -> None:
    memory = ZvtMemory()
    booked = _booked(memory)
    memory.drop(booked)
    memory.drop(booked)
    memory.confirm(booked)
    assert memory.ledger.balance() == {"KRW": 0}
    assert memory.last() is None


def test_a_dropped_number_may_be_used_again() -> None:
    memory = ZvtMemory()
    _booked(memory)
    memory.drop(_booked(memory), reuse_number=True)
    assert memory.next_receipt() == 2
    memory.drop(_booked(memory))
    assert memory.next_receipt() == 3


def test_totals_leave_out_what_was_dropped_and_what_is_no_brand_of_the_table() -> None:
    memory = ZvtMemory()
    _booked(memory, 700, "UnionPay")
    memory.drop(_booked(memory, 800))
    totals, amount, count = memory.totals()
    assert (totals.first, totals.last, amount, count) == (1, 1, 700, 1)
    assert totals.brands[-1].amount == 700
