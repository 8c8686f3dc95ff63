"""Speak to our plug-in on a Toss Front terminal (payment-korea.md 1); not tried on a device."""

import contextlib
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

from hardware.codecs import front_message, front_result
from hardware.codecs.front_message import Accepted, Done, Ended, FrontMessage, Said, Withdrawal
from hardware.codecs.front_record import CancelHandle, Mark, asked_at, own_key
from hardware.codecs.front_result import Asked
from hardware.codecs.nexo_json import JsonObject
from hardware.drivers.front_session import FrameLine, FrontSession, NotWritten
from hardware.drivers.front_settings import FrontSettings
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
from hardware.transports.web_socket import WebSocket

_PAUSES = (10.0, 60.0)  # 1.6: when to ask again for what cannot be proven
_REMEMBERED = 64
_T = TypeVar("_T")


class FrontTerminal:
    """One terminal, one dialogue at a time; every lost or doubtful answer is UNKNOWN, never "not paid".

    `connect`, `nonce` and `clock` are the outside world: a connection to an address within some seconds, fresh
    random bytes, and seconds that only grow.
    """

    def __init__(
        self,
        settings: FrontSettings,
        connect: Callable[[str, float], FrameLine] = WebSocket,
        nonce: Callable[[int], bytes] = secrets.token_bytes,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._settings = settings
        self._connect = connect
        self._nonce = nonce
        self._clock = clock
        self._dialogue = threading.Lock()
        self._joining = threading.Lock()
        self._session: FrontSession | None = None
        self._closed = False
        self._sent: OrderedDict[str, Mark | None] = OrderedDict()
        self._unproven: OrderedDict[str, int] = OrderedDict()

    @property
    def settings(self) -> FrontSettings:
        """What it was made with."""
        return self._settings

    def capabilities(self) -> TerminalCapabilities:
        """What this driver can be asked for."""
        return TerminalCapabilities(
            partial_approval=False,
            reversal_by_reference=True,
            status_by_reference=True,
            refund_without_card=False,
            reversal_needs_card=True,
            abort_after_start=False,
            months=front_message.MONTHS,
            amount_split=True,
            amount_confirmed=False,
            receipts=False,
            tried=False,
            extras=frozenset({"scan", "display"}),
        )

    def health(self) -> HealthReport:
        """Ask the plug-in how it is; BUSY without asking while a dialogue of ours runs."""
        if not self._dialogue.acquire(blocking=False):
            return HealthReport(TerminalHealth.BUSY, "A payment is running on this terminal.")
        try:
            session = self._joined()
            started = self._clock()
            busy = session.ping(self._settings.answer_timeout)
            return self._report(session, busy, (self._clock() - started) * 1000)
        except DeviceOffline as silent:
            return HealthReport(TerminalHealth.UNREACHABLE, str(silent))
        except DeviceError as wrong:
            return HealthReport(TerminalHealth.NEEDS_ATTENTION, str(wrong))
        finally:
            self._dialogue.release()

    def authorise(self, request: MoneyRequest, on_news: Callable[[TerminalNews], None]) -> TerminalResult:
        """Ask for a payment and wait for its end.

        Raises `DeviceMisused` before anything is sent for what this terminal cannot take and for an id sent before.
        """
        if request.wallet_code:
            raise DeviceMisused("A Toss Front terminal reads wallet codes itself; none can be given to it.")
        terms = front_message.terms_of(request, self._settings.exempt)
        key, when = own_key(request), asked_at(request)
        message = front_message.pay_message(
            request.service_id,
            key,
            terms,
            request.months,
            self._settings.patience(),
            self._settings.locale_for(request.language),
            when,
            request.sale_reference[:60],
        )
        asked = Asked(key, request.amount, request.currency, terms)

        def tell(event: TerminalEvent) -> None:
            with contextlib.suppress(Exception):  # a screen's fault must not cost the answer
                on_news(TerminalNews(event))

        def read(ended: Ended, mark: Mark) -> TerminalResult:
            return front_result.payment_result(ended, asked, mark)

        result = self._money(message, read, lambda: tell(TerminalEvent.WAITING_FOR_CARD), request.mark)
        if result.outcome is not Outcome.UNKNOWN:
            tell(TerminalEvent.FINAL)
        if result.outcome is Outcome.APPROVED and self._settings.print_receipt:
            slip = {"id": f"{request.service_id}-slip", "paymentKey": key, "count": 1}
            self._service("print", slip, self._settings.answer_timeout)
        return result

    def abort(self, running_service_id: str, service_id: str) -> bool:
        """Take a request back before its payment began; False means that only the shopper or its time can end it."""
        message: JsonObject = {"name": "withdraw", "id": service_id, "of": running_service_id}
        try:
            answer = self._answer(self._joined(), message, self._settings.answer_timeout)
        except DeviceError:
            return False
        return isinstance(answer, Withdrawal) and answer.done

    def status(self, original: OriginalRequest, service_id: str) -> TerminalStatus:
        """Ask what became of an earlier request, at the terminal that took it."""
        if not self._dialogue.acquire(timeout=self._settings.answer_timeout):
            return TerminalStatus(StatusOutcome.IN_PROGRESS, message="A request of ours is still running.")
        try:
            status = self._found_out(original, service_id)
        except (DeviceOffline, DeviceGarbled, DeviceRefused) as silent:
            return TerminalStatus(StatusOutcome.UNREACHABLE, message=str(silent))
        finally:
            self._dialogue.release()
        if status.outcome is not StatusOutcome.UNPROVEN:
            self._unproven.pop(original.service_id, None)
            return status
        times = self._unproven[original.service_id] = self._unproven.get(original.service_id, 0) + 1
        _trim(self._unproven)
        pause = _PAUSES[min(times, len(_PAUSES)) - 1]
        return TerminalStatus(status.outcome, None, status.message, pause, status.evidence)

    def reverse(self, handle: str, handle_time: str, amount: int | None, request: MoneyRequest) -> TerminalResult:  # noqa: ARG002
        """Cancel a payment wholly; the card has to be presented again, at the terminal that took it.

        `request` names this reversal; its `amount` is not used. Raises `DeviceMisused` for a part of a payment.
        """
        try:
            kept = CancelHandle.read(handle)
        except DeviceGarbled as strange:
            return TerminalResult(Outcome.DECLINED, reason="handle", message=str(strange))
        if amount is not None and amount != kept.amount:
            raise DeviceMisused(f"This terminal gives back whole payments only: {kept.amount}, not {amount}.")
        patience, locale = self._settings.patience(), self._settings.locale_for(request.language)
        message = front_message.cancel_message(
            request.service_id, own_key(request), kept, patience, locale, asked_at(request)
        )

        def read(ended: Ended, mark: Mark) -> TerminalResult:
            return front_result.reversal_result(ended, kept, mark)

        return self._money(message, read, lambda: None, request.mark, kept.serial)

    def scan_code(self, seconds: int, service_id: str) -> str:
        """Read a code with the terminal's scanner; "" when none was shown in time or it cannot."""
        message = {"id": service_id, "seconds": seconds, "locale": self._settings.locale_for("ko")}
        answer = self._service("scan", message, seconds + self._settings.answer_timeout)
        return answer.value if isinstance(answer, Done) else ""

    def display(self, lines: tuple[str, ...], seconds: int, service_id: str) -> bool:  # noqa: ARG002
        """Show a short notice on the terminal, which itself decides for how long; False when it cannot."""
        answer = self._service("show", {"id": service_id, "lines": list(lines)}, self._settings.answer_timeout)
        return isinstance(answer, Done)

    def close(self) -> None:
        """Break what runs (it ends UNKNOWN) and send nothing more."""
        self._closed = True
        session = self._session
        if session is not None:
            session.close()

    def _money(
        self,
        message: JsonObject,
        read: Callable[[Ended, Mark], TerminalResult],
        on_accepted: Callable[[], None],
        written: str,
        only: str = "",
    ) -> TerminalResult:
        if not self._dialogue.acquire(timeout=self._settings.answer_timeout):
            return TerminalResult(Outcome.BUSY, message="Another request to this terminal is still running.")
        name = str(message["id"])
        try:
            self._remember(name)
            try:
                session = self._alive()
            except DeviceError as unreached:
                del self._sent[name]
                return TerminalResult(Outcome.NOT_SENT, message=str(unreached))
            mark = self._sent[name] = Mark.of(session.hello)
            elsewhere = front_result.elsewhere(mark, Mark.read(written), only)
            if elsewhere is not None:
                del self._sent[name]
                return elsewhere
            return self._dialogue_of(session, message, mark, read, on_accepted)
        finally:
            self._dialogue.release()

    def _dialogue_of(
        self,
        session: FrontSession,
        message: JsonObject,
        mark: Mark,
        read: Callable[[Ended, Mark], TerminalResult],
        on_accepted: Callable[[], None],
    ) -> TerminalResult:
        try:
            inbox = session.ask(message)
        except NotWritten as gone:
            del self._sent[str(message["id"])]
            return TerminalResult(Outcome.NOT_SENT, message=str(gone))
        except DeviceOffline as broken:
            return TerminalResult(Outcome.UNKNOWN, message=str(broken), mark=mark.written())
        accepted = False
        try:
            answer = inbox.next(self._settings.answer_timeout)
            if isinstance(answer, Accepted):
                accepted = True
                on_accepted()
                answer = inbox.next(self._settings.payment_timeout + self._settings.grace)
            if isinstance(answer, Ended):
                return read(answer, mark)
            return front_result.not_begun(answer, mark)
        except DeviceOffline as silent:
            if not accepted:
                session.close()  # the plug-in begins nothing for a register that is gone
            return TerminalResult(Outcome.UNKNOWN, message=str(silent), mark=mark.written())
        finally:
            session.done(str(message["id"]))

    def _found_out(self, original: OriginalRequest, service_id: str) -> TerminalStatus:
        own, cancels = own_key(original), original.operation is Operation.REVERSAL
        # What this driver itself saw when it sent is nearer than what was kept before sending.
        kept = self._sent.get(original.service_id) or Mark.read(original.mark)
        handle = CancelHandle.read(original.handle) if cancels else None
        key = handle.payment_key if handle else own
        session = self._joined()
        mark = Mark.of(session.hello)
        message = front_message.query_message(service_id, own, key, cancels)
        said = self._answer(session, message, self._settings.answer_timeout)
        if not isinstance(said, Said):
            raise DeviceGarbled("The terminal answers a question about a payment with something else.")
        if handle:
            return front_result.reversal_status(said, original, handle, mark, kept)
        terms = front_message.terms_of(
            MoneyRequest(own, original.amount, original.currency, "", ""), self._settings.exempt
        )
        asked = Asked(key, original.amount, original.currency, terms)
        return front_result.status_answer(said, original, asked, mark, kept)

    def _service(self, name: str, message: JsonObject, timeout: float) -> FrontMessage | None:
        """Something without money; None when it could not be asked for or this terminal lacks it."""
        if not self._dialogue.acquire(timeout=self._settings.answer_timeout):
            return None
        try:
            session = self._joined()
            return self._answer(session, {"name": name, **message}, timeout) if name in session.hello.features else None
        except DeviceError:
            return None
        finally:
            self._dialogue.release()

    def _answer(self, session: FrontSession, message: JsonObject, timeout: float) -> FrontMessage:
        try:
            return session.ask(message).next(timeout)
        finally:
            session.done(str(message["id"]))

    def _alive(self) -> FrontSession:
        """A connection that has just answered: an old one may be gone without a word, which would cost certainty."""
        session = self._joined()
        try:
            session.ping(self._settings.answer_timeout)
        except DeviceOffline:
            session.close()
            session = self._joined()
            session.ping(self._settings.answer_timeout)
        return session

    def _joined(self) -> FrontSession:
        with self._joining:
            if self._closed:
                raise DeviceOffline("The driver of this terminal was closed.")
            if self._session is None or not self._session.is_open:
                settings = self._settings
                line = self._connect(settings.address, settings.connect_timeout)
                self._session = FrontSession(
                    line, settings.pairing_key, self._nonce, settings.answer_timeout, settings.ping_every
                )
            serial = self._session.hello.serial
            if self._settings.serial and self._settings.serial != serial:
                raise DeviceRefused(f"This is the terminal {serial}, but {self._settings.serial} is configured.")
            return self._session

    def _report(self, session: FrontSession, busy: bool, round_trip_ms: float) -> HealthReport:
        hello = session.hello
        versions = {"serial": hello.serial, "plugin": hello.plugin, "sdk": hello.sdk, "merchant": hello.merchant}
        wrong, outdated = "", not {"pay", "cancel", "getPayment"} <= hello.features
        if not hello.epoch:
            wrong = "The terminal's storage does not work, so it could not prove a payment; restart it."
        elif outdated:
            wrong = "The terminal's software is too old: it lacks payment, cancel or look-up."
        health = TerminalHealth.NEEDS_ATTENTION if wrong else TerminalHealth.BUSY if busy else TerminalHealth.READY
        return HealthReport(health, wrong, round_trip_ms, versions, Mark.of(hello).written(), outdated)

    def _remember(self, service_id: str) -> None:
        """Never let one id out twice (payment.md 5, rule 2)."""
        if service_id in self._sent:
            raise DeviceMisused(f"The request {service_id} was sent before; ask for its status, or take a new id.")
        self._sent[service_id] = None
        _trim(self._sent)


def _trim(remembered: OrderedDict[str, _T]) -> None:
    while len(remembered) > _REMEMBERED:
        remembered.popitem(last=False)
