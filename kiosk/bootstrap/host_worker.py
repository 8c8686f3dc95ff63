"""A benefit host on a thread of its own: as a worker for coupons and duties, and as who is asked about a tender."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from hardware.device_thread import DeviceWorker
from hardware.errors import DeviceMisused, DeviceOffline
from hardware.ports.benefit_host import (
    Balance,
    BenefitHost,
    BenefitKind,
    EndOutcome,
    EndResult,
    ReservationState,
    ReservationStatus,
    ReserveOutcome,
    ReserveRequest,
    ReserveResult,
)
from hardware.ports.payment_terminal import (
    HealthReport,
    MoneyRequest,
    Operation,
    OriginalRequest,
    Outcome,
    StatusOutcome,
    TerminalCapabilities,
    TerminalHealth,
    TerminalNews,
    TerminalResult,
    TerminalStatus,
)
from hardware.ports.terminal_extras import DayTotals
from kiosk.checkout.benefit_duty import reservation_of
from kiosk.checkout.view import masked

T = TypeVar("T")
Post = Callable[[Callable[[], None]], None]


class HostQueue:
    """The port `BenefitWorker` over a host and its thread; what was never begun is not sent, all else not known."""

    def __init__(self, host: BenefitHost, worker: DeviceWorker, post: Post) -> None:
        self.host = host
        self._worker, self._post = worker, post

    def kinds(self) -> frozenset[BenefitKind]:
        """What this host holds."""
        return self.host.kinds()

    def balance(self, code: str, currency: str, done: Callable[[Balance], None]) -> None:
        """Ask what a member can spend."""
        self.ask(lambda: self.host.balance(code, currency), done, lambda fault: Balance(False, message=str(fault)))

    def reserve(self, request: ReserveRequest, done: Callable[[ReserveResult], None]) -> None:
        """Hold something."""

        def failed(fault: Exception) -> ReserveResult:
            begun = not isinstance(fault, DeviceOffline | DeviceMisused)
            return ReserveResult(ReserveOutcome.UNKNOWN if begun else ReserveOutcome.NOT_SENT, message=str(fault))

        self.ask(lambda: self.host.reserve(request), done, failed)

    def burn(self, reservation: str, done: Callable[[EndResult], None]) -> None:
        """Use it up."""
        self.ask(lambda: self.host.burn(reservation), done, _not_ended)

    def release(self, reservation: str, done: Callable[[EndResult], None]) -> None:
        """Give it back."""
        self.ask(lambda: self.host.release(reservation), done, _not_ended)

    def ask(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], T]) -> None:
        """Do `job` on the host's thread and give its end to `done` on the session's, exactly once."""

        def answered(value: T) -> None:
            self._post(lambda: done(value))

        def went_wrong(fault: Exception) -> None:
            answered(failed(fault))

        try:
            self._worker.submit(job, answered, went_wrong)
        except DeviceMisused as fault:
            went_wrong(fault)

    def at_once(self, act: Callable[[], None]) -> None:
        """Answer without asking the host."""
        self._post(act)


class HostWorker:
    """The port `TerminalWorker` over a benefit host, for tenders of one kind: a payment is a reservation.

    The reservation's name is made of the station and the request's `service_id`, so that it is found again after a
    restart; the code that pays comes as `wallet_code`. It is burned by the duty that the sale's commit writes down.
    """

    def __init__(self, queue: HostQueue, kind: BenefitKind, station: str, shop: str) -> None:
        self._queue, self._kind, self._station, self._shop = queue, kind, station, shop

    def capabilities(self) -> TerminalCapabilities:
        """What the machine may expect of a host."""
        return TerminalCapabilities(
            partial_approval=self._kind is BenefitKind.VOUCHER,
            reversal_by_reference=True,
            status_by_reference=True,
            refund_without_card=False,
            abort_after_start=False,
            wallet_code=True,
            receipts=False,
            tried=False,
        )

    def authorise(
        self,
        request: MoneyRequest,
        on_news: Callable[[TerminalNews], None],
        done: Callable[[TerminalResult], None],
    ) -> None:
        """Reserve."""
        del on_news
        name = reservation_of(self._station, request.service_id)
        wish = ReserveRequest(
            name,
            self._kind,
            request.wallet_code,
            request.amount,
            request.currency,
            request.sale_reference,
            self._station,
            self._shop,
            request.requested_at,
        )
        self._queue.reserve(wish, lambda result: done(_paid(request, name, result)))

    def abort(self, running_service_id: str, service_id: str, done: Callable[[bool], None]) -> None:
        """A reservation under way is not stopped: its answer comes soon, and is released if nobody wants it."""
        del running_service_id, service_id
        self._queue.at_once(lambda: done(False))

    def status(self, original: OriginalRequest, service_id: str, done: Callable[[TerminalStatus], None]) -> None:
        """Ask what became of a reservation or of its release."""
        del service_id
        job = self._released if original.operation is Operation.REVERSAL else self._reserved

        def failed(fault: Exception) -> TerminalStatus:
            return TerminalStatus(StatusOutcome.UNREACHABLE, None, str(fault))

        self._queue.ask(lambda: job(original), done, failed)

    def reverse(
        self,
        handle: str,
        handle_time: str,
        amount: int | None,
        request: MoneyRequest,
        done: Callable[[TerminalResult], None],
    ) -> None:
        """Release, wholly: a part of a reservation cannot be given back."""
        del handle_time
        if amount is not None and amount != request.amount:
            result = TerminalResult(Outcome.NOT_SENT, reason="whole", message="a reservation is released wholly")
            self._queue.at_once(lambda: done(result))
            return
        self._queue.release(handle, lambda ended: done(_given_back(ended)))

    def health(self, done: Callable[[HealthReport], None]) -> None:
        """Ask whether the host answers."""

        def job() -> HealthReport:
            told = self._queue.host.health()
            health = TerminalHealth.READY if told.ready else TerminalHealth.UNREACHABLE
            return HealthReport(health, told.message, told.round_trip_ms)

        self._queue.ask(job, done, lambda fault: HealthReport(TerminalHealth.UNREACHABLE, str(fault)))

    def end_of_day(self, service_id: str, done: Callable[[DayTotals], None]) -> None:
        """A host keeps its own days."""
        del service_id
        self._queue.at_once(lambda: done(DayTotals(known=False, message="a benefit host keeps its own days")))

    def _reserved(self, original: OriginalRequest) -> TerminalStatus:
        name = reservation_of(self._station, original.service_id)
        told = self._queue.host.status(name)
        if told.state is ReservationState.NOT_FOUND:
            # Asked to release it, the host remembers it as ended: a request that is still on its way cannot begin.
            ended = self._queue.host.release(name)
            if ended.outcome is EndOutcome.DONE:
                return _final(TerminalResult(Outcome.ABORTED, reason="never_arrived"))
            return TerminalStatus(StatusOutcome.UNREACHABLE, None, ended.message or ended.reason)
        if told.state in (ReservationState.RESERVED, ReservationState.BURNED):
            return _final(_held(original.amount, original.currency, name, told))
        if told.state is ReservationState.REFUSED:
            return _final(TerminalResult(Outcome.DECLINED, reason=told.reservation.reason or "refused"))
        if told.state is ReservationState.RELEASED:
            return _final(TerminalResult(Outcome.ABORTED, reason=told.reservation.reason or "released"))
        return TerminalStatus(StatusOutcome.UNREACHABLE, None, told.message)

    def _released(self, original: OriginalRequest) -> TerminalStatus:
        told = self._queue.host.status(original.handle)
        if told.state in (ReservationState.RELEASED, ReservationState.REFUSED):
            return _final(TerminalResult(Outcome.APPROVED))
        if told.state is ReservationState.BURNED:
            return _final(TerminalResult(Outcome.DECLINED, reason="burned"))
        if told.state is ReservationState.UNREACHABLE:
            return TerminalStatus(StatusOutcome.UNREACHABLE, None, told.message)
        return TerminalStatus(StatusOutcome.NOT_FOUND)  # it holds it still: the release never came


def host_tenders(queue: HostQueue | None, station: str, shop: str) -> Mapping[str, HostWorker]:
    """Who is asked about tenders that the host holds, by their kind; none without a host."""
    held = queue.kinds() if queue is not None else frozenset()
    kinds = (BenefitKind.POINTS, BenefitKind.VOUCHER)
    return {kind.value: HostWorker(queue, kind, station, shop) for kind in kinds if queue is not None and kind in held}


def out_of_order(host: BenefitHost) -> Callable[[], str]:
    """The look at a host from time to time: "" or why it cannot be used; raises `DeviceOffline` when it is away."""

    def look() -> str:
        told = host.health()
        if not told.ready and told.round_trip_ms is None:
            raise DeviceOffline(told.message)
        return "" if told.ready else told.message

    return look


def _paid(request: MoneyRequest, name: str, result: ReserveResult) -> TerminalResult:
    if result.outcome is ReserveOutcome.RESERVED:
        told = ReservationStatus(ReservationState.RESERVED, result.reservation)
        return _held(request.amount, request.currency, name, told, request.wallet_code)
    ends = {
        ReserveOutcome.REFUSED: Outcome.DECLINED,
        ReserveOutcome.NOT_SENT: Outcome.NOT_SENT,
        ReserveOutcome.UNKNOWN: Outcome.UNKNOWN,
    }
    return TerminalResult(ends[result.outcome], reason=result.reservation.reason, message=result.message)


def _held(amount: int, currency: str, name: str, told: ReservationStatus, code: str = "") -> TerminalResult:
    held = told.reservation
    outcome = Outcome.APPROVED if held.amount == amount else Outcome.PARTIAL
    if held.currency != currency or not 0 < held.amount <= amount:
        outcome = Outcome.MISMATCH
    return TerminalResult(
        outcome,
        charged=held.amount,
        currency=held.currency,
        handle=name,
        brand=held.name,
        masked_card=masked(code),
        approval_code=held.handle,
        raw=f"{told.state.value} {held.amount} {held.currency} {held.handle}",
    )


def _given_back(ended: EndResult) -> TerminalResult:
    if ended.outcome is EndOutcome.DONE:
        return TerminalResult(Outcome.APPROVED)
    if ended.outcome is EndOutcome.REFUSED:
        return TerminalResult(Outcome.DECLINED, reason=ended.reason, message=ended.message)
    return TerminalResult(Outcome.UNKNOWN, message=ended.message)


def _final(result: TerminalResult) -> TerminalStatus:
    return TerminalStatus(StatusOutcome.FINAL, result)


def _not_ended(fault: Exception) -> EndResult:
    return EndResult(EndOutcome.UNKNOWN, message=str(fault))
