"""Requests are composed as recorded, and only the answer to our own request is taken."""

from decimal import Decimal
from typing import Any

import pytest

from hardware.codecs import nexo_message
from hardware.codecs.nexo_envelope import NexoKey, NotAuthentic
from hardware.codecs.nexo_json import write_json
from hardware.codecs.nexo_message import (
    REQUEST_ROOT,
    RESPONSE_ROOT,
    NexoHeader,
    TerminalRejected,
    accept_answer,
    open_message,
    sealed_message,
    sealed_request,
)
from hardware.errors import DeviceGarbled, DeviceMisused
from tests.hardware.codecs.nexo_corpus import corpus, dialogue, terminal_key, terminal_messages

_KEY = NexoKey("mykey", 1, "mysupersecretpassphrase")
_NONCE = bytes(16)
_HEADER = NexoHeader("Payment", "7100001", "KIOSK01", "V400m-324688179")


def _answer(body: Any, root: str = RESPONSE_ROOT, name: str = "PaymentResponse", **changes: str) -> bytes:
    header = _HEADER.as_json("Response") | changes
    return sealed_message(root, header, name, body, _KEY, _NONCE)


def _recorded(name: str, index: int = 0) -> Any:
    return dialogue(name)[index]["plaintext"][REQUEST_ROOT]


def test_a_payment_is_asked_as_recorded() -> None:
    recorded = _recorded("approve_krw")
    body = nexo_message.payment_body(12800, "KRW", "S-5550002", "2026-03-01T10:15:30.000Z", "", False)

    assert body == recorded["PaymentRequest"]
    header = NexoHeader("Payment", "5550002", "KIOSK01", "V400m-324688179")
    assert header.as_json() == recorded["MessageHeader"]


def test_a_partial_approval_is_allowed_as_recorded_and_the_language_said() -> None:
    body = nexo_message.payment_body(500, "EUR", "S-5550004", "2026-03-01T10:15:30.000Z", "ko", True)

    assert body["SaleData"] == _recorded("partial")["PaymentRequest"]["SaleData"]
    assert body["PaymentTransaction"]["TransactionConditions"] == {"CustomerLanguage": "ko"}


def test_an_abort_and_a_status_question_are_asked_as_recorded() -> None:
    assert nexo_message.abort_body("KIOSK01", "5550012") == _recorded("abort", 1)["AbortRequest"]
    question = nexo_message.status_body("KIOSK01", "5550005", "Payment")
    recorded = _recorded("lost_response_found", 2)["TransactionStatusRequest"]
    assert question["MessageReference"] == recorded["MessageReference"]
    assert question["ReceiptReprintFlag"] is True


def test_a_reversal_names_the_original_as_recorded() -> None:
    case = next(c for c in corpus("nexo_crypto_vectors.json")["cases"] if c["name"] == "reversal_full")
    at = "2026-03-01T10:15:42.000Z"
    body = nexo_message.reversal_body("BV0q001611222452000.8815658977098900", at, None, "EUR", "R-1", at)

    del body["SaleData"]
    assert write_json(body).decode() in case["plaintext_utf8"]
    part = nexo_message.reversal_body("BV0q.88", at, 250, "EUR", "R-1", at)
    assert part["ReversedAmount"] == Decimal("2.5")
    assert part["SaleData"]["SaleToAcquirerData"] == "currency=EUR"


def test_a_reversal_without_its_payment_is_our_fault() -> None:
    with pytest.raises(DeviceMisused, match="reference"):
        nexo_message.reversal_body("", "", None, "KRW", "R-1", "2026-03-01T10:15:30.000Z")


@pytest.mark.parametrize("service_id", ["", "12345678901", "a b", "1-2", "ä", "１２"])
def test_a_service_id_is_one_to_ten_letters_or_digits(service_id: str) -> None:
    with pytest.raises(DeviceMisused, match="ServiceID"):
        NexoHeader("Payment", service_id, "KIOSK01", "V400m-324688179")


def test_our_own_request_opens_again() -> None:
    root, content = open_message(sealed_request(_HEADER, {"a": 1}, _KEY, _NONCE), [_KEY])

    assert root == REQUEST_ROOT
    assert content == {"MessageHeader": _HEADER.as_json(), "PaymentRequest": {"a": 1}}


