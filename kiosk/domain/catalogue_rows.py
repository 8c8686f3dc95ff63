"""Rows of a shop's own item list: each one becomes an item or is named with what is wrong in it."""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain import gtin
from kiosk.domain.catalogue import LANGUAGES, CatalogueItem, LocalText, SoldBy

COLUMNS = (
    *("sku", "gtin", "name_ko", "name_en", "name_ja", "name_zh", "maker", "brand", "category", "net_content"),
    *("unit", "price", "member_price", "tax", "sold_by", "plu", "age_limit", "place", "seller", "shipping"),
    *("pickup", "returnable_days", "picture", "tile", "flags", "in_store", "groups", "deposit"),
)
NAME_COLUMNS = tuple(f"name_{language}" for language in LANGUAGES)
TAX_KINDS = ("standard", "exempt", "zero", "reduced")
MOST_PRICE = 1_000_000_000
MOST_DEPOSIT = 100_000
_SKU = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,39}\Z")
_WORD = re.compile(r"[a-z0-9_]{1,24}\Z")
_PICTURE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./-]{0,199}\Z")
_SOLD_BY = {"": SoldBy.EACH, "each": SoldBy.EACH, "kg": SoldBy.KG}
_SPACES = re.compile("[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_YES_NO = {"yes": True, "no": False}
_NO_FLAGS: frozenset[str] = frozenset()


class RowError(ValueError):
    """A cell that cannot be used: `column` names it, `why` says what is allowed there."""

    def __init__(self, column: str, why: str) -> None:
        super().__init__(f"{column}: {why}")
        self.column = column
        self.why = why


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong in one cell; `line` is the line of the file, the header being line 1."""

    line: int
    column: str
    why: str


def item_from_row(row: Mapping[str, str]) -> CatalogueItem:
    """The item of one row; raises `RowError` for the first cell that is wrong.

    Required are sku, price and a name in any language; an empty cell is its column's default.
    """
    return CatalogueItem(**{field: read(row) for field, read in _FIELDS})  # type: ignore[arg-type]


def check_rows(rows: Iterable[tuple[int, Mapping[str, str]]]) -> tuple[list[CatalogueItem], list[RowProblem]]:
    """The good items and every problem of (line, row) pairs, sku, gtin and plu given twice included.

    Of rows that share a number the first is kept. A row with a problem gives no item.
    """
    items: list[CatalogueItem] = []
    problems: list[RowProblem] = []
    skus: dict[str, int] = {}
    gtins: dict[str, int] = {}
    plus: dict[str, int] = {}
    for line, row in rows:
        try:
            item = item_from_row(row)
        except RowError:
            problems.extend(_problems(line, row))
            continue
        repeated = [
            RowProblem(line, column, f"{value} is already on line {seen[value]}; each item has its own")
            for column, value, seen in (("sku", item.sku, skus), ("gtin", item.gtin, gtins), ("plu", item.plu, plus))
            if value and value in seen
        ]
        if repeated:
            problems.extend(repeated)
            continue
        skus[item.sku] = line
        if item.gtin:
            gtins[item.gtin] = line
        if item.plu:
            plus[item.plu] = line
        items.append(item)
    return items, problems


def check_header(columns: Sequence[str]) -> list[str]:
    """What is wrong with the first line of the file, in sentences; an empty list when it can be read."""
    faults = []
    for place, column in enumerate(columns):
        if column in columns[:place]:
            faults.append(f"the column {column} is there twice")
        elif column not in COLUMNS:
            near = difflib.get_close_matches(column.strip().lower(), COLUMNS, 1)
            hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(COLUMNS)}"
            faults.append(f"there is no column {column!r}; {hint}")
    faults.extend(f"the column {column} is missing" for column in ("sku", "price") if column not in columns)
    if not any(column in columns for column in NAME_COLUMNS):
        faults.append(f"a name is missing: one of {', '.join(NAME_COLUMNS)}")
    return faults


def _problems(line: int, row: Mapping[str, str]) -> list[RowProblem]:
    problems = []
    for _, read in _FIELDS:
        try:
            read(row)
        except RowError as error:
            problems.append(RowProblem(line, error.column, error.why))
    return problems


def _cell(row: Mapping[str, str], column: str) -> str:
    # A csv reader gives None for cells that a short row does not have.
    return (row.get(column) or "").strip()


def _text(column: str, longest: int = 200) -> Callable[[Mapping[str, str]], str]:
    def read(row: Mapping[str, str]) -> str:
        value = _cell(row, column)
        if not value.isascii():
            # Some systems write Korean letter by letter, and put spaces of other widths between words.
            value = unicodedata.normalize("NFC", " ".join(_SPACES.split(value)))
        if not value.isprintable():
            raise RowError(column, _invisible(value))
        if len(value) > longest:
            raise RowError(column, f"has {len(value)} characters; at most {longest} are allowed")
        return value

    return read


def _invisible(value: str) -> str:
    sign = next(character for character in value if not character.isprintable())
    if sign in "\r\n":
        return "has a line break; write it on one line"
    return f"has the invisible character U+{ord(sign):04X}; take it out"


_GROUPS = _text("groups")
_NAMES = {language: _text(f"name_{language}") for language in LANGUAGES}


def _name(row: Mapping[str, str]) -> LocalText:
    ko, en, ja, zh = (read(row) for read in _NAMES.values())
    first = ko or en or ja or zh
    if not first:
        raise RowError("name_ko", "the item has no name; fill in name_ko, name_en, name_ja or name_zh")
    return LocalText(first, en, ja, zh)


def _matching(
    column: str, pattern: re.Pattern[str], allowed: str, default: str | None = None
) -> Callable[[Mapping[str, str]], str]:
    def read(row: Mapping[str, str]) -> str:
        value = _cell(row, column)
        if not value and default is not None:
            return default
        if not pattern.match(value):
            shown = "is empty" if not value else f"{_shown(value)} cannot be used"
            raise RowError(column, f"{shown}; {allowed}")
        return value

    return read


def _gtin(row: Mapping[str, str]) -> str:
    value = _cell(row, "gtin")
    if not value:
        return ""
    if "E+" in value.upper():
        raise RowError("gtin", "a spreadsheet has shortened the number; format the column as text and fill it again")
    try:
        return gtin.validate(value)
    except gtin.GtinError as error:
        raise RowError("gtin", str(error)) from None


def _amount(column: str, value: str) -> int:
    if not (value.isascii() and value.isdigit()):
        shown = "is empty" if not value else f"{_shown(value)} is no price"
        raise RowError(
            column,
            f"{shown}; write a whole number of the smallest unit of the currency, such as 1980, without comma or sign",
        )
    if len(value) > 12 or int(value) > MOST_PRICE:
        raise RowError(column, f"{_shown(value)} is too high; at most {MOST_PRICE} is allowed")
    return int(value)


def _price(row: Mapping[str, str]) -> int:
    return _amount("price", _cell(row, "price"))


def _member_price(row: Mapping[str, str]) -> int | None:
    value = _cell(row, "member_price")
    if not value:
        return None
    amount, price = _amount("member_price", value), _cell(row, "price")
    if price.isascii() and price.isdigit() and len(price) <= 12 and amount > int(price):
        raise RowError("member_price", f"{amount} is above the price {price}; members never pay more")
    return amount


def _count(column: str, most: int, default: int) -> Callable[[Mapping[str, str]], int]:
    def read(row: Mapping[str, str]) -> int:
        value = _cell(row, column)
        if not value:
            return default
        if not (value.isascii() and value.isdigit()) or len(value) > 6 or int(value) > most:
            raise RowError(column, f"{_shown(value)} cannot be used; write a whole number from 0 to {most}")
        return int(value)

    return read


def _yes_no(column: str, default: bool) -> Callable[[Mapping[str, str]], bool]:
    def read(row: Mapping[str, str]) -> bool:
        value = _cell(row, column).lower()
        if not value:
            return default
        if value not in _YES_NO:
            raise RowError(column, f"{_shown(value)} cannot be used; write yes or no")
        return _YES_NO[value]

    return read


def _tax(row: Mapping[str, str]) -> str:
    value = _cell(row, "tax") or "standard"
    if value not in TAX_KINDS:
        raise RowError("tax", f"{_shown(value)} is no kind of tax; write one of {', '.join(TAX_KINDS)}")
    return value


def _sold_by(row: Mapping[str, str]) -> SoldBy:
    value = _cell(row, "sold_by")
    found = _SOLD_BY.get(value.lower())
    if found is None:
        raise RowError("sold_by", f"{_shown(value)} cannot be used; write each or kg")
    return found


def _flags(row: Mapping[str, str]) -> frozenset[str]:
    value = _cell(row, "flags")
    if not value:
        return _NO_FLAGS
    flags = frozenset(re.split(r"[;|,\s]+", value.strip(";|, ")))
    for flag in flags:
        if not _WORD.match(flag):
            raise RowError("flags", f"{_shown(flag)} cannot be used; write small Latin words with ; between them")
    return flags


def _groups(row: Mapping[str, str]) -> frozenset[str]:
    return frozenset(filter(None, (group.strip() for group in _GROUPS(row).split(";"))))


def _picture(row: Mapping[str, str]) -> str:
    value = _cell(row, "picture")
    if value and (not _PICTURE.match(value) or ".." in value):
        raise RowError("picture", f"{_shown(value)} cannot be used; write the path of a file in the picture folder")
    return value


def _shown(value: str) -> str:
    return repr(value if len(value) <= 40 else value[:40] + "…")


_FIELDS: tuple[tuple[str, Callable[[Mapping[str, str]], object]], ...] = (
    ("sku", _matching("sku", _SKU, "write 1 to 40 Latin letters, digits or . _ / - without spaces")),
    ("gtin", _gtin),
    ("name", _name),
    ("maker", _text("maker")),
    ("brand", _text("brand")),
    ("category", _text("category")),
    ("net_content", _text("net_content", 40)),
    ("unit", _text("unit", 20)),
    ("unit_price", _price),
    ("member_price", _member_price),
    ("tax", _tax),
    ("sold_by", _sold_by),
    ("plu", _matching("plu", re.compile(r"[0-9]{1,6}\Z"), "write 1 to 6 digits", "")),
    ("age_limit", _count("age_limit", 99, 0)),
    ("place", _text("place", 40)),
    ("seller", _text("seller")),
    ("shipping", _yes_no("shipping", False)),
    ("pickup", _yes_no("pickup", False)),
    ("returnable_days", _count("returnable_days", 365, 7)),
    ("picture", _picture),
    ("tile", _matching("tile", _WORD, "write the small Latin name of a colour", "stone")),
    ("flags", _flags),
    ("in_store", _yes_no("in_store", True)),
    ("groups", _groups),
    ("deposit", _count("deposit", MOST_DEPOSIT, 0)),
)
