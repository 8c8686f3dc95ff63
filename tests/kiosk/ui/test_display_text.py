"""Money, days, times and weights in four languages (design system, section 2)."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.display_text import (
    LANGUAGES,
    day_text,
    masked_phone,
    money_text,
    money_words,
    spoken_money,
    time_text,
    weight_text,
    with_unit,
)

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("minor", "currency", "language", "words"),
    [
        (19290, "KRW", "ko", "19,290원"),
        (19290, "KRW", "en", "₩19,290"),
        (-1500, "KRW", "ko", "−1,500원"),
        (-1500, "KRW", "zh", "−₩1,500"),
        (0, "KRW", "ja", "₩0"),
        (1005, "USD", "en", "$10.05"),
        (1005, "USD", "ko", "$10.05"),
    ],
)
def test_money(minor: int, currency: str, language: str, words: str) -> None:
    assert money_words(minor, currency, language) == words


@given(st.integers(-(10**12), 10**12), st.sampled_from(LANGUAGES), st.sampled_from(["KRW", "USD", "JPY"]))
def test_money_keeps_every_digit(minor: int, language: str, currency: str) -> None:
    text = money_text(minor, currency, language)
    digits = int("".join(sign for sign in text.number if sign.isdigit()))
    assert digits == abs(minor)
    assert text.number.startswith("−") == (minor < 0)
    assert "-" not in text.number


def test_an_unknown_currency_is_refused() -> None:
    with pytest.raises(ValueError, match="KRW"):
        money_text(1, "XXX", "ko")


@pytest.mark.parametrize(
    ("language", "said"), [("ko", "1,700원"), ("en", "1700 won"), ("ja", "1700ウォン"), ("zh", "1700韩元")]
)
def test_spoken_money(language: str, said: str) -> None:
    assert spoken_money(1700, "KRW", language) == said


@pytest.mark.parametrize(
    ("language", "shown"),
    [("ko", "11월 23일(월)"), ("en", "Mon\u00a023\u00a0Nov"), ("ja", "11月23日(月)"), ("zh", "11月23日（周一）")],
)
def test_days(language: str, shown: str) -> None:
    assert day_text(MONDAY, language) == shown


@pytest.mark.parametrize(
    ("hour", "language", "shown"),
    [
        (18, "ko", "오후 6:12"),
        (0, "ko", "오전 12:12"),
        (12, "en", "12:12\u00a0PM"),
        (9, "ja", "午前9:12"),
        (13, "zh", "下午1:12"),
    ],
)
def test_times(hour: int, language: str, shown: str) -> None:
    assert time_text(datetime(2026, 11, 23, hour, 12), language) == shown  # noqa: DTZ001 - the shop's wall clock


def test_weights_and_units() -> None:
    assert weight_text(842, "ko") == "0.842kg"
    assert weight_text(12005, "en") == "12.005\u00a0kg"
    assert weight_text(-5, "ko") == "−0.005kg"
    assert with_unit("240", "mL", "ko") == "240mL"


def test_a_phone_number_is_masked() -> None:
    assert masked_phone("01012345678") == "010-····-5678"
    with pytest.raises(ValueError, match="digits"):
        masked_phone("12")
