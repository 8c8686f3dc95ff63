"""Numbers a shop gives out itself: which prefix means what, and where price, weight or number stand inside.

Facts: GS1 General Specifications, sections on restricted circulation numbers (prefixes 02, 04, 20 to 29, and 0, 2
for 8 digits) and on the price and weight check digit.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kiosk.domain.money import decimals_of, round_half_up
from kiosk.domain.scanned_meaning import (
    CouponCode,
    CouponSource,
    MemberCode,
    ParkedCartCode,
    PricedCode,
    ReceiptCode,
    ScannedMeaning,
    UnknownCode,
    VoucherCode,
    WeighedCode,
)


class TemplateKind(StrEnum):
    """What the digits of an in-store number hold."""

    PRICE = "price"
    WEIGHT = "weight"
    MEMBER = "member"
    COUPON = "coupon"
    VOUCHER = "voucher"
    RECEIPT = "receipt"
    PARK = "park"


class InnerCheck(StrEnum):
    """The digit between the item's number and the value."""

    NONE = "none"  # there is none
    GS1 = "gs1"  # the price check digit of GS1's General Specifications, for 4 or 5 digits of value
    MOD10 = "mod10"  # weights 3 and 1 from the right, as at the end of an EAN
    UNCHECKED = "unchecked"  # the scales print something there that guards nothing


KILOGRAM_DECIMALS = 3  # a weight is grams unless its template says otherwise
_WHOLE = frozenset({TemplateKind.MEMBER, TemplateKind.PARK})
_GOODS = frozenset({TemplateKind.PRICE, TemplateKind.WEIGHT})
_VALUED = _GOODS | {TemplateKind.COUPON, TemplateKind.VOUCHER}


@dataclass(frozen=True, slots=True)
class InStoreTemplate:
    """How the shop lays out its own EAN-13 numbers (GS1 prefixes 02, 04 and 20 to 29).

    `prefix` are the leading digits; then come `item_digits` digits of the item's PLU and `value_digits`
    digits of the value; `inner_check` says which digit stands before the value. `decimals` are how many of the
    value's digits stand behind the point: of kilograms (3 when left out: grams), or of the currency (its own when
    left out: minor units).
    The last digit is the EAN-13 check digit. A coupon or voucher has its number in place of the PLU and its amount
    as value (`value_digits` 0: it holds no amount), a receipt the lane and its number. A member number and the
    number of a parked cart have no inner parts. Raises `ValueError` when the parts do not make 13 digits.
    """

    prefix: str
    kind: TemplateKind
    item_digits: int = 5
    value_digits: int = 5
    inner_check: InnerCheck = InnerCheck.NONE
    decimals: int | None = None

    def __post_init__(self) -> None:
        if not (self.prefix.isascii() and self.prefix.isdigit()):
            raise ValueError(f"the prefix of an in-store number is digits, not {self.prefix!r}")
        if len(self.prefix) > 8:
            raise ValueError(f"the prefix of an in-store number has at most 8 digits, not {len(self.prefix)}")
        if self.kind in _WHOLE:
            return
        inner = self.inner_check is not InnerCheck.NONE
        digits = len(self.prefix) + self.item_digits + inner + self.value_digits + 1
        fewest = 1 if self.kind in _GOODS else 0
        if digits != 13 or self.item_digits < fewest or self.value_digits < fewest:
            raise ValueError(f"an in-store number has 13 digits; the template of {self.prefix} makes {digits}")
        if self.kind is TemplateKind.RECEIPT and not self.value_digits:
            raise ValueError("the template of a receipt needs value_digits, the digits of the receipt number")
        if self.inner_check is InnerCheck.GS1 and self.value_digits not in (4, 5):
            raise ValueError("a price check digit is defined for 4 or 5 digits of price")
        if self.decimals is not None and (self.kind not in _VALUED or not 0 <= self.decimals <= self.value_digits):
            raise ValueError(
                f"the template of {self.prefix} has {self.decimals} decimals: a price, weight, coupon or voucher has "
                f"0 to {self.value_digits}, as many as its value has digits"
            )


# Weighted digits of the price check digit, GS1 General Specifications 7.9 "price/weight check digit": doubled
# less the tens (2-), tripled (3), times five plus the tens (5+), times five less the tens (5-).
_TWO_MINUS = (0, 2, 4, 6, 8, 9, 1, 3, 5, 7)
_THREE = (0, 3, 6, 9, 2, 5, 8, 1, 4, 7)
_FIVE_PLUS = (0, 5, 1, 6, 2, 7, 3, 8, 4, 9)
_FIVE_MINUS = (0, 5, 9, 4, 8, 3, 7, 2, 6, 1)


def price_check_digit(digits: str) -> int:
    """The digit that guards a price of 4 or 5 digits inside an in-store number.

    GS1 General Specifications 7.9.2 (four digits) and 7.9.3 (five digits); raises `ValueError` for others.
    """
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError("a price inside a code is digits only")
    price = [int(digit) for digit in digits]
    if len(price) == 4:
        weights: tuple[tuple[int, ...], ...] = (_TWO_MINUS, _TWO_MINUS, _THREE, _FIVE_MINUS)
        return sum(table[digit] for table, digit in zip(weights, price, strict=True)) * 3 % 10
    if len(price) == 5:
        weights = (_FIVE_PLUS, _TWO_MINUS, _FIVE_MINUS, _FIVE_PLUS, _TWO_MINUS)
        total = sum(table[digit] for table, digit in zip(weights, price, strict=True))
        return _FIVE_MINUS.index(-total % 10)
    raise ValueError("a price check digit is defined for 4 or 5 digits of price")


