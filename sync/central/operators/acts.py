"""What operators did, kept for as long as the books: who, what, when, before and after."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sync.central.operator_tables import OperatorActRow
from sync.central.operators.operator import Operator


def note_act(session: Session, operator: Operator, act: str, subject: str, detail: Mapping[str, Any]) -> None:
    """Keep, in the transaction of the change itself, that `operator` did `act` to `subject`.

    `act` is a word with a dot, such as `recall.put`; `subject` the id of what was changed; `detail` what was
    before and after, ready for JSON and without secrets or shoppers' data.
    """
    session.add(OperatorActRow(operator=operator.operator_id, act=act, subject=subject, detail=dict(detail)))


def acts_report(
    session: Session, *, operator: str = "", act: str = "", before: int | None = None, most: int = 200
) -> list[dict[str, Any]]:
    """The newest acts first, each ready for JSON; `before` is the number of the last one that was read already."""
    wanted = select(OperatorActRow).order_by(OperatorActRow.number.desc()).limit(most)
    if operator:
        wanted = wanted.where(OperatorActRow.operator == operator)
    if act:
        wanted = wanted.where(OperatorActRow.act.startswith(act, autoescape=True))
    if before is not None:
        wanted = wanted.where(OperatorActRow.number < before)
    return [
        {
            "number": row.number,
            "at": _text(row.at),
            "operator": row.operator,
            "act": row.act,
            "subject": row.subject,
            "detail": row.detail,
        }
        for row in session.scalars(wanted)
    ]


def _text(at: datetime) -> str:
    return at.isoformat()
