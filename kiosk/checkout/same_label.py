"""A label with a price or weight inside is one pack: read again it sells nothing, unless the shopper has two alike."""

from collections.abc import Callable

from hardware.ports.scanner import CodeRead
from kiosk.checkout.floor import Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.session_state import LabelAsked, LabelSeen
from kiosk.domain.catalogue import CatalogueItem, SoldBy
from kiosk.domain.scanned_meaning import ItemCode, PricedCode, ScannedMeaning, WeighedCode

MOST_LABELS = 100  # remembered in a visit


def is_label(meaning: ScannedMeaning, item: CatalogueItem) -> bool:
    """Whether the code is of one pack that was weighed or priced by itself, without a serial number to tell it by."""
    if isinstance(meaning, ItemCode):
        weighed = meaning.grams is not None and item.sold_by is SoldBy.KG
        return (weighed or meaning.price is not None) and not meaning.serial
    return isinstance(meaning, PricedCode | WeighedCode)


class SameLabel:
    """Remembers the labels that are in the cart, and asks about one that is shown again."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    def again(self, read: CodeRead, meaning: ScannedMeaning, item: CatalogueItem) -> bool:
        """Whether this label is in the cart already; asks for one more when it was not just held there."""
        seen = self._in_cart(meaning)
        if seen is None:
            return False
        if self._still_held(read, seen):
            seen.at = read.at
            return True
        self._floor.visit.label_asked = LabelAsked(read, meaning, item)
        self._floor.say(NoticeKind.SAME_LABEL, item, seconds=2 * self._floor.settings.notice_time)
        self._floor.cue("attention")
        return True

    def take(self, read: CodeRead, meaning: ScannedMeaning, put: Callable[[], None]) -> None:
        """Put a label into the cart, and remember which row it became."""
        before = {line.line_id for line in self._floor.visit.cart.lines}
        put()
        new = [line.line_id for line in self._floor.visit.cart.lines if line.line_id not in before]
        if new:
            labels = self._floor.visit.labels
            labels[:] = [*labels[1 - MOST_LABELS :], LabelSeen(meaning, new[-1], read.device, read.showing, read.at)]

    def one_more(self) -> LabelAsked | None:
        """The label that the shopper was asked about, once; None when the question is gone."""
        visit = self._floor.visit
        asked, visit.label_asked = visit.label_asked, None
        if visit.notice is None or visit.notice.kind is not NoticeKind.SAME_LABEL:
            return None
        return asked

    def _in_cart(self, meaning: ScannedMeaning) -> LabelSeen | None:
        rows = {line.line_id for line in self._floor.visit.cart.lines}
        known = reversed(self._floor.visit.labels)
        return next((seen for seen in known if seen.meaning == meaning and seen.line_id in rows), None)

    def _still_held(self, read: CodeRead, seen: LabelSeen) -> bool:
        """Whether it is the same presentation to a camera, or a second pull of the trigger by hand."""
        if read.device != seen.device:
            return False
        if read.showing:
            return read.showing == seen.showing
        return 0 <= read.at - seen.at <= self._floor.settings.same_pack
