"""A part of a cart: lines that compete for the same promotions, and what a choice takes off them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kiosk.domain.promotion_book import Fit
from kiosk.domain.promotion_rule import Rule, UnitRule


@dataclass(frozen=True, slots=True)
class PoolLine:
    """Units of one cart line: `price` each; `fits` are the coupling rules that may consume them, with their slots.

    `free_rules` take something off any unit without limit, the best one first.
    """

    place: int
    price: int
    quantity: int
    fits: tuple[Fit, ...] = ()
    free_rules: tuple[UnitRule, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The coupling rules."""
        return tuple(rule for rule, _ in self.fits)


@dataclass(frozen=True, slots=True)
class Application:
    """One rule applied `times` on units like these: `units` are (place, price), earlier lines first."""

    rule: Rule
    units: tuple[tuple[int, int], ...]
    discount: int
    times: int = 1

    def shares(self) -> list[int]:
        """The discount of one time over its units, by largest remainder."""
        return shared(self.discount, [price for _, price in self.units])


@dataclass(slots=True)
class Taken:
    """What the item level takes off: every application, and the sum."""

    applications: list[Application] = field(default_factory=list)
    total: int = 0
    exact: bool = True

    def note(self, rule: Rule, units: Iterable[tuple[int, int]], discount: int, times: int = 1) -> None:
        """Record an application on (place, price) units; one that takes nothing off is none."""
        if discount:
            self.applications.append(Application(rule, tuple(sorted(units)), discount, times))
            self.total += discount * times

    @property
    def count(self) -> int:
        """How many applications there are."""
        return sum(one.times for one in self.applications)

    def used(self) -> dict[Rule, int]:
        """How often each rule is applied."""
        times: dict[Rule, int] = {}
        for one in self.applications:
            times[one.rule] = times.get(one.rule, 0) + one.times
        return times

    def join(self, other: "Taken", places: Sequence[int]) -> None:
        """Add what was found for another part, whose place n is `places[n]` here."""
        for one in other.applications:
            units = tuple((places[place], price) for place, price in one.units)
            self.applications.append(Application(one.rule, units, one.discount, one.times))
        self.total += other.total
        self.exact = self.exact and other.exact


def shared(discount: int, amounts: Sequence[int]) -> list[int]:
    """A discount shared over amounts in proportion, by largest remainder; equal remainders go to the earlier."""
    if len(amounts) == 1:
        return [discount]
    whole = sum(amounts)
    if not whole:
        return [0] * len(amounts)
    shares = []
    remainders = []
    for rank, amount in enumerate(amounts):
        share, remainder = divmod(discount * amount, whole)
        shares.append(share)
        remainders.append((-remainder, rank))
    rest = discount - sum(shares)
    if rest:
        remainders.sort()
        for _, rank in remainders[:rest]:
            shares[rank] += 1
    return shares
