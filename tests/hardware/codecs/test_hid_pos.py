"""Codes in reports of usage page 0x8C: laid out differently, in pieces, cut off, and rubbish (F-22, F-29, T-2, T-3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.barcode_line import Identifiers, LineCode, LineFormat, LineRefused, Suffix
from hardware.codecs.hid_pos import PosLayout, PosReports, is_pos_scanner, pos_layout
from hardware.errors import DeviceGarbled
from hardware.simulators.hid_scanner import DESCRIPTOR, ROOM, report, status_report

# One unnumbered report of 32 bytes of data alone: no count, no identifier, no continuation.
BARE = bytes.fromhex("05 8c 09 02 a1 01 15 00 26 ff 00 75 08 95 20 09 fe 81 02 c0")


def layout_of(descriptor: bytes) -> PosLayout:
    layout = pos_layout(descriptor)
    assert layout is not None
    return layout


def reports(line_format: LineFormat | None = None) -> PosReports:
    return PosReports(layout_of(DESCRIPTOR), line_format)


def in_reports(text: bytes, identifier: bytes = b"]E0") -> list[bytes]:
    pieces = [text[at : at + ROOM] for at in range(0, len(text), ROOM)]
    return [report(piece, identifier, more=number < len(pieces)) for number, piece in enumerate(pieces, 1)]


def test_a_code_of_one_report() -> None:
    assert reports().feed(report(b"8801234567893", b"]E0")) == [LineCode("8801234567893", "EAN-13")]


def test_the_example_of_a_makers_manual() -> None:
    """Access-IS LSR118 manual, appendix B.1.1: 56 bytes with byte 63 set, then the rest."""
    text = b"M1GATHERGOOD/MICHAEL YABCDEF LHRDURAK 3542 052Y003D23   0001"
    first = bytes([0x02, 0x38]) + b"]Q0" + text[:56] + b"s\0\1"
    second = bytes([0x02, len(text) - 56]) + b"]Q0" + text[56:].ljust(56, b"\0") + b"s\0\0"
    assert len(first) == len(second) == 64
    codes = reports()
    assert codes.feed(first) == []
    assert codes.unfinished
    assert codes.feed(second) == [LineCode(text.decode(), "QR")]


@pytest.mark.parametrize("length", [1, 55, 56, 57, 112, 113, 512])
def test_long_codes_come_in_pieces(length: int) -> None:
    codes, text = reports(), ("0123456789" * 52)[:length]
    read = [one for each in in_reports(text.encode(), b"]Q1") for one in codes.feed(each)]
    assert read == [LineCode(text, "QR")]
    assert not codes.unfinished


def test_ten_codes_one_after_another_also_the_same_ones() -> None:
    codes = reports()
    read = [one for _ in range(10) for one in codes.feed(report(b"8801234567893", b"]E0"))]
    assert read == [LineCode("8801234567893", "EAN-13")] * 10


def test_gs1_elements_keep_their_separator() -> None:
    (code,) = reports().feed(report(b"0108801234567893\x1d10A", b"]d2"))
    assert code == LineCode("0108801234567893\x1d10A", "Data Matrix", True)


def test_a_suffix_or_prefix_that_the_scanner_adds_is_taken_off() -> None:
    assert reports().feed(report(b"12345678\r\n", b"]C0")) == [LineCode("12345678", "Code 128")]
    line_format = LineFormat(prefix="~", suffix=Suffix.TAB)
    assert reports(line_format).feed(report(b"~12345678\t", b"]C0")) == [LineCode("12345678", "Code 128")]
    (refused,) = reports(line_format).feed(report(b"12345678\t", b"]C0"))
    assert isinstance(refused, LineRefused)
    assert refused.setup_changed


def test_t3_a_scanner_that_stops_telling_the_symbology_is_noticed() -> None:
    codes = reports(LineFormat(identifiers=Identifiers.AIM))
    assert isinstance(codes.feed(report(b"8801234567893", b"]E0"))[0], LineCode)
    (refused,) = codes.feed(report(b"8801234567893"))
    assert isinstance(refused, LineRefused)
    assert refused.setup_changed


def test_t2_an_identifier_inside_the_code_is_text() -> None:
    assert reports().feed(report(b"]E08801234567893", b"]Q1")) == [LineCode("]E08801234567893", "QR")]


def test_a_code_that_breaks_off_is_told_and_not_glued_to_the_next() -> None:
    codes = reports()
    assert codes.feed(in_reports(b"x" * 100, b"]Q1")[0]) == []
    assert codes.idle() == [LineRefused("a code broke off after 56 characters: scan again")]
    assert codes.idle() == []
    assert codes.feed(in_reports(b"x" * 100, b"]Q1")[0]) == []
    broken, whole = codes.feed(report(b"8801234567893", b"]E0"))
    assert isinstance(broken, LineRefused)
    assert whole == LineCode("8801234567893", "EAN-13")


def test_f22_a_code_of_4_kb_is_refused_with_its_length_and_the_next_is_read() -> None:
    codes = reports()
    read = [one for each in in_reports(b"7" * 4096, b"]Q1") for one in codes.feed(each)]
    assert read == [LineRefused("4096 characters came in one code; at most 512 are allowed")]
    assert codes.feed(report(b"8801234567893", b"]E0")) == [LineCode("8801234567893", "EAN-13")]


@pytest.mark.parametrize("hostile", [b"\x1b[2J", b"88\x0012", b"\x03", "88\u202e12".encode(), b"\xff\xfe", b"a\rb"])
def test_t2_what_could_act_as_a_key_is_refused(hostile: bytes) -> None:
    (refused,) = reports().feed(report(hostile, b"]Q1"))
    assert isinstance(refused, LineRefused)


def test_other_reports_are_nobodys_code() -> None:
    codes = reports()
    assert codes.feed(status_report(7)) == []
    assert codes.feed(b"") == []


def test_a_report_that_is_too_short_is_told() -> None:
    (refused,) = reports().feed(report(b"8801234567893", b"]E0")[:40])
    assert refused == LineRefused("a report of 39 bytes came; the scanner's descriptor promises 60")


def test_an_empty_report_is_nothing() -> None:
    assert reports().feed(report(b"", b"]E0")) == []


def test_a_bare_layout_without_number_count_and_identifier() -> None:
    codes = PosReports(layout_of(BARE))
    assert codes.feed(b"8801234567893".ljust(32, b"\0")) == [LineCode("8801234567893")]
    assert codes.feed(b"]E08801234567893\r".ljust(32, b"\0")) == [LineCode("8801234567893", "EAN-13")]


def test_what_is_no_scanner_is_known() -> None:
    keyboard = bytes.fromhex("05 01 09 06 a1 01 05 07 19 e0 29 e7 75 01 95 08 81 02 c0")
    assert pos_layout(keyboard) is None
    assert not is_pos_scanner(keyboard)
    assert not is_pos_scanner(b"\x05")
    assert not is_pos_scanner(b"")
    assert is_pos_scanner(DESCRIPTOR)


def test_data_across_the_border_of_bytes_is_told() -> None:
    with pytest.raises(DeviceGarbled, match="border of bytes"):
        pos_layout(bytes.fromhex("05 8c 75 01 95 04 81 03 75 08 95 04 09 fe 81 02"))


@given(st.lists(st.binary(max_size=80), max_size=20))
def test_f29_rubbish_never_raises_and_never_yields_a_forbidden_character(packets: list[bytes]) -> None:
    codes = reports()
    for packet in packets:
        for prefixed in (packet, b"\x02" + packet):
            for read in codes.feed(prefixed):
                if isinstance(read, LineCode):
                    assert all(c == "\x1d" or " " <= c <= "~" for c in read.text)
                    assert 0 < len(read.text) <= 512
    codes.idle()
    assert not codes.unfinished
