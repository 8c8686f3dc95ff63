"""AIM identifiers after ISO/IEC 15424 and makers' letters: what they say of a code."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.symbology import GS1_IDENTIFIERS, CodeIds, Identified, identify
from hardware.drivers.device_profile import PROFILES, code_id_profiles, code_ids
from hardware.errors import DeviceMisused

GS = "\x1d"
ELEMENTS = f"0108801234567893{GS}10A"


@pytest.mark.parametrize(
    ("line", "symbology", "text", "gs1"),
    [
        ("]E08801234567893", "EAN-13", "8801234567893", False),
        ("]E00012345678905", "EAN-13", "0012345678905", False),  # full EAN form of a UPC-A
        ("]E0071691155775", "UPC-A", "071691155775", False),
        ("]E001234565", "UPC-E", "01234565", False),
        ("]E442184799", "EAN-8", "42184799", False),
        ("]A0STAFF7", "Code 39", "STAFF7", False),
        ("]A7STAFF7", "Code 39", "STAFF7", False),
        ("]C0ABC-1", "Code 128", "ABC-1", False),
        (f"]C1{ELEMENTS}", "Code 128", ELEMENTS, True),
        ("]C2ABC-1", "Code 128", "ABC-1", False),
        ("]I018801234567890", "ITF", "18801234567890", False),
        ("]I118801234567890", "ITF", "18801234567890", False),
        ("]e00108801234567893", "DataBar", "0108801234567893", True),
        ("]e001088012345678933103000500", "DataBar Expanded", "01088012345678933103000500", True),
        ("]d1hello", "Data Matrix", "hello", False),
        (f"]d2{ELEMENTS}", "Data Matrix", ELEMENTS, True),
        ("]d3hello", "Data Matrix", "hello", False),
        ("]Q0hello", "QR", "hello", False),
        ("]Q1https://a.example/", "QR", "https://a.example/", False),
        (f"]Q3{ELEMENTS}", "QR", ELEMENTS, True),
        ("]Q5hello", "QR", "hello", False),
    ],
)  # fmt: skip
def test_every_symbology_that_is_sold_by(line: str, symbology: str, text: str, gs1: bool) -> None:
    assert identify(line) == Identified(symbology, text, gs1)


@pytest.mark.parametrize(
    ("line", "symbology", "text"),
    [
        ("]E3880123456789312", "EAN-13", "8801234567893 12"),
        ("]E3978488233712912345", "EAN-13", "9784882337129 12345"),
        ("]E307169115577512", "UPC-A", "071691155775 12"),
        ("]E307169115577512345", "UPC-A", "071691155775 12345"),
        ("]E30123456512", "UPC-E", "01234565 12"),
        ("]E30123456512345", "UPC-E", "01234565 12345"),
        ("]E09784882337129]E212345", "EAN-13", "9784882337129 12345"),
        ("]E449123562]E112", "EAN-8", "49123562 12"),
        ("]E00512345678900]C18101010123451297", "EAN-13", "0512345678900"),  # a coupon in two halves
    ],
)
def test_an_add_on_stands_behind_its_main_code(line: str, symbology: str, text: str) -> None:
    assert identify(line) == Identified(symbology, text)


@pytest.mark.parametrize("line", ["]E112", "]E212345"])
def test_an_add_on_alone_is_known_as_one(line: str) -> None:
    found = identify(line)
    assert found is not None
    assert found.add_on


@pytest.mark.parametrize("line", ["]L2abc", "]z0abc", "]X0123456789X", "]G0abc", "]M0123", "]E9123", "]F0A1B"])
def test_what_no_shop_sells_by_is_nothing(line: str) -> None:
    assert identify(line) is None


def test_a_change_of_character_set_is_taken_out_and_doubled_backslashes_are_single() -> None:
    r"""ISO/IEC 15424, ECI protocol: \nnnnnn is a designator, \\ a backslash."""
    assert identify(r"]Q2\000026https://a.example/\\x") == Identified("QR", r"https://a.example/\x")
    assert identify(r"]Q4\0000260108801234567893") == Identified("QR", "0108801234567893", True)
    assert identify(r"]d4\000003A") == Identified("Data Matrix", "A")
    assert identify(r"]Q1\000026A") == Identified("QR", r"\000026A"), "without the protocol it is text"


def test_only_the_first_identifier_counts() -> None:
    """T-2: a code that holds an identifier as text cannot pass for another symbology."""
    assert identify("]Q1]E08801234567893") == Identified("QR", "]E08801234567893")


@given(st.text(max_size=40))
def test_anything_is_a_code_or_nothing(line: str) -> None:
    found = identify(line)
    assert found is None or len(found.text) <= len(line)


def test_gs1_identifiers_are_those_with_fnc1_first() -> None:
    assert {"]C1", "]e0", "]d2", "]Q3"} <= GS1_IDENTIFIERS
    assert not GS1_IDENTIFIERS & {"]C0", "]C2", "]d1", "]d3", "]Q1", "]Q5", "]E0", "]I1"}


@pytest.mark.parametrize(
    ("maker", "line", "symbology", "text", "gs1"),
    [
        ("honeywell", "d8801234567893", "EAN-13", "8801234567893", False),
        ("honeywell", "c071691155775", "UPC-A", "071691155775", False),
        ("honeywell", "E01234565", "UPC-E", "01234565", False),
        ("honeywell", f"I{ELEMENTS}", "Code 128", ELEMENTS, True),
        ("honeywell", "y0108801234567893", "DataBar", "0108801234567893", True),
        ("honeywell", "shello", "QR", "hello", False),
        ("zebra", "A8801234567893", "EAN-13", "8801234567893", False),
        ("zebra", "A49123562", "", "49123562", False),
        ("zebra", f"K{ELEMENTS}", "Code 128", ELEMENTS, True),
        ("zebra", "R0108801234567893", "DataBar", "0108801234567893", True),
        ("zebra", f"P0Q{ELEMENTS}", "QR", ELEMENTS, True),
        ("zebra", "P01hello", "QR", "hello", False),
        ("zebra", f"P0G{ELEMENTS}", "Data Matrix", ELEMENTS, True),
        ("datalogic-powerscan", "B8801234567893", "EAN-13", "8801234567893", False),
        ("datalogic-powerscan", "A49123562", "EAN-8", "49123562", False),
        ("datalogic-powerscan", f"k{ELEMENTS}", "Code 128", ELEMENTS, True),
        ("datalogic-dll2020", "F8801234567893", "EAN-13", "8801234567893", False),
        ("datalogic-dll2020", "FF49123562", "EAN-8", "49123562", False),
        ("datalogic-dll2020", f"P]C1{ELEMENTS}", "Code 128", ELEMENTS, True),
    ],
)
def test_makers_letters(maker: str, line: str, symbology: str, text: str, gs1: bool) -> None:
    assert code_ids(maker).identify(line) == Identified(symbology, text, gs1)


def test_a_letter_that_the_maker_has_not_is_nothing() -> None:
    assert code_ids("honeywell").identify("8801234567893") is None
    assert code_ids("honeywell").identify("") is None
    assert code_ids("honeywell").identify("d") is None, "a letter without a code"
    assert CodeIds("nobody", {}).identify("d880") is None


def test_every_profile_names_its_source_and_symbologies_that_there_are() -> None:
    assert len(code_id_profiles()) >= 4
    known = {"EAN-13", "EAN-8", "UPC-A", "UPC-E", "EAN/UPC", "Code 128", "Code 39", "ITF", "QR", "Data Matrix"}
    known |= {"GS1 Code 128", "GS1 QR", "GS1 Data Matrix", "DataBar", "DataBar Expanded", "DataBar family"}
    for name in code_id_profiles():
        assert set(code_ids(name).letters.values()) <= known, name
        assert len(str(tomllib.loads((PROFILES / f"{name}.toml").read_text("utf-8"))["source"])) > 20, name


def test_an_unknown_profile_is_told_with_those_there_are() -> None:
    with pytest.raises(DeviceMisused, match="there are: datalogic-dll2020, datalogic-powerscan, honeywell, zebra"):
        code_ids("acme")
