"""Cash receipts from the journal to the service and back: real PostgreSQL, a real HTTP service."""

import json
import logging
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sync.agent.upload_journal import upload_journal
from sync.central.app import Central
from sync.central.cash_receipts.book import (
    cash_receipts_report,
    confirm_number,
    own_key,
    send_again,
    want_revoked,
    work_on_next,
)
from sync.central.cash_receipts.popbill import PopbillAccount, PopbillClient, PopbillMisused
from sync.central.database.engine import transaction
from sync.central.problems import Refused
from sync.central.report import alarms_report
from tests.fakes.enrolled_station import EnrolledStation, settle
from tests.fakes.popbill_server import BUSINESS, LINK_ID, SECRET, PopbillServer
from tests.fakes.station_journal import TOKEN, sale

PHONE = "01012345678"


class Time:
    def __init__(self) -> None:
        self.at = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def service() -> Iterator[PopbillServer]:
    server = PopbillServer()
    yield server
    server.close()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def client(service: PopbillServer, time: Time) -> Iterator[PopbillClient]:
    account = PopbillAccount(service.url, service.url, LINK_ID, SECRET, BUSINESS, seller={"franchiseCorpName": "바로"})
    client = PopbillClient(account, time)
    yield client
    client.close()


@pytest.fixture
def sold(central: Central, station: EnrolledStation, time: Time) -> str:
    """A sale whose cash receipt is due."""
    wanted = {
        "purpose": "consumer",
        "kind": "phone",
        "number": PHONE,
        "supply": 1545,
        "tax": 155,
        "tax_free": 0,
        "total": 1700,
    }
    body = sale(station.identity.station, cash_receipt=wanted, completed_at=time().isoformat())
    station.journal.append("sale.completed", body)
    upload_journal(station.journal, station.client)
    settle(central)
    return str(body["sale"])


def report(central: Central) -> list[dict[str, Any]]:
    with transaction(central.engine) as session:
        return cash_receipts_report(session)


def work(central: Central, client: PopbillClient, time: Time, *, minutes: float = 0) -> None:
    """Let time pass, and everything that is due happen."""
    time.at += timedelta(minutes=minutes)
    for _ in range(20):
        if not work_on_next(central.engine, client, time):
            return
    raise AssertionError("it never comes to rest")


def test_a_due_one_is_issued_and_filed(
    central: Central,
    client: PopbillClient,
    service: PopbillServer,
    time: Time,
    sold: str,
    station: EnrolledStation,
    url: str,
) -> None:
    work(central, client, time)
    (row,) = report(central)
    assert (row["state"], row["confirm_number"], row["masked"]) == ("issued", "TB0000001", "010-••••-5678")
    (kept,) = service.documents.values()
    told = kept["document"]
    assert (told["identityNum"], told["supplyCost"], told["tax"], told["totalAmount"]) == (PHONE, "1545", "155", "1700")
    assert (told["tradeUsage"], told["taxationType"], told["franchiseCorpNum"]) == ("소득공제용", "과세", BUSINESS)
    assert told["franchiseCorpName"] == "바로"
    page = urllib.request.urlopen(f"{url}/r/{TOKEN}1").read().decode()  # noqa: S310  # our own server
    assert "TB0000001" in page
    assert PHONE not in page
    kept["stateCode"] = 304
    work(central, client, time, minutes=60 * 26)
    assert report(central)[0]["state"] == "filed"
    with transaction(central.engine) as session:
        assert confirm_number(session, station.identity.station, sold) == "TB0000001"
        assert cash_receipts_report(session, waiting=True) == []


@pytest.mark.usefixtures("sold")
@pytest.mark.parametrize("plan", ["lost", "garbled"])
def test_a_lost_answer_is_found_and_never_issued_twice(
    central: Central, client: PopbillClient, service: PopbillServer, time: Time, plan: str
) -> None:
    service.plans.append(plan)
    work(central, client, time)
    assert report(central)[0]["state"] == "unknown"
    work(central, client, time, minutes=1)
    assert report(central)[0]["state"] == "issued"
    assert [act for act, _path in service.asked].count("ISSUE") == 1


@pytest.mark.usefixtures("sold")
@pytest.mark.parametrize("plan", ["lost_request", "slow_500"])
def test_a_request_that_never_arrived_is_sent_again_under_its_key(
    central: Central, client: PopbillClient, service: PopbillServer, time: Time, plan: str
) -> None:
    service.plans.append(plan)
    work(central, client, time)
    for _ in range(3):
        work(central, client, time, minutes=1)
    (row,) = report(central)
    assert (row["state"], row["tries"]) == ("issued", 2)
    assert list(service.documents) == [row["own_key"]]


