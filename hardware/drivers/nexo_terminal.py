"""Speak to a card terminal over the nexo local protocol (the JSON profile of Adyen terminals)."""

import contextlib
import re
import secrets
import string
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from hardware.codecs import nexo_message, nexo_result
from hardware.codecs.nexo_envelope import NexoKey
from hardware.codecs.nexo_json import JsonObject
from hardware.codecs.nexo_message import NexoHeader
from hardware.errors import DeviceGarbled, DeviceMisused, DeviceOffline
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
from hardware.transports.tls_http import NotSent, TlsHttpLink, WrongCertificate, split_address

_CERTIFICATE_NAME = re.compile(
    r"(?:(?P<poi_id>[A-Za-z0-9+_]+-[0-9A-Za-z]+)|legacy-terminal-certificate)\.(?:test|live)\.terminal\.adyen\.com"
)
_REMEMBERED = 64


class MessageLink(Protocol):
    """Carries one message to the terminal and its answer back; raises `NotSent` or `NoAnswer`."""

    def post(self, body: bytes, timeout: float, on_written: Callable[[], None] | None = None) -> bytes: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class NexoSettings:
    """How to find and trust one terminal; raises `DeviceMisused` that names the wrong setting.

    `address` is host or host:port (8443), `poi_id` the terminal's model-serial, `sale_id` this
    register's name. Messages are sealed with the key of `passphrase`, `key_identifier` and
    `key_version`; answers under one of `previous_keys` are believed too, while keys change.
    Timeouts are seconds; a payment's must be longer than the 120 s after which the terminal gives up.
    """

    address: str
    poi_id: str
    sale_id: str
    passphrase: str = field(repr=False)
    key_identifier: str
    key_version: int
    root_certificate: Path
    previous_keys: tuple[NexoKey, ...] = ()
    connect_timeout: float = 3.0
    payment_timeout: float = 150.0
    status_timeout: float = 20.0

    def __post_init__(self) -> None:
        split_address(self.address, 8443)
        if not re.fullmatch(r"[A-Za-z0-9+_]+-[0-9A-Za-z]+", self.poi_id):
            raise DeviceMisused(f"poi_id is the terminal's model-serial, like V400m-324688179, not {self.poi_id!r}.")
        if not self.sale_id or not self.sale_id.isprintable():
            raise DeviceMisused("sale_id names this register at the terminal and must not be empty.")
        references = [(key.identifier, key.version) for key in self.keys()]
        if len(set(references)) != len(references):
            raise DeviceMisused("Each terminal key needs its own key_identifier and key_version.")
        if min(self.connect_timeout, self.payment_timeout, self.status_timeout) <= 0:
            raise DeviceMisused("Timeouts of the terminal are seconds greater than 0.")

    def keys(self) -> tuple[NexoKey, ...]:
        """The key to send with, then those that are still believed."""
        return (NexoKey(self.key_identifier, self.key_version, self.passphrase), *self.previous_keys)


