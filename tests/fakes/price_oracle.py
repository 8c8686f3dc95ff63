"""What a cart costs, found by trying every choice: the judge of the real engine, written from docs/pricing.md alone.

It reads the plain JSON case and shares no line with the product. Every set of item-level applications on every set of
units is tried together with every allowed set of cart-level promotions. Nothing is skipped for speed but what can never
be told apart: units of one line, and choices that leave the same amounts (the better tie of them is kept).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.fakes.price_oracle_rules import Counts, Json, SaleRules, Unit, minus, shares

Steps = list[tuple[str, list[Unit]]]  # what each cart-level promotion took off which line


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


class Oracle(SaleRules):
    """One case, tried out."""

    def __init__(self, case: Json) -> None:
        super().__init__(case)
        self.memory: dict[tuple[Counts, Counts], dict[Any, Tie]] = {}

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

    def endings(self, units: list[Unit], tie: Tie) -> Iterator[tuple[list[Unit], Tie, Steps]]:
        """Every allowed set of cart-level promotions: the amounts left, the tie, and what each took off which line."""

        def go(
            place: int, units: list[Unit], groups: frozenset[str], tie: Tie, steps: Steps
        ) -> Iterator[tuple[list[Unit], Tie, Steps]]:
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
        ended: tuple[list[Unit], Steps] = ([], [])
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

    def written(self, tie: Tie, units: list[Unit], steps: Steps) -> dict[str, Any]:
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
