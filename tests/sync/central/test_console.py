"""The first console page: sales, parked entries, stations; for operators only."""

import html

import requests

from sync.agent.upload_journal import upload_journal
from sync.central.app import Central
from sync.central.operators.operator import Role
from tests.fakes.enrolled_station import EnrolledStation, settle
from tests.fakes.operators import PASSWORD, bearer, put_operator
from tests.fakes.station_journal import buy, sale


def test_nobody_sees_the_console_without_signing_in(url: str) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Cookie": "operator=wrong"}):
        answer = requests.get(f"{url}/console", headers=headers, timeout=5)
        assert answer.status_code == 401
        assert "SS01" not in answer.text
        assert requests.post(f"{url}/console/parked", headers=headers, timeout=5).status_code == 401


def test_name_and_password_open_a_session_of_the_browser_and_a_word_ends_it(central: Central, url: str) -> None:
    login = put_operator(central)
    browser = requests.Session()
    browser.trust_env = False
    wrong = browser.post(f"{url}/console/sign-in", data={"name": login, "password": "guess"}, timeout=5)
    assert wrong.status_code == 401
    assert not list(browser.cookies)
    page = browser.post(f"{url}/console/sign-in", data={"name": login, "password": PASSWORD}, timeout=5)
    assert page.status_code == 200
    assert "판매" in page.text
    assert {(cookie.name, cookie.path) for cookie in browser.cookies} == {
        ("operator", "/console"),
        ("browser", "/console"),
    }
    browser.post(f"{url}/console/sign-out", timeout=5)
    assert browser.get(f"{url}/console", timeout=5).status_code == 401
    browser.close()


def test_a_viewer_looks_and_changes_nothing(central: Central, url: str) -> None:
    headers = bearer(central, Role.VIEWER)
    assert requests.get(f"{url}/console", headers=headers, timeout=5).status_code == 200
    refused = requests.post(f"{url}/console/parked", headers=headers, timeout=5)
    assert (refused.status_code, refused.json()["title"]) == (403, "not allowed")


def test_the_page_shows_sales_parked_entries_and_stations(central: Central, url: str, station: EnrolledStation) -> None:
    buy(station.journal)
    station.journal.append("sale.completed", sale(station.journal.station, 2) | {"total": 5})
    upload_journal(station.journal, station.client)
    settle(central)
    text = html.unescape(requests.get(f"{url}/console", headers=bearer(central), timeout=5).text)
    for said in ("Banana Milk × 1", "₩1,700", "VISA", "approved", "posted", "the total says 5", "SS01-01", "Post all"):
        assert said in text
    again = requests.post(f"{url}/console/parked", headers=bearer(central), timeout=5)
    assert again.status_code == 200
