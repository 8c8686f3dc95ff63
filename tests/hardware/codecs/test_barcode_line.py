"""Codes of a serial scanner: framing, identifiers, and what is refused (T-2, T-3, F-22, F-29)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.barcode_line import BarcodeLines, LineCode, LineFormat, LineRefused, Suffix, refusal


def read(octets: bytes, line_format: LineFormat | None = None) -> list[LineCode | LineRefused]:
    return BarcodeLines(line_format).feed(octets)


def byte_by_byte(octets: bytes, line_format: LineFormat | None = None) -> list[LineCode | LineRefused]:
    lines = BarcodeLines(line_format)
    return [event for octet in octets for event in lines.feed(bytes([octet]))]


@pytest.mark.parametrize("ending", [b"\r", b"\n", b"\r\n", b"\t"])
def test_every_usual_ending_is_understood(ending: bytes) -> None:
    stream = b"8801234567893" + ending + b"8801234567893" + ending
    assert read(stream) == [LineCode("8801234567893")] * 2
    assert byte_by_byte(stream) == read(stream)


@pytest.mark.parametrize(
    ("line", "symbology", "text", "gs1"),
    [
        ("]E08801234567893", "EAN-13", "8801234567893", False),
        ("]E0071691155775", "UPC-A", "071691155775", False),
        ("]E001234565", "UPC-E", "01234565", False),
        ("]E442184799", "EAN-8", "42184799", False),
        ("]E3978488233712912345", "EAN-13", "9784882337129 12345", False),
        ("]C0ABC-1", "Code 128", "ABC-1", False),
        ("]C10108801234567893\x1d10A", "Code 128", "0108801234567893\x1d10A", True),
        ("]I118801234567890", "ITF", "18801234567890", False),
        ("]e00108801234567893", "DataBar", "0108801234567893", True),
        ("]e001088012345678933103000500", "DataBar Expanded", "01088012345678933103000500", True),
        ("]d20108801234567893", "Data Matrix", "0108801234567893", True),
        ("]d1hello", "Data Matrix", "hello", False),
        ("]Q3https://id.example/01/1", "QR", "https://id.example/01/1", True),
        ("]Q1https://a.example/", "QR", "https://a.example/", False),
        ("]A0STAFF7", "Code 39", "STAFF7", False),
        ("8801234567893", "", "8801234567893", False),
        ("]", "", "]", False),
    ],
)
def test_aim_identifiers_name_the_symbology(line: str, symbology: str, text: str, gs1: bool) -> None:
    octets = line.encode("ascii") + b"\r"
    assert read(octets) == [LineCode(text, symbology, gs1)]
    assert byte_by_byte(octets) == read(octets)


@pytest.mark.parametrize(
    "hostile",
    [
        b"\x1b[2J", b"88\x0012", b"\x03", b"\x08\x08", b"\x7f", "88\u202e12".encode(), "바코드".encode(), b"a\x0bb",
        b"\x1a", b"\xff\xfe", "\u200f".encode(), b"\x10\x04\x01",
    ],
)  # fmt: skip
def test_t2_what_could_act_as_a_key_is_refused_and_the_next_code_is_read(hostile: bytes) -> None:
    first, second = read(hostile + b"\r" + b"8801234567893\r")
    assert isinstance(first, LineRefused)
    assert first.reason.startswith("the character 0x")
    assert second == LineCode("8801234567893")


def test_symbologies_that_no_shop_sells_by_are_refused() -> None:
    (refused,) = read(b"]L2abc\r")
    assert refused == LineRefused("codes of the kind ]L2 are not used in this shop")


def test_f22_a_code_of_4_kb_is_refused_with_its_length() -> None:
    lines = BarcodeLines()
    assert lines.feed(b"7" * 4096) == []
    assert lines.feed(b"\r8801234567893\r") == [
        LineRefused("4096 characters came in one code; at most 512 are allowed"),
        LineCode("8801234567893"),
    ]


def test_the_longest_code_is_still_read_and_one_more_is_not() -> None:
    assert read(b"]Q1" + b"x" * 512 + b"\r") == [LineCode("x" * 512, "QR")]
    assert isinstance(read(b"]Q1" + b"x" * 513 + b"\r")[0], LineRefused)
    assert isinstance(read(b"x" * 513 + b"\r")[0], LineRefused)


def test_t3_a_changed_suffix_is_noticed() -> None:
    lines = BarcodeLines(LineFormat(suffix=Suffix.CR))
    assert lines.feed(b"8801234567893\n") == []
    assert lines.unfinished
    refused = lines.idle()
    assert refused is not None
    assert refused.setup_changed
    assert "ending CR" in refused.reason
    assert lines.idle() is None


def test_t3_cr_lf_where_cr_is_set_is_noticed_at_the_second_code() -> None:
    first, second = read(b"11111111\r\n22222222\r", LineFormat(suffix=Suffix.CR))
    assert first == LineCode("11111111")
    assert isinstance(second, LineRefused)
    assert second.setup_changed


def test_t3_a_missing_prefix_is_noticed() -> None:
    line_format = LineFormat(prefix="~")
    assert read(b"~123\r", line_format) == [LineCode("123")]
    (refused,) = read(b"123\r", line_format)
    assert isinstance(refused, LineRefused)
    assert refused.setup_changed


def test_empty_lines_are_nothing_and_blank_codes_are_refused() -> None:
    assert read(b"\r\n\r\n") == []
    assert read(b"]E0\r") == [LineRefused("an empty code came")]
    assert read(b"   \r") == [LineRefused("an empty code came")]


def test_idle_after_too_much_says_so() -> None:
    lines = BarcodeLines()
    lines.feed(b"x" * 4000)
    assert lines.idle() == LineRefused("4000 characters came in one code; at most 512 are allowed")


def test_camera_texts_meet_the_same_rules() -> None:
    assert refusal("https://shop.example/01/08801234567893") is None
    assert refusal("a\nb") is not None
    assert refusal("x" * 513) is not None


@given(st.binary(max_size=3000), st.sampled_from(Suffix))
def test_f29_rubbish_never_raises_and_never_yields_a_forbidden_character(octets: bytes, suffix: Suffix) -> None:
    lines = BarcodeLines(LineFormat(suffix=suffix))
    for event in lines.feed(octets):
        if isinstance(event, LineCode):
            assert all(c == "\x1d" or " " <= c <= "~" for c in event.text)
            assert 0 < len(event.text) <= 512
        else:
            assert event.reason
    lines.idle()
    assert not lines.unfinished


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=100))
def test_every_printable_code_arrives_as_it_was_sent(text: str) -> None:
    (event,) = read(b"]C0" + text.encode("ascii") + b"\r")
    if text.strip(" "):
        assert event == LineCode(text, "Code 128")
    else:
        assert isinstance(event, LineRefused)
