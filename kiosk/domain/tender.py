"""Ways to pay: what each kind may do, and what several of them make of one sale."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType


class TenderKind(StrEnum):
    """The kinds of tender; a tender is named by its kind, or by kind and name ("card:blue")."""

    CARD = "card"
    SIMPLE_PAY = "simple_pay"
    VOUCHER = "voucher"
    POINTS = "points"
    COUPON = "coupon"


class Rest(StrEnum):
    """What becomes of a tender that is worth more than what is to pay."""

    NONE = "none"  # it pays exactly what is asked of it: there is never a rest
    REFUSED = "refused"
    LOST = "lost"
    NEW_VOUCHER = "new_voucher"


class GivenBack(StrEnum):
    """How a refund reaches a tender."""

    SAME = "same"  # the card is credited, the points return to the member
    NEW_VOUCHER = "new_voucher"  # the paper that paid is used up


@dataclass(frozen=True, slots=True)
class TenderRule:
    """What a kind of tender may do.

    `cash_like` tenders get a cash receipt (현금영수증); `least` is the smallest amount it pays in one piece,
    `step` the amount of which only whole multiples are paid (points in hundreds).
    """

    kind: TenderKind
    cash_like: bool = False
    rest: Rest = Rest.NONE
    given_back: GivenBack = GivenBack.SAME
    least: int = 1
    step: int = 1


RULES: Mapping[TenderKind, TenderRule] = MappingProxyType(
    {
        TenderKind.CARD: TenderRule(TenderKind.CARD),
        TenderKind.SIMPLE_PAY: TenderRule(TenderKind.SIMPLE_PAY),
        TenderKind.VOUCHER: TenderRule(
            TenderKind.VOUCHER, cash_like=True, rest=Rest.REFUSED, given_back=GivenBack.NEW_VOUCHER
        ),
        TenderKind.POINTS: TenderRule(TenderKind.POINTS),
        TenderKind.COUPON: TenderRule(TenderKind.COUPON, rest=Rest.LOST, given_back=GivenBack.NEW_VOUCHER),
    }
)


class TenderError(ValueError):
    """This tender cannot pay so; `why` is one word, the message says what is wrong and what would do."""

    def __init__(self, why: str, message: str) -> None:
        super().__init__(message)
        self.why = why


def tender_kind(name: str) -> TenderKind:
    """The kind of a tender's name ("card", "card:blue"); raises `TenderError` (unknown)."""
    kind, colon, named = name.partition(":")
    try:
        found = TenderKind(kind)
    except ValueError:
        known = ", ".join(TenderKind)
        raise TenderError("unknown", f"{name!r} is no kind of tender; there are {known}") from None
    if colon and not named:
        raise TenderError("unknown", f"{name!r} names no {kind} after its colon")
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """What one tender pays of a sale: `reference` names it to whoever holds the money.

    `left_over` is what the tender was worth beyond `amount`, and is lost or comes back as a new voucher.
    """

    tender: str
    amount: int
    reference: str = ""
    left_over: int = 0


@dataclass(frozen=True, slots=True)
class TenderPlan:
    """What is to pay and which tenders took how much of it, in their order."""

    to_pay: int
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        if self.to_pay < 0:
            raise TenderError("negative", f"a sale costs zero or more, not {self.to_pay}")
        if any(part.amount <= 0 or part.left_over < 0 for part in self.parts):
            raise TenderError("negative", "each tender of a sale pays something")
        if self.paid > self.to_pay:
            raise TenderError("overpaid", f"the tenders make {self.paid}, but only {self.to_pay} is to pay")

    @property
    def paid(self) -> int:
        """What the tenders took together."""
        return sum(part.amount for part in self.parts)

    @property
    def rest(self) -> int:
        """What is still to pay."""
        return self.to_pay - self.paid

    @property
    def complete(self) -> bool:
        """Whether nothing is left to pay; a sale of zero needs no tender."""
        return self.rest == 0

    def cash_like(self, rules: Mapping[TenderKind, TenderRule] = RULES) -> int:
        """What cash-like tenders paid: the amount of the cash receipt."""
        return sum(part.amount for part in self.parts if rules[tender_kind(part.tender)].cash_like)

    def part_for(
        self,
        tender: str,
        worth: int,
        reference: str = "",
        rules: Mapping[TenderKind, TenderRule] = RULES,
    ) -> Part:
        """The part that a tender worth this much would pay of the rest.

        Raises `TenderError`: paid (nothing is left to pay), twice (this very voucher pays already), worthless,
        too_much (it is worth more than the rest, and its kind gives no change), too_little (below the kind's
        least amount or step).
        """
        rule = rules[tender_kind(tender)]
        if self.complete:
            raise TenderError("paid", "nothing is left to pay")
        if worth <= 0:
            raise TenderError("worthless", f"a {rule.kind.value} of {worth} pays nothing")
        if reference and any((part.tender, part.reference) == (tender, reference) for part in self.parts):
            raise TenderError("twice", f"this {rule.kind.value} pays in this sale already")
        amount = min(worth, self.rest)
        left_over = 0
        if worth > self.rest and rule.rest is not Rest.NONE:
            if rule.rest is Rest.REFUSED:
                raise TenderError("too_much", f"it is worth {worth} and only {self.rest} is to pay")
            left_over = worth - self.rest
        else:
            amount -= amount % rule.step
        if amount < rule.least or amount == 0:
            raise TenderError("too_little", f"{rule.kind.value} pays from {max(rule.least, rule.step)} on")
        return Part(tender, amount, reference, left_over)

    def take(self, part: Part) -> "TenderPlan":
        """The plan after this tender paid; raises `TenderError` (overpaid) when it is more than the rest."""
        return replace(self, parts=(*self.parts, part))

    def took(self, asked: Part, approved: int) -> "TenderPlan":
        """The plan after a tender approved less than, or all of, what it was asked for; the rest stays open.

        Raises `TenderError`: nothing (it approved nothing), overpaid (more than it was asked for).
        """
        if approved <= 0:
            raise TenderError("nothing", f"{asked.tender} approved nothing of {asked.amount}")
        if approved > asked.amount:
            raise TenderError("overpaid", f"{asked.tender} approved {approved} where {asked.amount} was asked")
        return self.take(replace(asked, amount=approved))

    def without(self, place: int) -> "TenderPlan":
        """The plan after one tender was given back; raises `TenderError` (unknown) when there is none at `place`."""
        if not 0 <= place < len(self.parts):
            raise TenderError("unknown", f"there is no tender {place} in this sale")
        return replace(self, parts=(*self.parts[:place], *self.parts[place + 1 :]))

    def split(self, ways: int) -> tuple[int, ...]:
        """The rest in `ways` parts that differ by one minor unit at most, larger ones first; none is zero.

        Raises `TenderError` (too_little) when there are more ways than minor units, or fewer than one.
        """
        if not 1 <= ways <= max(self.rest, 0):
            raise TenderError("too_little", f"{self.rest} cannot be paid in {ways} parts")
        share, more = divmod(self.rest, ways)
        return tuple(share + (1 if place < more else 0) for place in range(ways))
