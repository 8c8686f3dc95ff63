"""The cart page in currencies with 2 and 3 decimals, tax on top, deposits: what is drawn is what is charged."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.checkout.snapshot import NowItem, Snapshot
from kiosk.domain.cart import Cart
from kiosk.domain.catalogue import CatalogueItem, LocalText, SoldBy
from kiosk.domain.checkout_state import Stage
from kiosk.domain.country import profile_for
from kiosk.domain.fees import fees_of
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion import NPlusM, Pool
from kiosk.domain.tax import TaxRules
from kiosk.ui.panel import REFERENCE_PANEL, Panel
from kiosk.ui.theme import ThemeSettings
from tests.kiosk.ui.render import COMPACT_PANEL, SMALL_PANEL, WIDE_PANEL, show
from tests.kiosk.ui.scenes import NOON, moment
from tests.kiosk.ui.shown_models import models_showing
from tests.kiosk.ui.walk import findings, names

GLASS = (
    (REFERENCE_PANEL, 1.0),
    (REFERENCE_PANEL, 2.0),
    (SMALL_PANEL, 2.0),
    (WIDE_PANEL, 1.0),
    (COMPACT_PANEL, 1.0),
)
SCREENS = Path(__file__).parents[3] / "resources" / "qml" / "Baro" / "screens"
CART_SCREEN, TENDER_SCREEN = SCREENS / "CartScreen.qml", SCREENS / "TenderScreen.qml"
TEA = CatalogueItem("tea", "", LocalText("홍차", "Black tea"), 1999, category="drinks")
COLA = CatalogueItem("cola", "", LocalText("유리병 콜라", "Cola, glass bottle"), 249, category="drinks", deposit=10)
DATES = CatalogueItem("dates", "", LocalText("대추야자", "Dates"), 1250, "exempt", SoldBy.KG, category="produce")
TWO_FOR_ONE = NPlusM(promotion_id="P", name=LocalText("1+1", "1+1"), pool=Pool(frozenset({"tea"})), buy=1, free=1)


def abroad(currency: str, tax: TaxRules) -> Snapshot:
    cart = Cart(currency)
    cart.add(DATES, grams=842)
    cart.add(TEA, quantity=2)
    cart.add(COLA, quantity=3)
    context = PricingContext(at=NOON, shop="S1", currency=currency, tax=tax)
    shown = price_cart(cart.lines, [TWO_FOR_ONE], context, fees_of(cart.lines, ()))
    return moment(Stage.SHOPPING, shown, now_item=NowItem(shown.lines[-1], 99, 1), language="en")


AMERICAN = profile_for("US", {"standard": "8.875"}).tax
KUWAITI = profile_for("KW").tax


@pytest.mark.parametrize(
    ("currency", "tax", "total", "fee", "now", "tea"),
    [
        # 0.842 kg x 12.50 = 10.53 (exempt); 19.99 (one of two free) and 7.47 are taxed: 2.44 on top; deposits 0.30.
        ("USD", AMERICAN, "$40.73", "Includes bottle deposit $0.30 · tax $2.44", "7.47 USD", "19.99"),
        ("KWD", KUWAITI, "KWD\u00a03.829", "Includes bottle deposit KWD\u00a00.030", "0.747 KWD", "1.999"),
    ],
)
def test_the_cart_page_shows_every_decimal(
    qapp: QGuiApplication, currency: str, tax: TaxRules, total: str, fee: str, now: str, tea: str
) -> None:
    snapshot = abroad(currency, tax)
    models = models_showing(snapshot)
    settings = ThemeSettings(language="en", reduced_motion=True)
    with show(CART_SCREEN, properties={"models": models}, settings=settings) as shown:
        shown.stage.price_in(currency)
        models.show(snapshot)
        shown.settle(300)
        assert shown.find("total").property("words") == total
        cart: Any = models.cart
        assert (cart.totalWords, cart.fee) == (total, fee)
        said = names(shown.window)
        assert any(now in words for words in said)
        assert any(f"{tea}" in words for words in said)


@pytest.mark.parametrize(("panel", "text"), GLASS)
def test_a_long_price_with_three_decimals_fits_every_panel(qapp: QGuiApplication, panel: Panel, text: float) -> None:
    snapshot = abroad("KWD", KUWAITI)
    big = replace(snapshot.cart, total=1_234_567_890)
    models = models_showing(replace(snapshot, cart=big, to_pay=big.total))
    settings = ThemeSettings(language="en", text_scale=text, reduced_motion=True)
    with show(CART_SCREEN, panel=panel, properties={"models": models}, settings=settings) as shown:
        shown.stage.price_in("KWD")
        shown.settle(120)
        assert shown.find("total").property("words") == "KWD\u00a01,234,567.890"
        assert [str(finding) for finding in findings(shown.window, panel)] == []


def test_the_payment_page_says_what_cash_comes_to(qapp: QGuiApplication) -> None:
    snapshot = replace(abroad("KWD", KUWAITI), stage=Stage.CHOOSING_TENDER, cash_to_pay=3830)
    models = models_showing(snapshot)
    settings = ThemeSettings(language="en", reduced_motion=True)
    with show(TENDER_SCREEN, properties={"models": models}, settings=settings) as shown:
        shown.stage.price_in("KWD")
        models.show(snapshot)
        shown.settle(120)
        assert "Pay cash (KWD\u00a03.830) at a staffed lane" in names(shown.window)
        assert shown.find("total").property("words") == "KWD\u00a03.829"
        assert [str(finding) for finding in findings(shown.window, REFERENCE_PANEL)] == []
