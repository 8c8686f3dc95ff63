"""Seals and opens the frames between the register and our plug-in on a Toss Front terminal (payment-korea.md 1.6).

The link is clear text on a network of its own; every frame after the greeting carries a sequence number and a
seal made with a key of this one connection. Both ends are ours: `deploy/toss-front/link.js` is the other.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass, field

from hardware.codecs.nexo_json import JsonObject, read_json_object, text, write_json
from hardware.errors import DeviceGarbled, DeviceMisused

LONGEST_FRAME = 65_536
_VERSION = "baro-front/1"
_HEX_32 = re.compile(r"[0-9a-f]{64}")
_SERIAL = re.compile(r"[0-9A-Za-z_.-]{1,64}")
_EPOCH = re.compile(r"[0-9a-f]{0,32}")
_NAME = re.compile(r"[\x21-\x7e]{1,64}")


@dataclass(frozen=True, slots=True)
class Hello:
    """How a terminal presents itself; `epoch` changes when its storage was emptied, "" is no storage at all."""

    serial: str
    epoch: str
    plugin: str
    sdk: str
    merchant: str
    business_number: str
    features: frozenset[str]
    nonce: str
    frame: str = field(repr=False)


def pairing_key(typed: str) -> str:
    """The 64 hexadecimal digits of a pairing key, typed with or without gaps.

    Raises `DeviceMisused`, without repeating what was typed.
    """
    digits = re.sub(r"[\s-]", "", typed).lower()
    if not _HEX_32.fullmatch(digits):
        raise DeviceMisused("pairing_key is the 64 hexadecimal digits that the terminal's settings page shows.")
    return digits


def read_hello(frame: str) -> Hello:
    """Read a terminal's greeting; nothing in it is believed before `check_welcome`. Raises `DeviceGarbled`."""
    document = _object(frame)
    version = document.get("v")
    if document.get("name") != "hello" or type(version) is not int or version != 1:
        raise DeviceGarbled(f"The terminal does not greet as the plug-in of this kiosk does (version {version!r:.40}).")
    serial, epoch, nonce = text(document, "serial"), text(document, "epoch"), text(document, "nonce")
    if not _SERIAL.fullmatch(serial) or not _EPOCH.fullmatch(epoch) or not _HEX_32.fullmatch(nonce):
        raise DeviceGarbled("The terminal's greeting lacks its serial number, storage epoch or nonce.")
    plugin = text(document, "plugin")
    if not _NAME.fullmatch(plugin):
        raise DeviceGarbled("The terminal's greeting lacks the version of its plug-in.")
    named = document.get("features")
    features = [one for one in named if isinstance(one, str) and len(one) <= 40] if isinstance(named, list) else []
    return Hello(
        serial,
        epoch,
        plugin,
        text(document, "sdk")[:40],
        text(document, "merchant", "name")[:80],
        text(document, "merchant", "businessNumber")[:20],
        frozenset(features[:40]),
        nonce,
        frame,
    )


def proof(hello: Hello, key: str, nonce: str) -> str:
    """The register's frame that proves it knows the pairing key; `nonce` is 64 fresh hexadecimal digits."""
    mac = _seal(key, _VERSION, "auth", hello.nonce, hello.serial, nonce)
    return write_json({"name": "auth", "nonce": nonce, "mac": mac}).decode()


def session_key(hello: Hello, key: str, nonce: str) -> str:
    """The key of this connection alone."""
    return _seal(key, _VERSION, "session", hello.nonce, nonce)


def refusal(frame: str) -> str:
    """Why the terminal refuses this register, "" when the frame is no refusal; for people, it is not sealed."""
    document = _object(frame)
    return text(document, "why")[:40] if document.get("name") == "refused" else ""


def check_welcome(frame: str, hello: Hello, session: str) -> None:
    """Check that the terminal knows the pairing key too and that its greeting was its own; raises `DeviceGarbled`."""
    document = _object(frame)
    wanted = _seal(session, _VERSION, "hello", hello.frame)
    if document.get("name") != "auth_ok" or not hmac.compare_digest(wanted, _ascii(text(document, "mac"))):
        raise DeviceGarbled("The terminal did not prove that it knows the pairing key.")


class FrameSeal:
    """One connection's counters: seals what is said, opens what is heard, each frame once and in order."""

    def __init__(self, session: str) -> None:
        self._session = session
        self._said = 0
        self._heard = 0

    def close(self, message: JsonObject) -> str:
        """The frame that carries a message; raises `DeviceMisused` when it is too long."""
        body, number = write_json(message).decode(), self._said + 1
        frame = {"seq": number, "mac": _seal(self._session, "K", str(number), body), "body": body}
        written = write_json(frame).decode()
        if len(written) > LONGEST_FRAME:
            raise DeviceMisused("A message to the terminal is longer than 64 KiB.")
        self._said = number  # a frame that is not sent must not leave a gap
        return written

    def open(self, frame: str) -> JsonObject:
        """The message in a frame; raises `DeviceGarbled` when its number, seal or form is wrong."""
        document = _object(frame)
        body, sequence = text(document, "body"), document.get("seq")
        if type(sequence) is not int or sequence != self._heard + 1:
            raise DeviceGarbled("The terminal's frames are out of order.")
        wanted = _seal(self._session, "T", str(sequence), body)
        if not hmac.compare_digest(wanted, _ascii(text(document, "mac"))):
            raise DeviceGarbled("A frame is not the paired terminal's own.")
        self._heard = sequence
        return read_json_object(body.encode("utf-8"))


def _object(frame: str) -> JsonObject:
    if len(frame) > LONGEST_FRAME:
        raise DeviceGarbled("The terminal sent a frame of more than 64 KiB.")
    return read_json_object(frame.encode("utf-8", "surrogatepass"))


def _ascii(said: str) -> str:
    # compare_digest takes ASCII only; anything else is wrong anyway.
    return said if said.isascii() else ""


def _seal(key: str, *parts: str) -> str:
    return hmac.new(bytes.fromhex(key), "\n".join(parts).encode("utf-8"), hashlib.sha256).hexdigest()
