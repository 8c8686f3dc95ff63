"""How far each rule has got with its units while a walk hands them out one by one.

A machine counts in one small number, its state. `move` answers what giving it the next unit does: the next
state, what comes off in hundredths of a minor unit, and whether an application was completed by it. Units come
by falling price, so that in every application of n+m the later units are the cheaper ones.
"""

from collections.abc import Sequence

from kiosk.domain.promotion_rule import NPlusMRule, Rule, SetRule, TieredRule, UnitRule

Move = tuple[int, int, int]  # next state, hundredths that come off, applications completed


class Machine:
    """What all have: `radix` is one more than the highest state."""

    radix = 1

    def move(self, state: int, slot: int, price: int) -> Move | None:
        """Give it a unit for a slot; None when it takes none there."""
        raise TypeError(f"{type(self).__name__} takes no units, not {price} into slot {slot} at {state}")

    def moves(self, state: int, slot: int, price: int) -> Sequence[Move]:
        """Every way on with this unit."""
        move = self.move(state, slot, price)
        return () if move is None else (move,)

    def finish(self, state: int) -> int | None:
        """What still comes off at the end; None when an application has been left half done."""
        return None if state else 0


class UnitMachine(Machine):
    """A limited discount of single units."""

    def __init__(self, rule: UnitRule, available: int) -> None:
        limit = available if rule.limit is None else rule.limit
        self._off = rule.off
        self._most = 0 if limit >= available else limit
        self.radix = self._most + 1

    def move(self, state: int, slot: int, price: int) -> Move | None:  # noqa: ARG002 (it has one slot)
        """One more unit, unless the limit is reached."""
        if self._most and state == self._most:
            return None
        return (state + 1 if self._most else 0), 100 * self._off(price), 1

    def finish(self, state: int) -> int | None:  # noqa: ARG002
        """Any number will do."""
        return 0


class NPlusMMachine(Machine):
    """Units in groups of n+m; without a limit only the place in the group matters."""

    def __init__(self, rule: NPlusMRule, available: int) -> None:
        self._size, self._buy = rule.slots[0], rule.buy
        most = available // self._size
        self._end = rule.limit * self._size if rule.limit is not None and rule.limit < most else 0
        self.radix = self._end + 1 if self._end else self._size

    def move(self, state: int, slot: int, price: int) -> Move | None:  # noqa: ARG002
        """The first units of a group are paid, the later ones free."""
        if self._end and state == self._end:
            return None
        after = state + 1 if self._end else (state + 1) % self._size
        position = state % self._size
        return after, 100 * price if position >= self._buy else 0, 1 if position == self._size - 1 else 0

    def finish(self, state: int) -> int | None:
        """Only whole groups."""
        return None if state % self._size else 0


