"""The fields of a promotion's JSON object, one reader each: a value of the domain or the field and what it may hold."""

from collections.abc import Mapping
from datetime import datetime

from kiosk.domain.catalogue import LANGUAGES, LocalText
from kiosk.domain.promotion import Pool, Slot, Tier, Validity

MOST_PIECES = 999
MOST_MONEY = 1_000_000_000_000
MOST_APPLICATIONS = 1_000_000
MOST_SLOTS = 20
MOST_DAYS = 3_650
_POOL = ("skus", "categories", "brands")


class PromotionError(ValueError):
    """A promotion that cannot be understood: `where` is the field, `why` says what is allowed."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


def told(value: object, where: str, allowed: str) -> dict[str, object]:
    """The fields of an object that say something: null counts as left out."""
    if not isinstance(value, Mapping):
        raise _wrong(where, f"must be {allowed}", value)
    return {str(field): inner for field, inner in value.items() if inner is not None}


def text(value: object, where: str) -> str:
    """An id or a word: printable, 1 to 100 characters."""
    if not isinstance(value, str) or not value.strip() or not value.isprintable() or len(value) > 100:
        raise _wrong(where, "must be a printable text of 1 to 100 characters", value)
    return value


def whole(value: object, where: str, least: int, most: int) -> int:
    """A whole number from `least` to `most`; JSON's 10.0 is one."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise _wrong(where, f"must be a whole number from {least} to {most}", value)
    return value


def percent(value: object, where: str) -> int:
    """A whole percentage."""
    return whole(value, where, 0, 100)


def money(value: object, where: str) -> int:
    """An amount in minor units, nothing or more."""
    return whole(value, where, 0, MOST_MONEY)


def some_money(value: object, where: str) -> int:
    """An amount in minor units, more than nothing."""
    return whole(value, where, 1, MOST_MONEY)


def pieces(value: object, where: str) -> int:
    """How many units."""
    return whole(value, where, 1, MOST_PIECES)


def days(value: object, where: str) -> int:
    """How many days before the last one; 0 is that day itself."""
    return whole(value, where, 0, MOST_DAYS)


def rank(value: object, where: str) -> int:
    """The place in the order of the cart level, smallest first."""
    return whole(value, where, -MOST_APPLICATIONS, MOST_APPLICATIONS)


def applications(value: object, where: str) -> int:
    """How often something may be applied."""
    return whole(value, where, 1, MOST_APPLICATIONS)


def names(value: object, where: str) -> frozenset[str]:
    """Ids; an empty list is refused, because it would silently mean "all"."""
    if not isinstance(value, (list, tuple)) or not value or not all(isinstance(x, str) and x for x in value):
        raise _wrong(where, "must be a list of one or more texts; leave it out when there are none", value)
    return frozenset(value)


def pool(value: object, where: str) -> Pool:
    """Which units; {} is every discountable one."""
    fields = told(value, where, "an object; {} is every discountable unit")
    without = fields.pop("without", None)
    skus, categories, brands = _members(fields, where)
    left_out = None
    if without is not None:
        members = _members(told(without, f"{where}.without", "an object"), f"{where}.without")
        if not any(members):
            raise PromotionError(f"{where}.without", "must name skus, categories or brands; leave it out otherwise")
        left_out = Pool(*members)
    return Pool(skus, categories, brands, left_out)


