"""Terminal and printer on their own threads: each question has exactly one answer, on the session's thread."""

import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from hardware.device_thread import DeviceWorker
from hardware.errors import DeviceError, DeviceGarbled, DeviceMisused, DeviceOffline, DeviceRefused
from hardware.ports.payment_terminal import (
    HealthReport,
    MoneyRequest,
    Operation,
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
from hardware.ports.receipt_printer import PaperState, PrinterStatus, PrintLine, PrintPart
from kiosk.bootstrap.device_workers import PrinterQueue, TerminalQueue
from kiosk.checkout.no_terminal import NoTerminal
from tests.fakes.station import SessionQueue

ASKED = MoneyRequest("S1", 3200, "KRW", "sale", "2026-11-21T10:00:00+09:00")
EARLIER = OriginalRequest("S1", Operation.PAYMENT, 3200, "KRW", "sale", "2026-11-21T10:00:00+09:00")
APPROVED = TerminalResult(Outcome.APPROVED, charged=3200, currency="KRW")


class ScriptedTerminal:
    """Answers or fails as it is told; the thread that asked is remembered."""

    def __init__(self) -> None:
        self.fault: Exception | None = None
        self.tells = True
        self.asked: list[str] = []
        self.threads: set[int] = set()
        self.hold = threading.Event()
        self.hold.set()
        self.aborted = threading.Event()

    def _do(self, what: str) -> None:
        self.threads.add(threading.get_ident())
        self.asked.append(what)
        self.hold.wait(10)
        if self.fault is not None:
            raise self.fault

    def capabilities(self) -> TerminalCapabilities:
        return TerminalCapabilities(True, True, True, True)

    def health(self) -> HealthReport:
        self._do("health")
        return HealthReport(TerminalHealth.READY)

    def authorise(self, request: MoneyRequest, on_news: Callable[[TerminalNews], None]) -> TerminalResult:
        if self.tells:
            on_news(TerminalNews(TerminalEvent.WAITING_FOR_CARD))
        self._do(f"authorise {request.service_id}")
        return APPROVED

    def abort(self, running_service_id: str, service_id: str) -> bool:
        if isinstance(self.fault, DeviceError):
            raise self.fault
        self.aborted.set()
        return True

    def status(self, original: OriginalRequest, service_id: str) -> TerminalStatus:
        self._do("status")
        return TerminalStatus(StatusOutcome.FINAL, APPROVED)

    def reverse(self, handle: str, handle_time: str, amount: int | None, request: MoneyRequest) -> TerminalResult:
        self._do("reverse")
        return APPROVED

    def close(self) -> None:
        pass


class ScriptedPrinter:
    def __init__(self) -> None:
        self.fault: Exception | None = None
        self.papers: list[tuple[PrintPart, ...]] = []

    def print(self, parts: tuple[PrintPart, ...]) -> None:
        if self.fault is not None:
            raise self.fault
        self.papers.append(parts)

    def status(self) -> PrinterStatus:
        if self.fault is not None:
            raise self.fault
        return PrinterStatus(True, PaperState.OK, False)

    def close(self) -> None:
        pass


@pytest.fixture
def session() -> SessionQueue:
    return SessionQueue()


@pytest.fixture
def worker() -> Iterator[DeviceWorker]:
    made = DeviceWorker("terminal")
    made.start()
    yield made
    made.stop()


def test_an_answer_comes_once_and_on_the_sessions_thread(session: SessionQueue, worker: DeviceWorker) -> None:
    terminal = ScriptedTerminal()
    queue = TerminalQueue(terminal, worker, session.post)
    events: list[TerminalNews] = []
    answers: list[TerminalResult] = []
    threads: list[int] = []

    def done(result: TerminalResult) -> None:
        threads.append(threading.get_ident())
        answers.append(result)

    queue.authorise(ASKED, events.append, done)
    session.run_one()
    assert events == [TerminalNews(TerminalEvent.WAITING_FOR_CARD)]
    assert not answers
    session.run_one()
    assert answers == [APPROVED]
    assert threads == [threading.get_ident()]
    assert terminal.threads == {worker_thread(worker)}
    assert session.calls.empty(), "nothing more comes"


def worker_thread(worker: DeviceWorker) -> int:
    found: list[int] = []
    told = threading.Event()
    worker.submit(lambda: found.append(threading.get_ident()), lambda _: told.set(), lambda _: told.set())
    assert told.wait(10)
    return found[0]


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (DeviceMisused("no such amount"), Outcome.NOT_SENT),
        (DeviceOffline("the line broke"), Outcome.UNKNOWN),
        (DeviceGarbled("rubbish"), Outcome.UNKNOWN),
        (DeviceRefused("no"), Outcome.UNKNOWN),
        (RuntimeError("a driver's mistake"), Outcome.UNKNOWN),
    ],
)
@pytest.mark.parametrize("call", ["authorise", "reverse"])
def test_what_a_driver_refuses_was_not_sent_and_whatever_else_it_raises_is_unknown(
    session: SessionQueue, worker: DeviceWorker, fault: Exception, outcome: Outcome, call: str
) -> None:
    """I-9: a fault after the first byte may have moved money, and is never guessed."""
    terminal = ScriptedTerminal()
    terminal.fault, terminal.tells = fault, False
    queue = TerminalQueue(terminal, worker, session.post)
    answers: list[TerminalResult] = []
    if call == "authorise":
        queue.authorise(ASKED, lambda _: None, answers.append)
    else:
        queue.reverse("handle", "time", None, ASKED, answers.append)
    session.run_one()
    assert [answer.outcome for answer in answers] == [outcome]
    assert str(fault) in answers[0].message
    assert session.calls.empty()


