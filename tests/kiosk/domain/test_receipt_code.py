"""The link of a receipt is read back as it was made, and nothing else is taken for one."""

import base64
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.checkout.receipt_link import link_of, sign_link
from kiosk.domain.receipt_code import receipt_of
from kiosk.domain.scanned_meaning import ReceiptCode

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class Signer:
    def sign(self, text: str) -> str:
        return base64.urlsafe_b64encode(bytes(64)).decode().rstrip("=")


@pytest.mark.parametrize("base", ["https://r.example", "http://127.0.0.1:8000/", "HTTPS://r.example/shop/kr"])
@given(number=st.integers(1, 10**9), total=st.integers(-(10**9), 10**9))
def test_what_the_till_makes_is_read_back(base: str, number: int, total: int) -> None:
    signed = sign_link(Signer(), "SS01-3", number, total, AT)
    link = link_of(base, "dG9rZW4_-x", signed)
    assert receipt_of(link) == ReceiptCode(str(number), "SS01-3", total, AT, "dG9rZW4_-x", signed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://r.example/r/token",
        "https://r.example/r/token?s=abc",
        "https://r.example/r/token?s=" + "A" * 20 + "." + "B" * 86,
        "https://r.example/r/token?s=" + base64.urlsafe_b64encode(b"a:b:c:d").decode() + "." + "B" * 86,
        "https://r.example/r/token?s="
        + base64.urlsafe_b64encode(b"\xff\xfe\xff\xfe\xff\xfe").decode()
        + "."
        + "B" * 86,
        "ftp://r.example/r/token?s=" + base64.urlsafe_b64encode(b"S:1:2:3").decode().rstrip("=") + "." + "B" * 86,
        "https://r.example/" + "a/" * 300,
    ],
)
def test_other_links_are_none(text: str) -> None:
    assert receipt_of(text) is None
