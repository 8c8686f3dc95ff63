"""The rules of a catalogue file: those that are followed, and those that are not, each with the reason."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import apsw

from kiosk.domain.assortment import Assortment, named_skus
from kiosk.domain.promotion import Promotion
from kiosk.domain.promotion_faults import promotion_faults
from kiosk.domain.recall import Recall
from kiosk.domain.refused_rule import RefusedRule
from kiosk.domain.restriction import Restriction
from sync.wire import catalogue_file
from sync.wire.promotion import promotion_from_text
from sync.wire.rule_text import recall_from_text, restriction_from_text

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class CatalogueRules:
    """Rules that are not understood, or cannot be meant, are `refused`; the others are followed."""

    promotions: tuple[Promotion, ...]
    restrictions: tuple[Restriction, ...]
    recalls: tuple[Recall, ...]
    refused: tuple[RefusedRule, ...]


def read_rules(connection: apsw.Connection, shops: frozenset[str]) -> CatalogueRules:
    """All rules of the file; `shops` are those that promotions may name."""
    refused: list[RefusedRule] = []
    promotions = _rules(connection, "promotion", promotion_from_text, lambda rule: rule.promotion_id, refused)
    restrictions = _rules(connection, "restriction", restriction_from_text, lambda rule: rule.restriction_id, refused)
    recalls = _rules(connection, "recall", recall_from_text, lambda rule: rule.recall_id, refused)
    known = _assortment(connection, promotions, shops)
    followed = []
    for promotion in promotions:
        if faults := promotion_faults(promotion, known):
            refused.append(RefusedRule("promotion", promotion.promotion_id, "; ".join(faults)))
        else:
            followed.append(promotion)
    return CatalogueRules(tuple(followed), tuple(restrictions), tuple(recalls), tuple(refused))


def _rules(
    connection: apsw.Connection,
    kind: str,
    read: Callable[[str], R],
    name: Callable[[R], str],
    refused: list[RefusedRule],
) -> list[R]:
    """The rules of a table of (id, body) that are understood."""
    rules = []
    for rule_id, body in connection.execute(f"SELECT id, body FROM {kind} ORDER BY id"):  # noqa: S608  # three words
        try:
            rule = read(str(body))
            if name(rule) != rule_id:
                raise ValueError(f"the rule calls itself {name(rule)}")
        except ValueError as error:
            refused.append(RefusedRule(kind, str(rule_id), str(error)))
        else:
            rules.append(rule)
    return rules


def _assortment(connection: apsw.Connection, promotions: list[Promotion], shops: frozenset[str]) -> Assortment:
    """What these promotions may name."""
    items = (
        catalogue_file.item_from_row(row)
        for sku in named_skus(promotions)
        for row in connection.execute(catalogue_file.ITEM_BY_SKU, (sku,))
    )
    names: dict[str, dict[str, int | None]] = {"category": {}, "brand": {}}
    for kind, name, dearest in connection.execute("SELECT kind, name, dearest FROM assortment"):
        names[str(kind)][str(name)] = None if dearest is None else int(str(dearest))
    return Assortment({item.sku: item for item in items}, names["category"], names["brand"], shops)
