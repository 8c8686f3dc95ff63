"""Prices as people read them: number and sign, the same on screens, receipts' pages and in sentences."""

from dataclasses import dataclass

from kiosk.domain.money import amount_text, decimals_of

MINUS = "\u2212"
NO_BREAK_SPACE = "\u00a0"

# Signs as Unicode CLDR's English data writes them abroad; what has none here is written with its code.
SIGNS = {
    "KRW": "₩", "JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "CNY": "CN¥", "TWD": "NT$", "HKD": "HK$",
    "VND": "₫", "INR": "₹", "CAD": "CA$", "AUD": "A$", "NZD": "NZ$", "PHP": "₱", "ILS": "₪",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class MoneyText:
    """A price in the two pieces that a screen shows; the minus, if any, leads the number."""

    number: str
    unit: str
    unit_after: bool

    def __str__(self) -> str:
        if self.unit_after:
            return f"{self.number}{self.unit}"
        if self.number.startswith(MINUS):
            return f"{MINUS}{self.unit}{self.number[1:]}"
        return f"{self.unit}{self.number}"


def money_text(minor: int, currency: str, language: str) -> MoneyText:
    """A price as number and unit, with as many decimals as its currency has.

    Args:
        minor: the amount in the currency's smallest unit (won, cent, fils).
        currency: ISO 4217 code.
        language: `ko`, `en`, `ja` or `zh`; all four write 1,234.56.

    Raises:
        ValueError: for a currency whose decimals are not known.
    """
    number = amount_text(abs(minor), currency)
    if minor < 0:
        number = MINUS + number
    if language == "ko" and currency == "KRW":
        return MoneyText(number, "원", True)
    if language == "ja" and currency == "JPY":
        return MoneyText(number, "円", True)
    return MoneyText(number, unit_before(currency), False)


def unit_before(currency: str) -> str:
    """What stands before a number: `₩`, `$`, or `KWD` and a no-break space; raises `ValueError` when not known."""
    decimals_of(currency)
    return SIGNS.get(currency) or f"{currency}{NO_BREAK_SPACE}"


def money_words(minor: int, currency: str, language: str) -> str:
    """A price inside a sentence: `19,290원`, `₩19,290`, `KWD 1.250`."""
    return str(money_text(minor, currency, language))
