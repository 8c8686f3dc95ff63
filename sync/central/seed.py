"""Fills an empty central with a shop folder: items, promotions, shops, stock, map, people."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine

from kiosk.domain.catalogue import CatalogueItem, LocalText, Place, SaleFee, Shop
from kiosk.domain.catalogue_rows import RowProblem, check_header, check_rows
from kiosk.domain.country import profile_for
from kiosk.domain.in_store_number import InStoreTemplate, TemplateKind, templates_from
from kiosk.domain.promotion_rows import PromotionError, promotion_from
from kiosk.domain.recall_rows import recall_from
from kiosk.domain.restriction_rows import restriction_from
from kiosk.domain.rule_row import RuleRowError
from sync.central.catalogue.loading import (
    put_items,
    put_members,
    put_places,
    put_promotions,
    put_recalls,
    put_restrictions,
    put_shop,
    put_staff,
    put_templates,
)
from sync.central.database.engine import transaction
from sync.central.stock.movements import Movement, move, publish_movements

R = TypeVar("R")

# How a shop's own numbers are laid out that says nothing else: price inside, weight inside, members.
USUAL_TEMPLATES = (
    InStoreTemplate("20", TemplateKind.PRICE),
    InStoreTemplate("21", TemplateKind.WEIGHT),
    InStoreTemplate("29", TemplateKind.MEMBER, 10, 0),
)


@dataclass(frozen=True, slots=True)
class Seeded:
    """What a folder held; `problems` are rows that were left out, as (file, problem)."""

    items: int
    promotions: int
    restrictions: int
    recalls: int
    shops: int
    staff: int
    members: int
    stock: int
    problems: tuple[tuple[str, RowProblem], ...]


def seed_demo(engine: Engine, folder: Path, *, now: datetime) -> Seeded:
    """Load the folder into central's books; the same folder again changes nothing but what was edited in it.

    Reads items.csv, online_range.csv, promotions.json, shops.json, map.json, people.json, stock.csv and, where they
    are, restrictions.json, recalls.json and in_store_numbers.json. Rows with problems are left out and named. Raises
    `FileNotFoundError` when a file is missing, `ValueError` when in_store_numbers.json, or the country, rates or fees
    of a shop are wrong.
    """
    templates = _templates(folder / "in_store_numbers.json")
    items, problems = read_items(folder / "items.csv")
    online, more = _online(folder / "online_range.csv", {x.sku for x in items}, {x.gtin for x in items if x.gtin})
    put_items(engine, [*items, *online])
    shops = list(_shops(_json(folder / "shops.json")))
    told_map = _json(folder / "map.json")
    people = _json(folder / "people.json")
    promotions, bad = _rules(folder / "promotions.json", promotion_from)
    restrictions, bad_restrictions = _rules(folder / "restrictions.json", restriction_from)
    recalls, bad_recalls = _rules(folder / "recalls.json", recall_from)
    with transaction(engine) as session:
        for shop in shops:
            put_shop(session, shop)
        for shop in shops:
            for person in people["staff"]:
                pin = person["pin"]
                put_staff(session, shop.shop_id, person["id"], person["name"], person["role"], pin)
        put_places(session, told_map["shop"], _places(told_map))
        put_promotions(session, promotions)
        # What another program wrote there stays when the folder says nothing of it.
        if (folder / "restrictions.json").exists():
            put_restrictions(session, restrictions)
        if (folder / "recalls.json").exists():
            put_recalls(session, recalls)
        put_templates(session, templates)
        put_members(session, {row["number"]: row["name"] for row in people["members"]})
        stock = list(_opening(folder / "stock.csv", now))
        move(session, stock)
    publish_movements(engine)
    named = [("items.csv", x) for x in problems] + [("online_range.csv", x) for x in more]
    return Seeded(
        len(items) + len(online),
        len(promotions),
        len(restrictions),
        len(recalls),
        len(shops),
        len(people["staff"]),
        len(people["members"]),
        len(stock),
        (*named, *bad, *bad_restrictions, *bad_recalls),
    )


def read_items(path: Path) -> tuple[list[CatalogueItem], list[RowProblem]]:
    """The good items of a CSV and what is wrong with the other rows; raises `ValueError` for a wrong header."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        if faults := check_header(rows.fieldnames or ()):
            raise ValueError(f"{path.name}: " + "; ".join(faults))
        return check_rows((rows.line_num, row) for row in rows)


