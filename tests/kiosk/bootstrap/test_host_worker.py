"""A benefit host as who is asked about a tender: real driver, real socket, real thread (I-1, I-9)."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from hardware.device_thread import DeviceWorker
from hardware.driver_table import build
from hardware.errors import DeviceOffline
from hardware.ports.benefit_host import BenefitKind, EndOutcome, ReserveOutcome, ReserveRequest
from hardware.ports.payment_terminal import (
    MoneyRequest,
    Operation,
    OriginalRequest,
    Outcome,
    StatusOutcome,
    TerminalHealth,
    TerminalResult,
    TerminalStatus,
)
from hardware.simulators.benefit_host import SimulatedBenefitHost
from kiosk.bootstrap.host_worker import HostQueue, HostWorker, host_tenders, out_of_order
from tests.fakes.station import SessionQueue

SECRET = "a key of this test only"
MEMBER, VOUCHER = "2900000123456", "GIFT-1234"
AT = "2026-11-22T15:00:00+09:00"


@pytest.fixture
def host() -> Iterator[SimulatedBenefitHost]:
    made = SimulatedBenefitHost("S001", SECRET)
    made.ledger.account("points", MEMBER, 5000, "포인트")
    made.ledger.account("voucher", VOUCHER, 2000, "상품권")
    made.start()
    yield made
    made.stop()


class Desk:
    """The session's side: calls a method and waits for its one answer."""

    def __init__(self, host: SimulatedBenefitHost, **options: object) -> None:
        self.session = SessionQueue()
        self.thread = DeviceWorker("loyalty")
        driver = build("benefits", "benefit-http", host.address, {"shop": "S001", "secret": SECRET} | options)
        self.queue = HostQueue(driver, self.thread, self.session.post)
        self.points = HostWorker(self.queue, BenefitKind.POINTS, "K03", "S001")
        self.vouchers = HostWorker(self.queue, BenefitKind.VOUCHER, "K03", "S001")
        self.thread.start()

    def ask(self, act: Callable[..., None], *arguments: object) -> Any:
        answers: list[Any] = []
        act(*arguments, answers.append)
        self.session.run_one()
        assert len(answers) == 1
        return answers[0]

    def pay(self, worker: HostWorker, name: str, amount: int, code: str) -> TerminalResult:
        request = MoneyRequest(name, amount, "KRW", "sale-1", AT, allow_partial=True, wallet_code=code)
        answer: TerminalResult = self.ask(worker.authorise, request, lambda _: None)
        return answer

    def status(self, name: str, amount: int, *, handle: str = "") -> TerminalStatus:
        operation = Operation.REVERSAL if handle else Operation.PAYMENT
        original = OriginalRequest(name, operation, amount, "KRW", "sale-1", AT, handle=handle)
        answer: TerminalStatus = self.ask(self.points.status, original, "Q99")
        return answer

    def reverse(self, handle: str, amount: int) -> TerminalResult:
        request = MoneyRequest("Q77", amount, "KRW", "sale-1", AT)
        answer: TerminalResult = self.ask(self.points.reverse, handle, "", None, request)
        return answer


@pytest.fixture
def desk(host: SimulatedBenefitHost) -> Iterator[Desk]:
    made = Desk(host, answer_timeout=2)
    yield made
    made.thread.stop()


def test_a_payment_is_a_reservation(host: SimulatedBenefitHost, desk: Desk) -> None:
    paid = desk.pay(desk.points, "Q1", 3000, MEMBER)
    assert (paid.outcome, paid.charged, paid.handle, paid.approval_code) == (
        Outcome.APPROVED,
        3000,
        "K03.Q1",
        "B000001",
    )
    assert (paid.brand, paid.masked_card) == ("포인트", "····3456")
    assert MEMBER not in repr(paid)
    [held] = host.ledger.all()
    assert (held.state, held.sale, held.station, held.shop) == ("reserved", "sale-1", "K03", "S001")


def test_a_voucher_pays_a_part(desk: Desk) -> None:
    paid = desk.pay(desk.vouchers, "Q1", 4800, VOUCHER)
    assert (paid.outcome, paid.charged) == (Outcome.PARTIAL, 2000)


@pytest.mark.parametrize(
    ("script", "outcome"),
    [
        ("refuse", Outcome.DECLINED),
        ("lost", Outcome.UNKNOWN),
        ("lost_request", Outcome.UNKNOWN),
        ("garbled", Outcome.UNKNOWN),
        ("wrong_amount", Outcome.MISMATCH),
    ],
)
def test_each_end_of_a_reservation(host: SimulatedBenefitHost, desk: Desk, script: str, outcome: Outcome) -> None:
    host.next(script)
    assert desk.pay(desk.points, "Q1", 3000, MEMBER).outcome is outcome


