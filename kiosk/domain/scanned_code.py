"""What a scanned code means: an item, a price, a weight, a member — or nothing we know."""

from dataclasses import dataclass
from enum import StrEnum


class TemplateKind(StrEnum):
    """What the digits of an in-store number hold."""

    PRICE = "price"
    WEIGHT = "weight"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class InStoreTemplate:
    """How the shop lays out its own EAN-13 numbers (GS1 prefixes 20 to 29).

    `prefix` are the leading digits; then come `item_digits` digits of the item's PLU and `value_digits`
    digits of the value (won, or grams); `inner_check` says that a price check digit stands before the value.
    The last digit is the EAN-13 check digit.
    """

    prefix: str
    kind: TemplateKind
    item_digits: int = 5
    value_digits: int = 5
    inner_check: bool = False


@dataclass(frozen=True, slots=True)
class ItemCode:
    """A trade item by its 14-digit GTIN."""

    gtin: str


@dataclass(frozen=True, slots=True)
class PricedCode:
    """An in-store number with the price inside, in minor units."""

    plu: str
    price: int


@dataclass(frozen=True, slots=True)
class WeighedCode:
    """An in-store number with the weight inside, in grams."""

    plu: str
    grams: int


@dataclass(frozen=True, slots=True)
class MemberCode:
    """A member's number."""

    number: str


@dataclass(frozen=True, slots=True)
class WalletCode:
    """A payment credential: never shown, kept or logged."""


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """A code that is none of ours; `reason` is for staff and journal."""

    reason: str


ScannedMeaning = ItemCode | PricedCode | WeighedCode | MemberCode | WalletCode | UnknownCode
