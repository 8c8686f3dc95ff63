"""Prices in words and digits, with 0, 2 and 3 decimals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import DECIMALS
from kiosk.domain.money_text import money_text, money_words, unit_before

LANGUAGES = ("ko", "en", "ja", "zh")


@pytest.mark.parametrize(
    ("minor", "currency", "language", "words"),
    [
        (19290, "KRW", "ko", "19,290원"),
        (19290, "KRW", "en", "₩19,290"),
        (-1500, "KRW", "ko", "−1,500원"),
        (-1500, "KRW", "zh", "−₩1,500"),
        (0, "KRW", "ja", "₩0"),
        (1980, "JPY", "ja", "1,980円"),
        (1980, "JPY", "ko", "¥1,980"),
        (1005, "USD", "en", "$10.05"),
        (-5, "USD", "ko", "−$0.05"),
        (1250, "KWD", "en", "KWD\u00a01.250"),
        (-1_234_005, "KWD", "ko", "−KWD\u00a01,234.005"),
        (1695, "CHF", "zh", "CHF\u00a016.95"),
    ],
)
def test_prices_in_sentences(minor: int, currency: str, language: str, words: str) -> None:
    assert money_words(minor, currency, language) == words


@given(st.integers(-(10**12), 10**12), st.sampled_from(LANGUAGES), st.sampled_from(sorted(DECIMALS)))
def test_every_digit_is_kept_and_the_point_stands_where_it_belongs(minor: int, language: str, currency: str) -> None:
    number = money_text(minor, currency, language).number
    digits = int("".join(sign for sign in number if sign.isdigit()))
    assert digits == abs(minor)
    assert number.startswith("−") == (minor < 0)
    assert "-" not in number
    assert len(number.partition(".")[2]) == DECIMALS[currency]


def test_an_unknown_currency_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown currency 'XXX'; known: AED"):
        money_text(1, "XXX", "ko")
    with pytest.raises(ValueError, match="unknown currency 'XXX'"):
        unit_before("XXX")
