"""What cart-level promotions take off amounts that the item level has left.

Amounts are those of units, in the order of their lines, or sums of units that no promotion tells apart
(`cells`). Promotions come in the order of their rank; each may be used or not, at most one of a group.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kiosk.domain.pricing_part import shared
from kiosk.domain.promotion import AmountPer, CartPromotion, TenderDiscount, Threshold
from kiosk.domain.promotion_rule import percent_of


@dataclass(frozen=True, slots=True, eq=False)
class CartStep:
    """A live cart-level promotion: `members` are the cells of its pool, `gifts` those of its gift's pool."""

    promotion: CartPromotion
    members: tuple[int, ...]
    gifts: tuple[int, ...] = ()

    def off(self, amounts: Sequence[int], *, relaxed: bool = False) -> tuple[int, tuple[int, ...]]:
        """What it takes off now, and from which cells; nothing when it may not be used.

        `relaxed` leaves out what `at_least` asks and the whole steps of an amount: then it never takes less off,
        and less to pay before it never makes it give up more than was saved.
        """
        promotion = self.promotion
        if isinstance(promotion, Threshold) and promotion.gift is not None:
            return self._gifts(0 if relaxed else promotion.at_least, promotion.gift.count, amounts)
        whole = sum([amounts[cell] for cell in self.members])
        if isinstance(promotion, AmountPer):
            steps = (
                -(-whole * promotion.amount // promotion.each)
                if relaxed
                else whole // promotion.each * promotion.amount
            )
            return _at_most(min(whole, steps), promotion.most), self.members
        if not isinstance(promotion, Threshold | TenderDiscount) or (whole < promotion.at_least and not relaxed):
            return 0, ()
        discount = (
            percent_of(whole, promotion.percent) if promotion.percent is not None else min(promotion.amount or 0, whole)
        )
        return _at_most(discount, getattr(promotion, "most", None)), self.members

    def _gifts(self, at_least: int, count: int, amounts: Sequence[int]) -> tuple[int, tuple[int, ...]]:
        dearest = sorted(self.gifts, key=lambda cell: (-amounts[cell], cell))[:count]
        gifts = tuple(sorted(cell for cell in dearest if amounts[cell]))
        chosen = set(gifts)
        if sum(amounts[cell] for cell in self.members if cell not in chosen) < at_least:
            return 0, ()
        return sum(amounts[cell] for cell in gifts), gifts

    def can_be_reached(self, gross: Sequence[int]) -> bool:
        """Whether the amounts could be large enough for it at all."""
        at_least: int = getattr(self.promotion, "at_least", 0)
        return at_least <= sum([gross[cell] for cell in self.members])

    def may_stop(self, amounts: Sequence[int], less: int) -> bool:
        """Whether it could lose as much as was saved when up to `less` of these amounts is gone before its turn."""
        promotion = self.promotion
        if isinstance(promotion, AmountPer) or self.gifts:
            return True
        whole = sum([amounts[cell] for cell in self.members])
        at_least: int = getattr(promotion, "at_least", 0)
        if whole - less < at_least <= whole:
            return True
        amount: int = getattr(promotion, "amount", None) or 0
        return getattr(promotion, "percent", None) == 100 or whole - less < amount

    def pull(self, least: int) -> Fraction:
        """How much of a won more to pay before it comes off again, at the most; its pool costs `least` or more."""
        promotion = self.promotion
        if isinstance(promotion, AmountPer):
            return min(Fraction(1), Fraction(promotion.amount, promotion.each))
        if isinstance(promotion, Threshold | TenderDiscount):
            if promotion.percent is not None:
                return Fraction(promotion.percent, 100)
            if promotion.amount is not None and least >= promotion.amount:
                return Fraction(0)
        return Fraction(1)


def _at_most(discount: int, most: int | None) -> int:
    return discount if most is None else min(discount, most)


@dataclass(frozen=True, slots=True)
class StepUsed:
    """What a step took off: `shares` of the discount from these cells."""

    step: CartStep
    discount: int
    cells: tuple[int, ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A choice of cart-level promotions: what remains to pay (`total`, as the caller counts) and what each took."""

    total: int
    steps: tuple[StepUsed, ...]
    amounts: tuple[int, ...]

    @property
    def key(self) -> tuple[int, int, list[str]]:
        """The cheapest first, then the fewest, then the smallest ids."""
        return self.total, len(self.steps), sorted(used.step.promotion.promotion_id for used in self.steps)


def ordered(steps: Sequence[CartStep]) -> list[CartStep]:
    """By rank, then by id."""
    return sorted(steps, key=lambda step: (step.promotion.rank, step.promotion.promotion_id))


def best_use(
    steps: Sequence[CartStep],
    amounts: Sequence[int],
    total: Callable[[Sequence[int]], int],
    *,
    noise: int = 0,
    coarse: bool = False,
    relaxed: bool = False,
) -> Use:
    """The cheapest use of the steps, which come in their order.

    One is left out only where that can pay: for another of its group, for a later one that may stop, or when it
    takes off no more than `noise`, which the rounding of shares could give back. With `coarse` the cells are sums,
    and it is not told from which of them a discount comes. `relaxed` is a bound (see `CartStep.off`).
    """
    best: Use | None = None
    chosen: list[StepUsed] = []

    def walk(at: int, now: Sequence[int], groups: frozenset[str]) -> None:
        nonlocal best
        if at == len(steps):
            use = Use(total(now), tuple(chosen), tuple(now))
            if best is None or use.key < best.key:
                best = use
            return
        step = steps[at]
        group = step.promotion.group
        discount, cells = (0, ()) if group and group in groups else step.off(now, relaxed=relaxed)
        if discount:
            after = list(now)
            shares = _greedy(discount, cells, now) if coarse else shared(discount, [now[cell] for cell in cells])
            for cell, share in zip(cells, shares, strict=True):
                after[cell] -= share
            chosen.append(StepUsed(step, discount, cells, tuple(shares)))
            walk(at + 1, after, groups | {group} if group else groups)
            chosen.pop()
            if discount > noise and not _matters(step, discount, cells, steps[at + 1 :], now):
                return
        walk(at + 1, now, groups)

    walk(0, amounts, frozenset())
    return best if best is not None else Use(total(amounts), (), tuple(amounts))


def _matters(
    step: CartStep, discount: int, cells: Sequence[int], later: Sequence[CartStep], now: Sequence[int]
) -> bool:
    """Whether leaving a step out could make room for as much later."""
    group = step.promotion.group
    touched = set(cells)
    taken, paid = discount, Fraction(discount)
    for other in later:
        if group and other.promotion.group == group:
            return True
        if not touched.isdisjoint((*other.members, *other.gifts)):
            if other.may_stop(now, taken):
                return True
            paid *= 1 - other.pull(getattr(other.promotion, "amount", None) or 0)
        taken += other.off(now, relaxed=True)[0]
    return paid <= len(later)  # rounding could give so little back


def _greedy(discount: int, cells: Sequence[int], amounts: Sequence[int]) -> list[int]:
    shares = []
    for cell in cells:
        share = min(discount, amounts[cell])
        shares.append(share)
        discount -= share
    return shares


def shares_decide(steps: Sequence[CartStep]) -> bool:
    """Whether a later step depends on how the discount of an earlier one is shared over the cells."""
    for at, earlier in enumerate(steps):
        if earlier.gifts:
            return True
        first = set(earlier.members)
        for later in steps[at + 1 :]:
            second = set(later.members)
            if first & second and not first <= second:
                return True
    return False
