"""What a catalogue file says of its shop's country, and what an older file means that says nothing."""

from datetime import UTC, datetime

import pytest

from kiosk.domain.cash_rounding import NO_CASH_ROUNDING, CashRounding, CashRule
from kiosk.domain.catalogue import CatalogueHead, LocalText, SaleFee, Shop
from kiosk.domain.country import KOREA
from kiosk.domain.tax import TaxFraction, TaxMode, TaxRounding
from sync.wire.catalogue_file import head_from_rows, head_rows, shop_from_text, shop_text

HEAD = CatalogueHead(
    7,
    "S1",
    "CHF",
    datetime(2026, 11, 21, tzinfo=UTC),
    {"standard": "8.1"},
    TaxMode.EXCLUSIVE,
    TaxRounding.LINE,
    TaxFraction.DOWN,
    CashRounding(5, CashRule.DOWN),
    "CH",
)


def test_the_head_keeps_how_its_country_taxes_and_counts_coins() -> None:
    assert head_from_rows(dict(head_rows(HEAD))) == HEAD


def test_a_head_that_says_nothing_of_its_country_is_korean() -> None:
    old = {key: value for key, value in head_rows(HEAD) if not key.startswith(("tax_", "cash_", "country"))}
    head = head_from_rows({**old, "currency": "KRW", "tax_rates": '{"standard": "10", "exempt": "0", "zero": "0"}'})
    assert (head.tax, head.cash, head.country) == (KOREA.tax, NO_CASH_ROUNDING, "KR")


@pytest.mark.parametrize(("key", "value"), [("tax_mode", "both"), ("cash_step", "0"), ("tax_fraction", "up")])
def test_rules_that_are_not_known_are_refused(key: str, value: str) -> None:
    with pytest.raises(ValueError, match=value):
        head_from_rows({**dict(head_rows(HEAD)), key: value})


def test_a_shop_keeps_what_the_law_of_its_place_says() -> None:
    shop = Shop(
        "S1",
        LocalText("가게"),
        LocalText("주소"),
        country="US",
        tax_rates={"standard": "8.875"},
        district="queens",
        sale_fees=(SaleFee("service", 25, ""),),
        registration=("000-00-00101", "02-000-0101"),
    )
    assert shop_from_text("S1", shop_text(shop)) == shop
