"""Restrictions from JSON and back, and what is refused with the field that is wrong."""

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.age_limit import AgeLimit, AgeRule
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.promotion import Pool
from kiosk.domain.restriction import ListAge, Policy
from kiosk.domain.restriction_rows import restriction_from, restriction_to
from kiosk.domain.rule_row import RuleRowError
from kiosk.domain.sale_hours import DAY, SaleHours

FULL: dict[str, object] = {
    "id": "alcohol",
    "name": {"ko": "주류", "en": "Alcohol"},
    "basis": "청소년 보호법 제28조",
    "goods": {"categories": ["alcohol"], "without": {"skus": ["vinegar"]}},
    "shops": ["SS01"],
    "from": "2026-01-01T00:00:00+09:00",
    "to": "2027-01-01T00:00:00+09:00",
    "age": {"years": 19, "rule": "calendar_year"},
    "channels": ["carry_out", "pick_up"],
    "hand_over": True,
    "attended_only": True,
    "id_required": True,
    "hours": [{"from": "06:00", "to": "24:00"}, {"from": "22:00", "to": "02:00", "weekdays": [5, 6]}],
    "per_sale": 1,
    "per_person": 2,
    "together": True,
    "best_before": "stop",
    "recall_list": {"hours": 72, "then": "warn"},
}


def test_every_field_of_a_rule() -> None:
    rule = restriction_from(FULL)
    goods = Pool(categories=frozenset({"alcohol"}), without=Pool(frozenset({"vinegar"})))
    assert (rule.restriction_id, rule.name.en, rule.goods) == ("alcohol", "Alcohol", goods)
    assert rule.age == AgeLimit(19, AgeRule.CALENDAR_YEAR)
    assert rule.channels == frozenset({FulfilmentKind.CARRY_OUT, FulfilmentKind.PICK_UP})
    assert rule.hours == (SaleHours(360, DAY), SaleHours(1320, 120, frozenset({5, 6})))
    assert (rule.per_sale, rule.per_person, rule.together) == (1, 2, True)
    assert (rule.best_before, rule.list_age) == (Policy.STOP, ListAge(timedelta(hours=72), Policy.WARN))
    assert rule.hand_over
    assert rule.attended_only
    assert rule.id_required


def test_a_rule_goes_to_json_and_comes_back_the_same() -> None:
    rule = restriction_from(FULL)
    assert restriction_from(json.loads(json.dumps(restriction_to(rule)))) == rule
    least = restriction_from({"id": "r", "goods": {}, "per_sale": 1})
    assert restriction_from(restriction_to(least)) == least


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"id": ""}, "id"),
        ({"id": None}, "id"),
        ({"goods": None}, "goods"),
        ({"goods": {"skus": []}}, "goods.skus"),
        ({"goods": {"sku": ["a"]}}, "goods.sku"),
        ({"goods": {"without": {}}}, "goods.without"),
        ({"goods": []}, "goods"),
        ({"age": {"years": 0}}, "age.years"),
        ({"age": {"years": 19, "rule": "moon"}}, "age.rule"),
        ({"age": 19}, "age"),
        ({"channels": ["drone"]}, "channels"),
        ({"channels": []}, "channels"),
        ({"hours": [{"from": "06:00", "to": "06:00"}]}, "hours[0].to"),
        ({"hours": [{"from": "24:00", "to": "06:00"}]}, "hours[0].from"),
        ({"hours": [{"from": "6:00", "to": "07:00"}]}, "hours[0].from"),
        ({"hours": [{"from": "06:00", "to": "24:01"}]}, "hours[0].to"),
        ({"hours": [{"from": "06:00", "to": "07:00", "weekdays": [0]}]}, "hours[0].weekdays"),
        ({"per_sale": 0}, "per_sale"),
        ({"per_sale": 1.5}, "per_sale"),
        ({"per_sale": True}, "per_sale"),
        ({"hand_over": "yes"}, "hand_over"),
        ({"best_before": "maybe"}, "best_before"),
        ({"recall_list": {"hours": 72}}, "recall_list.then"),
        ({"to": "2025-01-01T00:00:00+09:00"}, "to"),
        ({"from": "2026-01-01"}, "from"),
        ({"alcohol": True}, "alcohol"),
        ({"name": {"fr": "alcool"}}, "name.fr"),
        ({"name": {}}, "name"),
        ({"per_sale": None, "per_person": None}, "together"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, object], where: str) -> None:
    with pytest.raises(RuleRowError) as fault:
        restriction_from(FULL | change)
    assert fault.value.where == where
    assert fault.value.why


def test_a_rule_that_says_nothing_or_contradicts_itself_is_refused() -> None:
    with pytest.raises(RuleRowError, match="restricts nothing"):
        restriction_from({"id": "r", "goods": {}, "hand_over": False})
    with pytest.raises(RuleRowError, match="hand_over"):
        restriction_from({"id": "r", "goods": {}, "hand_over": True, "channels": ["ship"]})
    values: tuple[object, ...] = (None, [], "rule", 1)
    for value in values:
        with pytest.raises(RuleRowError, match="must be an object"):
            restriction_from(value)


@given(
    st.dictionaries(
        st.sampled_from(sorted(FULL)),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
            max_leaves=5,
        ),
    )
)
def test_rubbish_is_refused_with_a_field_and_never_crashes(rubbish: dict[str, object]) -> None:
    def fault_of() -> str:
        try:
            restriction_from(FULL | rubbish)
        except RuleRowError as fault:
            return fault.where
        return "none"

    assert fault_of()
