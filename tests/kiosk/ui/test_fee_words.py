"""What a total holds besides goods, in one line."""

import pytest

from kiosk.domain.priced_cart import Fee
from kiosk.ui.fee_words import included_words

DEPOSITS = (Fee("deposit", 700, "", 7), Fee("deposit", 260, "", 2))
SHIPPING = Fee("shipping", 3000)


@pytest.mark.parametrize(
    ("fees", "tax", "currency", "words"),
    [
        ((), 0, "KRW", ""),
        ((SHIPPING,), 0, "KRW", "배송비 3,000원 포함"),
        ((*DEPOSITS, SHIPPING), 0, "KRW", "배송비 3,000원 · 병 보증금 960원 포함"),
        ((Fee("service", 25), Fee("plastic", 10)), 177, "USD", "요금 $0.35 · 세금 $1.77 포함"),
        ((), 1250, "KWD", "세금 KWD\u00a01.250 포함"),
    ],
)
def test_each_kind_is_told_once(qapp: object, fees: tuple[Fee, ...], tax: int, currency: str, words: str) -> None:
    assert included_words(fees, tax, currency, "ko") == words
