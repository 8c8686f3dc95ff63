"""Requests are composed as recorded, and only the answer to our own request is taken."""

from typing import Any

import pytest

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


@pytest.mark.parametrize("service_id", ["", "12345678901", "a b", "1-2", "ä", "１２"])
def test_a_service_id_is_one_to_ten_letters_or_digits(service_id: str) -> None:
    with pytest.raises(DeviceMisused, match="ServiceID"):
        NexoHeader("Payment", service_id, "KIOSK01", "V400m-324688179")


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        ("Payment", "Service"),
        ("EnableService", "Service"),
        ("Display", "Device"),
        ("Input", "Device"),
        ("Print", "Device"),
    ],
)
def test_a_header_says_whether_the_device_or_its_service_is_meant(category: str, kind: str) -> None:
    assert NexoHeader(category, "1", "KIOSK01", "V400m-324688179").as_json()["MessageClass"] == kind


@pytest.mark.parametrize("name", list(corpus("nexo_dialogues.json")["dialogues"]))
def test_every_recorded_answer_is_taken_for_its_request_and_for_no_other(name: str) -> None:
    """All 11 dialogues: each answer goes with the request it answers, and is refused for every other one."""
    asked: list[NexoHeader] = []
    for message in dialogue(name):
        if "plaintext" not in message:  # the line broke here
            continue
        root, content = next(iter(message["plaintext"].items()))
        header = content["MessageHeader"]
        own = NexoHeader(header["MessageCategory"], header["ServiceID"], header["SaleID"], header["POIID"])
        if root == REQUEST_ROOT:
            assert own.as_json() == header
            asked.append(own)
            continue
        body_name = next(key for key in content if key != "MessageHeader")
        answer = sealed_message(root, header, body_name, content[body_name], _KEY, _NONCE)
        assert accept_answer(answer, own, [_KEY]) == content[body_name]
        for other in asked:
            if other != own:
                with pytest.raises(DeviceGarbled, match="another request"):
                    accept_answer(answer, other, [_KEY])


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