@pytest.mark.parametrize("fault", [DeviceMisused("an odd currency"), DeviceOffline("the line broke")])
def test_a_driver_that_fails_after_the_terminal_was_heard_of_is_not_believed(
    session: SessionQueue, worker: DeviceWorker, fault: Exception
) -> None:
    """I-9: its port allows neither; news came, so the request is out."""
    terminal = ScriptedTerminal()
    terminal.fault = fault
    answers: list[TerminalResult] = []
    TerminalQueue(terminal, worker, session.post).authorise(ASKED, lambda _: None, answers.append)
    session.run_one()
    session.run_one()
    assert [answer.outcome for answer in answers] == [Outcome.UNKNOWN]


def test_what_a_fault_quotes_of_a_card_is_masked(session: SessionQueue, worker: DeviceWorker) -> None:
    """T-13."""
    terminal = ScriptedTerminal()
    terminal.fault = RuntimeError("cannot read 4111111111111111")
    answers: list[TerminalResult] = []
    TerminalQueue(terminal, worker, session.post).reverse("handle", "time", None, ASKED, answers.append)
    session.run_one()
    assert "4111111111111111" not in answers[0].message
    assert "cannot read" in answers[0].message


def test_a_queue_that_is_full_sends_nothing(session: SessionQueue) -> None:
    terminal = ScriptedTerminal()
    worker = DeviceWorker("terminal")  # not started, so that everything waits
    queue = TerminalQueue(terminal, worker, session.post)
    waiting: list[HealthReport] = []
    for _ in range(64):
        queue.health(waiting.append)
    answers: list[TerminalResult] = []
    queue.reverse("handle", "time", None, ASKED, answers.append)
    session.run_one()
    assert [answer.outcome for answer in answers] == [Outcome.NOT_SENT]
    assert terminal.asked == []
    worker.stop()


