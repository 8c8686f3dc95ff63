"""Every way that an attempt at a cash receipt can go (payment-korea 4.3)."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sync.central.cash_receipts.steps import (
    LEASE,
    SEOUL,
    Act,
    Answer,
    Standing,
    State,
    Told,
    after,
    begun,
    last_moment,
    what_next,
)

SOLD = datetime(2026, 11, 22, 10, 30, tzinfo=SEOUL)
DUE = Standing(State.DUE, SOLD, next_at=SOLD)
ISSUED = Told(Answer.ISSUED, "", "TB0000001", "20261122")


def sent(standing: Standing = DUE, now: datetime = SOLD) -> Standing:
    act = what_next(standing, now)
    assert act is Act.SEND
    return begun(standing, act, now)


def test_what_is_due_is_sent_and_nobody_else_sends_it_meanwhile() -> None:
    standing = sent()
    assert (standing.state, standing.tries) == (State.SENT, 1)
    assert what_next(standing, SOLD + LEASE / 2) is None
    assert what_next(standing, SOLD + LEASE) is Act.ASK, "whoever sent it died: it is asked for, never sent again"


def test_issued_and_filed_the_next_day() -> None:
    standing = after(sent(), Act.SEND, ISSUED, SOLD)
    assert (standing.state, standing.confirm_number, standing.trade_date) == (State.ISSUED, "TB0000001", "20261122")
    assert what_next(standing, SOLD + timedelta(hours=5)) is None
    tomorrow = SOLD + timedelta(days=1)
    assert what_next(standing, tomorrow) is Act.ASK
    filed = after(standing, Act.ASK, replace(ISSUED, answer=Answer.FILED), tomorrow)
    assert (filed.state, filed.next_at) == (State.FILED, None)


def test_what_the_tax_office_rejects_is_for_a_person() -> None:
    standing = after(sent(), Act.SEND, ISSUED, SOLD)
    standing = after(standing, Act.ASK, Told(Answer.REJECTED, "TS1"), SOLD + timedelta(days=1))
    assert (standing.state, standing.reason, standing.next_at) == (State.REVIEW, "TS1", None)


def test_a_refusal_of_the_first_try_is_for_a_person() -> None:
    standing = after(sent(), Act.SEND, Told(Answer.REFUSED, "number"), SOLD)
    assert (standing.state, standing.reason) == (State.REVIEW, "number")


def test_a_lost_answer_is_asked_for_until_it_is_found() -> None:
    standing = after(sent(), Act.SEND, Told(Answer.NONE, "timeout"), SOLD)
    assert standing.state is State.UNKNOWN
    assert what_next(standing, SOLD + timedelta(minutes=10)) is Act.ASK
    assert after(standing, Act.ASK, ISSUED, SOLD).state is State.ISSUED


def test_not_found_twice_is_sent_again_under_the_same_key() -> None:
    standing, now = after(sent(), Act.SEND, Told(Answer.NONE), SOLD), SOLD
    for _ in range(2):
        now += timedelta(minutes=1)
        assert what_next(standing, now) is Act.ASK
        standing = after(begun(standing, Act.ASK, now), Act.ASK, Told(Answer.NOT_FOUND), now)
    assert standing.state is State.DUE
    standing = sent(standing, now)
    assert standing.tries == 2


def test_a_refusal_of_a_second_try_may_be_its_own_double() -> None:
    standing = after(replace(sent(), tries=2), Act.SEND, Told(Answer.REFUSED, "in use"), SOLD)
    assert standing.state is State.UNKNOWN
    assert what_next(standing, SOLD) is Act.ASK


def test_an_answer_between_two_misses_counts_them_anew() -> None:
    standing = after(sent(), Act.SEND, Told(Answer.NONE), SOLD)
    standing = after(standing, Act.ASK, Told(Answer.NOT_FOUND), SOLD)
    standing = after(standing, Act.ASK, Told(Answer.NONE, "timeout"), SOLD)
    standing = after(standing, Act.ASK, Told(Answer.NOT_FOUND), SOLD)
    assert standing.state is State.UNKNOWN


@pytest.mark.parametrize(
    ("sold", "last"),
    [
        (datetime(2026, 11, 22, 23, 59, tzinfo=SEOUL), datetime(2026, 11, 24, tzinfo=SEOUL)),
        (datetime(2026, 11, 22, 14, 59, tzinfo=UTC), datetime(2026, 11, 24, tzinfo=SEOUL)),
        (datetime(2026, 11, 22, 15, 1, tzinfo=UTC), datetime(2026, 11, 25, tzinfo=SEOUL)),
    ],
)
def test_the_last_moment_is_the_end_of_the_next_day_in_korea(sold: datetime, last: datetime) -> None:
    assert last_moment(sold) == last


def test_too_late_is_not_sent_any_more() -> None:
    late = last_moment(SOLD)
    assert what_next(DUE, late) is Act.GIVE_UP
    given_up = begun(DUE, Act.GIVE_UP, late)
    assert (given_up.state, given_up.next_at) == (State.REVIEW, None)


@pytest.mark.parametrize("seed", range(200))
def test_nothing_is_sent_while_it_may_be_issued(seed: int) -> None:
    """Whatever is answered: a second request leaves only after the first was not found twice in a row."""
    dice, now, standing = random.Random(seed), SOLD, DUE
    missed = 2
    for _ in range(60):
        now += timedelta(seconds=dice.choice((1, 20, 70, 400)))
        act = what_next(standing, now)
        if act is None or act is Act.GIVE_UP:
            continue
        if act is Act.SEND:
            assert missed >= 2
            missed = 0
        standing = begun(standing, act, now)
        if dice.random() < 0.2:
            continue  # killed before the answer
        told = Told(dice.choice((Answer.NONE, Answer.NOT_FOUND, Answer.NONE)))
        if act is Act.ASK:
            missed = missed + 1 if told.answer is Answer.NOT_FOUND else 0
        standing = after(standing, act, told if act is Act.ASK else Told(Answer.NONE), now)
        assert standing.next_at is not None
