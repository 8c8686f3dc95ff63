"""A payment terminal with a ledger: what it charged is known, whatever answers get lost on the way."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from hardware.ports.payment_terminal import (
    HealthReport,
    MoneyRequest,
    OriginalRequest,
    Outcome,
    StatusOutcome,
    TerminalCapabilities,
    TerminalEvent,
    TerminalHealth,
    TerminalNews,
    TerminalResult,
    TerminalStatus,
)
from hardware.ports.terminal_extras import DayTotals

PLANS = (
    "approve",
    "decline",
    "lost_approved",
    "lost_declined",
    "lost_before",
    "partial",
    "mismatch",
    "signature",
    "busy",
    "unavailable",
)


# What a model test adds: answers that come late, twice or with a contradiction, and a terminal that cannot say.
TROUBLED_PLANS = (
    "late_approved",
    "late_declined",
    "twice",
    "contradicted",
    "unproven_approved",
    "unproven_declined",
    "unproven_once",
)


@dataclass
class Entry:
    """One request in the terminal's own books."""

    service_id: str
    asked: int
    charged: int = 0
    ended: bool = False
    result: TerminalResult | None = None
    reversed_by: str = ""
    is_reversal: bool = False
    currency: str = "KRW"
    unproven: int = 0  # how many more status queries it cannot answer


