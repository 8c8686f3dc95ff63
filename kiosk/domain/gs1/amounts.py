"""Quantities and amounts inside values: the last digit of the identifier says where the decimal point stands.

Facts: GS1 General Specifications 3.6 (trade measures 310n to 369n), 3.7 (amounts 390n to 395n).
"""

from decimal import Decimal

from kiosk.domain.gs1.code_lists import CURRENCIES
from kiosk.domain.gs1.element_string import Element

_WITH_CURRENCY = ("391", "393")
_DECIMAL_HEADS = frozenset({*map(str, range(310, 370)), *map(str, range(390, 396))})
GRAMS_OF_A_POUND = Decimal("453.59237")


def has_decimals(ai: str) -> bool:
    """Whether the identifier's last digit tells the number of decimals."""
    return len(ai) == 4 and ai[:3] in _DECIMAL_HEADS


def decimal_of(one: Element) -> Decimal:
    """The number of an element for which `has_decimals` is true, its decimal point set."""
    digits = one.value[3:] if one.ai[:3] in _WITH_CURRENCY else one.value
    return Decimal(int(digits)).scaleb(-int(one.ai[3]))


def decimal_text(one: Element) -> str:
    """The number with all its decimals: 3103 with 001250 is 1.250."""
    return f"{decimal_of(one):f}"


def currency_of(one: Element) -> str:
    """The letters of the currency of AI 391n or 393n, "" for others."""
    return CURRENCIES[one.value[:3]] if one.ai[:3] in _WITH_CURRENCY else ""


def grams_of(one: Element) -> int:
    """Net weight in grams, rounded half up, of AI 310n (kilograms) or 320n (pounds)."""
    per_unit = Decimal(1000) if one.ai.startswith("310") else GRAMS_OF_A_POUND
    return int((decimal_of(one) * per_unit).to_integral_value("ROUND_HALF_UP"))


def minor_units(amount: Decimal, decimals: int) -> int | None:
    """The amount in minor units of a currency with so many decimals; None when it does not come out even."""
    scaled = amount.scaleb(decimals)
    whole = scaled.to_integral_value()
    return int(whole) if whole == scaled else None
