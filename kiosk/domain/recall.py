"""Recalls and sale-stops: which packs are meant, told from what their code says, without any network."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.restriction import Policy


class RecallKind(StrEnum):
    """Whether sold packs come back too, or the shop only stops selling."""

    RECALL = "recall"
    SALE_STOP = "sale_stop"


class Meant(StrEnum):
    """Whether a recall means a pack."""

    NO = "no"
    YES = "yes"
    UNKNOWN = "unknown"  # its code does not say what the recall asks for


@dataclass(frozen=True, slots=True)
class SerialRange:
    """Serial numbers (AI 21) from `first` to `last`, both inside and of one length, in the order of their signs."""

    first: str
    last: str

    def holds(self, serial: str) -> bool:
        """Whether the serial number lies in the range; one of another length never does."""
        return len(serial) == len(self.first) and self.first <= serial <= self.last


@dataclass(frozen=True, slots=True)
class DateWindow:
    """Days from `first` to `last`, both inside; None is open."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in the window."""
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """Packs that may not be sold: all of the items it names, or those with the named facts in their code.

    `gtins` are 14 digits. `batches` are AI 10, `serials` AI 21, `expires` AI 17 or 7003, `best_before` AI 15, `made`
    AI 11. `lot_unknown` says what is done with a pack that tells none of the facts asked for, as a plain EAN does.
    `reason` is for shoppers, `basis` the notice of the authority or maker for staff.
    """

    recall_id: str
    kind: RecallKind
    reason: LocalText
    basis: str = ""
    gtins: frozenset[str] = frozenset()
    skus: frozenset[str] = frozenset()
    shops: frozenset[str] = frozenset()
    starts: datetime | None = None
    ends: datetime | None = None
    batches: frozenset[str] = frozenset()
    serials: tuple[SerialRange, ...] = ()
    expires: DateWindow | None = None
    best_before: DateWindow | None = None
    made: DateWindow | None = None
    lot_unknown: Policy = Policy.STAFF

    def names(self, item: CatalogueItem) -> bool:
        """Whether the recall is about this item at all."""
        return item.sku in self.skus or (item.gtin != "" and item.gtin in self.gtins)

    def live(self, at: datetime, shop: str) -> bool:
        """Whether the recall is in force at `at` in that shop."""
        if (self.starts and at < self.starts) or (self.ends and at > self.ends):
            return False
        return not self.shops or shop in self.shops

    def means(self, line: LineItem) -> Meant:
        """Whether packs of the row are recalled, by the facts their codes told.

        A pack that tells one of the facts otherwise is not meant; one that tells at least one of them as named is.
        """
        told = [fact for fact in self._facts(line) if fact is not None]
        if not told:
            return Meant.YES
        if Meant.NO in told:
            return Meant.NO
        return Meant.YES if Meant.YES in told else Meant.UNKNOWN

    def _facts(self, line: LineItem) -> Sequence[Meant | None]:
        lot = line.lot
        batch = None
        if self.batches:
            batch = Meant.UNKNOWN if not lot.batch else Meant.YES if lot.batch in self.batches else Meant.NO
        return (
            batch,
            self._serial(line),
            _dated(self.expires, lot.expires_on),
            _dated(self.best_before, lot.best_before),
            _dated(self.made, lot.made_on),
        )

    def _serial(self, line: LineItem) -> Meant | None:
        if not self.serials:
            return None
        if any(one.holds(serial) for serial in line.serials for one in self.serials):
            return Meant.YES
        return Meant.NO if len(line.serials) >= line.quantity else Meant.UNKNOWN


def _dated(window: DateWindow | None, day: date | None) -> Meant | None:
    if window is None:
        return None
    if day is None:
        return Meant.UNKNOWN
    return Meant.YES if window.holds(day) else Meant.NO
