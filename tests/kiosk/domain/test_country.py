"""Country profiles: complete, usable, and what a shop may change in them."""

import pytest

from kiosk.domain.cash_rounding import NO_CASH_ROUNDING
from kiosk.domain.country import KOREA, PROFILES, CountryError, CountryProfile, profile_for
from kiosk.domain.money import DECIMALS
from kiosk.domain.tax import TaxFraction, TaxMode, TaxRounding, charged_taxes, rate_parts


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.code)
def test_every_profile_can_be_sold_in(profile: CountryProfile) -> None:
    assert profile.currency in DECIMALS
    assert {"exempt", "zero"} <= set(profile.tax.rates)
    assert profile.local_rates is ("standard" not in profile.tax.rates)
    for rate in profile.tax.rates.values():
        rate_parts(rate)


def test_korea_holds_ten_percent_and_rounds_once() -> None:
    assert (KOREA.currency, KOREA.tax.mode, KOREA.tax.rounding) == ("KRW", TaxMode.INCLUSIVE, TaxRounding.RECEIPT)
    assert KOREA.cash == NO_CASH_ROUNDING
    rows, added = charged_taxes((("standard", 5500), ("exempt", 3000), ("standard", 505)), KOREA.tax)
    assert [(row.kind, row.net, row.tax) for row in rows] == [("standard", 5459, 546), ("exempt", 3000, 0)]
    assert added == 0


def test_japan_rounds_each_rate_once_and_drops_the_fraction() -> None:
    japan = profile_for("JP")
    assert japan.tax.fraction is TaxFraction.DOWN
    # 10 %: 198 + 99 hold 27.0 yen. 8 %: 108 + 215 hold 23.9 yen, of which 23 count.
    rows, _ = charged_taxes((("standard", 198), ("reduced", 108), ("standard", 99), ("reduced", 215)), japan.tax)
    assert [(row.rate, row.net, row.tax) for row in rows] == [("10", 270, 27), ("8", 300, 23)]


def test_an_american_shop_brings_its_own_rates() -> None:
    with pytest.raises(CountryError, match="United States each shop has its own rates"):
        profile_for("US")
    with pytest.raises(CountryError, match="give tax_rates with standard in them"):
        profile_for("US", {"food": "2"})
    # New York City: 4 % state, 4.5 % city, 0.375 % transport district.
    shop = profile_for("US", {"standard": "8.875"})
    rows, added = charged_taxes((("standard", 1999), ("exempt", 349)), shop.tax)
    assert added == 177
    assert [(row.kind, row.net, row.tax) for row in rows] == [("standard", 1999, 177), ("exempt", 349, 0)]


def test_a_shop_may_add_a_rate_to_its_country() -> None:
    shop = profile_for("DE", {"interim": "5.5"})
    assert shop.tax.rates == {"standard": "19", "reduced": "7", "exempt": "0", "zero": "0", "interim": "5.5"}
    assert PROFILES["DE"].tax.rates.keys().isdisjoint({"interim"})


def test_swiss_coins_end_at_five_rappen_and_kuwaiti_ones_at_five_fils() -> None:
    assert profile_for("CH").cash.difference(1698, "cash") == 2
    assert profile_for("CH").cash.difference(1698, "card") == 0
    assert profile_for("KW").cash.difference(1_234_567, "cash") == -2


def test_an_unknown_country_is_named() -> None:
    with pytest.raises(CountryError, match="'XX' is not known; known: CH, DE, JP, KR, KW, NL, US"):
        profile_for("XX")


def test_a_rate_that_is_no_percentage_is_named() -> None:
    with pytest.raises(CountryError, match="not 'ten'"):
        profile_for("KR", {"standard": "ten"})
