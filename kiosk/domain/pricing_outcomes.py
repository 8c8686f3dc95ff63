"""Every choice of item-level promotions for a few lines, where it matters which units go together.

The units are taken line by line. The first unit that is left is either given to one application, together with
any others that are left, or it stays by itself; so every choice is met once, and what is best for the units
that remain is remembered. `best_of_all` asks for the greatest sum; `all_outcomes` for every different thing that
can come out of a part, as far as it costs at most `slack` more than the best: the cart level needs that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, product
from math import comb, prod
from typing import Protocol

from kiosk.domain.pricing_part import Application, PoolLine, Taken
from kiosk.domain.promotion_rule import Rule, TieredRule

MOST_PATTERNS = 3_000
MOST_REMAINDERS = 60_000
MOST_UNITS = 200  # each is a step deeper
MOST_TRIES = 4_000_000  # remainders x patterns that start with a line, if every limit counted
MOST_WORK = 500_000  # applications put before a remainder, about half a second
MOST_OUTCOMES = 12_000  # of one remainder

Outcome = tuple[int, ...] | tuple[tuple[int, int], ...]


class Seeing(Protocol):
    """What of a choice matters to those who ask for all outcomes."""

    nothing: Outcome

    def of(self, made: Application) -> Outcome:
        """What one application changes."""

    def joined(self, one: Outcome, other: Outcome) -> Outcome:
        """Two changes together."""


class TooMany(Exception):
    """There is more to try than a till has time for."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One application: how many units of which lines, and what it takes off."""

    rule: Rule
    need: tuple[tuple[int, int], ...]  # (line, units), lines rising
    units: tuple[int, ...]  # lines of its units, rising
    places: tuple[tuple[int, int], ...]  # (place, price) of its units
    discount: int


