"""Restrictions and recalls as text: what is written is read again, rubbish is a ValueError."""

import pytest

from kiosk.domain.recall_rows import recall_from
from kiosk.domain.restriction_rows import restriction_from
from sync.wire.rule_text import recall_from_text, recall_text, restriction_from_text, restriction_text

RESTRICTION = restriction_from({"id": "A", "name": {"ko": "주류"}, "goods": {"categories": ["alcohol"]}, "per_sale": 2})
RECALL = recall_from({"id": "R", "skus": ["B1"], "batches": ["L7"], "reason": {"ko": "이물"}})


def test_what_is_written_is_read_again() -> None:
    assert restriction_from_text(restriction_text(RESTRICTION)) == RESTRICTION
    assert recall_from_text(recall_text(RECALL)) == RECALL
    assert "주류" in restriction_text(RESTRICTION)


@pytest.mark.parametrize("body", ["", "[]", "7", '{"id": "R"}', '{"id": "R", "everything": 1}'])
def test_rubbish_is_refused(body: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        restriction_from_text(body)
    with pytest.raises(ValueError, match=r"."):
        recall_from_text(body)
