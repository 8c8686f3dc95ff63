"""The paper receipt: in the shopper's language where the printer can spell it, with what the law wants."""

from datetime import datetime, timedelta, timezone

import pytest

from hardware.codecs.printer_text import UNPRINTABLE, encode
from hardware.ports.receipt_printer import PrintLine, PrintQr
from kiosk.checkout.receipt_parts import receipt_parts
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText, Shop
from kiosk.domain.country import KOREA
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion import PercentOff, Pool
from kiosk.domain.sale import Sale, Tender

AT = datetime(2026, 11, 21, 18, 12, tzinfo=timezone(timedelta(hours=9)))
MILK = CatalogueItem("milk", "", LocalText("우유", "Milk", "牛乳", "牛奶"), 1700)
HALF = PercentOff(promotion_id="P", name=LocalText("반값", "Half", "半額", "半价"), pool=Pool(), percent=50)
SHOP = Shop(
    "SS01",
    LocalText("성수점", "Seongsu", "聖水店", "圣水店"),
    LocalText("서울", "Seoul", "ソウル", "首尔"),
    registration=("000-00-00101", "02-000-0101"),
)


def sale(language: str) -> Sale:
    cart = price_cart([LineItem("1", MILK, 2)], [HALF], PricingContext(at=AT, shop="SS01", tax=KOREA.tax))
    return Sale("s", 1, "K1", "SS01", 1, AT, language, cart, (Tender("card", cart.total),), "", "token")


def texts(language: str, shop: Shop | None = SHOP) -> list[str]:
    parts = receipt_parts(sale(language), shop=shop, link="https://r.example/r/x", copy=False)
    assert isinstance(parts[-1], PrintQr)
    return [part.left for part in parts if isinstance(part, PrintLine)]


@pytest.mark.parametrize(("language", "printed"), [("ko", "우유"), ("en", "Milk"), ("zh", "Milk"), ("ja", "Milk")])
def test_paper_speaks_english_to_whom_it_cannot_spell(language: str, printed: str) -> None:
    assert printed in texts(language)


@pytest.mark.parametrize("language", ["ko", "en", "ja", "zh"])
def test_nothing_on_paper_is_unreadable(language: str) -> None:
    paper = encode("\n".join(texts(language)))
    assert UNPRINTABLE.encode("cp949") not in paper
    assert b"?" not in paper


def test_address_and_registration_stand_under_the_name() -> None:
    assert texts("ko")[:4] == ["성수점", "서울", "000-00-00101", "02-000-0101"]


def test_a_shop_that_the_catalogue_does_not_know_is_named_by_its_id() -> None:
    assert texts("ko", shop=None)[0] == "SS01"
