"""Money: an integer of minor units and its currency."""

from dataclasses import dataclass

# Number of minor-unit digits, ISO 4217 table A.1.
DECIMALS = {"KRW": 0, "JPY": 0, "VND": 0, "USD": 2, "EUR": 2, "GBP": 2, "CNY": 2, "TWD": 2, "KWD": 3, "BHD": 3}


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies cannot be added or compared."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units of an ISO 4217 currency; raises `CurrencyMismatch` when mixed."""

    minor: int
    currency: str = "KRW"

    def __post_init__(self) -> None:
        if self.currency not in DECIMALS:
            raise ValueError(f"unknown currency {self.currency!r}; known: {', '.join(sorted(DECIMALS))}")

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


def round_half_up(numerator: int, denominator: int) -> int:
    """Divide exactly and round half up to a whole minor unit; both must not be negative."""
    if numerator < 0 or denominator <= 0:
        raise ValueError("round_half_up is defined for amounts of zero or more")
    return (2 * numerator + denominator) // (2 * denominator)