def could_try_all(lines: Sequence[PoolLine], rules: Sequence[Rule]) -> bool:
    """Whether there are few enough choices to look at each."""
    remainders = prod(line.quantity + 1 for line in lines)
    if remainders > MOST_REMAINDERS or sum(line.quantity for line in lines) > MOST_UNITS:
        return False
    patterns = 0
    for rule in rules:
        fitting = [_fitting(lines, rule, slot) for slot in range(len(rule.slots))]
        if isinstance(rule, TieredRule):
            patterns += prod(lines[line].quantity + 1 for line in fitting[0])
        else:
            patterns += prod(
                comb(len(fit) + count - 1, count) for fit, count in zip(fitting, rule.slots, strict=True) if fit
            )
    limits = prod(rule.limit + 1 for rule in rules if rule.limit is not None)
    return patterns <= MOST_PATTERNS and remainders * limits * max(1, patterns // max(1, len(lines))) <= MOST_TRIES


def _fitting(lines: Sequence[PoolLine], rule: Rule, slot: int) -> list[int]:
    return [at for at, line in enumerate(lines) if any(fit is rule and slot in slots for fit, slots in line.fits)]


def _patterns(lines: Sequence[PoolLine], rules: Sequence[Rule]) -> list[list[_Pattern]]:
    """The applications that can be made, by the first line that they use."""
    found: list[dict[tuple[Rule, tuple[int, ...], int], _Pattern]] = [{} for _ in lines]
    for rule in rules:
        for group in _groups(lines, rule):
            discount = rule.discount([[lines[line].price for line in slot] for slot in group])
            units = tuple(sorted(line for slot in group for line in slot))
            need = tuple((line, units.count(line)) for line in sorted(set(units)))
            if not discount or any(count > lines[line].quantity for line, count in need):
                continue
            places = tuple((lines[line].place, lines[line].price) for line in units)
            # The same units may fill the slots in other ways: the smallest discount can be the best with a gift.
            found[units[0]].setdefault((rule, units, discount), _Pattern(rule, need, units, places, discount))
    return [list(row.values()) for row in found]


def _groups(lines: Sequence[PoolLine], rule: Rule) -> Iterator[tuple[tuple[int, ...], ...]]:
    fitting = [_fitting(lines, rule, slot) for slot in range(len(rule.slots))]
    if isinstance(rule, TieredRule):
        for counts in product(*(range(lines[line].quantity + 1) for line in fitting[0])):
            if sum(counts) >= rule.tiers[0].count:
                yield (tuple(line for line, count in zip(fitting[0], counts, strict=True) for _ in range(count)),)
        return
    yield from product(
        *(combinations_with_replacement(fit, count) for fit, count in zip(fitting, rule.slots, strict=True))
    )


class Scale:
    """How choices that take off the same are compared: fewest applications, smallest ids, earliest lines."""

    def __init__(self, lines: Sequence[PoolLine]) -> None:
        named = {rule for line in lines for rule in (*line.rules, *line.free_rules)}
        ids = sorted(named, key=lambda rule: rule.order)
        self._rank = {rule: len(ids) - 1 - rank for rank, rule in enumerate(ids)}
        places = sorted({line.place for line in lines})
        self._column = {place: len(places) - 1 - column for column, place in enumerate(places)}
        self._bits = (sum(line.quantity for line in lines) + 1).bit_length()
        self._application = 1 << (self._bits * len(ids) * (len(places) + 1))
        self.money = self._application << (self._bits + 1)

    def tie(self, rule: Rule, units: Sequence[tuple[int, int]]) -> int:
        """What one application on (place, price) units adds to a score apart from money."""
        row, width = self._rank[rule], len(self._column)
        score = (1 << (self._bits * (len(self._rank) * width + row))) - self._application
        for place, _ in units:
            score += 1 << (self._bits * (row * width + self._column[place]))
        return score

    def count(self, score: int) -> int:
        """How many applications a score without money is made of."""
        return -(score // self._application)

    def of(self, applications: Iterable[Application]) -> int:
        """The score of what was chosen, apart from money."""
        return sum(self.tie(made.rule, made.units) * made.times for made in applications)


class _Tree:
    """Walks all choices of a part; `_Best` and `_Reach` say what is kept of them."""

    def __init__(self, lines: Sequence[PoolLine], rules: Sequence[Rule], scale: Scale | None = None) -> None:
        self.lines = lines
        self.patterns = _patterns(lines, rules)
        self.limited = [rule for rule in rules if rule.limit is not None]
        self.start = tuple(line.quantity for line in lines)
        self.limits = tuple(rule.limit or 0 for rule in self.limited)
        self.scale = scale or Scale(lines)

    def ways(
        self, left: tuple[int, ...], limits: tuple[int, ...], first: int
    ) -> Iterator[tuple[_Pattern, tuple[int, ...], tuple[int, ...]]]:
        """The applications on the first unit that is left: what is left after each."""
        for pattern in self.patterns[first]:
            if any(left[line] < count for line, count in pattern.need):
                continue
            following = limits
            if pattern.rule.limit is not None:
                at = self.limited.index(pattern.rule)
                if not limits[at]:
                    continue
                following = (*limits[:at], limits[at] - 1, *limits[at + 1 :])
            after = list(left)
            for line, count in pattern.need:
                after[line] -= count
            yield pattern, tuple(after), following


def _first(left: tuple[int, ...]) -> int:
    return next((line for line, count in enumerate(left) if count), -1)


def _one_less(left: tuple[int, ...], line: int) -> tuple[int, ...]:
    return (*left[:line], left[line] - 1, *left[line + 1 :])


_Left = tuple[tuple[int, ...], tuple[int, ...]]


class _Best(_Tree):
    """The greatest sum that can come off."""

    def __init__(self, lines: Sequence[PoolLine], rules: Sequence[Rule]) -> None:
        super().__init__(lines, rules)
        self.known: dict[_Left, tuple[int, _Pattern | Rule | None, _Left | None]] = {}
        self.work = 0

    def best(self, left: tuple[int, ...], limits: tuple[int, ...]) -> int:
        """The best score of the units that are left."""
        known = self.known.get((left, limits))
        if known is not None:
            return known[0]
        first = _first(left)
        if first < 0:
            return 0
        line = self.lines[first]
        after = (_one_less(left, first), limits)
        free = line.free_rules[0] if line.free_rules else None
        own = free.off(line.price) * self.scale.money + self.scale.tie(free, ((line.place, line.price),)) if free else 0
        choice: tuple[int, _Pattern | Rule | None, _Left | None] = (own + self.best(*after), free, after)
        for pattern, *rest in self.ways(left, limits, first):
            self.work += 1
            if self.work > MOST_WORK:
                raise TooMany
            following = (rest[0], rest[1])
            score = (
                pattern.discount * self.scale.money
                + self.scale.tie(pattern.rule, pattern.places)
                + self.best(*following)
            )
            if score > choice[0]:
                choice = (score, pattern, following)
        self.known[left, limits] = choice
        return choice[0]


def best_of_all(lines: Sequence[PoolLine], rules: Sequence[Rule], taken: Taken) -> None:
    """Add to `taken` the choice that takes most off; raises `TooMany` before anything is added."""
    lines = sorted(lines, key=lambda line: line.place)
    tree = _Best(lines, rules)
    tree.best(tree.start, tree.limits)
    at: _Left | None = (tree.start, tree.limits)
    while at is not None and _first(at[0]) >= 0:
        line = lines[_first(at[0])]
        _, choice, at = tree.known[at]
        if isinstance(choice, _Pattern):
            taken.note(choice.rule, choice.places, choice.discount)
        elif choice is not None:
            taken.note(choice, ((line.place, line.price),), choice.discount([[line.price]]))


# What is remembered of an outcome: its score apart from money, its application (or None), and what it builds on.
Reached = tuple[int, int, "Application | None", "Reached | None"]


class _Reach(_Tree):
    """Every outcome that costs at most `slack` more than the best."""

    def __init__(
        self,
        lines: Sequence[PoolLine],
        rules: Sequence[Rule],
        slack: int,
        seeing: "Seeing",
        scale: Scale,
    ) -> None:
        super().__init__(lines, rules, scale)
        self.slack, self.seeing = slack, seeing
        self.end: dict[Outcome, Reached] = {seeing.nothing: (0, 0, None, None)}
        self.known: dict[_Left, dict[Outcome, Reached]] = {}
        self.applied: dict[tuple[Rule, tuple[int, ...], int], tuple[Application, Outcome, int]] = {}
        self.work = 0

    def application(self, rule: Rule, units: tuple[int, ...], discount: int) -> tuple[Application, Outcome, int]:
        """One application, what is seen of it, and what it adds to a score."""
        known = self.applied.get((rule, units, discount))
        if known is None:
            places = tuple((self.lines[unit].place, self.lines[unit].price) for unit in units)
            made = Application(rule, places, discount)
            known = self.applied[rule, units, discount] = (made, self.seeing.of(made), self.scale.tie(rule, places))
        return known

    def reach(self, left: tuple[int, ...], limits: tuple[int, ...]) -> dict[Outcome, Reached]:
        """What can come out of the units that are left; raises `TooMany`."""
        known = self.known.get((left, limits))
        if known is not None:
            return known
        first = _first(left)
        if first < 0:
            return self.end
        line = self.lines[first]
        alone = self.reach(_one_less(left, first), limits)
        found = dict(alone)
        for rule in line.free_rules:
            self.grow(found, alone, *self.application(rule, (first,), rule.off(line.price)))
        for pattern, after, following in self.ways(left, limits, first):
            made = self.application(pattern.rule, pattern.units, pattern.discount)
            self.grow(found, self.reach(after, following), *made)
        least = max(one[0] for one in found.values()) - self.slack
        found = {outcome: one for outcome, one in found.items() if one[0] >= least}
        if len(found) > MOST_OUTCOMES:
            raise TooMany
        self.known[left, limits] = found
        return found

    def grow(
        self, found: dict[Outcome, Reached], rest: dict[Outcome, Reached], made: Application, seen: Outcome, tie: int
    ) -> None:
        """Put an application before everything that can come out of the rest."""
        self.work += len(rest)
        if self.work > MOST_WORK:
            raise TooMany
        for outcome, one in rest.items():
            joined = self.seeing.joined(seen, outcome)
            known = found.get(joined)
            if known is None or one[1] + tie > known[1]:
                found[joined] = (one[0] + made.discount, one[1] + tie, made, one)


def all_outcomes(
    lines: Sequence[PoolLine],
    rules: Sequence[Rule],
    slack: int,
    seeing: "Seeing",
    scale: Scale,
) -> list[tuple[Outcome, int, Reached]]:
    """Every different outcome of a part with what it takes off and how it is reached; raises `TooMany`.

    Only outcomes that take off at least the greatest sum less `slack` are there.
    """
    if len(lines) == 1 and not lines[0].fits and len(lines[0].free_rules) == 1:
        return _of_one_line(lines[0], slack, seeing, scale)
    lines = sorted(lines, key=lambda line: line.place)
    if not could_try_all(lines, rules):
        raise TooMany
    tree = _Reach(lines, rules, slack, seeing, scale)
    return [(outcome, one[0], one) for outcome, one in tree.reach(tree.start, tree.limits).items()]


def _of_one_line(line: PoolLine, slack: int, seeing: Seeing, scale: Scale) -> list[tuple[Outcome, int, Reached]]:
    """A line of which any number of units may have the same discount."""
    rule = line.free_rules[0]
    off = rule.off(line.price)
    start: Reached = (0, 0, None, None)
    found: list[tuple[Outcome, int, Reached]] = []
    for times in range(max(0, line.quantity - slack // off), line.quantity + 1):
        if len(found) > MOST_OUTCOMES:
            raise TooMany
        made = Application(rule, ((line.place, line.price),), off, times)
        score = scale.tie(rule, made.units) * times
        one: Reached = (off * times, score, made, start) if times else start
        found.append((seeing.of(made) if times else seeing.nothing, off * times, one))
    return found


def applications_of(reached: Reached) -> list[Application]:
    """The applications that lead to an outcome."""
    made = []
    at: Reached | None = reached
    while at is not None:
        if at[2] is not None:
            made.append(at[2])
        at = at[3]
    return made
