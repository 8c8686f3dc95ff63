"""Recalls from JSON and back, and what is refused with the field that is wrong."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.recall import DateWindow, RecallKind, SerialRange
from kiosk.domain.recall_rows import recall_from, recall_to
from kiosk.domain.restriction import Policy
from kiosk.domain.rule_row import RuleRowError

FULL: dict[str, object] = {
    "id": "2026-117",
    "kind": "recall",
    "reason": {"ko": "이물 혼입", "en": "Foreign matter"},
    "basis": "식약처 회수 2026-117",
    "gtins": ["8809999010012"],
    "skus": ["B01001"],
    "shops": ["SS01"],
    "from": "2026-11-21T12:00:00+09:00",
    "to": "2027-11-21T12:00:00+09:00",
    "batches": ["L2411"],
    "serials": ["A7", {"from": "0100", "to": "0199"}],
    "expires": {"from": "2026-12-01", "to": "2026-12-31"},
    "best_before": {"from": "2026-12-01"},
    "made": {"to": "2026-11-01"},
    "lot_unknown": "stop",
}


def test_every_field_of_a_recall() -> None:
    recall = recall_from(FULL)
    assert recall.kind is RecallKind.RECALL
    assert recall.gtins == {"08809999010012"}
    assert recall.serials == (SerialRange("A7", "A7"), SerialRange("0100", "0199"))
    assert recall.expires == DateWindow(date(2026, 12, 1), date(2026, 12, 31))
    assert (recall.best_before, recall.made) == (DateWindow(date(2026, 12, 1)), DateWindow(None, date(2026, 11, 1)))
    assert recall.lot_unknown is Policy.STOP


def test_a_recall_goes_to_json_and_comes_back_the_same() -> None:
    recall = recall_from(FULL)
    assert recall_from(json.loads(json.dumps(recall_to(recall)))) == recall
    least = recall_from({"id": "r", "skus": ["a"]})
    assert (least.kind, least.lot_unknown) == (RecallKind.RECALL, Policy.STAFF)
    assert recall_from(recall_to(least)) == least


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"gtins": None, "skus": None}, "gtins"),
        ({"gtins": ["8809999010013"]}, "gtins"),
        ({"gtins": "8809999010012"}, "gtins"),
        ({"kind": "wish"}, "kind"),
        ({"batches": [""]}, "batches"),
        ({"batches": ["A" * 21]}, "batches"),
        ({"batches": ["롯트"]}, "batches"),
        ({"serials": [{"from": "0199", "to": "0100"}]}, "serials"),
        ({"serials": [{"from": "1", "to": "100"}]}, "serials"),
        ({"serials": [7]}, "serials"),
        ({"expires": {}}, "expires"),
        ({"expires": {"from": "2026-12-31", "to": "2026-12-01"}}, "expires"),
        ({"expires": {"from": "20261231"}}, "expires.from"),
        ({"made": {"from": "2026-02-30"}}, "made.from"),
        ({"to": "2026-11-21T11:00:00+09:00"}, "to"),
        ({"lot_unknown": "pray"}, "lot_unknown"),
        ({"batch": ["L1"]}, "batch"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, object], where: str) -> None:
    with pytest.raises(RuleRowError) as fault:
        recall_from(FULL | change)
    assert fault.value.where == where


@given(
    st.dictionaries(
        st.sampled_from(sorted(FULL)),
        st.none()
        | st.integers()
        | st.text(max_size=9)
        | st.lists(st.text(max_size=4) | st.integers() | st.none(), max_size=3)
        | st.dictionaries(st.sampled_from(["from", "to", "ko"]), st.text(max_size=10) | st.none()),
    )
)
def test_rubbish_is_refused_with_a_field_and_never_crashes(rubbish: dict[str, object]) -> None:
    def fault_of() -> str:
        try:
            recall_from(FULL | rubbish)
        except RuleRowError as fault:
            return fault.where
        return "none"

    assert fault_of()
