"""The attempts at a cash receipt as a table of what happens next: pure, so that every way can be tried.

due -> sent -> issued -> filed | rejected, and unknown where no answer came: then the service is asked by our own key
until it says. The same key is sent again only after it was not found twice; the service refuses a second one.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

SEOUL = ZoneInfo("Asia/Seoul")
LEASE = timedelta(seconds=60)  # after it whoever sent has died: the service is asked
ALARM_AFTER = timedelta(hours=12)
PAUSES = tuple(timedelta(seconds=seconds) for seconds in (5, 15, 30, 60, 120, 300))
MISS_PAUSE = timedelta(seconds=30)


class State(StrEnum):
    """Where one request stands."""

    DUE = "due"
    SENT = "sent"
    UNKNOWN = "unknown"
    ISSUED = "issued"  # the service has it; the tax office is told the next day
    FILED = "filed"
    REVIEW = "review"  # a person must look: refused, rejected by the tax office, or too late


class Act(StrEnum):
    """What is done next."""

    SEND = "send"
    ASK = "ask"
    GIVE_UP = "give_up"


class Answer(StrEnum):
    """What the service said."""

    ISSUED = "issued"
    FILED = "filed"
    REJECTED = "rejected"  # by the tax office
    REFUSED = "refused"  # by the service, before it took it
    NOT_FOUND = "not_found"
    NONE = "none"  # no usable answer


@dataclass(frozen=True, slots=True)
class Told:
    """An answer with its reason, and what was issued."""

    answer: Answer
    reason: str = ""
    confirm_number: str = ""
    trade_date: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is kept of one request; `next_at` None: nothing more is due."""

    state: State
    sold_at: datetime
    tries: int = 0
    misses: int = 0
    next_at: datetime | None = None
    reason: str = ""
    confirm_number: str = ""
    trade_date: str = ""


def last_moment(sold_at: datetime) -> datetime:
    """Until when the service takes a sale's date: the end of the next day in Korea."""
    day = sold_at.astimezone(SEOUL).date() + timedelta(days=2)
    return datetime.combine(day, time(), SEOUL)


def what_next(standing: Standing, now: datetime) -> Act | None:
    """What to do with a request now, or None while it may wait."""
    if standing.next_at is None or now < standing.next_at:
        return None
    if standing.state is State.DUE:
        return Act.GIVE_UP if now >= last_moment(standing.sold_at) else Act.SEND
    return Act.ASK


def begun(standing: Standing, act: Act, now: datetime) -> Standing:
    """As it is kept before the request leaves, so that nobody else sends it meanwhile."""
    if act is Act.GIVE_UP:
        return replace(standing, state=State.REVIEW, next_at=None, reason="not issued by the end of the next day")
    if act is Act.SEND:
        return replace(standing, state=State.SENT, tries=standing.tries + 1, next_at=now + LEASE)
    return replace(standing, next_at=now + LEASE)


def after(standing: Standing, act: Act, told: Told, now: datetime) -> Standing:
    """As it stands after an answer to `act`."""
    if told.answer in (Answer.ISSUED, Answer.FILED, Answer.REJECTED):
        return _issued(standing, told, now)
    if told.answer is Answer.REFUSED and act is Act.SEND:
        if standing.tries > 1:
            # An earlier try may have come through after all, and this one be refused as its double.
            return replace(standing, state=State.UNKNOWN, next_at=now, reason=told.reason)
        return replace(standing, state=State.REVIEW, next_at=None, reason=told.reason)
    if told.answer is Answer.NOT_FOUND and standing.state in (State.SENT, State.UNKNOWN):
        return _missed(standing, now)
    unknown = State.UNKNOWN if standing.state in (State.SENT, State.UNKNOWN) else standing.state
    pause = PAUSES[min(standing.misses, len(PAUSES) - 1)]
    return replace(standing, state=unknown, misses=standing.misses + 1, next_at=now + pause, reason=told.reason)


def _issued(standing: Standing, told: Told, now: datetime) -> Standing:
    number, day = told.confirm_number or standing.confirm_number, told.trade_date or standing.trade_date
    known = replace(standing, confirm_number=number, trade_date=day, misses=0, reason=told.reason)
    if told.answer is Answer.FILED:
        return replace(known, state=State.FILED, next_at=None)
    if told.answer is Answer.REJECTED:
        return replace(known, state=State.REVIEW, next_at=None)
    tomorrow = datetime.combine(now.astimezone(SEOUL).date() + timedelta(days=1), time(10), SEOUL)
    return replace(known, state=State.ISSUED, next_at=tomorrow)


def _missed(standing: Standing, now: datetime) -> Standing:
    # Its first "not found" may be the service being slow to see its own; the second is believed.
    if standing.state is State.UNKNOWN and standing.misses and standing.reason == "not found":
        return replace(standing, state=State.DUE, misses=0, next_at=now, reason="")
    return replace(
        standing, state=State.UNKNOWN, misses=standing.misses + 1, next_at=now + MISS_PAUSE, reason="not found"
    )