def certificate_complaint(common_name: str, poi_id: str) -> str:
    """Say what is wrong with the name in a terminal's certificate, or "" when it is the terminal `poi_id`."""
    match = _CERTIFICATE_NAME.fullmatch(common_name)
    if match is None:
        return f"The certificate is not that of a payment terminal (its name is {common_name[:80]!r})."
    named = match.group("poi_id")
    if named is not None and named != poi_id:
        return f"The certificate is that of the terminal {named}, but {poi_id} is configured."
    return ""


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
        self._keys = settings.keys()
        self._link = link or TlsHttpLink(
            settings.address,
            "/nexo",
            settings.root_certificate,
            lambda name: certificate_complaint(name, settings.poi_id),
            settings.connect_timeout,
        )
        self._nonce = nonce
        self._clock = clock
        self._dialogue = threading.Lock()
        self._sent: OrderedDict[str, None] = OrderedDict()

    @property
    def settings(self) -> NexoSettings:
        """What it was made with."""
        return self._settings

    def capabilities(self) -> TerminalCapabilities:
        """What this driver can be asked for."""
        return TerminalCapabilities(
            partial_approval=True,
            reversal_by_reference=True,
            status_by_reference=True,
            refund_without_card=True,
            partial_reversal=True,
        )

    def health(self) -> HealthReport:
        """Ask the terminal how it is; BUSY without asking while a dialogue of ours runs."""
        if not self._dialogue.acquire(blocking=False):
            return HealthReport(TerminalHealth.BUSY, "A payment is running on this terminal.")
        try:
            started = self._clock()
            body = self._asked(self._header(nexo_message.DIAGNOSIS, self._own_service_id()), _HOST_CHECK)
            return nexo_result.diagnosis_report(body, (self._clock() - started) * 1000)
        except WrongCertificate as stranger:
            return HealthReport(TerminalHealth.WRONG_CERTIFICATE, str(stranger))
        except DeviceOffline as silent:
            return HealthReport(TerminalHealth.UNREACHABLE, str(silent))
        except DeviceGarbled as garbled:
            advice = "Check that key identifier, key version and passphrase are those of the back office."
            return HealthReport(TerminalHealth.NEEDS_ATTENTION, f"{garbled} {advice}")
        finally:
            self._dialogue.release()

    def authorise(self, request: MoneyRequest, on_news: Callable[[TerminalNews], None]) -> TerminalResult:
        """Ask for a payment and wait for its end.

        Raises `DeviceMisused` before anything is sent for an amount, currency or id that cannot be sent
        and for an id that was sent before.
        """
        if request.wallet_code or request.months:
            raise DeviceMisused("This terminal takes no wallet code and no instalments.")
        header = self._header(nexo_message.PAYMENT, request.service_id)
        body = nexo_message.payment_body(
            request.amount,
            request.currency,
            request.sale_reference,
            request.requested_at,
            request.language,
            request.allow_partial,
        )

        def tell(event: TerminalEvent) -> None:
            with contextlib.suppress(Exception):  # a screen's fault must not cost the answer
                on_news(TerminalNews(event))

        result = self._money(
            header,
            body,
            lambda answer: nexo_result.payment_result(answer, request),
            lambda: tell(TerminalEvent.WAITING_FOR_CARD),
        )
        if result.outcome is not Outcome.UNKNOWN:
            tell(TerminalEvent.FINAL)
        return result

    def abort(self, running_service_id: str, service_id: str) -> bool:
        """Ask to stop a running payment; may be called from another thread while `authorise` waits."""
        header = self._header(nexo_message.ABORT, service_id)
        body = nexo_message.abort_body(self._settings.sale_id, running_service_id)
        try:
            answer = self._posted(header, body, self._settings.status_timeout)
            if answer.strip():
                # Anything but the empty receipt of 2.4 is taken note of only when it is authentic.
                nexo_message.accept_answer(answer, header, self._keys)
        except (DeviceOffline, DeviceGarbled):
            return False
        return True

    def status(self, original: OriginalRequest, service_id: str) -> TerminalStatus:
        """Ask what became of an earlier request of this register; what is found is compared with `original`."""
        if not self._dialogue.acquire(timeout=self._settings.status_timeout):
            return TerminalStatus(StatusOutcome.IN_PROGRESS, message="A request of ours is still running.")
        category = nexo_message.REVERSAL if original.operation is Operation.REVERSAL else nexo_message.PAYMENT
        try:
            header = self._header(category, original.service_id)
            question = nexo_message.status_body(self._settings.sale_id, original.service_id, category)
            body = self._asked(self._header(nexo_message.STATUS, service_id), question)
            return nexo_result.status_answer(body, header, original)
        except (DeviceOffline, DeviceGarbled) as silent:
            return TerminalStatus(StatusOutcome.UNREACHABLE, message=str(silent))
        finally:
            self._dialogue.release()

    def reverse(self, handle: str, handle_time: str, amount: int | None, request: MoneyRequest) -> TerminalResult:
        """Give back a payment by the reference the terminal gave it; no card is needed.

        `request` names this reversal (its service id and reference); its `amount` is not used.
        """
        header = self._header(nexo_message.REVERSAL, request.service_id)
        body = nexo_message.reversal_body(
            handle, handle_time, amount, request.currency, request.sale_reference, request.requested_at
        )
        return self._money(
            header,
            body,
            lambda answer: nexo_result.reversal_result(answer, amount, request.currency),
            None,
        )

    def close(self) -> None:
        """Break what runs (it ends UNKNOWN) and send nothing more."""
        self._link.close()

    def _money(
        self,
        header: NexoHeader,
        body: JsonObject,
        read: Callable[[JsonObject], TerminalResult],
        on_written: Callable[[], None] | None,
    ) -> TerminalResult:
        if not self._dialogue.acquire(timeout=self._settings.status_timeout):
            return TerminalResult(Outcome.BUSY, message="Another request to this terminal is still running.")
        try:
            self._remember(header)
            octets = self._posted(header, body, self._settings.payment_timeout, on_written)
            return read(nexo_message.accept_answer(octets, header, self._keys))
        except NotSent as unreached:
            del self._sent[header.service_id]
            return TerminalResult(Outcome.NOT_SENT, message=str(unreached))
        except nexo_message.TerminalRejected as rejected:
            # `_remember` let this id out once only, so an authentic notice means: nothing ran.
            outcome = Outcome.UNAVAILABLE if rejected.first_hand else Outcome.UNKNOWN
            return TerminalResult(outcome, reason="Reject", message=str(rejected))
        except (DeviceOffline, DeviceGarbled) as doubtful:
            return TerminalResult(Outcome.UNKNOWN, message=str(doubtful))
        finally:
            self._dialogue.release()

    def _asked(self, header: NexoHeader, body: JsonObject) -> JsonObject:
        octets = self._posted(header, body, self._settings.status_timeout)
        return nexo_message.accept_answer(octets, header, self._keys)

    def _posted(
        self,
        header: NexoHeader,
        body: JsonObject,
        timeout: float,
        on_written: Callable[[], None] | None = None,
    ) -> bytes:
        message = nexo_message.sealed_request(header, body, self._keys[0], self._nonce(16))
        return self._link.post(message, timeout, on_written)

    def _header(self, category: str, service_id: str) -> NexoHeader:
        return NexoHeader(category, service_id, self._settings.sale_id, self._settings.poi_id)

    def _own_service_id(self) -> str:
        """An id for a question without money in it; H first, so that no counter meets it."""
        signs = string.ascii_uppercase + string.digits
        return "H" + "".join(signs[octet % len(signs)] for octet in self._nonce(9))

    def _remember(self, header: NexoHeader) -> None:
        """Never let one id out twice (5, rule 2)."""
        if header.service_id in self._sent:
            raise DeviceMisused(
                f"The request {header.service_id} was sent before; ask for its status, or take a new id."
            )
        self._sent[header.service_id] = None
        while len(self._sent) > _REMEMBERED:
            self._sent.popitem(last=False)


_HOST_CHECK: JsonObject = {"HostDiagnosisFlag": True}
