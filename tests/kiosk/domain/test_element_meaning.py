"""What GS1 data mean at the till: dates, weights, prices, coupons, members."""

from datetime import date, time
from decimal import Decimal

import pytest

from kiosk.domain.element_meaning import meaning_of
from kiosk.domain.gs1.element_string import parse_bracketed
from kiosk.domain.scanned_meaning import (
    CouponCode,
    CouponSource,
    ItemCode,
    MemberCode,
    ScannedMeaning,
    UnknownCode,
)
from tests.fakes.gs1_table import gs1_table

GTIN = "08801234567893"
TODAY = date(2026, 11, 22)
GCN = "1234567890128" + "42"


def read(text: str, *, currency: str = "KRW", today: date | None = TODAY) -> ScannedMeaning:
    return meaning_of(parse_bracketed(text, gs1_table()), currency=currency, today=today)


def test_an_item_with_all_it_says() -> None:
    text = f"(01){GTIN}(17)261231(15)261130(16)261215(10)L1(21)S1(3103)001250(30)6(3930)41012900"
    assert read(text) == ItemCode(
        GTIN,
        expires_on=date(2026, 12, 31),
        best_before=date(2026, 11, 30),
        sell_by=date(2026, 12, 15),
        batch="L1",
        serial="S1",
        grams=1250,
        price=12900,
        pieces=6,
    )


@pytest.mark.parametrize(
    ("elements", "day", "clock"),
    [
        ("(17)270200", date(2027, 2, 28), None),
        ("(7003)2611221830", date(2026, 11, 22), time(18, 30)),
        ("(17)261130(7003)2611221830", date(2026, 11, 22), time(18, 30)),
        ("(17)261122(7003)2611221830", date(2026, 11, 22), time(18, 30)),
        ("(17)261120(7003)2611221830", date(2026, 11, 20), None),
        ("(17)000229", date(2000, 2, 29), None),
        ("", None, None),
    ],
)
def test_the_earlier_of_two_dates_counts(elements: str, day: date | None, clock: time | None) -> None:
    meaning = read(f"(01){GTIN}{elements}")
    assert isinstance(meaning, ItemCode)
    assert (meaning.expires_on, meaning.expires_time) == (day, clock)


def test_without_today_no_date_is_known() -> None:
    assert read(f"(01){GTIN}(17)261231(7003)2611221830(15)261130", today=None) == ItemCode(GTIN)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"(01){GTIN}(3930)84012900", "another currency"),
        (f"(01){GTIN}(3921)129005", "finer than the smallest coin"),
        (f"(01){GTIN}(3920)0", "price inside the code is zero"),
        (f"(01){GTIN}(3103)000000", "weight inside the code is zero"),
        (f"(01){GTIN}(30)0", "number of pieces inside the code is zero"),
        ("(00)123456789012345675", "a logistic unit"),
        (f"(02){GTIN}(37)12(00)123456789012345675", "logistic unit"),
        ("(8006)088012345678930102", "one piece of an item"),
        ("(414)9520123456788", "a place"),
        ("(10)A1", "names no item"),
        (f"(255){GCN}(3910)840100", "another currency"),
    ],
)
def test_what_cannot_be_sold_is_told_why(text: str, why: str) -> None:
    meaning = read(text)
    assert isinstance(meaning, UnknownCode)
    assert why in meaning.reason


def test_a_day_that_its_century_lacks() -> None:
    meaning = read(f"(01){GTIN}(17)000229", today=date(2060, 1, 1))
    assert meaning == UnknownCode("a date inside the code is not in the calendar")


def test_prices_in_the_shops_currency() -> None:
    euro = read(f"(01){GTIN}(3932)9781290", currency="EUR")
    assert isinstance(euro, ItemCode)
    assert euro.price == 1290
    won = read(f"(01){GTIN}(3922)1290000")
    assert isinstance(won, ItemCode)
    assert won.price == 12900


def test_coupons() -> None:
    last = date(2026, 12, 31)
    assert read(f"(255){GCN}(3900)1000(17)261231") == CouponCode(GCN, CouponSource.GCN, 1000, expires_on=last)
    assert read(f"(255){GCN}(3941)0155") == CouponCode(GCN, CouponSource.GCN, percent=Decimal("15.5"))
    assert read(f"(255){GCN}(8111)0500") == CouponCode(GCN, CouponSource.GCN, points=500)
    dated = "0123456" + "123456" + "11" + "11" + "0123" + "3261231" + "4260101"
    starts = date(2026, 1, 1)
    assert read(f"(8110){dated}") == CouponCode(dated, CouponSource.NORTH_AMERICA, starts_on=starts, expires_on=last)
    offer = "001234561234560123456"
    assert read(f"(8112){offer}") == CouponCode(offer, CouponSource.POSITIVE_OFFER)


def test_a_member_by_service_relation() -> None:
    assert read("(8018)123456789012345675") == MemberCode("123456789012345675", "gsrn")
