"""Sales, payments and orders as documents of the journal."""

from datetime import date, time
from typing import Literal

from pydantic import AwareDatetime, Field

from sync.wire.document import Document


class NameDocument(Document):
    """The same words in the four languages."""

    ko: str
    en: str = ""
    ja: str = ""
    zh: str = ""


class DiscountDocument(Document):
    """What a promotion took off a line, in minor units."""

    promotion: str
    name: NameDocument
    badge: str = ""
    amount: int


class OverrideDocument(Document):
    """A lower price that staff gave: for a piece or a kilogram, in minor units, with reason and person."""

    unit_price: int
    reason: str
    person: str


class LineDocument(Document):
    """One line of a sale or order; `grams` for a weighed unit, whose quantity is 1.

    `expires_on`, `expires_time` (the shop's local time), `sell_by`, `best_before`, `batch` and `serials` are what the
    packs' own codes said; a plain EAN says nothing of them. `deposit` is for the empty bottle of each piece; it is
    charged as a fee of the sale and is in no price of the line.
    """

    line: str
    sku: str
    gtin: str = ""
    name: NameDocument
    quantity: int = Field(ge=1)
    grams: int | None = None
    fixed_price: int | None = None
    unit_price: int
    gross: int
    net: int
    tax: str
    member_price: bool = False
    discounts: tuple[DiscountDocument, ...] = ()
    fulfilment: Literal["carry_out", "ship", "pick_up"] = "carry_out"
    pickup_shop: str = ""
    seller: str = ""
    age_limit: int = 0
    approved_by: str = ""
    expires_on: date | None = None
    expires_time: time | None = None
    sell_by: date | None = None
    best_before: date | None = None
    batch: str = ""
    serials: tuple[str, ...] = ()
    deposit: int = 0
    override: OverrideDocument | None = None


class FeeDocument(Document):
    """A charge that is no item, such as shipping; `tax` is its tax kind, "" for a deposit, which is outside of tax."""

    kind: str
    amount: int
    tax: str = "standard"
    count: int = 1


class TaxDocument(Document):
    """Tax of one rate; `net` is without it."""

    kind: str
    rate: str
    net: int
    tax: int


class TenderDocument(Document):
    """How a part of the sale was paid."""

    kind: str
    amount: int
    attempt: str = ""
    brand: str = ""
    masked_card: str = ""
    approval_code: str = ""


class OrderDocument(Document):
    """What central is to ship or keep ready; one order a sale and kind of fulfilment and shop.

    `total` is what its lines, its `fee` and its bottles' `deposit` cost, before tax that comes on top.

    `paid` is False for an order that was kept while central was away: nothing was charged for it.
    """

    order: str
    kind: Literal["ship", "pick_up"]
    pickup_shop: str = ""
    paid: bool
    lines: tuple[LineDocument, ...]
    fee: int = 0
    deposit: int = 0
    total: int


class SaleDocument(Document):
    """A completed sale, all that books, receipt and returns need. Body of `sale.completed`.

    `tax_added` is how much of `total` came on top of lines and fees (0 where prices hold their tax), `rounding`
    what coins added to the total or could not pay: the tenders make `total` and `rounding`.
    """

    version: Literal[1] = 1
    sale: str
    receipt_number: int
    station: str
    shop: str
    catalogue_version: int
    completed_at: AwareDatetime
    currency: str
    language: str
    member: str = ""
    gross: int
    discount: int
    total: int
    lines: tuple[LineDocument, ...]
    fees: tuple[FeeDocument, ...] = ()
    taxes: tuple[TaxDocument, ...]
    tax_added: int = 0
    rounding: int = 0
    tenders: tuple[TenderDocument, ...]
    orders: tuple[OrderDocument, ...] = ()
    link_token: str
    signed: str = ""  # the signature that the receipt's QR carries


class KeptOrderDocument(Document):
    """An order that was kept while central was away. Body of `order.kept`."""

    version: Literal[1] = 1
    sale: str
    station: str
    shop: str
    catalogue_version: int
    kept_at: AwareDatetime
    currency: str
    language: str
    orders: tuple[OrderDocument, ...]
    link_token: str


class AttemptDocument(Document):
    """One try at the terminal. Body of `attempt.sent`, `attempt.settled`, `attempt.reversed`."""

    version: Literal[1] = 1
    attempt: str
    sale: str
    service_id: str
    amount: int
    currency: str
    state: str
    at: AwareDatetime
    charged: int = 0
    handle: str = ""
    handle_time: str = ""
    brand: str = ""
    masked_card: str = ""
    approval_code: str = ""
    reason: str = ""
