"""What is written down between payments comes back as it was, and rubbish is no mark."""

from dataclasses import replace

import pytest

from hardware.codecs.zvt.status_information import StatusInformation, decode_status_information
from hardware.drivers.zvt_mark import Counting, Handle, identity, read_handle, read_mark, with_day
from tests.hardware.drivers.zvt_line import status


def _told(**figures: object) -> StatusInformation:
    return decode_status_information(status(**figures))  # type: ignore[arg-type]


def test_a_mark_survives_being_kept() -> None:
    counting = Counting().after(decode_status_information(status(receipt=203, trace=105))).after_failure()

    counting = replace(counting.after_silence(), behind=-7200)

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


FIRST = _told(receipt=7, trace=20)
SEEN = Counting().after(FIRST)


@pytest.mark.parametrize(
    ("figures", "same_day"),
    [
        ({"receipt": 8, "trace": 21}, True),
        ({"receipt": 8, "trace": 22}, False),  # something was in between
        ({"receipt": 9, "trace": 22}, False),
        ({"receipt": 7, "trace": 22}, False),  # the numbers began anew
        ({"receipt": 1, "trace": 22}, False),
        ({"receipt": 8, "trace": 21, "terminal": "87654321"}, False),
        ({"receipt": 8, "trace": 0}, False),
        ({"receipt": 0, "trace": 21, "result": 5}, True),
        ({"receipt": 0, "trace": 20, "result": 5}, True),  # told again in other words
        ({"receipt": 0, "trace": 22, "result": 5}, False),
        ({"receipt": 0, "trace": 0, "result": 5}, False),
    ],
)
def test_a_day_goes_on_as_long_as_every_number_follows_the_one_before(
    figures: dict[str, object], same_day: bool
) -> None:
    after = SEEN.after(_told(**figures))

    assert SEEN.day == identity(FIRST)
    assert (after.day == SEEN.day) is same_day
    assert after.day in (SEEN.day, after.last)


@pytest.mark.parametrize("before", [SEEN.after_failure(), SEEN.after_silence()])
def test_a_request_of_unknown_end_hides_no_end_of_day(before: Counting) -> None:
    assert before.after(_told(receipt=8, trace=21)).day == SEEN.day
    assert before.after(_told(receipt=8, trace=22)).day != SEEN.day
    assert before.after(_told(receipt=9, trace=22)).day != SEEN.day
    assert SEEN.after_failure().after(_told(receipt=9, trace=22), ours=True).day == SEEN.day


def test_a_transaction_of_ours_follows_whatever_its_trace() -> None:
    """Nothing comes between a look at the terminal and the request right after it, but a new day shows."""
    assert SEEN.after(_told(receipt=8, trace=25), ours=True).day == SEEN.day
    assert SEEN.after(_told(receipt=0, trace=0, result=5), ours=True).day == SEEN.day
    assert SEEN.after(_told(receipt=1, trace=22), ours=True).day != SEEN.day


def test_another_terminal_counts_for_itself() -> None:
    other = SEEN.after_failure().after(_told(receipt=0, trace=3, result=5, terminal="87654321"))

    assert (other.terminal_id, other.receipt, other.trace, other.skipped) == ("87654321", None, 3, 0)


@pytest.mark.parametrize(
    ("before", "trace", "receipt", "is_next"),
    [
        (SEEN, 21, 8, True),
        (SEEN, 22, 8, False),
        (SEEN, 20, 8, False),
        (SEEN, 19, 8, False),
        (SEEN, 22, 1, True),  # the end of day between has one too
        (SEEN, 23, 1, False),
        (SEEN.after_silence(), 22, 8, True),
        (SEEN.after_silence(), 23, 8, False),
        (SEEN.after_failure(), 23, 8, True),  # its own, and that of taking it back
        (SEEN.after_failure(), 24, 8, False),
        (SEEN, 0, 8, True),  # not told: the receipt number speaks
        (Counting().after(_told(receipt=7, trace=999_999)), 1, 8, True),
    ],
)
def test_traces_count_one_by_one(before: Counting, trace: int, receipt: int, is_next: bool) -> None:
    assert before.is_next_trace(_told(receipt=receipt, trace=trace)) is is_next


def test_a_refusal_moves_the_trace_and_not_the_receipt_number() -> None:
    refused = SEEN.after(_told(result=5, receipt=0, trace=21))

    assert (refused.receipt, refused.trace, refused.silent) == (7, 21, 0)
    assert SEEN.after(_told(result=5, receipt=0, trace=0), ours=True).silent == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        '{"serial": "A"}',
        '{"last": "1", "receipt": "7"}',
        '{"last": "1", "day": 7}',
        '{"last": "1", "silent": "1"}',
        "[" * 9999,
    ],
)
def test_what_is_no_mark_is_none(text: str) -> None:
    assert read_mark(text) is None


def test_a_handle_survives_being_kept() -> None:
    handle = Handle(203, 12_800, "KRW", 105, "12345678", "203/105/0/0301/191600")

    assert read_handle(handle.text()) == handle
    assert read_handle(with_day(handle.text(), SEEN)) == replace(handle, day=SEEN.day)
    assert with_day("", SEEN) == ""


@pytest.mark.parametrize(
    "text",
    ["", "nobody.knows", "{}", '{"receipt": 0, "amount": 1}', '{"receipt": 1}', '{"receipt": 10000, "amount": 1}'],
)
def test_what_is_no_handle_is_none(text: str) -> None:
    assert read_handle(text) is None
