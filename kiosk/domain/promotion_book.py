"""The promotions of one catalogue version, prepared so that a line finds its own in a few look-ups."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.promotion import CART_LEVEL, CartPromotion, Promotion
from kiosk.domain.promotion_rule import Rule, rule_of

MOST_REMEMBERED = 20_000

Fit = tuple[Rule, tuple[int, ...]]  # a rule and those of its slots that a unit fits


@dataclass(frozen=True, slots=True)
class ItemFits:
    """What a unit of an item may be used for, live or not: item-level rules and cart-level promotions, by id."""

    rules: tuple[Fit, ...] = ()
    cart: tuple[CartPromotion, ...] = ()


NOTHING = ItemFits()


class PromotionBook:
    """The promotions of a catalogue version by what they name; build it once, use it for every cart.

    Raises `ValueError` when two promotions have the same id.
    """

    __slots__ = (
        "_brands",
        "_categories",
        "_everything",
        "_order",
        "_remembered",
        "_rules",
        "_skus",
        "memory",
        "promotions",
    )
    memory: object  # what pricing remembers of carts priced with this book (`known_parts.KnownParts`), or None

    def __init__(self, promotions: Iterable[Promotion] = ()) -> None:
        self.memory = None
        self.promotions = tuple(sorted(promotions, key=lambda promotion: promotion.promotion_id))
        self._skus: dict[str, list[int]] = {}
        self._categories: dict[str, list[int]] = {}
        self._brands: dict[str, list[int]] = {}
        self._everything: list[int] = []
        self._rules: dict[int, Rule] = {}
        self._remembered: dict[tuple[object, ...], ItemFits] = {}
        seen: set[str] = set()
        for order, promotion in enumerate(self.promotions):
            if promotion.promotion_id in seen:
                raise ValueError(f"two promotions have the id {promotion.promotion_id}")
            seen.add(promotion.promotion_id)
            rule = rule_of(order, promotion)
            if rule is not None:
                self._rules[order] = rule
            elif not isinstance(promotion, CART_LEVEL):
                continue  # takes nothing off, whatever it is applied to
            self._file(order, promotion)

    def _file(self, order: int, promotion: Promotion) -> None:
        for pool in promotion.pools:
            indexes = (pool.skus, self._skus), (pool.categories, self._categories), (pool.brands, self._brands)
            for names, index in indexes:
                for name in names:
                    index.setdefault(name, []).append(order)
            if pool.everything:
                self._everything.append(order)

    def fits(self, item: CatalogueItem) -> ItemFits:
        """What a unit of `item` may be used for."""
        if not item.discountable:
            return NOTHING
        key = (item.sku, item.category, item.brand, item.groups)
        known = self._remembered.get(key)
        if known is None:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            known = self._remembered[key] = self._find(item)
        return known

    def _find(self, item: CatalogueItem) -> ItemFits:
        orders = {*self._skus.get(item.sku, ()), *self._categories.get(item.category, ()), *self._everything}
        orders.update(self._brands.get(item.brand, ()))
        for group in item.groups:
            orders.update(self._categories.get(group, ()))
        rules: list[Fit] = []
        cart: list[CartPromotion] = []
        for order in sorted(orders):
            rule, promotion = self._rules.get(order), self.promotions[order]
            if rule is not None:
                slots = tuple(slot for slot, pool in enumerate(rule.pools) if pool.holds(item))
                if slots:
                    rules.append((rule, slots))
            elif isinstance(promotion, CartPromotion) and any(pool.holds(item) for pool in promotion.pools):
                cart.append(promotion)
        return ItemFits(tuple(rules), tuple(cart)) if rules or cart else NOTHING
