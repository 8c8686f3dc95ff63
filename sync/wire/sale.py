"""Sales, payments and orders as documents of the journal."""

from datetime import date, time
from typing import Literal

from pydantic import AwareDatetime, Field

from sync.wire.cash_receipt import CashReceiptDocument
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

    `expires_on`, `expires_time` (the shop's local time), `sell_by`, `best_before`, `made_on`, `batch` and `serials`
    are what the packs' own codes said; a plain EAN says nothing of them. `cleared` names what a person, `cleared_by`,
    looked at and let pass (`kiosk.domain.sale_check.clearance`). `deposit` is for the empty bottle of each piece; it is
    charged as a fee of the sale and is in no price of the line. `listed` and `listed_member` are what the item cost
    in this cart for everybody and for members: the catalogue's prices, or lower ones of an earlier catalogue that
    the open cart kept.
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
    made_on: date | None = None
    cleared: tuple[str, ...] = ()
    cleared_by: str = ""
    deposit: int = 0
    override: OverrideDocument | None = None
    listed: int | None = None
    listed_member: int | None = None


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
    """How a part of the sale was paid; `attempt` is the attempt that took it.

    `approval_code` is the number by which whoever holds the money knows it: the card company's approval, or the
    number of a voucher.
    """

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


class CouponDocument(Document):
    """A coupon that was presented: `coupon` is what promotions call it; `serial` and `value` are of its own code."""

    coupon: str
    source: str = ""
    serial: str = ""
    value: str = ""


class UsesDocument(Document):
    """How often a promotion had been applied before this sale: for its member ever, in its shop on that day."""

    promotion: str
    member: int = 0
    today: int = 0


class UsedDocument(Document):
    """A promotion that the price uses: how often, and what it took off in all."""

    promotion: str
    applications: int
    amount: int


class PricingDocument(Document):
    """What a price depended on besides lines, fees and catalogue: whoever prices it again gets the same.

    `at` is the moment as of which promotions were live, the start of the visit. `tender` is the one that promotions
    may ask for ("card:blue"). `member` is whether a member's prices counted. `exact` is False when the search for the
    cheapest price was cut short.
    """

    at: AwareDatetime
    member: bool = False
    coupons: tuple[CouponDocument, ...] = ()
    partners: tuple[str, ...] = ()
    tender: str = ""
    uses: tuple[UsesDocument, ...] = ()
    used: tuple[UsedDocument, ...] = ()
    exact: bool = True


class SaleDocument(Document):
    """A completed sale, all that books, receipt and returns need. Body of `sale.completed`.

    `tax_added` is how much of `total` came on top of lines and fees (0 where prices hold their tax), `rounding`
    what coins added to the total or could not pay: the tenders make `total` and `rounding`. `member_saving` is what
    member prices lie under the usual ones; it is in no other figure.
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
    member_saving: int = 0
    pricing: PricingDocument | None = None  # None: of a station that did not tell it yet
    tenders: tuple[TenderDocument, ...]
    orders: tuple[OrderDocument, ...] = ()
    link_token: str
    signed: str = ""  # the signature that the receipt's QR carries
    cash_receipt: CashReceiptDocument | None = None

    def masked(self) -> "SaleDocument":
        """The sale as it is kept and shown: without the whole number of its cash receipt."""
        if self.cash_receipt is None:
            return self
        return self.model_copy(update={"cash_receipt": self.cash_receipt.masked()})


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
    pricing: PricingDocument | None = None
    link_token: str


class TerminalRecordDocument(Document):
    """What a later cancel, receipt or dispute needs of an approval; `months` 0 is paid at once.

    `supply`, `vat`, `tax_free` and `service` are what the amount that was asked for was made of, in minor units.
    """

    approved_at: str = ""
    months: int = 0
    issuer: str = ""
    acquirer: str = ""
    merchant_id: str = ""
    terminal_id: str = ""
    trace: str = ""
    receipt_number: str = ""
    card_type: str = ""
    entry_mode: str = ""
    wallet: str = ""
    amount_confirmed: bool = True
    merchant_receipt: tuple[str, ...] = ()
    supply: int = 0
    vat: int = 0
    tax_free: int = 0
    service: int = 0


class AttemptDocument(Document):
    """One try at a tender. Body of `attempt.sent`, `attempt.settled`, `attempt.reversed`.

    State taken: a part of a sale is paid and the rest is not; the attempt is told again when the sale is
    complete (approved) or the part was given back (reversed).
    """

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
    tender: str = "card"
    months: int = 0
    allow_partial: bool = False
    mark: str = ""
    reversal_service_id: str = ""
    reversal_mark: str = ""
    reversed_at: str = ""
    record: TerminalRecordDocument | None = None


class DisputeDocument(Document):
    """A later answer to an attempt that had its end, and that says otherwise. Body of `attempt.disputed`.

    `known` is the attempt as it stands and stays: no money moves by this entry, a person decides. `says` is the
    later outcome, `charged` what it claims in minor units, `difference` the two in a few words.
    """

    version: Literal[1] = 1
    attempt: str
    at: AwareDatetime
    says: str
    charged: int = 0
    currency: str = ""
    handle: str = ""
    approval_code: str = ""
    difference: str = ""
    known: AttemptDocument
