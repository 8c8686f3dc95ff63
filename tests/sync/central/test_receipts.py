"""The page behind the receipt's QR code (T-17)."""

import html
from datetime import datetime, timedelta

import pytest
import requests

from sync.agent.upload_journal import upload_journal
from sync.central.app import Central, keep_house
from sync.central.database.engine import transaction
from sync.central.receipts.words import language_of, money
from sync.central.tables import AddressRow, OrderEventRow, OrderRow
from tests.fakes.enrolled_station import EnrolledStation, FakeClock, settle
from tests.fakes.station_journal import AT, TOKEN, buy, line, order

KO = {"Accept-Language": "ko-KR,ko;q=0.9,en;q=0.5"}
EN = {"Accept-Language": "en-GB,en;q=0.9"}


def page(url: str, token: str = f"{TOKEN}1", headers: dict[str, str] = KO) -> str:
    answer = requests.get(f"{url}/r/{token}", headers=headers, timeout=5)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    return html.unescape(answer.text)


def arrive(central: Central, station: EnrolledStation, **told: object) -> None:
    buy(station.journal, **told)  # type: ignore[arg-type]
    upload_journal(station.journal, station.client)
    settle(central)


def give(url: str, name: str, phone: str, address: str, token: str = f"{TOKEN}1") -> requests.Response:
    form = {"name": name, "phone": phone, "address": address}
    return requests.post(f"{url}/r/{token}/address", data=form, headers=KO, timeout=5, allow_redirects=False)


def test_before_the_sale_arrives_the_page_asks_to_wait_and_looks_again(url: str) -> None:
    text = page(url)
    assert "곧 올라와요" in text
    assert "이 화면을 그대로 두세요" in text
    assert 'http-equiv="refresh"' in text
    assert "On its way" in page(url, headers=EN)


def test_the_receipt_shows_what_was_bought_and_paid(central: Central, url: str, station: EnrolledStation) -> None:
    discount = {"promotion": "P1", "name": {"ko": "바나나우유 1+1", "en": "Banana 1+1"}, "amount": 1700}
    lines = [line(quantity=2, net=1700, gross=3400, unit_price=1700, discounts=[discount])]
    lines.append(line(2, "V1", 2345, grams=512, unit_price=4580))
    arrive(central, station, lines=lines, discount=1700)
    text = page(url)
    for said in ("성수점", "통통 바나나우유", "2 × 1,700원", "바나나우유 1+1", "−1,700원", "0.512 kg", "4,045원"):
        assert said in text
    for said in ("VISA", "4111-11**-****-1111", "12345678", "SS01-01-000001", "2026-11-21 10:30", "부가세 10%"):
        assert said in text
    assert "refresh" not in text
    english = page(url, headers=EN)
    assert "Banana Milk" in english
    assert "Seongsu" in english
    assert 'lang="en"' in english


def test_nothing_on_the_page_comes_from_elsewhere(central: Central, url: str, station: EnrolledStation) -> None:
    arrive(central, station)
    text = page(url)
    assert "http://" not in text
    assert "https://" not in text
    assert "<script" not in text
    headers = requests.get(f"{url}/r/{TOKEN}1", timeout=5).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"


def test_names_of_items_cannot_write_into_the_page(central: Central, url: str, station: EnrolledStation) -> None:
    arrive(central, station, lines=[line(name={"ko": "<script>alert(1)</script>"})])
    assert "<script>alert" not in requests.get(f"{url}/r/{TOKEN}1", timeout=5).text


@pytest.mark.parametrize(
    "token", ["short", "x" * 65, "..%2F..%2Fetc%2Fpasswd0000", "tok_가나다라마바사아자차카타파하가나다라"]
)
def test_what_is_no_token_is_no_page(url: str, token: str) -> None:
    answer = requests.get(f"{url}/r/{token}", timeout=5)
    assert answer.status_code == 404


def test_a_paid_shipment_takes_its_address_once(central: Central, url: str, station: EnrolledStation) -> None:
    lines = [line(), line(2, "B21001", 20_000, fulfilment="ship")]
    arrive(central, station, lines=lines, orders=[order("ship")])
    text = page(url)
    assert "주소를 넣으면 도착 시간을 알려 드려요" in text
    assert 'name="address"' in text
    answer = give(url, " 김 서연 ", "010-1234-5678", "서울 성동구 바로길 12, 101동 202호")
    assert answer.status_code == 303
    text = page(url)
    assert "주소를 받았어요" in text
    assert 'name="address"' not in text
    assert "1234" not in text.replace("12345678", "")
    assert give(url, "다른 사람", "010-9999-9999", "부산 어딘가 다른 곳 1").status_code == 303
    with transaction(central.engine) as session:
        (address,) = session.query(AddressRow).all()
        assert (address.name, address.phone) == ("김 서연", "01012345678")
        states = [event.state for event in session.query(OrderEventRow).order_by(OrderEventRow.event)]
    assert states == ["needs_address", "confirmed"]


