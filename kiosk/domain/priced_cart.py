"""What a cart costs: the answer of pricing, explained to the last won."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import LocalText


@dataclass(frozen=True, slots=True)
class LineDiscount:
    """What one promotion took off one line, in minor units."""

    promotion_id: str
    name: LocalText
    badge: str
    amount: int


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with its price: `gross` at unit price, `net` to pay; `member` True when the member price was used."""

    line: LineItem
    unit_price: int
    gross: int
    net: int
    discounts: tuple[LineDiscount, ...] = ()
    member: bool = False


@dataclass(frozen=True, slots=True)
class UsedPromotion:
    """A promotion that the price uses: how often, and what it took off in all."""

    promotion_id: str
    name: LocalText
    badge: str
    applications: int
    amount: int


@dataclass(frozen=True, slots=True)
class TaxAmount:
    """Tax inside the total, or on top of it, for one rate: `net` is without tax."""

    kind: str
    rate: str
    net: int
    tax: int


@dataclass(frozen=True, slots=True)
class Fee:
    """A charge that is no item: shipping, a deposit on bottles, a charge for each sale.

    `tax` is its tax kind, "" when it is outside of tax as a deposit is; `count` pieces of it make `amount`.
    """

    kind: str
    amount: int
    tax: str = "standard"
    count: int = 1


class NudgeKind(StrEnum):
    """What the next step earns."""

    FREE_PIECE = "free_piece"  # a piece costs nothing
    SET_PRICE = "set_price"  # pieces together cost less
    TIER = "tier"  # a larger percentage off all of them
    SPEND = "spend"  # something off once enough is spent


@dataclass(frozen=True, slots=True)
class Nudge:
    """The next step that gives more.

    With `missing` more pieces of `sku` (the shopper has `have` that count) `gain` more comes off; of kind SPEND
    it is `short_of` that is still to be spent on the promotion's goods, and no row is named.
    """

    promotion_id: str
    badge: str
    line_id: str
    sku: str
    have: int
    missing: int
    place: str
    kind: NudgeKind = NudgeKind.FREE_PIECE
    name: LocalText | None = None
    gain: int = 0
    short_of: int = 0


@dataclass(frozen=True, slots=True)
class PricedCart:
    """The whole price of a cart; `total` includes fees, and taxes where they come on top."""

    currency: str
    lines: tuple[PricedLine, ...]
    gross: int
    discount: int
    fees: tuple[Fee, ...]
    total: int
    taxes: tuple[TaxAmount, ...]
    exact: bool = True
    nudge: Nudge | None = None
    member_saving: int = 0
    used: tuple[UsedPromotion, ...] = ()
