"""A terminal's sums beside the station's, in central's books, its check and on the console (payment.md 5, rule 9)."""

import html
from typing import Any

import requests
from sqlalchemy import select

from sync.agent.upload_journal import upload_journal
from sync.central.app import Central
from sync.central.check import check_books
from sync.central.database.engine import transaction
from sync.central.tables import AttemptRow, TerminalDayRow
from sync.central.terminals.days import days_report
from tests.fakes.enrolled_station import EnrolledStation, settle
from tests.fakes.operators import bearer
from tests.fakes.station_journal import AT, attempt, buy


def totals(amount: int = 1700, **told: Any) -> dict[str, Any]:
    own = {"currency": "KRW", "charged": 1700, "charged_count": 1} | told.pop("own", {})
    at = AT.isoformat()
    document = {"service_id": "Q9", "asked_at": at, "at": at, "known": True, "closed": True, "currency": "KRW"}
    return {**document, "amount": amount, "own": own, **told}


def differences(central: Central) -> list[tuple[str, str]]:
    settle(central)
    with transaction(central.engine) as session:
        return [(found.invariant, found.what) for found in check_books(session)]


def test_sums_that_agree_are_in_the_books_and_are_no_difference(central: Central, station: EnrolledStation) -> None:
    buy(station.journal)
    station.journal.append("terminal.totals", totals())
    station.journal.append("terminal.totals", totals(0, known=False, last=False))
    upload_journal(station.journal, station.client)
    assert differences(central) == []
    with transaction(central.engine) as session:
        assert [(row.sequence, row.terminal, row.own) for row in session.scalars(select(TerminalDayRow))] == [
            (4, 1700, 1700)
        ], "a try that is followed by another is no closing"
        assert days_report(session) == []


def test_sums_that_differ_are_listed_by_the_check_and_on_the_console(
    central: Central, url: str, station: EnrolledStation
) -> None:
    station.journal.append("terminal.totals", totals(3400, own={"in_review": 1}))
    station.journal.append("terminal.totals", totals(0, known=False, message="no answer", currency=""))
    station.journal.append("terminal.totals", totals(1700, currency="EUR"))
    upload_journal(station.journal, station.client)
    assert differences(central) == [
        (
            "I-2",
            "on 2026-11-21 the terminal counted ₩3,400, ₩1,700 more than the station's ₩1,700; "
            "1 payments waited for a person",
        ),
        ("I-2", "on 2026-11-21 the terminal's sum is not known: no answer; the station has ₩1,700"),
        ("I-2", "on 2026-11-21 the terminal counted €17.00, the station ₩1,700"),
    ]
    page = html.unescape(requests.get(f"{url}/console", headers=bearer(central), timeout=5).text)
    for said in ("Terminals' days", "₩3,400", "not known", "no answer", "waiting for a person 1", "€17.00"):
        assert said in page


def test_a_closing_that_comes_again_is_there_once(central: Central, station: EnrolledStation) -> None:
    station.journal.append("terminal.totals", totals(3400))
    for _ in range(2):
        station.client.upload(station.journal.entries)
    assert len(differences(central)) == 1


def test_a_closing_that_is_not_understood_is_parked_and_blocks_nothing(
    central: Central, station: EnrolledStation
) -> None:
    station.journal.append("terminal.totals", {"amount": "much"})
    buy(station.journal)
    upload_journal(station.journal, station.client)
    assert differences(central) == []


def test_a_payment_without_an_end_is_a_difference_after_an_hour(central: Central, station: EnrolledStation) -> None:
    """I-9: sent long ago and nobody told how it ended; so is a reversal that was begun."""
    old = {"at": "2026-11-20T10:00:00+09:00"}
    station.journal.append("attempt.sent", attempt("", 1, 1700, "sent") | old)
    station.journal.append("attempt.sent", attempt("", 2, 1700, "sent") | old)
    station.journal.append("reversal.sent", attempt("", 2, 1700, "reversing") | old)
    upload_journal(station.journal, station.client)
    assert differences(central) == [
        ("I-9", "attempt attempt-1 over 1700 is sent without an end"),
        ("I-9", "attempt attempt-2 over 1700 is reversing without an end"),
    ]
    station.journal.append("attempt.settled", attempt("", 1, 1700, "declined") | old)
    station.journal.append("attempt.reversed", attempt("", 2, 1700, "reversed") | old)
    upload_journal(station.journal, station.client)
    assert differences(central) == []
    with transaction(central.engine) as session:
        assert {row.state for row in session.scalars(select(AttemptRow))} == {"declined", "reversed"}
