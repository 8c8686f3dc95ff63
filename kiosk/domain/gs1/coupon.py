"""North American coupons inside AI 8110 and AI 8112.

Facts: GS1 US, "North American Coupon Application Guideline Using GS1 DataBar Expanded Symbols" (8110) and "GS1 AI
(8112) Coupon Data Specification".
"""

from dataclasses import dataclass

from kiosk.domain.gs1.character_sets import only_digits
from kiosk.domain.gs1.dates import date_fault

_ORDINALS = ("first", "second", "third")


class CouponError(ValueError):
    """The digits are no coupon; the message says which part is wrong, without the digits."""


@dataclass(frozen=True, slots=True)
class PurchaseRequirement:
    """What has to be bought: `value` in the sense of `code` (0 units, 1 cash value, ...), of a family of a company."""

    value: int
    code: int
    family: str
    company_prefix: str


@dataclass(frozen=True, slots=True)
class NorthAmericanCoupon:
    """AI 8110; dates are YYMMDD or "". `save_code` says what `save_value` is (0 cents, 1 free, 2 units, 5 percent)."""

    company_prefix: str
    offer: str
    save_value: int
    requirements: tuple[PurchaseRequirement, ...]
    rules_code: int = 0
    expires: str = ""
    starts: str = ""
    serial: str = ""
    retailer: str = ""
    save_code: int = 0
    applies_to: int = 0
    store_coupon: bool = False
    not_multiplied: bool = False


@dataclass(frozen=True, slots=True)
class PositiveOffer:
    """AI 8112: who pays, which offer, and the coupon's own serial number."""

    format: int
    funder: str
    offer: str
    serial: str


class _Digits:
    """The digits from left to right; each part is taken by its name."""

    def __init__(self, text: str) -> None:
        if text and not only_digits(text):
            raise CouponError("a coupon is digits only")
        self._text, self._place = text, 0

    def take(self, count: int, what: str) -> str:
        part = self._text[self._place : self._place + count]
        if len(part) < count:
            raise CouponError(f"the coupon ends inside {what}; {count} digits are needed")
        self._place += count
        return part

    def one_of(self, allowed: str, what: str) -> int:
        digit = self.take(1, what)
        if digit not in allowed:
            raise CouponError(f"{what} is one of {', '.join(allowed)}")
        return int(digit)

    def sized(self, allowed: str, more: int, what: str) -> str:
        """A part behind a digit that tells its length less `more`."""
        return self.take(self.one_of(allowed, f"the length of {what}") + more, what)

    def begins(self, digit: str) -> bool:
        """Whether the next optional part is the one that `digit` names; passes over the digit when it is."""
        found = self._text[self._place : self._place + 1] == digit
        self._place += found
        return found

    def end(self) -> None:
        if self._place != len(self._text):
            raise CouponError("digits are left over behind the last part of the coupon")


def read_coupon(text: str) -> NorthAmericanCoupon:
    """The parts of the value of AI 8110; raises `CouponError`."""
    digits = _Digits(text)
    prefix = digits.sized("0123456", 6, "the company prefix")
    offer = digits.take(6, "the offer code")
    save_value = int(digits.sized("12345", 0, "the save value"))
    needed = [_requirement(digits, 0, prefix)]
    rules_code = 0
    if digits.begins("1"):
        rules_code = digits.one_of("0123", "the additional purchase rules code")
        needed.append(_requirement(digits, 1, prefix))
    if digits.begins("2"):
        needed.append(_requirement(digits, 2, prefix))
    expires = _date(digits, "the expiration date") if digits.begins("3") else ""
    starts = _date(digits, "the start date") if digits.begins("4") else ""
    if expires and starts > expires:
        raise CouponError("the expiration date is before the start date")
    serial = digits.sized("0123456789", 6, "the serial number") if digits.begins("5") else ""
    retailer = digits.sized("1234567", 6, "the retailer's number") if digits.begins("6") else ""
    save_code = applies_to = flag = not_multiplied = 0
    if digits.begins("9"):
        save_code = digits.one_of("01256", "the save value code")
        applies_to = digits.one_of("012", "the item the save value applies to")
        flag = digits.one_of("0123456789", "the store coupon flag")
        not_multiplied = digits.one_of("01", "the don't multiply flag")
    digits.end()
    return NorthAmericanCoupon(
        prefix,
        offer,
        save_value,
        tuple(needed),
        rules_code,
        expires,
        starts,
        serial,
        retailer,
        save_code,
        applies_to,
        bool(flag),
        bool(not_multiplied),
    )


def read_positive_offer(text: str) -> PositiveOffer:
    """The parts of the value of AI 8112; raises `CouponError`."""
    digits = _Digits(text)
    format_code = digits.one_of("01", "the format code")
    funder = digits.sized("0123456", 6, "the funder's number")
    offer = digits.take(6, "the offer code")
    serial = digits.sized("0123456789", 6, "the serial number")
    digits.end()
    return PositiveOffer(format_code, funder, offer, serial)


def _requirement(digits: _Digits, place: int, prefix: str) -> PurchaseRequirement:
    which = f"the {_ORDINALS[place]} purchase requirement"
    value = int(digits.sized("12345", 0, which))
    code = digits.one_of("012349", f"the code of {which}")
    family = digits.take(3, f"the family code of {which}")
    if place:
        length = digits.one_of("01234569", f"the length of the company prefix of {which}")
        # 9 says that the coupon's own company is meant.
        prefix = prefix if length == 9 else digits.take(length + 6, f"the company prefix of {which}")
    return PurchaseRequirement(value, code, family, prefix)


def _date(digits: _Digits, what: str) -> str:
    found = digits.take(6, what)
    if fault := date_fault(found):
        raise CouponError(f"{what}: {fault}")
    return found
