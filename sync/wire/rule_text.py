"""Restrictions and recalls as JSON text, in catalogue files and at central."""

import json

from kiosk.domain.recall import Recall
from kiosk.domain.recall_rows import recall_from, recall_to
from kiosk.domain.restriction import Restriction
from kiosk.domain.restriction_rows import restriction_from, restriction_to


def restriction_text(restriction: Restriction) -> str:
    """A restriction as JSON, keys sorted."""
    return json.dumps(restriction_to(restriction), ensure_ascii=False, sort_keys=True)


def restriction_from_text(body: str) -> Restriction:
    """The restriction of a row; raises `kiosk.domain.rule_row.RuleRowError` (a ValueError) when it is none."""
    return restriction_from(json.loads(body))


def recall_text(recall: Recall) -> str:
    """A recall as JSON, keys sorted."""
    return json.dumps(recall_to(recall), ensure_ascii=False, sort_keys=True)


def recall_from_text(body: str) -> Recall:
    """The recall of a row; raises `kiosk.domain.rule_row.RuleRowError` (a ValueError) when it is none."""
    return recall_from(json.loads(body))
