"""What the shopper answered about a cash receipt, as it is kept with the pending sale, and what becomes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from kiosk.domain.cash_receipt import (
    SELF_ISSUED,
    CashReceiptRequest,
    IdentifierKind,
    Purpose,
    amounts_of,
    must_issue,
)
from kiosk.domain.priced_cart import PricedCart
from kiosk.domain.sale import Tender
from kiosk.domain.scanned_meaning import VoucherCode
from kiosk.domain.tender import RULES
from sync.wire.cash_receipt import CashReceiptDocument
from sync.wire.document import Document

_CASH_LIKE = frozenset(kind.value for kind, rule in RULES.items() if rule.cash_like)


class CashReceiptWish(Document):
    """The answer: whose number for which purpose, or none wanted; `designated` is the shop's trade."""

    purpose: Literal["consumer", "business", "none"]
    kind: Literal["phone", "business", "card", ""] = ""
    number: str = Field("", repr=False)
    designated: bool = False

    @property
    def request(self) -> CashReceiptRequest | None:
        """Who wants one; None when nobody does."""
        if self.purpose == "none":
            return None
        return CashReceiptRequest(Purpose(self.purpose), IdentifierKind(self.kind), self.number)


@dataclass
class CashReceiptAsked:
    """Where the question stands for the shopper who is here; `waiting` is used up only once it is answered."""

    wish: CashReceiptWish | None = None
    asking: bool = False
    waiting: VoucherCode | None = None
    problem: str = ""
    tries: int = 0

    def leave(self) -> None:
        """Ask no more for now: a voucher that waited was not used."""
        self.asking, self.waiting, self.problem, self.tries = False, None, "", 0


def receipt_of(
    wish: CashReceiptWish | None, tenders: Sequence[Tender], priced: PricedCart
) -> CashReceiptDocument | None:
    """The cash receipt of a sale that these tenders paid, with its whole number; None when it gets none.

    It is over what cash-like tenders paid. Who wanted none gets one of the shop's own issue where that is a duty.
    """
    cash_like = sum(tender.amount for tender in tenders if tender.kind in _CASH_LIKE)
    if wish is None or cash_like <= 0:
        return None
    request = wish.request
    if request is None and must_issue(cash_like, designated=wish.designated):
        request = SELF_ISSUED
    if request is None:
        return None
    amounts = amounts_of(cash_like, priced)
    return CashReceiptDocument(
        purpose=request.purpose.value,
        kind=request.kind.value,
        number=request.number,
        supply=amounts.supply,
        tax=amounts.tax,
        tax_free=amounts.tax_free,
        total=amounts.total,
    )
