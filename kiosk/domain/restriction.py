"""What may not be sold to everybody, everywhere, at all hours or in any number: rules as data of the catalogue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.domain.age_limit import AgeLimit
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.promotion import Pool
from kiosk.domain.sale_hours import SaleHours


class Policy(StrEnum):
    """What a shop does where the law leaves it to the shop."""

    SELL = "sell"  # as if nothing were known
    WARN = "warn"  # sell, and tell staff
    STAFF = "staff"  # sell when a member of staff has looked at the pack
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class ListAge:
    """What is done when the list of recalls is older than `most`, or of unknown age."""

    most: timedelta
    then: Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """One rule on the sale of `goods`; what it leaves at its default it does not restrict.

    `goods` names items as a promotion does, but also those that no promotion may touch. `name` is what shoppers
    call the goods ("주류"), `basis` the law or order in the words for staff. `channels` are the ways in which they
    may be received; `hand_over` asks for a person who hands them over, `attended_only` for somebody on duty,
    `id_required` for an identity card whatever the age. `per_sale` and `per_person` are pieces, of each item or,
    `together`, of all of them. `best_before` is the shop's rule for packs past that date, `list_age` for a list of
    recalls that is too old.
    """

    restriction_id: str
    name: LocalText
    goods: Pool
    basis: str = ""
    shops: frozenset[str] = frozenset()
    starts: datetime | None = None
    ends: datetime | None = None
    age: AgeLimit | None = None
    channels: frozenset[FulfilmentKind] | None = None
    hand_over: bool = False
    attended_only: bool = False
    id_required: bool = False
    hours: tuple[SaleHours, ...] = ()
    per_sale: int | None = None
    per_person: int | None = None
    together: bool = False
    best_before: Policy | None = None
    list_age: ListAge | None = None

    def covers(self, item: CatalogueItem) -> bool:
        """Whether the item is one of its goods."""
        goods = self.goods
        if not (goods.everything or goods.names(item)):
            return False
        return goods.without is None or not goods.without.names(item)

    def live(self, at: datetime, shop: str) -> bool:
        """Whether the rule is in force at `at` in that shop."""
        if (self.starts and at < self.starts) or (self.ends and at > self.ends):
            return False
        return not self.shops or shop in self.shops

    @property
    def face_to_face(self) -> bool:
        """Whether a person looks at the buyer before the goods change hands at the till."""
        return self.age is not None or self.id_required or self.hand_over


def reachable(item: CatalogueItem, restrictions: Iterable[Restriction]) -> frozenset[FulfilmentKind]:
    """In which ways the rules let the item reach its buyer, whatever the shop offers.

    Nobody looks at an identity card at the door, so what asks for a look at the buyer is never shipped, and is
    picked up only where a rule names its channels.
    """
    covering = [rule for rule in restrictions if rule.covers(item)]
    ways = frozenset(FulfilmentKind)
    named = [rule.channels for rule in covering if rule.channels is not None]
    for channels in named:
        ways &= channels
    if item.age_limit or any(rule.face_to_face for rule in covering):
        ways -= {FulfilmentKind.SHIP} if named else {FulfilmentKind.SHIP, FulfilmentKind.PICK_UP}
    return ways


Bought = Mapping[tuple[str, str], int]
"""Pieces a person bought before: restriction id and SKU ("" where the rule counts its goods together) -> pieces."""
