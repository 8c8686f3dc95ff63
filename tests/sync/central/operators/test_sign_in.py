"""Signing in: passwords, waits for wrong ones, sessions and their ends (T-5's rules, for operators)."""

import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from sync.central.app import Central
from sync.central.database.engine import transaction
from sync.central.operator_tables import KnownBrowserRow, OperatorSessionRow, SignInTryRow
from sync.central.operators.acts import acts_report
from sync.central.operators.book import set_password
from sync.central.operators.operator import Operator, Role, at_the_machine
from sync.central.operators.passwords import made_password, password_check, password_fits
from sync.central.operators.sessions import (
    IDLE,
    LONGEST,
    end_all_sessions,
    end_session,
    forget_old_sessions,
    operator_of,
)
from sync.central.operators.sign_in import SignedIn, sign_in
from sync.central.operators.tries import forget_old_tries
from sync.central.problems import Refused
from tests.fakes.operators import PASSWORD, put_operator

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
Trying = Callable[..., SignedIn]


@pytest.fixture
def trying(central: Central) -> Trying:
    put_operator(central, Role.SHOP, ["SS01"], "hana")
    put_operator(central, login="boss")

    def attempt(
        login: str = "hana",
        password: str = PASSWORD,
        *,
        seconds: float = 0,
        address: str = "10.0.0.7",
        browser: str = "",
    ) -> SignedIn:
        at = START + timedelta(seconds=seconds)
        return sign_in(central.engine, login, password, address=address, browser=browser, now=at)

    return attempt