def test_questions_that_fail_say_unreachable(session: SessionQueue, worker: DeviceWorker) -> None:
    terminal = ScriptedTerminal()
    terminal.fault = DeviceOffline("no cable")
    queue = TerminalQueue(terminal, worker, session.post)
    told: list[object] = []
    queue.status(EARLIER, "S2", told.append)
    queue.health(told.append)
    session.run_one()
    session.run_one()
    status, health = told
    assert isinstance(status, TerminalStatus)
    assert status.outcome is StatusOutcome.UNREACHABLE
    assert isinstance(health, HealthReport)
    assert (health.health, health.message) == (TerminalHealth.UNREACHABLE, "no cable")


def test_a_stopped_terminal_sends_nothing_and_still_answers(session: SessionQueue) -> None:
    terminal = ScriptedTerminal()
    worker = DeviceWorker("terminal")
    worker.start()
    worker.stop()
    answers: list[TerminalResult] = []
    TerminalQueue(terminal, worker, session.post).authorise(ASKED, lambda _: None, answers.append)
    session.run_one()
    assert [answer.outcome for answer in answers] == [Outcome.NOT_SENT]
    assert terminal.asked == []


def test_what_waits_when_the_kiosk_ends_was_not_sent(session: SessionQueue) -> None:
    """Two payments are queued, the first runs, the kiosk ends: the second never left."""
    terminal = ScriptedTerminal()
    terminal.hold.clear()
    worker = DeviceWorker("terminal")
    worker.start()
    queue = TerminalQueue(terminal, worker, session.post)
    answers: dict[str, TerminalResult] = {}
    queue.authorise(ASKED, lambda _: None, lambda result: answers.update(first=result))
    session.run_one()
    queue.reverse("handle", "time", None, ASKED, lambda result: answers.update(second=result))
    stopping = threading.Thread(target=worker.stop)
    stopping.start()
    threading.Timer(0.2, terminal.hold.set).start()
    stopping.join(10)
    session.run_one()
    session.run_one()
    assert answers["first"].outcome is Outcome.APPROVED
    assert answers["second"].outcome is Outcome.NOT_SENT
    assert terminal.asked == ["authorise S1"]


def test_an_abort_overtakes_the_payment_it_stops(session: SessionQueue, worker: DeviceWorker) -> None:
    terminal = ScriptedTerminal()
    terminal.hold.clear()
    queue = TerminalQueue(terminal, worker, session.post)
    queue.authorise(ASKED, lambda _: None, lambda _: None)
    session.run_one()
    taken: list[bool] = []
    queue.abort("S1", "S2", taken.append)
    assert terminal.aborted.wait(10), "it does not wait behind the payment"
    session.run_one()
    assert taken == [True]
    terminal.hold.set()


def test_an_abort_that_is_not_taken_is_no(session: SessionQueue, worker: DeviceWorker) -> None:
    terminal = ScriptedTerminal()
    terminal.fault = DeviceOffline("away")
    taken: list[bool] = []
    TerminalQueue(terminal, worker, session.post).abort("S1", "S2", taken.append)
    session.run_one()
    assert taken == [False]


def test_a_till_without_a_terminal_sends_nothing(session: SessionQueue) -> None:
    nothing = NoTerminal(session.post)
    told: list[object] = []
    nothing.authorise(ASKED, lambda _: None, told.append)
    nothing.reverse("handle", "time", None, ASKED, told.append)
    nothing.status(EARLIER, "S2", told.append)
    nothing.health(told.append)
    nothing.abort("S1", "S2", told.append)
    assert not told, "answers come on the session's thread, never inside the question"
    for _ in range(5):
        session.run_one()
    money, back, status, health, aborted = told
    assert isinstance(money, TerminalResult)
    assert isinstance(back, TerminalResult)
    assert isinstance(status, TerminalStatus)
    assert isinstance(health, HealthReport)
    assert (money.outcome, back.outcome) == (Outcome.NOT_SENT, Outcome.NOT_SENT)
    assert (status.outcome, health.health) == (StatusOutcome.UNREACHABLE, TerminalHealth.UNREACHABLE)
    assert aborted is False


