"""What must not be sent to a ZVT terminal, by what it told right before (I-2, I-9, payment.md 3.7)."""

import pytest

from hardware.codecs.zvt.status_information import StatusInformation, decode_status_information
from hardware.drivers.zvt_guard import forgets, why_not_reversed, why_not_sent
from hardware.drivers.zvt_mark import Counting, Handle, identity
from tests.hardware.drivers.zvt_line import status


def _told(**figures: object) -> StatusInformation:
    return decode_status_information(status(**figures))  # type: ignore[arg-type]


PAYMENT = _told(receipt=7, trace=20)
SEEN = Counting().after(PAYMENT)
NEXT = _told(receipt=8, trace=21)
REFUSED = _told(receipt=0, trace=21, result=5)
PAID = Handle(7, 12_800, "KRW", 20, "12345678", identity(PAYMENT), SEEN.day)


# -- the mark that is written down with a request ------------------------------------------------------


def test_a_mark_that_is_where_the_terminal_stands_is_fit() -> None:
    assert why_not_sent(SEEN, SEEN.text()) == ""
    assert why_not_sent(SEEN, "") == ""
    assert why_not_sent(SEEN.after(REFUSED), SEEN.text()) == ""  # hides no charge
    assert why_not_sent(SEEN, SEEN.after(REFUSED).text()) == ""  # a terminal that does not keep refusals
    assert why_not_sent(SEEN.after_nothing(0x64), SEEN.text()) == ""  # one that keeps nothing after its end of day


@pytest.mark.parametrize(
    ("now", "mark", "word"),
    [
        (SEEN.after(NEXT), SEEN.text(), "Somebody else"),
        (SEEN, Counting("12345678").after_nothing(0x64).text(), "Somebody else"),
        (SEEN, '{"serial": "A", "epoch": 1}', "another kind"),
        (Counting("87654321").after_nothing(0x64), SEEN.text(), "12345678"),
    ],
)
def test_a_request_with_an_unfit_mark_stays_here(now: Counting, mark: str, word: str) -> None:
    assert word in why_not_sent(now, mark)


def test_a_result_that_nobody_asked_for_is_not_overwritten() -> None:
    assert forgets(SEEN.after(NEXT), SEEN, SEEN.text())
    assert forgets(SEEN.after(NEXT), SEEN, "")
    assert not forgets(SEEN, SEEN, SEEN.text())
    assert not forgets(SEEN.after(NEXT), SEEN, SEEN.after(NEXT).text())


# -- the payment that a reversal names -----------------------------------------------------------------


def _why(now: Counting, paid: Handle = PAID, mark: str = "", terminal_id: str = "12345678") -> str:
    return why_not_reversed(paid, now, mark, terminal_id)


def _seen_anew(*told: StatusInformation) -> Counting:
    """By a driver that was built since and has no mark."""
    counting = Counting()
    for one in told:
        counting = counting.after(one)
    return counting


def test_a_payment_is_given_back_as_long_as_its_day_surely_goes_on() -> None:
    assert _why(SEEN) == ""
    assert _why(SEEN.after(NEXT).after(_told(receipt=9, trace=22))) == ""
    assert _why(_seen_anew(PAYMENT)) == ""
    assert _why(_seen_anew(PAYMENT, NEXT)) == ""


@pytest.mark.parametrize(
    "now",
    [
        SEEN.after(_told(receipt=7, trace=31)),  # the same number again, in a new day
        SEEN.after(_told(receipt=1, trace=22)),
        SEEN.after(_told(receipt=8, trace=29)),  # an end of day and eight payments, for all we know
        SEEN.after(_told(receipt=1, trace=22)).after(_told(receipt=2, trace=23)),
        _seen_anew(_told(receipt=7, trace=31)),
        SEEN.after_nothing(0x64),
        Counting(),
    ],
)
def test_a_number_that_may_be_somebody_elses_is_not_given_back(now: Counting) -> None:
    assert "0007" in _why(now)


@pytest.mark.parametrize(
    ("receipt", "trace", "date", "sure"),
    [
        (12, 25, "0301", True),  # after an end of day twelve payments would have used twelve traces
        (12, 31, "0301", True),
        (12, 32, "0301", False),
        (12, 25, "0302", False),  # traces may have begun anew at night
        (6, 25, "0301", False),
        (12, 19, "0301", False),
    ],
)
def test_a_new_driver_knows_the_day_by_the_traces_that_a_new_day_would_have_used(
    receipt: int, trace: int, date: str, sure: bool
) -> None:
    assert (_why(_seen_anew(_told(receipt=receipt, trace=trace, date=date))) == "") is sure


def test_a_new_driver_goes_on_from_what_the_register_wrote_down() -> None:
    marked = SEEN.after(_told(receipt=0, trace=30, result=5), ours=True).after(_told(receipt=8, trace=31))

    assert _why(_seen_anew(_told(receipt=8, trace=31, date="0302")), mark=marked.text()) != ""
    assert _why(_seen_anew(_told(receipt=8, trace=31)), mark=marked.text()) == ""


@pytest.mark.parametrize(("told", "registered"), [("87654321", ""), ("", "87654321")])
def test_another_terminal_is_never_asked_to_give_back(told: str, registered: str) -> None:
    now = Counting(told, day=SEEN.day)

    assert "87654321" in _why(now, terminal_id=registered)


def test_a_handle_from_before_days_were_counted_is_for_people() -> None:
    assert _why(SEEN, Handle(7, 12_800, "KRW", 20, "12345678")) != ""