class FakeTerminal:
    """Implements `TerminalWorker`; outlives a killed session. `plans` decide how payments end.

    Without a plan a payment waits for `tap` or an abort. `before_authorise` lets a test assert what must be
    durable before the first byte.
    """

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.plans: deque[str] = deque()
        self.reversal_plans: deque[str] = deque()
        self.reversal_names: list[str] = []
        self.reachable = True
        self.healthy = TerminalHealth.READY
        self.calls: deque[Callable[[], None]] = deque()
        self.asked: list[tuple[str, str]] = []
        self.able = TerminalCapabilities(True, True, True, True)
        self.totals = DayTotals(known=False)
        self.originals: list[OriginalRequest] = []
        self.requests: list[MoneyRequest] = []
        self.before_authorise: Callable[[MoneyRequest], None] = lambda _: None
        self.before_reverse: Callable[[MoneyRequest], None] = lambda _: None
        self.approved_months = 0
        self.late: list[Callable[[], None]] = []  # answers that are still on their way
        self._post: Callable[[Callable[[], None]], None] = lambda act: act()
        self._running: tuple[Entry, Callable[[TerminalNews], None], Callable[[TerminalResult], None]] | None = None

    def connect(self, post: Callable[[Callable[[], None]], None]) -> None:
        """A new session speaks to it; a payment of the old one that runs goes on without a listener."""
        self._post = post
        self.calls.clear()
        self.late.clear()
        if self._running is not None:
            entry = self._running[0]
            self._running = (entry, lambda _: None, lambda _: None)

    def step(self) -> None:
        self.calls.popleft()()

    def deliver_late(self) -> None:
        """Every answer that was under way arrives."""
        answers, self.late = self.late, []
        for answer in answers:
            answer()

    @property
    def waiting(self) -> bool:
        """Whether a payment waits for a card."""
        return self._running is not None

    @property
    def kept(self) -> dict[str, int]:
        """What customers were charged and did not get back, by service id."""
        return {x.service_id: x.charged for x in self.entries.values() if x.charged and not x.reversed_by}

    # the worker's side

    def capabilities(self) -> TerminalCapabilities:
        return self.able

    def authorise(
        self,
        request: MoneyRequest,
        on_news: Callable[[TerminalNews], None],
        done: Callable[[TerminalResult], None],
    ) -> None:
        self.before_authorise(request)
        self.requests.append(request)
        self.asked.append(("authorise", request.service_id))

        def run() -> None:
            assert self._running is None, "two dialogues at once"
            plan = self.plans.popleft() if self.plans else ""
            if plan == "lost_before":
                self._answer(done, TerminalResult(Outcome.UNKNOWN, reason="no answer"))
                return
            assert request.service_id not in self.entries, "a service id was used twice"
            entry = Entry(request.service_id, request.amount, currency=request.currency)
            self.entries[request.service_id] = entry
            self._running = (entry, on_news, done)
            self._post(lambda: on_news(TerminalNews(TerminalEvent.WAITING_FOR_CARD)))
            if plan:
                self.tap(plan)

        self.calls.append(run)

    def tap(self, plan: str = "approve") -> None:
        """The customer does something, and the payment ends as planned."""
        if self._running is None:
            return
        entry, on_news, done = self._running
        self._running = None
        self._post(lambda: on_news(TerminalNews(TerminalEvent.CARD_INSERTED)))
        self._post(lambda: on_news(TerminalNews(TerminalEvent.AUTHORISING)))
        result = _result(entry, plan)
        if result.charged and self.approved_months:
            result = replace(result, approved_months=self.approved_months)
        entry.ended, entry.result, entry.charged = True, result, result.charged
        entry.unproven = {"unproven_once": 1}.get(plan, 10**6 if plan.startswith("unproven") else 0)
        if plan.startswith("late"):
            self.late.append(lambda: self._answer(done, result))
        if plan.startswith(("lost", "late", "unproven")):
            self._answer(done, TerminalResult(Outcome.UNKNOWN, reason="no answer"))
            return
        self._answer(done, result)
        if plan == "twice":
            self._answer(done, result)
        elif plan == "contradicted":
            self._answer(done, TerminalResult(Outcome.DECLINED, reason="Refusal"))

    def abort(self, running_service_id: str, service_id: str, done: Callable[[bool], None]) -> None:
        self.asked.append(("abort", running_service_id))

        def run() -> None:
            if self._running is not None and self._running[0].service_id == running_service_id:
                entry, _, answer = self._running
                self._running = None
                entry.ended, entry.result = True, TerminalResult(Outcome.ABORTED, reason="Aborted")
                self._answer(answer, entry.result)
            self._post(lambda: done(True))

        self.calls.append(run)

    def status(self, original: OriginalRequest, service_id: str, done: Callable[[TerminalStatus], None]) -> None:
        self.asked.append(("status", original.service_id))
        self.originals.append(original)
        self._check_written_down(original)

        def run() -> None:
            found = self._found(original.service_id)
            self._post(lambda: done(found))

        self.calls.append(run)

    def reverse(
        self,
        handle: str,
        handle_time: str,
        amount: int | None,
        request: MoneyRequest,
        done: Callable[[TerminalResult], None],
    ) -> None:
        self.before_reverse(request)
        self.asked.append(("reverse", handle))
        self.reversal_names.append(request.service_id)

        def run() -> None:
            plan = self.reversal_plans.popleft() if self.reversal_plans else "approve"
            if not self.reachable and plan == "approve":
                plan = "lost_before"
            if plan == "lost_before":
                self._answer(done, TerminalResult(Outcome.UNKNOWN, reason="no answer"))
                return
            if plan == "not_sent":
                self._answer(done, TerminalResult(Outcome.NOT_SENT, reason="no line"))
                return
            assert request.service_id not in self.entries, "a reversal's service id was used twice"
            original = self.entries[handle.removeprefix("H")]
            assert not original.reversed_by, "money was given back twice"
            entry = self.entries[request.service_id] = Entry(request.service_id, 0, is_reversal=True, ended=True)
            if plan == "decline":
                entry.result = TerminalResult(Outcome.DECLINED, reason="Refusal")
            else:
                entry.result = TerminalResult(Outcome.APPROVED, charged=original.charged)
                original.reversed_by = request.service_id
            lost = TerminalResult(Outcome.UNKNOWN, reason="no answer")
            self._answer(done, lost if plan == "lost_approved" else entry.result)

        self.calls.append(run)

    def end_of_day(self, service_id: str, done: Callable[[DayTotals], None]) -> None:
        self.asked.append(("end_of_day", service_id))
        self.calls.append(lambda: self._post(lambda: done(self.totals)))

    def _check_written_down(self, original: OriginalRequest) -> None:
        # A driver may make the request's name from any of these: a question that says otherwise asks for another one.
        for asked in self.requests:
            if asked.service_id == original.service_id:
                told = (original.requested_at, original.mark, original.sale_reference, original.currency)
                assert told == (asked.requested_at, asked.mark, asked.sale_reference, asked.currency)
                assert (original.amount, original.allow_partial) == (asked.amount, asked.allow_partial)

    def health(self, done: Callable[[HealthReport], None]) -> None:
        health = self.healthy if self.reachable else TerminalHealth.UNREACHABLE
        self.calls.append(lambda: self._post(lambda: done(HealthReport(health))))

    def _found(self, service_id: str) -> TerminalStatus:
        if not self.reachable:
            return TerminalStatus(StatusOutcome.UNREACHABLE)
        entry = self.entries.get(service_id)
        if entry is None:
            return TerminalStatus(StatusOutcome.NOT_FOUND)
        if not entry.ended:
            return TerminalStatus(StatusOutcome.IN_PROGRESS)
        if entry.unproven > 0:
            entry.unproven -= 1
            evidence = (("receipt", "0042"), ("amount", str(entry.charged)))
            return TerminalStatus(StatusOutcome.UNPROVEN, None, "another transaction came after it", 0, evidence)
        return TerminalStatus(StatusOutcome.FINAL, entry.result)

    def _answer(self, done: Callable[[Any], None], result: TerminalResult) -> None:
        self._post(lambda: done(result))


def _result(entry: Entry, plan: str) -> TerminalResult:
    outcomes = {
        "decline": TerminalResult(Outcome.DECLINED, reason="Refusal"),
        "lost_declined": TerminalResult(Outcome.DECLINED, reason="Refusal"),
        "late_declined": TerminalResult(Outcome.DECLINED, reason="Refusal"),
        "unproven_declined": TerminalResult(Outcome.DECLINED, reason="Refusal"),
        "busy": TerminalResult(Outcome.BUSY, reason="Busy"),
        "unavailable": TerminalResult(Outcome.UNAVAILABLE, reason="DeviceOut"),
    }
    if plan in outcomes:
        return outcomes[plan]
    charged = {"partial": entry.asked // 2, "mismatch": entry.asked + 1}.get(plan, entry.asked)
    kinds = {"partial": Outcome.PARTIAL, "mismatch": Outcome.MISMATCH}
    return TerminalResult(
        kinds.get(plan, Outcome.APPROVED),
        charged=charged,
        currency=entry.currency,
        handle=f"H{entry.service_id}",
        handle_time="2026-11-21T01:00:00Z",
        brand="BC",
        masked_card="451842******1234",
        approval_code="30041177",
        signature_required=plan == "signature",
        customer_receipt=("신용승인",),
    )