def _members(fields: Mapping[str, object], where: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    for field in fields:
        if field not in _POOL:
            raise PromotionError(f"{where}.{field}", "a pool names skus, categories or brands, and without")
    # Beside a list with names an empty one is plain; alone it could mean all units as well as none.
    named = any(fields.values())
    skus, categories, brands = (
        frozenset[str]() if field not in fields or (named and fields[field] == []) else names(fields[field], inner)
        for field, inner in ((field, f"{where}.{field}") for field in _POOL)
    )
    return skus, categories, brands


def slot(value: object, where: str) -> Slot:
    """A place of a set: {pool, count}."""
    fields = _only(told(value, where, "an object with pool and count"), where, ("pool", "count"))
    return Slot(pool(fields.get("pool"), f"{where}.pool"), pieces(fields.get("count"), f"{where}.count"))


def slots(value: object, where: str) -> tuple[Slot, ...]:
    """The places of a set, one or more."""
    if not isinstance(value, (list, tuple)) or not 1 <= len(value) <= MOST_SLOTS:
        raise _wrong(where, f"must be a list of 1 to {MOST_SLOTS} objects with pool and count", value)
    return tuple(slot(inner, f"{where}[{place}]") for place, inner in enumerate(value))


def tiers(value: object, where: str) -> tuple[Tier, ...]:
    """The steps of a tiered percentage by rising count; each count once."""
    if not isinstance(value, (list, tuple)) or not 1 <= len(value) <= MOST_SLOTS:
        raise _wrong(where, f"must be a list of 1 to {MOST_SLOTS} objects with count and percent", value)
    seen: dict[int, Tier] = {}
    for place, inner in enumerate(value):
        here = f"{where}[{place}]"
        fields = _only(told(inner, here, "an object with count and percent"), here, ("count", "percent"))
        tier = Tier(
            pieces(fields.get("count"), f"{here}.count"),
            percent(fields.get("percent"), f"{here}.percent"),
        )
        if tier.count in seen:
            raise PromotionError(f"{here}.count", f"{tier.count} has a tier already; each count has one")
        seen[tier.count] = tier
    return tuple(seen[count] for count in sorted(seen))


def name(value: object, promotion_id: str) -> LocalText:
    """The words a shopper reads; without any the id is shown."""
    if value is None:
        return LocalText(promotion_id)
    fields = told(value, "name", "an object with ko, en, ja or zh")
    for language in fields:
        if language not in LANGUAGES:
            raise PromotionError(f"name.{language}", "the languages are ko, en, ja and zh")
    filled = [language for language in LANGUAGES if fields.get(language, "") != ""]
    words = {language: text(fields[language], f"name.{language}") for language in filled}
    if not words:
        raise PromotionError("name", "must be an object with words in at least one of ko, en, ja and zh")
    return LocalText(**({"ko": next(iter(words.values()))} | words))


def validity(row: Mapping[str, object]) -> Validity:
    """When, where and for whom: from, to, weekdays, hours, shops, members_only."""
    starts, ends = _instant(row, "from"), _instant(row, "to")
    if starts and ends and ends < starts:
        raise PromotionError("to", "is before from")
    members_only = row.get("members_only", False)
    if not isinstance(members_only, bool):
        raise _wrong("members_only", "must be true or false", members_only)
    shops = names(row["shops"], "shops") if "shops" in row else frozenset[str]()
    return Validity(starts, ends, _weekdays(row), _hours(row), shops, members_only)


def _instant(row: Mapping[str, object], field: str) -> datetime | None:
    value = row.get(field)
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None:
        raise _wrong(field, "must be a time such as 2026-11-21T18:00:00+09:00", value)
    if moment.utcoffset() is None:
        raise PromotionError(field, "must say its time zone, such as +09:00")
    return moment


def _weekdays(row: Mapping[str, object]) -> frozenset[int]:
    value = row.get("weekdays")
    if value is None:
        return frozenset()
    if not isinstance(value, (list, tuple)) or not value:
        raise _wrong("weekdays", "must be a list of numbers from 1 (Monday) to 7 (Sunday)", value)
    try:
        return frozenset(whole(day, "weekdays", 1, 7) for day in value)
    except PromotionError:
        raise _wrong("weekdays", "must be a list of numbers from 1 (Monday) to 7 (Sunday)", value) from None


def _hours(row: Mapping[str, object]) -> tuple[str, str] | None:
    value = row.get("hours")
    if value is None:
        return None
    if not isinstance(value, (list, tuple)) or len(value) != 2 or not all(_is_hour(x) for x in value):
        raise _wrong("hours", 'must be two times of day such as ["18:00", "22:00"]', value)
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


def _only(fields: dict[str, object], where: str, known: tuple[str, ...]) -> dict[str, object]:
    for field in fields:
        if field not in known:
            raise PromotionError(f"{where}.{field}", f"there is no such field here; known are {' and '.join(known)}")
    return fields


def _wrong(where: str, must: str, value: object) -> PromotionError:
    if value is None:
        return PromotionError(where, f"is missing: {must}")
    shown = repr(value)
    return PromotionError(where, f"{must}, not {shown if len(shown) <= 60 else shown[:60] + '…'}")
