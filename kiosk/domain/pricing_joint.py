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

from kiosk.domain.pricing_cart_level import CartStep, Use, best_use, shares_decide
from kiosk.domain.pricing_outcomes import Outcome, Reached, Scale, TooMany, all_outcomes, applications_of
from kiosk.domain.pricing_part import Application, PoolLine, Taken

MOST_TOGETHER = 6_000  # outcomes of several parts together
WON = 1_000
FEW_UNITS = 12  # up to so many also choices are compared that only rounding makes equal
MOST_EVERY = 6  # steps of which every choice is looked at where shares decide


@dataclass(slots=True)
class Part:
    """Lines that compete with no others, and the best that the item level can do for them."""

    lines: Sequence[PoolLine]
    taken: Taken


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
    amounts = cells.left(best)
    search = _Search(parts, cells, steps, total, taxed)
    use = search.use(amounts)
    budget = search.budget(amounts, use)
    exact = all(part.taken.exact for part in parts)
    if budget is None:
        return Joint(best, use, exact)
    try:
        return search.run(best, use, budget)
    except TooMany:
        return Joint(best, use, exact and not search.gap)  # without a gap it was only about equal totals


_Sign = tuple[tuple[int, ...], str]  # the steps that a unit is for, below zero where it may be the gift; its tax kind


