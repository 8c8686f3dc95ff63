"""How much better than the best of the item level, with the cart level put on it, a choice could be at all.

The idea: forget what the cart-level promotions ask (`CartStep.off` relaxed). Then every won that the item level
leaves more is paid again but for the percentages that come off it, so nothing beats the item level's best; what
the best costs relaxed is a bound for every choice. Three things can still make another choice better: a
threshold, gift or whole step that the best misses (a restless step), competing lines of which only some are in a
pool or which may be gifts (a mixed part), and a won that rounding gives where shares decide (noise).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from kiosk.domain.pricing_cart_level import CartStep, Use, best_use
from kiosk.domain.pricing_part import PoolLine, Taken
from kiosk.domain.promotion import AmountPer

WON = 1_000  # what is left more is weighted in thousandths
FEW_UNITS = 12  # up to so many also choices are compared that only rounding makes equal

Sign = tuple[tuple[int, ...], str]  # the steps that a unit is for, below zero where it may be the gift; its tax kind


@dataclass(slots=True)
class Part:
    """Lines that compete with no others, and the best that the item level can do for them."""

    lines: Sequence[PoolLine]
    taken: Taken


@dataclass(frozen=True, slots=True)
class Looked:
    """A part of which other outcomes than the best must be looked at.

    Each won that it leaves more than its best costs `weight` thousandths; it may leave `slack` more.
    """

    part: Part
    weight: int
    slack: int


@dataclass(slots=True)
class Bound:
    """What could be won at the most (`gap`; `margin` has room for equal totals), and by which parts."""

    gap: int = 0
    margin: int = 0
    looked: list[Looked] = field(default_factory=list)
    apart: list[Part] = field(default_factory=list)


class Bounding:
    """Finds the bound for one cart."""

    def __init__(
        self,
        parts: Sequence[Part],
        signs: dict[int, Sign],
        steps: Sequence[CartStep],
        spread: Fraction,
    ) -> None:
        self._parts, self._steps, self._spread = parts, steps, spread
        self._signs = [{signs[line.place] for line in part.lines} for part in parts]
        # Of what may be the gift it matters how the discounts lie: the dearest unit is the one that is given.
        self._mixed = [len(found) > 1 or any(step < 0 for steps, _ in found for step in steps) for found in self._signs]
        self._moved = sum(part.taken.total for part, mixed in zip(parts, self._mixed, strict=True) if mixed)

    def find(
        self,
        amounts: Sequence[int],
        gross: Sequence[int],
        use: Use,
        total: Callable[[Sequence[int]], int],
        *,
        noise: int,
    ) -> Bound:
        """The bound, where `amounts` are what the item level's best leaves and `use` the cart level on them."""
        steps = self._steps
        there = [sum([amounts[cell] for cell in step.members]) for step in steps]
        least = [self._least(at, there[at], amounts) for at in range(len(steps))]
        pulls = [step.pull(least[at]) for at, step in enumerate(steps)]
        open_steps = {
            at
            for at, step in enumerate(steps)
            if step.gifts or isinstance(step.promotion, AmountPer) or least[at] < getattr(step.promotion, "at_least", 0)
        }
        hopeless = [self._hopeless(at, there[at], pulls, gross, open_steps) for at in range(len(steps))]
        restless = {at for at in open_steps if not hopeless[at]}
        restless |= self._sharing_with(restless)
        hopeful = [step for step, lost in zip(steps, hopeless, strict=True) if not lost]
        relaxed = best_use(hopeful, amounts, total, noise=noise, relaxed=True)
        bound = Bound(use.total - relaxed.total)
        ties = len(steps) if len(amounts) <= FEW_UNITS else 0
        weights = [self._weight(found, pulls) for found in self._signs]
        for part, mixed, weight in zip(self._parts, self._mixed, weights, strict=True):
            if mixed:
                bound.gap += -(-part.taken.total * (WON - weight) // WON)
        bound.gap += noise
        bound.margin = bound.gap + ties
        for at, part in enumerate(self._parts):
            weight = weights[at]
            touched = any(
                (step if step >= 0 else -1 - step) in restless for sign, _ in self._signs[at] for step in sign
            )
            room = bound.margin if touched or (self._mixed[at] and weight < WON) else noise + ties
            if (room and any(line.fits or line.free_rules for line in part.lines)) or (not weight and part.taken.total):
                whole = sum(line.price * line.quantity for line in part.lines)
                bound.looked.append(Looked(part, weight, min(whole, room * WON // weight) if weight else whole))
            else:
                bound.apart.append(part)
        return bound

    def _sharing_with(self, restless: set[int]) -> set[int]:
        """Earlier steps that cut a restless one's pool: how their discount is shared decides what is left of it."""
        found: set[int] = set()
        for at in sorted(restless, reverse=True):
            pool = {*self._steps[at].members, *self._steps[at].gifts}
            found |= {
                earlier
                for earlier, step in enumerate(self._steps[:at])
                if not pool.isdisjoint(step.members) and not pool.issuperset(step.members)
            }
        return found if found <= restless else found | self._sharing_with(found)

    def _least(self, at: int, there: int, amounts: Sequence[int]) -> int:
        """A lower bound of what the step's pool costs when it is its turn."""
        members = set(self._steps[at].members)
        earlier = (
            step.off(amounts, relaxed=True)[0]
            for step in self._steps[:at]
            if not members.isdisjoint((*step.members, *step.gifts))
        )
        return there - self._moved - sum(earlier)

    def _weight(self, signs: set[Sign], pulls: Sequence[Fraction]) -> int:
        """How much of a won that a part leaves more is paid in the end, in thousandths rounded down."""
        pull = max(sum((self._pull(step, pulls) for step in steps), Fraction(0)) for steps, _ in signs) + self._spread
        return int(WON * (1 - min(Fraction(1), pull)))

    def _pull(self, step: int, pulls: Sequence[Fraction]) -> Fraction:
        """What a step takes off again of a won more; nothing where the unit only counts towards a gift."""
        if step >= 0 and self._steps[step].gifts:
            return Fraction(0)
        return pulls[step if step >= 0 else -1 - step]

    def _hopeless(
        self, at: int, there: int, pulls: Sequence[Fraction], gross: Sequence[int], open_steps: set[int]
    ) -> bool:
        """Whether reaching the step costs more than it, and all that could be reached on the way, could ever give."""
        step = self._steps[at]
        missing: int = getattr(step.promotion, "at_least", 0) - there - self._moved
        if step.gifts or missing <= 0:
            return False
        members = set(step.members)
        near = [other for other, one in enumerate(self._steps) if not members.isdisjoint((*one.members, *one.gifts))]
        pull = self._spread + sum((pulls[other] for other in near if other != at), Fraction(0))
        given = sum(self._steps[other].off(gross, relaxed=True)[0] for other in near if other in open_steps)
        paid = missing * (1 - pull) - self._moved * pull - 2 * len(self._steps)
        return pull < 1 and paid > given
