"""The file a shop's catalogue travels in: an SQLite snapshot, written by central, read by stations.

Rows of `item` are numbered by sales rank (rowid 1 sells best), so an unsorted search already comes best first.
A scan is two B-tree descents: the integer index `item_gtin`, then the row. GTINs are integers here and
14-digit text everywhere else. Empty text stands for "none"; a member price of NULL for "no member price".
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from kiosk.domain.cash_rounding import CashRounding, CashRule
from kiosk.domain.catalogue import (
    CatalogueHead,
    CatalogueItem,
    LocalText,
    Place,
    SaleFee,
    Shop,
    SoldBy,
    StaffMember,
    StockCount,
)
from kiosk.domain.in_store_number import InnerCheck, InStoreTemplate, TemplateKind
from kiosk.domain.tax_rules import TaxFraction, TaxMode, TaxRounding

FORMAT = 2  # 1 knew no groups, deposits, restrictions and recalls
PAGE_SIZE = 4096
APPLICATION_ID = 0x4261726F  # "Baro", in SQLite's header, so that a foreign file is refused before it is read

DDL = """
-- key and value: format, version, shop, currency, published_at (ISO 8601), tax_rates (JSON: kind -> percent text),
-- country, tax_mode (inclusive, exclusive), tax_rounding (receipt, line), tax_fraction (half_up, down),
-- cash_step (minor units), cash_rule (nearest, down, up),
-- stock_position (how far in central's feed of changes the counts of table `stock` are)
CREATE TABLE head (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE item (
    rank INTEGER PRIMARY KEY,          -- 1 sells best
    sku TEXT NOT NULL,
    gtin INTEGER,                      -- NULL: no GTIN
    name_ko TEXT NOT NULL, name_en TEXT NOT NULL, name_ja TEXT NOT NULL, name_zh TEXT NOT NULL,
    unit_price INTEGER NOT NULL,       -- minor units, for a piece or a kilogram
    tax TEXT NOT NULL,
    sold_by TEXT NOT NULL,             -- each, kg
    member_price INTEGER,
    plu TEXT NOT NULL,
    maker TEXT NOT NULL, brand TEXT NOT NULL, category TEXT NOT NULL,
    net_content TEXT NOT NULL, unit TEXT NOT NULL,
    age_limit INTEGER NOT NULL,
    place TEXT NOT NULL, seller TEXT NOT NULL,
    shipping INTEGER NOT NULL, pickup INTEGER NOT NULL, in_store INTEGER NOT NULL,
    returnable_days INTEGER NOT NULL,
    picture TEXT NOT NULL, tile TEXT NOT NULL,
    flags TEXT NOT NULL,               -- words with blanks between: bag deposit no_barcode ...
    blocked TEXT NOT NULL,
    groups TEXT NOT NULL,              -- further categories with ; between
    deposit INTEGER NOT NULL           -- minor units for each piece
);

-- What promotions may name besides items, with the dearest price of its items (kiosk.domain.assortment).
CREATE TABLE assortment (
    kind TEXT NOT NULL,                -- category (a group is one too), brand
    name TEXT NOT NULL, dearest INTEGER,
    PRIMARY KEY (kind, name)
) WITHOUT ROWID;
CREATE TABLE promotion (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;  -- JSON, sync.wire.promotion
CREATE TABLE restriction (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;  -- JSON, sync.wire.rule_text
CREATE TABLE recall (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;     -- JSON, sync.wire.rule_text
CREATE TABLE shop (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;       -- JSON, shop_text
CREATE TABLE place (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;      -- JSON, place_text
CREATE TABLE staff (id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, pin_check TEXT NOT NULL)
    WITHOUT ROWID;
CREATE TABLE stock (
    sku TEXT NOT NULL, shop TEXT NOT NULL, on_hand INTEGER NOT NULL, counted_at TEXT NOT NULL,
    PRIMARY KEY (sku, shop)
) WITHOUT ROWID;
CREATE TABLE template (
    prefix TEXT PRIMARY KEY,
    kind TEXT NOT NULL,                -- price, weight, member, coupon, voucher, receipt, park
    item_digits INTEGER NOT NULL, value_digits INTEGER NOT NULL, inner_check TEXT NOT NULL,
    decimals INTEGER
) WITHOUT ROWID;
CREATE TABLE member (hash BLOB PRIMARY KEY) WITHOUT ROWID;                       -- sync.wire.shop_secret.member_hash

-- Both are filled by kiosk.domain.search_text.index_terms(*searched_texts(item)), asked by its query_terms, and
-- have no content of their own: rowid = item.rank, and every hit is verified against the same texts.
-- item_jamo: the texts as the keys that type them, found by any three letters in a row.
CREATE VIRTUAL TABLE item_jamo USING fts5(text, content='', tokenize='trigram', columnsize=0);
-- item_choseong: overlapping pairs of first consonants ("ㅅㅇ ㅇㄲ ㄲㄲ"); a query is the phrase of its own pairs.
CREATE VIRTUAL TABLE item_choseong USING fts5(text, content='', tokenize='unicode61', columnsize=0);
"""

# Built after the rows, sorted in one pass.
INDEXES = """
CREATE UNIQUE INDEX item_gtin ON item (gtin) WHERE gtin IS NOT NULL;
CREATE UNIQUE INDEX item_sku ON item (sku);
CREATE INDEX item_plu ON item (plu) WHERE plu != '';
CREATE INDEX item_category ON item (category, rank);
"""

ITEM_COLUMNS = (
    "sku", "gtin", "name_ko", "name_en", "name_ja", "name_zh", "unit_price", "tax", "sold_by", "member_price",
    "plu", "maker", "brand", "category", "net_content", "unit", "age_limit", "place", "seller", "shipping",
    "pickup", "in_store", "returnable_days", "picture", "tile", "flags", "blocked",
    "groups", "deposit",
)  # fmt: skip

_SELECT = f"SELECT {', '.join(ITEM_COLUMNS)} FROM item"  # noqa: S608  # constants of this module only
ITEM_BY_GTIN = f"{_SELECT} WHERE gtin = ?"
ITEM_BY_SKU = f"{_SELECT} WHERE sku = ?"
ITEM_BY_PLU = f"{_SELECT} WHERE plu = ? AND plu != ''"

Row = tuple[Any, ...]


def item_row(item: CatalogueItem) -> Row:
    """The item's values in the order of `ITEM_COLUMNS`."""
    name = item.name
    return (
        item.sku, int(item.gtin) if item.gtin else None, name.ko, name.en, name.ja, name.zh, item.unit_price,
        item.tax, item.sold_by.value, item.member_price, item.plu, item.maker, item.brand, item.category,
        item.net_content, item.unit, item.age_limit, item.place, item.seller, int(item.shipping),
        int(item.pickup), int(item.in_store), item.returnable_days, item.picture, item.tile,
        " ".join(sorted(item.flags)), item.blocked, ";".join(sorted(item.groups)), item.deposit,
    )  # fmt: skip


def searched_texts(item: CatalogueItem) -> tuple[str, ...]:
    """The texts by which search finds an item, each once: names, brand, maker, GTIN, PLU."""
    name = item.name
    texts = (name.ko, name.en, name.ja, name.zh, item.brand, item.maker, item.gtin, item.plu)
    return tuple(dict.fromkeys(filter(None, texts)))


_SOLD_BY = {kind.value: kind for kind in SoldBy}
_NO_GROUPS: frozenset[str] = frozenset()


def item_from_row(row: Sequence[Any]) -> CatalogueItem:
    """The item of a row in the order of `ITEM_COLUMNS`; raises `KeyError` for an unknown way of selling."""
    return CatalogueItem(
        row[0], f"{row[1]:014d}" if row[1] is not None else "", LocalText(row[2], row[3], row[4], row[5]), row[6],
        row[7], _SOLD_BY[row[8]], row[9], row[10], row[11], row[12], row[13], row[14], row[15], row[16], row[17],
        row[18], bool(row[19]), bool(row[20]), bool(row[21]), row[22], row[23], row[24],
        frozenset(row[25].split()), row[26],
        frozenset(row[27].split(";")) if row[27] else _NO_GROUPS, row[28],
    )  # fmt: skip


def head_rows(head: CatalogueHead, stock_position: int = 0) -> list[tuple[str, str]]:
    """The rows of table `head`."""
    return [
        ("format", str(FORMAT)),
        ("version", str(head.version)),
        ("shop", head.shop),
        ("currency", head.currency),
        ("published_at", head.published_at.isoformat()),
        ("tax_rates", json.dumps(dict(head.tax_rates), sort_keys=True)),
        ("country", head.country),
        ("tax_mode", head.tax_mode.value),
        ("tax_rounding", head.tax_rounding.value),
        ("tax_fraction", head.tax_fraction.value),
        ("cash_step", str(head.cash.step)),
        ("cash_rule", head.cash.rule.value),
        ("stock_position", str(stock_position)),
    ]


def head_from_rows(rows: Mapping[str, str]) -> CatalogueHead:
    """The head of a file; raises `ValueError` when a row is missing or of a format this program does not know.

    A file that says nothing of its country holds Korean prices: tax inside, rounded once, coins to the last won.
    """
    if rows.get("format") != str(FORMAT):
        raise ValueError(f"the catalogue has format {rows.get('format')!r}, this program reads format {FORMAT}")
    try:
        return CatalogueHead(
            int(rows["version"]),
            rows["shop"],
            rows["currency"],
            datetime.fromisoformat(rows["published_at"]),
            json.loads(rows["tax_rates"]),
            TaxMode(rows.get("tax_mode", TaxMode.INCLUSIVE)),
            TaxRounding(rows.get("tax_rounding", TaxRounding.RECEIPT)),
            TaxFraction(rows.get("tax_fraction", TaxFraction.HALF_UP)),
            CashRounding(int(rows.get("cash_step", "1")), CashRule(rows.get("cash_rule", CashRule.NEAREST))),
            rows.get("country", "KR"),
        )
    except KeyError as error:
        raise ValueError(f"the catalogue's head has no {error}") from error


def words(text: LocalText) -> dict[str, str]:
    """A text in its languages, as JSON holds it."""
    return {"ko": text.ko, "en": text.en, "ja": text.ja, "zh": text.zh}


def shop_text(shop: Shop) -> str:
    """A shop as JSON."""
    return json.dumps(
        {
            "name": words(shop.name),
            "address": words(shop.address),
            "is_warehouse": shop.is_warehouse,
            "pickup_place": words(shop.pickup_place) if shop.pickup_place else None,
            "pickup_until": shop.pickup_until,
            "distance_minutes": shop.distance_minutes,
            "opens": shop.opens,
            "closes": shop.closes,
            "country": shop.country,
            "tax_rates": dict(shop.tax_rates),
            "district": shop.district,
            "sale_fees": [{"kind": fee.kind, "amount": fee.amount, "tax": fee.tax} for fee in shop.sale_fees],
            "registration": list(shop.registration),
        },
        ensure_ascii=False,
    )


def shop_from_text(shop_id: str, body: str) -> Shop:
    """The shop of a row."""
    told = json.loads(body)
    return Shop(
        shop_id,
        LocalText(**told["name"]),
        LocalText(**told["address"]),
        told["is_warehouse"],
        LocalText(**told["pickup_place"]) if told["pickup_place"] else None,
        told["pickup_until"],
        told["distance_minutes"],
        told["opens"],
        told["closes"],
        told.get("country", "KR"),
        told.get("tax_rates", {}),
        told.get("district", ""),
        tuple(SaleFee(fee["kind"], fee["amount"], fee["tax"]) for fee in told.get("sale_fees", ())),
        tuple(told.get("registration", ())),
    )


def place_text(place: Place) -> str:
    """A place of the store map as JSON."""
    return json.dumps(
        {
            "name": words(place.name),
            "block": [place.x, place.y, place.width, place.height],
            "zone": place.zone,
            "route": place.route,
            "walking_minutes": place.walking_minutes,
        },
        ensure_ascii=False,
    )


def place_from_text(place_id: str, body: str) -> Place:
    """The place of a row."""
    told = json.loads(body)
    x, y, width, height = told["block"]
    route = tuple((point[0], point[1]) for point in told["route"])
    name = LocalText(**told["name"])
    return Place(place_id, name, x, y, width, height, told["zone"], route, told["walking_minutes"])


def staff_row(person: StaffMember) -> Row:
    """The row of a person who may sign in."""
    return (person.person_id, person.name, person.role, person.check)


def staff_from_row(row: Sequence[Any]) -> StaffMember:
    """The person of a row."""
    return StaffMember(row[0], row[1], row[2], row[3])


def stock_row(sku: str, count: StockCount) -> Row:
    """The row of an item's count in one shop."""
    return (sku, count.shop, count.on_hand, count.counted_at.isoformat())


def stock_from_row(row: Sequence[Any]) -> StockCount:
    """The count of a row (sku, shop, on_hand, counted_at)."""
    return StockCount(row[1], row[2], datetime.fromisoformat(row[3]))


def template_row(template: InStoreTemplate) -> Row:
    """The row of an in-store number's layout."""
    kind, inner = template.kind.value, template.inner_check.value
    return (template.prefix, kind, template.item_digits, template.value_digits, inner, template.decimals)


def template_from_row(row: Sequence[Any]) -> InStoreTemplate:
    """The layout of a row."""
    return InStoreTemplate(row[0], TemplateKind(row[1]), row[2], row[3], InnerCheck(row[4]), row[5])
