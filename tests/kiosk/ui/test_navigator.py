"""The navigator tells QML only of changes."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.ui.navigator import READ_AT_THE_CART, Navigator
from tests.kiosk.ui.pay_scenes import cash_receipt, partly_paid_receipt, tender
from tests.kiosk.ui.scenes import cart_list


def test_a_page_that_is_not_allowed_changes_nothing(qtbot: QtBot) -> None:
    navigator = Navigator()
    with qtbot.assertNotEmitted(navigator.changed):
        navigator.open("search")
    assert navigator.property("page") == "starting"


def test_staff_may_sign_in_while_the_kiosk_starts(qtbot: QtBot) -> None:
    navigator = Navigator()
    with qtbot.waitSignal(navigator.changed):
        navigator.open("sign_in")
    assert navigator.property("page") == "sign_in"
    navigator.showSheet("language")
    assert navigator.property("sheet") == "language"
    navigator.back()
    navigator.back()
    assert navigator.property("page") == "starting"


def searching() -> Navigator:
    navigator = Navigator()
    navigator.follow(cart_list())
    navigator.open("search")
    assert navigator.current_page() == "search"
    return navigator


@pytest.mark.parametrize("kind", sorted(READ_AT_THE_CART))
def test_a_message_about_a_code_is_read_at_the_cart(kind: NoticeKind) -> None:
    navigator = searching()
    told = replace(cart_list(), notice=Notice(kind, number=4))
    navigator.follow(told)
    assert navigator.current_page() == "cart"
    navigator.open("search")
    navigator.follow(replace(told, number=told.number + 1))
    assert navigator.current_page() == "search", "once; the shopper may go on"


def test_other_messages_close_no_page() -> None:
    navigator = searching()
    navigator.follow(replace(cart_list(), notice=Notice(NoticeKind.PRICE_FELL, number=4)))
    assert navigator.current_page() == "search"


def test_the_question_of_the_cash_receipt_is_a_page_of_its_own() -> None:
    navigator = Navigator()
    navigator.follow(tender())
    assert navigator.current_page() == "tender"
    navigator.follow(cash_receipt())
    assert navigator.current_page() == "cash_receipt"
    navigator.follow(partly_paid_receipt())
    assert navigator.current_page() == "partly_paid"
