"""What is written down between payments comes back as it was, and rubbish is no mark."""

import pytest

from hardware.codecs.zvt.status_information import decode_status_information
from hardware.drivers.zvt_mark import Counting, Handle, read_handle, read_mark
from tests.hardware.drivers.zvt_line import status


def test_a_mark_survives_being_kept() -> None:
    counting = Counting().after(decode_status_information(status(receipt=203, trace=105))).after_failure()

    assert read_mark(counting.text()) == counting
    assert (counting.receipt, counting.trace, counting.terminal_id, counting.skipped) == (203, 105, "12345678", 1)


def test_requests_that_came_to_nothing_are_counted_until_a_new_number_comes() -> None:
    old, new = (decode_status_information(status(receipt=number)) for number in (9, 12))
    counting = Counting().after(old).after_failure().after(old).after_failure()

    assert (counting.skipped, counting.is_next(12), counting.is_next(13)) == (2, True, False)
    assert counting.after(new).skipped == 0


def test_a_terminal_without_memory_has_a_mark_too() -> None:
    empty = Counting("12345678").after_nothing(0x64)

    assert read_mark(empty.text()) == empty


def test_a_refusal_without_a_number_keeps_the_last_number() -> None:
    paid = Counting().after(decode_status_information(status(receipt=9)))
    refused = paid.after(decode_status_information(status(result=5, receipt=0, trace=2)))

    assert (refused.receipt, refused.skipped, refused.is_next(10), refused.is_next(11)) == (9, 0, True, False)
    assert refused.last != paid.last


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"serial": "A"}', '{"last": "1", "receipt": "7"}', "[" * 9999])
def test_what_is_no_mark_is_none(text: str) -> None:
    assert read_mark(text) is None


def test_a_handle_survives_being_kept() -> None:
    handle = Handle(203, 12_800, "KRW", 105, "12345678")

    assert read_handle(handle.text()) == handle


@pytest.mark.parametrize(
    "text",
    ["", "nobody.knows", "{}", '{"receipt": 0, "amount": 1}', '{"receipt": 1}', '{"receipt": 10000, "amount": 1}'],
)
def test_what_is_no_handle_is_none(text: str) -> None:
    assert read_handle(text) is None
