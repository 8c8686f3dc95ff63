"""One dialogue at a time with a nexo terminal: sealed requests out, only the answers to them in."""

import contextlib
import secrets
import string
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Protocol

from hardware.codecs import nexo_message
from hardware.codecs.nexo_json import JsonObject
from hardware.codecs.nexo_message import NexoHeader
from hardware.drivers.nexo_settings import NexoSettings, certificate_complaint
from hardware.errors import DeviceMisused
from hardware.transports.tls_http import NotSent, TlsHttpLink

_REMEMBERED = 64


class MessageLink(Protocol):
    """Carries one message to the terminal and its answer back; raises `NotSent` or `NoAnswer`."""

    def post(self, body: bytes, timeout: float, on_written: Callable[[], None] | None = None) -> bytes: ...

    def close(self) -> None: ...


class NexoLine:
    """Seals and sends, lets no id of a money request out twice, and keeps dialogues apart.

    `link` and `nonce` are the outside world: the line, and 16 random bytes.
    """

    def __init__(
        self,
        settings: NexoSettings,
        link: MessageLink | None = None,
        nonce: Callable[[int], bytes] = secrets.token_bytes,
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
        self._dialogue = threading.Lock()
        self._sent: OrderedDict[str, None] = OrderedDict()
        self._running: NexoHeader | None = None

    @contextlib.contextmanager
    def dialogue(self, wait: float = 0.0) -> Iterator[bool]:
        """Take part in the one dialogue at a time; gives False when another one still runs after `wait` seconds."""
        taken = self._dialogue.acquire(timeout=wait) if wait > 0 else self._dialogue.acquire(blocking=False)
        try:
            yield taken
        finally:
            if taken:
                self._dialogue.release()

    def header(self, category: str, service_id: str | None = None) -> NexoHeader:
        """The header of a request; without an id it gets one that no counter of the register meets."""
        settings = self._settings
        named = self._own_service_id() if service_id is None else service_id
        return NexoHeader(category, named, settings.sale_id, settings.poi_id)

    def send_once(
        self, header: NexoHeader, body: JsonObject, on_written: Callable[[], None] | None = None
    ) -> JsonObject:
        """Send what may move money and wait for its end; raises `DeviceMisused` for an id that went out before.

        Raises `NotSent` when nothing left (the id may be used again), else `DeviceOffline` or `DeviceGarbled`.
        """
        if header.service_id in self._sent:
            raise DeviceMisused(
                f"The request {header.service_id} was sent before; ask for its status, or take a new id."
            )
        self._sent[header.service_id] = None
        while len(self._sent) > _REMEMBERED:
            self._sent.popitem(last=False)
        try:
            return self.ask(header, body, self._settings.payment_timeout, on_written)
        except NotSent:
            self._sent.pop(header.service_id, None)
            raise

    def sent(self, service_id: str) -> bool:
        """Whether this line itself sent what may move money under an id; the last 64 are remembered."""
        return service_id in self._sent

    def ask(
        self,
        header: NexoHeader,
        body: JsonObject,
        timeout: float = 0.0,
        on_written: Callable[[], None] | None = None,
    ) -> JsonObject:
        """Send a request and give the body of its authentic answer; within the status timeout unless one is given."""
        self._running = header
        try:
            octets = self._posted(header, body, timeout or self._settings.status_timeout, on_written)
        finally:
            self._running = None
        return nexo_message.accept_answer(octets, header, self._keys)

    def tell(self, header: NexoHeader, body: JsonObject) -> None:
        """Send what is answered by an empty receipt; anything else counts only when it is authentic."""
        octets = self._posted(header, body, self._settings.status_timeout)
        if octets.strip():
            nexo_message.accept_answer(octets, header, self._keys)

    def running_category(self, service_id: str) -> str:
        """What runs under an id of ours; a payment where that is not known."""
        running = self._running
        return running.category if running and running.service_id == service_id else nexo_message.PAYMENT

    def close(self) -> None:
        """Break what runs and send nothing more."""
        self._link.close()

    def _posted(
        self, header: NexoHeader, body: JsonObject, timeout: float, on_written: Callable[[], None] | None = None
    ) -> bytes:
        message = nexo_message.sealed_request(header, body, self._keys[0], self._nonce(16))
        return self._link.post(message, timeout, on_written)

    def _own_service_id(self) -> str:
        signs = string.ascii_uppercase + string.digits
        return "H" + "".join(signs[octet % len(signs)] for octet in self._nonce(9))
