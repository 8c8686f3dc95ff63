"""The speed of a scanner's line is found from what arrives, on a line of real bits sampled at a wrong speed."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.barcode_line import LineCode, LineFormat, LineRefused, Suffix
from hardware.codecs.line_speed import RATES, SpeedSearch
from tests.fakes.bit_line import sampled

CODE = b"8801234567893\r"


def heard(octets: bytes, sent_at: int, heard_at: int, *, seven_even: bool = False) -> bytes:
    levels = [1] * 20
    for octet in octets:
        parity = 0x80 if seven_even and octet.bit_count() % 2 else 0
        levels += [0, *((octet | parity) >> bit & 1 for bit in range(8)), 1]
    return sampled([*levels, *[1] * 20], sent_at / heard_at)


def scan(search: SpeedSearch, octets: bytes, sent_at: int, *, seven_even: bool = False) -> list[LineCode | LineRefused]:
    read = search.feed(heard(octets, sent_at, search.rate, seven_even=seven_even))
    return read + search.idle()


@pytest.mark.parametrize("rate", RATES)
def test_every_usual_speed_is_found_and_kept(rate: int) -> None:
    search, scans = SpeedSearch(), 0
    while search.known is None:
        scans += 1
        assert scans <= len(RATES), f"{rate} baud was not found"
        read = scan(search, CODE, rate)
    assert (search.known, search.rate) == (rate, rate)
    assert read == [LineCode("8801234567893")], "the scan that showed the speed is not lost"
    assert scan(search, CODE, rate) == [LineCode("8801234567893")]


def test_the_usual_speed_costs_no_scan() -> None:
    search = SpeedSearch()
    assert scan(search, CODE, 9600) == [LineCode("8801234567893")]


def test_a_scan_that_cannot_be_read_asks_for_another() -> None:
    search = SpeedSearch()
    (refused,) = scan(search, CODE, 115200)
    assert refused == LineRefused("not readable at 9600 baud; 115200 is tried next: scan again")
    assert scan(search, CODE, 115200) == [LineCode("8801234567893")]


def test_no_wrong_speed_is_believed() -> None:
    """A thousand scans heard at a wrong speed: none is taken for codes."""
    random_ = random.Random(3)
    for _ in range(1000):
        sent_at, heard_at = random_.sample(RATES, 2)
        search = SpeedSearch(rates=(heard_at,))
        text = "".join(random_.choices("0123456789", k=13)).encode() + b"\r"
        assert not any(isinstance(one, LineCode) for one in scan(search, text, sent_at)), (sent_at, heard_at)


def test_seven_bits_with_even_parity_are_known_from_the_bytes() -> None:
    search = SpeedSearch()
    read = scan(search, b"]E0" + CODE, 9600, seven_even=True)
    assert read == [LineCode("8801234567893", "EAN-13")]
    assert scan(search, b"]Q1abc\r", 9600, seven_even=True) == [LineCode("abc", "QR")]


def test_a_speed_that_worked_is_tried_first_after_a_replug() -> None:
    search = SpeedSearch()
    while search.known is None:
        scan(search, CODE, 38400)
    search.feed(b"880")  # half a code when the cable was pulled
    search.restart()
    assert search.rate == 38400
    assert scan(search, CODE, 38400) == [LineCode("8801234567893")]


def test_t3_a_speed_that_was_changed_is_told_and_found_again() -> None:
    search = SpeedSearch()
    scan(search, CODE, 9600)
    told, scans = [], 0
    while search.known != 57600:
        scans += 1
        assert scans < 20
        told += [one for one in scan(search, CODE, 57600) if isinstance(one, LineRefused) and one.setup_changed]
    assert any("speed may have changed" in one.reason for one in told)
    assert scan(search, CODE, 57600) == [LineCode("8801234567893")]


def test_t2_hostile_codes_cannot_drive_the_right_speed_away() -> None:
    search = SpeedSearch()
    scan(search, CODE, 9600)
    for _ in range(40):
        scan(search, b"\x00\xff\x00\xfe\r", 9600)
    for _ in range(2):
        read = scan(search, CODE, 9600)
        if read == [LineCode("8801234567893")]:
            return
    raise AssertionError("the right speed is at most one scan away")


def test_a_readable_code_between_clears_the_doubt() -> None:
    search = SpeedSearch()
    scan(search, CODE, 9600)
    for _ in range(5):
        scan(search, b"\x00\xff\r", 9600)
        scan(search, b"\x00\xff\r", 9600)
        assert scan(search, CODE, 9600) == [LineCode("8801234567893")]


def test_the_set_suffix_is_needed_as_proof() -> None:
    search = SpeedSearch(LineFormat(suffix=Suffix.TAB))
    assert isinstance(scan(search, CODE, 9600)[0], LineRefused)
    assert SpeedSearch().idle() == []


@given(st.lists(st.binary(max_size=300), max_size=15))
def test_rubbish_never_raises_and_holds_little(scans: list[bytes]) -> None:
    search = SpeedSearch()
    for octets in scans:
        search.feed(octets)
        search.idle()
        assert search.rate in RATES
