"""Tables of operators, their sessions and acts, and of enrolments that wait for a yes."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Identity, Text, func
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from sync.central.tables import Books


class OperatorRow(Books):
    """A person who may sign in; `password` is an Argon2id text, no shops at all means every shop."""

    __tablename__ = "operator"
    operator: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    shops: Mapped[list[str]] = mapped_column(ARRAY(Text))
    password: Mapped[str]
    must_choose: Mapped[bool]
    made_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]


class OperatorSessionRow(Books):
    """A browser that is signed in; its token is kept as a hash only."""

    __tablename__ = "operator_session"
    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    operator: Mapped[str] = mapped_column(index=True)
    begun_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    address: Mapped[str]


class KnownBrowserRow(Books):
    """A browser that an operator has signed in with before: strangers' wrong guesses do not lock it out."""

    __tablename__ = "known_browser"
    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    operator: Mapped[str] = mapped_column(index=True)
    until: Mapped[datetime]


class SignInTryRow(Books):
    """Wrong tries of one origin; `origin` is a hash of a person, an address or a known browser."""

    __tablename__ = "sign_in_try"
    origin: Mapped[bytes] = mapped_column(primary_key=True)
    wrong: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(index=True)
    wait_until: Mapped[datetime | None]


class OperatorActRow(Books):
    """Something an operator did: who, what, when, and what was before and after; never changed afterwards."""

    __tablename__ = "operator_act"
    number: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp(), index=True)
    operator: Mapped[str] = mapped_column(index=True)
    act: Mapped[str]
    subject: Mapped[str]
    detail: Mapped[dict[str, Any]]
