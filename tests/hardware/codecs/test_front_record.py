"""Own keys, marks, amounts and cancel handles of a Toss Front terminal."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.front_frame import read_hello
from hardware.codecs.front_record import LONGEST_KEY, CancelHandle, Mark, Terms, asked_at, own_key
from hardware.errors import DeviceGarbled, DeviceMisused
from hardware.ports.payment_terminal import MoneyRequest, Operation, OriginalRequest
from tests.hardware.codecs.front_frames import hello_frame

ASKED = MoneyRequest("0000000042", 12_800, "KRW", "S-42", "2026-03-01T19:15:30.000+09:00")


def test_a_key_is_the_same_whenever_it_is_made_again() -> None:
    """I-9: after a restart, of a newer version too, the query names the payment by the key that was sent."""
    for at in (ASKED.requested_at, "2026-03-01T19:15:29.996+09:00", ""):
        later = OriginalRequest("0000000042", Operation.PAYMENT, 12_800, "KRW", "S-42", at)

        assert own_key(later) == own_key(ASKED) == "baro-0000000042-08570ab23275995b0e984a6cdabcf99e"


def test_a_key_never_comes_again_when_a_counter_does() -> None:
    """A station whose database was lost counts from the beginning: another sale, another key (1.2: unique)."""
    others = [replace(ASKED, sale_reference="S-43"), replace(ASKED, service_id="42")]
    assert len({own_key(one) for one in [ASKED, *others]}) == 3


@given(st.text(max_size=200))
def test_a_key_is_never_too_long(sale: str) -> None:
    key = own_key(replace(ASKED, service_id="Z" * 10, sale_reference=sale))
    assert len(key) <= LONGEST_KEY
    assert key.isascii()
    assert key.isprintable()


@pytest.mark.parametrize("wrong", ["", "12345678901", "a b", "가"])
def test_an_id_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(DeviceMisused):
        own_key(replace(ASKED, service_id=wrong))


def test_the_time_asked_is_in_milliseconds() -> None:
    assert asked_at(ASKED) == 1_772_360_130_000
    assert asked_at(replace(ASKED, requested_at="1969-03-01T10:15:30Z")) == 0
    for wrong in ("", "tomorrow", "2026-03-01T19:15:30"):
        with pytest.raises(DeviceMisused):
            asked_at(replace(ASKED, requested_at=wrong))


def test_a_mark_comes_back_as_it_was_written() -> None:
    mark = Mark.of(read_hello(hello_frame(plugin="1.0/beta")))

    assert mark.written() == "front1 FRONT1/0011aabb/1.0/beta"
    assert Mark.read(mark.written()) == mark


@pytest.mark.parametrize("kept", ["", "front1", "front1 a/b", "front2 a/b/c", "front1 /b/c", "front1 a//c", '{"a":1}'])
def test_another_drivers_mark_is_none(kept: str) -> None:
    assert Mark.read(kept) is None


def test_the_same_memory_is_the_same_terminal_and_the_same_storage() -> None:
    mark = Mark("A", "1", "1.0")

    assert mark.same_memory(Mark("A", "1", "2.0"))
    assert not mark.same_memory(Mark("B", "1"))
    assert not mark.same_memory(Mark("A", "2"))
    assert not mark.same_memory(None)
    assert not Mark("A", "").same_memory(Mark("A", ""))


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        {},
        {"supplyValue": 1, "tax": 1},
        {"supplyValue": -1, "tax": 0, "tip": 0},
        {"supplyValue": True, "tax": 0, "tip": 0},
        {"supplyValue": 1, "tax": 0, "tip": 0, "taxExemptValue": "1"},
    ],
)
def test_terms_that_cannot_be_read_are_none(document: Any) -> None:
    assert Terms.read(document) is None


def test_terms_come_back_as_they_were_written() -> None:
    for terms in (Terms(11_637, 1_163), Terms(10_000, 1_000, 1_500, 300), Terms(0, 0, 0)):
        assert Terms.read(terms.as_json()) == terms
    assert Terms(10_000, 1_000, 1_500, 300).could_be(12_800)
    assert Terms(10_000, 1_000, 1_500, 300).could_be(11_300)
    assert not Terms(10_000, 1_000, 1_500, 300).could_be(11_500)


def test_a_handle_comes_back_as_it_was_written() -> None:
    handle = CancelHandle("FRONT1", "baro-1-a", 12_800, {"tid": "T1", "installment": 3})
    assert CancelHandle.read(handle.written()) == handle


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "nobody.knows",
        "[]",
        "{}",
        '{"v":2,"serial":"A","paymentKey":"k","amount":1,"fields":{}}',
        '{"v":1,"serial":"A","paymentKey":"k","amount":"1","fields":{}}',
        '{"v":1,"serial":"A","paymentKey":"k","amount":1}',
        '{"v":1,"serial":7,"paymentKey":"k","amount":1,"fields":{}}',
    ],
)
def test_what_is_no_handle_is_garbled(kept: str) -> None:
    with pytest.raises(DeviceGarbled):
        CancelHandle.read(kept)


@given(st.text())
def test_any_text_is_a_handle_or_garbled(kept: str) -> None:
    try:
        CancelHandle.read(kept)
    except DeviceGarbled:
        assert Mark.read(kept) is None or kept.startswith("front1 ")
