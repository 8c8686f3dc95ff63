"""A name and a password for a session of the browser."""

import logging
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from sync.central.database.engine import transaction
from sync.central.operator_tables import OperatorRow
from sync.central.operators.acts import note_act
from sync.central.operators.operator import Operator
from sync.central.operators.passwords import password_fits
from sync.central.operators.sessions import browser_known, know_browser, open_session, operator_in
from sync.central.operators.tries import begin_try, forgive_try, origins
from sync.central.problems import Refused

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An operator's new session: its token, and the one by which the browser is known from now on."""

    operator: Operator
    token: str
    browser: str


def sign_in(engine: Engine, login: str, password: str, *, address: str, browser: str, now: datetime) -> SignedIn:
    """Open a session; `browser` is the token by which it says to be known, or "".

    Raises `Refused`: 401 with one text for everything that is not right, 429 with the seconds to wait.
    """
    login = login.strip().lower()[:100]
    with transaction(engine) as session:
        known = browser if browser_known(session, login, browser, now=now) else ""
        counted_for = origins(login, address, known)
        wait = begin_try(session, counted_for, now=now)
        person = session.get(OperatorRow, login)
    if wait:
        seconds = int(wait.total_seconds()) + 1
        _LOG.warning("refused a sign-in from %s: too many wrong ones, %d s to wait", address, seconds)
        raise Refused(429, "too many tries", f"wait {seconds} seconds and try again", headers=_retry_after(seconds))
    fits = password_fits(person.password if person else "", password)
    if person is None or not fits or person.disabled_at is not None:
        _LOG.warning("refused a sign-in from %s", address)
        raise Refused(401, "not accepted", "name or password is not right")
    with transaction(engine) as session:
        forgive_try(session, counted_for, now=now)
        looked_at, person = person.password, session.get_one(OperatorRow, login, with_for_update=True)
        if person.disabled_at is not None or person.password != looked_at:  # changed while it was looked at
            raise Refused(401, "not accepted", "name or password is not right")
        operator = operator_in(person)
        token = open_session(session, login, address=address, now=now)
        note_act(session, operator, "operator.sign_in", login, {"address": address, "known_browser": bool(known)})
        return SignedIn(operator, token, known or know_browser(session, login, now=now))


def _retry_after(seconds: int) -> dict[str, str]:
    return {"Retry-After": str(seconds)}
