"""In-store numbers: which prefix means what, and what stands inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import gtin
from kiosk.domain.in_store_number import (
    InnerCheck,
    InStoreTemplate,
    TemplateKind,
    in_store_meaning,
    mod10_digit,
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
    InStoreTemplate("23", TemplateKind.PRICE, 4, 5, inner_check=InnerCheck.GS1),
    InStoreTemplate("24", TemplateKind.PRICE, 5, 4, inner_check=InnerCheck.GS1),
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
        (("21", TemplateKind.PRICE, 5, 5, InnerCheck.GS1), "makes 14"),
        (("21", TemplateKind.PRICE, 0, 10), "makes 13"),
        (("2", TemplateKind.PRICE, 4, 6, InnerCheck.GS1), "4 or 5"),
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
        ({"prefix": "21", "kind": "price", "inner_check": 1}, "true, false or one of"),
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


@pytest.mark.parametrize(
    ("template", "currency", "value", "meaning"),
    [
        (InStoreTemplate("21", TemplateKind.WEIGHT), "KRW", "00842", 842),
        (InStoreTemplate("21", TemplateKind.WEIGHT, decimals=3), "KRW", "00842", 842),
        (InStoreTemplate("21", TemplateKind.WEIGHT, decimals=2), "KRW", "00084", 840),
        (InStoreTemplate("21", TemplateKind.WEIGHT, decimals=4), "KRW", "08425", 843),
        (InStoreTemplate("21", TemplateKind.WEIGHT, decimals=0), "KRW", "00002", 2000),
        (InStoreTemplate("21", TemplateKind.PRICE), "KRW", "03500", 3500),
        (InStoreTemplate("21", TemplateKind.PRICE), "USD", "00349", 349),
        (InStoreTemplate("21", TemplateKind.PRICE, decimals=0), "USD", "00003", 300),
        (InStoreTemplate("21", TemplateKind.PRICE, decimals=1), "KRW", "35005", 3501),
        (InStoreTemplate("21", TemplateKind.PRICE, decimals=2), "KWD", "01234", 12340),
    ],
)
def test_decimals_of_the_template_make_grams_or_minor_units(
    template: InStoreTemplate, currency: str, value: str, meaning: int
) -> None:
    found = in_store_meaning("0" + ean(f"2112345{value}"), (template,), currency)
    assert isinstance(found, PricedCode | WeighedCode)
    assert (found.grams if isinstance(found, WeighedCode) else found.price) == meaning


@pytest.mark.parametrize(
    ("check", "digit", "fits"),
    [
        (InnerCheck.MOD10, mod10_digit("3500"), True),
        (InnerCheck.MOD10, (mod10_digit("3500") + 1) % 10, False),
        (InnerCheck.GS1, price_check_digit("3500"), True),
        (InnerCheck.GS1, (price_check_digit("3500") + 1) % 10, False),
        (InnerCheck.UNCHECKED, 7, True),
    ],
)
def test_the_digit_before_the_value_is_of_the_kind_that_the_template_says(
    check: InnerCheck, digit: int, fits: bool
) -> None:
    template = InStoreTemplate("21", TemplateKind.PRICE, 5, 4, inner_check=check)
    found = in_store_meaning("0" + ean(f"2112345{digit}3500"), (template,))
    assert found == (PricedCode("12345", 3500) if fits else UnknownCode(found.reason))  # type: ignore[union-attr]


def test_the_weights_three_and_one_are_those_of_an_ean() -> None:
    body = "880123456789"
    assert str(mod10_digit(body)) == gtin.check_digit(body)
    with pytest.raises(ValueError, match="digits only"):
        mod10_digit("12a")


def test_a_row_says_which_digit_and_how_many_decimals() -> None:
    row = {"prefix": "21", "kind": "price", "item_digits": 5, "value_digits": 4}
    for told, meant in ((True, InnerCheck.GS1), ("mod10", InnerCheck.MOD10), ("unchecked", InnerCheck.UNCHECKED)):
        assert template_from({**row, "inner_check": told}).inner_check is meant
    assert template_from({"prefix": "21", "kind": "weight", "decimals": 2}).decimals == 2
    for wrong, words in (
        ({"inner_check": "ean"}, "one of none, gs1"),
        ({"inner_check": True, "decimals": 5}, "5 decimals"),
    ):
        with pytest.raises(ValueError, match=words):
            template_from({**row, **wrong})
    with pytest.raises(ValueError, match="decimals"):
        InStoreTemplate("29", TemplateKind.RECEIPT, 2, 8, decimals=1)
