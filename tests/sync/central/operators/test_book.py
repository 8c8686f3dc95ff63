"""Operators are taken on, placed and sent away; what they do is kept."""

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from sync.central.app import Central
from sync.central.database.engine import transaction
from sync.central.operator_tables import OperatorRow
from sync.central.operators.acts import acts_report, note_act
from sync.central.operators.book import (
    add_operator,
    choose_password,
    disable_operator,
    enable_operator,
    operators_report,
    place_operator,
    set_password,
)
from sync.central.operators.operator import Operator, Role, at_the_machine
from sync.central.operators.sessions import operator_of
from sync.central.problems import Refused
from sync.wire.moment import utc_now
from tests.fakes.operators import PASSWORD, operator_token, put_operator

ROOT = at_the_machine("root")


def add(central: Central, login: str = "hana", **changes: Any) -> None:
    told: dict[str, Any] = {"name": "Kim Hana", "role": Role.SHOP, "password": PASSWORD, "shops": ("SS01",)} | changes
    name, role, password = told.pop("name"), told.pop("role"), told.pop("password")
    with transaction(central.engine) as session:
        add_operator(session, login, name, role, password, by=ROOT, now=utc_now(), **told)


def standing(central: Central, token: str) -> Operator | None:
    with transaction(central.engine) as session:
        return operator_of(session, token, now=utc_now())


def test_an_operator_is_listed_without_the_password(central: Central) -> None:
    add(central)
    with transaction(central.engine) as session:
        (told,) = operators_report(session)
        row = session.get_one(OperatorRow, "hana")
    assert (told["operator"], told["name"], told["role"], told["shops"]) == ("hana", "Kim Hana", "shop", ["SS01"])
    assert row.password.startswith("$argon2id$")
    assert "argon2" not in str(told)


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"login": "Hana Kim"}, 422, "a-z"),
        ({"login": "@root"}, 422, "a-z"),
        ({"name": " "}, 422, "name"),
        ({"password": "short"}, 422, "12 to 200"),
        ({"password": "aaaaaaaaaaaaaaaa"}, 422, "different"),
        ({"password": "hana hana 1234"}, 422, "name one signs in with"),
        ({"shops": ("XX99",)}, 404, "XX99"),
    ],
)
def test_what_will_not_do_is_refused_by_name(central: Central, changes: dict[str, Any], status: int, said: str) -> None:
    with pytest.raises(Refused, match=said) as refused:
        add(central, **changes)
    assert refused.value.status == status


def test_a_name_is_taken_once(central: Central) -> None:
    add(central)
    with pytest.raises(Refused, match="409"):
        add(central)


def test_who_is_placed_elsewhere_signs_in_again(central: Central) -> None:
    login = put_operator(central, Role.HEADQUARTERS)
    token = operator_token(central, Role.HEADQUARTERS)
    with transaction(central.engine) as session:
        place_operator(session, login, Role.VIEWER, ["SS02"], by=ROOT)
    assert standing(central, token) is None
    again = standing(central, new_token(central, login))
    assert again is not None
    assert (again.role, again.shops) == (Role.VIEWER, frozenset({"SS02"}))


def test_who_is_disabled_is_out_at_once_and_may_come_back(central: Central) -> None:
    put_operator(central)
    token = operator_token(central, Role.SHOP)
    with transaction(central.engine) as session:
        disable_operator(session, "shop", by=ROOT, now=utc_now())
    assert standing(central, token) is None
    assert standing(central, new_token(central, "shop")) is None, "not even with a new session"
    with transaction(central.engine) as session:
        enable_operator(session, "shop", by=ROOT)
    assert standing(central, new_token(central, "shop")) is not None


def test_the_last_administrator_stays(central: Central) -> None:
    login = put_operator(central)
    with pytest.raises(Refused, match="only administrator"), transaction(central.engine) as session:
        disable_operator(session, login, by=ROOT, now=utc_now())
    with pytest.raises(Refused, match="only administrator"), transaction(central.engine) as session:
        place_operator(session, login, Role.VIEWER, [], by=ROOT)
    put_operator(central, login="second")
    with transaction(central.engine) as session:
        disable_operator(session, login, by=ROOT, now=utc_now())


def test_ones_own_password_is_changed_with_the_old_one(central: Central) -> None:
    add(central, must_choose=True)
    token = new_token(central, "hana")
    operator = standing(central, token)
    assert operator is not None
    assert operator.must_choose
    for old, new, status in (("wrong", "eleven blue kettles", 403), (PASSWORD, PASSWORD, 422), (PASSWORD, "x", 422)):
        with pytest.raises(Refused) as refused, transaction(central.engine) as session:
            choose_password(session, operator, old, new)
        assert refused.value.status == status
    with transaction(central.engine) as session:
        choose_password(session, operator, PASSWORD, "eleven blue kettles")
    assert standing(central, token) is None, "every session ends"
    chosen = standing(central, new_token(central, "hana"))
    assert chosen is not None
    assert not chosen.must_choose


def test_every_change_of_operators_is_kept_with_before_and_after(central: Central) -> None:
    put_operator(central)
    add(central)
    with transaction(central.engine) as session:
        place_operator(session, "hana", Role.VIEWER, [], by=ROOT)
        set_password(session, "hana", "eleven blue kettles", by=ROOT, must_choose=True)
        disable_operator(session, "hana", by=ROOT, now=utc_now())
        enable_operator(session, "hana", by=ROOT)
    with transaction(central.engine) as session:
        acts = acts_report(session, act="operator.")
        assert acts_report(session, operator="somebody else") == []
        assert [a["number"] for a in acts_report(session, before=acts[0]["number"])] == [a["number"] for a in acts[1:]]
    assert [act["act"] for act in acts] == [
        "operator.enable",
        "operator.disable",
        "operator.password",
        "operator.place",
        "operator.add",
    ]
    assert {(act["operator"], act["subject"]) for act in acts} == {("@root", "hana")}
    assert acts[3]["detail"] == {
        "before": {"role": "shop", "shops": ["SS01"]},
        "after": {"role": "viewer", "shops": []},
    }
    assert "kettles" not in str(acts)


@pytest.mark.parametrize("how", ["UPDATE operator_act SET operator = 'x'", "DELETE FROM operator_act"])
def test_what_was_done_is_not_changed_afterwards(central: Central, how: str) -> None:
    with transaction(central.engine) as session:
        note_act(session, ROOT, "shop.open", "SS01", {})
    with pytest.raises(DBAPIError, match="is not changed"), transaction(central.engine) as session:
        session.execute(text(how))
    with transaction(central.engine) as session:
        session.execute(text("SET LOCAL baro.retention = 'on'"))
        session.execute(text("DELETE FROM operator_act"))


def new_token(central: Central, login: str) -> str:
    from sync.central.operators.sessions import open_session

    with transaction(central.engine) as session:
        return open_session(session, login, address="", now=utc_now())
