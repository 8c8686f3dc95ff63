"""The terminal's day: ended when it asks for that or at the shop's hour, while nobody pays; both sums in one entry."""

import json
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from hardware.ports.payment_terminal import TerminalHealth
from hardware.ports.terminal_extras import DayTotals
from kiosk.checkout.attempt_case import REVIEWS_KEY
from kiosk.checkout.floor import MONEY_MOVES, Floor
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.settle_attempts import SettleAttempts
from kiosk.checkout.terminal_request import keep_mark
from kiosk.checkout.terminal_sums import start_anew, sums_of
from kiosk.domain.checkout_state import Stage
from sync.wire.journal import EntryKind
from sync.wire.terminal import BrandSumDocument, TerminalTotalsDocument

log = logging.getLogger("baro.till")
DAY_KEY = "terminal_day"
CLOSES_DAY = "end_of_day"
QUIET = frozenset({Stage.IDLE, Stage.CLOSED})
STOPPED = "the station stopped before the answer came"


@dataclass(frozen=True, slots=True)
class _Closing:
    """Where the closing of a day stands, as it is kept: `day` is the one it was begun on, `tries` how often it asked.

    `waits` is that it was asked and no answer is committed yet.
    """

    day: str = ""
    service_id: str = ""
    asked_at: str = ""
    tries: int = 0
    waits: bool = False
    ended: bool = True


class TerminalDay:
    """Ends the terminal's day, once for each, over restarts too; a sum that did not come is never made up."""

    def __init__(self, floor: Floor, settle: SettleAttempts, ask_health: Callable[[], None]) -> None:
        self._floor, self._settle, self._ask_health = floor, settle, ask_health
        self._kept: _Closing | None = None
        self._busy = False
        self._not_before = float("-inf")
        self._keep_again: Callable[[], None] | None = None

    def tick(self) -> None:
        """Begin, or ask again, once it is due and the terminal is free."""
        if self._floor.at(Stage.STARTING) or self._floor.monotonic() < self._not_before:
            return
        if self._keep_again is not None:
            again, self._keep_again = self._keep_again, None
            again()
        elif self._busy:
            return
        elif self._kept is None:
            self._read()
        elif self._free() and self._due(self._kept):
            self._ask(self._kept)

    def _free(self) -> bool:
        stage, health = self._floor.state.stage, self._floor.state.terminal_health
        asked_for = health is TerminalHealth.END_OF_DAY_DUE
        quiet = stage in QUIET or (asked_for and stage not in MONEY_MOVES and stage is not Stage.PARTLY_PAID)
        able = CLOSES_DAY in self._floor.till.terminal.capabilities().extras
        return able and quiet and (asked_for or health is TerminalHealth.READY) and not self._settle.unsettled

    def _due(self, kept: _Closing) -> bool:
        if not kept.ended or self._floor.state.terminal_health is TerminalHealth.END_OF_DAY_DUE:
            return True
        hour, now = self._floor.settings.terminal_day_hour, self._floor.now()
        return hour is not None and now.hour >= hour and kept.day != now.date().isoformat()

    def _read(self) -> None:
        """What the last run left; a request whose answer it never committed has an unknown end."""
        self._busy = True

        def work(unit: UnitOfWork) -> _Closing:
            kept = _kept(unit)
            return self._write(unit, kept, DayTotals(known=False, message=STOPPED)) if kept.waits else kept

        self._floor.commit(work, self._now_kept, self._failed)

    def _ask(self, kept: _Closing) -> None:
        floor = self._floor
        self._busy, floor.state.closing_day = True, True
        now = floor.now()

        def work(unit: UnitOfWork) -> _Closing:
            day = now.date().isoformat() if kept.ended else kept.day
            tries = 1 if kept.ended else kept.tries + 1
            asked = _Closing(day, unit.next_service_id(), now.isoformat(), tries, waits=True, ended=False)
            unit.put_value(DAY_KEY, json.dumps(asdict(asked)))
            return asked

        def ask(asked: _Closing) -> None:
            self._kept = asked
            floor.till.terminal.end_of_day(asked.service_id, floor.guarded1(self._keep))

        floor.commit(work, ask, self._failed)

    def _keep(self, totals: DayTotals) -> None:
        kept = self._kept or _Closing()

        def failed(fault: Exception) -> None:
            # The answer is in memory only: it is kept as soon as that works, and nothing is asked meanwhile.
            log.error("the totals of the terminal were not kept: %s", fault)
            self._keep_again = lambda: self._keep(totals)
            self._not_before = self._floor.monotonic() + self._floor.settings.keep_pauses[0]

        self._floor.commit(lambda unit: self._write(unit, kept, totals), self._now_kept, failed)

    def _write(self, unit: UnitOfWork, kept: _Closing, totals: DayTotals) -> _Closing:
        now = self._floor.now()
        last = totals.known or kept.tries > len(self._floor.settings.terminal_day_pauses)
        own = sums_of(unit).model_copy(update={"in_review": len(json.loads(unit.value(REVIEWS_KEY) or "[]"))})
        document = TerminalTotalsDocument(
            service_id=kept.service_id,
            asked_at=datetime.fromisoformat(kept.asked_at),
            at=now,
            known=totals.known,
            closed=totals.known and totals.closed,
            tries=kept.tries,
            last=last,
            amount=totals.amount if totals.known else 0,
            currency=totals.currency,
            count=totals.count if totals.known else None,
            brands=_brands(totals),
            batch=totals.batch,
            terminal_id=totals.terminal_id,
            message=totals.message,
            receipt=totals.receipt,
            own=own,
        )
        keep_mark(unit, totals.mark)
        if document.closed:
            start_anew(unit, now)
        answered = replace(kept, waits=False, ended=last)
        unit.put_value(DAY_KEY, json.dumps(asdict(answered)))
        unit.append(EntryKind.TERMINAL_TOTALS.value, document.model_dump(mode="json"))
        return answered

    def _now_kept(self, kept: _Closing) -> None:
        self._kept = kept
        self._busy = self._floor.state.closing_day = False
        pauses = self._floor.settings.terminal_day_pauses
        pause = pauses[kept.tries - 1] if not kept.ended else pauses[-1] if kept.tries else 0.0
        self._not_before = self._floor.monotonic() + pause
        self._ask_health()

    def _failed(self, fault: Exception) -> None:
        log.error("the terminal's day could not be noted: %s", fault)
        self._busy = self._floor.state.closing_day = False
        self._not_before = self._floor.monotonic() + self._floor.settings.keep_pauses[-1]


def _kept(unit: UnitOfWork) -> _Closing:
    text = unit.value(DAY_KEY)
    return _Closing(**json.loads(text)) if text else _Closing()


def _brands(totals: DayTotals) -> tuple[BrandSumDocument, ...]:
    known = totals.brands if totals.known else ()
    return tuple(BrandSumDocument(brand=row.brand, count=row.count, amount=row.amount) for row in known)
