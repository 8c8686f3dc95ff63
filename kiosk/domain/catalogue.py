"""What the shop sells, as the till knows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.domain.cash_rounding import NO_CASH_ROUNDING, CashRounding
from kiosk.domain.tax_rules import TaxFraction, TaxMode, TaxRounding, TaxRules

LANGUAGES = ("ko", "en", "ja", "zh")


class SoldBy(StrEnum):
    """Whether an item is counted or weighed."""

    EACH = "each"
    KG = "kg"


@dataclass(frozen=True, slots=True)
class LocalText:
    """The same words in the four languages of the screens; an empty one falls back to Korean."""

    ko: str
    en: str = ""
    ja: str = ""
    zh: str = ""

    def to(self, language: str) -> str:
        """The words in `language` (ko, en, ja, zh), or in Korean where there are none."""
        return str(getattr(self, language, "") or self.ko)


@dataclass(frozen=True, slots=True)
class CatalogueItem:
    """An item of the catalogue; prices in minor units of the catalogue's currency.

    `gtin` is 14 digits or ""; `plu` is the number of a pack without a code, or "". `unit_price` is for one
    piece, or for one kilogram when `sold_by` is KG. `in_store` is False for the online-only range.
    `blocked` is the reason why it may not be sold (recall, sale-stop), or "". `groups` are further categories that
    promotions and restrictions name. `deposit` is what is paid for the empty bottle of each piece.
    """

    sku: str
    gtin: str
    name: LocalText
    unit_price: int
    tax: str = "standard"
    sold_by: SoldBy = SoldBy.EACH
    member_price: int | None = None
    plu: str = ""
    maker: str = ""
    brand: str = ""
    category: str = ""
    net_content: str = ""
    unit: str = ""
    age_limit: int = 0
    place: str = ""
    seller: str = ""
    shipping: bool = False
    pickup: bool = False
    in_store: bool = True
    returnable_days: int = 7
    picture: str = ""
    tile: str = "stone"
    flags: frozenset[str] = frozenset()
    blocked: str = ""
    groups: frozenset[str] = frozenset()
    deposit: int = 0

    @property
    def dated_code(self) -> bool:
        """Whether only the code that tells a pack's use-by date sells it (fresh food with a dated QR)."""
        return "dated_code" in self.flags

    @property
    def discountable(self) -> bool:
        """Bags, deposits and goods marked `no_discount` keep their price whatever promotion runs."""
        return self.flags.isdisjoint(("bag", "deposit", "no_discount"))


@dataclass(frozen=True, slots=True)
class StockCount:
    """How many pieces a place had when last counted, less what this station knows was sold since."""

    shop: str
    on_hand: int
    counted_at: datetime


@dataclass(frozen=True, slots=True)
class SaleFee:
    """A charge for each sale, whatever is in it: `kind` names it, `tax` is its tax kind or "" for none."""

    kind: str
    amount: int
    tax: str = "standard"


@dataclass(frozen=True, slots=True)
class Shop:
    """A building (or the warehouse) in the words a shopper reads.

    `country` is the code of its profile (`kiosk.domain.country`), `tax_rates` are its own rates in place of or
    beside its country's; `district` chooses the rubbish bags that are offered. `registration` are the lines that
    the law wants on a receipt: business number, representative, telephone.
    """

    shop_id: str
    name: LocalText
    address: LocalText
    is_warehouse: bool = False
    pickup_place: LocalText | None = None
    pickup_until: str = ""  # local time of day, "21:00"
    distance_minutes: int = 0
    opens: str = ""
    closes: str = ""
    country: str = "KR"
    tax_rates: Mapping[str, str] = field(default_factory=dict)
    district: str = ""
    sale_fees: tuple[SaleFee, ...] = ()
    registration: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A block of the store map where items stand: sizes in map units."""

    place_id: str
    name: LocalText
    x: int
    y: int
    width: int
    height: int
    zone: str = ""
    route: tuple[tuple[int, int], ...] = ()
    walking_minutes: int = 1


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Who may sign in: `check` is the Argon2id check value of the PIN, never the PIN."""

    person_id: str
    name: str
    role: str  # attendant, supervisor, technician
    check: str


@dataclass(frozen=True, slots=True)
class CatalogueHead:
    """Which catalogue this is, and how its shop's country taxes and counts coins: sales name its `version`.

    The rules stand in the file, so that a sale is priced again years later as it was priced when it was made.
    """

    version: int
    shop: str
    currency: str
    published_at: datetime
    tax_rates: Mapping[str, str]  # tax kind -> percent as decimal text
    tax_mode: TaxMode = TaxMode.INCLUSIVE
    tax_rounding: TaxRounding = TaxRounding.RECEIPT
    tax_fraction: TaxFraction = TaxFraction.HALF_UP
    cash: CashRounding = NO_CASH_ROUNDING
    country: str = "KR"

    @property
    def tax(self) -> TaxRules:
        """The rules of tax as pricing takes them."""
        return TaxRules(self.tax_mode, self.tax_rates, self.tax_rounding, self.tax_fraction)
