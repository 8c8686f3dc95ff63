"""Compose nexo requests and accept only the answer that belongs to them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from hardware.codecs import nexo_envelope
from hardware.codecs.card_masking import mask_card_numbers
from hardware.codecs.nexo_form import form_fields
from hardware.codecs.nexo_json import JsonObject, part, read_json_object, text, write_json
from hardware.errors import DeviceGarbled, DeviceMisused

PAYMENT: Final = "Payment"
REVERSAL: Final = "Reversal"
STATUS: Final = "TransactionStatus"
ABORT: Final = "Abort"
DIAGNOSIS: Final = "Diagnosis"
CARD_ACQUISITION: Final = "CardAcquisition"
ENABLE_SERVICE: Final = "EnableService"
DISPLAY: Final = "Display"
INPUT: Final = "Input"
PRINT: Final = "Print"
REQUEST_ROOT: Final = "SaleToPOIRequest"
RESPONSE_ROOT: Final = "SaleToPOIResponse"
_OF_DEVICE = frozenset({DISPLAY, INPUT, PRINT})
_HEADER_NAMES = (
    "ProtocolVersion",
    "MessageClass",
    "MessageCategory",
    "MessageType",
    "SaleID",
    "ServiceID",
    "POIID",
)


@dataclass(frozen=True, slots=True)
class NexoHeader:
    """Who asks whom for what: the register `sale_id`, the terminal `poi_id`, this one request `service_id`.

    Raises `DeviceMisused` when the service id is not 1 to 10 letters or digits.
    """

    category: str
    service_id: str
    sale_id: str
    poi_id: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Za-z0-9]{1,10}", self.service_id):
            raise DeviceMisused(f"A ServiceID is 1 to 10 letters or digits, not {self.service_id!r}.")

    def as_json(self, message_type: str = "Request") -> JsonObject:
        """The MessageHeader of a request, or of its answer."""
        kind = "Device" if self.category in _OF_DEVICE else "Service"
        values = ("3.0", kind, self.category, message_type, self.sale_id, self.service_id, self.poi_id)
        return dict(zip(_HEADER_NAMES, values, strict=True))


class TerminalRejected(DeviceGarbled):
    """The terminal did not process the message as sent (`EventNotification` Reject).

    `first_hand` is True only when the notice is authentic and names this very request.
    """

    def __init__(self, detail: str, first_hand: bool) -> None:
        super().__init__(f"The terminal rejected the message: {detail or 'no reason given'}")
        self.first_hand = first_hand


def sealed_request(header: NexoHeader, body: JsonObject, key: nexo_envelope.NexoKey, nonce: bytes) -> bytes:
    """The bytes of a complete secured request."""
    return sealed_message(REQUEST_ROOT, header.as_json(), f"{header.category}Request", body, key, nonce)


def sealed_message(
    root: str, header: JsonObject, body_name: str, body: JsonObject, key: nexo_envelope.NexoKey, nonce: bytes
) -> bytes:
    """The bytes of any secured message: `root` holds a header and a body under `body_name`."""
    plaintext = write_json({root: {"MessageHeader": header, body_name: body}})
    return write_json({root: nexo_envelope.seal(plaintext, header, key, nonce)})


def open_message(octets: bytes, keys: Iterable[nexo_envelope.NexoKey]) -> tuple[str, JsonObject]:
    """Give the root name and authentic content of a secured message.

    Raises `NotAuthentic` for clear text, any cryptographic fault, and an outer header that is not
    the protected inner one; `DeviceGarbled` when there is no message at all.
    """
    root, secured = _rooted(read_json_object(octets))
    inner_root, content = _rooted(read_json_object(nexo_envelope.open_sealed(secured, keys)))
    # The outer header is outside the MAC: whoever changed it wants somebody to decide on it.
    if inner_root != root or secured.get("MessageHeader") != content.get("MessageHeader"):
        raise nexo_envelope.NotAuthentic
    return root, content


def accept_answer(octets: bytes, request: NexoHeader, keys: Iterable[nexo_envelope.NexoKey]) -> JsonObject:
    """Give the body of the authentic answer to `request`.

    Raises `TerminalRejected` for a rejection notice, `NotAuthentic` for a forgery (a clear-text
    success included) and `DeviceGarbled` for an answer to something else or no answer at all.
    """
    try:
        root, content = open_message(octets, keys)
    except nexo_envelope.NotAuthentic:
        _raise_clear_text_notice(octets)
        raise
    if root == REQUEST_ROOT and "EventNotification" in content:
        raise TerminalRejected(_notice(content), first_hand=_is_reject_of(content, request))
    if root != RESPONSE_ROOT or not answers(part(content, "MessageHeader"), request):
        raise DeviceGarbled("The terminal answered to another request than ours; its answer was not used.")
    body = content.get(f"{request.category}Response")
    if not isinstance(body, dict):
        raise DeviceGarbled(f"The terminal's answer has no {request.category}Response.")
    return body


def answers(header: JsonObject, request: NexoHeader) -> bool:
    """Tell whether a header is that of the response to `request`."""
    wanted = request.as_json("Response")
    return all(header.get(name) == wanted[name] for name in _HEADER_NAMES if name != "ProtocolVersion")


def _rooted(document: JsonObject) -> tuple[str, JsonObject]:
    for root in (REQUEST_ROOT, RESPONSE_ROOT):
        content = document.get(root)
        if len(document) == 1 and isinstance(content, dict):
            return root, content
    raise DeviceGarbled("The terminal sent JSON that is not a nexo message.")


def _raise_clear_text_notice(octets: bytes) -> None:
    """A rejection in clear text may be shown to staff, but it proves nothing."""
    content = _rooted(read_json_object(octets))[1]
    if "NexoBlob" in content:
        return
    if text(content, "EventNotification", "EventToNotify") == "Reject":
        raise TerminalRejected(_notice(content), first_hand=False)


def _notice(content: JsonObject) -> str:
    details = text(content, "EventNotification", "EventDetails")
    return mask_card_numbers(form_fields(details).get("message", details))[0][:300]


def _is_reject_of(content: JsonObject, request: NexoHeader) -> bool:
    header = part(content, "MessageHeader")
    wanted = {"ServiceID": request.service_id, "SaleID": request.sale_id, "POIID": request.poi_id}
    named = all(header.get(name) == value for name, value in wanted.items())
    return named and text(content, "EventNotification", "EventToNotify") == "Reject"
