"""The printer's side understands what our side writes, in any pieces."""

from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.escpos import ASK_WHEN_PRINTED, CLEAR_BUFFERS, Paper, ask_status, receipt
from hardware.codecs.escpos_reader import (
    ClearAsked,
    Cut,
    EscposReader,
    PrintedAsked,
    PrintedLine,
    PrintedQr,
    StatusAsked,
    Unknown,
)
from hardware.ports.receipt_printer import PrintLine, PrintPart, PrintQr

PARTS: tuple[PrintPart, ...] = (
    PrintLine("바로", centred=True, large=True),
    PrintLine("우유", "￦1,500", bold=True),
    PrintLine("〓 end"),
    PrintQr("https://r.example/ㄱ"),
)
READ = [
    PrintedLine("바로", size=2, align="centre"),
    PrintedLine("우유" + " " * 37 + "￦1,500", bold=True),
    PrintedLine("〓 end"),
    PrintedQr("https://r.example/ㄱ", 5),
    Cut(),
]


def test_a_receipt_is_read_whole() -> None:
    assert EscposReader().feed(receipt(PARTS, Paper())) == READ


def test_a_receipt_is_read_byte_by_byte() -> None:
    reader = EscposReader()
    assert [c for octet in receipt(PARTS, Paper()) for c in reader.feed(bytes([octet]))] == READ


def test_questions_are_seen() -> None:
    stream = ask_status(1) + ASK_WHEN_PRINTED + CLEAR_BUFFERS + ask_status(4)
    assert EscposReader().feed(stream) == [StatusAsked(1), PrintedAsked(), ClearAsked(), StatusAsked(4)]


def test_unknown_commands_are_told() -> None:
    assert EscposReader().feed(b"\x1bZok\n") == [Unknown(b"\x1bZ"), PrintedLine("ok")]


def test_full_cut_and_right_alignment() -> None:
    assert EscposReader().feed(b"\x1ba\x02x\n\x1dV\x00") == [PrintedLine("x", align="right"), Cut()]


@given(st.binary(max_size=400))
def test_f29_rubbish_never_raises(octets: bytes) -> None:
    whole = EscposReader().feed(octets)
    reader = EscposReader()
    assert [c for octet in octets for c in reader.feed(bytes([octet]))] == whole


@given(st.lists(st.builds(PrintLine, st.text(max_size=40), st.text(max_size=12), st.booleans(), st.booleans())))
def test_every_receipt_is_understood_without_unknown_commands(parts: list[PrintLine]) -> None:
    commands = EscposReader().feed(receipt(tuple(parts), Paper()))
    assert commands[-1] == Cut()
    assert all(isinstance(c, PrintedLine) for c in commands[:-1])
