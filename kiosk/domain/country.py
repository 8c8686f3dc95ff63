"""Countries as the till knows them: currency, tax and coins, as data (docs/countries.md names the sources)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.cash_rounding import NO_CASH_ROUNDING, CashRounding
from kiosk.domain.tax import TaxError, rate_parts
from kiosk.domain.tax_rules import TaxFraction, TaxMode, TaxRounding, TaxRules


class CountryError(ValueError):
    """A shop names a country that is not known, or leaves out rates that its country does not give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryProfile:
    """What a country rules: `code` of ISO 3166-1, `currency` of ISO 4217, tax, and what coins can pay.

    Where rates differ from town to town (`local_rates`) the profile gives none and the shop must.
    """

    code: str
    name: str
    currency: str
    tax: TaxRules
    cash: CashRounding = NO_CASH_ROUNDING
    local_rates: bool = False


def _inclusive(fraction: TaxFraction = TaxFraction.HALF_UP, **rates: str) -> TaxRules:
    return TaxRules(TaxMode.INCLUSIVE, {**rates, "exempt": "0", "zero": "0"}, TaxRounding.RECEIPT, fraction)


_ALL = (
    CountryProfile(code="KR", name="South Korea", currency="KRW", tax=_inclusive(standard="10")),
    CountryProfile(
        code="JP",
        name="Japan",
        currency="JPY",
        tax=_inclusive(TaxFraction.DOWN, standard="10", reduced="8"),
    ),
    CountryProfile(
        code="US",
        name="United States",
        currency="USD",
        tax=TaxRules(TaxMode.EXCLUSIVE, {"exempt": "0", "zero": "0"}),
        local_rates=True,
    ),
    CountryProfile(code="DE", name="Germany", currency="EUR", tax=_inclusive(standard="19", reduced="7")),
    CountryProfile(
        code="NL",
        name="Netherlands",
        currency="EUR",
        tax=_inclusive(standard="21", reduced="9"),
        cash=CashRounding(5),
    ),
    CountryProfile(
        code="CH",
        name="Switzerland",
        currency="CHF",
        tax=_inclusive(standard="8.1", reduced="2.6"),
        cash=CashRounding(5),
    ),
    CountryProfile(code="KW", name="Kuwait", currency="KWD", tax=_inclusive(standard="0"), cash=CashRounding(5)),
)
PROFILES: Mapping[str, CountryProfile] = {profile.code: profile for profile in _ALL}
KOREA = PROFILES["KR"]


def profile_for(code: str, rates: Mapping[str, str] | None = None) -> CountryProfile:
    """The profile of a country with a shop's own rates in place of or beside its own.

    Raises `CountryError` for a country that is not known, for a rate that is no percentage, and where the shop
    must give its standard rate and does not.
    """
    profile = PROFILES.get(code)
    if profile is None:
        raise CountryError(f"country {code!r} is not known; known: {', '.join(sorted(PROFILES))}")
    if profile.local_rates and "standard" not in (rates or {}):
        raise CountryError(f"in {profile.name} each shop has its own rates: give tax_rates with standard in them")
    if not rates:
        return profile
    try:
        for rate in rates.values():
            rate_parts(rate)
    except TaxError as error:
        raise CountryError(str(error)) from error
    return replace(profile, tax=replace(profile.tax, rates={**profile.tax.rates, **rates}))
