"""The scale dialect that Mettler-Toledo calls 8217: one letter asks, one short frame answers.

Line 9600 baud, 7 data bits, even parity, 1 stop bit. The host sends upper-case letters without an
ending; every answer is STX ... CR:

    W -> STX WW.WWW CR      gross kilograms, stable; an N after the digits says net
         STX ? status CR    no weight can be given; the status byte says why
    Z -> STX ? status CR    zero is taken at the next reading if stable, in range and gross

Status byte: bit 0 in motion, 1 over capacity, 2 below zero, 3 outside the zero capture range,
4 at the centre of zero, 5 net (always 1 on some models), 6 always 1, 7 even parity. A scale set to
pounds answers with two decimals and is refused. Source: Mettler-Toledo DIVA Service Manual 72191202 (05/2012),
section 6.1; the same table is in the Brecknell EH-SCP manual AWT35-100089.
"""

import re
from dataclasses import dataclass

from hardware.errors import DeviceGarbled

ASK_WEIGHT = b"W"
TAKE_ZERO = b"Z"
STX, CR = 0x02, 0x0D
_LONGEST_ANSWER = 12
_KILOGRAMS = re.compile(r"\s*(\d{2,3})\.(\d{3})(N?)")
_POUNDS = re.compile(r"\s*\d{2,3}\.\d{2}N?")

_MOVING, _OVER, _UNDER, _OUT_OF_ZERO, _AT_ZERO, _NET, _SET = (1 << bit for bit in range(7))


@dataclass(frozen=True, slots=True)
class Weight:
    """A stable weight in grams; `net` when a tare has been taken off."""

    grams: int
    net: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """Why the scale gives no weight, or how it stands after a zero command."""

    moving: bool = False
    over: bool = False
    under: bool = False
    outside_zero_range: bool = False
    at_zero: bool = False
    net: bool = False


class AnswerReader:
    """Reads a scale's answers out of its bytes, whole or in pieces.

    Bytes before STX are skipped; bit 7 is taken off, because a line set to 8 bits delivers the
    parity with the data. Raises `DeviceGarbled` for a frame that the protocol does not have.
    """

    def __init__(self) -> None:
        self._held: bytearray | None = None

    def feed(self, octets: bytes) -> list[Weight | Status]:
        """Take what arrived; give back the answers that it completes."""
        answers: list[Weight | Status] = []
        for octet in octets:
            seven = octet & 0x7F
            if seven == STX:
                self._held = bytearray()
            elif self._held is None:
                continue
            elif seven == CR and self._held != b"?":  # after "?" any byte is the status
                body, self._held = bytes(self._held), None
                answers.append(_understand(body))
            else:
                self._held.append(seven)
                if len(self._held) > _LONGEST_ANSWER:
                    self._held = None
                    raise DeviceGarbled("The scale's answer has no end: check baud rate and parity.")
        return answers

    def forget(self) -> None:
        """Drop half an answer, before a new question."""
        self._held = None


def _understand(body: bytes) -> Weight | Status:
    if len(body) == 2 and body[:1] == b"?":
        return decode_status(body[1])
    text = body.decode("ascii")
    if weight := _KILOGRAMS.fullmatch(text):
        return Weight(int(weight[1]) * 1000 + int(weight[2]), weight[3] == "N")
    if _POUNDS.fullmatch(text):
        raise DeviceGarbled("The scale weighs in pounds: set it to kilograms with three decimals.")
    raise DeviceGarbled(f"The scale sent {text!r}, which is no weight: check that it is set to the 8217 protocol.")


def decode_status(octet: int) -> Status:
    """Take a status byte apart; raises `DeviceGarbled` when its fixed bit is missing."""
    if not octet & _SET:
        raise DeviceGarbled(f"The scale sent the status 0x{octet:02X}, whose bit 6 must be 1.")
    return Status(
        moving=bool(octet & _MOVING),
        over=bool(octet & _OVER),
        under=bool(octet & _UNDER),
        outside_zero_range=bool(octet & _OUT_OF_ZERO),
        at_zero=bool(octet & _AT_ZERO),
        net=bool(octet & _NET),
    )


def encode(answer: Weight | Status) -> bytes:
    """Write an answer as the scale would; the simulator's side of the codec."""
    if isinstance(answer, Weight):
        body = f"{answer.grams // 1000:02d}.{answer.grams % 1000:03d}{'N' if answer.net else ''}"
        return bytes([STX]) + body.encode("ascii") + bytes([CR])
    octet = _SET
    for given, bit in (
        (answer.moving, _MOVING),
        (answer.over, _OVER),
        (answer.under, _UNDER),
        (answer.outside_zero_range, _OUT_OF_ZERO),
        (answer.at_zero, _AT_ZERO),
        (answer.net, _NET),
    ):
        octet |= bit if given else 0
    return bytes([STX]) + b"?" + bytes([octet, CR])
