"""`baro central operator` and `acts`: who may sign in at the console, and what they did."""

import argparse
import getpass
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kiosk.commands.command_line import CommandFailed, ExitCode

if TYPE_CHECKING:
    from sync.central.app import Central
    from sync.central.operators.operator import Operator

STEPS = ("add", "list", "place", "password", "disable", "enable")


def declare(action: Callable[..., argparse.ArgumentParser]) -> None:
    """Say what these actions take."""
    operator = action("operator", "who may sign in at the console: take on, list, place, disable", _operator)
    operator.add_argument("step", choices=STEPS)
    operator.add_argument("login", nargs="?", default="", help="the name one signs in with: a-z, 0-9, . _ -")
    operator.add_argument("--name", default="", help="the person's name (add)")
    operator.add_argument("--role", default="", help="viewer, shop, headquarters or administrator (add, place)")
    operator.add_argument("--shop", action="append", default=[], help="only this shop; may be repeated (add, place)")
    operator.add_argument(
        "--password-stdin",
        action="store_true",
        help="read the password from standard input; otherwise one is made that must be changed at the first sign-in",
    )
    acts = action("acts", "what operators did, newest first", _acts)
    acts.add_argument("--operator", default="", help="only what this one did")
    acts.add_argument("--act", default="", help="only acts that begin so, such as recall")
    acts.add_argument("--most", type=int, default=100, help="how many (default 100)")


def operator_at_the_machine() -> "Operator":
    """Whoever runs this command, for the list of acts."""
    from sync.central.operators.operator import at_the_machine

    return at_the_machine(getpass.getuser())


def _operator(central: "Central", chosen: argparse.Namespace) -> Any:
    from sync.central.database.engine import transaction
    from sync.central.operators import book
    from sync.wire.moment import utc_now

    if chosen.step != "list" and not chosen.login:
        raise CommandFailed(f"say whom: `baro central operator {chosen.step} LOGIN`", ExitCode.USAGE)
    by, now, login = operator_at_the_machine(), utc_now(), chosen.login
    with transaction(central.engine) as session:
        if chosen.step == "list":
            return book.operators_report(session)
        if chosen.step == "add":
            told, given = _password(chosen)
            name, role = chosen.name or login, _role(chosen)
            book.add_operator(
                session, login, name, role, told, by=by, now=now, shops=chosen.shop, must_choose=not given
            )
            return {"operator": login, "role": role.word, "shops": chosen.shop} | _told_once(told, given)
        if chosen.step == "password":
            told, given = _password(chosen)
            book.set_password(session, login, told, by=by, must_choose=not given)
            return {"operator": login} | _told_once(told, given)
        if chosen.step == "place":
            role = _role(chosen)
            book.place_operator(session, login, role, chosen.shop, by=by)
            return {"operator": login, "role": role.word, "shops": chosen.shop}
        if chosen.step == "disable":
            book.disable_operator(session, login, by=by, now=now)
        else:
            book.enable_operator(session, login, by=by)
    return {"operator": login, chosen.step: "done"}


def _password(chosen: argparse.Namespace) -> tuple[str, bool]:
    """The password, and whether its owner gave it."""
    from sync.central.operators.passwords import made_password

    if chosen.password_stdin:
        return sys.stdin.readline().rstrip("\r\n"), True
    return made_password(), False


def _told_once(password: str, given: bool) -> dict[str, str]:
    return {} if given else {"password": password, "note": "shown this once; the first sign-in asks for another"}


def _role(chosen: argparse.Namespace) -> Any:
    from sync.central.operators.operator import Role

    try:
        return Role.of(chosen.role)
    except ValueError as error:
        raise CommandFailed(f"--role: {error}", ExitCode.USAGE) from error


def _acts(central: "Central", chosen: argparse.Namespace) -> list[dict[str, Any]]:
    from sync.central.database.engine import transaction
    from sync.central.operators.acts import acts_report

    with transaction(central.engine) as session:
        return acts_report(session, operator=chosen.operator, act=chosen.act, most=chosen.most)
