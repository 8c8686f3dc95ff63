"""The search page: what is typed is found off the screen's thread, and only the newest question is answered."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.domain.catalogue import StockCount
from kiosk.ui.aisle_view_model import PATIENCE_MS
from tests.builders import read
from tests.fakes.demo_aisle import DemoAisle, WhenTold
from tests.fakes.demo_shop import by_name
from tests.fakes.till import FakeTill
from tests.kiosk.ui.aisle_scenes import offline, searching
from tests.kiosk.ui.scenes import HEALTHY, NOON, cart_list, cart_mixed, idle
from tests.kiosk.ui.shown_models import models_showing


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Translations and timers need an application."""


def names(models: Any) -> list[str]:
    return [column(models, row, "name") for row in range(models.aisle.results.rowCount())]


def column(models: Any, row: int, field: str) -> Any:
    results: Any = models.aisle.results
    role = next(role for role, name in results.roleNames().items() if bytes(name.data()) == field.encode())
    return results.data(results.index(row), role)


def test_typing_finds_by_half_a_syllable() -> None:
    models: Any = searching("ㄷㅡㄹㅣㅍ")
    assert models.aisle.query == "드맆"
    assert models.aisle.step == "results"
    assert "백자 드리퍼 세트" in names(models)
    place = names(models).index("백자 드리퍼 세트")
    assert (column(models, place, "matchStart"), column(models, place, "matchLength")) == (3, 3)


def test_initial_consonants_find_and_are_named() -> None:
    models: Any = searching("ㄷㄹㅍ")
    assert {"백자 드리퍼 세트", "드립포트 600mL"} <= set(names(models))
    assert models.aisle.title.startswith("초성 ‘ㄷㄹㅍ’ 상품")
    assert models.aisle.suggested == ["드리퍼", "드립포트"]


def test_what_this_shop_has_comes_first_and_can_be_all() -> None:
    models: Any = searching("ㄷㄹㅍ")
    kinds = [column(models, row, "availability") for row in range(models.aisle.results.rowCount())]
    assert kinds == sorted(kinds, key=["here", "nearby", "delivery", "unknown", "soldOut"].index)
    assert column(models, 0, "stock") == "이 매장 약 2개"
    models.aisle.toggleHere()
    assert {column(models, row, "availability") for row in range(models.aisle.results.rowCount())} == {"here"}
    models.aisle.toggleHere()
    assert len(names(models)) == len(kinds)


def test_an_old_count_is_told_without_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    old = (StockCount("SS01", 7, NOON - timedelta(hours=3)),)
    monkeypatch.setattr(DemoAisle, "stock", lambda _self, _sku: old)
    models: Any = searching("ㄷㄹㅍ")
    assert column(models, 0, "availability") == "unknown"
    assert column(models, 0, "stock") == "재고를 확인하지 못했어요"


def test_a_late_answer_to_an_older_question_is_dropped() -> None:
    background = WhenTold()
    models: Any = models_showing(cart_list(), background=background)
    models.navigator.open("search")
    models.aisle.searchFor("드리퍼")
    models.aisle.searchFor("바나나우유")
    background.finish(1)
    found = names(models)
    assert any("바나나우유" in name for name in found)
    background.finish(0)
    assert names(models) == found


def test_an_answer_after_leaving_the_page_is_dropped() -> None:
    background = WhenTold()
    models: Any = models_showing(cart_list(), background=background)
    models.navigator.open("search")
    models.aisle.searchFor("드리퍼")
    models.aisle.toCart()
    background.finish()
    assert names(models) == []
    assert models.aisle.query == ""


def test_grey_rows_come_only_when_the_answer_takes_its_time() -> None:
    background = WhenTold()
    models: Any = models_showing(cart_list(), background=background)
    models.navigator.open("search")
    models.aisle.searchFor("드리퍼")
    assert models.aisle.step != "loading"
    QTest.qWait(PATIENCE_MS + 100)
    assert models.aisle.step == "loading"
    background.finish()
    assert models.aisle.step == "results"


