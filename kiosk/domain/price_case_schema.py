"""What a price case and its answer look like, as JSON Schema (draft 2020-12): `baro price --schema`."""

from typing import Any

from kiosk.domain.catalogue import LANGUAGES
from kiosk.domain.money import DECIMALS
from kiosk.domain.price_case_lines import MOST_GRAMS, MOST_LINES, MOST_QUANTITY
from kiosk.domain.promotion_fields import MOST_APPLICATIONS, MOST_DAYS, MOST_MONEY, MOST_PIECES, MOST_SLOTS

Schema = dict[str, Any]

_PAGE = "docs/pricing.md"


def _whole(least: int, most: int) -> Schema:
    return {"type": "integer", "minimum": least, "maximum": most}


def _list(of: Schema, least: int = 0, most: int | None = None) -> Schema:
    bounds = {"minItems": least} if least else {}
    return {"type": "array", "items": of} | bounds | ({} if most is None else {"maxItems": most})


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _object(needs: Schema, may: Schema | None = None, *, closed: bool = False) -> Schema:
    """An object; what it may leave out it may also say as null."""
    optional = {name: _or_null(schema) for name, schema in (may or {}).items()}
    schema: Schema = {"type": "object", "properties": needs | optional, "required": list(needs)}
    return schema | ({"additionalProperties": False} if closed else {})


_TEXT: Schema = {"type": "string", "minLength": 1, "maxLength": 100}
_OPEN_TEXT: Schema = {"type": "string", "maxLength": 100}
_MONEY, _PERCENT, _PIECES = _whole(0, MOST_MONEY), _whole(0, 100), _whole(1, MOST_PIECES)
_APPLICATIONS = _whole(1, MOST_APPLICATIONS)
_INSTANT: Schema = {"type": "string", "format": "date-time"}
_NAMES = _list(_TEXT)
_POOL: Schema = {"$ref": "#/$defs/pool"}
_SLOT: Schema = {"$ref": "#/$defs/slot"}
_BOOL: Schema = {"type": "boolean"}
_HOUR: Schema = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$"}
_WORDS = _object({}, {language: _OPEN_TEXT for language in LANGUAGES}, closed=True)

_MEMBERS: Schema = {name: _NAMES for name in ("skus", "categories", "brands")}
_COMMON: Schema = {
    "name": {"anyOf": [_WORDS, {"type": "string"}]},
    "badge": {},
    "from": _INSTANT,
    "to": _INSTANT,
    "weekdays": _list(_whole(1, 7), 1),
    "hours": {"type": "array", "items": _HOUR, "minItems": 2, "maxItems": 2},
    "shops": _list(_TEXT, 1),
    "members_only": _BOOL,
    "coupon": _TEXT,
    "partner": _TEXT,
    "limit": {**_APPLICATIONS, "minimum": 0},
    "member_limit": _APPLICATIONS,
    "day_limit": _APPLICATIONS,
}
_CART_LEVEL: Schema = {"group": _TEXT, "rank": _whole(-MOST_APPLICATIONS, MOST_APPLICATIONS)}


def _kind(name: str, needs: Schema, may: Schema | None = None, one_of: Schema | None = None) -> Schema:
    own: Schema = {"id": _TEXT, "kind": {"const": name}} | needs
    choices = one_of or {}
    schema = _object(own, _COMMON | (may or {}) | choices, closed=True)
    if choices:
        schema["oneOf"] = [
            {"required": [choice], "properties": {choice: {"not": {"type": "null"}}}} for choice in choices
        ]
    return schema


_MONEY_OR_PERCENT: Schema = {"amount": _MONEY, "percent": _PERCENT}
_TIER = _object({"count": _PIECES, "percent": _PERCENT}, closed=True)
_KINDS = [
    _kind("n_plus_m", {"pool": _POOL, "buy": _PIECES, "free": _PIECES}),
    _kind("percent_off", {"pool": _POOL, "percent": _PERCENT}),
    _kind("amount_off", {"pool": _POOL, "amount": _MONEY}),
    _kind("fixed_price", {"pool": _POOL, "count": _PIECES, "price": _MONEY}),
    _kind("bundle", {"slots": _list(_SLOT, 1, MOST_SLOTS)}, one_of={"price": _MONEY} | _MONEY_OR_PERCENT),
    _kind("cross_gift", {"buy": _SLOT, "gift": _SLOT}, {"percent": _PERCENT}),
    _kind("tiered", {"pool": _POOL, "tiers": _list(_TIER, 1, MOST_SLOTS)}),
    _kind("short_date", {"pool": _POOL, "days": _whole(0, MOST_DAYS), "percent": _PERCENT}),
    _kind("threshold", {"pool": _POOL, "at_least": _MONEY}, _CART_LEVEL, _MONEY_OR_PERCENT | {"gift": _SLOT}),
    _kind(
        "amount_per",
        {"pool": _POOL, "each": _whole(1, MOST_MONEY), "amount": _MONEY},
        _CART_LEVEL | {"max": _MONEY},
    ),
    _kind(
        "tender_discount",
        {"tender": _TEXT},
        _CART_LEVEL | {"pool": _POOL, "at_least": _MONEY, "max": _MONEY},
        _MONEY_OR_PERCENT,
    ),
]

