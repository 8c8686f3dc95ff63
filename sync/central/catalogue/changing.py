"""Changes what the shops sell, piece by piece: for the console, the bridge and whoever else edits a catalogue.

Whatever is committed here is published by itself within about a second: triggers of the tables write down what
changed, and `sync.central.catalogue.publisher` makes the next version of every shop that it concerns.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import delete, func, select, text, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from kiosk.domain.catalogue import CatalogueItem
from sync.central.catalogue.items import unranked_items
from sync.central.catalogue_tables import ItemRow, PriceRow, PromotionRow, RecallRow, RestrictionRow
from sync.central.problems import Refused
from sync.central.tables import ShopRow
from sync.wire.promotion import promotion_from_text, promotion_text
from sync.wire.rule_text import recall_from_text, recall_text, restriction_from_text, restriction_text

_CHUNK = 5_000
_NAMED = 5
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class PriceChange:
    """What an item costs from `effective_at` on (None: at once), in one shop, or with "" in every shop.

    A shop's own price counts before the price of every shop. `member_price` None: members pay the same.
    """

    shop: str
    sku: str
    unit_price: int
    member_price: int | None = None
    effective_at: datetime | None = None


def put_items(session: Session, items: Iterable[CatalogueItem]) -> int:
    """Add or replace items by SKU; known ones keep their sales rank, new ones come last; answers how many came."""
    return unranked_items(session, items)


def drop_items(session: Session, skus: Iterable[str]) -> None:
    """Take items out of the range, with their prices; raises `Refused` (404) when one is not known."""
    wanted = sorted(set(skus))
    _check_known(session, wanted)
    for part in _parts(wanted):
        session.execute(delete(PriceRow).where(PriceRow.sku.in_(part)))
        session.execute(delete(ItemRow).where(ItemRow.sku.in_(part)))


def put_prices(session: Session, prices: Iterable[PriceChange]) -> int:
    """Write prices down, those that begin later too; answers how many; all of them or none.

    A price for every shop at once is the item's own price from now on, and the last one that is written counts:
    an import that says another one later changes it again. Raises `Refused`: 404 for an unknown item or shop, 422
    for a price that nobody can pay.
    """
    changes = list(prices)
    _check_prices(changes)
    _check_known(session, sorted({change.sku for change in changes}))
    _check_shops(session, {change.shop for change in changes if change.shop})
    at_once = [change for change in changes if change.effective_at is None and not change.shop]
    for part in _parts(at_once):
        _set_own_price(session, part)
    with_beginning = [change for change in changes if change.effective_at is not None or change.shop]
    for part in _parts(with_beginning):
        # The same key twice in one statement is refused by PostgreSQL: the later one counts.
        rows = {(change.shop, change.sku, change.effective_at): _price_row(change) for change in part}
        _upsert(session, PriceRow, list(rows.values()), ("shop", "sku", "effective_at"))
    return len(changes)


def drop_prices(session: Session, shop: str, skus: Iterable[str]) -> int:
    """Take a shop's own prices of items back, begun ones and coming ones; "": those of every shop that are to come.

    Answers how many prices went.
    """
    gone = 0
    for part in _parts(sorted(set(skus))):
        dropped = delete(PriceRow).where(PriceRow.shop == shop, PriceRow.sku.in_(part)).returning(PriceRow.sku)
        gone += len(session.execute(dropped).all())
    return gone


def put_promotion(session: Session, body: str) -> str:
    """Add or replace a promotion (JSON of `sync.wire.promotion`); answers its id; raises `Refused` (422)."""
    promotion = _read("promotion", body, promotion_from_text)
    row = {"promotion": promotion.promotion_id, "body": promotion_text(promotion)}
    _upsert(session, PromotionRow, [row], ("promotion",))
    return promotion.promotion_id


def drop_promotion(session: Session, promotion_id: str) -> None:
    """End a promotion; raises `Refused` (404) when it is not known."""
    _drop(session, PromotionRow, "promotion", promotion_id)


def put_restriction(session: Session, body: str) -> str:
    """Add or replace a restriction (JSON of `sync.wire.rule_text`); answers its id; raises `Refused` (422)."""
    restriction = _read("restriction", body, restriction_from_text)
    row = {"restriction": restriction.restriction_id, "body": restriction_text(restriction)}
    _upsert(session, RestrictionRow, [row], ("restriction",))
    return restriction.restriction_id


def drop_restriction(session: Session, restriction_id: str) -> None:
    """End a restriction; raises `Refused` (404) when it is not known."""
    _drop(session, RestrictionRow, "restriction", restriction_id)


def put_recall(session: Session, body: str) -> str:
    """Add or replace a recall (JSON of `sync.wire.rule_text`); answers its id; raises `Refused` (422)."""
    recall = _read("recall", body, recall_from_text)
    _upsert(session, RecallRow, [{"recall": recall.recall_id, "body": recall_text(recall)}], ("recall",))
    return recall.recall_id


def drop_recall(session: Session, recall_id: str) -> None:
    """End a recall; raises `Refused` (404) when it is not known."""
    _drop(session, RecallRow, "recall", recall_id)


_SET_OWN_PRICE = text("""
UPDATE item SET unit_price = coming.unit_price, member_price = coming.member_price
FROM unnest(cast(:skus AS text[]), cast(:prices AS bigint[]), cast(:members AS bigint[]))
    AS coming (sku, unit_price, member_price)
