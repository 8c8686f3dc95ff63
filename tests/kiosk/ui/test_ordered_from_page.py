"""An order from the product page is in the cart, or refused with the till's words; each is answered once."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.domain.fulfilment import CARRY_OUT, SHIP
from kiosk.ui.ordered_from_page import OrderedFromPage
from tests.kiosk.ui.scenes import cart_list, cart_mixed

SHIPPED = next(x.line.item.sku for x in cart_mixed().cart.lines if x.line.fulfilment == SHIP)


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Translations need an application."""


def test_an_order_that_came_into_the_cart_is_told_once() -> None:
    ordered = OrderedFromPage()
    assert ordered.watch(cart_mixed()) == ""
    assert not ordered.taken(), "nothing was ordered"
    ordered.begin(cart_list(), SHIPPED, SHIP)
    assert ordered.watch(cart_list()) == ""
    assert not ordered.taken()
    assert ordered.watch(cart_mixed()) == ""
    assert ordered.taken()
    assert not ordered.taken()


def test_a_refusal_is_told_in_the_tills_words_and_an_old_notice_is_none() -> None:
    old = replace(cart_list(), notice=Notice(NoticeKind.ORDER_REFUSED, number=3))
    ordered = OrderedFromPage()
    ordered.begin(old, SHIPPED, CARRY_OUT)
    assert ordered.watch(old) == ""
    refused = replace(cart_list(), notice=Notice(NoticeKind.QUANTITY_LIMIT, number=4))
    assert ordered.watch(refused) == "한 번에 99개까지 담을 수 있어요. 더 필요하면 직원을 불러 주세요"
    assert ordered.watch(refused) == ""
    assert not ordered.taken()
