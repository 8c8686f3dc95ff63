"""Packs past their use-by date: refused when shown, and taken out again when they run out in the cart.

Nobody at the kiosk can sell one all the same, staff neither: selling food past its 소비기한 is forbidden in Korea
(Act on Labeling and Advertising of Foods and Food Sanitation Act). Staff are told, so that the shelf is looked through.
"""

from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.edit_cart import EditCart
from kiosk.checkout.floor import Floor
from kiosk.checkout.snapshot import NoticeKind
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.lot import Lot
from sync.wire.journal import EntryKind


class ExpiredPacks:
    """What may not be sold any more, at the scan and again at pay."""

    def __init__(self, floor: Floor, edit: EditCart, calls: CallAttendant) -> None:
        self._floor, self._edit, self._calls = floor, edit, calls

    def refuse(self, item: CatalogueItem, lot: Lot) -> None:
        """Say that the pack is not sold, note it and tell staff."""
        self._told(item, lot, "expired", "")
        # The next pack may be as old, and its EAN would not tell.
        self._floor.visit.codes_wanted.add(item.sku)
        self._edit.not_added()
        self._floor.say(NoticeKind.EXPIRED, item)
        self._floor.cue("scanFail")

    def refuse_undated(self, item: CatalogueItem, lot: Lot) -> None:
        """The pack's own code names no date, where only a date sells it."""
        self._told(item, lot, "date_missing", "the code names no use-by date")
        self._edit.not_added()
        self._floor.say(NoticeKind.DATE_MISSING, item)
        self._floor.cue("scanFail")

    def past_its_best(self, item: CatalogueItem, lot: Lot) -> None:
        """Tell staff of a pack past its best-before date: it may be sold, but the shelf wants looking through."""
        if lot.past_its_best(self._floor.now()) and lot.best_before is not None:
            evidence = (("best_before", lot.best_before.isoformat()), ("batch", lot.batch))
            self._calls.request("past_best", item, evidence=evidence, reference=item.sku)

    def overdue(self) -> tuple[LineItem, ...]:
        """The rows that may not be sold now: past their date, or without the date that their item needs."""
        now = self._floor.now()
        return tuple(
            line
            for line in self._floor.visit.cart.lines
            if line.lot.expired(now) or (line.item.dated_code and not line.lot.dated and _carried(line))
        )

    def sweep(self) -> bool:
        """Take what is overdue out of the cart and name it; answers whether there was anything."""
        rows = self.overdue()
        for line in rows:
            self._edit.take_out(line.line_id)
            if line.lot.dated:
                self._told(line.item, line.lot, "expired", "")
        if rows:
            old = [line.item for line in rows if line.lot.dated]
            items = old or [line.item for line in rows]
            others = len({item.sku for item in items}) - 1
            self._floor.say(NoticeKind.EXPIRED if old else NoticeKind.CODE_WANTED, items[0], more=others)
            self._floor.cue("attention")
        return bool(rows)

    def _told(self, item: CatalogueItem, lot: Lot, why: str, reason: str) -> None:
        last = lot.expires_on or lot.sell_by
        until = f"{last or ''}{f' {lot.expires_time:%H:%M}' if lot.expires_time else ''}"
        self._floor.journal(
            EntryKind.ITEM_REFUSED,
            {"why": why, "sku": item.sku, "gtin": item.gtin, "until": until, "batch": lot.batch},
        )
        evidence = tuple((k, v) for k, v in (("until", until), ("batch", lot.batch), ("reason", reason)) if v)
        # The request outlives the shopper's visit: others of the lot may stand on the shelf.
        self._calls.request("expired", item, evidence=evidence, reference=item.sku)


def _carried(line: LineItem) -> bool:
    return line.fulfilment.kind is FulfilmentKind.CARRY_OUT
