"""What members bought today of goods with a number for each person, so that a second sale counts on."""

import json
from collections.abc import Mapping
from datetime import date

from kiosk.checkout.ports import UnitOfWork

KEY = "bought_today"
Pieces = Mapping[tuple[str, str], int]


def bought_today(unit: UnitOfWork, member: str, day: date) -> Pieces:
    """What this station sold to the member on that day, by rule and SKU ("" where the rule counts together)."""
    return {(rule, sku): pieces for rule, sku, pieces in _members(unit, day).get(member, ())}


def note_bought(unit: UnitOfWork, member: str, day: date, pieces: Pieces) -> None:
    """Add what a sale sold to a member; those of other days are forgotten."""
    if not (member and pieces):
        return
    members = _members(unit, day)
    before = bought_today(unit, member, day)
    after = {key: before.get(key, 0) + pieces.get(key, 0) for key in {*before, *pieces}}
    members[member] = [(rule, sku, count) for (rule, sku), count in sorted(after.items())]
    unit.put_value(KEY, json.dumps({"day": day.isoformat(), "members": members}))


def _members(unit: UnitOfWork, day: date) -> dict[str, list[tuple[str, str, int]]]:
    kept = json.loads(unit.value(KEY) or "{}")
    if kept.get("day") != day.isoformat():
        return {}
    return {member: [(rule, sku, pieces) for rule, sku, pieces in rows] for member, rows in kept["members"].items()}
