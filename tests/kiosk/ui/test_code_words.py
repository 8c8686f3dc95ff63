"""What a message about a code looks like, and the day that tells two rows of one item apart."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.domain.cart import LineItem
from kiosk.domain.lot import UNNAMED, Lot
from kiosk.domain.priced_cart import PricedLine
from kiosk.ui.code_words import code_words, notice_icon
from kiosk.ui.icon_provider import ICON_FOLDER
from kiosk.ui.line_rows import line_row
from kiosk.ui.shopper_words import notice_words
from tests.fakes.demo_shop import by_name
from tests.kiosk.ui.scenes import cart_dated, cart_list
from tests.kiosk.ui.shown_models import models_showing


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_every_icon_of_a_notice_is_there(kind: NoticeKind) -> None:
    icon = notice_icon(kind)
    assert not icon or (ICON_FOLDER / f"{icon}-fill.svg").exists(), icon


def test_the_page_shows_the_icon_of_its_notice() -> None:
    models: Any = models_showing(cart_dated())
    assert models.cart.noticeIcon == "qr-code"
    assert models.cart.noticeTone == "warning"
    models.show(cart_list())
    assert models.cart.noticeIcon == ""
    models.show(replace(cart_list(), notice=Notice(NoticeKind.REMOVED)))
    assert models.cart.noticeIcon == ""


def test_nobody_is_said_to_have_been_called_for_a_code_that_is_no_item() -> None:
    for kind in (NoticeKind.VOUCHER_CODE, NoticeKind.RECEIPT_CODE, NoticeKind.CODES_DIFFER):
        said = code_words(kind)
        assert said is not None
        assert "알렸" not in " ".join(said)


def test_several_items_are_one_named_and_the_others_counted() -> None:
    box = by_name("제육볶음 도시락")
    _, _, one = notice_words(Notice(NoticeKind.EXPIRED, box), "KRW", "ko")
    _, _, three = notice_words(Notice(NoticeKind.EXPIRED, box, more=2), "KRW", "ko")
    assert "제육볶음 도시락 420g은 팔지 않아요" in one
    assert "제육볶음 도시락 420g 외 2개는 팔지 않아요" in three


@pytest.mark.parametrize(
    ("lot", "detail"),
    [
        (UNNAMED, "1개 4,900원"),
        (Lot(batch="B7"), "1개 4,900원"),
        (Lot(date(2026, 11, 22)), "1개 4,900원 · 11월 22일(일)까지"),
        (Lot(date(2026, 11, 22), time(18, 0)), "1개 4,900원 · 11월 22일(일) 오후 6:00까지"),
        (Lot(sell_by=date(2026, 11, 22)), "1개 4,900원 · 11월 22일(일)까지"),
    ],
)
def test_a_row_says_until_when_its_packs_may_be_sold(lot: Lot, detail: str) -> None:
    box = by_name("제육볶음 도시락")
    row = line_row(PricedLine(LineItem("1", box, lot=lot), 4900, 4900, 4900), "KRW", "ko")
    assert row.detail == detail
