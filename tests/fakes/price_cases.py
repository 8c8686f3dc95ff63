"""Made-up price cases in which promotions compete: for hypothesis and, by a seed, in bulk.

Prices, percents and bounds are odd so that rounding matters, thresholds lie near what the cart costs, pools overlap in
part. Carts are small, because the judge (`price_oracle`) tries everything.
"""

import random
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
Json = dict[str, Any]
CATEGORIES, BRANDS = ("dairy", "snack", "drink"), ("B", "C")
PRICES = (5, 99, 333, 500, 980, 980, 1000, 1000, 1499, 1500, 2000, 2780, 2980)
ITEM_LEVEL = ("n_plus_m", "n_plus_m", "percent_off", "amount_off", "fixed_price", "bundle", "tiered", "short_date")
CART_LEVEL = ("threshold", "threshold", "tender_discount")
PERCENTS = (5, 7, 10, 15, 20, 25, 30, 33, 45, 50, 100)
AT = "2026-11-21T18:12:00+09:00"  # a Saturday
RATES = ({"standard": "10", "exempt": "0"}, {"standard": "8.875", "exempt": "0"}, {"standard": "7.5", "exempt": "2.25"})


class Chooser(Protocol):
    """Where choices come from."""

    def pick(self, among: Sequence[T]) -> T: ...

    def number(self, least: int, most: int) -> int: ...


class Seeded:
    """Choices of a seeded generator; the same seed gives the same case."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def pick(self, among: Sequence[T]) -> T:
        return self._random.choice(among)

    def number(self, least: int, most: int) -> int:
        return self._random.randint(least, most)


class Drawn:
    """Choices of hypothesis, which makes failing cases small."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def pick(self, among: Sequence[T]) -> T:
        return self._draw(st.sampled_from(among))

    def number(self, least: int, most: int) -> int:
        return self._draw(st.integers(least, most))


