"""Why a refund is what it is: each reason has an amount, and together they make the refund."""

from dataclasses import dataclass

from kiosk.domain.catalogue import LocalText


@dataclass(frozen=True, slots=True)
class PiecesReturned:
    """Pieces of a line came back; `amount` is what they cost before promotions."""

    line_id: str
    pieces: int
    amount: int


@dataclass(frozen=True, slots=True)
class PromotionLess:
    """A promotion takes less off what remains than it took before, or nothing: `amount` is below zero.

    `free_piece` says that it gave pieces for nothing (1+1): one that is kept is no longer free, or the free one
    itself came back.
    """

    promotion_id: str
    name: LocalText
    badge: str
    amount: int
    free_piece: bool


@dataclass(frozen=True, slots=True)
class PromotionMore:
    """A promotion takes more off what remains than before; `amount` is above zero."""

    promotion_id: str
    name: LocalText
    badge: str
    amount: int


@dataclass(frozen=True, slots=True)
class FeeBack:
    """A fee, such as a bottle's deposit, comes back; below zero when what remains has a new fee."""

    kind: str
    amount: int


@dataclass(frozen=True, slots=True)
class FeeKept:
    """A fee that the shop keeps, such as shipping; it makes nothing of the refund (`amount` 0)."""

    kind: str
    kept: int
    amount: int = 0


@dataclass(frozen=True, slots=True)
class TaxOnTop:
    """Tax that was added on top of the prices comes back with them."""

    amount: int


@dataclass(frozen=True, slots=True)
class NotCovered:
    """What remains is worth more than what was paid for it: so much less comes back now, or more once that
    remainder comes back as well."""

    amount: int


@dataclass(frozen=True, slots=True)
class PriceOfLine:
    """What remains of a line is priced otherwise than before for another cause than promotions (a member's price)."""

    line_id: str
    amount: int


RefundReason = PiecesReturned | PromotionLess | PromotionMore | FeeBack | FeeKept | TaxOnTop | NotCovered | PriceOfLine
