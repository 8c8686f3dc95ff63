"""Messages to and from the plug-in on a Toss Front terminal (payment-korea.md 1.2, 1.4, 1.6)."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs import front_message
from hardware.codecs.front_message import (
    Accepted,
    Busy,
    Done,
    Ended,
    Exempt,
    Patience,
    Pong,
    Refused,
    Said,
    Withdrawal,
    read_message,
    terms_of,
)
from hardware.codecs.front_record import CancelHandle, Terms
from hardware.errors import DeviceGarbled, DeviceMisused
from hardware.ports.payment_terminal import AmountSplit, MoneyRequest

ASKED = MoneyRequest("0000000042", 12_800, "KRW", "S-42", "2026-03-01T19:15:30.000+09:00")
WITH_EXEMPT = AmountSplit(supply=10_000, vat=1_000, tax_free=1_500, service=300)


@pytest.mark.parametrize(
    ("amount", "tax"), [(10_000, 909), (12_800, 1_163), (1, 0), (10, 0), (11, 1), (21, 1), (22, 2), (10**9, 90_909_090)]
)
def test_without_a_split_the_tax_is_an_eleventh_rounded_down(amount: int, tax: int) -> None:
    assert terms_of(replace(ASKED, amount=amount), Exempt.SUPPLY) == Terms(amount - tax, tax)


@pytest.mark.parametrize(
    ("exempt", "terms"),
    [
        (Exempt.SUPPLY, Terms(11_500, 1_000, None, 300)),
        (Exempt.WITHIN, Terms(11_500, 1_000, 1_500, 300)),
        (Exempt.APART, Terms(10_000, 1_000, 1_500, 300)),
    ],
)
def test_tax_free_goods_are_named_as_the_setting_says(exempt: Exempt, terms: Terms) -> None:
    asked = replace(ASKED, split=WITH_EXEMPT)

    assert terms_of(asked, exempt) == terms
    assert terms.could_be(asked.amount)


def test_a_sale_without_tax_has_none() -> None:
    """1.2: a wholly exempt sale is tax 0, supplyValue = price."""
    asked = replace(ASKED, split=AmountSplit(supply=0, vat=0, tax_free=12_800))
    assert terms_of(asked, Exempt.SUPPLY) == Terms(12_800, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"currency": "USD"},
        {"amount": 0},
        {"amount": -1},
        {"amount": 10**9 + 1},
        {"amount": True},
        {"months": 1},
        {"months": 13},
        {"months": -2},
        {"split": AmountSplit(12_800, 1)},
        {"split": AmountSplit(12_801, -1)},
    ],
)
def test_what_the_terminal_cannot_take_is_our_fault(wrong: dict[str, Any]) -> None:
    with pytest.raises(DeviceMisused):
        terms_of(replace(ASKED, **wrong), Exempt.SUPPLY)


def test_a_payment_is_asked_for() -> None:
    """1.2, 1.6; cash is always excluded."""
    terms = Terms(11_637, 1_163)
    said = front_message.pay_message("42", "baro-42-a", terms, 3, Patience(60_000, 90_000), "ko", 1_000, "S-42")

    assert said == {
        "name": "pay",
        "id": "42",
        "paymentKey": "baro-42-a",
        "supplyValue": 11_637,
        "tax": 1_163,
        "tip": 0,
        "installment": 3,
        "timeoutMs": 60_000,
        "patienceMs": 90_000,
        "locale": "ko",
        "exclude": ["CASH"],
        "asked": 1_000,
        "order": {"label": "S-42", "total": 12_800},
    }


def test_a_cancel_names_everything_and_its_own_key() -> None:
    fields = {"paymentMethod": "CARD", "approvalNumber": "00123456", "name": "pay", "paymentKey": "other"}
    handle = CancelHandle("FRONT1", "baro-42-a", 12_800, fields)

    said = front_message.cancel_message("43", "baro-43-b", handle, Patience(1, 2), "en", 5)

    assert (said["name"], said["paymentKey"], said["cancelKey"]) == ("cancel", "baro-42-a", "baro-43-b")
    assert (said["paymentMethod"], said["approvalNumber"], said["locale"]) == ("CARD", "00123456", "en")


def test_a_query_says_of_what() -> None:
    said = front_message.query_message("44", "baro-43-b", "baro-42-a", cancel=True)
    assert said == {"name": "query", "id": "44", "own": "baro-43-b", "paymentKey": "baro-42-a", "of": "cancel"}


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"name": "accepted"}, Accepted()),
        ({"name": "busy", "paymentKey": "k"}, Busy()),
        ({"name": "withdrawn"}, Withdrawal(True)),
        ({"name": "too_late"}, Withdrawal(False)),
        ({"name": "refused", "why": "params", "words": "tax"}, Refused("params", "tax")),
        ({"name": "refused"}, Refused("")),
        ({"name": "pong", "busy": True}, Pong(True)),
        ({"name": "pong", "busy": 1}, Pong(False)),
        ({"name": "scanned", "value": "8801"}, Done("8801")),
        ({"name": "shown"}, Done()),
        ({"name": "printed"}, Done()),
        (
            {"name": "result", "paymentKey": "k", "type": "SUCCESS", "response": {"a": 1}},
            Ended("k", "SUCCESS", {"a": 1}),
        ),
        (
            {
                "name": "result",
                "paymentKey": "k",
                "type": "THROWN",
                "error": {"code": "X", "words": "y"},
                "found": False,
            },
            Ended("k", "THROWN", None, "X", "y", False),
        ),
        ({"name": "result", "paymentKey": "k", "type": "CANCELED", "found": "no"}, Ended("k", "CANCELED")),
        (
            {
                "name": "status",
                "paymentKey": "k",
                "seen": True,
                "running": True,
                "ended": None,
                "found": None,
                "left": 7,
            },
            Said("k", True, True, None, None, left=7),
        ),
        (
            {
                "name": "status",
                "paymentKey": "k",
                "seen": True,
                "ended": "TIMEOUT",
                "found": True,
                "response": {"a": 1},
                "terms": {"supplyValue": 1, "tax": 2, "tip": 3},
                "left": -1,
                "dropped": 9,
            },
            Said(
                "k",
                True,
                False,
                Ended("k", "TIMEOUT", {"a": 1}, found=True),
                True,
                {"a": 1},
                Terms(1, 2, None, 3),
                0,
                9,
            ),
        ),
    ],
)
def test_each_message_is_read(document: dict[str, Any], message: object) -> None:
    assert read_message({"id": "42", **document}) == ("42", message)


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"name": "accepted"},
        {"name": "accepted", "id": ""},
        {"name": "accepted", "id": "x" * 65},
        {"name": "approved", "id": "1"},
        {"name": "result", "id": "1"},
        {"name": "result", "id": "1", "type": 7},
        {"name": "status", "id": "1", "ended": 7},
    ],
)
def test_what_is_no_message_is_garbled(document: dict[str, Any]) -> None:
    with pytest.raises(DeviceGarbled):
        read_message(document)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
_NAMES = st.sampled_from(
    ["name", "id", "type", "paymentKey", "response", "error", "found", "seen", "running", "ended", "terms", "left"]
)


@given(st.dictionaries(_NAMES, _VALUES | st.sampled_from(["result", "status", "SUCCESS", "1"])))
def test_any_object_is_a_message_or_garbled(document: dict[str, Any]) -> None:
    try:
        read_message(document)
    except DeviceGarbled:
        return


def test_what_was_scanned_or_paid_is_in_no_repr() -> None:
    assert "8801" not in repr(Done("8801"))
    assert "secret" not in repr(Ended("k", "SUCCESS", {"a": "secret"}))
