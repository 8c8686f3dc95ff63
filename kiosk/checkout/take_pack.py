"""An item's code was read: one pack is one item, whichever of its codes are read, and its date decides."""

from hardware.ports.scanner import CodeRead
from kiosk.checkout.edit_cart import EditCart
from kiosk.checkout.floor import Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.refuse_goods import RefuseGoods
from kiosk.checkout.session_state import PackSeen
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, SoldBy
from kiosk.domain.checkout_state import Stage, Step
from kiosk.domain.lot import Lot
from kiosk.domain.sale_check import Reason
from kiosk.domain.scanned_meaning import ItemCode

MOST_PACKS = 20  # remembered; a shopper holds two
MOST_DIGITS = 14  # of an item's number alone
_PLAIN = frozenset({"EAN-13", "EAN-8", "UPC-A", "UPC-E", "ITF", "ITF-14", "DataBar", "DataBar Limited"})


class TakePack:
    """Puts packs into the cart, or says why not."""

    def __init__(self, floor: Floor, cart: OpenCart, edit: EditCart, goods: RefuseGoods) -> None:
        self._floor, self._cart, self._edit, self._goods = floor, cart, edit, goods

    def take(self, read: CodeRead, code: ItemCode, item: CatalogueItem) -> None:
        """Add the pack, or add to what is known of it when another of its codes was read just now."""
        lot = Lot(code.expires_on, code.expires_time, code.sell_by, code.best_before, code.batch, code.made_on)
        coded = tells_more(read)
        pack = self._known(read, code, coded, lot)
        news = pack is None or (coded and not pack.coded)
        if pack is None:
            pack = PackSeen(code.gtin, read.device, read.showing, read.at)
            packs = self._floor.visit.packs
            packs[:] = [*packs[1 - MOST_PACKS :], pack]
        pack.ean_read |= not coded
        if coded:
            pack.coded, pack.lot, pack.serial = True, lot, code.serial
        if not news or pack.settled:
            return
        line = self._row(pack)
        if line is not None:
            self._enrich(pack, line)
        elif not pack.line_id and self._may_take(pack, item):
            self._put(pack, code, item)

    def _known(self, read: CodeRead, code: ItemCode, coded: bool, lot: Lot) -> PackSeen | None:
        """The pack that this read is of, when one of its codes was read before."""
        for pack in reversed(self._floor.visit.packs):
            if pack.gtin != code.gtin or pack.device != read.device or pack.showing != read.showing:
                continue
            if read.showing:
                # Two packs of one item may be held together: then their own codes differ.
                if not (coded and pack.coded) or (pack.lot, pack.serial) == (lot, code.serial):
                    return pack
            elif pack.coded is not coded and pack.ean_read is coded and self._just_now(read, pack):
                return pack
        return None

    def _just_now(self, read: CodeRead, pack: PackSeen) -> bool:
        return 0 <= read.at - pack.at <= self._floor.settings.same_pack

    def _row(self, pack: PackSeen) -> LineItem | None:
        return next((x for x in self._floor.visit.cart.lines if x.line_id == pack.line_id), None)

    def _enrich(self, pack: PackSeen, line: LineItem) -> None:
        """A pack in the cart turned out to be of a lot: note it, or take the pack out again."""
        cart, told = self._floor.visit.cart, _row_of(pack, line.item)
        stop = self._goods.pack_stopped(told)
        if stop is not None or self._in_cart(pack, line.item):
            pack.settled = True
            self._edit.not_added()
            self._edit.take_piece(line.line_id)
            if stop is not None:
                self._goods.refuse(told, stop)
            else:
                self._same_pack(line.item)
            return
        self._goods.warn_of_pack(told)
        now_item = self._floor.visit.now_item
        shown = now_item is not None and now_item.line.line.line_id == line.line_id
        pack.line_id = cart.name_lot(line.line_id, pack.lot, pack.serial).line_id
        self._cart.changed()
        if shown:
            self._edit.show_now(pack.line_id, anew=False)

    def _may_take(self, pack: PackSeen, item: CatalogueItem) -> bool:
        """Whether the pack may go into the cart now; says why not."""
        if self._in_cart(pack, item):
            pack.settled = True
            self._same_pack(item)
        elif (why := self._goods.why_not(_row_of(pack, item))) is not None:
            # Another code of the pack may still tell that it is of no recalled lot.
            pack.settled = pack.coded or why is not Reason.LOT_UNKNOWN
        elif pack.lot.dated or not self._edit.needs_code(item):
            return True
        elif pack.coded:
            pack.settled = True
            self._goods.refuse_undated(_row_of(pack, item))
        else:
            self._edit.code_wanted(item)
        return False

    def _in_cart(self, pack: PackSeen, item: CatalogueItem) -> bool:
        rows = self._floor.visit.cart.lines
        return bool(pack.serial) and any(pack.serial in x.serials for x in rows if x.item.sku == item.sku)

    def _same_pack(self, item: CatalogueItem) -> None:
        self._floor.say(NoticeKind.SAME_PACK, item)
        self._floor.cue("attention")

    def _put(self, pack: PackSeen, code: ItemCode, item: CatalogueItem) -> None:
        self._goods.settled(item)
        serials = (pack.serial,) if pack.serial else ()
        by_weight = item.sold_by is SoldBy.KG
        if by_weight and code.grams is None and code.price is None:
            both = pack.ean_read and pack.coded
            if not (both and self._edit.scale_learns(item.sku, pack.lot, serials)):
                self._edit.weigh(item, lot=pack.lot, serials=serials)
            return
        waited = by_weight and pack.ean_read and self._leave_scale(item)
        alone = by_weight or code.price is not None
        line = self._edit.add(
            item,
            quantity=1 if alone else code.pieces or 1,
            grams=code.grams if by_weight else None,
            fixed_price=code.price,
            lot=pack.lot,
            serials=serials,
        )
        pack.line_id, pack.settled = (line.line_id, False) if line else ("", True)
        if waited:
            self._edit.weigh_next()

    def _leave_scale(self, item: CatalogueItem) -> bool:
        """The code tells what the scale was about to: leave its page when it was opened for the item."""
        visit = self._floor.visit
        if visit.weigh is None or visit.weigh.item.sku != item.sku or visit.weigh.line_id:
            return False
        if self._floor.at(Stage.WEIGHING):
            self._floor.go(Step.WEIGHED)
        visit.weigh = None
        return True


def _row_of(pack: PackSeen, item: CatalogueItem) -> LineItem:
    """One pack as a row of its own."""
    return LineItem("", item, lot=pack.lot, serials=(pack.serial,) if pack.serial else ())


def tells_more(read: CodeRead) -> bool:
    """Whether the code is one that can tell more than a number: a 2D code, or GS1 elements in bars."""
    if read.symbology in _PLAIN:
        return False
    number = read.text.isdigit() and len(read.text) <= MOST_DIGITS
    return read.gs1 or read.symbology not in ("", "Code 128") or not number