@pytest.mark.parametrize("message", terminal_messages(), ids=lambda message: str(message["name"]))
def test_answers_of_real_terminals_are_accepted_for_their_request_only(message: dict[str, Any]) -> None:
    header = message["secured"]["MessageHeader"]
    request = NexoHeader("Payment", header["ServiceID"], header["SaleID"], header["POIID"])
    octets = write_json({RESPONSE_ROOT: message["secured"]})
    keys = [terminal_key(message)]

    assert accept_answer(octets, request, keys)["Response"]["Result"] == "Success"
    with pytest.raises(DeviceGarbled, match="another request"):
        accept_answer(octets, NexoHeader("Payment", "1", header["SaleID"], header["POIID"]), keys)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MessageCategory", "Reversal"),
        ("ServiceID", "7100002"),
        ("SaleID", "KIOSK02"),
        ("POIID", "V400m-324688180"),
        ("MessageType", "Request"),
        ("MessageType", "Notification"),
        ("MessageClass", "Device"),
    ],
)
def test_an_authentic_answer_to_something_else_is_not_ours(name: str, value: str) -> None:
    """T-12: a replayed approval of another sale is authentic and still not taken."""
    with pytest.raises(DeviceGarbled, match="another request"):
        accept_answer(_answer({}, **{name: value}), _HEADER, [_KEY])


def test_a_request_root_does_not_answer() -> None:
    with pytest.raises(DeviceGarbled, match="another request"):
        accept_answer(_answer({}, root=REQUEST_ROOT), _HEADER, [_KEY])


def test_an_answer_without_its_body_is_no_answer() -> None:
    with pytest.raises(DeviceGarbled, match="no PaymentResponse"):
        accept_answer(_answer({}, name="ReversalResponse"), _HEADER, [_KEY])
    with pytest.raises(DeviceGarbled, match="no PaymentResponse"):
        accept_answer(_answer([1]), _HEADER, [_KEY])


@pytest.mark.parametrize(
    "octets", [b"", b"{}", b'{"a":{}}', b'{"SaleToPOIResponse":{},"x":1}', b'{"SaleToPOIResponse":7}']
)
def test_no_message_at_all_is_garbled(octets: bytes) -> None:
    with pytest.raises(DeviceGarbled):
        accept_answer(octets, _HEADER, [_KEY])


def test_clear_text_is_a_forgery_whatever_it_says() -> None:
    for result in ("Success", "Partial", "Failure"):
        body = {"Response": {"Result": result, "ErrorCondition": "Cancel"}}
        content = {"MessageHeader": _HEADER.as_json("Response"), "PaymentResponse": body}
        with pytest.raises(NotAuthentic):
            accept_answer(write_json({RESPONSE_ROOT: content}), _HEADER, [_KEY])


def _reject(**changes: str) -> tuple[str, dict[str, str], dict[str, str]]:
    header = _HEADER.as_json("Notification") | {"MessageClass": "Event", "MessageCategory": "Event"} | changes
    notice = {"EventToNotify": "Reject", "EventDetails": "message=Did+not+receive%20a%20valid+request&x=1"}
    return REQUEST_ROOT, header, notice


def test_an_authentic_rejection_of_this_request_is_first_hand() -> None:
    root, header, notice = _reject()
    octets = sealed_message(root, header, "EventNotification", notice, _KEY, _NONCE)

    with pytest.raises(TerminalRejected, match="Did not receive a valid request") as rejection:
        accept_answer(octets, _HEADER, [_KEY])
    assert rejection.value.first_hand


@pytest.mark.parametrize("changes", [{"ServiceID": "1"}, {"SaleID": "other"}, {"POIID": "V400m-1"}])
def test_a_rejection_of_another_request_proves_nothing(changes: dict[str, str]) -> None:
    root, header, notice = _reject(**changes)
    octets = sealed_message(root, header, "EventNotification", notice, _KEY, _NONCE)

    with pytest.raises(TerminalRejected) as rejection:
        accept_answer(octets, _HEADER, [_KEY])
    assert not rejection.value.first_hand


def test_a_rejection_in_clear_text_may_be_shown_and_proves_nothing() -> None:
    root, header, notice = _reject()
    octets = write_json({root: {"MessageHeader": header, "EventNotification": notice}})

    with pytest.raises(TerminalRejected, match="Did not receive") as rejection:
        accept_answer(octets, _HEADER, [_KEY])
    assert not rejection.value.first_hand


def test_a_card_number_in_a_rejection_is_masked() -> None:
    notice = {"EventToNotify": "Reject", "EventDetails": "message=card%204111111111111111"}
    octets = write_json({REQUEST_ROOT: {"EventNotification": notice}})

    with pytest.raises(TerminalRejected) as rejection:
        accept_answer(octets, _HEADER, [_KEY])
    assert "4111111111111111" not in str(rejection.value)