@pytest.mark.usefixtures("sold")
def test_a_central_that_died_while_it_sent_leaves_a_question(
    central: Central, client: PopbillClient, service: PopbillServer, time: Time
) -> None:
    class Dies:
        def issue(self, asked: Any) -> Any:
            client.issue(asked)
            raise KeyboardInterrupt

        revoke = ask = issue

    with pytest.raises(KeyboardInterrupt):
        work_on_next(central.engine, Dies(), time)
    assert report(central)[0]["state"] == "sent"
    work(central, client, time)
    assert report(central)[0]["state"] == "sent", "the other central waits: it may still be at it"
    work(central, client, time, minutes=2)
    assert report(central)[0]["state"] == "issued"
    assert len(service.documents) == 1


def test_a_refused_number_waits_for_a_person_and_is_shown_nowhere(
    central: Central,
    client: PopbillClient,
    service: PopbillServer,
    time: Time,
    sold: str,
    station: EnrolledStation,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """T-13: the service repeats the number in its message."""
    caplog.set_level(logging.DEBUG)
    service.plans.append("refuse")
    work(central, client, time)
    (row,) = report(central)
    with transaction(central.engine) as session:
        (alarm,) = alarms_report(session)
    assert row["state"] == "review"
    assert alarm["kind"] == "cash_receipt"
    shown = json.dumps([row, alarm], default=str) + caplog.text
    assert PHONE not in shown
    with transaction(central.engine) as session:
        send_again(session, station.identity.station, sold, now=time())
    work(central, client, time)
    for _ in range(3):
        work(central, client, time, minutes=1)
    assert report(central)[0]["state"] == "issued"


def test_one_that_the_tax_office_rejected_is_issued_anew_once_it_was_mended(
    central: Central, client: PopbillClient, service: PopbillServer, time: Time, sold: str, station: EnrolledStation
) -> None:
    """An issued document cannot be changed: another one under a key of its own takes its place."""
    work(central, client, time)
    (first,) = service.documents.values()
    first |= {"stateCode": 305, "ntsresultCode": "TS1"}
    work(central, client, time, minutes=60 * 26)
    assert report(central)[0]["state"] == "review"
    with transaction(central.engine) as session:
        # Within the day that the service takes, or it would be too late.
        session.connection().exec_driver_sql("UPDATE cash_receipt SET sold_at = now() + interval '26 hours'")
        send_again(session, station.identity.station, sold, now=time())
    work(central, client, time)
    (row,) = report(central)
    assert (row["state"], row["confirm_number"]) == ("issued", "TB0000002")
    assert len(service.documents) == 2


@pytest.mark.usefixtures("sold")
def test_nobody_answers_for_a_day_and_people_are_told(
    central: Central, client: PopbillClient, service: PopbillServer, time: Time
) -> None:
    service.close()
    work(central, client, time)
    work(central, client, time, minutes=60 * 13)
    with transaction(central.engine) as session:
        (alarm,) = alarms_report(session)
    assert "unknown" in alarm["detail"]


def test_taken_back_once_it_is_issued(
    central: Central, client: PopbillClient, service: PopbillServer, time: Time, sold: str, station: EnrolledStation
) -> None:
    """While the issue is not known its revocation waits; it is an attempt of its own."""
    name = station.identity.station
    service.plans.append("lost")
    with transaction(central.engine) as session:
        want_revoked(session, name, sold, now=time() - timedelta(seconds=1))
        want_revoked(session, name, sold, now=time())
    work(central, client, time)
    assert {row["kind"]: row["state"] for row in report(central)} == {"issue": "unknown", "revoke": "due"}
    work(central, client, time, minutes=2)
    work(central, client, time, minutes=2)
    assert {row["kind"]: row["state"] for row in report(central)} == {"issue": "issued", "revoke": "issued"}
    back = service.documents[own_key(name, sold, "revoke")]["document"]
    assert (back["orgConfirmNum"], "identityNum" in back) == ("TB0000001", False)


def test_what_there_is_none_of_cannot_be_taken_back(central: Central, time: Time) -> None:
    with transaction(central.engine) as session, pytest.raises(Refused, match="no cash receipt"):
        want_revoked(session, "SS01-01", "nothing", now=time())
    with transaction(central.engine) as session, pytest.raises(Refused, match="nothing to do"):
        send_again(session, "SS01-01", "nothing", now=time())


@pytest.mark.parametrize(
    ("change", "words"),
    [({"secret_key": "***"}, "Base64"), ({"business_number": "12"}, "10 digits"), ({"link_id": ""}, "link id")],
)
def test_an_account_that_cannot_work_says_why(change: dict[str, str], words: str) -> None:
    told = {"link_id": LINK_ID, "secret_key": SECRET, "business_number": BUSINESS} | change
    with pytest.raises(PopbillMisused, match=words):
        PopbillAccount("http://x", "http://x", told["link_id"], told["secret_key"], told["business_number"])


@pytest.mark.usefixtures("sold")
def test_a_wrong_secret_leaves_it_due_for_later(central: Central, service: PopbillServer, time: Time) -> None:
    account = PopbillAccount(service.url, service.url, LINK_ID, "AAAA", BUSINESS)
    client = PopbillClient(account, time)
    work(central, client, time)
    client.close()
    (row,) = report(central)
    assert row["state"] == "unknown"
    assert service.documents == {}
