"""How a simulated terminal speaks: sealed answers, rejections, and answers spoiled on purpose."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from hardware.codecs.nexo_amount import to_minor_units
from hardware.codecs.nexo_envelope import NexoKey
from hardware.codecs.nexo_json import JsonObject, write_json
from hardware.codecs.nexo_message import REQUEST_ROOT, RESPONSE_ROOT, sealed_message
from hardware.simulators import nexo_bodies as bodies
from hardware.simulators.nexo_bodies import PaymentAsked, Tender
from hardware.simulators.nexo_ledger import EndedRequest, RequestKey
from hardware.simulators.nexo_line import Reply
from hardware.simulators.nexo_script import FAILURES, Script, Scripted
from hardware.simulators.terminal_ledger import Kind, LedgerEntry

Earlier = tuple[RequestKey, EndedRequest] | None


def end_of_payment(
    key: RequestKey, asked: PaymentAsked, tender: Tender, stopped: str, script: Script
) -> tuple[JsonObject, LedgerEntry | None]:
    """The answer to a payment and the charge it made, if any; `stopped` is Aborted, Cancel or ""."""
    outcome = script.outcome
    if stopped:
        return bodies.failed_body(asked, tender, stopped, "Payment stopped"), None
    if outcome in FAILURES:
        return bodies.failed_body(asked, tender, *FAILURES[outcome]), None
    if outcome is Scripted.FORGED_SUCCESS:
        return bodies.failed_body(asked, tender, "Aborted", "Nobody asked the terminal"), None
    charged, currency = asked.amount, asked.currency
    if outcome is Scripted.PARTIAL:
        charged = script.amount or max(1, asked.amount // 2)
    elif outcome is Scripted.WRONG_AMOUNT:
        charged = script.amount or asked.amount + 1
    elif outcome is Scripted.WRONG_CURRENCY:
        currency = "JPY" if asked.currency != "JPY" else "KRW"
    body = bodies.charged_body(
        asked,
        tender,
        charged,
        currency,
        signature=outcome is Scripted.SIGNATURE,
        leaks_card=outcome is Scripted.CARD_NUMBER,
    )
    if outcome is Scripted.WRONG_AMOUNT:
        body["Response"]["Result"] = "Success"
    kind: Kind = "refund" if asked.refund else "charge"
    return body, movement(kind, tender.handle, charged, currency, key, asked, tender.at)


def end_of_reversal(
    key: RequestKey,
    asked: PaymentAsked,
    tender: Tender,
    original: str,
    left: tuple[int, str] | None,
    wish: object,
    script: Script,
) -> tuple[JsonObject, LedgerEntry | None]:
    """The answer to a reversal of `original`, of which `left` (amount, currency) was not given back yet.

    `wish` is the amount asked for as it stood in the message, None for all that is left.
    """
    if left is None:
        return {"Response": bodies.failure("NotFound", "Original payment not found")}, None
    if script.outcome in FAILURES:
        return {"Response": bodies.failure(*FAILURES[script.outcome])}, None
    most, currency = left
    amount = most if wish is None else to_minor_units(wish, currency)
    if not 0 < amount <= most:
        return {"Response": bodies.failure("NotAllowed", "More than is left to give back")}, None
    if script.outcome is Scripted.WRONG_AMOUNT:
        amount = script.amount or max(1, amount // 2)
    body = bodies.reversed_body(asked, tender, amount, currency)
    return body, movement("reversal", original, amount, currency, key, asked, tender.at)


def movement(
    kind: Kind, handle: str, amount: int, currency: str, key: RequestKey, asked: PaymentAsked, at: str
) -> LedgerEntry:
    """A line of the ledger for the request `key`."""
    return LedgerEntry(kind, handle, amount, currency, key[1], asked.sale_reference, at)


@dataclass(frozen=True, slots=True)
class Voice:
    """Seals what the terminal `poi_id` says with `key`."""

    poi_id: str
    key: NexoKey

    def sealed(self, header: JsonObject, body: JsonObject) -> Reply:
        """The authentic answer to the request that had `header`."""
        name = f"{header['MessageCategory']}Response"
        answering = header | {"MessageType": "Response"}
        return self._message(RESPONSE_ROOT, answering, name, body)

    def reject(self, header: JsonObject, detail: str) -> Reply:
        """An authentic notice that the request with `header` was not processed."""
        notice = header | {"MessageClass": "Event", "MessageCategory": "Event", "MessageType": "Notification"}
        return self._message(REQUEST_ROOT, notice, "EventNotification", _rejection(detail))

    def clear_reject(self, detail: str) -> Reply:
        """The same in clear text, for a sender who does not have the key."""
        header = {"MessageClass": "Event", "MessageCategory": "Event", "POIID": self.poi_id}
        notice = {"MessageHeader": header, "EventNotification": _rejection(detail)}
        return Reply(write_json({REQUEST_ROOT: notice}))

    def spoiled(self, header: JsonObject, body: JsonObject, outcome: Scripted, earlier: Earlier = None) -> Reply:
        """The answer, or what becomes of it on a bad line; `earlier` is the answer before this."""
        if outcome is Scripted.LOST:
            return Reply(None)
        if outcome is Scripted.HTTP_ERROR:
            return Reply(b"upstream failure", status=502)
        if outcome is Scripted.FORGED_SUCCESS:
            answering = header | {"MessageType": "Response"}
            success = {"MessageHeader": answering, "PaymentResponse": {"Response": {"Result": "Success"}}}
            return Reply(write_json({RESPONSE_ROOT: success}))
        if outcome is Scripted.OTHER_ATTEMPT and earlier is not None:
            (_sale_id, service_id), ended = earlier
            header, body = header | {"ServiceID": service_id}, ended.body
        elif outcome in (Scripted.WRONG_SERVICE_ID, Scripted.OTHER_ATTEMPT):
            header = header | {"ServiceID": "X" + str(header["ServiceID"])[:9]}
        reply = self.sealed(header, body)
        octets = reply.body or b""
        if outcome is Scripted.TWICE:
            return Reply(octets, times=2)
        if outcome is Scripted.GARBLED:
            return Reply(octets[: len(octets) // 2])
        if outcome is Scripted.BAD_MAC:
            mark = octets.index(b'"NexoBlob":"') + 12
            other = b"B" if octets[mark : mark + 1] == b"A" else b"A"
            return Reply(octets[:mark] + other + octets[mark + 1 :])
        return reply

    def _message(self, root: str, header: JsonObject, name: str, body: JsonObject) -> Reply:
        return Reply(sealed_message(root, header, name, body, self.key, secrets.token_bytes(16)))


def _rejection(detail: str) -> JsonObject:
    details = bodies.failure("", detail)["AdditionalResponse"]
    at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"EventToNotify": "Reject", "EventDetails": details, "TimeStamp": at}
