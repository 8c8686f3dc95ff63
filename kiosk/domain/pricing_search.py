"""The cheapest joint choice of item-level promotions for lines that compete for the same ones.

For one n+m promotion and a fixed set of consumed units the best grouping is by falling price: the k-th unit
given away can never be dearer than the unit that stands at its place in that order. What a set with a price
takes off depends on its units and not on how they are grouped. So the units are walked once by falling price,
each is given to one rule or to none, and all that must be remembered is how far each rule has got. Choices that
lead to the same memory are compared by one whole number that holds, from most to least significant: money taken
off, fewest applications, smallest promotion ids, earliest lines. Where the grouping does matter (percentages of
sets that are no whole won, amounts larger than a set) every choice is looked at (`pricing_outcomes`).
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from kiosk.domain.pricing_machine import Machine, machine_of
from kiosk.domain.pricing_outcomes import TooMany, best_of_all, could_try_all
from kiosk.domain.pricing_part import PoolLine, Taken
from kiosk.domain.promotion_rule import NPlusMRule, Rule, SetRule, TieredRule, UnitRule

MOST_STATES = 4_000  # kept after each unit; beyond it the worst are let go and the answer is not `exact`
MOST_STEPS = 60_000  # of work for one part, some 50 ms; beyond it only a few states are kept
FEW_STATES = 50


def solve(lines: Sequence[PoolLine], taken: Taken) -> None:
    """Add to `taken` the cheapest choice for these lines, which share no rule with any other line."""
    if len(lines) == 1 and _solve_alone(lines[0], taken):
        return
    rules = _usable(lines)
    if len(rules) == 1 and _solve_plain(lines, rules[0], taken):
        return
    kinds = [(rule, _available(lines, rule)) for rule in rules]
    walked = Taken(exact=not any(_grouping_matters(rule, available, lines) for rule, available in kinds))
    if walked.exact:
        _Walk(lines, kinds).run(walked)
    if not walked.exact:
        if could_try_all(lines, rules):
            with suppress(TooMany):
                best_of_all(lines, rules, taken)
                return
        walked = Taken(exact=False)
        _Walk(lines, kinds).run(walked)
    taken.join(walked, range(1 + max(line.place for line in lines)))


def _solve_alone(line: PoolLine, taken: Taken) -> bool:
    """One line, one rule over equal units: as many applications as there can be, or none.

    The gain grows evenly with every application. When a rule and its units one by one are worth the same, the
    rule wins: it needs fewer applications.
    """
    if len(line.fits) > 1 or (line.fits and len(line.fits[0][0].slots) > 1):
        return False
    best = line.free_rules[0] if line.free_rules else None
    each = best.off(line.price) if best else 0
    rest = line.quantity
    if line.fits:
        rule = line.fits[0][0]
        if isinstance(rule, TieredRule):
            return False
        size = rule.size
        times = line.quantity // size
        if rule.limit is not None and times > rule.limit:
            times = rule.limit
        discount = rule.discount([[line.price] * size]) if times else 0
        if discount and discount >= each * size and (size > 1 or discount > each or _before(rule, best)):
            taken.note(rule, [(line.place, line.price)] * size, discount, times)
            rest -= times * size
    if rest and best is not None:
        taken.note(best, ((line.place, line.price),), each, rest)
    return True


def _before(rule: Rule, other: Rule | None) -> bool:
    return other is None or rule.order < other.order


def _usable(lines: Sequence[PoolLine]) -> list[Rule]:
    """The rules for which there are enough units in every slot, by id."""
    counts: dict[Rule, list[int]] = {}
    for line in lines:
        for rule, slots in line.fits:
            row = counts.setdefault(rule, [0] * len(rule.slots))
            for slot in slots:
                row[slot] += line.quantity
    usable = [
        rule
        for rule, row in counts.items()
        if all(there >= count for there, count in zip(row, rule.slots, strict=True))
    ]
    return sorted(usable, key=_order)


def _order(rule: Rule) -> int:
    return rule.order


def _available(lines: Sequence[PoolLine], rule: Rule) -> list[int]:
    row = [0] * len(rule.slots)
    for line in lines:
        for fitting, slots in line.fits:
            if fitting is rule:
                for slot in slots:
                    row[slot] += line.quantity
    return row


def _solve_plain(lines: Sequence[PoolLine], rule: Rule, taken: Taken) -> bool:
    """One n+m rule alone, when it is plain to see which units it consumes: all of them, or all cost the same."""
    if not isinstance(rule, NPlusMRule) or any(line.free_rules for line in lines):
        return False
    pool = [line for line in lines if rule in line.rules]
    count = sum(line.quantity for line in pool)
    times = count // rule.size
    if rule.limit is not None:
        times = min(times, rule.limit)
    needed = times * rule.size
    if needed != count and any(line.price != pool[0].price for line in pool):
        return False
    units = [(line.place, line.price) for line in sorted(pool, key=_by_falling_price) for _ in range(line.quantity)]
    _note_groups(rule, [units[:needed]], taken)
    return True


def _by_falling_price(line: PoolLine) -> tuple[int, int]:
    return -line.price, line.place


def _note_groups(
    rule: Rule, consumed: Sequence[Sequence[tuple[int, int]]], taken: Taken, *, anywhere: bool = False
) -> None:
    """Record the applications of a rule; `consumed` are the units of each slot by falling price.

    Of equally dear units the first application gets those of the earliest lines; with `anywhere` also those that
    were found for another slot.
    """
    if isinstance(rule, TieredRule):
        sizes: Sequence[int] = (len(consumed[0]),)
    else:
        sizes = rule.slots
    if not sizes[0]:
        return
    alike: dict[tuple[int, int], list[int]] = {}
    for place, price, at in sorted((*unit, at) for at, units in enumerate(consumed) for unit in units):
        alike.setdefault((0 if anywhere else at, price), []).append(place)
    for turn in range(len(consumed[0]) // sizes[0]):
        group = [units[turn * size : (turn + 1) * size] for units, size in zip(consumed, sizes, strict=True)]
        discount = rule.discount([[price for _, price in slot] for slot in group])
        units = [
            (alike[0 if anywhere else at, price].pop(0), price) for at, slot in enumerate(group) for _, price in slot
        ]
        taken.note(rule, units, discount)


def _grouping_matters(rule: Rule, available: Sequence[int], lines: Sequence[PoolLine]) -> bool:
    """Whether the walk could not tell what the sets of this rule take off."""
    if not isinstance(rule, SetRule) or rule.price is not None:
        return False
    if rule.amount is not None:
        return _cheapest_set(rule, lines) < rule.amount
    most = min(there // count for there, count in zip(available, rule.slots, strict=True))
    return most > 1 and rule.limit != 1 and _leaves_hundredths(rule, lines)


def _cheapest_set(rule: SetRule, lines: Sequence[PoolLine]) -> int:
    least = 0
    for slot, count in enumerate(rule.slots):
        prices = (line.price for line in lines for fit, slots in line.fits if fit is rule and slot in slots)
        least += count * min(prices)
    return least


def _leaves_hundredths(rule: Rule, lines: Sequence[PoolLine]) -> bool:
    if isinstance(rule, TieredRule):
        percents = [tier.percent for tier in rule.tiers]
    elif isinstance(rule, SetRule) and rule.price is None and rule.amount is None:
        percents = [rule.percent]
    else:
        return False
    prices = [line.price for line in lines if any(fit is rule for fit, _ in line.fits)]
    return any(price * percent % 100 for price in prices for percent in percents)


# A path is (score, previous path or None, rule or None for "left at its price", slot).
_Path = tuple[int, "_Path | None", Rule | None, int]


@dataclass(frozen=True, slots=True)
class _Option:
    """A slot of a rule that a unit may be given to; `known` remembers what that does in each state of the rule."""

    rule: Rule
    slot: int
    machine: Machine
    stride: int
    weight: int
    completed: int
    known: dict[int, tuple[tuple[int, int], ...]]


class _Walk:
    """One walk over the units of a part by falling price."""

    def __init__(self, lines: Sequence[PoolLine], kinds: Sequence[tuple[Rule, Sequence[int]]]) -> None:
        self._lines = sorted(lines, key=_by_falling_price)
        named = {rule for rule, _ in kinds} | {line.free_rules[0] for line in lines if line.free_rules}
        self._rank = {rule: rank for rank, rule in enumerate(sorted(named, key=_order))}
        self._bits = sum(line.quantity for line in lines).bit_length()
        self._column = {place: column for column, place in enumerate(sorted(line.place for line in lines))}
        tail = (len(named) * len(self._column) + len(named)) * self._bits
        self._application = 1 << tail
        self._money = 1 << (tail + self._bits + 1)
        self._machines: dict[Rule, tuple[Machine, int]] = {}
        stride = 1
        for rule, available in kinds:
            machine = machine_of(rule, available, _leaves_hundredths(rule, lines))
            self._machines[rule] = (machine, stride)
            stride *= machine.radix

    def run(self, taken: Taken) -> None:
        """Walk, choose the best end and record what it takes off."""
        states: dict[int, _Path] = {0: (0, None, None, 0)}
        work = 0
        for line in self._lines:
            options, plain, free = self._options(line)
            for _ in range(line.quantity):
                states = self._advance(states, options, line.price, plain, free)
                work += len(states)
                kept = MOST_STATES if work < MOST_STEPS else FEW_STATES
                if len(states) > kept:
                    states = _best(states, kept)
                    taken.exact = False
        ends = [(score, path) for state, path in states.items() if (score := self._ended(state, path[0])) is not None]
        self._record(max(ends, key=lambda end: end[0])[1], taken)

    def _options(self, line: PoolLine) -> tuple[list[_Option], int, UnitRule | None]:
        options = [
            _Option(rule, slot, *self._machines[rule], self._weight(rule, line.place), self._used(rule), {})
            for rule, slots in line.fits
            if rule in self._machines
            for slot in slots
        ]
        if not line.free_rules:
            return options, 0, None
        free = line.free_rules[0]
        plain = 100 * free.off(line.price) * self._money + self._used(free) + self._weight(free, line.place)
        return options, plain, free

    def _weight(self, rule: Rule, place: int) -> int:
        # Earlier lines weigh more; after every line's weight of a smaller id comes that of a larger one.
        cell = (len(self._rank) - 1 - self._rank[rule]) * len(self._column)
        return 1 << ((cell + len(self._column) - 1 - self._column[place]) * self._bits)

    def _used(self, rule: Rule) -> int:
        cells = len(self._rank) * len(self._column) + len(self._rank) - 1 - self._rank[rule]
        return (1 << (cells * self._bits)) - self._application

    def _advance(
        self, states: dict[int, _Path], options: Sequence[_Option], price: int, plain: int, free: UnitRule | None
    ) -> dict[int, _Path]:
        """Give the next unit to each rule in turn, or to none, from every state."""
        following: dict[int, _Path] = {}
        for state, path in states.items():
            score = path[0] + plain
            known = following.get(state)
            if known is None or score > known[0]:
                following[state] = (score, path, free, 0)
            for option in options:
                own = state // option.stride % option.machine.radix
                moves = option.known.get(own)
                if moves is None:
                    moves = option.known[own] = tuple(self._moves(option, own, price))
                for change, gain in moves:
                    target = state + change
                    score = path[0] + gain
                    known = following.get(target)
                    if known is None or score > known[0]:
                        following[target] = (score, path, option.rule, option.slot)
        return following

    def _moves(self, option: _Option, own: int, price: int) -> Iterator[tuple[int, int]]:
        for after, hundredths, completed in option.machine.moves(own, option.slot, price):
            score = hundredths * self._money + option.weight + completed * option.completed
            yield (after - own) * option.stride, score

    def _ended(self, state: int, score: int) -> int | None:
        for machine, stride in self._machines.values():
            more = machine.finish(state // stride % machine.radix)
            if more is None:
                return None
            score += more * self._money
        return score

    def _record(self, end: _Path, taken: Taken) -> None:
        choices: list[tuple[Rule | None, int]] = []
        path: _Path | None = end
        while path is not None and path[1] is not None:
            choices.append((path[2], path[3]))
            path = path[1]
        choices.reverse()
        units = ((line.place, line.price) for line in self._lines for _ in range(line.quantity))
        groups: dict[Rule, list[list[tuple[int, int]]]] = {}
        for unit, (rule, slot) in zip(units, choices, strict=True):
            if isinstance(rule, UnitRule):
                taken.note(rule, (unit,), rule.off(unit[1]))
            elif rule is not None:
                groups.setdefault(rule, [[] for _ in rule.slots])[slot].append(unit)
        for rule, consumed in groups.items():
            fitting = [slots for line in self._lines for fit, slots in line.fits if fit is rule]
            _note_groups(rule, consumed, taken, anywhere=all(len(slots) == len(rule.slots) for slots in fitting))


def _best(states: dict[int, _Path], kept: int) -> dict[int, _Path]:
    # The state in which nothing is begun always has a valid end, so it stays whatever its score.
    best = sorted(states.items(), key=lambda entry: -entry[1][0])[:kept]
    nothing = states.get(0)
    return dict(best) if nothing is None else {**dict(best), 0: nothing}