class CaseMaker:
    """Makes one case of at most `units` units and `promotions` promotions."""

    def __init__(self, chooser: Chooser, units: int, promotions: int, *, own_kinds: bool) -> None:
        self._choose = chooser
        self._units, self._promotions, self._own_kinds = units, promotions, own_kinds
        self._about = 0
        self._prices: tuple[int, ...] = (0,)
        self._skus: list[str] = []
        self._kinds: tuple[str, ...] = ()

    def chance(self, of: int) -> bool:
        """True one time in `of`."""
        return self._choose.number(1, of) == 1

    def case(self) -> Json:
        choose = self._choose
        items = [self.item(f"s{n}") for n in range(choose.number(1, 4))]
        cart = self.cart(items)
        self._skus = [item["sku"] for item in items] * 3 + ["nowhere"]
        self._kinds = self.kinds()
        self._about = sum(self.price(items, line) for line in cart)
        self._prices = (0, *(item["unit_price"] for item in items))
        promotions = [self.promotion(n) for n in range(choose.number(min(2, self._promotions), self._promotions))]
        # Any choice of units of many lines at any size: more than one of these takes the judge too long.
        tiered = [row for row in promotions if row["kind"] == "tiered"]
        promotions = [row for row in promotions if row["kind"] != "tiered" or row is tiered[0]]
        case: Json = {
            "currency": choose.pick(("KRW", "KRW", "USD", "KWD")),
            "at": AT,
            "shop": "SS01",
            "member": self.chance(2),
            "items": items,
            "cart": cart,
            "promotions": promotions,
        }
        if self.chance(2):
            case["coupons"] = ["C1"]
        if not self.chance(3):
            case["tender"] = choose.pick(("card:blue", "card:blue", "pay:red"))
        self.tax(case, items)
        if self._own_kinds:
            self.own(case)
        return case

    def item(self, sku: str) -> Json:
        choose = self._choose
        item: Json = {"sku": sku, "unit_price": choose.pick(PRICES), "sold_by": "each", "tax": "standard"}
        if self.chance(5):
            item["sold_by"] = "kg"
        if self.chance(3):
            item["tax"] = "exempt"
        if self.chance(4):
            item["member_price"] = max(0, item["unit_price"] + choose.number(-200, 20))
        if not self.chance(4):
            item["categories"] = sorted({choose.pick(CATEGORIES) for _ in range(choose.number(1, 2))})
        if self.chance(2):
            item["brand"] = choose.pick(BRANDS)
        if self.chance(12):
            item["discountable"] = False
        if self._own_kinds and self.chance(8):
            item["groups"] = [choose.pick(CATEGORIES)]
        if self._own_kinds and self.chance(10):
            item["deposit"] = 100
        return item

    def cart(self, items: list[Json]) -> list[Json]:
        choose = self._choose
        cart: list[Json] = []
        left = choose.number(1, self._units) if self.chance(4) else choose.number((self._units + 1) // 2, self._units)
        while left > 0:
            item = choose.pick(items)
            line: Json = {"line": str(len(cart) + 1), "sku": item["sku"]}
            if item["sold_by"] == "kg":
                line["grams"] = choose.number(1, 1500)
            else:
                line["quantity"] = choose.number(1, min(4, left))
            if self.chance(3):
                line["expires"] = f"2026-11-{choose.number(20, 24)}"
            if self._own_kinds and self.chance(12):
                line["override"] = {"unit_price": choose.pick(PRICES), "reason": "damaged", "person": "A1"}
            left -= line.get("quantity", 1)
            cart.append(line)
        return cart

    def price(self, items: list[Json], line: Json) -> int:
        unit: int = next(item["unit_price"] for item in items if item["sku"] == line["sku"])
        return unit * line["grams"] // 1000 if "grams" in line else unit * int(line["quantity"])

    def pool(self) -> Json:
        choose, pool = self._choose, {}
        if self.chance(3):
            return {}
        kinds = choose.pick((("skus",), ("skus",), ("categories",), ("brands",), ("skus", "categories")))
        if "skus" in kinds:
            pool["skus"] = sorted({choose.pick(self._skus) for _ in range(choose.number(1, 3))})
        if "categories" in kinds:
            pool["categories"] = [choose.pick(CATEGORIES)]
        if "brands" in kinds:
            pool["brands"] = [choose.pick(BRANDS)]
        return pool

    def open_pool(self) -> Json:
        """A pool that may leave something out."""
        pool = self.pool()
        if self._own_kinds and self.chance(5):
            pool["without"] = self.pool() or {"skus": ["s0"]}
        return pool

    def near(self, parts: int = 1) -> int:
        """An amount about as large as the cart, or a part of it; often just what some choice leaves of it."""
        if parts == 1 and self.chance(2):
            left = self._about - self._about * self._choose.pick((0, *PERCENTS)) // 100
            return max(1, left - self._choose.pick(self._prices) + self._choose.number(-1, 1))
        return max(1, self._about * self._choose.number(40, 110) // (100 * parts))

    def kinds(self) -> tuple[str, ...]:
        """The kinds of this case: all, or a few that then surely meet."""
        choose = self._choose
        item_level = ITEM_LEVEL + (("cross_gift",) if self._own_kinds else ())
        cart_level = CART_LEVEL + (("amount_per", "gift_threshold", "gift_threshold") if self._own_kinds else ())
        if self.chance(2):
            return item_level + cart_level
        return (choose.pick(item_level), choose.pick(item_level), choose.pick(cart_level))

    def promotion(self, number: int) -> Json:
        choose = self._choose
        kind = choose.pick(self._kinds)
        # Ids in no order of making, so that ties are decided by them and not by place.
        row: Json = {"id": f"{choose.pick('PQA')}{number}", "kind": kind}
        row |= getattr(self, kind)()
        if row["kind"] in ("threshold", "tender_discount", "amount_per"):
            if self.chance(3):
                row["group"] = choose.pick(("g", "h"))
            if not self.chance(3):
                row["rank"] = choose.number(0, 3)
        elif self.chance(3):
            row["limit"] = choose.number(1, 3)
        return row | self.conditions()

    def conditions(self) -> Json:
        choose = self._choose
        row: Json = {}
        if len(self._kinds) == 3:
            return row
        if self.chance(6):
            row |= choose.pick(
                ({"coupon": "C1"}, {"coupon": "C2"}, {"members_only": True}, {"shops": ["SS01", "SS02"]})
            )
        if self.chance(10):
            row |= choose.pick(
                (
                    {"from": AT, "to": "2026-12-01T00:00:00+09:00"},
                    {"to": "2026-11-21T09:11:59+00:00"},
                    {"weekdays": [6, 7]},
                    {"weekdays": [1]},
                    {"hours": ["18:12", "22:00"]},
                    {"hours": ["17:00", "18:12"]},
                    {"shops": ["SS02"]},
                )
            )
        if self._own_kinds and self.chance(10):
            row |= choose.pick(({"partner": "T1"}, {"partner": "T2"}, {"member_limit": 2}, {"day_limit": 3}))
        return row

    def n_plus_m(self) -> Json:
        buy, free = self._choose.pick(((1, 1), (1, 1), (2, 1), (2, 1), (3, 1), (1, 2), (2, 2)))
        return {"pool": self.open_pool(), "buy": buy, "free": free}

    def percent_off(self) -> Json:
        return {"pool": self.open_pool(), "percent": self._choose.pick(PERCENTS)}

    def amount_off(self) -> Json:
        return {"pool": self.open_pool(), "amount": self._choose.pick((1, 100, 333, 500, 1500))}

    def fixed_price(self) -> Json:
        return {"pool": self.open_pool(), "count": self._choose.number(1, 4), "price": self.near(2)}

    def bundle(self) -> Json:
        slots = [{"pool": self.pool(), "count": self._choose.number(1, 2)} for _ in range(self._choose.number(1, 2))]
        return {"slots": slots} | self._choose.pick(
            ({"price": self.near(2)}, {"percent": self._choose.pick(PERCENTS)}, {"amount": self._choose.number(1, 999)})
        )

    def cross_gift(self) -> Json:
        row: Json = {part: {"pool": self.pool(), "count": self._choose.number(1, 2)} for part in ("buy", "gift")}
        if self.chance(2):
            row["percent"] = self._choose.pick(PERCENTS)
        return row

    def tiered(self) -> Json:
        tiers = [{"count": self._choose.number(1, 3), "percent": self._choose.pick(PERCENTS)}]
        if self.chance(2):
            more = tiers[0]["count"] + self._choose.number(1, 3)
            tiers.append({"count": more, "percent": self._choose.pick(PERCENTS)})
        return {"pool": self.open_pool(), "tiers": tiers}

    def short_date(self) -> Json:
        return {"pool": self.open_pool(), "days": self._choose.number(0, 3), "percent": self._choose.pick(PERCENTS)}

    def threshold(self) -> Json:
        row: Json = {"pool": self.open_pool(), "at_least": self.near()}
        if self.chance(2):
            return row | {"percent": self._choose.pick(PERCENTS)}
        return row | {"amount": self.near(self._choose.number(2, 9))}

    def gift_threshold(self) -> Json:
        gift = {"pool": self.pool(), "count": self._choose.number(1, 2)}
        return {"kind": "threshold", "pool": self.open_pool(), "at_least": self.near(2), "gift": gift}

    def tender_discount(self) -> Json:
        row: Json = {"tender": self._choose.pick(("card:blue", "card:blue", "pay:red"))}
        row |= self._choose.pick(({"percent": self._choose.pick(PERCENTS)}, {"amount": self.near(9)}))
        if self.chance(2):
            row["at_least"] = self.near()
        if self.chance(2):
            row["max"] = self.near(5)
        if self._own_kinds and self.chance(3):
            row["pool"] = self.open_pool()
        return row

    def amount_per(self) -> Json:
        row: Json = {"pool": self.open_pool(), "each": self.near(3), "amount": self.near(9)}
        if self.chance(2):
            row["max"] = self.near(4)
        return row

    def tax(self, case: Json, items: list[Json]) -> None:
        choose = self._choose
        if self.chance(5):
            return
        case["tax"] = {"mode": choose.pick(("inclusive", "exclusive", "exclusive")), "rates": dict(choose.pick(RATES))}
        if self._own_kinds and self.chance(4):
            case["tax"]["rounding"] = "line"
        if self._own_kinds and self.chance(6):
            case["tax"]["fraction"] = "down"

    def own(self, case: Json) -> None:
        """What the definition page does not have and docs/pricing.md has."""
        if self.chance(2):
            case["partners"] = ["T1"]
        if self.chance(4):
            case["uses"] = {row["id"]: {"member": self._choose.number(0, 3), "today": 1} for row in case["promotions"]}
        if self.chance(5):
            case["fees"] = [{"kind": "shipping", "amount": 3000}]


def seeded_case(seed: int, units: int = 6, promotions: int = 4, *, own_kinds: bool = True) -> Json:
    """The made-up case of this seed; without `own_kinds` it keeps to what any program of the definition knows."""
    return CaseMaker(Seeded(seed), units, promotions, own_kinds=own_kinds).case()


@st.composite
def cases(draw: st.DrawFn, units: int = 5, promotions: int = 4, *, own_kinds: bool = True) -> Json:
    """Made-up cases that hypothesis makes small when they fail."""
    return CaseMaker(Drawn(draw), units, promotions, own_kinds=own_kinds).case()
