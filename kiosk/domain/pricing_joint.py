"""The cheapest choice of item-level and cart-level promotions together.

What the item level takes off most is nearly always part of the cheapest choice, because less to pay before a
cart-level promotion never costs more after it: unless a threshold is missed. So the best of the item level is
taken, the cart level is put on it, and a bound says by how much a threshold, a gift or a discount that pools
share could still be better. Only where it could, every outcome of the parts concerned is looked at, as far as
it costs no more than the bound allows.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from kiosk.domain.pricing_bound import WON, Bound, Bounding, Part, Sign
from kiosk.domain.pricing_cart_level import CartStep, Use, best_use, shares_decide
from kiosk.domain.pricing_outcomes import Outcome, Reached, Scale, TooMany, all_outcomes, applications_of
from kiosk.domain.pricing_part import Application

MOST_TOGETHER = 12_000  # outcomes of several parts together


@dataclass(slots=True)
class Cells:
    """The units that the cart level works on, in the order of their lines: place, price and tax kind of each."""

    places: list[int] = field(default_factory=list)
    prices: list[int] = field(default_factory=list)
    of_place: dict[int, list[int]] = field(default_factory=dict)

    def add(self, place: int, price: int, quantity: int) -> None:
        """The units of a line."""
        start = len(self.places)
        self.of_place[place] = list(range(start, start + quantity))
        self.places.extend([place] * quantity)
        self.prices.extend([price] * quantity)

    def left(self, applications: Sequence[Application]) -> list[int]:
        """What the item level leaves of each unit; of a line's units the discounted ones come first."""
        amounts = list(self.prices)
        following: dict[int, int] = {}
        for made in applications:
            shares = made.shares()
            for _ in range(made.times):
                for (place, _price), share in zip(made.units, shares, strict=True):
                    at = following.get(place, 0)
                    following[place] = at + 1
                    amounts[self.of_place[place][at]] -= share
        return amounts


@dataclass(frozen=True, slots=True)
class Taxed:
    """Taxes of several rates on top: the kind of each cell, and by how much the rates differ (0.1 is 10 %)."""

    kinds: Sequence[str]
    spread: Fraction


Total = Callable[[Sequence[int], Sequence[str]], int]


@dataclass(frozen=True, slots=True)
class Joint:
    """What was chosen: the applications of the item level, and the cart level on what they left."""

    applications: list[Application]
    use: Use
    exact: bool


def choose(
    parts: Sequence[Part],
    cells: Cells,
    steps: Sequence[CartStep],
    total: Total,
    taxed: Taxed | None,
) -> Joint:
    """The cheapest choice; `total` says what amounts of these tax kinds come to.

    `taxed` is there where taxes of several rates come on top.
    """
    best = [made for part in parts for made in part.taken.applications]
    search = _Search(cells, steps, total, taxed)
    amounts = cells.left(best)
    use = search.use(amounts)
    bound = search.bound(parts, amounts, use)
    exact = all(part.taken.exact for part in parts)
    if not bound.looked:
        return Joint(best, use, exact)
    try:
        found = search.run(best, use, bound)
    except TooMany:
        return Joint(best, use, exact and not bound.gap)  # without a gap it was only about equal totals
    return Joint(found.applications, found.use, exact)


class _Search:
    """Looks for something better than the item level's best."""

    def __init__(self, cells: Cells, steps: Sequence[CartStep], total: Total, taxed: Taxed | None) -> None:
        self.cells, self.steps, self.total, self.taxed = cells, steps, total, taxed
        self.kinds = taxed.kinds if taxed else ()
        signs: dict[int, list[int]] = {place: [] for place in cells.of_place}
        for at, step in enumerate(steps):
            gifts = {cells.places[cell] for cell in step.gifts}
            for place in gifts | {cells.places[cell] for cell in step.members}:
                signs[place].append(-1 - at if place in gifts else at)
        self.signs: dict[int, Sign] = {
            place: (tuple(sign), self.kinds[cells.of_place[place][0]] if taxed else "") for place, sign in signs.items()
        }
        self.fine = shares_decide(steps) or (taxed is not None and bool(steps))
        self.noise = 2 * len(steps) + 2 if self.fine else 0  # what the rounding of shares and taxes could give

    def use(self, amounts: Sequence[int]) -> Use:
        """The cart level on amounts of the cells."""
        return best_use(self.steps, amounts, self._total, noise=self.noise)

    def _total(self, amounts: Sequence[int]) -> int:
        return self.total(amounts, self.kinds)

    def bound(self, parts: Sequence[Part], amounts: Sequence[int], use: Use) -> Bound:
        """How much better than this another choice could be."""
        spread = self.taxed.spread if self.taxed else Fraction(0)
        bounding = Bounding(parts, self.signs, self.steps, spread)
        return bounding.find(amounts, self.cells.prices, use, self._total, noise=self.noise)

    def run(self, best: list[Application], use: Use, bound: Bound) -> Joint:
        """The best of every outcome that the bound allows; raises `TooMany`."""
        apart = [made for part in bound.apart for made in part.taken.applications]
        scale = Scale([line for looked in bound.looked for line in looked.part.lines])
        seeing: _Fine | _Coarse = _Fine() if self.fine else _Coarse(self, apart)
        together: dict[Outcome, _Together] = {seeing.nothing: (0, 0, ())}
        for looked in bound.looked:
            lines = looked.part.lines
            rules = sorted({rule for line in lines for rule in line.rules}, key=lambda rule: rule.order)
            found = all_outcomes(lines, rules, looked.slack, seeing, scale)
            together = _joined(together, found, seeing, looked.weight, bound.margin * WON)
        return self._cheapest(best, use, apart, together.items(), scale, seeing, bound.margin)

    def _cheapest(
        self,
        best: list[Application],
        use: Use,
        apart: list[Application],
        together: Iterable[tuple[Outcome, "_Together"]],
        scale: Scale,
        seeing: "_Fine | _Coarse",
        margin: int,
    ) -> Joint:
        kept = set(map(id, apart))
        fixed = sum(made.times for made in apart)
        score = scale.of(made for made in best if id(made) not in kept)
        count = len(use.steps) + fixed + scale.count(score)
        key = (use.total, count, sorted([*_ids(best), *use.key[2]]), -score)
        chosen = Joint(best, use, True)
        bound = (use.total - margin) * WON
        for outcome, (spent, score, reached) in sorted(together, key=lambda entry: entry[1][0]):
            if bound + spent > key[0] * WON:
                break  # what leaves still more is dearer for sure
            applications: list[Application] = []
            if isinstance(seeing, _Coarse):
                candidate = seeing.use(outcome)
            else:
                applications = [*apart, *(made for one in reached for made in applications_of(one))]
                candidate = self.use(self.cells.left(applications))
            count = len(candidate.steps) + scale.count(score) + fixed
            if (candidate.total, count) > key[:2]:
                continue
            applications = applications or [*apart, *(made for one in reached for made in applications_of(one))]
            now = (candidate.total, count, sorted([*_ids(applications), *candidate.key[2]]), -score)
            if now < key:
                key = now
                chosen = Joint(applications, self.use(self.cells.left(applications)), chosen.exact)
        return chosen


