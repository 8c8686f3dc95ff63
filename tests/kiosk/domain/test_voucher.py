"""What the QR code of a gift voucher says."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.scanned_code import ScanRules, interpret
from kiosk.domain.scanned_meaning import VoucherCode
from kiosk.domain.voucher import signed_voucher_of, unsigned_voucher

UNTIL = date(2027, 12, 31)
SIGNED = unsigned_voucher("7Q2M4XK7", 10000, "KRW", UNTIL)
TEXT = f"{SIGNED}.{'s' * 86}"


def test_a_voucher_is_read_back_as_it_was_written() -> None:
    expected = VoucherCode("7Q2M4XK7", 10000, "KRW", UNTIL, SIGNED, "s" * 86)
    assert signed_voucher_of(TEXT) == expected
    assert interpret(TEXT, "QR", ScanRules()) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        SIGNED,
        TEXT + "x",
        TEXT.replace("BV1", "BC1"),
        TEXT.replace("10000", "0"),
        TEXT.replace("10000", "1234567890"),
        TEXT.replace("20271231", "20271301"),
        TEXT.replace("KRW", "won"),
        TEXT.replace("7Q2M4XK7", "7Q2M4XK9"),  # 9 is no base32 digit
        TEXT.replace("10000", "１0000"),
    ],
)
def test_another_form_is_no_voucher(text: str) -> None:
    assert signed_voucher_of(text) is None


@pytest.mark.parametrize(
    ("serial", "amount", "currency", "why"),
    [
        ("short", 1, "KRW", "serial number"),
        ("7Q2M4XK7.1", 1, "KRW", "serial number"),
        ("7Q2M4XK7", 0, "KRW", "worth 1 to"),
        ("7Q2M4XK7", 10**9, "KRW", "worth 1 to"),
        ("7Q2M4XK7", 1, "XXX", "unknown currency"),
    ],
)
def test_what_cannot_be_a_voucher_is_refused(serial: str, amount: int, currency: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        unsigned_voucher(serial, amount, currency, UNTIL)


@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", min_size=8, max_size=32), st.integers(1, 999_999_999))
def test_any_voucher_comes_back(serial: str, amount: int) -> None:
    code = signed_voucher_of(f"{unsigned_voucher(serial, amount, 'EUR', UNTIL)}.{'a' * 86}")
    assert code is not None
    assert (code.number, code.amount, code.currency, code.expires_on) == (serial, amount, "EUR", UNTIL)


@given(st.text(max_size=200))
def test_rubbish_is_no_voucher(text: str) -> None:
    assert signed_voucher_of(text) is None
