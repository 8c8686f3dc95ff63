"""Restrictions as they travel: the JSON objects of docs/restrictions.md to rules and back."""

from datetime import timedelta

from kiosk.domain.age_limit import AgeLimit, AgeRule
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.restriction import ListAge, Policy, Restriction
from kiosk.domain.rule_row import RuleRow, ordered, pool_to, without_empty, words_to
from kiosk.domain.sale_hours import DAY, EVERY_DAY, SaleHours

_SAYS = (
    "age",
    "channels",
    "hand_over",
    "attended_only",
    "id_required",
    "hours",
    "per_sale",
    "per_person",
    "best_before",
    "recall_list",
)
_FIELDS = ("id", "name", "basis", "goods", "shops", "from", "to", *_SAYS, "together")


def restriction_from(value: object) -> Restriction:
    """The rule that a JSON object describes; raises `RuleRowError` with the field and what it may hold."""
    row = RuleRow(value, _FIELDS)
    restriction_id = row.text("id", most=100)
    starts, ends = ordered(row)
    made = Restriction(
        restriction_id=restriction_id,
        name=row.words("name", restriction_id),
        goods=row.pool("goods"),
        basis=row.text("basis", ""),
        shops=row.names("shops"),
        starts=starts,
        ends=ends,
        age=_age(row),
        channels=_channels(row),
        hand_over=row.yes("hand_over"),
        attended_only=row.yes("attended_only"),
        id_required=row.yes("id_required"),
        hours=tuple(_stretch(one, f"hours[{place}]") for place, one in enumerate(row.items("hours"))),
        per_sale=row.optional_whole("per_sale", 1, 10_000),
        per_person=row.optional_whole("per_person", 1, 10_000),
        together=row.yes("together"),
        best_before=row.one_of("best_before", Policy) if row.has("best_before") else None,
        list_age=_list_age(row),
    )
    if not any(row.has(field) and row.raw(field) is not False for field in _SAYS):
        raise row.fault("id", f"the rule {restriction_id} restricts nothing; it needs one of {', '.join(_SAYS)}")
    if made.together and made.per_sale is None and made.per_person is None:
        raise row.fault("together", "counts pieces together, so per_sale or per_person must say how many")
    if made.hand_over and made.channels == frozenset({FulfilmentKind.SHIP}):
        raise row.fault("hand_over", "what is only shipped is handed over by nobody")
    return made


def restriction_to(rule: Restriction) -> dict[str, object]:
    """The JSON object of a rule; `restriction_from` of it gives an equal rule back."""
    fields = without_empty(
        {
            "basis": rule.basis,
            "shops": sorted(rule.shops),
            "from": rule.starts.isoformat() if rule.starts else None,
            "to": rule.ends.isoformat() if rule.ends else None,
            "age": {"years": rule.age.years, "rule": rule.age.rule.value} if rule.age else None,
            "channels": sorted(one.value for one in rule.channels or ()),
            "hand_over": rule.hand_over,
            "attended_only": rule.attended_only,
            "id_required": rule.id_required,
            "hours": [_stretch_to(one) for one in rule.hours],
            "per_sale": rule.per_sale,
            "per_person": rule.per_person,
            "together": rule.together,
            "best_before": rule.best_before.value if rule.best_before else None,
        }
    )
    if rule.list_age:
        hours = int(rule.list_age.most / timedelta(hours=1))
        fields["recall_list"] = {"hours": hours, "then": rule.list_age.then.value}
    return {"id": rule.restriction_id, "name": words_to(rule.name), "goods": pool_to(rule.goods)} | fields


def _age(row: RuleRow) -> AgeLimit | None:
    if not row.has("age"):
        return None
    age = RuleRow(row.raw("age"), ("years", "rule"), "age")
    return AgeLimit(age.whole("years", 1, 99), age.one_of("rule", AgeRule, AgeRule.BIRTHDAY))


def _channels(row: RuleRow) -> frozenset[FulfilmentKind] | None:
    named = row.items("channels")
    return frozenset(row.word(one, FulfilmentKind, "channels") for one in named) if named else None


def _list_age(row: RuleRow) -> ListAge | None:
    if not row.has("recall_list"):
        return None
    said = RuleRow(row.raw("recall_list"), ("hours", "then"), "recall_list")
    return ListAge(timedelta(hours=said.whole("hours", 0, 24 * 365)), said.one_of("then", Policy))


def _stretch(value: object, where: str) -> SaleHours:
    row = RuleRow(value, ("from", "to", "weekdays"), where)
    starts, ends = _minutes(row, "from"), _minutes(row, "to")
    if starts == DAY or ends == 0:
        raise row.fault("from" if starts == DAY else "to", "midnight is 00:00 as a beginning and 24:00 as an end")
    if starts == ends:
        raise row.fault("to", "is the same as from; the whole day is 00:00 to 24:00")
    days = row.items("weekdays")
    if not all(type(one) is int and 1 <= one <= 7 for one in days):
        raise row.fault("weekdays", "must be a list of numbers from 1 (Monday) to 7 (Sunday)")
    return SaleHours(starts, ends, frozenset(int(str(one)) for one in days) or EVERY_DAY)


def _minutes(row: RuleRow, field: str) -> int:
    value = row.text(field, most=5)
    hour, colon, minute = value.partition(":")
    digits = len(value) == 5 and colon and value.isascii() and hour.isdigit() and minute.isdigit()
    if not digits or int(minute) >= 60 or int(hour) * 60 + int(minute) > DAY:
        raise row.fault(field, f'must be a time of day such as "06:00" or "24:00", not {value!r}')
    return int(hour) * 60 + int(minute)


def _stretch_to(hours: SaleHours) -> dict[str, object]:
    def clock(minutes: int) -> str:
        return f"{minutes // 60:02}:{minutes % 60:02}"

    row: dict[str, object] = {"from": clock(hours.starts), "to": clock(hours.ends)}
    return row if hours.weekdays == EVERY_DAY else row | {"weekdays": sorted(hours.weekdays)}