def test_receipts_are_printed_in_order_and_each_is_answered_once(session: SessionQueue, worker: DeviceWorker) -> None:
    printer = ScriptedPrinter()
    queue = PrinterQueue(printer, worker, session.post)
    told: list[str] = []
    papers: list[tuple[PrintPart, ...]] = [(PrintLine(str(number)),) for number in range(3)]
    for number, paper in enumerate(papers):
        queue.print(paper, partial(told.append, f"printed {number}"), lambda fault: told.append(str(fault)))
    for _ in papers:
        session.run_one()
    assert told == ["printed 0", "printed 1", "printed 2"]
    assert printer.papers == papers
    assert session.calls.empty()


@pytest.mark.parametrize("fault", [DeviceOffline("no cable"), DeviceRefused("no paper"), RuntimeError("a mistake")])
def test_a_receipt_that_did_not_come_out_is_told_once(
    session: SessionQueue, worker: DeviceWorker, fault: Exception
) -> None:
    printer = ScriptedPrinter()
    printer.fault = fault
    queue = PrinterQueue(printer, worker, session.post)
    told: list[Exception] = []
    queue.print((PrintLine("x"),), lambda: told.append(AssertionError("printed")), told.append)
    session.run_one()
    assert told == [fault]
    status: list[PrinterStatus | None] = []
    queue.status(status.append)
    session.run_one()
    assert status == [None], "a printer that does not answer has no status"
    assert session.calls.empty()


def test_a_stopped_printer_answers_too(session: SessionQueue) -> None:
    worker = DeviceWorker("printer")
    worker.start()
    worker.stop()
    queue = PrinterQueue(ScriptedPrinter(), worker, session.post)
    told: list[object] = []
    queue.print((PrintLine("x"),), lambda: told.append("printed"), told.append)
    queue.status(told.append)
    session.run_one()
    session.run_one()
    assert isinstance(told[0], DeviceMisused)
    assert told[1] is None


class ConfirmingTerminal(ScriptedTerminal):
    """Asks to have its approval kept before it is final, as a ZVT terminal does."""

    def __init__(self) -> None:
        super().__init__()
        self.on_result: Callable[[TerminalResult], bool] | None = None
        self.kept: list[bool] = []

    def authorise(self, request: MoneyRequest, on_news: Callable[[TerminalNews], None]) -> TerminalResult:
        if self.on_result is not None:
            self.kept.append(self.on_result(APPROVED))
        return super().authorise(request, on_news)


@pytest.mark.parametrize("durable", [True, False])
def test_an_approval_is_kept_on_the_sessions_thread_before_the_terminal_is_told(
    session: SessionQueue, worker: DeviceWorker, durable: bool
) -> None:
    """payment.md 3.6: journal the result, flush, then confirm."""
    terminal = ConfirmingTerminal()
    queue = TerminalQueue(terminal, worker, session.post)
    kept: list[tuple[str, TerminalResult, int]] = []

    def keep(name: str, result: TerminalResult, told: Callable[[bool], None]) -> None:
        kept.append((name, result, threading.get_ident()))
        assert terminal.asked == [], "the terminal still waits"
        told(durable)

    queue.keep_by(keep)
    answers: list[TerminalResult] = []
    queue.authorise(ASKED, lambda _: None, answers.append)
    while not answers:
        session.run_one()
    assert kept == [("S1", APPROVED, threading.get_ident())]
    assert terminal.kept == [durable]
    assert terminal.on_result is None, "nothing is kept for a request that is over"


def test_a_session_that_keeps_nothing_leaves_confirming_to_the_driver(
    session: SessionQueue, worker: DeviceWorker
) -> None:
    terminal = ConfirmingTerminal()
    answers: list[TerminalResult] = []
    TerminalQueue(terminal, worker, session.post).authorise(ASKED, lambda _: None, answers.append)
    while not answers:
        session.run_one()
    assert terminal.kept == []