def test_a_status_finds_what_a_lost_answer_said(host: SimulatedBenefitHost, desk: Desk) -> None:
    host.next("lost")
    desk.pay(desk.points, "Q1", 3000, MEMBER)
    found = desk.status("Q1", 3000)
    assert found.result is not None
    assert (found.outcome, found.result.outcome, found.result.charged) == (StatusOutcome.FINAL, Outcome.APPROVED, 3000)
    assert found.result.handle == "K03.Q1"


def test_what_never_arrived_can_arrive_no_more(host: SimulatedBenefitHost, desk: Desk) -> None:
    host.next("lost_request")
    desk.pay(desk.points, "Q1", 3000, MEMBER)
    found = desk.status("Q1", 3000)
    assert found.result is not None
    assert (found.outcome, found.result.outcome) == (StatusOutcome.FINAL, Outcome.ABORTED)
    late = desk.pay(desk.points, "Q1", 3000, MEMBER)
    assert late.outcome is Outcome.DECLINED
    assert host.ledger.left("points", MEMBER) == 5000


def test_giving_back_is_a_release(host: SimulatedBenefitHost, desk: Desk) -> None:
    desk.pay(desk.points, "Q1", 3000, MEMBER)
    assert desk.status("Q77", 3000, handle="K03.Q1").outcome is StatusOutcome.NOT_FOUND
    host.next("lost", of="end")
    assert desk.reverse("K03.Q1", 3000).outcome is Outcome.UNKNOWN
    found = desk.status("Q77", 3000, handle="K03.Q1")
    assert found.result is not None
    assert found.result.outcome is Outcome.APPROVED
    assert desk.reverse("K03.Q1", 3000).outcome is Outcome.APPROVED


def test_what_was_burned_is_not_given_back(desk: Desk) -> None:
    desk.pay(desk.points, "Q1", 3000, MEMBER)
    assert desk.ask(desk.queue.burn, "K03.Q1").outcome is EndOutcome.DONE
    assert desk.reverse("K03.Q1", 3000).outcome is Outcome.DECLINED
    found = desk.status("Q77", 3000, handle="K03.Q1")
    assert found.result is not None
    assert found.result.outcome is Outcome.DECLINED


def test_a_part_is_not_given_back(desk: Desk) -> None:
    request = MoneyRequest("Q77", 3000, "KRW", "sale-1", AT)
    assert desk.ask(desk.points.reverse, "K03.Q1", "", 1000, request).outcome is Outcome.NOT_SENT


def test_a_host_that_is_away(host: SimulatedBenefitHost, desk: Desk) -> None:
    host.power_off()
    assert desk.pay(desk.points, "Q1", 3000, MEMBER).outcome is Outcome.NOT_SENT
    assert desk.status("Q1", 3000).outcome is StatusOutcome.UNREACHABLE
    assert desk.status("Q77", 3000, handle="K03.Q1").outcome is StatusOutcome.UNREACHABLE
    assert desk.ask(desk.points.health).health is TerminalHealth.UNREACHABLE
    assert not desk.ask(desk.queue.balance, MEMBER, "KRW").known
    assert desk.reverse("K03.Q1", 3000).outcome is Outcome.UNKNOWN
    with pytest.raises(DeviceOffline):
        out_of_order(desk.queue.host)()
    host.power_on()
    assert out_of_order(desk.queue.host)() == ""
    assert desk.ask(desk.points.health).health is TerminalHealth.READY


def test_after_the_thread_is_stopped_nothing_is_sent(host: SimulatedBenefitHost, desk: Desk) -> None:
    desk.thread.stop()
    assert desk.pay(desk.points, "Q1", 3000, MEMBER).outcome is Outcome.NOT_SENT
    assert desk.ask(desk.queue.burn, "K03.Q1").outcome is EndOutcome.UNKNOWN
    wish = ReserveRequest("K03.C1", BenefitKind.COUPON, "C", 0, "KRW", "s", "K03", "S001", AT)
    assert desk.ask(desk.queue.reserve, wish).outcome is ReserveOutcome.NOT_SENT
    assert host.ledger.all() == []


def test_nothing_is_aborted_and_no_day_is_ended(desk: Desk) -> None:
    assert desk.ask(desk.points.abort, "Q1", "Q2") is False
    assert not desk.ask(desk.points.end_of_day, "Q3").known
    assert not desk.points.capabilities().abort_after_start
    assert not desk.points.capabilities().tried


def test_only_what_the_host_holds_is_asked_of_it(host: SimulatedBenefitHost) -> None:
    made = Desk(host, kinds="points, coupon")
    assert set(host_tenders(made.queue, "K03", "S001")) == {"points"}
    assert host_tenders(None, "K03", "S001") == {}
