"""How long the cheapest price of a cart takes, beside the same cart without promotions; and whether it is proved."""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from time import thread_time_ns
from zoneinfo import ZoneInfo

from kiosk.commands.benchmarks.figure import Figure, percentile
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.lot import Lot
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion import (
    AmountOff,
    Bundle,
    CrossGift,
    FixedPrice,
    NPlusM,
    PercentOff,
    Pool,
    Promotion,
    ShortDate,
    Slot,
    TenderDiscount,
    Threshold,
    Tier,
    Tiered,
)
from kiosk.domain.promotion_book import PromotionBook
from kiosk.domain.tax import TaxRules

SEED = 11
ITEMS, CATEGORIES, BRANDS = 3_000, 40, 300
LIVE, MATCHING = 200, 30
CARTS, RANDOM_CARTS = 300, 10_000
SIZES = ((60, MATCHING, 5.0), (10, 5, 1.0))  # lines, promotions that match, most milliseconds
NAME = LocalText("행사")
SEOUL = ZoneInfo("Asia/Seoul")
AT = datetime(2026, 11, 21, 18, 12, tzinfo=SEOUL)
CONTEXT = PricingContext(at=AT, shop="B", tender="card:blue", tax=TaxRules(rates={"standard": "10", "exempt": "0"}))


def measure(*, long: bool) -> list[Figure]:
    """Carts of 60 and of 10 lines, each new to the engine; then the carts for which the search gave up."""
    chance = random.Random(SEED)  # noqa: S311 (carts to measure with, no secret)
    items = _items(chance)
    book = PromotionBook(_promotions(chance, items))
    none = PromotionBook()
    figures = []
    for lines, matching, target in SIZES:
        carts = [_cart(chance, items, book, lines, matching) for _ in range(CARTS * (4 if long else 1))]
        ours, bare = _in_turns(carts, book, none)
        for share in (0.5, 0.95):
            label = f"{lines} lines, {LIVE} promotions live, {matching} match, p{share * 100:.0f}"
            goal = target if share == 0.95 else None
            value, baseline = percentile(ours, share), percentile(bare, share)
            figures.append(Figure(label, value, "ms", "same carts, no promotions", baseline, goal, "value"))
    figures.append(_given_up(chance, items, book, RANDOM_CARTS * (10 if long else 1)))
    return figures


def _in_turns(
    carts: Sequence[list[LineItem]], book: PromotionBook, none: PromotionBook
) -> tuple[list[float], list[float]]:
    """Milliseconds of the processor with and without promotions, in turns; nothing is remembered of earlier carts."""
    ours: list[float] = []
    bare: list[float] = []
    for place, cart in enumerate(carts):
        for promotions, kept in ((book, ours), (none, bare)) if place % 2 else ((none, bare), (book, ours)):
            promotions.memory = None
            begun = thread_time_ns()
            price_cart(cart, promotions, CONTEXT)
            kept.append((thread_time_ns() - begun) / 1_000_000)
    return ours, bare


def _given_up(chance: random.Random, items: Sequence[CatalogueItem], book: PromotionBook, carts: int) -> Figure:
    """Of random carts of 1 to 60 lines, those whose price was not proved to be the cheapest."""
    missed = 0
    for _ in range(carts):
        lines = chance.choice((1, 2, 3, 5, 8, 10, 15, 20, 30, 60))
        cart = [_line(chance, number, chance.choice(items)) for number in range(lines)]
        missed += not price_cart(cart, book, CONTEXT).exact
    return Figure("random carts whose price was not proved", missed, "carts", "carts priced", carts, 0, "value")


def _line(chance: random.Random, number: int, item: CatalogueItem) -> LineItem:
    ends = chance.random()
    lot = Lot(expires_on=AT.date() + timedelta(days=int(ends * 40))) if ends < 0.1 else Lot()
    return LineItem(str(number), item, chance.choices((1, 2, 3, 4), (70, 18, 8, 4))[0], lot=lot)


def _items(chance: random.Random) -> list[CatalogueItem]:
    return [
        CatalogueItem(
            f"S{number:05}",
            "",
            NAME,
            chance.choice((10, 50, 100, 110)) * chance.randint(5, 120),
            tax=chance.choice(("standard", "standard", "standard", "exempt")),
            category=f"c{number % CATEGORIES}",
            brand=f"b{chance.randrange(BRANDS)}",
        )
        for number in range(ITEMS)
    ]