class SetMachine(Machine):
    """Sets of one or more slots; a state tells how many units each slot has beyond the complete sets.

    `remainders` is on when the percentages of single prices are no whole minor units: then at most one set may
    be made, and the sum's hundredths are remembered to round it once.
    """

    def __init__(self, rule: SetRule, available: Sequence[int], remainders: bool) -> None:
        self._rule = rule
        most = min(there // count for there, count in zip(available, rule.slots, strict=True))
        limited = rule.limit is not None and rule.limit < most
        if limited and rule.limit is not None:
            most = rule.limit
        self._most, self._remainders = most, remainders
        self._digits = [count * most + 1 for count in rule.slots]
        self._digits.append(most + 1 if limited or remainders else 1)  # sets made, where they are counted
        self._digits.append(100 if remainders else 1)
        self.radix = 1
        for digit in self._digits:
            self.radix *= digit

    def move(self, state: int, slot: int, price: int) -> Move | None:
        """Put the unit into its slot; a set that is complete gets its price."""
        rule, digits = self._rule, self._read(state)
        made = digits[-2]
        counted = self._digits[-2] > 1
        if digits[slot] >= rule.slots[slot] * (self._most - made):
            return None
        digits[slot] += 1
        gain = 0
        if slot >= rule.off_from:
            gain = price * (100 if rule.price is not None else rule.percent)
            if self._remainders:
                digits[-1] = (digits[-1] + gain) % 100
        if any(have < count for have, count in zip(digits, rule.slots, strict=False)):
            return self._write(digits), gain, 0
        for place, count in enumerate(rule.slots):
            digits[place] -= count
        if counted:
            digits[-2] += 1
        if rule.price is not None:
            gain -= 100 * rule.price
        elif rule.amount is not None:
            gain += 100 * rule.amount
        elif self._remainders:
            gain += _rounding(digits[-1])
            digits[-1] = 0
        return self._write(digits), gain, 1

    def finish(self, state: int) -> int | None:
        """Only whole sets."""
        digits = self._read(state)
        return None if any(digits[: len(self._rule.slots)]) else 0

    def _read(self, state: int) -> list[int]:
        digits = []
        for digit in self._digits:
            state, value = divmod(state, digit)
            digits.append(value)
        return digits

    def _write(self, digits: Sequence[int]) -> int:
        state = 0
        for digit, value in zip(reversed(self._digits), reversed(digits), strict=True):
            state = state * digit + value
        return state


class TieredMachine(Machine):
    """One application of any number of units: the tier is chosen with the first of them.

    A tier that a smaller percentage follows may not be outgrown; the others may, which only makes the answer too
    careful, and the better tier finds the better answer.
    """

    def __init__(self, rule: TieredRule, available: int, remainders: bool) -> None:
        self._tiers = [tier for tier in rule.tiers if tier.count <= available]
        self._ends = []
        for place, tier in enumerate(self._tiers):
            smaller = [later.count - 1 for later in self._tiers[place + 1 :] if later.percent < tier.percent]
            self._ends.append(min(smaller, default=None))
        self._width = available + 1
        self._parts = 100 if remainders else 1
        self.radix = 1 + len(self._tiers) * self._width * self._parts

    def moves(self, state: int, slot: int, price: int) -> Sequence[Move]:  # noqa: ARG002
        """Every way on: the first unit may choose any tier."""
        if state:
            tier, count, rest = self._read(state)
            ways = [(tier, count, rest)]
        else:
            ways = [(tier, 0, 0) for tier in range(len(self._tiers))]
        found = []
        for tier, count, rest in ways:
            end = self._ends[tier]
            if end is not None and count >= end:
                continue
            gain = price * self._tiers[tier].percent
            counted = count + 1 if end is not None else min(count + 1, self._tiers[tier].count)
            after = 1 + (tier * self._width + counted) * self._parts + (rest + gain) % self._parts
            found.append((after, gain, 0 if state else 1))
        return found

    def finish(self, state: int) -> int | None:
        """Only when the tier is reached; its sum is rounded."""
        if not state:
            return 0
        tier, count, rest = self._read(state)
        return _rounding(rest) if count >= self._tiers[tier].count else None

    def _read(self, state: int) -> tuple[int, int, int]:
        whole, rest = divmod(state - 1, self._parts)
        tier, count = divmod(whole, self._width)
        return tier, count, rest


def machine_of(rule: Rule, available: Sequence[int], remainders: bool) -> Machine:
    """The machine of a rule when so many units fit each of its slots."""
    if isinstance(rule, UnitRule):
        return UnitMachine(rule, available[0])
    if isinstance(rule, NPlusMRule):
        return NPlusMMachine(rule, available[0])
    if isinstance(rule, SetRule):
        return SetMachine(rule, available, remainders)
    if isinstance(rule, TieredRule):
        return TieredMachine(rule, available[0], remainders)
    raise TypeError(f"{type(rule).__name__} has no machine")


def _rounding(hundredths: int) -> int:
    return 100 - hundredths if hundredths >= 50 else -hundredths
