"""The cart: what the customer collects, the one aggregate that changes."""

from dataclasses import dataclass, field, replace

from kiosk.domain.catalogue import CatalogueItem, SoldBy
from kiosk.domain.coupon import PresentedCoupon, PresentedPartner
from kiosk.domain.fulfilment import CARRY_OUT, Fulfilment
from kiosk.domain.lot import UNNAMED, Lot

MOST_PIECES = 99


class CartError(ValueError):
    """The cart does not allow this change; the message says why."""


SHELF_PRICE = "shelf_price"  # the reason of a price that the shelf says: it is that of every piece of the item


@dataclass(frozen=True, slots=True)
class PriceOverride:
    """A lower price that staff gave: for one piece, or for a kilogram; by whom and why.

    The unit's price is the smaller of it and the price otherwise. Raises `ValueError` for a price below zero, and
    when the reason or the person is missing.
    """

    unit_price: int
    reason: str
    person: str

    def __post_init__(self) -> None:
        if self.unit_price < 0:
            raise ValueError(f"a price is never below zero, so staff cannot set {self.unit_price}")
        if not (self.reason and self.person):
            raise ValueError("a price of staff needs its reason and its person")


@dataclass(frozen=True, slots=True)
class LineItem:
    """One row of the cart: `quantity` pieces, or one weighed unit of `grams`.

    `fixed_price` is the price printed inside a code, in minor units. All pieces of a row are of one `lot`;
    `serials` are the serial numbers of those packs whose code told one. `cleared` names what a person looked at
    and let pass for these very packs (`kiosk.domain.sale_check.clearance`), `cleared_by` is that person.
    """

    line_id: str
    item: CatalogueItem
    quantity: int = 1
    grams: int | None = None
    fixed_price: int | None = None
    fulfilment: Fulfilment = CARRY_OUT
    approved_by: str = ""  # person who checked the age for this line
    lot: Lot = UNNAMED
    serials: tuple[str, ...] = ()
    override: PriceOverride | None = None
    cleared: frozenset[str] = frozenset()
    cleared_by: str = ""

    @property
    def counted(self) -> bool:
        """Whether its pieces are alike: not weighed, and not priced in their code."""
        return self.grams is None and self.fixed_price is None


