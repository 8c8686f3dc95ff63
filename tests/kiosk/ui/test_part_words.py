"""The rows of cards, pays, parts and shares in a shopper's words."""

from typing import Any

from PySide6.QtGui import QGuiApplication

from kiosk.checkout.snapshot import CardOffer
from kiosk.domain.catalogue import LocalText
from kiosk.ui.part_words import card_rows, is_pay, share_rows


def offer(tender: str) -> CardOffer:
    return CardOffer(tender, LocalText("5% 할인", "5 % off"), 500, 9_500, chosen=False)


def test_a_card_and_a_pay_are_called_what_they_are(qapp: QGuiApplication) -> None:
    card, pay = card_rows([offer("card:blue"), offer("simple_pay:blue")], "KRW", "ko")
    assert card["detail"] == "이 카드로 모두 내면 10,000원 → 9,500원"
    assert pay["detail"] == "이 페이로 모두 내면 10,000원 → 9,500원"
    assert (is_pay("simple_pay:blue"), is_pay("card:blue"), is_pay("card")) == (True, False, False)


def test_nobody_is_asked_for_nothing(qapp: QGuiApplication) -> None:
    rows: list[dict[str, Any]] = share_rows(3, "KRW", "ko")
    assert [row["ways"] for row in rows] == [2, 3]
