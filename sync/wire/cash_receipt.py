"""The cash receipt (현금영수증) of a sale as a document: whole for who issues it, masked for everybody else."""

from typing import Any, Literal

from pydantic import Field, ValidationError

from kiosk.domain.cash_receipt import CashReceipt, CashReceiptAmounts, CashReceiptRequest, IdentifierKind, Purpose
from sync.wire.document import Document


class CashReceiptDocument(Document):
    """A cash receipt that is to be issued over the cash-like part of a sale, in minor units.

    `number` is whole in the journal, because whoever issues it needs it; wherever else a sale is kept or told it is
    masked. `supply`, `tax` and `tax_free` make `total`.
    """

    purpose: Literal["consumer", "business", "self"]
    kind: Literal["phone", "business", "card"]
    number: str = Field(min_length=8, max_length=19, repr=False)
    supply: int = Field(ge=0)
    tax: int = Field(ge=0)
    tax_free: int = Field(ge=0)
    total: int = Field(gt=0)

    @property
    def masked_number(self) -> str:
        """The number as it may be shown: 010-••••-5678."""
        if not self.number.isdigit():
            return self.number
        return CashReceiptRequest(Purpose(self.purpose), IdentifierKind(self.kind), self.number).masked

    def masked(self) -> "CashReceiptDocument":
        """The same, without the digits of the number that nobody but the issuer needs."""
        return self.model_copy(update={"number": self.masked_number})


def told_receipt(document: CashReceiptDocument | None) -> CashReceipt | None:
    """The cash receipt as a sale and its receipts know it: without the whole number."""
    if document is None:
        return None
    amounts = CashReceiptAmounts(document.supply, document.tax, document.tax_free, document.total)
    return CashReceipt(Purpose(document.purpose), IdentifierKind(document.kind), document.masked_number, amounts)


def masked_body(body: dict[str, Any]) -> dict[str, Any]:
    """The body of a journal entry as it may be shown: the number of its cash receipt, if it has one, is masked."""
    told = body.get("cash_receipt")
    if told is None:
        return body
    try:
        shown = CashReceiptDocument.model_validate(told).masked().model_dump(mode="json")
    except ValidationError:
        shown = {"unreadable": True}  # what is not understood may hold the number anywhere
    return {**body, "cash_receipt": shown}
