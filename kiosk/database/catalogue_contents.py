"""The small tables of a catalogue file, read once when it is taken into use and shared by all threads."""

from collections.abc import Mapping
from dataclasses import dataclass

import apsw

from kiosk.database.catalogue_rules import CatalogueRules, read_rules
from kiosk.database.errors import CatalogueRefused
from kiosk.database.open_catalogue import read_head
from kiosk.domain.bags import offered_bags
from kiosk.domain.catalogue import CatalogueHead, CatalogueItem, Place, Shop, StaffMember
from kiosk.domain.in_store_number import InStoreTemplate
from sync.wire import catalogue_file

_COLUMNS = ", ".join(catalogue_file.ITEM_COLUMNS)
_UNCODED = f"SELECT {_COLUMNS} FROM item WHERE gtin IS NULL AND in_store ORDER BY rank"  # noqa: S608
_BAGS = f"SELECT {_COLUMNS} FROM item WHERE flags != '' AND flags LIKE '%bag%' ORDER BY rank"  # noqa: S608
_CATEGORIES = (
    "SELECT category, count(*) AS n FROM item WHERE category != '' GROUP BY category ORDER BY n DESC, category"
)
_TEMPLATES = (
    "SELECT prefix, kind, item_digits, value_digits, inner_check, decimals FROM template"
    " ORDER BY length(prefix) DESC, prefix"
)


@dataclass(frozen=True, slots=True)
class CatalogueContents:
    """What is asked at every cart and would take a walk through the file: `uncoded` and `bags` best sold first.

    `bags` are those of the shop's district.
    """

    head: CatalogueHead
    stock_position: int  # how far in central's feed of changes the counts of the file are
    rules: CatalogueRules
    templates: tuple[InStoreTemplate, ...]
    shops: Mapping[str, Shop]
    places: Mapping[str, Place]
    staff: tuple[StaffMember, ...]
    uncoded: tuple[CatalogueItem, ...]
    bags: tuple[CatalogueItem, ...]
    categories: tuple[tuple[str, int], ...]


def read_contents(connection: apsw.Connection) -> CatalogueContents:
    """Read them all; with a million items about a third of a second, so never on the session's thread.

    Raises `CatalogueRefused` when a table is missing or a row other than a rule is not understood.
    """
    try:
        return _read(connection)
    except (apsw.Error, ValueError, KeyError, TypeError) as error:
        raise CatalogueRefused(f"{connection.filename} is no catalogue this program can use: {error}") from error


def _read(connection: apsw.Connection) -> CatalogueContents:
    execute = connection.execute

    def items(statement: str) -> tuple[CatalogueItem, ...]:
        return tuple(catalogue_file.item_from_row(row) for row in execute(statement))

    head = read_head(connection)
    shops = {row[0]: catalogue_file.shop_from_text(*row) for row in execute("SELECT id, body FROM shop ORDER BY id")}
    own = shops.get(head.shop)
    return CatalogueContents(
        head=head,
        stock_position=int(next(iter(execute("SELECT value FROM head WHERE key = 'stock_position'")), ("0",))[0]),
        rules=read_rules(connection, frozenset({head.shop, *shops})),
        templates=tuple(catalogue_file.template_from_row(row) for row in execute(_TEMPLATES)),
        shops=shops,
        places={
            row[0]: catalogue_file.place_from_text(*row) for row in execute("SELECT id, body FROM place ORDER BY id")
        },
        staff=tuple(
            catalogue_file.staff_from_row(row)
            for row in execute("SELECT id, name, role, pin_check FROM staff ORDER BY id")
        ),
        uncoded=items(_UNCODED),
        bags=offered_bags(items(_BAGS), own.district if own is not None else ""),
        categories=tuple((str(name), int(count)) for name, count in execute(_CATEGORIES)),
    )
