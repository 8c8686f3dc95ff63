"""Promotions as JSON, in catalogue files and at central."""

import json
from datetime import datetime
from typing import Any

from kiosk.domain.catalogue import LocalText
from kiosk.domain.promotion import NPlusM, PercentOff, Pool, Promotion, Validity
from sync.wire.catalogue_file import words


def promotion_text(promotion: Promotion) -> str:
    """A promotion as JSON, keys sorted."""
    told: dict[str, Any] = {
        "name": words(promotion.name),
        "pool": {
            "skus": sorted(promotion.pool.skus),
            "categories": sorted(promotion.pool.categories),
            "brands": sorted(promotion.pool.brands),
        },
        "validity": _validity_told(promotion.validity),
        "limit": promotion.limit,
    }
    if isinstance(promotion, NPlusM):
        told |= {"kind": "n_plus_m", "buy": promotion.buy, "free": promotion.free}
    else:
        told |= {"kind": "percent_off", "percent": promotion.percent}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def promotion_from_text(promotion_id: str, body: str) -> Promotion:
    """The promotion of a row; raises `ValueError` for a kind this program does not know."""
    told = json.loads(body)
    name = LocalText(**told["name"])
    pool = Pool(**{key: frozenset(told["pool"][key]) for key in ("skus", "categories", "brands")})
    validity = _validity(told["validity"])
    if told["kind"] == "n_plus_m":
        return NPlusM(promotion_id, name, pool, told["buy"], told["free"], validity, told["limit"])
    if told["kind"] == "percent_off":
        return PercentOff(promotion_id, name, pool, told["percent"], validity, told["limit"])
    raise ValueError(f"promotion {promotion_id} is of unknown kind {told['kind']!r}")


def _validity_told(validity: Validity) -> dict[str, Any]:
    return {
        "starts": validity.starts.isoformat() if validity.starts else None,
        "ends": validity.ends.isoformat() if validity.ends else None,
        "weekdays": sorted(validity.weekdays),
        "hours": list(validity.hours) if validity.hours else None,
        "shops": sorted(validity.shops),
        "members_only": validity.members_only,
    }


def _validity(told: dict[str, Any]) -> Validity:
    return Validity(
        datetime.fromisoformat(told["starts"]) if told["starts"] else None,
        datetime.fromisoformat(told["ends"]) if told["ends"] else None,
        frozenset(told["weekdays"]),
        (told["hours"][0], told["hours"][1]) if told["hours"] else None,
        frozenset(told["shops"]),
        told["members_only"],
    )
