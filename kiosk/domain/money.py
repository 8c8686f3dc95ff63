"""Money: an integer of minor units and its currency."""

from dataclasses import dataclass

# Number of minor-unit digits, ISO 4217 table A.1.
DECIMALS = {
    **dict.fromkeys(("CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD"), 2),
    **dict.fromkeys(("HUF", "IDR", "ILS", "INR", "KZT", "LAK", "MAD", "MNT", "MOP", "MXN", "MYR", "NOK"), 2),
    **dict.fromkeys(("NZD", "PEN", "PHP", "PKR", "PLN", "QAR", "RON", "RUB", "SAR", "SEK", "SGD", "THB"), 2),
    **dict.fromkeys(("TRY", "TWD", "UAH", "USD", "UZS", "ZAR"), 2),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies cannot be added or compared."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units of an ISO 4217 currency; raises `CurrencyMismatch` when mixed."""

    minor: int
    currency: str = "KRW"

    def __post_init__(self) -> None:
        decimals_of(self.currency)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other)

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency} cannot be mixed")
        return other.minor


def decimals_of(currency: str) -> int:
    """How many digits of a currency stand behind the point; raises `ValueError` for one that is not known."""
    if currency not in DECIMALS:
        raise ValueError(f"unknown currency {currency!r}; known: {', '.join(sorted(DECIMALS))}")
    return DECIMALS[currency]


def amount_text(minor: int, currency: str) -> str:
    """An amount in digits with thousands apart: 12,340 or, where the currency has decimals, 123.40 or 1.234."""
    decimals = decimals_of(currency)
    sign = "-" if minor < 0 else ""
    whole, rest = divmod(abs(minor), 10**decimals)
    return f"{sign}{whole:,}.{rest:0{decimals}d}" if decimals else f"{sign}{whole:,}"


def round_half_up(numerator: int, denominator: int) -> int:
    """Divide exactly and round half up to a whole minor unit; both must not be negative."""
    if numerator < 0 or denominator <= 0:
        raise ValueError("round_half_up is defined for amounts of zero or more")
    return (2 * numerator + denominator) // (2 * denominator)
