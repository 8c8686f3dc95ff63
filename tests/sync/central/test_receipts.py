"""The page behind the receipt's QR code (T-17)."""

import html
import re
from datetime import datetime, timedelta

import pytest
import requests
from sqlalchemy import select

from kiosk.checkout.sale_document import PendingSale, finished_sale, pending_sale, sale_document
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import LANGUAGES, CatalogueItem, LocalText, SoldBy
from kiosk.domain.country import KOREA
from kiosk.domain.fees import fees_of
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion import NPlusM, Pool
from kiosk.domain.receipt import ReceiptLine, receipt_lines
from kiosk.domain.receipt_words import WORDS
from kiosk.domain.sale import Sale, Tender
from sync.agent.upload_journal import upload_journal
from sync.central.app import Central, keep_house
from sync.central.check import check_books
from sync.central.database.engine import transaction
from sync.central.receipts.words import BY_LANGUAGE, language_of
from sync.central.receipts.words import KO as KO_WORDS
from sync.central.report import sales_report
from sync.central.tables import AddressRow, EntryRow, OrderEventRow, OrderRow, SaleRow
from tests.fakes.enrolled_station import EnrolledStation, FakeClock, settle
from tests.fakes.station_journal import AT, TOKEN, attempt, buy, line, order, sale

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
    for said in ("VISA", "4111-11**-****-1111", "12345678", "SS01-01-000001", "2026-11-21 10:30", "부가세"):
        assert said in text
    assert "refresh" not in text
    english = page(url, headers=EN)
    assert "Banana Milk" in english
    assert "Seongsu" in english
    assert 'lang="en"' in english


def test_the_cash_receipt_is_to_be_issued_and_its_number_masked(
    central: Central, url: str, station: EnrolledStation
) -> None:
    told = {"purpose": "consumer", "kind": "phone", "number": "01012345678"}
    arrive(central, station, cash_receipt={**told, "supply": 1546, "tax": 154, "tax_free": 0, "total": 1700})
    text = page(url)
    for said in ("현금영수증 (소득공제)", "발급 예정", "010-****-5678", "1,546원", "154원"):
        assert said in text
    english = page(url, headers=EN)
    assert "To be issued" in english
    assert "1012345678" not in text + english
    with transaction(central.engine) as session:
        (report,) = sales_report(session)
        (kept,) = session.scalars(select(SaleRow.document))
        assert "01012345678" not in str(kept)  # the journal alone has it whole
        assert "01012345678" in str(session.scalars(select(EntryRow.body)).all())
    assert report["cash_receipt"] == {
        "purpose": "consumer",
        "kind": "phone",
        "number": "010-••••-5678",
        "supply": 1546,
        "tax": 154,
        "tax_free": 0,
        "total": 1700,
    }


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
        ("ja, ko;q=0.2", "ja"),
        ("zh-CN,zh;q=0.9,en;q=0.4", "zh"),
        ("fr", "ko"),
        ("en;q=0, ko;q=0.1", "ko"),
        ("en;q=rubbish", "ko"),
    ],
)
def test_the_language_is_the_browsers_first_wish(header: str, language: str) -> None:
    assert language_of(header) == language


def test_the_page_has_every_word_in_every_language() -> None:
    assert tuple(BY_LANGUAGE) == LANGUAGES
    assert all(set(words) == set(KO_WORDS) for words in BY_LANGUAGE.values())
    assert all(word for words in BY_LANGUAGE.values() for word in words.values())


