"""Gather the receipts that a ZVT terminal gives the register to print, line by line or in blocks."""

import re
from dataclasses import dataclass

from hardware.codecs.zvt.printing import PrintBlock, PrintLine, ReceiptKind

_MERCHANT = re.compile(r"H[ÄäAa]+E?NDLER|MERCHANT|RETAILER|가맹점", re.IGNORECASE)
_CUSTOMER = re.compile(r"KUNDE|CUSTOMER|CARDHOLDER|고객", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Receipts:
    """The receipts of one command, unchanged and in order."""

    customer: tuple[str, ...] = ()
    merchant: tuple[str, ...] = ()
    administration: tuple[str, ...] = ()
    signature_due: bool = False
    must_print: bool = False
    card_number_seen: bool = False

    @property
    def all_lines(self) -> tuple[str, ...]:
        """Every line, for commands whose receipt is nobody's in particular."""
        return self.administration + self.merchant + self.customer


class ReceiptBook:
    """Takes lines and blocks as they come; a receipt ends with its last line, or with the command.

    A terminal that prints line by line need not say whose receipt it is. Then its own words tell, and where they do
    not, the first is the customer's and the next the merchant's.
    """

    def __init__(self) -> None:
        self._open: list[str] = []
        self._open_kind: ReceiptKind | None = None
        self._done: list[tuple[ReceiptKind | None, list[str]]] = []
        self._signature = self._must_print = self._seen = False

    def take(self, told: PrintLine | PrintBlock) -> None:
        """Take a line or block."""
        self._seen = self._seen or told.card_number_seen
        if told.kind is not None:
            if self._open and self._open_kind not in (None, told.kind):
                self._close()
            self._open_kind = told.kind
        if isinstance(told, PrintBlock):
            self._signature = self._signature or told.signature_due
            self._must_print = self._must_print or told.must_print
            self._open += [line for text in told.texts for line in text.split("\n")]
        elif told.text or not told.is_last:
            self._open += told.text.split("\n")
        # A block that names its kind is whole unless more of the same kind follows.
        if told.is_last:
            self._close()

    def receipts(self) -> Receipts:
        """What came so far."""
        self._close()
        found: dict[ReceiptKind, list[str]] = {kind: [] for kind in ReceiptKind}
        for kind, lines in self._done:
            found[kind or _told_by(lines) or _next(found)] += lines
        return Receipts(
            tuple(found[ReceiptKind.CUSTOMER]),
            tuple(found[ReceiptKind.MERCHANT]),
            tuple(found[ReceiptKind.ADMINISTRATION]),
            self._signature,
            self._must_print,
            self._seen,
        )

    def _close(self) -> None:
        if self._open:
            self._done.append((self._open_kind, self._open))
        self._open, self._open_kind = [], None


def _told_by(lines: list[str]) -> ReceiptKind | None:
    head = "\n".join(lines)
    merchant, customer = _MERCHANT.search(head), _CUSTOMER.search(head)
    if bool(merchant) == bool(customer):
        return None
    return ReceiptKind.MERCHANT if merchant else ReceiptKind.CUSTOMER


def _next(found: dict[ReceiptKind, list[str]]) -> ReceiptKind:
    return ReceiptKind.MERCHANT if found[ReceiptKind.CUSTOMER] else ReceiptKind.CUSTOMER
