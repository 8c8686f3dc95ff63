"""Items and cart lines of a price case: rows that pricing takes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.cart import LineItem, PriceOverride
from kiosk.domain.catalogue import CatalogueItem, SoldBy
from kiosk.domain.lot import UNNAMED, Lot
from kiosk.domain.price_case_fields import (
    CaseError,
    day,
    local_text,
    money,
    names,
    rows,
    text,
    told,
    whole,
    word,
    yes_or_no,
)
from kiosk.domain.tax_rules import STANDARD

MOST_LINES = 1_000
MOST_QUANTITY = 10_000
MOST_GRAMS = 10_000_000
_NO_DISCOUNT = frozenset(("no_discount",))
_NO_FLAGS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CaseItem:
    """An item and its place in the case; `open` when the case leaves it to the cart line how it is sold."""

    item: CatalogueItem
    where: str
    open: bool


def items_from(value: object) -> dict[str, CaseItem]:
    """The items by sku; raises `CaseError` or `PromotionError` with the path of the field that is wrong."""
    found: dict[str, CaseItem] = {}
    for place, row in enumerate(rows(value, "items")):
        item = _item(row, f"items[{place}]")
        sku = item.item.sku
        if sku in found:
            raise CaseError(f"items[{place}].sku", f"{sku!r} is an item already: {found[sku].where}")
        found[sku] = item
    return found


def _item(row: object, where: str) -> CaseItem:
    said = told(row, where, "an object with sku and unit_price")
    sku = text(said.get("sku"), f"{where}.sku")
    price = money(said.get("unit_price"), f"{where}.unit_price")
    sold_by = text(said.get("sold_by", "each"), f"{where}.sold_by")
    categories = tuple(rows(said.get("categories"), f"{where}.categories"))
    inside = names(list(categories), f"{where}.categories")
    item = CatalogueItem(
        sku=sku,
        gtin="",
        name=local_text(said.get("name"), sku),
        unit_price=price,
        tax=word(said.get("tax"), f"{where}.tax", STANDARD),
        sold_by=SoldBy.EACH if sold_by == "each" else SoldBy.KG,
        member_price=money(said["member_price"], f"{where}.member_price") if "member_price" in said else None,
        brand=word(said.get("brand"), f"{where}.brand"),
        category=str(categories[0]) if categories else "",
        flags=_NO_FLAGS
        if yes_or_no(said.get("discountable"), f"{where}.discountable", otherwise=True)
        else _NO_DISCOUNT,
        groups=inside | names(said.get("groups"), f"{where}.groups"),
        deposit=money(said.get("deposit", 0), f"{where}.deposit"),
    )
    return CaseItem(item, where, "sold_by" not in said)


def lines_from(value: object, items: Mapping[str, CaseItem], rates: Mapping[str, str]) -> tuple[LineItem, ...]:
    """The rows of the cart; raises `CaseError` or `PromotionError` with the path of the field that is wrong."""
    if value is None:
        raise CaseError("cart", "is missing: must be a list of lines; an empty one costs nothing")
    there = rows(value, "cart")
    if len(there) > MOST_LINES:
        raise CaseError("cart", f"has {len(there):,} lines; a case has {MOST_LINES:,} at most")
    lines: dict[str, LineItem] = {}
    for place, row in enumerate(there):
        where = f"cart[{place}]"
        said = told(row, where, "an object with line, sku, and quantity or grams")
        line_id = text(said.get("line"), f"{where}.line")
        if line_id in lines:
            raise CaseError(f"{where}.line", f"there is a line {line_id!r} already")
        sku = text(said.get("sku"), f"{where}.sku")
        if sku not in items:
            raise CaseError(f"{where}.sku", f"no item has the sku {sku!r}")
        case_item = items[sku]
        if rates and case_item.item.tax not in rates:
            known = ", ".join(sorted(rates))
            raise CaseError(f"{case_item.where}.tax", f"tax.rates has no {case_item.item.tax!r}; it has {known}")
        lines[line_id] = _line(line_id, case_item, said, where)
    return tuple(lines.values())


def _line(line_id: str, case_item: CaseItem, said: dict[str, object], where: str) -> LineItem:
    item = case_item.item
    weighed = "grams" in said
    if weighed and "quantity" in said:
        raise CaseError(f"{where}.grams", "a line has a quantity or grams, not both")
    if not weighed and "quantity" not in said:
        needed = "grams" if item.sold_by is SoldBy.KG else "quantity"
        raise CaseError(f"{where}.{needed}", "is missing: a line has a quantity, or grams when it is weighed")
    if weighed and case_item.open:
        item = replace(item, sold_by=SoldBy.KG)
    if weighed and item.sold_by is SoldBy.EACH:
        raise CaseError(f"{where}.grams", f"{item.sku!r} is sold by each and has no weight")
    if not weighed and item.sold_by is SoldBy.KG:
        raise CaseError(f"{where}.quantity", f"{item.sku!r} is sold by weight: give grams")
    expires = day(said.get("expires"), f"{where}.expires")
    return LineItem(
        line_id,
        item,
        1 if weighed else whole(said["quantity"], f"{where}.quantity", 1, MOST_QUANTITY),
        whole(said["grams"], f"{where}.grams", 1, MOST_GRAMS) if weighed else None,
        lot=Lot(expires_on=expires) if expires else UNNAMED,
        override=_override(said["override"], f"{where}.override") if "override" in said else None,
    )


def _override(value: object, where: str) -> PriceOverride:
    said = told(value, where, "an object with unit_price, reason and person")
    return PriceOverride(
        money(said.get("unit_price"), f"{where}.unit_price"),
        text(said.get("reason"), f"{where}.reason"),
        text(said.get("person"), f"{where}.person"),
    )
