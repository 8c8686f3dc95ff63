"""What a scanned code can mean to the shop: one value for each meaning."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class ItemCode:
    """A trade item by its 14-digit GTIN, with what its code says besides.

    `expires_on` is the use-by date (AI 17 or 7003, 소비기한), `expires_time` its time of day (AI 7003): with it the
    item may be sold until that minute, without it until the end of the day. `best_before` is AI 15, `sell_by` AI 16,
    `made_on` AI 11.
    All are local to the shop, and None when the code has none. `grams` is the net weight (AI 310n, 320n), `price`
    the price to pay in minor units of the shop's currency (AI 392n, 393n), `pieces` how many the pack holds (AI 30).
    `addon` are the two or five digits printed beside a magazine's or book's EAN.
    """

    gtin: str
    expires_on: date | None = None
    expires_time: time | None = None
    best_before: date | None = None
    sell_by: date | None = None
    batch: str = ""
    serial: str = ""
    grams: int | None = None
    price: int | None = None
    pieces: int | None = None
    addon: str = ""
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class PricedCode:
    """An in-store number with the price inside, in minor units."""

    plu: str
    price: int


@dataclass(frozen=True, slots=True)
class WeighedCode:
    """An in-store number with the weight inside, in grams."""

    plu: str
    grams: int


@dataclass(frozen=True, slots=True)
class MemberCode:
    """A member's number; `profile` names the QR profile it was read with, "" for an in-store number."""

    number: str
    profile: str = ""


class CouponSource(StrEnum):
    """Whose numbering a coupon follows."""

    IN_STORE = "in-store"
    GCN = "gcn"  # Global Coupon Number, AI 255
    NORTH_AMERICA = "north-america"  # AI 8110
    POSITIVE_OFFER = "positive-offer"  # AI 8112
    GS1_PREFIX = "gs1-prefix"  # an EAN with one of GS1's prefixes for coupons
    PROFILE = "profile"  # a QR code of the shop's app
    HOST = "host"  # a QR code whose coupon a foreign host keeps
    SIGNED = "signed"  # a QR code of the shop's own, signed by central and good for one use


@dataclass(frozen=True, slots=True)
class CouponCode:
    """A coupon; whether it counts is the promotions' matter.

    `number` finds it: the digits between prefix and check digit in-store, the whole EAN, the whole GCN with its
    serial, or the whole value of AI 8110 or 8112. A signed one has its `serial` apart, and the `signed` text that its
    `signature` proves once it is checked; nothing is proven here. `amount` is in minor units (AI 390n,
    or the value inside an in-store number), `percent` a discount (AI 394n), `points` loyalty points (AI 8111). It
    counts from `starts_on` to `expires_on`.
    """

    number: str
    source: CouponSource
    amount: int | None = None
    percent: Decimal | None = None
    points: int | None = None
    starts_on: date | None = None
    expires_on: date | None = None
    serial: str = ""
    signed: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class PartnerCode:
    """A card of a partner or telco: `partner` is the name of its profile, `number` is personal."""

    partner: str
    number: str


@dataclass(frozen=True, slots=True)
class VoucherCode:
    """A gift or deposit voucher of the shop; `amount` is its value in minor units when the number holds it.

    A voucher of the shop's own QR code has `signed`, the text that `signature` has to fit, a currency and a last
    day; nothing of it is proven here.
    """

    number: str
    amount: int | None = None
    currency: str = ""
    expires_on: date | None = None
    signed: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptCode:
    """One of our own receipts: by an in-store number or by its QR link.

    `number` is the receipt number in digits without leading zeros, `station` the station's name (from a link) or
    the lane's digits (in-store). Only a link has `token`, `total` in minor units, `sold_at` and `signed`, which
    proves all of them once its signature is checked; nothing of it is proven here.
    """

    number: str
    station: str = ""
    total: int | None = None
    sold_at: datetime | None = None
    token: str = ""
    signed: str = ""


@dataclass(frozen=True, slots=True)
class ParkedCartCode:
    """The claim number of a cart that waits to be taken up again."""

    number: str


@dataclass(frozen=True, slots=True)
class LicenceCode:
    """An identity or driving licence on a phone: a credential, so its text is never shown, kept or logged."""

    profile: str


@dataclass(frozen=True, slots=True)
class WalletCode:
    """A payment credential: never shown, kept or logged."""


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """A code that is none of ours; `reason` is for staff and journal, and never repeats the code."""

    reason: str


ScannedMeaning = (
    ItemCode
    | PricedCode
    | WeighedCode
    | MemberCode
    | PartnerCode
    | CouponCode
    | VoucherCode
    | ReceiptCode
    | ParkedCartCode
    | LicenceCode
    | WalletCode
    | UnknownCode
)