class _Search:
    """Looks for something better than the item level's best."""

    def __init__(
        self,
        parts: Sequence[Part],
        cells: Cells,
        steps: Sequence[CartStep],
        total: Total,
        taxed: Taxed | None,
    ) -> None:
        self.parts, self.cells, self.steps, self.total, self.taxed = parts, cells, steps, total, taxed
        kinds = self.kinds = taxed.kinds if taxed else ()
        signs: list[list[int]] = [[] for _ in cells.places]
        for at, step in enumerate(steps):
            for cell in {*step.members, *step.gifts}:
                signs[cell].append(-1 - at if cell in step.gifts else at)
        self.signs: list[_Sign] = [(tuple(sign), kinds[cell] if kinds else "") for cell, sign in enumerate(signs)]
        self.fine = shares_decide(steps) or (taxed is not None and bool(steps))
        self.every = self.fine and len(steps) <= MOST_EVERY
        self.gap = 0
        self.weights: list[int] = []  # of a won that a part leaves more, in thousandths that remain to be paid

    def use(self, amounts: Sequence[int], *, relaxed: bool = False) -> Use:
        """The cart level on amounts of the cells."""
        return best_use(self.steps, amounts, self._total, every=self.every, relaxed=relaxed)

    def _total(self, amounts: Sequence[int]) -> int:
        return self.total(amounts, self.kinds)

    def budget(self, amounts: Sequence[int], use: Use) -> int | None:
        """By how much more than the best, each won weighted by `weight`, the item level may leave.

        What leaves more is dearer for sure. None when nothing can be better than the best.
        """
        gap = use.total - self.use(amounts, relaxed=True).total
        pulls = [step.pull(self._least(step, amounts)) for step in self.steps]
        for part in self.parts:
            signs = self._signs_of(part)
            pull = max(sum((self._pull(step, pulls) for step in steps), Fraction(0)) for steps, _ in signs)
            if self.taxed is not None:
                pull += self.taxed.spread
            pull = min(Fraction(1), pull)
            self.weights.append(int(WON * (1 - pull)))
            if len(signs) > 1:
                gap += -int(-pull * part.taken.total // 1)
        if self.fine:
            gap += 2 * len(self.steps) + 2
        self.gap = gap
        if len(self.cells.places) <= FEW_UNITS:
            gap += len(self.steps)
        if not gap and not any(
            weight == 0 and part.taken.total for weight, part in zip(self.weights, self.parts, strict=True)
        ):
            return None
        return gap * WON

    def _pull(self, step: int, pulls: Sequence[Fraction]) -> Fraction:
        """What a step takes off again of a won more; nothing where the unit only counts towards a gift."""
        if step >= 0 and self.steps[step].gifts:
            return Fraction(0)
        return pulls[step if step >= 0 else -1 - step]

    def _signs_of(self, part: Part) -> set[_Sign]:
        return {self.signs[cell] for line in part.lines for cell in self.cells.of_place[line.place]}

    def _least(self, step: CartStep, amounts: Sequence[int]) -> int:
        """A lower bound of what the step's pool costs when it is its turn."""
        members = set(step.members)
        touched = {self.cells.places[cell] for cell in members}
        least = sum(amounts[cell] for cell in members)
        for part in self.parts:
            if any(line.place in touched for line in part.lines):
                least -= part.taken.total
        for other in self.steps:
            if other is not step and not members.isdisjoint((*other.members, *other.gifts)):
                least -= other.off(amounts, relaxed=True)[0]
        return least

    def run(self, best: list[Application], use: Use, budget: int) -> Joint:
        """The best of every outcome that the budget allows; raises `TooMany`."""
        concerned = [self._concerned(part) for part in self.parts]
        apart = [
            made
            for part, looked in zip(self.parts, concerned, strict=True)
            if not looked
            for made in part.taken.applications
        ]
        looked_at = [
            (part, weight) for part, weight, looked in zip(self.parts, self.weights, concerned, strict=True) if looked
        ]
        scale = Scale([line for part, _ in looked_at for line in part.lines])
        seeing: _Fine | _Coarse = _Fine() if self.fine else _Coarse(self, apart)
        together: dict[Outcome, _Together] = {seeing.nothing: (0, 0, ())}
        for part, weight in looked_at:
            rules = sorted({rule for line in part.lines for rule in line.rules}, key=lambda rule: rule.order)
            slack = budget // weight if weight else sum(line.price * line.quantity for line in part.lines)
            found = all_outcomes(part.lines, rules, slack, seeing, scale)
            together = _joined(together, found, seeing, weight, budget)
        return self._cheapest(best, use, apart, together.items(), scale, seeing)

    def _cheapest(
        self,
        best: list[Application],
        use: Use,
        apart: list[Application],
        together: Iterable[tuple[Outcome, "_Together"]],
        scale: Scale,
        seeing: "_Fine | _Coarse",
    ) -> Joint:
        kept = set(map(id, apart))
        fixed = sum(made.times for made in apart)
        score = scale.of(made for made in best if id(made) not in kept)
        count = len(use.steps) + fixed + scale.count(score)
        key = (use.total, count, sorted([*_ids(best), *use.key[2]]), -score)
        chosen = Joint(best, use, all(part.taken.exact for part in self.parts))
        for outcome, (_, score, reached) in together:
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

    def _concerned(self, part: Part) -> bool:
        """Whether another outcome of the part than its best could be part of something cheaper."""
        signs = self._signs_of(part)
        return len(signs) > 1 or any(steps for steps, _ in signs)


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
        return tuple(
            sorted((place, share) for (place, _), share in zip(made.units, made.shares(), strict=True) if share)
        )

    def joined(self, one: Outcome, other: Outcome) -> Outcome:
        """Both together."""
        return tuple(sorted((*one, *other))) if one and other else one or other


class _Coarse:
    """Only sums over units matter that belong to the same pools."""

    def __init__(self, search: _Search, apart: Sequence[Application]) -> None:
        signs = sorted(set(search.signs))
        cells = search.cells
        self._search = search
        self._class = {sign: at for at, sign in enumerate(signs)}
        self._kinds = [kind for _, kind in signs] if search.taxed else []
        self._of_place = {place: self._class[search.signs[row[0]]] for place, row in cells.of_place.items() if row}
        self.nothing: Outcome = (0,) * len(signs)
        self._left = [0] * len(signs)
        for cell, price in enumerate(cells.prices):
            self._left[self._class[search.signs[cell]]] += price
        for made in apart:
            for (place, _), share in zip(made.units, made.shares(), strict=True):
                self._left[self._of_place[place]] -= share * made.times
        self._steps = [
            CartStep(step.promotion, tuple(sorted({self._class[search.signs[cell]] for cell in step.members})))
            for step in search.steps
        ]

    def of(self, made: Application) -> Outcome:
        """The discount of each class."""
        sums = [0] * len(self._left)
        for (place, _), share in zip(made.units, made.shares(), strict=True):
            sums[self._of_place[place]] += share
        return tuple(sums)

    def joined(self, one: Outcome, other: Outcome) -> Outcome:
        """Sum by sum."""
        return tuple([x + y for x, y in zip(one, other, strict=True)])  # type: ignore[operator]

    def use(self, outcome: Outcome) -> Use:
        """The cart level on these sums."""
        left = [amount - off for amount, off in zip(self._left, outcome, strict=True)]  # type: ignore[operator]
        return best_use(self._steps, left, self._total, every=self._search.every, coarse=True)

    def _total(self, amounts: Sequence[int]) -> int:
        return self._search.total(amounts, self._kinds)
