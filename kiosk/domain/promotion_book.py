"""The promotions of one catalogue version, prepared so that a line finds its own in a few look-ups."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.promotion import NPlusM, PercentOff, Promotion


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One promotion as the search reads it; `order` is its place when all are sorted by id.

    `size` is how many units one application consumes and `buy` how many of them are paid; a percent rule has
    `size` 1 and `percent` above 0. Two rules are the same only when they are the same object.
    """

    order: int
    promotion_id: str
    name: LocalText
    badge: str
    promotion: Promotion
    limit: int | None
    buy: int
    size: int
    percent: int

    @property
    def couples(self) -> bool:
        """Whether units of different lines compete for it: such lines must be priced together."""
        return not self.percent or self.limit is not None


class PromotionBook:
    """The promotions of a catalogue version by what they name; build it once, use it for every cart.

    Raises `ValueError` when two promotions have the same id.
    """

    __slots__ = ("_brands", "_categories", "_everything", "_skus", "memory", "promotions")
    memory: object  # what pricing remembers of carts priced with this book (`known_parts.KnownParts`), or None

    def __init__(self, promotions: Iterable[Promotion] = ()) -> None:
        self.memory = None
        self.promotions = tuple(sorted(promotions, key=lambda promotion: promotion.promotion_id))
        skus: dict[str, list[Rule]] = {}
        categories: dict[str, list[Rule]] = {}
        brands: dict[str, list[Rule]] = {}
        everything: list[Rule] = []
        seen: set[str] = set()
        for order, promotion in enumerate(self.promotions):
            if promotion.promotion_id in seen:
                raise ValueError(f"two promotions have the id {promotion.promotion_id}")
            seen.add(promotion.promotion_id)
            if not isinstance(promotion, (NPlusM, PercentOff)) or (
                isinstance(promotion, PercentOff) and promotion.percent == 0
            ):
                continue
            rule, pool = _rule(order, promotion), promotion.pool
            for names, index in ((pool.skus, skus), (pool.categories, categories), (pool.brands, brands)):
                for name in names:
                    index.setdefault(name, []).append(rule)
            if not (pool.skus or pool.categories or pool.brands):
                everything.append(rule)
        self._skus, self._categories, self._brands = skus, categories, brands
        self._everything = everything

    def rules_for(self, item: CatalogueItem) -> Sequence[Rule]:
        """Every rule whose pool holds a unit of `item`, in the order of their ids, live or not."""
        found = self._skus.get(item.sku)
        by_category = self._categories.get(item.category)
        by_brand = self._brands.get(item.brand)
        if by_category is None and by_brand is None and not self._everything:
            if found is None or not item.discountable:
                return ()
            return found
        if not item.discountable:
            return ()
        together = {*(found or ()), *(by_category or ()), *(by_brand or ()), *self._everything}
        return sorted(together, key=_order)


def _order(rule: Rule) -> int:
    return rule.order


def _rule(order: int, promotion: NPlusM | PercentOff) -> Rule:
    buy, size, percent = 0, 1, 0
    if isinstance(promotion, NPlusM):
        buy, size = promotion.buy, promotion.buy + promotion.free
    else:
        percent = promotion.percent
    return Rule(
        order,
        promotion.promotion_id,
        promotion.name,
        promotion.badge,
        promotion,
        promotion.limit,
        buy,
        size,
        percent,
    )