def _promotions(chance: random.Random, items: Sequence[CatalogueItem]) -> list[Promotion]:
    """As many live promotions as a shop runs at a time: most of single items, some of groups, few of the cart."""

    def skus(most: int) -> Pool:
        start = chance.choice(items)
        near = [item for item in items if item.category == start.category]
        return Pool(skus=frozenset(item.sku for item in chance.sample(near, chance.randint(1, most))))

    makers: list[tuple[int, Callable[[str], Promotion]]] = [
        (60, lambda p: NPlusM(promotion_id=p, name=NAME, pool=skus(1), buy=chance.randint(1, 2), free=1)),
        (20, lambda p: NPlusM(promotion_id=p, name=NAME, pool=skus(6), buy=chance.randint(1, 2), free=1)),
        (25, lambda p: PercentOff(promotion_id=p, name=NAME, pool=skus(8), percent=chance.choice((5, 10, 20, 30)))),
        (10, lambda p: PercentOff(promotion_id=p, name=NAME, pool=_brand(chance), percent=10)),
        (15, lambda p: AmountOff(promotion_id=p, name=NAME, pool=skus(4), amount=chance.choice((200, 500, 1_000)))),
        (5, lambda p: PercentOff(promotion_id=p, name=NAME, pool=skus(4), percent=40, limit=2)),
        (15, lambda p: FixedPrice(promotion_id=p, name=NAME, pool=skus(6), count=chance.randint(2, 4), price=5_000)),
        (8, lambda p: Bundle(promotion_id=p, name=NAME, slots=(Slot(skus(4), 1), Slot(skus(4), 1)), price=4_900)),
        (6, lambda p: Bundle(promotion_id=p, name=NAME, slots=(Slot(skus(3), 1), Slot(skus(3), 2)), percent=15)),
        (8, lambda p: CrossGift(promotion_id=p, name=NAME, buy=Slot(skus(3), 1), gift=Slot(skus(3), 1))),
        (12, lambda p: Tiered(promotion_id=p, name=NAME, pool=skus(6), tiers=(Tier(2, 10), Tier(3, 20), Tier(5, 30)))),
        (6, lambda p: ShortDate(promotion_id=p, name=NAME, pool=_category(chance), days=2, percent=30)),
        (4, lambda p: Threshold(promotion_id=p, name=NAME, pool=_category(chance), at_least=20_000, amount=2_000)),
        (2, lambda p: Threshold(promotion_id=p, name=NAME, pool=_brand(chance), at_least=10_000, percent=5)),
        (2, lambda p: _whole_cart(p, chance)),
        (2, lambda p: TenderDiscount(promotion_id=p, name=NAME, tender="card:blue", percent=3, most=5_000, rank=9)),
    ]
    numbers: Iterator[int] = iter(range(1_000))
    return [make(f"P{next(numbers):03}") for count, make in makers for _ in range(count)]


def _brand(chance: random.Random) -> Pool:
    return Pool(brands=frozenset({f"b{chance.randrange(BRANDS)}"}))


def _category(chance: random.Random) -> Pool:
    return Pool(categories=frozenset({f"c{chance.randrange(CATEGORIES)}"}))


def _whole_cart(promotion_id: str, chance: random.Random) -> Promotion:
    at_least = chance.choice((50_000, 100_000, 150_000))
    return Threshold(
        promotion_id=promotion_id,
        name=NAME,
        pool=Pool(),
        at_least=at_least,
        amount=at_least // 20,
        group="cart",
        rank=5,
    )


def _cart(
    chance: random.Random, items: Sequence[CatalogueItem], book: PromotionBook, lines: int, matching: int
) -> list[LineItem]:
    """A cart of so many lines in which exactly so many live promotions have a unit to work on."""
    while True:
        matched: set[str] = set()
        chosen: list[CatalogueItem] = []
        for item in chance.sample(items, len(items)):
            own = _touching(book, item)
            wanted = matched | own
            # The last lines add no promotion, so the first ones must bring them all.
            due = len(matched) < matching
            if len(wanted) <= matching and (len(wanted) > len(matched) if due else wanted == matched):
                matched = wanted
                chosen.append(item)
                if len(chosen) == lines:
                    break
        if len(matched) == matching and len(chosen) == lines:
            chance.shuffle(chosen)
            return [_line(chance, number, item) for number, item in enumerate(chosen)]


def _touching(book: PromotionBook, item: CatalogueItem) -> set[str]:
    fits = book.fits(item)
    return {rule.promotion_id for rule, _ in fits.rules} | {promotion.promotion_id for promotion in fits.cart}