def _online(path: Path, skus: set[str], gtins: set[str]) -> tuple[list[CatalogueItem], list[RowProblem]]:
    """The online-only range behind the shop's own items; what the shop has itself is not sold twice."""
    items, problems = read_items(path)
    return [replace(x, in_store=False) for x in items if x.sku not in skus and x.gtin not in gtins], problems


def _templates(path: Path) -> tuple[InStoreTemplate, ...]:
    if not path.exists():
        return USUAL_TEMPLATES
    rows = _json(path)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError(f"{path.name}: write a list of objects, each with prefix and kind")
    try:
        return templates_from(rows)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error


def _shops(told: Mapping[str, Any]) -> Iterator[Shop]:
    for row in told["shops"]:
        pickup, hours = row["pickup"], row["hours"]["mon"]
        yield Shop(
            row["id"],
            LocalText(**row["name"]),
            LocalText(**row["address"]),
            pickup_place=LocalText(**pickup["desk"]),
            pickup_until=pickup["until"],
            distance_minutes=row["minutes"],
            opens=hours[0],
            closes=hours[1],
            **_law(row),
        )
    warehouse = told["warehouse"]
    address = LocalText(**warehouse["address"]) if "address" in warehouse else LocalText("")
    yield Shop(warehouse["id"], LocalText(**warehouse["name"]), address, is_warehouse=True, **_law(warehouse))


def _law(row: Mapping[str, Any]) -> dict[str, Any]:
    """What the law of its place says of a shop; raises `ValueError` with the shop's id."""
    country, rates = row.get("country", "KR"), row.get("tax_rates", {})
    fees = row.get("sale_fees", [])
    try:
        known = profile_for(country, rates).tax.rates
        charged = tuple(SaleFee(fee["kind"], fee["amount"], fee.get("tax", "standard")) for fee in fees)
        for fee in charged:
            if not isinstance(fee.amount, int) or fee.amount < 1:
                raise ValueError(f"the fee {fee.kind} has the amount {fee.amount!r}, not a whole number above 0")
            if fee.tax not in {*known, ""}:
                raise ValueError(f"the fee {fee.kind} has the tax kind {fee.tax!r}, which has no rate")
    except KeyError as error:
        raise ValueError(f"shops.json: shop {row['id']}: a fee has no {error}") from error
    except ValueError as error:
        raise ValueError(f"shops.json: shop {row['id']}: {error}") from error
    return {
        "country": country,
        "tax_rates": rates,
        "district": row.get("district", ""),
        "sale_fees": charged,
        "registration": tuple(row.get("registration", ())),
    }


def _places(told: Mapping[str, Any]) -> Iterator[Place]:
    routes = {row["place"]: row for row in told["routes"]}
    for row in told["places"]:
        route = routes.get(row["id"], {})
        yield Place(
            row["id"],
            LocalText(**row["name"]),
            row["x"],
            row["y"],
            row["w"],
            row["h"],
            row["zone"],
            tuple((x, y) for x, y in route.get("points", ())),
            int(route.get("minutes", 1)),
        )


def _rules(path: Path, read: Callable[[Any], R]) -> tuple[list[R], list[tuple[str, RowProblem]]]:
    """The good rules of a list, and what is wrong with the others by their place in it; one id is there once."""
    rows = _json(path) if path.exists() or path.name == "promotions.json" else []
    if not isinstance(rows, list):
        raise ValueError(f"{path.name}: write a list of objects, each with its id")
    good: dict[str, R] = {}
    problems = []
    for place, row in enumerate(rows, 1):
        rule_id = str(row.get("id")) if isinstance(row, Mapping) else ""
        try:
            rule = read(row)
        except (PromotionError, RuleRowError) as error:
            problems.append((path.name, RowProblem(place, error.where, f"{rule_id}: {error.why}")))
            continue
        if rule_id in good:
            problems.append((path.name, RowProblem(place, "id", f"{rule_id}: is there twice; each has its own")))
        else:
            good[rule_id] = rule
    return list(good.values()), problems


def _opening(path: Path, now: datetime) -> Iterator[Movement]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            at = now - timedelta(minutes=int(row["counted_minutes_ago"]))
            yield Movement(row["shop"], row["sku"], "opening", "opening", int(row["on_hand"]), at)


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
