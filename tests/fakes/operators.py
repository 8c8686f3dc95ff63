"""Operators of a test's central, signed in."""

from collections.abc import Iterable
from functools import cache

from sqlalchemy.dialects.postgresql import insert

from sync.central.app import Central
from sync.central.database.engine import transaction
from sync.central.operator_tables import OperatorRow
from sync.central.operators.operator import Role
from sync.central.operators.passwords import password_check
from sync.central.operators.sessions import open_session
from sync.wire.moment import utc_now

PASSWORD = "seven green kettles"


def put_operator(central: Central, role: Role = Role.ADMINISTRATOR, shops: Iterable[str] = (), login: str = "") -> str:
    """An operator whose password is `PASSWORD`; answers the name to sign in with."""
    kept = sorted(shops)
    login = login or "-".join([role.word, *(shop.lower() for shop in kept)])
    values = {"operator": login, "name": login, "role": role.word, "shops": kept}
    with transaction(central.engine) as session:
        row = insert(OperatorRow).values(password=_check(), must_choose=False, made_at=utc_now(), **values)
        session.execute(row.on_conflict_do_nothing())
    return login


def operator_token(central: Central, role: Role = Role.ADMINISTRATOR, shops: Iterable[str] = ()) -> str:
    """The token of a session of an operator with this role and these shops."""
    login = put_operator(central, role, shops)
    with transaction(central.engine) as session:
        return open_session(session, login, address="127.0.0.1", now=utc_now())


def bearer(
    central: Central, role: Role = Role.ADMINISTRATOR, shops: Iterable[str] = (), language: str = "en"
) -> dict[str, str]:
    """The headers of a request of such an operator."""
    return {"Authorization": f"Bearer {operator_token(central, role, shops)}", "Accept-Language": language}


@cache
def _check() -> str:
    return password_check(PASSWORD, "nobody")
