"""Takes over what the shops sell and who works there; every function replaces or adds whole rows."""

import secrets
from collections.abc import Iterable, Mapping
from itertools import islice, pairwise

import psycopg
from sqlalchemy import Engine, delete, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from kiosk.domain.catalogue import CatalogueItem, Place, Shop
from kiosk.domain.in_store_number import InStoreTemplate
from kiosk.domain.promotion import Promotion
from kiosk.domain.recall import Recall
from kiosk.domain.restriction import Restriction
from sync.central.catalogue_tables import (
    MemberRow,
    PlaceRow,
    PromotionRow,
    RecallRow,
    RestrictionRow,
    StaffRow,
    TemplateRow,
)
from sync.central.problems import Refused
from sync.central.tables import ShopRow
from sync.wire import catalogue_file as file
from sync.wire.promotion import promotion_text
from sync.wire.rule_text import recall_text, restriction_text
from sync.wire.shop_secret import pin_check

_COLUMNS = ("rank", *file.ITEM_COLUMNS)
_CHUNK = 5_000


def put_items(engine: Engine, items: Iterable[CatalogueItem], *, first_rank: int = 1) -> int:
    """Add or replace items by SKU, best sold first, streamed; answers how many; all of them or none.

    `first_rank` is the sales rank of the first one. When a SKU comes twice the later row counts.
    """
    names = ", ".join(_COLUMNS)
    news = ", ".join(f"{column} = excluded.{column}" for column in _COLUMNS if column != "sku")
    with engine.begin() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)  # noqa: S101  # central runs on psycopg only
        with driver.cursor() as cursor:
            cursor.execute("CREATE TEMP TABLE coming (LIKE item INCLUDING DEFAULTS) ON COMMIT DROP")
            count = 0
            with cursor.copy(f"COPY coming ({names}) FROM STDIN".encode()) as copy:
                for count, item in enumerate(items, 1):
                    copy.write_row((first_rank + count - 1, *file.item_row(item)))
            cursor.execute(
                f"INSERT INTO item ({names}) SELECT DISTINCT ON (sku) {names} FROM coming"  # noqa: S608  # constants
                f" ORDER BY sku, rank DESC ON CONFLICT (sku) DO UPDATE SET {news}".encode()
            )
    with engine.begin() as analysing:
        analysing.execute(text("ANALYZE item"))
    return count


def put_shop(session: Session, shop: Shop, *, staff_secret: bytes | None = None) -> None:
    """Add or replace a shop; a new one gets a secret of its own (32 random bytes unless given)."""
    row = session.get(ShopRow, shop.shop_id)
    if row is None:
        secret = staff_secret or secrets.token_bytes(32)
        row = ShopRow(shop=shop.shop_id, body="", is_warehouse=False, staff_secret=secret)
        session.add(row)
    row.body, row.is_warehouse = file.shop_text(shop), shop.is_warehouse
    session.flush()


def put_staff(session: Session, shop: str, person_id: str, name: str, role: str, pin: str) -> None:
    """Add or replace a person at a shop; of the PIN only the check value is kept.

    Raises `Refused` for an unknown shop (404) and for a PIN that is too easy (422).
    """
    row = session.get(ShopRow, shop)
    if row is None:
        raise Refused(404, "unknown shop", f"there is no shop {shop!r}")
    if fault := pin_fault(pin):
        raise Refused(422, "PIN refused", f"the PIN of {person_id} {fault}")
    check = pin_check(row.staff_secret, person_id, pin)
    session.merge(StaffRow(shop=shop, person=person_id, name=name, role=role, pin_check=check))


def pin_fault(pin: str) -> str:
    """Why a PIN may not be used, or ""."""
    if not (pin.isascii() and pin.isdigit() and 6 <= len(pin) <= 12):
        return "must be 6 to 12 digits"
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        return "is a row or a repetition; choose another one"
    return ""


def put_promotions(session: Session, promotions: Iterable[Promotion]) -> int:
    """Replace all promotions."""
    session.execute(delete(PromotionRow))
    return _add(session, PromotionRow, ({"promotion": p.promotion_id, "body": promotion_text(p)} for p in promotions))


def put_restrictions(session: Session, restrictions: Iterable[Restriction]) -> int:
    """Replace all restrictions."""
    session.execute(delete(RestrictionRow))
    rows = ({"restriction": r.restriction_id, "body": restriction_text(r)} for r in restrictions)
    return _add(session, RestrictionRow, rows)


def put_recalls(session: Session, recalls: Iterable[Recall]) -> int:
    """Replace all recalls."""
    session.execute(delete(RecallRow))
    return _add(session, RecallRow, ({"recall": r.recall_id, "body": recall_text(r)} for r in recalls))


def put_places(session: Session, shop: str, places: Iterable[Place]) -> int:
    """Replace the places on a shop's map."""
    session.execute(delete(PlaceRow).where(PlaceRow.shop == shop))
    rows = ({"shop": shop, "place": p.place_id, "body": file.place_text(p)} for p in places)
    return _add(session, PlaceRow, rows)


def put_members(session: Session, members: Mapping[str, str]) -> int:
    """Add or replace members, code -> name."""
    count = 0
    for code, name in members.items():
        session.merge(MemberRow(code=code, name=name))
        count += 1
    return count


def put_templates(session: Session, templates: Iterable[InStoreTemplate]) -> int:
    """Replace the layouts of in-store numbers."""
    session.execute(delete(TemplateRow))
    rows = (
        {
            "prefix": t.prefix,
            "kind": t.kind.value,
            "item_digits": t.item_digits,
            "value_digits": t.value_digits,
            "inner_check": t.inner_check.value,
            "decimals": t.decimals,
        }
        for t in templates
    )
    return _add(session, TemplateRow, rows)


def _add(session: Session, table: type[object], rows: Iterable[Mapping[str, object]]) -> int:
    count = 0
    source = iter(rows)
    while chunk := list(islice(source, _CHUNK)):
        session.execute(insert(table), chunk)
        count += len(chunk)
    return count
