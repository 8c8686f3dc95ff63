"""How far staff may lower a price: the shop's rule, by role."""

from dataclasses import dataclass, field

from kiosk.domain.money import round_half_up

ATTENDANT, SUPERVISOR = "attendant", "supervisor"


@dataclass(frozen=True, slots=True)
class LoweringLimit:
    """The most that may come off a unit's price: `percent` of it and, when given, `amount` in minor units.

    Both hold: the smaller of the two counts. Raises `ValueError` for a limit that is none.
    """

    percent: int
    amount: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.percent <= 100:
            raise ValueError(f"staff may lower a price by 0 to 100 percent, not {self.percent}")
        if self.amount is not None and self.amount < 0:
            raise ValueError(f"staff may lower a price by an amount of 0 or more, not {self.amount}")

    def most_off(self, unit_price: int) -> int:
        """How much of `unit_price` may come off, in minor units."""
        share = round_half_up(unit_price * self.percent, 100)
        return share if self.amount is None else min(share, self.amount)


@dataclass(frozen=True, slots=True)
class PriceLimits:
    """What each role may take off; whoever is neither may take off nothing."""

    attendant: LoweringLimit = field(default_factory=lambda: LoweringLimit(30, 5000))
    supervisor: LoweringLimit = field(default_factory=lambda: LoweringLimit(100))

    def lowest(self, role: str, unit_price: int) -> int:
        """The lowest price that `role` may give a unit of `unit_price`."""
        limit = {ATTENDANT: self.attendant, SUPERVISOR: self.supervisor}.get(role, LoweringLimit(0))
        return unit_price - limit.most_off(unit_price)

    def role_for(self, unit_price: int, wanted: int) -> str:
        """The least role that may lower `unit_price` to `wanted`, or "" when nobody may."""
        roles = (ATTENDANT, SUPERVISOR)
        return next((role for role in roles if self.lowest(role, unit_price) <= wanted), "")
