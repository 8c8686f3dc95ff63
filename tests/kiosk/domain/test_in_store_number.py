"""In-store numbers: which prefix means what, and what stands inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import gtin
from kiosk.domain.in_store_number import (
    InStoreTemplate,
    TemplateKind,
    in_store_meaning,
    price_check_digit,
    template_from,
    templates_from,
)
from kiosk.domain.scanned_meaning import (
    CouponCode,
    CouponSource,
    MemberCode,
    ParkedCartCode,
    PricedCode,
    ReceiptCode,
    ScannedMeaning,
    UnknownCode,
    VoucherCode,
    WeighedCode,
)

TEMPLATES = (
    InStoreTemplate("21", TemplateKind.PRICE),
    InStoreTemplate("22", TemplateKind.WEIGHT),
    InStoreTemplate("23", TemplateKind.PRICE, 4, 5, inner_check=True),
    InStoreTemplate("24", TemplateKind.PRICE, 5, 4, inner_check=True),
    InStoreTemplate("25", TemplateKind.COUPON, 5, 5),
    InStoreTemplate("26", TemplateKind.VOUCHER, 10, 0),
    InStoreTemplate("27", TemplateKind.RECEIPT, 2, 8),
    InStoreTemplate("28", TemplateKind.PARK),
    InStoreTemplate("29", TemplateKind.MEMBER),
)


def ean(body: str) -> str:
    return body + gtin.check_digit(body)


def read(number: str) -> ScannedMeaning | None:
    return in_store_meaning("0" + number, TEMPLATES)


def test_coupons_vouchers_receipts_and_parked_carts() -> None:
    assert read(ean("250123401000")) == CouponCode("01234", CouponSource.IN_STORE, 1000)
    assert read(ean("260123456789")) == VoucherCode("0123456789")
    assert read(ean("270300001234")) == ReceiptCode("1234", "03")
    assert read(ean("280123456789")) == ParkedCartCode("0123456789")
    assert read(ean("290123456789")) == MemberCode(ean("290123456789"))
    assert read(ean("200123456789")) is None


def test_the_price_check_digit_of_the_general_specifications() -> None:
    assert price_check_digit("2875") == 9
    assert price_check_digit("14685") == 6
    assert read(ean("231234" + "6" + "14685")) == PricedCode("1234", 14685)
    assert read(ean("2412345" + "9" + "2875")) == PricedCode("12345", 2875)
    wrong = read(ean("231234" + "5" + "14685"))
    assert wrong == UnknownCode("the check digit of the price inside the code is wrong")
    for bad in ("123", "123456", "12a4", "²³⁴⁵"):
        with pytest.raises(ValueError, match="price"):
            price_check_digit(bad)


@given(st.text("0123456789", min_size=5, max_size=5), st.integers(0, 4), st.integers(1, 9))
def test_one_wrong_digit_of_a_price_is_noticed(price: str, place: int, error: int) -> None:
    other = price[:place] + str((int(price[place]) + error) % 10) + price[place + 1 :]
    assert price_check_digit(price) != price_check_digit(other)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        (("2x", TemplateKind.PRICE), "prefix"),
        (("", TemplateKind.MEMBER), "prefix"),
        (("21", TemplateKind.PRICE, 5, 5, True), "makes 14"),
        (("21", TemplateKind.PRICE, 0, 10), "makes 13"),
        (("2", TemplateKind.PRICE, 4, 6, True), "4 or 5"),
    ],
)
def test_a_template_that_cannot_be_is_refused(values: tuple[str, TemplateKind], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        InStoreTemplate(*values)


def test_rows_of_a_shops_file() -> None:
    rows = [
        {"prefix": "2", "kind": "price", "item_digits": 6},
        {"prefix": "25", "kind": "coupon", "item_digits": 6, "value_digits": 3, "inner_check": True},
    ]
    with pytest.raises(ValueError, match="4 or 5 digits"):
        templates_from(rows)
    rows[1] |= {"item_digits": 5, "value_digits": 4}
    price, coupon = templates_from(rows)
    assert (price.kind, price.value_digits) == (TemplateKind.PRICE, 5)
    assert coupon.inner_check
    assert in_store_meaning("0" + ean("2512345" + "9" + "2875"), (price, coupon)) == CouponCode(
        "12345", CouponSource.IN_STORE, 2875
    )
    assert in_store_meaning("0" + ean("221234500842"), (price, coupon)) == PricedCode("212345", 842)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({}, "prefix is missing"),
        ({"prefix": 21, "kind": "price"}, "prefix is missing"),
        ({"prefix": "21", "kind": "prize"}, "write one of price, weight"),
        ({"prefix": "21", "kind": "price", "items": 5}, "unknown field 'items'"),
        ({"prefix": "21", "kind": "price", "item_digits": "5"}, "whole number"),
        ({"prefix": "21", "kind": "price", "item_digits": True}, "whole number"),
        ({"prefix": "21", "kind": "price", "value_digits": 13}, "whole number"),
        ({"prefix": "21", "kind": "price", "inner_check": 1}, "true or false"),
        ({"prefix": "210000000", "kind": "member"}, "at most 8"),
        ({"prefix": "27", "kind": "receipt", "item_digits": 10, "value_digits": 0}, "value_digits"),
    ],
)
def test_a_faulty_row_is_told_what_is_wrong(row: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        template_from(row)


def test_a_prefix_is_there_once() -> None:
    with pytest.raises(ValueError, match="21 comes twice"):
        templates_from([{"prefix": "21", "kind": "price"}, {"prefix": "21", "kind": "weight"}])


def test_a_weight_of_zero_is_no_weight() -> None:
    assert read(ean("221234500842")) == WeighedCode("12345", 842)
    assert read(ean("221234500000")) == UnknownCode("the weight inside the code is zero")