WHERE item.sku = coming.sku
  AND (item.unit_price, item.member_price) IS DISTINCT FROM (coming.unit_price, coming.member_price)
""")


def _set_own_price(session: Session, changes: Sequence[PriceChange]) -> None:
    rows = {change.sku: change for change in changes}
    prices = [change.unit_price for change in rows.values()]
    members = [change.member_price for change in rows.values()]
    session.execute(_SET_OWN_PRICE, {"skus": list(rows), "prices": prices, "members": members})
    # What began before and was not taken over into the item yet would count before what was said just now.
    begun = delete(PriceRow).where(PriceRow.shop == "", PriceRow.sku.in_(rows), PriceRow.effective_at <= func.now())
    session.execute(begun)


def _price_row(change: PriceChange) -> dict[str, Any]:
    return {
        "shop": change.shop,
        "sku": change.sku,
        "effective_at": change.effective_at or func.now(),
        "unit_price": change.unit_price,
        "member_price": change.member_price,
    }


def _check_prices(changes: Sequence[PriceChange]) -> None:
    for change in changes:
        member = change.member_price
        if not 0 <= change.unit_price <= 2**53:
            raise Refused(422, "price refused", f"{change.sku}: {change.unit_price} is no price; write 0 or more")
        if member is not None and not 0 <= member <= change.unit_price:
            what = f"the member price {member} is not between 0 and the price {change.unit_price}"
            raise Refused(422, "price refused", f"{change.sku}: {what}")
        if change.effective_at is not None and change.effective_at.tzinfo is None:
            raise Refused(422, "price refused", f"{change.sku}: its beginning names no time zone, such as +09:00")


def _check_known(session: Session, skus: Sequence[str]) -> None:
    unknown: list[str] = []
    for part in _parts(skus):
        known = set(session.scalars(select(ItemRow.sku).where(ItemRow.sku.in_(part))))
        unknown += [sku for sku in part if sku not in known]
    if unknown:
        more = f" and {len(unknown) - _NAMED} more" if len(unknown) > _NAMED else ""
        raise Refused(404, "unknown item", f"there is no item {', '.join(unknown[:_NAMED])}{more}; nothing was changed")


def _check_shops(session: Session, shops: set[str]) -> None:
    known = set(session.scalars(select(ShopRow.shop).where(ShopRow.shop.in_(shops)))) if shops else set()
    if unknown := sorted(shops - known):
        raise Refused(404, "unknown shop", f"there is no shop {', '.join(unknown[:_NAMED])}; nothing was changed")


def _read(kind: str, body: str, read: Callable[[str], R]) -> R:
    try:
        return read(body)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Refused(422, f"{kind} refused", f"the {kind} is not understood: {error}") from error


def _upsert(session: Session, table: Any, rows: list[Mapping[str, Any]], keys: tuple[str, ...]) -> None:
    statement = insert(table)
    columns = [column.name for column in table.__table__.columns if column.name not in keys]
    news = {column: statement.excluded[column] for column in columns}
    different = tuple_(*(table.__table__.c[x] for x in columns)).is_distinct_from(tuple_(*news.values()))
    session.execute(statement.values(rows).on_conflict_do_update(index_elements=list(keys), set_=news, where=different))


def _drop(session: Session, table: Any, kind: str, rule_id: str) -> None:
    key = table.__table__.c[kind]
    if session.execute(delete(table).where(key == rule_id).returning(key)).first() is None:
        raise Refused(404, f"unknown {kind}", f"there is no {kind} {rule_id!r}")


def _parts(rows: Sequence[R]) -> Iterable[Sequence[R]]:
    return (rows[start : start + _CHUNK] for start in range(0, len(rows), _CHUNK))
