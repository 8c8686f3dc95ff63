"""Frames between register and plug-in: greeting, proof, seals; whole, cut short, changed, and rubbish (T-12, F-29)."""

import hashlib
import hmac
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs import front_frame
from hardware.codecs.front_frame import FrameSeal, check_welcome, pairing_key, proof, read_hello, refusal, session_key
from hardware.errors import DeviceGarbled, DeviceMisused
from tests.hardware.codecs.front_frames import KEY, NONCE, SESSION, hello_frame, sealed


def _mac(key: str, *parts: str) -> str:
    return hmac.new(bytes.fromhex(key), "\n".join(parts).encode(), hashlib.sha256).hexdigest()


@pytest.mark.parametrize("typed", ["ab12" * 16, "AB12 " * 16, "ab12-ab12 " * 8, "\tab12\n" * 16])
def test_a_pairing_key_is_read_with_its_gaps(typed: str) -> None:
    assert pairing_key(typed) == "ab12" * 16


@pytest.mark.parametrize("typed", ["", "ab12" * 15, "ab12" * 17, "zz" * 32, "hush hush"])
def test_what_is_no_key_is_refused_and_not_repeated(typed: str) -> None:
    with pytest.raises(DeviceMisused) as refused:
        pairing_key(typed)
    assert not typed or typed not in str(refused.value)


def test_a_greeting_says_who_is_there() -> None:
    hello = read_hello(hello_frame())

    assert (hello.serial, hello.epoch, hello.plugin, hello.sdk) == ("FRONT1", "0011aabb", "1.0.0", "v1")
    assert (hello.merchant, hello.business_number) == ("바로 시험점", "1234567890")
    assert hello.features == {"pay", "cancel", "getPayment"}


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "hallo"},
        {"v": 2},
        {"v": True},
        {"v": "1"},
        {"serial": ""},
        {"serial": "a/b"},
        {"serial": "x" * 65},
        {"serial": 7},
        {"epoch": "no hex"},
        {"nonce": "12"},
        {"nonce": None},
        {"plugin": ""},
        {"plugin": "1 0"},
    ],
)
def test_a_greeting_that_is_not_as_it_must_be_is_garbled(changes: dict[str, Any]) -> None:
    with pytest.raises(DeviceGarbled):
        read_hello(hello_frame(**changes))


def test_odd_features_are_left_out() -> None:
    assert read_hello(hello_frame(features=["pay", 7, "x" * 41, None])).features == {"pay"}
    assert read_hello(hello_frame(features="pay")).features == frozenset()


def test_the_proof_is_over_both_nonces_and_the_serial() -> None:
    hello = read_hello(hello_frame())

    said = json.loads(proof(hello, KEY, NONCE))

    assert said == {
        "name": "auth",
        "nonce": NONCE,
        "mac": _mac(KEY, "baro-front/1", "auth", hello.nonce, "FRONT1", NONCE),
    }
    assert session_key(hello, KEY, NONCE) == _mac(KEY, "baro-front/1", "session", hello.nonce, NONCE)


def test_a_welcome_covers_the_whole_greeting() -> None:
    frame = hello_frame()
    hello = read_hello(frame)
    mac = _mac(SESSION, "baro-front/1", "hello", frame)

    check_welcome(json.dumps({"name": "auth_ok", "mac": mac}), hello, SESSION)
    for wrong in (
        {"name": "auth_ok", "mac": "0" * 64},
        {"name": "auth_ok", "mac": "é" * 64},
        {"name": "auth_ok"},
        {"name": "auth", "mac": mac},
    ):
        with pytest.raises(DeviceGarbled):
            check_welcome(json.dumps(wrong), hello, SESSION)
    other = read_hello(hello_frame(epoch="ffff"))
    with pytest.raises(DeviceGarbled):
        check_welcome(json.dumps({"name": "auth_ok", "mac": mac}), other, SESSION)


def test_a_refusal_is_words_only() -> None:
    assert refusal('{"name":"refused","why":"key"}') == "key"
    assert refusal('{"name":"auth_ok","why":"key"}') == ""