@pytest.mark.parametrize(
    ("name", "phone", "address", "said"),
    [
        ("", "01012345678", "서울 성동구 바로길 12", "받는 분 이름을 적어 주세요"),
        ("김서연", "", "서울 성동구 바로길 12", "연락할 번호를 적어 주세요"),
        ("김서연", "010", "서울 성동구 바로길 12", "번호가 짧거나 길어요"),
        ("김서연", "01012345678", "", "받을 주소를 적어 주세요"),
        ("김서연", "01012345678", "서울", "주소가 짧아요"),
        ("김" * 61, "01012345678", "서울 성동구 바로길 12", "이름은 60자까지"),
        ("김서연", "01012345678", "서울 성동구 바로길 12\u0000", "쓸 수 없는 글자"),
    ],
)
def test_the_form_says_kindly_what_is_missing_and_keeps_what_was_typed(
    central: Central, url: str, station: EnrolledStation, name: str, phone: str, address: str, said: str
) -> None:
    lines = [line(2, "B21001", 20_000, fulfilment="ship")]
    arrive(central, station, lines=lines, orders=[order("ship")])
    answer = give(url, name, phone, address)
    assert answer.status_code == 422
    text = html.unescape(answer.text)
    assert said in text
    assert f'value="{name}"' in text
    with transaction(central.engine) as session:
        assert session.query(AddressRow).count() == 0
        assert session.query(OrderRow).one().state == "needs_address"


def test_a_pick_up_shows_where_and_until_when(central: Central, url: str, station: EnrolledStation) -> None:
    lines = [line(2, "B21001", 20_000, fulfilment="pick_up", pickup_shop="SS02")]
    arrive(central, station, lines=lines, orders=[order("pick_up")])
    text = page(url)
    assert "서울숲점 고객센터" in text
    assert "20:30까지" in text
    assert "Seoul Forest Customer centre" in page(url, headers=EN)


def kept_order(at: datetime) -> dict[str, object]:
    return {
        "sale": "sale-1",
        "station": "SS01-01",
        "shop": "SS01",
        "catalogue_version": 1,
        "kept_at": at.isoformat(),
        "currency": "KRW",
        "language": "ko",
        "orders": [order("ship", paid=False)],
        "link_token": f"{TOKEN}1",
    }


def test_a_kept_order_is_not_paid_and_ends_after_a_day(
    central: Central, url: str, station: EnrolledStation, clock: FakeClock
) -> None:
    station.journal.append("order.kept", kept_order(clock()))
    upload_journal(station.journal, station.client)
    settle(central)
    text = page(url)
    assert "결제 전" in text
    assert 'name="address"' not in text
    clock.offset = timedelta(hours=24, minutes=1)
    assert "돈은 빠져나가지 않았어요" in page(url)
    with transaction(central.engine) as session:
        assert session.query(OrderRow).one().state == "ended"


def test_pages_cannot_be_asked_for_without_end(url: str) -> None:
    answers = [requests.get(f"{url}/r/{TOKEN}{n}", timeout=5).status_code for n in range(260)]
    assert set(answers) == {200, 429}
    assert answers.index(429) >= 120


def test_a_kept_order_ends_though_nobody_looks(central: Central, station: EnrolledStation) -> None:
    station.journal.append("order.kept", kept_order(AT))
    upload_journal(station.journal, station.client)
    settle(central)
    for later, state in ((timedelta(hours=23), "kept"), (timedelta(hours=24), "ended")):
        keep_house(central.engine, AT + later)
        with transaction(central.engine) as session:
            assert session.query(OrderRow).one().state == state


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "ko"),
        ("en", "en"),
        ("en-US,en;q=0.9,ko;q=0.8", "en"),
        ("ko;q=0.5, en;q=0.9", "en"),
        ("ja, ko;q=0.2", "ko"),
        ("fr", "ko"),
        ("en;q=0, ko;q=0.1", "ko"),
        ("en;q=rubbish", "ko"),
    ],
)
def test_the_language_is_the_browsers_first_wish(header: str, language: str) -> None:
    assert language_of(header) == language


def test_amounts_read_as_shoppers_read_them() -> None:
    assert money(12345, "KRW") == "12,345원"
    assert money(-500, "KRW") == "−500원"
