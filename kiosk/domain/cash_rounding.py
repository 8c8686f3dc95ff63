"""What is paid in coins where the smallest coins are gone: the amount to the next coin, and the difference."""

from dataclasses import dataclass
from enum import StrEnum

# Only coins and notes cannot pay a single cent; cards, points and vouchers pay to the minor unit.
CASH_TENDERS = frozenset({"cash"})


class CashRule(StrEnum):
    """Which way an amount between two coins goes; the half of a step goes up in both `NEAREST` and `UP`."""

    NEAREST = "nearest"
    DOWN = "down"
    UP = "up"


@dataclass(frozen=True, slots=True)
class CashRounding:
    """The smallest amount that coins can pay, in minor units (5 in Switzerland: 5 rappen), and the rule.

    Raises `ValueError` for a step below 1.
    """

    step: int = 1
    rule: CashRule = CashRule.NEAREST

    def __post_init__(self) -> None:
        if self.step < 1:
            raise ValueError(f"coins cannot pay in steps of {self.step}; the least is 1 minor unit")

    def rounded(self, amount: int) -> int:
        """What coins pay of an amount of minor units; `ValueError` for one below zero."""
        if amount < 0:
            raise ValueError(f"an amount to pay cannot be below zero: {amount}")
        below = amount - amount % self.step
        rest = amount - below
        if rest == 0 or self.rule is CashRule.DOWN:
            return below
        if self.rule is CashRule.UP or 2 * rest >= self.step:
            return below + self.step
        return below

    def difference(self, amount: int, tender: str) -> int:
        """What paying `amount` by this tender adds (above zero) or takes off; 0 for every tender but cash."""
        return self.rounded(amount) - amount if tender in CASH_TENDERS else 0


NO_CASH_ROUNDING = CashRounding()
