"""Cash receipts (현금영수증): for which purpose, under which number, over which amounts, and until when.

Facts: tax office practice as the services that issue them document it (Popbill's guide of 2026); the check digit is
that of Korean business registration numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from kiosk.domain.priced_cart import PricedCart
from kiosk.domain.proportion import in_proportion

SELF_ISSUE_NUMBER = "0100001234"  # 010-000-1234: the tax office's own, for who gives no number
MUST_ISSUE_FROM = 100_000  # designated trades issue from this many won on, asked or not
_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
_MOBILE = ("010", "011", "016", "017", "018", "019")
DOT = "•"


class Purpose(StrEnum):
    """What a cash receipt is for."""

    CONSUMER = "consumer"  # 소득공제: a person's tax deduction
    BUSINESS = "business"  # 지출증빙: a company's proof of expense
    SELF = "self"  # 자진발급: the shop issues it unasked


class IdentifierKind(StrEnum):
    """Whose number it is issued to; a resident registration number is never taken."""

    PHONE = "phone"
    BUSINESS = "business"
    CARD = "card"  # a cash-receipt card


class CashReceiptError(ValueError):
    """This number cannot be used; `why` is one word, the message says what is wrong without repeating the number."""

    def __init__(self, why: str, message: str) -> None:
        super().__init__(message)
        self.why = why


@dataclass(frozen=True, slots=True)
class CashReceiptRequest:
    """Who wants a cash receipt: the number is personal, so `repr` and screens have only `masked`."""

    purpose: Purpose
    kind: IdentifierKind
    number: str

    @property
    def masked(self) -> str:
        """The number as screens and receipts show it: 010-••••-5678, ••••••7890."""
        tail = self.number[-4:]
        if self.kind is IdentifierKind.PHONE:
            return f"{self.number[:3]}-{DOT * (len(self.number) - 7)}-{tail}"
        return DOT * (len(self.number) - 4) + tail

    def __repr__(self) -> str:
        return f"CashReceiptRequest({self.purpose.value}, {self.kind.value}, {self.masked})"


@dataclass(frozen=True, slots=True)
class CashReceiptAmounts:
    """What a cash receipt is over, in minor units: `total` is the sum of the other three."""

    supply: int
    tax: int
    tax_free: int
    total: int


@dataclass(frozen=True, slots=True)
class CashReceipt:
    """What a sale and its receipts say of its cash receipt; `masked` is all of the number that they know."""

    purpose: Purpose
    kind: IdentifierKind
    masked: str
    amounts: CashReceiptAmounts


SELF_ISSUED = CashReceiptRequest(Purpose.SELF, IdentifierKind.PHONE, SELF_ISSUE_NUMBER)


def request_for(purpose: Purpose, typed: str) -> CashReceiptRequest:
    """The request for a number that was typed; hyphens and blanks are passed over.

    A consumer gives a mobile number or a cash-receipt card, a business its registration number. Raises
    `CashReceiptError`: digits (something else than digits), length, prefix (no mobile number), check_digit.
    """
    number = typed.replace("-", "").replace(" ", "")
    if purpose is Purpose.SELF:
        return SELF_ISSUED
    if not (number.isascii() and number.isdigit()):
        raise CashReceiptError("digits", "the number has digits only")
    if purpose is Purpose.BUSINESS:
        return _business(number)
    if 13 <= len(number) <= 19:
        return CashReceiptRequest(purpose, IdentifierKind.CARD, number)
    if len(number) not in (10, 11):
        raise CashReceiptError("length", "a mobile number has 10 or 11 digits, a cash-receipt card 13 to 19")
    if not number.startswith(_MOBILE):
        raise CashReceiptError("prefix", "a mobile number begins with 010 or an older 01 prefix")
    return CashReceiptRequest(purpose, IdentifierKind.PHONE, number)


def while_typed(typed: str) -> str:
    """What the field shows while a number is typed: a dot for each digit."""
    return DOT * sum(sign.isdigit() for sign in typed)


def must_issue(cash_like: int, *, designated: bool) -> bool:
    """Whether the shop has to issue one unasked: it is of a designated trade, and cash paid enough."""
    return designated and cash_like >= MUST_ISSUE_FROM


def issue_until(sold_on: date) -> date:
    """The last day on which a service takes the request: the day after the sale (the stricter of two readings)."""
    return sold_on + timedelta(days=1)


def amounts_of(cash_like: int, priced: PricedCart) -> CashReceiptAmounts:
    """How the cash-like part of a sale divides into supply, its tax and what is free of tax.

    The part holds each rate in proportion to the sale; deposits stand with what is free of tax. Raises
    `ValueError` for a part below zero or above the sale's total.
    """
    if not 0 <= cash_like <= priced.total:
        raise ValueError(f"{cash_like} is no part of a sale over {priced.total}")
    taxed = [row for row in priced.taxes if row.tax]
    gross = sum(row.net + row.tax for row in taxed)
    if cash_like == 0:
        return CashReceiptAmounts(0, 0, 0, 0)
    share, free = in_proportion(cash_like, (gross, priced.total - gross))
    tax, supply = (
        in_proportion(share, (sum(row.tax for row in taxed), sum(row.net for row in taxed))) if gross else (0, 0)
    )
    return CashReceiptAmounts(supply, tax, free, cash_like)


PURPOSES: Mapping[Purpose, tuple[IdentifierKind, ...]] = MappingProxyType(
    {
        Purpose.CONSUMER: (IdentifierKind.PHONE, IdentifierKind.CARD),
        Purpose.BUSINESS: (IdentifierKind.BUSINESS,),
        Purpose.SELF: (IdentifierKind.PHONE,),
    }
)
"""Which kinds of number each purpose takes."""


def _business(number: str) -> CashReceiptRequest:
    if len(number) != 10:
        raise CashReceiptError("length", "a business registration number has 10 digits")
    digits = [int(sign) for sign in number]
    total = sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) + digits[8] * 5 // 10
    if (10 - total % 10) % 10 != digits[9]:
        raise CashReceiptError("check_digit", "the last digit of the business number does not fit the others")
    return CashReceiptRequest(Purpose.BUSINESS, IdentifierKind.BUSINESS, number)
