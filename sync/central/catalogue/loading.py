"""Takes over what the shops sell and who works there; every function replaces or adds whole rows."""

import secrets
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, Engine, select, text
from sqlalchemy.orm import Session

from kiosk.domain.catalogue import CatalogueItem, Place, Shop
from kiosk.domain.in_store_number import InStoreTemplate
from kiosk.domain.promotion import Promotion
from kiosk.domain.recall import Recall
from kiosk.domain.restriction import Restriction
from sync.central.catalogue.items import ranked_items
from sync.central.catalogue_tables import (
    MemberRow,
    PlaceRow,
    PromotionRow,
    RecallRow,
    RestrictionRow,
    StaffRow,
    TemplateRow,
)
from sync.central.database.engine import transaction
from sync.central.problems import Refused
from sync.central.tables import ShopRow
from sync.wire import catalogue_file as file
from sync.wire.promotion import promotion_text
from sync.wire.rule_text import recall_text, restriction_text
from sync.wire.shop_secret import pin_check, pin_matches


def put_items(engine: Engine, items: Iterable[CatalogueItem], *, first_rank: int = 1) -> int:
    """Add or replace items by SKU, best sold first, streamed; answers how many; all of them or none.

    `first_rank` is the sales rank of the first one. When a SKU comes twice the later row counts.
    """
    with transaction(engine) as session:
        come = ranked_items(session, items, first_rank)
    with engine.begin() as analysing:
        analysing.execute(text("ANALYZE item"))
    return come


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
    known = session.get(StaffRow, (shop, person_id))
    # The same PIN keeps its check value, which has a salt: loading a folder again is no change.
    same = known is not None and pin_matches(row.staff_secret, person_id, pin, known.pin_check)
    check = known.pin_check if known is not None and same else pin_check(row.staff_secret, person_id, pin)
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
    return _whole(session, PromotionRow, {(p.promotion_id,): {"body": promotion_text(p)} for p in promotions})


def put_restrictions(session: Session, restrictions: Iterable[Restriction]) -> int:
    """Replace all restrictions."""
    return _whole(session, RestrictionRow, {(r.restriction_id,): {"body": restriction_text(r)} for r in restrictions})


def put_recalls(session: Session, recalls: Iterable[Recall]) -> int:
    """Replace all recalls."""
    return _whole(session, RecallRow, {(r.recall_id,): {"body": recall_text(r)} for r in recalls})


def put_places(session: Session, shop: str, places: Iterable[Place]) -> int:
    """Replace the places on a shop's map."""
    rows = {(shop, p.place_id): {"body": file.place_text(p)} for p in places}
    return _whole(session, PlaceRow, rows, PlaceRow.shop == shop)


def put_members(session: Session, members: Mapping[str, str]) -> int:
    """Add or replace members, code -> name."""
    count = 0
    for code, name in members.items():
        session.merge(MemberRow(code=code, name=name))
        count += 1
    return count


def put_templates(session: Session, templates: Iterable[InStoreTemplate]) -> int:
    """Replace the layouts of in-store numbers."""
    rows = {
        (t.prefix,): {
            "kind": t.kind.value,
            "item_digits": t.item_digits,
            "value_digits": t.value_digits,
            "inner_check": t.inner_check.value,
            "decimals": t.decimals,
        }
        for t in templates
    }
    return _whole(session, TemplateRow, rows)


def _whole(
    session: Session,
    table: type[Any],
    wanted: Mapping[Any, Mapping[str, Any]],  # a key is a tuple, in the order of the table's
    *among: ColumnElement[bool],
) -> int:
    """Make the rows of `table` those of `wanted`, by key; what is there already as it should be is not touched."""
    keys = [column.name for column in table.__table__.primary_key.columns]
    there = {tuple(getattr(row, key) for key in keys): row for row in session.scalars(select(table).where(*among))}
    for key, row in there.items():
        if key not in wanted:
            session.delete(row)
    for key, values in wanted.items():
        row = there.get(key)
        if row is None:
            session.add(table(**dict(zip(keys, key, strict=True)), **values))
            continue
        for name, value in values.items():
            setattr(row, name, value)  # SQLAlchemy writes only what is another value
    session.flush()
    return len(wanted)
