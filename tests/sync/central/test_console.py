"""The first console page: sales, parked entries, stations; for operators only."""

import html

import requests

from sync.agent.upload_journal import upload_journal
from sync.central.app import Central
from tests.fakes.enrolled_station import OPERATOR, EnrolledStation, settle
from tests.fakes.station_journal import buy, sale

BEARER = {"Authorization": f"Bearer {OPERATOR}", "Accept-Language": "en"}


def test_nobody_sees_the_console_without_the_token(url: str) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Cookie": "operator=wrong"}):
        answer = requests.get(f"{url}/console", headers=headers, timeout=5)
        assert answer.status_code == 401
        assert "SS01" not in answer.text
        assert requests.post(f"{url}/console/parked", headers=headers, timeout=5).status_code == 401


def test_the_token_opens_a_session_of_the_browser(url: str) -> None:
    browser = requests.Session()
    browser.trust_env = False
    wrong = browser.post(f"{url}/console/sign-in", data={"token": "guess"}, timeout=5)
    assert wrong.status_code == 401
    page = browser.post(f"{url}/console/sign-in", data={"token": OPERATOR}, timeout=5)
    assert page.status_code == 200
    assert "판매" in page.text
    cookie = next(iter(browser.cookies))
    assert OPERATOR not in str(cookie.value)
    assert cookie.path == "/console"
    browser.close()


def test_the_page_shows_sales_parked_entries_and_stations(central: Central, url: str, station: EnrolledStation) -> None:
    buy(station.journal)
    station.journal.append("sale.completed", sale(station.journal.station, 2) | {"total": 5})
    upload_journal(station.journal, station.client)
    settle(central)
    text = html.unescape(requests.get(f"{url}/console", headers=BEARER, timeout=5).text)
    for said in ("Banana Milk × 1", "₩1,700", "VISA", "approved", "posted", "the total says 5", "SS01-01", "Post all"):
        assert said in text
    again = requests.post(f"{url}/console/parked", headers=BEARER, timeout=5)
    assert again.status_code == 200
