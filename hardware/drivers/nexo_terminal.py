"""Speak to a card terminal over the nexo local protocol (the JSON profile of Adyen terminals)."""

import contextlib
import secrets
import time
from collections.abc import Callable
from dataclasses import replace

from hardware.codecs import nexo_device, nexo_health, nexo_message, nexo_requests, nexo_result
from hardware.codecs.nexo_json import JsonObject
from hardware.codecs.nexo_message import NexoHeader
from hardware.drivers import nexo_mark
from hardware.drivers.nexo_line import MessageLink, NexoLine
from hardware.drivers.nexo_mark import NexoMark
from hardware.drivers.nexo_settings import NexoSettings
from hardware.errors import DeviceError, DeviceGarbled, DeviceMisused, DeviceOffline
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
from hardware.ports.terminal_extras import Answer, CardToken, TerminalAnswer
from hardware.transports.tls_http import NotSent, WrongCertificate

_HOST_CHECK: JsonObject = {"HostDiagnosisFlag": True}
_BUSY = "Another request to this terminal is still running."
OnNews = Callable[[TerminalNews], None]


class NexoTerminal:
    """One terminal, one dialogue at a time; every lost or doubtful answer is UNKNOWN, never "not paid".

    `link`, `nonce` and `clock` are the outside world: the line, 16 random bytes, and seconds that
    only grow.
    """

    def __init__(
        self,
        settings: NexoSettings,
        link: MessageLink | None = None,
        nonce: Callable[[int], bytes] = secrets.token_bytes,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._settings = settings
        self._line = NexoLine(settings, link, nonce)
        self._own = NexoMark(settings.poi_id, settings.sale_id)
        self._clock = clock

    @property
    def settings(self) -> NexoSettings:
        """What it was made with."""
        return self._settings

    def capabilities(self) -> TerminalCapabilities:
        """What this driver can be asked for; instalments as far as the merchant's contract goes."""
        return TerminalCapabilities(
            partial_approval=True,
            reversal_by_reference=True,
            status_by_reference=True,
            refund_without_card=False,
            partial_reversal=True,
            months=tuple(range(2, self._settings.most_months + 1)),
            extras=frozenset({"refund", "display", "ask", "read_token", "print"}),
        )

    def health(self) -> HealthReport:
        """Ask the terminal how it is; BUSY without asking while a dialogue of ours runs.

        Every report has the mark, also that of a terminal that is away: it says whom this driver is set to ask.
        """
        with self._line.dialogue() as free:
            if not free:
                report = HealthReport(TerminalHealth.BUSY, "A payment is running on this terminal.")
            else:
                report = self._diagnosed()
        return replace(report, mark=self._own.text())

    def _diagnosed(self) -> HealthReport:
        try:
            started = self._clock()
            body = self._line.ask(self._line.header(nexo_message.DIAGNOSIS), _HOST_CHECK)
            took = (self._clock() - started) * 1000
            return nexo_health.diagnosis_report(body, took, self._settings.prints_receipts)
        except WrongCertificate as stranger:
            return HealthReport(TerminalHealth.WRONG_CERTIFICATE, str(stranger))
        except DeviceOffline as silent:
            return HealthReport(TerminalHealth.UNREACHABLE, str(silent))
        except DeviceGarbled as garbled:
            advice = "Check that key identifier, key version and passphrase are those of the back office."
            return HealthReport(TerminalHealth.NEEDS_ATTENTION, f"{garbled} {advice}")

    # -- money -------------------------------------------------------------------------------------

    def authorise(self, request: MoneyRequest, on_news: OnNews) -> TerminalResult:
        """Ask for a payment and wait for its end.

        Raises `DeviceMisused` before anything is sent for an amount, currency, instalment or id that cannot be
        sent, for a wallet code, and for an id that was sent before. NOT_SENT for a mark of another terminal: what
        was written down would send a later question to the wrong one.
        """
        if request.wallet_code:
            raise DeviceMisused("This terminal reads wallet codes itself; it takes none from the kiosk's scanner.")
        if request.months and request.months not in self.capabilities().months:
            raise DeviceMisused(f"This terminal's contract has no instalments over {request.months} months.")
        body = nexo_requests.payment_body(request)
        return self._card_presented(body, request, on_news, lambda answer: nexo_result.payment_result(answer, request))

    def refund(self, request: MoneyRequest, on_news: OnNews) -> TerminalResult:
        """Give money to a card that is presented; raises `DeviceMisused` as `authorise`."""
        asked = OriginalRequest(
            request.service_id,
            Operation.REFUND,
            request.amount,
            request.currency,
            request.sale_reference,
            request.requested_at,
        )
        body = nexo_requests.refund_body(request)
        return self._card_presented(body, request, on_news, lambda answer: nexo_result.payment_result(answer, asked))

    def abort(self, running_service_id: str, service_id: str) -> bool:
        """Ask to stop a running request; may be called from another thread while it waits."""
        header = self._line.header(nexo_message.ABORT, service_id)
        category = self._line.running_category(running_service_id)
        body = nexo_requests.abort_body(self._settings.sale_id, running_service_id, category)
        try:
            self._line.tell(header, body)
        except (DeviceOffline, DeviceGarbled):
            return False
        return True

    def status(self, original: OriginalRequest, service_id: str) -> TerminalStatus:
        """Ask what became of an earlier request of this register; what is found is compared with `original`.

        UNPROVEN without asking when its mark is that of another terminal, of another SaleID or of another driver.
        Where nobody wrote a mark down, NOT_FOUND counts only for what this very driver sent, else it is UNPROVEN.
        """
        complaint = nexo_mark.elsewhere(original.mark, self._own)
        if complaint:
            return nexo_mark.not_proven(original, self._own, f"{complaint} Only the first can say what became of it.")
        category = nexo_message.REVERSAL if original.operation is Operation.REVERSAL else nexo_message.PAYMENT
        header = self._line.header(category, original.service_id)
        question = nexo_requests.status_body(self._settings.sale_id, original.service_id, category)
        with self._line.dialogue(self._settings.status_timeout) as free:
            if not free:
                return TerminalStatus(StatusOutcome.IN_PROGRESS, message=_BUSY)
            try:
                body = self._line.ask(self._line.header(nexo_message.STATUS, service_id), question)
                status = nexo_result.status_answer(body, header, original)
            except (DeviceOffline, DeviceGarbled) as silent:
                return TerminalStatus(StatusOutcome.UNREACHABLE, message=str(silent))
        if status.result is not None:
            return replace(status, result=replace(self._named(status.result), mark=self._own.text()))
        placed = original.mark or self._line.sent(original.service_id)
        if status.outcome is StatusOutcome.NOT_FOUND and not placed:
            message = "The terminal does not know the request, and nobody wrote down which terminal it was sent to."
            return nexo_mark.not_proven(original, self._own, message)
        return status

    def reverse(self, handle: str, handle_time: str, amount: int | None, request: MoneyRequest) -> TerminalResult:
        """Give back a payment by the reference the terminal gave it; no card is needed.

        The reference is the platform's too, so that another terminal of the merchant than that of the payment may be
        asked; one that cannot find the payment gives nothing back (DECLINED). NOT_SENT for a mark of another terminal.
        `request` names this reversal; its `amount` is what the terminal's answer is compared with, 0 for no comparison.
        """
        header = self._line.header(nexo_message.REVERSAL, request.service_id)
        body = nexo_requests.reversal_body(
            handle, handle_time, amount, request.currency, request.sale_reference, request.requested_at
        )
        given = amount if amount is not None else request.amount or None
        return self._money(
            header, body, lambda answer: nexo_result.reversal_result(answer, given, request.currency), request.mark
        )

    def close(self) -> None:
        """Break what runs (it ends UNKNOWN) and send nothing more."""
        self._line.close()

    # -- without money -----------------------------------------------------------------------------

    def display(self, lines: tuple[str, ...], seconds: int, service_id: str) -> bool:
        """Show lines on the terminal's screen for `seconds`; False when it could not, or is in a dialogue."""
        body = nexo_requests.display_body(lines, seconds)
        answer = self._device(self._line.header(nexo_message.DISPLAY, service_id), body, 0.0)
        return answer is not None and nexo_device.was_shown(answer)

    def ask(self, lines: tuple[str, ...], choices: tuple[str, ...], seconds: int, service_id: str) -> TerminalAnswer:
        """Ask yes or no, or one of at most 15 `choices`; raises `DeviceMisused` for what cannot be asked."""
        if choices:
            body = nexo_requests.menu_body(lines, choices, seconds)
        else:
            body = nexo_requests.confirmation_body(lines, seconds)
        patience = seconds + self._settings.status_timeout
        answer = self._device(self._line.header(nexo_message.INPUT, service_id), body, patience)
        if answer is None:
            return TerminalAnswer(Answer.NONE, message="The terminal could not ask.")
        return nexo_device.shopper_answer(answer, len(choices))

    def print_lines(self, lines: tuple[str, ...], service_id: str) -> bool:
        """Print lines on the terminal's printer; False when they did not come out."""
        answer = self._device(self._line.header(nexo_message.PRINT, service_id), nexo_requests.print_body(lines), 0.0)
        return answer is not None and nexo_device.was_printed(answer)

    def read_token(self, request: MoneyRequest, on_news: OnNews) -> CardToken:
        """Read a card for the token of its holder, and end the acquisition so that nothing is charged."""
        header = self._line.header(nexo_message.CARD_ACQUISITION, request.service_id)
        body = nexo_requests.card_acquisition_body(request.sale_reference, request.requested_at)
        with self._line.dialogue(self._settings.status_timeout) as free:
            if not free:
                return CardToken(message=_BUSY)
            try:
                answer = self._line.send_once(header, body, lambda: _tell(on_news, TerminalEvent.WAITING_FOR_CARD))
                token = nexo_device.card_token(answer)
            except NotSent as unreached:
                return CardToken(message=str(unreached))
            except (DeviceOffline, DeviceGarbled) as silent:
                self._abort_acquisition(header)
                token = CardToken(message=str(silent))
            self._end_acquisition()
        _tell(on_news, TerminalEvent.FINAL)
        return token

    # -- how ---------------------------------------------------------------------------------------

    def _card_presented(
        self,
        body: JsonObject,
        request: MoneyRequest,
        on_news: OnNews,
        read: Callable[[JsonObject], TerminalResult],
    ) -> TerminalResult:
        header = self._line.header(nexo_message.PAYMENT, request.service_id)
        result = self._money(header, body, read, request.mark, lambda: _tell(on_news, TerminalEvent.WAITING_FOR_CARD))
        if result.outcome is not Outcome.UNKNOWN:
            _tell(on_news, TerminalEvent.FINAL)
        return result

    def _money(
        self,
        header: NexoHeader,
        body: JsonObject,
        read: Callable[[JsonObject], TerminalResult],
        written: str,
        on_written: Callable[[], None] | None = None,
    ) -> TerminalResult:
        """Send what may move money, unless the mark that was `written` down with it is another terminal's."""
        complaint = nexo_mark.elsewhere(written, self._own)
        if complaint:
            result = TerminalResult(Outcome.NOT_SENT, message=complaint)
        else:
            result = self._sent(header, body, read, on_written)
        return replace(result, mark=self._own.text())

    def _sent(
        self,
        header: NexoHeader,
        body: JsonObject,
        read: Callable[[JsonObject], TerminalResult],
        on_written: Callable[[], None] | None,
    ) -> TerminalResult:
        with self._line.dialogue(self._settings.status_timeout) as free:
            if not free:
                return TerminalResult(Outcome.BUSY, message=_BUSY)
            try:
                return self._named(read(self._line.send_once(header, body, on_written)))
            except NotSent as unreached:
                return TerminalResult(Outcome.NOT_SENT, message=str(unreached))
            except nexo_message.TerminalRejected as rejected:
                # An id goes out once only, so an authentic notice means: nothing ran.
                outcome = Outcome.UNAVAILABLE if rejected.first_hand else Outcome.UNKNOWN
                return TerminalResult(outcome, reason="Reject", message=str(rejected))
            except (DeviceOffline, DeviceGarbled) as doubtful:
                return TerminalResult(Outcome.UNKNOWN, message=str(doubtful))

    def _named(self, result: TerminalResult) -> TerminalResult:
        # The header of an accepted answer is that of the configured terminal.
        return replace(result, terminal_id=self._settings.poi_id)

    def _device(self, header: NexoHeader, body: JsonObject, patience: float) -> JsonObject | None:
        """The answer to a request without money, None when there is none or another dialogue runs."""
        with self._line.dialogue() as free:
            if not free:
                return None
            try:
                return self._line.ask(header, body, patience)
            except (DeviceOffline, DeviceGarbled):
                return None

    def _abort_acquisition(self, acquisition: NexoHeader) -> None:
        body = nexo_requests.abort_body(self._settings.sale_id, acquisition.service_id, acquisition.category)
        with contextlib.suppress(DeviceError):
            self._line.tell(self._line.header(nexo_message.ABORT), body)

    def _end_acquisition(self) -> None:
        """After an acquisition the terminal waits for a payment until it is told that none comes."""
        with contextlib.suppress(DeviceError):
            self._line.ask(self._line.header(nexo_message.ENABLE_SERVICE), nexo_requests.end_acquisition_body())


def _tell(on_news: OnNews, event: TerminalEvent) -> None:
    with contextlib.suppress(Exception):  # a screen's fault must not cost the answer
        on_news(TerminalNews(event))
