"""What a cart costs: the answer of pricing, explained to the last won."""

from dataclasses import dataclass

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
class TaxAmount:
    """Tax inside the total for one rate: `net` is without tax."""

    kind: str
    rate: str
    net: int
    tax: int


@dataclass(frozen=True, slots=True)
class Fee:
    """A charge that is no item, such as shipping."""

    kind: str
    amount: int


@dataclass(frozen=True, slots=True)
class Nudge:
    """The next step that gives more: `missing` more of the pool and the free piece is earned."""

    promotion_id: str
    badge: str
    line_id: str
    sku: str
    have: int
    missing: int
    place: str


@dataclass(frozen=True, slots=True)
class PricedCart:
    """The whole price of a cart; `total` includes fees."""

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