@dataclass
class Cart:
    """The open cart of one shopper; `revision` grows with every change."""

    currency: str = "KRW"
    lines: list[LineItem] = field(default_factory=list)
    member: str = ""
    coupons: tuple[PresentedCoupon, ...] = ()
    partners: tuple[PresentedPartner, ...] = ()
    revision: int = 0
    _counter: int = 0
    _removed: tuple[int, LineItem] | None = None

    def add(
        self,
        item: CatalogueItem,
        *,
        quantity: int = 1,
        grams: int | None = None,
        fixed_price: int | None = None,
        fulfilment: Fulfilment = CARRY_OUT,
        lot: Lot = UNNAMED,
        serials: tuple[str, ...] = (),
        override: PriceOverride | None = None,
        cleared: frozenset[str] = frozenset(),
        cleared_by: str = "",
    ) -> LineItem:
        """Put an item in; the same counted item of the same lot, way and price counts up its row.

        Without `override` it gets the price of the shelf that staff accepted for the item, if they did.

        Raises `CartError` when more than 99 pieces would be in one row, when a weighed item comes without
        weight or a counted one with it, and when what is one unit (weighed, or priced in its code) is counted.
        """
        if (item.sold_by is SoldBy.KG) != (grams is not None) and fixed_price is None:
            fault = "needs its weight" if grams is None else "takes no weight"
            raise CartError(f"{item.sku} is sold by {item.sold_by.value} and {fault}")
        if (grams is not None or fixed_price is not None) and quantity != 1:
            raise CartError(f"{item.sku} is one piece a row: it is weighed or priced by itself")
        if grams is not None:
            self._check_weight(grams)
        if fixed_price is not None and fixed_price < 0:
            raise CartError(f"the price in the code of {item.sku} is below zero")
        line = LineItem("", item, quantity, grams, fixed_price, fulfilment, serials=serials)
        line = replace(line, lot=lot, override=override or self._shelf_price(line))
        line = replace(line, cleared=cleared, cleared_by=cleared_by)
        row = self._same(line)
        if row is not None:
            return self._together(row, line)
        self._check_quantity(quantity)
        return self._put(line, len(self.lines))

    def name_lot(self, line_id: str, lot: Lot, serial: str = "") -> LineItem:
        """One piece of the row turned out to be of this lot: it gets, or joins, the row of its lot.

        Answers the row that the piece is in now.
        """
        place, line = self._find(line_id)
        serials = (serial,) if serial and serial not in line.serials else ()
        if line.lot == lot:
            return self._replace(place, replace(line, serials=(*line.serials, *serials)[-line.quantity :]))
        piece = replace(line, quantity=1, lot=lot, serials=serials)
        row = self._same(piece)
        if row is not None:
            self._check_quantity(row.quantity + 1)
        if line.quantity > 1:
            self._replace(place, _fewer(line, line.quantity - 1))
            return self._together(row, piece) if row else self._put(piece, place + 1)
        if row is None:
            return self._replace(place, piece)
        del self.lines[place]
        return self._together(row, piece)

    def override_price(self, line_id: str, override: PriceOverride | None) -> LineItem:
        """Staff gave the row a lower price, or take it back with None; a price of the shelf is for all its pieces.

        Raises `CartError` for an unknown row. Answers the row as it is now.
        """
        _, line = self._find(line_id)
        alike = (
            [row for row in self.lines if _sold_alike(row, line)]
            if override is not None and override.reason == SHELF_PRICE
            else [line]
        )
        for row in alike:
            self._replace(self._find(row.line_id)[0], replace(row, override=override))
        return self._find(line_id)[1]

    def take_piece(self, line_id: str) -> LineItem:
        """One piece leaves its row, and with the last one the row goes; answers the row as it was."""
        place, line = self._find(line_id)
        if line.quantity > 1:
            self._replace(place, _fewer(line, line.quantity - 1))
        else:
            del self.lines[place]
            self._changed()
        return line

    def set_quantity(self, line_id: str, quantity: int) -> LineItem:
        """Change how many pieces a row holds (1 to 99).

        Raises `CartError` for weighed rows, and for more pieces of one whose price staff lowered for these only.
        """
        place, line = self._find(line_id)
        if line.grams is not None or line.fixed_price is not None:
            raise CartError("a weighed item is weighed again, not counted")
        self._check_quantity(quantity)
        if quantity > line.quantity and line.override is not None and line.override.reason != SHELF_PRICE:
            raise CartError("staff lowered the price of these pieces only; more of them are a row of their own")
        return self._replace(place, _fewer(line, quantity))

    def reweigh(self, line_id: str, grams: int) -> LineItem:
        """Replace the weight of a weighed row."""
        place, line = self._find(line_id)
        if line.grams is None:
            raise CartError("only a weighed item can be weighed again")
        self._check_weight(grams)
        return self._replace(place, replace(line, grams=grams))

    def remove(self, line_id: str) -> LineItem:
        """Take a row out; `undo_remove` brings the last one back to its place."""
        place, line = self._find(line_id)
        del self.lines[place]
        self._removed = (place, line)
        self._changed()
        return line

    def undo_remove(self) -> LineItem | None:
        """Bring the row back that was removed last, or None when there is none.

        When the same item was put in again meanwhile its row takes the pieces, as far as 99 allow.
        """
        if self._removed is None:
            return None
        place, line = self._removed
        row = self._same(line)
        if row is not None and row.quantity + line.quantity <= MOST_PIECES:
            self._removed = None
            return self._together(row, line)
        self.lines.insert(min(place, len(self.lines)), line)
        self._changed()
        return line

    def approve(self, line_ids: frozenset[str], person_id: str) -> None:
        """Note who checked the shopper's age for these rows."""
        self.lines = [replace(x, approved_by=person_id) if x.line_id in line_ids else x for x in self.lines]
        self._changed(keep_removed=True)

    def present(self, coupon: PresentedCoupon) -> None:
        """Put a coupon in; raises `CartError` when one of the same kind is there: only one counts in a sale."""
        if any(known.coupon == coupon.coupon for known in self.coupons):
            raise CartError("this coupon is in the cart already")
        self.coupons = (*self.coupons, coupon)
        self._changed(keep_removed=True)

    def withdraw(self, coupon: str) -> None:
        """Take a coupon out again; one that is not there changes nothing."""
        self.coupons = tuple(known for known in self.coupons if known.coupon != coupon)
        self._changed(keep_removed=True)

    def present_partner(self, card: PresentedPartner) -> None:
        """Put a partner's card in, in place of an earlier one of the same partner."""
        others = tuple(known for known in self.partners if known.partner != card.partner)
        self.partners = (*others, card)
        self._changed(keep_removed=True)

    def withdraw_partner(self, partner: str) -> None:
        """Take a partner's card out again; one that is not there changes nothing."""
        self.partners = tuple(known for known in self.partners if known.partner != partner)
        self._changed(keep_removed=True)

    def find(self, line_id: str) -> LineItem:
        """The row with this id; raises `CartError` when it is not there."""
        return self._find(line_id)[1]

    @property
    def pieces(self) -> int:
        """How many pieces the shopper has, a weighed row counting as one."""
        return sum(line.quantity for line in self.lines)

    def _find(self, line_id: str) -> tuple[int, LineItem]:
        for place, line in enumerate(self.lines):
            if line.line_id == line_id:
                return place, line
        raise CartError(f"no line {line_id} in the cart")

    def _same(self, line: LineItem) -> LineItem | None:
        """The counted row that holds the same item of the same lot received the same way."""
        if not line.counted:
            return None
        for row in self.lines:
            alike = _sold_alike(row, line) and (row.lot, row.override) == (line.lot, line.override)
            alike = alike and row.cleared == line.cleared
            if alike and row.counted and row is not line:
                return row
        return None

    def _shelf_price(self, line: LineItem) -> PriceOverride | None:
        """The price of the shelf that staff accepted for the item of this row."""
        prices = (row.override for row in self.lines if _sold_alike(row, line) and row.override is not None)
        return next((price for price in prices if price.reason == SHELF_PRICE), None)

    def _together(self, row: LineItem, more: LineItem) -> LineItem:
        """The pieces of `more` join a row that is there."""
        place, row = self._find(row.line_id)
        self._check_quantity(row.quantity + more.quantity)
        new = tuple(serial for serial in more.serials if serial not in row.serials)
        return self._replace(place, replace(row, quantity=row.quantity + more.quantity, serials=(*row.serials, *new)))

    def _put(self, line: LineItem, place: int) -> LineItem:
        self._counter += 1
        line = replace(line, line_id=str(self._counter))
        self.lines.insert(place, line)
        self._changed()
        return line

    def _replace(self, place: int, line: LineItem) -> LineItem:
        self.lines[place] = line
        self._changed()
        return line

    def _check_weight(self, grams: int) -> None:
        if grams <= 0:
            raise CartError(f"a weight is more than nothing, not {grams} g")

    def _check_quantity(self, quantity: int) -> None:
        if not 1 <= quantity <= MOST_PIECES:
            raise CartError(f"a row holds 1 to {MOST_PIECES} pieces, not {quantity}")

    def _changed(self, *, keep_removed: bool = False) -> None:
        self.revision += 1
        if not keep_removed and self._removed is not None and self._removed[1] in self.lines:
            self._removed = None


def _sold_alike(row: LineItem, line: LineItem) -> bool:
    """Whether two rows hold the same item, received the same way."""
    return row.item.sku == line.item.sku and row.fulfilment == line.fulfilment


def _fewer(line: LineItem, quantity: int) -> LineItem:
    """The row with another number of pieces; which pack leaves is not known, so the last serials are forgotten."""
    return replace(line, quantity=quantity, serials=line.serials[:quantity])
