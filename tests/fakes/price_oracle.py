"""What a cart costs, found by trying every choice: the judge of the real engine, written from docs/pricing.md alone.

It reads the plain JSON case and shares no line with the product. Every set of item-level applications on every set of
units is tried together with every allowed set of cart-level promotions. Nothing is skipped for speed but what can never
be told apart: units of one line, and choices that leave the same amounts (the better tie of them is kept).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, order=True)
class Application:
    """One use of an item-level promotion: the lines of its units, ascending, and what it takes off."""

    promotion: str
    lines: tuple[int, ...]
    off: int


@dataclass(frozen=True, order=True)
class Tie:
    """What decides between equal totals: the smallest one counts."""

    count: int = 0
    ids: tuple[str, ...] = ()
    applications: tuple[Application, ...] = ()

    def with_application(self, one: Application) -> "Tie":
        return Tie(
            self.count + 1,
            tuple(sorted((*self.ids, one.promotion))),
            tuple(sorted((*self.applications, one))),
        )

    def with_cart_level(self, promotion: str) -> "Tie":
        return Tie(self.count + 1, tuple(sorted((*self.ids, promotion))), self.applications)


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


@dataclass
class Oracle:
    """One case, tried out."""

    case: Json
    memory: dict[tuple[Counts, Counts], dict[Any, Tie]] = field(default_factory=dict)

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

    # Item level: every set of applications.

    @cached_property
    def told_apart(self) -> bool:
        """Whether it matters which unit an amount is on; otherwise only the sum of all does."""
        pools = [self.members(one.get("pool")) for one in self.cart_level]
        if any(one.get("gift") is not None for one in self.cart_level):
            return True
        rates = [self.rate(item.get("tax")) if self.exclusive else 0 for item in self.items]
        return len(set(zip(rates, *pools, strict=True))) > 1

    def outcome(self, units: list[Unit]) -> Any:
        """What later steps can see of these amounts."""
        return tuple(sorted(units)) if self.told_apart else sum(amount for _, amount in units)

    def joined(self, left: Any, right: Any) -> Any:
        return tuple(sorted((*left, *right))) if self.told_apart else left + right

    @cached_property
    def every_outcome(self) -> dict[Any, Tie]:
        return self.from_here(self.quantities, tuple(self.allowed(one) for one in self.item_level))

    def from_here(self, left: Counts, allowed: Counts) -> dict[Any, Tie]:
        """Every outcome that the units left can have, each with its best tie.

        The first unit left is either used by no promotion or by one of the applications that take it.
        """
        known = self.memory.get((left, allowed))
        if known is not None:
            return known
        first = next((line for line, count in enumerate(left) if count), None)
        if first is None:
            return {self.outcome([]): Tie()}
        one = tuple(int(line == first) for line in range(len(left)))
        found: dict[Any, Tie] = {}
        alone = self.outcome([(first, self.prices[first])])
        for rest, tie in self.from_here(minus(left, one), allowed).items():
            self.keep(found, self.joined(alone, rest), tie)
        for place, promotion in enumerate(self.item_level):
            if not allowed[place]:
                continue
            # One that takes nothing off leaves every amount as it is and only makes the tie worse.
            tries = {(t, off) for t, off in self.applications(promotion, left) if t[first] and off}
            fewer = tuple(count - (n == place) for n, count in enumerate(allowed))
            for taken, off in tries:
                units = self.units(taken)
                parts = shares(units, off)
                net = self.outcome([(line, price - part) for (line, price), part in zip(units, parts, strict=True)])
                application = Application(promotion["id"], tuple(line for line, _ in units), off)
                for rest, tie in self.from_here(minus(left, taken), fewer).items():
                    self.keep(found, self.joined(net, rest), tie.with_application(application))
        self.memory[left, allowed] = found
        return found

    def keep(self, found: dict[Any, Tie], outcome: Any, tie: Tie) -> None:
        if outcome not in found or tie < found[outcome]:
            found[outcome] = tie

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

    def endings(self, units: list[Unit], tie: Tie) -> Iterator[tuple[list[Unit], Tie, list[tuple[str, list[Unit]]]]]:
        """Every allowed set of cart-level promotions: the amounts left, the tie, and what each took off which line."""

        def go(
            place: int, units: list[Unit], groups: frozenset[str], tie: Tie, steps: list[tuple[str, list[Unit]]]
        ) -> Iterator[tuple[list[Unit], Tie, list[tuple[str, list[Unit]]]]]:
            if place == len(self.cart_level):
                yield units, tie, steps
                return
            yield from go(place + 1, units, groups, tie, steps)
            promotion = self.cart_level[place]
            group = promotion.get("group") or ""
            if group in groups:
                return
            taken = self.cart_off(promotion, units)
            if not any(taken):
                return
            after = sorted((line, amount - part) for (line, amount), part in zip(units, taken, strict=True))
            step = (promotion["id"], [(line, part) for (line, _), part in zip(units, taken, strict=True) if part])
            after_groups = groups | {group} if group else groups
            yield from go(place + 1, after, after_groups, tie.with_cart_level(promotion["id"]), [*steps, step])

        yield from go(0, units, frozenset(), tie, [])

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

    def rebuilt(self, outcome: Any, tie: Tie) -> list[Unit]:
        """The amount of every unit after the applications of a choice."""
        return list(outcome) if self.told_apart else self.after(tie)

    def after(self, tie: Tie) -> list[Unit]:
        free, units = list(self.quantities), []
        for application in tie.applications:
            taken = [(line, self.prices[line]) for line in application.lines]
            for (line, price), part in zip(taken, shares(taken, application.off), strict=True):
                units.append((line, price - part))
                free[line] -= 1
        return sorted([*units, *self.units(tuple(free))])

    def answer(self) -> dict[str, Any]:
        """The answer of section 4 without `exact`."""
        best: tuple[int, Tie] | None = None
        ended: tuple[list[Unit], list[tuple[str, list[Unit]]]] = ([], [])
        for outcome, tie in self.every_outcome.items():
            for units, ending, steps in self.endings(self.rebuilt(outcome, tie), tie):
                rank = (self.total(self.nets(units)), ending)
                if best is None or rank < best:
                    best, ended = rank, (units, steps)
        assert best is not None
        return self.written(best[1], *ended)

    # Arrangements: the same promotions as often, at the same price, on other units.

    def arrangements(self) -> list[dict[str, Any]]:
        """The answer of every choice that is as good as the best one: only the units that were taken differ."""
        best = self.answer()
        used = best["used"]
        same = {**self.case, "promotions": [one for one in self.case.get("promotions") or () if one["id"] in used]}
        again = Oracle(same)
        wanted = tuple(sorted(name for name, times in used.items() for _ in range(times)))
        least = self.total([line["net"] for line in best["lines"]])
        found = {}
        for tie in again.placed(self.quantities, tuple(used[one["id"]] for one in again.item_level)):
            for units, ending, steps in again.endings(again.after(tie), tie):
                if ending.ids == wanted and self.total(self.nets(units)) == least:
                    answer = again.written(ending, units, steps)
                    found[repr(answer["lines"])] = answer
        return list(found.values())

    def placed(self, left: Counts, allowed: Counts) -> set[Tie]:
        """Every way to use each promotion just as often as it is allowed."""
        if not any(allowed):
            return {Tie()}
        place = next(n for n, count in enumerate(allowed) if count)
        fewer = tuple(count - (n == place) for n, count in enumerate(allowed))
        promotion = self.item_level[place]
        found = set()
        for taken, off in set(self.applications(promotion, left)):
            if off:
                application = Application(promotion["id"], tuple(line for line, _ in self.units(taken)), off)
                found |= {tie.with_application(application) for tie in self.placed(minus(left, taken), fewer)}
        return found

    def written(self, tie: Tie, units: list[Unit], steps: list[tuple[str, list[Unit]]]) -> dict[str, Any]:
        gross = [price * count for price, count in zip(self.prices, self.quantities, strict=True)]
        nets = self.nets(units)
        took: list[dict[str, int]] = [{} for _ in self.cart]
        for application in tie.applications:
            taken = [(line, self.prices[line]) for line in application.lines]
            for line, part in zip(application.lines, shares(taken, application.off), strict=True):
                took[line][application.promotion] = took[line].get(application.promotion, 0) + part
        for promotion, parts in steps:
            for line, part in parts:
                took[line][promotion] = took[line].get(promotion, 0) + part
        return {
            "total": self.total(nets, by_line=self.by_line),
            "gross": sum(gross),
            "discount": sum(gross) - sum(nets),
            "lines": [
                {"line": line["line"], "gross": whole, "net": net, "discounts": {k: v for k, v in off.items() if v}}
                for line, whole, net, off in zip(self.cart, gross, nets, took, strict=True)
            ],
            "used": {one: tie.ids.count(one) for one in tie.ids},
            "tax": {rate: amounts for rate, amounts in self.taxes(nets, by_line=self.by_line).items() if any(amounts)},
        }


def oracle_answer(case: Json) -> dict[str, Any]:
    """What the case costs. `used`, `tax` and `discounts` are objects by promotion id or rate here, not lists."""
    return Oracle(case).answer()