def test_what_is_said_is_numbered_and_sealed() -> None:
    seal = FrameSeal(SESSION)

    first, second = (json.loads(seal.close({"name": "ping", "id": name})) for name in ("가", "b"))

    assert (first["seq"], second["seq"]) == (1, 2)
    assert first["body"] == '{"name":"ping","id":"가"}'
    assert first["mac"] == _mac(SESSION, "K", "1", first["body"])


def test_what_is_heard_is_opened_once_and_in_order() -> None:
    seal = FrameSeal(SESSION)
    frames = [sealed(number, {"name": "pong", "id": str(number)}) for number in (1, 2, 3)]

    assert seal.open(frames[0])["id"] == "1"
    for wrong in (frames[0], frames[2]):
        with pytest.raises(DeviceGarbled, match="order"):
            seal.open(wrong)
    assert seal.open(frames[1])["id"] == "2"


def test_what_the_register_says_cannot_be_said_back_to_it() -> None:
    """The two directions are sealed apart."""
    with pytest.raises(DeviceGarbled):
        FrameSeal(SESSION).open(FrameSeal(SESSION).close({"name": "pong", "id": "1"}))


@pytest.mark.parametrize(
    "changes",
    [
        {"seq": 0},
        {"seq": True},
        {"seq": "1"},
        {"seq": 1.0},
        {"mac": ""},
        {"mac": "é"},
        {"mac": None},
        {"body": "{}"},
        {"body": None},
        {"body": {"name": "pong"}},
    ],
)
def test_a_changed_frame_is_garbled(changes: dict[str, Any]) -> None:
    frame = json.loads(sealed(1, {"name": "pong", "id": "1"})) | changes
    with pytest.raises(DeviceGarbled):
        FrameSeal(SESSION).open(json.dumps(frame))


@pytest.mark.parametrize("body", ["[]", "1", "{", '{"a":1,"a":2}', "NaN", "[" * 5000])
def test_a_sealed_body_that_is_no_object_is_garbled(body: str) -> None:
    frame = {"seq": 1, "mac": _mac(SESSION, "T", "1", body), "body": body}
    with pytest.raises(DeviceGarbled):
        FrameSeal(SESSION).open(json.dumps(frame))


def test_frames_have_a_longest_length() -> None:
    with pytest.raises(DeviceGarbled, match="64 KiB"):
        FrameSeal(SESSION).open("x" * (front_frame.LONGEST_FRAME + 1))
    with pytest.raises(DeviceMisused, match="64 KiB"):
        FrameSeal(SESSION).close({"text": "x" * front_frame.LONGEST_FRAME})


def test_a_message_that_is_too_long_leaves_no_gap() -> None:
    seal = FrameSeal(SESSION)
    with pytest.raises(DeviceMisused):
        seal.close({"text": "x" * front_frame.LONGEST_FRAME})
    assert json.loads(seal.close({"name": "ping", "id": "1"}))["seq"] == 1


def test_every_beginning_of_a_frame_is_garbled() -> None:
    frame, hello = sealed(1, {"name": "pong", "id": "1"}), hello_frame()
    for length in range(len(frame)):
        with pytest.raises(DeviceGarbled):
            FrameSeal(SESSION).open(frame[:length])
    for length in range(len(hello)):
        with pytest.raises(DeviceGarbled):
            read_hello(hello[:length])


@given(st.text())
def test_any_text_is_read_or_garbled(text: str) -> None:
    for read in (read_hello, FrameSeal(SESSION).open, refusal):
        try:
            read(text)
        except DeviceGarbled:
            continue


@given(st.dictionaries(st.text(max_size=8), st.text() | st.integers() | st.booleans() | st.none(), max_size=6))
def test_what_is_sealed_there_is_opened_here(message: dict[str, Any]) -> None:
    try:
        opened = FrameSeal(SESSION).open(sealed(1, message))
    except DeviceGarbled:
        assert any("\ud800" <= sign <= "\udfff" for sign in json.dumps(message, ensure_ascii=False))
    else:
        assert opened == message


def test_keys_are_in_no_repr() -> None:
    assert KEY not in repr(read_hello(hello_frame()))
    assert NONCE not in repr(FrameSeal(SESSION))
