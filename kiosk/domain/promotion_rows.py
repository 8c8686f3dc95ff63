"""Promotions as they travel: the JSON objects of docs/pricing.md, section 2, to rules and back."""

from collections.abc import Mapping
from datetime import datetime

from kiosk.domain.catalogue import LANGUAGES, LocalText
from kiosk.domain.promotion import NPlusM, PercentOff, Pool, Promotion, Validity

_COMMON = frozenset(
    {"id", "kind", "name", "pool", "from", "to", "weekdays", "hours", "shops", "members_only", "limit", "badge"}
)
_OWN = {"n_plus_m": frozenset({"buy", "free"}), "percent_off": frozenset({"percent"})}


class PromotionError(ValueError):
    """A promotion that cannot be understood: `where` is the field, `why` says what is allowed."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


def promotion_from(row: Mapping[str, object]) -> Promotion:
    """The rule that a JSON object describes; raises `PromotionError` with the field and what it may hold.

    Without `name` the id is shown; `badge` is passed over, because the kind says it. Any other field that this
    kind does not know is refused: it could be a condition without which too much would be taken off.
    """
    promotion_id = _text(row, "id")
    kind = _text(row, "kind")
    if kind not in _OWN:
        raise PromotionError("kind", f"{kind!r} is not one of {', '.join(sorted(_OWN))}")
    for field in row:
        if field not in _COMMON and field not in _OWN[kind]:
            allowed = ", ".join(sorted(_COMMON | _OWN[kind]))
            raise PromotionError(field, f"a promotion of kind {kind} has no such field; it has {allowed}")
    name, pool, validity = _name(row, promotion_id), _pool(row), _validity(row)
    limit = None if row.get("limit") is None else _whole(row, "limit", 1, 1_000_000)
    if kind == "n_plus_m":
        buy, free = _whole(row, "buy", 1, 99), _whole(row, "free", 1, 99)
        return NPlusM(
            promotion_id=promotion_id, name=name, pool=pool, buy=buy, free=free, validity=validity, limit=limit
        )
    return PercentOff(
        promotion_id=promotion_id,
        name=name,
        pool=pool,
        percent=_whole(row, "percent", 0, 100),
        validity=validity,
        limit=limit,
    )


def promotion_to(promotion: Promotion) -> dict[str, object]:
    """The JSON object of a rule; `promotion_from` of it gives an equal rule back."""
    row: dict[str, object] = {"id": promotion.promotion_id}
    if isinstance(promotion, NPlusM):
        row |= {"kind": "n_plus_m", "buy": promotion.buy, "free": promotion.free}
    elif isinstance(promotion, PercentOff):
        row |= {"kind": "percent_off", "percent": promotion.percent}
    else:
        raise PromotionError("kind", f"{type(promotion).__name__} has no row")
    row["name"] = {x: getattr(promotion.name, x) for x in LANGUAGES if getattr(promotion.name, x)}
    pool = promotion.pool
    members = {"skus": pool.skus, "categories": pool.categories, "brands": pool.brands}
    row["pool"] = {key: sorted(names) for key, names in members.items() if names}
    validity = promotion.validity
    optional: dict[str, object] = {
        "from": validity.starts.isoformat() if validity.starts else None,
        "to": validity.ends.isoformat() if validity.ends else None,
        "weekdays": sorted(validity.weekdays),
        "hours": list(validity.hours or ()),
        "shops": sorted(validity.shops),
        "members_only": validity.members_only,
        "limit": promotion.limit,
    }
    return row | {field: value for field, value in optional.items() if value}


def _text(row: Mapping[str, object], field: str) -> str:
    value = row.get(field)
    if not isinstance(value, str) or not value.strip() or not value.isprintable() or len(value) > 100:
        raise PromotionError(field, "must be a printable text of 1 to 100 characters")
    return value


def _whole(row: Mapping[str, object], field: str, least: int, most: int) -> int:
    value = row.get(field)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise PromotionError(field, f"must be a whole number from {least} to {most}, not {value!r}")
    return value


def _name(row: Mapping[str, object], promotion_id: str) -> LocalText:
    value = row.get("name")
    if value is None:
        return LocalText(promotion_id)
    if not isinstance(value, Mapping) or not value:
        raise PromotionError("name", "must be an object with ko, en, ja or zh")
    for language in value:
        if language not in LANGUAGES:
            raise PromotionError(f"name.{language}", "the languages are ko, en, ja and zh")
    words = {language: _text(value, language) for language in LANGUAGES if value.get(language) not in (None, "")}
    if not words:
        raise PromotionError("name", "must have words in at least one language")
    return LocalText(**({"ko": next(iter(words.values()))} | words))


def _pool(row: Mapping[str, object]) -> Pool:
    value = row.get("pool")
    if not isinstance(value, Mapping):
        raise PromotionError("pool", "must be an object; {} is every discountable unit")
    for field in value:
        if field not in ("skus", "categories", "brands"):
            raise PromotionError(f"pool.{field}", "a pool names skus, categories or brands")
    skus, categories, brands = (_names(value, field, f"pool.{field}") for field in ("skus", "categories", "brands"))
    return Pool(skus, categories, brands)


def _names(row: Mapping[str, object], field: str, where: str) -> frozenset[str]:
    value = row.get(field)
    if value is None:
        return frozenset()
    if not isinstance(value, (list, tuple)) or not value or not all(isinstance(x, str) and x for x in value):
        # An empty list would silently mean "everything".
        raise PromotionError(where, "must be a list of one or more texts; leave it out when there are none")
    return frozenset(value)


def _validity(row: Mapping[str, object]) -> Validity:
    starts, ends = _instant(row, "from"), _instant(row, "to")
    if starts and ends and ends < starts:
        raise PromotionError("to", "is before from")
    members_only = row.get("members_only", False)
    if not isinstance(members_only, bool):
        raise PromotionError("members_only", "must be true or false")
    return Validity(starts, ends, _weekdays(row), _hours(row), _names(row, "shops", "shops"), members_only)


def _instant(row: Mapping[str, object], field: str) -> datetime | None:
    value = row.get(field)
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise PromotionError(field, f"must be a time such as 2026-11-21T18:00:00+09:00, not {value!r}") from None
    if moment.utcoffset() is None:
        raise PromotionError(field, "must say its time zone, such as +09:00")
    return moment


def _weekdays(row: Mapping[str, object]) -> frozenset[int]:
    value = row.get("weekdays")
    if value is None:
        return frozenset()
    if not isinstance(value, (list, tuple)) or not value or not all(type(x) is int and 1 <= x <= 7 for x in value):
        raise PromotionError("weekdays", "must be a list of numbers from 1 (Monday) to 7 (Sunday)")
    return frozenset(value)


def _hours(row: Mapping[str, object]) -> tuple[str, str] | None:
    value = row.get("hours")
    if value is None:
        return None
    if not isinstance(value, (list, tuple)) or len(value) != 2 or not all(_is_hour(x) for x in value):
        raise PromotionError("hours", 'must be two times of day such as ["18:00", "22:00"]')
    start, end = value
    if start >= end:
        raise PromotionError("hours", "must start before they end; make two promotions of hours across midnight")
    return start, end


def _is_hour(value: object) -> bool:
    if not isinstance(value, str) or len(value) != 5 or value[2] != ":" or not value.isascii():
        return False
    hour, minute = value[:2], value[3:]
    if not (hour.isdigit() and minute.isdigit()):
        return False
    return (int(hour) < 24 and int(minute) < 60) or value == "24:00"