def test_a_search_that_fails_says_so_and_can_be_repeated() -> None:
    background = WhenTold()
    models: Any = models_showing(cart_list(), background=background)
    models.navigator.open("search")
    models.aisle.searchFor("드리퍼")
    _, _, failed = background.waiting.pop()
    failed(OSError("the catalogue is being replaced"))
    assert models.aisle.step == "failed"
    models.aisle.typed("search")
    background.finish()
    assert models.aisle.step == "results"


def test_nothing_found_shows_what_comes_near() -> None:
    models: Any = searching("ㄷㅡㄹㅣㅍㅓㅋㅋㅋ")
    assert models.aisle.step == "similar"
    assert "찾지 못했어요" in models.aisle.title
    assert any("드리퍼" in name for name in names(models))


def test_a_category_shows_what_it_holds_and_back_leads_to_all() -> None:
    models: Any = searching()
    assert models.aisle.step == "before"
    assert models.aisle.categories.rowCount() > 10
    models.aisle.chooseCategory("kitchen")
    assert models.aisle.title == "주방·커피용품"
    assert names(models)
    models.aisle.back()
    assert models.aisle.step == "before"
    models.aisle.back()
    assert models.navigator.page == "cart"


def test_a_result_opens_its_product() -> None:
    models: Any = searching("ㄷㄹㅍ")
    models.aisle.open("B21001")
    assert (models.navigator.page, models.navigator.subject) == ("product", "B21001")


def test_a_scan_on_the_page_is_looked_up_and_not_bought() -> None:
    till = FakeTill(cart_list())
    models: Any = models_showing(cart_list(), till)
    milk = by_name("통통 바나나우유")
    assert not models.aisle.take_scan(read(milk.gtin.lstrip("0")))
    models.navigator.open("search")
    assert models.aisle.take_scan(read(milk.gtin.lstrip("0")))
    assert (models.navigator.page, models.navigator.subject) == ("product", milk.sku)
    assert [asked[0] for asked in till.asked] == ["touch"]


def test_an_unknown_scan_is_said_and_stays_on_the_page() -> None:
    models: Any = searching()
    assert models.aisle.take_scan(read("4006381333931"))
    assert "처음 보는 바코드" in models.aisle.notice
    assert models.navigator.page == "search"


@pytest.mark.parametrize(("text", "symbology"), [("2900000000018", "EAN-13"), ("281234567890123456", "Code 128")])
def test_member_and_payment_codes_are_left_to_the_session(text: str, symbology: str) -> None:
    assert not searching().aisle.take_scan(read(text, symbology=symbology))


def test_offline_says_that_counts_are_the_last_ones() -> None:
    models: Any = searching("ㄷㅡㄹㅣㅂ", offline(cart_list()))
    assert "마지막으로 확인한 재고" in models.aisle.notice
    assert "분 전 확인" in column(models, 0, "stock")
    models.show(replace(cart_list(), health=HEALTHY))
    assert models.aisle.notice == ""


def test_looking_around_begins_a_visit_so_that_the_time_rules_count() -> None:
    till = FakeTill(idle())
    models: Any = models_showing(idle(), till)
    models.navigator.open("search")
    assert ("begin",) in till.asked


def test_the_next_shopper_finds_an_empty_field() -> None:
    models: Any = searching("ㄷㄹㅍ")
    models.show(idle())
    assert models.aisle.query == ""
    assert names(models) == []


def test_the_cart_is_counted_and_reached() -> None:
    models: Any = searching(snapshot=cart_mixed())
    assert models.aisle.cartCount == str(cart_mixed().pieces)
    models.aisle.toCart()
    assert models.navigator.page == "cart"


def test_the_words_follow_the_language() -> None:
    models: Any = searching("ㄷㄹㅍ")
    models.show(replace(cart_list(), language="en"))
    assert any("Dripper" in name for name in names(models))