def mod10_digit(digits: str) -> int:
    """The digit that guards others by the weights 3 and 1 from the right; raises `ValueError` for no digits."""
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError("a value inside a code is digits only")
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return -total % 10


def in_store_meaning(gtin: str, templates: Sequence[InStoreTemplate], currency: str = "KRW") -> ScannedMeaning | None:
    """What the 14-digit form of a valid EAN-13 means in this shop; None when no template has its prefix.

    The longest prefix decides. Amounts become minor units of `currency`.
    """
    if gtin[0] != "0" or gtin.startswith("000000"):
        return None
    digits = gtin[1:]
    best: InStoreTemplate | None = None
    for template in templates:
        if digits.startswith(template.prefix) and (best is None or len(template.prefix) > len(best.prefix)):
            best = template
    return _by_template(digits, best, currency) if best is not None else None


def _by_template(digits: str, template: InStoreTemplate, currency: str) -> ScannedMeaning:
    kind = template.kind
    if kind is TemplateKind.MEMBER:
        return MemberCode(digits)
    start = len(template.prefix)
    if kind is TemplateKind.PARK:
        return ParkedCartCode(digits[start:-1])
    number, rest = digits[start : start + template.item_digits], digits[start + template.item_digits : -1]
    value = rest if template.inner_check is InnerCheck.NONE else rest[1:]
    if not _guarded(rest, value, template.inner_check):
        return UnknownCode("the check digit of the price inside the code is wrong")
    if kind is TemplateKind.RECEIPT:
        return ReceiptCode(value.lstrip("0") or "0", number)
    amount = _scaled(int(value), template, currency) if value else None
    if kind is TemplateKind.COUPON:
        return CouponCode(number or digits[:start], CouponSource.IN_STORE, amount)
    if kind is TemplateKind.VOUCHER:
        return VoucherCode(number or digits[:start], amount)
    if kind is TemplateKind.PRICE:
        return PricedCode(number, amount or 0)
    if not amount:
        return UnknownCode("the weight inside the code is zero")
    return WeighedCode(number, amount)


def _guarded(rest: str, value: str, check: InnerCheck) -> bool:
    """Whether the digit before the value is the right one."""
    if check is InnerCheck.GS1:
        return int(rest[0]) == price_check_digit(value)
    return check is not InnerCheck.MOD10 or int(rest[0]) == mod10_digit(value)


def _scaled(value: int, template: InStoreTemplate, currency: str) -> int:
    """The value in grams or minor units, rounded half up where the code tells more decimals than those have."""
    own = KILOGRAM_DECIMALS if template.kind is TemplateKind.WEIGHT else decimals_of(currency)
    told = own if template.decimals is None else template.decimals
    return value * 10 ** (own - told) if told <= own else round_half_up(value, 10 ** (told - own))


_FIELDS = frozenset({"prefix", "kind", "item_digits", "value_digits", "inner_check", "decimals"})


def template_from(row: Mapping[str, Any]) -> InStoreTemplate:
    """The template of a row of a shop's `in_store_numbers.json`; raises `ValueError` with what is wrong."""
    if unknown := sorted(row.keys() - _FIELDS):
        raise ValueError(f"unknown field {unknown[0]!r}; there are {', '.join(sorted(_FIELDS))}")
    prefix, kind = row.get("prefix"), row.get("kind")
    if not isinstance(prefix, str):
        raise ValueError("prefix is missing; write the leading digits as a text")
    if kind not in list(TemplateKind):
        raise ValueError(f"{prefix}: kind {kind!r} is unknown; write one of {', '.join(TemplateKind)}")
    sizes = {name: row[name] for name in ("item_digits", "value_digits", "decimals") if name in row}
    for name, size in sizes.items():
        if isinstance(size, bool) or not isinstance(size, int) or not 0 <= size <= 12:
            raise ValueError(f"{prefix}: {name} is a whole number from 0 to 12, not {size!r}")
    inner = row.get("inner_check", False)
    if isinstance(inner, bool):
        inner = (InnerCheck.GS1 if inner else InnerCheck.NONE).value
    if inner not in list(InnerCheck):
        known = ", ".join(InnerCheck)
        raise ValueError(f"{prefix}: inner_check is true, false or one of {known}, not {inner!r}")
    return InStoreTemplate(prefix, TemplateKind(kind), **sizes, inner_check=InnerCheck(inner))


def templates_from(rows: Iterable[Mapping[str, Any]]) -> tuple[InStoreTemplate, ...]:
    """All templates of a shop; raises `ValueError` for a faulty row and for a prefix that comes twice."""
    found = tuple(map(template_from, rows))
    prefixes = [template.prefix for template in found]
    for prefix in prefixes:
        if prefixes.count(prefix) > 1:
            raise ValueError(f"the prefix {prefix} comes twice; a longer prefix may refine it")
    return found
