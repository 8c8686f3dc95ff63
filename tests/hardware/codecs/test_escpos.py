"""The exact bytes of a receipt, and what the printer's answers mean."""

import pytest

from hardware.codecs.escpos import (
    CLEAR_BUFFERS,
    LONGEST_QR,
    Paper,
    ask_status,
    is_printed_answer,
    is_status,
    read_status,
    receipt,
)
from hardware.errors import DeviceMisused
from hardware.ports.receipt_printer import PaperState, PrinterStatus, PrintLine, PrintQr

START, CUT = b"\x1b@\x1da\x00\x1c&", b"\x1dVB\x03"


def printed(*parts: PrintLine | PrintQr, paper: Paper | None = None) -> bytes:
    octets = receipt(parts, paper or Paper())
    assert octets.startswith(START)
    assert octets.endswith(CUT)
    return octets[len(START) : -len(CUT)]


def test_golden_receipt() -> None:
    octets = receipt(
        (
            PrintLine("바로 마트", centred=True, large=True, bold=True),
            PrintLine(rule=True),
            PrintLine("바나나", "￦3,200"),
            PrintLine("합계", "￦3,200", bold=True),
            PrintQr("https://r.example/x"),
        ),
        Paper(columns=42),
    )
    assert octets == (
        b"\x1b@\x1da\x00\x1c&"
        b"\x1ba\x01\x1d!\x11\x1bE\x01\xb9\xd9\xb7\xce \xb8\xb6\xc6\xae\n\x1ba\x00\x1d!\x00\x1bE\x00"
        b"------------------------------------------\n"
        b"\xb9\xd9\xb3\xaa\xb3\xaa                             \xa3\xdc3,200\n"
        b"\x1bE\x01\xc7\xd5\xb0\xe8                               \xa3\xdc3,200\n\x1bE\x00"
        b"\x1ba\x01\x1d(k\x04\x001A2\x00\x1d(k\x03\x001C\x05\x1d(k\x03\x001E1"
        b"\x1d(k\x16\x001P0https://r.example/x\x1d(k\x03\x001Q0\x1ba\x00"
        b"\x1dVB\x03"
    )


@pytest.mark.parametrize("columns", [42, 48])
def test_hangul_counts_two_columns(columns: int) -> None:
    row = printed(PrintLine("우유", "1,500"), paper=Paper(columns)).rstrip(b"\n")
    assert len(row) == columns
    assert row.decode("cp949").endswith("1,500")


def test_a_long_name_wraps_and_the_price_stays_on_the_right() -> None:
    rows = printed(PrintLine("가" * 30, "12,345")).split(b"\n")
    assert [len(r) for r in rows] == [48, 48, 0]
    assert rows[1].endswith(b"12,345")


def test_a_price_that_does_not_fit_beside_the_last_row_gets_its_own() -> None:
    rows = printed(PrintLine("가" * 24, "12,345")).split(b"\n")
    assert rows[1] == b"12,345".rjust(48)


def test_a_right_side_wider_than_the_paper_wraps_too() -> None:
    rows = printed(PrintLine("x", "y" * 60)).split(b"\n")
    assert rows[0] == b"x"
    assert rows[1] + rows[2].strip() == b"y" * 60


def test_large_letters_have_half_the_columns() -> None:
    assert b" ".join([b"x" * 5, b"y" * 18]) in printed(PrintLine("x" * 5, "y" * 18, large=True))


@pytest.mark.parametrize(("length", "dots"), [(1, 5), (250, 5), (251, 4), (601, 3), (LONGEST_QR, 3)])
def test_long_qr_codes_get_smaller_dots(length: int, dots: int) -> None:
    assert b"1C" + bytes([dots]) in printed(PrintQr("x" * length))


@pytest.mark.parametrize("text", ["", "a\nb", "x" * (LONGEST_QR + 1)])
def test_qr_codes_that_cannot_be_printed_are_our_mistake(text: str) -> None:
    with pytest.raises(DeviceMisused, match="QR code"):
        receipt((PrintQr(text),), Paper())


@pytest.mark.parametrize(("columns", "charset"), [(5, "cp949"), (200, "cp949"), (48, "utf-8")])
def test_paper_that_no_printer_has_is_refused(columns: int, charset: str) -> None:
    with pytest.raises(DeviceMisused):
        Paper(columns, charset)


def test_questions() -> None:
    assert [ask_status(n) for n in (1, 2, 3, 4)] == [b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x03", b"\x10\x04\x04"]
    assert CLEAR_BUFFERS.hex(" ") == "10 14 08 01 03 14 01 06 02 08"


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ({1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}, PrinterStatus(True, PaperState.OK, False)),
        ({1: 0x12, 2: 0x12, 3: 0x12, 4: 0x1E}, PrinterStatus(True, PaperState.NEAR_END, False)),
        ({1: 0x1A, 2: 0x32, 3: 0x12, 4: 0x7E}, PrinterStatus(False, PaperState.OUT, False, "the paper is out")),
        ({1: 0x1A, 2: 0x16, 3: 0x12, 4: 0x12}, PrinterStatus(False, PaperState.OK, True, "the cover is open")),
        ({1: 0x1A, 2: 0x52, 3: 0x1A, 4: 0x12}, PrinterStatus(False, PaperState.OK, False, "the cutter is blocked")),
        (
            {1: 0x1A, 2: 0x12, 3: 0x12, 4: 0x12},
            PrinterStatus(False, PaperState.OK, False, "the printer is set offline"),
        ),
        ({1: 0x12}, PrinterStatus(True, PaperState.OK, False)),
    ],
)
def test_status_bytes(answers: dict[int, int], status: PrinterStatus) -> None:
    assert read_status(answers) == status


def test_the_two_kinds_of_answers_cannot_be_confused() -> None:
    assert not any(is_status(o) and is_printed_answer(o) for o in range(256))
    assert is_status(0x12)
    assert is_printed_answer(0x0C)