def _ids(applications: Sequence[Application]) -> list[str]:
    return [made.rule.promotion_id for made in applications for _ in range(made.times)]


# Outcomes of several parts: how much more than the best they leave (weighted), the score, and how each is reached.
_Together = tuple[int, int, tuple[Reached, ...]]


def _joined(
    together: Mapping[Outcome, _Together],
    found: Sequence[tuple[Outcome, int, Reached]],
    seeing: "_Fine | _Coarse",
    weight: int,
    budget: int,
) -> dict[Outcome, _Together]:
    most = max(discount for _, discount, _ in found)
    joined: dict[Outcome, _Together] = {}
    for outcome, (spent, score, reached) in together.items():
        for own, discount, one in found:
            more = spent + (most - discount) * weight
            if more > budget:
                continue
            key = seeing.joined(outcome, own)
            known = joined.get(key)
            if known is None or score + one[1] > known[1]:
                joined[key] = (more, score + one[1], (*reached, one))
        if len(joined) > MOST_TOGETHER:
            raise TooMany
    return joined


class _Fine:
    """Every unit's discount matters, because shares decide."""

    nothing: Outcome = ()

    def of(self, made: Application) -> Outcome:
        """Place and discount of each unit."""
        shares = zip(made.units, made.shares(), strict=True)
        return tuple(sorted([(place, share) for (place, _), share in shares if share] * made.times))

    def joined(self, one: Outcome, other: Outcome) -> Outcome:
        """Both together."""
        return tuple(sorted((*one, *other))) if one and other else one or other


class _Coarse:
    """Only sums over units matter that belong to the same pools."""

    def __init__(self, search: _Search, apart: Sequence[Application]) -> None:
        signs = sorted(set(search.signs.values()))
        cells = search.cells
        self._search = search
        self._class = {sign: at for at, sign in enumerate(signs)}
        self._kinds = [kind for _, kind in signs] if search.taxed else []
        self._of_place = {place: self._class[sign] for place, sign in search.signs.items()}
        self.nothing: Outcome = (0,) * len(signs)
        self._left = [0] * len(signs)
        for cell, price in enumerate(cells.prices):
            self._left[self._of_place[cells.places[cell]]] += price
        for made in apart:
            for (place, _), share in zip(made.units, made.shares(), strict=True):
                self._left[self._of_place[place]] -= share * made.times
        self._steps = [
            CartStep(step.promotion, tuple(sorted({self._of_place[cells.places[cell]] for cell in step.members})))
            for step in search.steps
        ]

    def of(self, made: Application) -> Outcome:
        """The discount of each class."""
        sums = [0] * len(self._left)
        for (place, _), share in zip(made.units, made.shares(), strict=True):
            sums[self._of_place[place]] += share * made.times
        return tuple(sums)

    def joined(self, one: Outcome, other: Outcome) -> Outcome:
        """Sum by sum."""
        return tuple([x + y for x, y in zip(one, other, strict=True)])  # type: ignore[operator]

    def use(self, outcome: Outcome) -> Use:
        """The cart level on these sums."""
        left = [amount - off for amount, off in zip(self._left, outcome, strict=True)]  # type: ignore[operator]
        return best_use(self._steps, left, self._total, coarse=True)

    def _total(self, amounts: Sequence[int]) -> int:
        return self._search.total(amounts, self._kinds)
