"""The rules that go into a catalogue: promotions, restrictions and recalls; what is not understood is named."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from kiosk.domain.promotion import Promotion
from kiosk.domain.recall import Recall
from kiosk.domain.restriction import Restriction
from sync.central.catalogue.validation import Refusals
from sync.central.catalogue_tables import PromotionRow, RecallRow, RestrictionRow
from sync.wire.promotion import promotion_from_text
from sync.wire.rule_text import recall_from_text, restriction_from_text

R = TypeVar("R")


def promotions_of(session: Session, refusals: Refusals) -> list[Promotion]:
    """All promotions, by id."""
    rows = select(PromotionRow.promotion, PromotionRow.body).order_by(PromotionRow.promotion)
    return list(_read(session, rows, "promotion", promotion_from_text, refusals))


def restrictions_of(session: Session, refusals: Refusals) -> list[Restriction]:
    """All restrictions, by id."""
    rows = select(RestrictionRow.restriction, RestrictionRow.body).order_by(RestrictionRow.restriction)
    return list(_read(session, rows, "restriction", restriction_from_text, refusals))


def recalls_of(session: Session, refusals: Refusals) -> list[Recall]:
    """All recalls, by id."""
    rows = select(RecallRow.recall, RecallRow.body).order_by(RecallRow.recall)
    return list(_read(session, rows, "recall", recall_from_text, refusals))


def _read(
    session: Session, rows: Select[str, str], kind: str, read: Callable[[str], R], refusals: Refusals
) -> Iterator[R]:
    for rule_id, body in session.execute(rows):
        try:
            yield read(body)
        except ValueError as error:
            refusals.add(f"{kind} {rule_id}", str(error))
