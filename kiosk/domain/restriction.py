"""What may not be sold to everybody, or at all, or not in every way."""

from collections.abc import Iterable
from datetime import date

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.fulfilment import FulfilmentKind

YOUTH_LIMIT = 19


def born_before(limit: int, today: date) -> date:
    """The latest date of birth of a person who may buy what has this age limit, today.

    For 19 the year counts, not the birthday: one may buy from 1 January of the year in which one turns 19
    (Korea, Youth Protection Act, article 2 number 1). Any other limit ends on the birthday itself.
    """
    if limit == YOUTH_LIMIT:
        return date(today.year - limit, 12, 31)
    try:
        return today.replace(year=today.year - limit)
    except ValueError:  # 29 February of a year that has none: who was born the day after is not old enough
        return date(today.year - limit, 2, 28)


def is_old_enough(born: date, limit: int, today: date) -> bool:
    """Whether a person born on that day may buy what has this age limit."""
    return born <= born_before(limit, today)


def lines_to_check(lines: Iterable[LineItem]) -> tuple[LineItem, ...]:
    """The rows with an age limit that nobody has approved yet."""
    return tuple(line for line in lines if line.item.age_limit and not line.approved_by)


def strictest(lines: Iterable[LineItem]) -> LineItem | None:
    """The row with the highest age limit: the card is checked once, for it."""
    return max(lines, key=lambda line: line.item.age_limit, default=None)


def is_blocked(item: CatalogueItem) -> bool:
    """Whether a recall or sale-stop keeps the item from being sold in any way."""
    return bool(item.blocked)


def allowed_fulfilments(item: CatalogueItem) -> frozenset[FulfilmentKind]:
    """In which ways the item may be received.

    Nobody looks at an identity card at the door, so what has an age limit is only carried out.
    """
    if item.blocked:
        return frozenset()
    ways = set()
    if item.in_store:
        ways.add(FulfilmentKind.CARRY_OUT)
    if not item.age_limit:
        if item.shipping:
            ways.add(FulfilmentKind.SHIP)
        if item.pickup:
            ways.add(FulfilmentKind.PICK_UP)
    return frozenset(ways)
