"""The cheapest joint choice of promotions for lines that compete for the same ones.

For one n+m promotion and a fixed set of consumed units the best grouping is by falling price: the k-th unit
given away can never be dearer than the unit that stands at its place in that order. So the units are walked
once by falling price, each is given to one promotion or to none, and all that must be remembered is how
many units each promotion has consumed (modulo the size of an application when it has no limit). Choices
that lead to the same memory are compared by one whole number that holds, from most to least significant:
money taken off, fewest applications, smallest promotion ids, earliest lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kiosk.domain.promotion_book import Rule

MOST_STATES = 4_000  # kept after each unit; beyond it the worst are let go and the answer is not `exact`
MOST_STEPS = 60_000  # of work for one part, some 50 ms; beyond it only a few states are kept
FEW_STATES = 50


@dataclass(frozen=True, slots=True)
class PoolLine:
    """Units of one cart line that promotions compete for: `price` each, `rules` that may consume them.

    `percent` is the best rule that takes its percentage off any unit without limit, or None.
    """

    place: int
    price: int
    quantity: int
    rules: tuple[Rule, ...]
    percent: Rule | None = None


@dataclass(slots=True)
class Taken:
    """What promotions take off: `amounts[place][rule]` in minor units, and how often each rule is applied."""

    amounts: dict[int, dict[Rule, int]] = field(default_factory=dict)
    applications: dict[Rule, int] = field(default_factory=dict)
    consumed: dict[tuple[Rule, int], int] = field(default_factory=dict)  # units by n+m rule and place
    total: int = 0
    exact: bool = True

    def note(self, rule: Rule, units: Sequence[PoolLine], discount: int) -> None:
        """Record one application on `units` and share its discount by largest remainder, earlier lines first."""
        self.applications[rule] = self.applications.get(rule, 0) + 1
        self.total += discount
        if rule.size > 1:
            for unit in units:
                self.consumed[rule, unit.place] = self.consumed.get((rule, unit.place), 0) + 1
        whole = sum(unit.price for unit in units)
        rest = discount
        remainders = []
        for unit in units:
            share, remainder = divmod(discount * unit.price, whole)
            rest -= share
            remainders.append((-remainder, unit.place))
            self._add(unit.place, rule, share)
        for _, place in sorted(remainders)[:rest]:
            self._add(place, rule, 1)

    def _add(self, place: int, rule: Rule, amount: int) -> None:
        row = self.amounts.setdefault(place, {})
        row[rule] = row.get(rule, 0) + amount


def percent_of(price: int, percent: int) -> int:
    """That percentage of a price, rounded half up to the minor unit."""
    return (2 * price * percent + 100) // 200


def best_percent(price: int, rules: Sequence[Rule]) -> Rule | None:
    """Of rules without limit the one that takes most off a unit; the smallest id when they are equal."""
    best, most = None, 0
    for rule in rules:
        discount = percent_of(price, rule.percent)
        if discount > most or (discount == most and discount and best and rule.order < best.order):
            best, most = rule, discount
    return best


def solve(lines: Sequence[PoolLine], taken: Taken) -> None:
    """Add to `taken` the cheapest choice for these lines, which share no rule with any other line."""
    if len(lines) == 1 and len(lines[0].rules) == 1 and not lines[0].rules[0].percent:
        _solve_alone(lines[0], lines[0].rules[0], taken)
        return
    rules = _usable(lines)
    if len(rules) == 1 and not rules[0].percent and not any(line.percent for line in lines):
        units = _plain_groups(lines, rules[0])
        if units is not None:
            _note_groups(rules[0], units, taken)
            return
    _Search(lines, rules).run(taken)


def _solve_alone(line: PoolLine, rule: Rule, taken: Taken) -> None:
    """One line, one n+m rule, perhaps a percentage for the rest.

    The gain grows evenly with every application, so it is as many of them as there can be, or none. When both
    are worth the same, the rule wins: it needs fewer applications than its units one by one.
    """
    price, percent, place = line.price, line.percent, line.place
    each = percent_of(price, percent.percent) if percent is not None else 0
    given = price * (rule.size - rule.buy)
    times = line.quantity // rule.size if given and given >= each * rule.size else 0
    if rule.limit is not None and times > rule.limit:
        times = rule.limit
    row: dict[Rule, int] = {}
    if times:
        row[rule] = times * given
        taken.applications[rule] = times
        taken.consumed[rule, place] = times * rule.size
    rest = line.quantity - times * rule.size
    if percent is not None and rest and each:
        row[percent] = rest * each
        taken.applications[percent] = taken.applications.get(percent, 0) + rest
    if row:
        taken.amounts[place] = row
        taken.total += sum(row.values())


def _usable(lines: Sequence[PoolLine]) -> list[Rule]:
    counts: dict[Rule, int] = {}
    for line in lines:
        for rule in line.rules:
            counts[rule] = counts.get(rule, 0) + line.quantity
    return sorted((rule for rule, count in counts.items() if count >= rule.size), key=lambda rule: rule.order)


def _plain_groups(lines: Sequence[PoolLine], rule: Rule) -> list[PoolLine] | None:
    """The consumed units by falling price when they are plain to see; None when there is a choice to make."""
    pool = [line for line in lines if rule in line.rules]
    count = sum(line.quantity for line in pool)
    times = count // rule.size
    if rule.limit is not None:
        times = min(times, rule.limit)
    needed = times * rule.size
    if needed != count and any(line.price != pool[0].price for line in pool):
        return None
    units = [line for line in sorted(pool, key=_by_falling_price) for _ in range(line.quantity)]
    return units[:needed]


def _by_falling_price(line: PoolLine) -> tuple[int, int]:
    return -line.price, line.place


def _note_groups(rule: Rule, units: Sequence[PoolLine], taken: Taken) -> None:
    for start in range(0, len(units), rule.size):
        group = units[start : start + rule.size]
        discount = sum(unit.price for unit in group[rule.buy :])
        if discount:
            taken.note(rule, group, discount)


# A path is (score, previous path or None, rule or None for "left at its price").
_Path = tuple[int, "_Path | None", Rule | None]


@dataclass(frozen=True, slots=True)
class _Option:
    """What giving one unit to a rule changes: counts live in `shift`/`mask` of the state.

    `steps[position]` is the score for the unit at that position of its application; a percent rule with
    limit counts to `most`, an n+m rule without limit counts modulo its size.
    """

    rule: Rule
    shift: int
    mask: int
    most: int
    wraps: bool
    steps: tuple[int, ...]


class _Search:
    """One walk over the units of a part by falling price."""

    def __init__(self, lines: Sequence[PoolLine], rules: Sequence[Rule]) -> None:
        self._lines = sorted(lines, key=_by_falling_price)
        named = {*rules, *(line.percent for line in lines if line.percent)}
        self._rank = {rule: rank for rank, rule in enumerate(sorted(named, key=lambda rule: rule.order))}
        self._units = sum(line.quantity for line in lines)
        self._bits = self._units.bit_length()
        places = sorted(line.place for line in lines)
        self._column = {place: column for column, place in enumerate(places)}
        tail = (len(named) * len(places) + len(named)) * self._bits
        self._application = 1 << tail
        self._money = 1 << (tail + self._bits + 1)
        self._layout(rules)

    def _layout(self, rules: Sequence[Rule]) -> None:
        self._fields: dict[Rule, tuple[int, int, int, bool]] = {}
        self._unfinished: list[tuple[int, int, int]] = []
        shift = 0
        for rule in rules:
            pool = sum(line.quantity for line in self._lines if rule in line.rules)
            most = pool // rule.size
            bounded = rule.limit is not None and rule.limit < most
            if bounded and rule.limit is not None:
                most = rule.limit
            if not bounded and rule.size == 1:
                self._fields[rule] = (0, 0, 0, True)  # a limit that cannot be reached needs no memory
                continue
            highest = most * rule.size if bounded else rule.size - 1
            mask = (1 << highest.bit_length()) - 1
            self._fields[rule] = (shift, mask, highest, not bounded)
            if rule.size > 1:
                self._unfinished.append((shift, mask, rule.size))
            shift += highest.bit_length()

    def _weight(self, rule: Rule, place: int) -> int:
        # Earlier lines weigh more; after every line's weight of a smaller id comes that of a larger one.
        cell = (len(self._rank) - 1 - self._rank[rule]) * len(self._column)
        return 1 << ((cell + len(self._column) - 1 - self._column[place]) * self._bits)

    def _used(self, rule: Rule) -> int:
        cells = len(self._rank) * len(self._column) + len(self._rank) - 1 - self._rank[rule]
        return (1 << (cells * self._bits)) - self._application

    def _options(self, line: PoolLine) -> tuple[list[_Option], int]:
        options = []
        for rule in line.rules:
            if rule not in self._fields:
                continue
            weight = self._weight(rule, line.place)
            if rule.percent:
                discount = percent_of(line.price, rule.percent)
                if not discount:
                    continue
                steps: tuple[int, ...] = (discount * self._money + self._used(rule) + weight,)
            else:
                paid = [weight] * rule.buy
                free = [line.price * self._money + weight] * (rule.size - rule.buy)
                free[-1] += self._used(rule)
                steps = (*paid, *free)
            options.append(_Option(rule, *self._fields[rule], steps))
        plain = 0
        if line.percent is not None:
            discount = percent_of(line.price, line.percent.percent)
            plain = discount * self._money + self._used(line.percent) + self._weight(line.percent, line.place)
        return options, plain

    def run(self, taken: Taken) -> None:
        """Walk, choose the best end and record what it takes off."""
        states: dict[int, _Path] = {0: (0, None, None)}
        work = 0
        for line in self._lines:
            options, plain = self._options(line)
            for _ in range(line.quantity):
                states = _advance(states, options, plain, line.percent)
                work += len(states)
                kept = MOST_STATES if work < MOST_STEPS else FEW_STATES
                if len(states) > kept:
                    states = _best(states, kept)
                    taken.exact = False
        ends = [path for state, path in states.items() if self._finished(state)]
        self._record(max(ends, key=lambda path: path[0]), taken)

    def _finished(self, state: int) -> bool:
        return all((state >> shift & mask) % size == 0 for shift, mask, size in self._unfinished)

    def _record(self, end: _Path, taken: Taken) -> None:
        choices: list[Rule | None] = []
        path: _Path | None = end
        while path is not None and path[1] is not None:
            choices.append(path[2])
            path = path[1]
        choices.reverse()
        units = (line for line in self._lines for _ in range(line.quantity))
        groups: dict[Rule, list[PoolLine]] = {}
        for unit, rule in zip(units, choices, strict=True):
            if rule is None:
                continue
            if rule.percent:
                taken.note(rule, (unit,), percent_of(unit.price, rule.percent))
            else:
                groups.setdefault(rule, []).append(unit)
        for rule, consumed in groups.items():
            _note_groups(rule, consumed, taken)


def _advance(
    states: dict[int, _Path], options: Sequence[_Option], plain: int, percent: Rule | None
) -> dict[int, _Path]:
    """Give the next unit to each rule in turn, or to none, from every state."""
    following: dict[int, _Path] = {}
    for state, path in states.items():
        score = path[0] + plain
        known = following.get(state)
        if known is None or score > known[0]:
            following[state] = (score, path, percent)
        for option in options:
            position = state >> option.shift & option.mask
            if option.wraps:
                after = 0 if position == option.most else position + 1
            elif position < option.most:
                after = position + 1
            else:
                continue
            target = state + (after - position << option.shift)
            score = path[0] + option.steps[position % len(option.steps)]
            known = following.get(target)
            if known is None or score > known[0]:
                following[target] = (score, path, option.rule)
    return following


def _best(states: dict[int, _Path], kept: int) -> dict[int, _Path]:
    # The state in which nothing is begun always has a valid end, so it stays whatever its score.
    best = sorted(states.items(), key=lambda entry: -entry[1][0])[:kept]
    nothing = states.get(0)
    return dict(best) if nothing is None else {**dict(best), 0: nothing}