def rows_of(text: str) -> list[tuple[str, str]]:
    """The first cell of each table row without its small print, and its amount."""
    found = re.findall(r"<tr[^>]*><t[dh][^>]*>(.*?)(?:<div.*?)?</t[dh]><td class=\"won\">(.*?)</td></tr>", text)
    return [(left, right) for left, right in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_and_paper_tell_the_same_figures(
    central: Central, url: str, station: EnrolledStation, language: str
) -> None:
    pending, done = sold()
    told = sale_document(pending, done, "").model_dump(mode="json", exclude={"station", "version"})
    arrive(central, station, **told)
    text = page(url, headers={"Accept-Language": language})
    words = WORDS[language]
    printed = [
        (part.left, part.right)
        for part in receipt_lines(done, "S", language)
        if isinstance(part, ReceiptLine) and re.fullmatch(r"-?[0-9,]+", part.right)
    ]
    printed = [(left, right) for left, right in printed if left not in (words.number, words.approval)]
    rows = rows_of(text)
    assert sorted(amount(right) for _, right in rows) == sorted(amount(right) for _, right in printed)
    by_label = {left: amount(right) for left, right in rows}
    for label in (words.gross, words.discount, words.taxable, words.tax, words.exempt, words.total, words.saved):
        assert by_label[label] == amount(dict(printed)[label]), label
    assert by_label[f"{words.fees['deposit']} 130 x 3"] == 390
    assert f"*{RICE.name.to(language)}" in by_label
    assert words.exempt_mark in text


def test_tax_on_top_is_told_and_checked_with_two_decimals(central: Central, url: str, station: EnrolledStation) -> None:
    taxes = [{"kind": "standard", "rate": "8.875", "net": 1999, "tax": 177}]
    tender = {"kind": "card", "amount": 2176, "attempt": "attempt-1"}
    usd = {"currency": "USD", "total": 2176, "tax_added": 177, "taxes": taxes, "tenders": [tender]}
    arrive(central, station, lines=[line(net=1999, gross=1999, unit_price=1999)], gross=1999, **usd)
    rows = dict(rows_of(page(url, headers=EN)))
    assert rows["Subtotal"] == "$19.99"
    assert rows["Sales tax 8.875% (19.99)"] == "$1.77"
    assert rows["Total"] == "$21.76"
    with transaction(central.engine) as session:
        assert check_books(session) == []


def test_cash_is_rounded_on_its_own_line_and_the_books_agree(
    central: Central, url: str, station: EnrolledStation
) -> None:
    cash = {"kind": "cash", "amount": 1695, "attempt": "attempt-1"}
    told = {"currency": "CHF", "rounding": -2, "tenders": [cash]}
    lines = [line(net=1697, gross=1697, unit_price=1697)]
    name = station.journal.station
    station.journal.append("attempt.settled", attempt(name, 1, 1695))
    station.journal.append("sale.completed", {**sale(name, lines=lines), **told})
    upload_journal(station.journal, station.client)
    settle(central)
    rows = dict(rows_of(page(url, headers=EN)))
    assert (rows["Total"], rows["Cash rounding"], rows["To pay"], rows["Cash"]) == (
        "CHF\u00a016.97",
        "−CHF\u00a00.02",
        "CHF\u00a016.95",
        "CHF\u00a016.95",
    )
    with transaction(central.engine) as session:
        assert check_books(session) == []


MILK = CatalogueItem("B01001", "", LocalText("우유", "Milk", "牛乳", "牛奶"), 1700, member_price=1500)
RICE = CatalogueItem("B02001", "", LocalText("쌀", "Rice", "米", "大米"), 9900, "exempt", SoldBy.KG)
BEER = CatalogueItem("B03001", "", LocalText("병맥주", "Beer", "瓶ビール", "瓶装啤酒"), 2500, deposit=130)


def sold() -> tuple[PendingSale, Sale]:
    """A member's sale with a promotion, exempt rice and bottles with a deposit."""
    lines = [LineItem("1", MILK, 2), LineItem("2", RICE, grams=842), LineItem("3", BEER, 3)]
    free = NPlusM(
        promotion_id="P1",
        name=LocalText("우유 1+1", "Milk 1+1", "牛乳 1+1", "牛奶 1+1"),
        pool=Pool(frozenset({"B01001"})),
        buy=1,
        free=1,
    )
    context = PricingContext(at=AT, shop="SS01", member=True, tax=KOREA.tax)
    priced = price_cart(lines, [free], context, fees_of(lines, ()))
    pending = pending_sale(
        sale_id="sale-1",
        catalogue_version=1,
        language="ko",
        member="2900001234564",
        charged=priced,
        to_order=price_cart([], [], context),
        link_token=f"{TOKEN}1",
        new_id=lambda: "A-1",
    )
    tender = Tender("card", priced.total, "attempt-1", "VISA", "4111-11**-****-1111", "12345678")
    done = finished_sale(pending, receipt_number=1, station="SS01-01", shop="SS01", completed_at=AT, tenders=(tender,))
    return pending, done


def amount(text: str) -> int:
    """The digits of an amount as it is written, with its sign."""
    digits = int(re.sub(r"[^0-9]", "", text))
    return -digits if text.startswith(("-", "−")) else digits
