"""Cash receipts: purposes, numbers, masks and amounts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.cash_receipt import (
    PURPOSES,
    SELF_ISSUED,
    CashReceiptAmounts,
    CashReceiptError,
    CashReceiptRequest,
    IdentifierKind,
    Purpose,
    amounts_of,
    issue_until,
    must_issue,
    request_for,
    while_typed,
)
from kiosk.domain.priced_cart import Fee, PricedCart, TaxAmount


def sale(taxes: tuple[TaxAmount, ...], outside: int = 0) -> PricedCart:
    fees = (Fee("deposit", outside, ""),) if outside else ()
    return PricedCart("KRW", (), 0, 0, fees, sum(row.net + row.tax for row in taxes) + outside, taxes)


@pytest.mark.parametrize(
    ("typed", "kind", "masked"),
    [
        ("010-1234-5678", IdentifierKind.PHONE, "010-••••-5678"),
        ("01012345678", IdentifierKind.PHONE, "010-••••-5678"),
        ("011 123 5678", IdentifierKind.PHONE, "011-•••-5678"),
        ("1234567890123456", IdentifierKind.CARD, "••••••••••••3456"),
    ],
)
def test_a_consumer_gives_a_mobile_number_or_a_card(typed: str, kind: IdentifierKind, masked: str) -> None:
    request = request_for(Purpose.CONSUMER, typed)
    assert (request.kind, request.masked) == (kind, masked)
    assert kind in PURPOSES[Purpose.CONSUMER]


# 120-81-47521 and 220-81-62517 are published in the imprints of large Korean companies.
@pytest.mark.parametrize("typed", ["120-81-47521", "2208162517"])
def test_a_business_gives_its_registration_number(typed: str) -> None:
    request = request_for(Purpose.BUSINESS, typed)
    assert request.kind is IdentifierKind.BUSINESS
    assert request.masked == "••••••" + typed[-4:]


@given(st.integers(0, 9), st.integers(0, 9), st.sampled_from(["1208147521", "2208162517"]))
def test_a_wrong_digit_of_a_business_number_is_noticed(place: int, digit: int, number: str) -> None:
    wrong = number[:place] + str(digit) + number[place + 1 :]
    if wrong == number:
        assert request_for(Purpose.BUSINESS, wrong).number == number
    elif place != 8:  # its two places in the sum may make up for each other
        with pytest.raises(CashReceiptError) as fault:
            request_for(Purpose.BUSINESS, wrong)
        assert fault.value.why == "check_digit"


@pytest.mark.parametrize(
    ("purpose", "typed", "why"),
    [
        (Purpose.CONSUMER, "", "digits"),
        (Purpose.CONSUMER, "010-12a4-5678", "digits"),
        (Purpose.CONSUMER, "０１０１２３４５６７８", "digits"),
        (Purpose.CONSUMER, "010123456", "length"),
        (Purpose.CONSUMER, "010123456789", "length"),
        (Purpose.CONSUMER, "12345678901234567890", "length"),
        (Purpose.CONSUMER, "0212345678", "prefix"),
        (Purpose.BUSINESS, "120814752", "length"),
        (Purpose.BUSINESS, "1208147522", "check_digit"),
    ],
)
def test_a_wrong_number_is_refused_and_never_repeated(purpose: Purpose, typed: str, why: str) -> None:
    with pytest.raises(CashReceiptError) as fault:
        request_for(purpose, typed)
    assert fault.value.why == why
    assert not typed or typed not in str(fault.value)


def test_who_gives_no_number_gets_the_tax_offices_own() -> None:
    assert request_for(Purpose.SELF, "whatever") is SELF_ISSUED
    assert (SELF_ISSUED.purpose, SELF_ISSUED.number) == (Purpose.SELF, "0100001234")


def test_a_number_is_never_shown_whole() -> None:
    request = CashReceiptRequest(Purpose.CONSUMER, IdentifierKind.PHONE, "01012345678")
    assert "1234" not in repr(request)
    assert while_typed("010-123") == "••••••"


def test_a_designated_trade_issues_from_a_hundred_thousand_won() -> None:
    assert must_issue(100_000, designated=True)
    assert not must_issue(99_999, designated=True)
    assert not must_issue(500_000, designated=False)


def test_a_service_takes_it_until_the_next_day() -> None:
    assert issue_until(date(2026, 12, 31)) == date(2027, 1, 1)


def test_the_part_of_a_sale_holds_its_taxes_in_proportion() -> None:
    priced = sale((TaxAmount("standard", "10", 9091, 909), TaxAmount("exempt", "0", 5000, 0)))
    assert amounts_of(15000, priced) == CashReceiptAmounts(9091, 909, 5000, 15000)
    assert amounts_of(3000, priced) == CashReceiptAmounts(1818, 182, 1000, 3000)
    assert amounts_of(0, priced) == CashReceiptAmounts(0, 0, 0, 0)


def test_deposits_are_free_of_tax() -> None:
    priced = sale((TaxAmount("standard", "10", 1636, 164),), outside=200)
    assert amounts_of(2000, priced) == CashReceiptAmounts(1636, 164, 200, 2000)


@pytest.mark.parametrize("part", [-1, 101])
def test_no_more_than_the_sale(part: int) -> None:
    with pytest.raises(ValueError, match="no part of a sale over 100"):
        amounts_of(part, sale((TaxAmount("exempt", "0", 100, 0),)))


@given(st.integers(0, 10**7), st.integers(0, 10**6), st.integers(0, 10**7), st.integers(0, 10**5), st.integers(0, 1000))
def test_the_amounts_add_up(net: int, tax: int, exempt: int, outside: int, per_mille: int) -> None:
    priced = sale((TaxAmount("standard", "10", net, tax), TaxAmount("exempt", "0", exempt, 0)), outside)
    part = priced.total * per_mille // 1000
    made = amounts_of(part, priced)
    assert made.supply + made.tax + made.tax_free == made.total == part
    assert min(made.supply, made.tax, made.tax_free) >= 0