_ITEM = _object(
    {"sku": _TEXT, "unit_price": _MONEY},
    {
        "member_price": _MONEY,
        "sold_by": {"type": "string", "minLength": 1},
        "tax": _OPEN_TEXT,
        "categories": _NAMES,
        "groups": _NAMES,
        "brand": _OPEN_TEXT,
        "discountable": _BOOL,
        "deposit": _MONEY,
    },
)
_LINE = _object(
    {"line": _TEXT, "sku": _TEXT},
    {
        "quantity": _whole(1, MOST_QUANTITY),
        "grams": _whole(1, MOST_GRAMS),
        "expires": {"type": "string", "format": "date"},
        "override": _object({"unit_price": _MONEY, "reason": _TEXT, "person": _TEXT}),
    },
) | {
    "oneOf": [
        {"required": [measure], "properties": {measure: {"not": {"type": "null"}}}} for measure in ("quantity", "grams")
    ]
}
_RATE: Schema = {"anyOf": [{"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"}, {"type": "number", "minimum": 0}]}
_TAX = _object(
    {},
    {
        "mode": {"enum": ["inclusive", "exclusive"]},
        "rates": {"type": "object", "additionalProperties": _or_null(_RATE)},
        "rounding": {"enum": ["receipt", "line"]},
        "fraction": {"enum": ["half_up", "down"]},
    },
)
_USES: Schema = {
    "type": "object",
    "additionalProperties": _or_null(
        _object({}, {"member": {"type": "integer", "minimum": 0}, "today": {"type": "integer", "minimum": 0}})
    ),
}
_FEE = _object({"kind": _TEXT, "amount": _MONEY}, {"tax": _OPEN_TEXT, "count": {"type": "integer", "minimum": 1}})
_CASE = _object(
    {"at": _INSTANT, "cart": _list(_LINE, 0, MOST_LINES)},
    {
        "currency": {"enum": sorted(DECIMALS)},
        "items": _list(_ITEM),
        "shop": _OPEN_TEXT,
        "member": _BOOL,
        "coupons": _NAMES,
        "partners": _NAMES,
        "tender": _OPEN_TEXT,
        "tax": _TAX,
        "promotions": _list({"$ref": "#/$defs/promotion"}),
        "uses": _USES,
        "fees": _list(_FEE),
    },
)

_AMOUNT: Schema = {"type": "integer", "minimum": 0}
_PRICE = _object(
    {
        "total": _AMOUNT,
        "gross": _AMOUNT,
        "discount": _AMOUNT,
        "exact": _BOOL,
        "lines": _list(
            _object(
                {
                    "line": _TEXT,
                    "gross": _AMOUNT,
                    "net": _AMOUNT,
                    "discounts": _list(_object({"promotion": _TEXT, "amount": _whole(1, MOST_MONEY)}, closed=True)),
                },
                closed=True,
            )
        ),
        "used": _list(_object({"promotion": _TEXT, "applications": {"type": "integer", "minimum": 1}}, closed=True)),
        "tax": _list(_object({"rate": {"type": "string"}, "net": _AMOUNT, "tax": _AMOUNT}, closed=True)),
        "fees": _list(_object({"kind": _TEXT, "amount": _AMOUNT, "count": _AMOUNT}, closed=True)),
    },
    closed=True,
)
_ERROR = _object({"error": _object({"where": {"type": "string"}, "why": _TEXT | {"maxLength": 1000}})}, closed=True)

SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "What a cart costs",
    "description": f"A case and its answer as {_PAGE} defines them; money is in minor units. #/$defs/case is what "
    "is asked, #/$defs/answer what is said.",
    "$ref": "#/$defs/case",
    "$defs": {
        "case": _CASE,
        "promotion": {"type": "object", "required": ["id", "kind"], "oneOf": _KINDS},
        "pool": _object({}, _MEMBERS | {"without": _object({}, _MEMBERS, closed=True)}, closed=True),
        "slot": _object({"pool": _POOL, "count": _PIECES}, closed=True),
        "answer": {"oneOf": [_PRICE, _ERROR]},
    },
}
