"""Which terminal a nexo request was meant for, and under which register's name: the mark that is kept before sending.

A nexo terminal finds a request by ServiceID, SaleID and POIID. One that has been put in another's place, or is asked
under another SaleID, truly says NotFound of what the other one charged (payment.md 2.6). So both names go into the
mark, and only the terminal of the mark, asked under the SaleID of the mark, is believed.
"""

import re
from dataclasses import dataclass

from hardware.codecs.card_masking import mask_card_numbers
from hardware.ports.payment_terminal import OriginalRequest, StatusOutcome, TerminalStatus

POI_ID = re.compile(r"[A-Za-z0-9+_]{1,60}-[0-9A-Za-z]{1,60}")
MOST_SIGNS = 128  # of a SaleID
AGAIN_AFTER = 10.0  # seconds; only another setting or a person changes the answer
_KIND = "nexo1"
_LONGEST = len(_KIND) + 1 + 121 + 1 + MOST_SIGNS


@dataclass(frozen=True, slots=True)
class NexoMark:
    """The terminal (POIID) and this register's name at it (SaleID)."""

    poi_id: str
    sale_id: str

    def text(self) -> str:
        """The mark to keep: `nexo1 POIID SALEID`, where a SaleID may have blanks in it."""
        return f"{_KIND} {self.poi_id} {self.sale_id}"


def is_sale_id(name: str) -> bool:
    """Whether a register can be called so at a terminal: 1 to 128 printable signs."""
    return 0 < len(name) <= MOST_SIGNS and name.isprintable()


def read_mark(text: str) -> NexoMark | None:
    """Read a mark; None when it is not exactly what `NexoMark.text` writes, as that of another driver."""
    if len(text) > _LONGEST:
        return None
    kind, _, names = text.partition(" ")
    poi_id, _, sale_id = names.partition(" ")
    if kind != _KIND or not POI_ID.fullmatch(poi_id) or not is_sale_id(sale_id):
        return None
    return NexoMark(poi_id, sale_id)


def elsewhere(written: str, own: NexoMark) -> str:
    """Why a request with the mark `written` is not for the terminal `own`, "" when it is or when it has no mark."""
    if not written:
        return ""
    mark = read_mark(written)
    if mark is None:
        return f"The request was meant for another kind of terminal than {own.poi_id}."
    if mark == own:
        return ""
    return (
        f"The request was meant for the terminal {mark.poi_id} under the name {mark.sale_id}; "
        f"this is {own.poi_id} under the name {own.sale_id}."
    )


def not_proven(original: OriginalRequest, own: NexoMark, message: str) -> TerminalStatus:
    """Another terminal than the one that was asked cannot say what became of the request: both for staff."""
    mark, pairs = read_mark(original.mark), []
    if mark is not None:
        pairs = [("terminal before", mark.poi_id), ("register before", mark.sale_id)]
    elif original.mark:
        shown = "".join(sign if sign.isprintable() else " " for sign in mask_card_numbers(original.mark)[0])
        pairs = [("mark before", shown[:200])]
    pairs += [("terminal", own.poi_id), ("register", own.sale_id)]
    return TerminalStatus(StatusOutcome.UNPROVEN, message=message, ask_after=AGAIN_AFTER, evidence=tuple(pairs))
