"""The list of operators: taken on, changed, sent away."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sync.central.operator_tables import OperatorRow
from sync.central.operators.acts import note_act
from sync.central.operators.operator import Operator, Role
from sync.central.operators.passwords import PasswordUnfit, password_check, password_fits
from sync.central.operators.sessions import end_all_sessions
from sync.central.problems import Refused
from sync.central.tables import ShopRow

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


def add_operator(
    session: Session,
    login: str,
    name: str,
    role: Role,
    password: str,
    *,
    by: Operator,
    now: datetime,
    shops: Iterable[str] = (),
    must_choose: bool = False,
) -> None:
    """Take an operator on; `must_choose` when the password is known to somebody else too.

    Raises `Refused`: 409 when the name is taken, 422 for a name or password that will not do, 404 for a shop.
    """
    if not _LOGIN.fullmatch(login):
        raise Refused(422, "not understood", "the name to sign in with has 2 to 40 of a-z, 0-9, dot, dash, underscore")
    if not name.strip() or len(name) > 80:
        raise Refused(422, "not understood", "the operator's name has 1 to 80 characters")
    if session.get(OperatorRow, login) is not None:
        raise Refused(409, "name taken", f"there is an operator {login!r} already")
    known = _known_shops(session, shops)
    row = OperatorRow(
        operator=login,
        name=name.strip(),
        role=role.word,
        shops=known,
        password=_check_of(password, login),
        must_choose=must_choose,
        made_at=now,
    )
    session.add(row)
    note_act(session, by, "operator.add", login, {"after": {"role": role.word, "shops": known}})
    session.flush()


def place_operator(session: Session, login: str, role: Role, shops: Iterable[str], *, by: Operator) -> None:
    """Give an operator another role or other shops; all sessions end.

    Raises `Refused`: 404 for an operator or shop that is not known, 409 for the last administrator.
    """
    row = _locked(session, login)
    if role < Role.ADMINISTRATOR:
        _keep_an_administrator(session, row)
    before = {"role": row.role, "shops": list(row.shops)}
    row.role, row.shops = role.word, _known_shops(session, shops)
    note_act(session, by, "operator.place", login, {"before": before, "after": {"role": row.role, "shops": row.shops}})
    end_all_sessions(session, login)


def disable_operator(session: Session, login: str, *, by: Operator, now: datetime) -> None:
    """Let an operator in no more, from the next request on; raises `Refused` (404, 409 for the last administrator)."""
    row = _locked(session, login)
    _keep_an_administrator(session, row)
    if row.disabled_at is None:
        row.disabled_at = now
        note_act(session, by, "operator.disable", login, {"before": {"disabled": False}, "after": {"disabled": True}})
    end_all_sessions(session, login)


def enable_operator(session: Session, login: str, *, by: Operator) -> None:
    """Let an operator in again; raises `Refused` (404)."""
    row = _locked(session, login)
    if row.disabled_at is not None:
        row.disabled_at = None
        note_act(session, by, "operator.enable", login, {"before": {"disabled": True}, "after": {"disabled": False}})


def set_password(session: Session, login: str, password: str, *, by: Operator, must_choose: bool) -> None:
    """Give an operator another password; all sessions end; raises `Refused` (404, 422)."""
    row = _locked(session, login)
    row.password, row.must_choose = _check_of(password, login), must_choose
    note_act(session, by, "operator.password", login, {"after": {"must_choose": must_choose}})
    end_all_sessions(session, login)


def choose_password(session: Session, operator: Operator, old: str, new: str) -> None:
    """Change one's own password; all sessions end, this one too.

    Raises `Refused`: 403 when `old` is not the password, 422 for a new one that will not do.
    """
    row = _locked(session, operator.operator_id)
    if not password_fits(row.password, old):
        raise Refused(403, "not accepted", "the old password is not right")
    if password_fits(row.password, new):
        raise Refused(422, "not understood", "the new password is the old one")
    set_password(session, operator.operator_id, new, by=operator, must_choose=False)


def operators_report(session: Session) -> list[dict[str, Any]]:
    """All operators, ready for JSON, without their passwords."""
    return [
        {
            "operator": row.operator,
            "name": row.name,
            "role": row.role,
            "shops": list(row.shops),
            "made_at": row.made_at.isoformat(),
            "disabled_at": row.disabled_at.isoformat() if row.disabled_at else None,
        }
        for row in session.scalars(select(OperatorRow).order_by(OperatorRow.operator))
    ]


def _locked(session: Session, login: str) -> OperatorRow:
    row = session.get(OperatorRow, login, with_for_update=True)
    if row is None:
        raise Refused(404, "unknown operator", f"there is no operator {login!r}")
    return row


def _keep_an_administrator(session: Session, row: OperatorRow) -> None:
    if row.role != Role.ADMINISTRATOR.word or row.disabled_at is not None:
        return
    others = select(OperatorRow.operator).where(
        OperatorRow.role == Role.ADMINISTRATOR.word,
        OperatorRow.disabled_at.is_(None),
        OperatorRow.operator != row.operator,
    )
    if session.scalars(others.with_for_update()).first() is None:
        raise Refused(409, "last administrator", f"{row.operator} is the only administrator; make another one first")


def _known_shops(session: Session, shops: Iterable[str]) -> list[str]:
    wanted = sorted(set(shops))
    known = set(session.scalars(select(ShopRow.shop).where(ShopRow.shop.in_(wanted))))
    for shop in wanted:
        if shop not in known:
            raise Refused(404, "unknown shop", f"there is no shop {shop!r}; load the shops first")
    return wanted


def _check_of(password: str, login: str) -> str:
    try:
        return password_check(password, login)
    except PasswordUnfit as error:
        raise Refused(422, "not understood", str(error)) from error