def refused_with(attempt: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refused:
        attempt()
    return refused.value


def who(central: Central, token: str, seconds: float = 0) -> Operator | None:
    with transaction(central.engine) as session:
        return operator_of(session, token, now=START + timedelta(seconds=seconds))


def test_name_and_password_open_a_session(central: Central, trying: Trying) -> None:
    signed = trying(" Hana ")
    assert who(central, signed.token) == Operator("hana", "hana", Role.SHOP, frozenset({"SS01"}))
    assert who(central, signed.token[:-1]) is None
    with transaction(central.engine) as session:
        (row,) = session.query(OperatorSessionRow).all()
        (told,) = acts_report(session, act="operator.sign_in")
    assert signed.token.encode() not in row.token_hash
    assert (told["operator"], told["detail"]["address"]) == ("hana", "10.0.0.7")


def test_whatever_is_wrong_the_answer_is_the_same(central: Central, trying: Trying) -> None:
    put_operator(central, login="gone")
    from sync.central.operators.book import disable_operator

    with transaction(central.engine) as session:
        disable_operator(session, "gone", by=at_the_machine("root"), now=START)
    answers = [
        refused_with(lambda: trying("hana", "wrong")),
        refused_with(lambda: trying("nobody", PASSWORD)),
        refused_with(lambda: trying("gone", PASSWORD)),
        refused_with(lambda: trying("", "")),
        refused_with(lambda: trying("hana", "x" * 100_000)),
    ]
    assert {(a.status, a.document.title, a.document.detail) for a in answers} == {
        (401, "not accepted", "name or password is not right")
    }


def test_wrong_ones_wait_longer_each_time(trying: Trying) -> None:
    now = 0.0
    for _ in range(5):
        assert refused_with(lambda: trying(password="wrong", seconds=now)).status == 401
    for wait in (60, 120, 300, 900, 900):
        early = refused_with(lambda at=now + wait - 2: trying(seconds=at))  # type: ignore[misc]
        assert early.status == 429
        assert early.headers is not None
        assert 0 < int(early.headers["Retry-After"]) <= 3
        now += wait + 1
        assert refused_with(lambda at=now: trying(password="wrong", seconds=at)).status == 401  # type: ignore[misc]
    assert trying(seconds=now + 901).operator.operator_id == "hana"
    assert refused_with(lambda: trying(password="wrong", seconds=now + 902)).status == 401


def test_strangers_cannot_shut_an_operator_out_of_a_browser_of_hers(trying: Trying) -> None:
    mine = trying().browser
    for guess in range(6):
        refused_with(lambda n=guess: trying(password="guess", address=f"10.9.9.{n}"))  # type: ignore[misc]
    assert refused_with(lambda: trying(address="10.0.0.8")).status == 429, "a strange browser waits"
    again = trying(browser=mine)
    assert again.browser == mine
    # The browser of one person helps nobody else, and is counted for itself.
    assert refused_with(lambda: trying("boss", "guess", browser=mine)).status == 401
    for _ in range(5):
        assert refused_with(lambda: trying(password="guess", browser=mine)).status == 401
    assert refused_with(lambda: trying(browser=mine)).status == 429


def test_one_address_does_not_try_one_name_after_the_other(trying: Trying) -> None:
    statuses = [refused_with(lambda n=n: trying(f"name{n}", "guess")).status for n in range(25)]  # type: ignore[misc]
    assert statuses == [401] * 20 + [429] * 5
    assert trying(address="10.0.0.8").operator.operator_id == "hana", "others are not kept waiting"


def test_right_ones_from_one_address_never_add_up(trying: Trying) -> None:
    for _ in range(22):
        trying()


def test_a_session_ends_by_idling_and_by_age(central: Central, trying: Trying) -> None:
    signed = trying()
    idle = IDLE.total_seconds()
    assert who(central, signed.token, idle + 1) is None
    at = 0.0
    while at + idle - 60 < LONGEST.total_seconds():
        at += idle - 60
        assert who(central, signed.token, at) is not None, "use keeps it open"
    assert who(central, signed.token, LONGEST.total_seconds() + 1) is None


def test_a_session_ends_by_a_word_here_or_everywhere(central: Central, trying: Trying) -> None:
    first, second, third = trying(), trying(), trying()
    with transaction(central.engine) as session:
        end_session(session, first.token)
    assert who(central, first.token) is None
    assert who(central, second.token) is not None
    with transaction(central.engine) as session:
        end_all_sessions(session, "hana")
        assert session.query(KnownBrowserRow).count() == 0
    assert who(central, second.token) is None
    assert who(central, third.token) is None


def test_another_password_ends_sessions_and_the_old_one_opens_none(central: Central, trying: Trying) -> None:
    signed = trying()
    with transaction(central.engine) as session:
        set_password(session, "hana", "eleven blue kettles", by=at_the_machine("root"), must_choose=False)
    assert who(central, signed.token) is None
    assert refused_with(trying).status == 401
    assert trying(password="eleven blue kettles").operator.operator_id == "hana"


def test_what_is_over_is_forgotten(central: Central, trying: Trying) -> None:
    trying()
    with transaction(central.engine) as session:
        forget_old_sessions(session, now=START + timedelta(minutes=5))
        forget_old_tries(session, now=START + timedelta(minutes=5))
        assert session.query(OperatorSessionRow).count() == session.query(KnownBrowserRow).count() == 1
        forget_old_sessions(session, now=START + timedelta(days=181))
        forget_old_tries(session, now=START + timedelta(days=2))
    with transaction(central.engine) as session:
        rows = (OperatorSessionRow, KnownBrowserRow, SignInTryRow)
        assert [session.query(row).count() for row in rows] == [0, 0, 0]


def test_a_password_is_the_same_however_its_syllables_were_typed() -> None:
    typed = "바로 계산대 열두 자리"
    check = password_check(typed, "hana")
    assert password_fits(check, unicodedata.normalize("NFD", typed))
    assert not password_fits(check, typed + "!")
    assert not password_fits("", typed)
    assert not password_fits("rubbish", typed)


def test_a_made_password_is_accepted_and_new_each_time() -> None:
    made = {made_password() for _ in range(50)}
    assert len(made) == 50
    assert password_fits(password_check(next(iter(made)), "hana"), next(iter(made)))
