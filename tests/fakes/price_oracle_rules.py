"""What docs/pricing.md says of one sale, rule by rule, read from the plain JSON case: the judge stands on it.

It shares no line with the product. `price_oracle` tries all choices that these rules allow.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property
from typing import Any

Json = Mapping[str, Any]
Counts = tuple[int, ...]  # how many units, line by line
Unit = tuple[int, int]  # line and amount
ITEM_KINDS = frozenset(
    ("n_plus_m", "percent_off", "amount_off", "fixed_price", "bundle", "cross_gift", "tiered", "short_date")
)


def half_up(number: int, divisor: int) -> int:
    return (2 * number + divisor) // (2 * divisor)


def percent_of(amount: int, percent: float) -> int:
    return half_up(amount * int(percent), 100)


def shares(units: list[Unit], off: int) -> list[int]:
    """`off` in proportion to the amounts, by largest remainder: earlier line first, in a line the smaller amount."""
    whole = sum(amount for _, amount in units)
    if not off:
        return [0] * len(units)
    parts = [off * amount // whole for _, amount in units]
    order = sorted(range(len(units)), key=lambda n: (-(off * units[n][1] % whole), units[n]))
    for n in order[: off - sum(parts)]:
        parts[n] += 1
    return parts


def names(pool: Json, item: Json) -> bool:
    groups = {*(item.get("categories") or ()), *(item.get("groups") or ())}
    return (
        item["sku"] in (pool.get("skus") or ())
        or bool(groups & set(pool.get("categories") or ()))
        or (item.get("brand") is not None and item["brand"] in (pool.get("brands") or ()))
    )


def holds(pool: Json | None, item: Json) -> bool:
    pool = pool or {}
    if item.get("discountable") is False:
        return False
    everything = not (pool.get("skus") or pool.get("categories") or pool.get("brands"))
    if not (everything or names(pool, item)):
        return False
    return pool.get("without") is None or not names(pool["without"], item)


def subsets(room: Counts, size: int) -> Iterator[Counts]:
    """Every way to take `size` units when each line has so many."""
    if not room:
        if size == 0:
            yield ()
        return
    for here in range(min(room[0], size) + 1):
        for rest in subsets(room[1:], size - here):
            yield (here, *rest)


def minus(left: Counts, right: Counts) -> Counts:
    return tuple(a - b for a, b in zip(left, right, strict=True))


def plus(left: Counts, right: Counts) -> Counts:
    return tuple(a + b for a, b in zip(left, right, strict=True))


class SaleRules:
    """The units, promotions and taxes of one case."""

    def __init__(self, case: Json) -> None:
        self.case = case

    @cached_property
    def at(self) -> datetime:
        return datetime.fromisoformat(self.case["at"])

    @cached_property
    def cart(self) -> list[Json]:
        return list(self.case["cart"])

    @cached_property
    def items(self) -> list[Json]:
        """The item of each line."""
        by_sku = {item["sku"]: item for item in self.case["items"]}
        return [by_sku[line["sku"]] for line in self.cart]

    @cached_property
    def quantities(self) -> Counts:
        return tuple(1 if line.get("grams") is not None else line["quantity"] for line in self.cart)

    @cached_property
    def prices(self) -> Counts:
        """What one unit of each line costs before any promotion."""
        return tuple(self.price(line, item) for line, item in zip(self.cart, self.items, strict=True))

    def price(self, line: Json, item: Json) -> int:
        price: int = item["unit_price"]
        if self.case.get("member") and item.get("member_price") is not None:
            price = min(price, item["member_price"])
        if line.get("override") is not None:
            price = min(price, line["override"]["unit_price"])
        return price if line.get("grams") is None else half_up(price * line["grams"], 1000)

    # Promotions.

    def live(self, promotion: Json) -> bool:
        case, at = self.case, self.at
        hours = promotion.get("hours")
        refusals = (
            promotion.get("from") is not None and at < datetime.fromisoformat(promotion["from"]),
            promotion.get("to") is not None and at > datetime.fromisoformat(promotion["to"]),
            bool(promotion.get("weekdays")) and at.isoweekday() not in promotion["weekdays"],
            bool(hours) and not hours[0] <= f"{at.hour:02}:{at.minute:02}" < hours[1] if hours else False,
            bool(promotion.get("shops")) and case.get("shop") not in promotion["shops"],
            bool(promotion.get("members_only")) and not case.get("member"),
            promotion.get("member_limit") is not None and not case.get("member"),
            promotion.get("coupon") is not None and promotion["coupon"] not in (case.get("coupons") or ()),
            promotion.get("partner") is not None and promotion["partner"] not in (case.get("partners") or ()),
            promotion["kind"] == "tender_discount" and promotion["tender"] != case.get("tender"),
            self.allowed(promotion) < 1,
        )
        return not any(refusals)

    def allowed(self, promotion: Json) -> int:
        """How many applications this sale may have."""
        used = (self.case.get("uses") or {}).get(promotion["id"]) or {}
        most = 1 if promotion["kind"] == "tiered" or promotion["kind"] not in ITEM_KINDS else sum(self.quantities)
        for name, before in (("limit", 0), ("member_limit", used.get("member")), ("day_limit", used.get("today"))):
            if promotion.get(name) is not None:
                most = min(most, promotion[name] - (before or 0))
        return int(most)

    @cached_property
    def item_level(self) -> list[Json]:
        promotions = self.case.get("promotions") or []
        return [one for one in promotions if one["kind"] in ITEM_KINDS and self.live(one)]

    @cached_property
    def cart_level(self) -> list[Json]:
        promotions = self.case.get("promotions") or []
        found = [one for one in promotions if one["kind"] not in ITEM_KINDS and self.live(one)]
        return sorted(found, key=lambda one: (one.get("rank") or 0, one["id"]))

    def members(self, pool: Json | None) -> Counts:
        """1 for each line whose units belong to the pool, 0 for the others."""
        return tuple(int(holds(pool, item)) for item in self.items)

    def room(self, pool: Json | None, left: Counts) -> Counts:
        return tuple(there * count for there, count in zip(self.members(pool), left, strict=True))

    # Item level: what one application may take.

    def units(self, taken: Counts) -> list[Unit]:
        return [(line, self.prices[line]) for line, count in enumerate(taken) for _ in range(count)]

    def cost(self, taken: Counts) -> int:
        return sum(price for _, price in self.units(taken))

    def applications(self, promotion: Json, left: Counts) -> Iterator[tuple[Counts, int]]:
        """Every set of the units left that one application may take, and what comes off them."""
        kind = promotion["kind"]
        if kind == "bundle":
            for filled in self.filled(promotion["slots"], left):
                taken = self.together(filled)
                yield taken, self.off_the_set(promotion, self.cost(taken))
            return
        if kind == "cross_gift":
            percent = 100 if promotion.get("percent") is None else promotion["percent"]
            for bought, gifts in self.filled([promotion["buy"], promotion["gift"]], left):
                yield plus(bought, gifts), percent_of(self.cost(gifts), percent)
            return
        room = self.room(promotion.get("pool"), left)
        if kind == "short_date":
            room = tuple(
                count if self.short(line, promotion) else 0 for line, count in zip(self.cart, room, strict=True)
            )
        for size in self.sizes(promotion, sum(room)):
            for taken in subsets(room, size):
                yield taken, self.off(promotion, taken, size)

    def sizes(self, promotion: Json, most: int) -> list[int]:
        kind = promotion["kind"]
        if kind == "n_plus_m":
            return [promotion["buy"] + promotion["free"]]
        if kind == "fixed_price":
            return [promotion["count"]]
        if kind == "tiered":
            return list(range(min(tier["count"] for tier in promotion["tiers"]), most + 1))
        return [1]

    def off(self, promotion: Json, taken: Counts, size: int) -> int:
        kind, cost = promotion["kind"], self.cost(taken)
        if kind == "n_plus_m":
            return sum(sorted(price for _, price in self.units(taken))[: promotion["free"]])
        if kind == "amount_off":
            return min(cost, int(promotion["amount"]))
        if kind == "fixed_price":
            return max(0, cost - int(promotion["price"]))
        if kind == "tiered":
            reached = [tier for tier in promotion["tiers"] if tier["count"] <= size]
            return percent_of(cost, max(reached, key=lambda tier: int(tier["count"]))["percent"])
        return percent_of(cost, promotion["percent"])

    def off_the_set(self, promotion: Json, cost: int) -> int:
        if promotion.get("price") is not None:
            return max(0, cost - int(promotion["price"]))
        if promotion.get("amount") is not None:
            return min(cost, int(promotion["amount"]))
        return percent_of(cost, promotion["percent"])

    def filled(self, slots: list[Json], left: Counts) -> Iterator[list[Counts]]:
        """Every way to fill the slots with different units."""
        if not slots:
            yield []
            return
        for here in subsets(self.room(slots[0]["pool"], left), slots[0]["count"]):
            for rest in self.filled(slots[1:], minus(left, here)):
                yield [here, *rest]

    def together(self, filled: list[Counts]) -> Counts:
        taken: Counts = (0,) * len(self.cart)
        for part in filled:
            taken = plus(taken, part)
        return taken

    def short(self, line: Json, promotion: Json) -> bool:
        if line.get("expires") is None:
            return False
        return 0 <= (date.fromisoformat(line["expires"]) - self.at.date()).days <= int(promotion["days"])

    # Cart level.

    def cart_off(self, promotion: Json, units: list[Unit]) -> list[int]:
        """What it takes off each unit at this point."""
        inside = self.members(promotion.get("pool"))
        pool = [n for n, (line, _) in enumerate(units) if inside[line]]
        if promotion.get("gift") is not None:
            return self.gift_off(promotion, units, pool)
        whole = sum(units[n][1] for n in pool)
        off = 0
        if whole >= (promotion.get("at_least") or 0):
            off = self.cart_amount(promotion, whole)
        taken = [0] * len(units)
        for n, part in zip(pool, shares([units[n] for n in pool], off), strict=True):
            taken[n] = part
        return taken

    def cart_amount(self, promotion: Json, whole: int) -> int:
        if promotion["kind"] == "amount_per":
            off = whole // int(promotion["each"]) * int(promotion["amount"])
        elif promotion.get("amount") is not None:
            off = int(promotion["amount"])
        else:
            off = percent_of(whole, promotion["percent"])
        return min(off, whole, whole if promotion.get("max") is None else promotion["max"])

    def gift_off(self, promotion: Json, units: list[Unit], pool: list[int]) -> list[int]:
        gift = promotion["gift"]
        inside = self.members(gift["pool"])
        there = [n for n, (line, _) in enumerate(units) if inside[line]]
        given = sorted(there, key=lambda n: (-units[n][1], units[n][0]))[: gift["count"]]
        whole = sum(units[n][1] for n in pool if n not in given)
        if whole < promotion["at_least"]:
            return [0] * len(units)
        return [amount if n in given else 0 for n, (_, amount) in enumerate(units)]

    # Tax and total.

    @cached_property
    def exclusive(self) -> bool:
        return bool((self.case.get("tax") or {}).get("mode") == "exclusive")

    @cached_property
    def by_line(self) -> bool:
        return bool((self.case.get("tax") or {}).get("rounding") == "line")

    def rate(self, kind: str | None) -> Fraction:
        rates = (self.case.get("tax") or {}).get("rates")
        return Fraction(rates[kind or "standard"]) if rates else Fraction(0)

    def taxes(self, nets: list[int], *, by_line: bool) -> dict[Fraction, tuple[int, int]]:
        """For each rate the sum of the lines without tax, and the tax."""
        sums: dict[Fraction, list[int]] = {}
        for net, item in zip(nets, self.items, strict=True):
            sums.setdefault(self.rate(item.get("tax")), []).append(net)
        for fee in self.case.get("fees") or ():
            if fee.get("tax") != "":
                sums.setdefault(self.rate(fee.get("tax")), []).append(fee["amount"])
        found = {}
        for rate, amounts in sums.items():
            whole = amounts if by_line else [sum(amounts)]
            tax = sum(self.tax_of(amount, rate) for amount in whole)
            found[rate] = (sum(amounts) - (0 if self.exclusive else tax), tax)
        return found

    def tax_of(self, amount: int, rate: Fraction) -> int:
        over = 100 if self.exclusive else 100 + rate
        exact = Fraction(amount) * rate / over
        if (self.case.get("tax") or {}).get("fraction") == "down":
            return int(exact)
        return half_up(exact.numerator, exact.denominator)

    @cached_property
    def charges(self) -> int:
        """Fees and bottle deposits: never discounted."""
        deposits = sum((item.get("deposit") or 0) * n for item, n in zip(self.items, self.quantities, strict=True))
        return int(deposits + sum(fee["amount"] for fee in self.case.get("fees") or ()))

    def total(self, nets: list[int], *, by_line: bool = False) -> int:
        """What is to pay. Choices are compared by what the receipt's rounding makes of them, also where lines round."""
        added = sum(tax for _, tax in self.taxes(nets, by_line=by_line).values()) if self.exclusive else 0
        return sum(nets) + self.charges + added

    def nets(self, units: list[Unit]) -> list[int]:
        sums = [0] * len(self.cart)
        for line, amount in units:
            sums[line] += amount
        return sums
