"""ZVT on a serial line: `10 02 APDU 10 03 CRC-lo CRC-hi`, each frame answered with 06 or 15 (PA00P016).

A byte 10 inside the APDU is sent twice; the second one counts neither in the length nor in the checksum. The
checksum is 16 bit, polynomial 8408 reflected, start 0, over APDU and 03. Times belong to whoever reads the line:
T1 between bytes 200 ms (then `SerialReader.silence`), T2 to the answer 5 s, two repeats.
"""

from dataclasses import dataclass
from enum import Enum, auto

from hardware.codecs.zvt.apdu import LONGEST_DATA, Apdu, decode_apdu, encode_apdu
from hardware.errors import DeviceGarbled

ACK = b"\x06"
NAK = b"\x15"
BYTE_GAP_SECONDS = 0.2  # T1
ANSWER_SECONDS = 5.0  # T2
REPEATS = 2
_DLE, _STX, _ETX = 0x10, 0x02, 0x03
_LONGEST = LONGEST_DATA + 5


@dataclass(frozen=True, slots=True)
class FrameSeen:
    """A frame with the right checksum; it is answered with `ACK`."""

    apdu: Apdu


@dataclass(frozen=True, slots=True)
class FrameDamaged:
    """A frame that cannot be used; it is answered with `NAK`, and the other side repeats it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The other side has our frame."""


@dataclass(frozen=True, slots=True)
class RepeatWanted:
    """The other side could not use our frame and wants it again."""


@dataclass(frozen=True, slots=True)
class Noise:
    """Bytes outside of frames that mean nothing; nothing is answered."""

    count: int


SerialEvent = FrameSeen | FrameDamaged | Acknowledged | RepeatWanted | Noise


def checksum(octets: bytes) -> int:
    """Compute the CRC over APDU and 03 (reflected 8408, start 0)."""
    crc = 0
    for octet in octets:
        crc ^= octet
        for _ in range(8):
            crc = crc >> 1 ^ 0x8408 if crc & 1 else crc >> 1
    return crc


def encode_frame(apdu: Apdu) -> bytes:
    """Write an APDU as it goes over a serial line; raises `DeviceMisused` when it is too long."""
    octets = encode_apdu(apdu)
    doubled = octets.replace(b"\x10", b"\x10\x10")
    return b"\x10\x02" + doubled + b"\x10\x03" + checksum(octets + b"\x03").to_bytes(2, "little")


class _State(Enum):
    OUTSIDE = auto()
    OUTSIDE_DLE = auto()  # after a 10 outside of a frame
    INSIDE = auto()
    INSIDE_DLE = auto()
    CHECKSUM = auto()


class SerialReader:
    """Finds frames and their answers in what a serial line brings, whatever pieces it arrives in."""

    def __init__(self) -> None:
        self._state = _State.OUTSIDE
        self._body = bytearray()
        self._crc = bytearray()
        self._noise = 0
        self._events: list[SerialEvent] = []

    @property
    def inside(self) -> bool:
        """Whether a frame has begun and not ended: the next byte must come within T1."""
        return self._state is not _State.OUTSIDE

    def feed(self, octets: bytes) -> list[SerialEvent]:
        """Take what arrived and tell what it was, in order."""
        for octet in octets:
            self._take(octet)
        self._tell_noise()
        return self._drain()

    def silence(self) -> list[SerialEvent]:
        """Tell the reader that T1 passed without a byte: a frame that had begun is damaged."""
        if self._state is _State.OUTSIDE_DLE:
            self._noise += 1
            self._state = _State.OUTSIDE
            self._tell_noise()
        elif self.inside:
            self._damaged("The frame broke off.")
        return self._drain()

    def _drain(self) -> list[SerialEvent]:
        events, self._events = self._events, []
        return events

    def _take(self, octet: int) -> None:
        if self._state is _State.OUTSIDE:
            self._take_outside(octet)
        elif self._state is _State.OUTSIDE_DLE:
            self._take_opening(octet)
        elif self._state is _State.INSIDE:
            self._take_inside(octet)
        elif self._state is _State.INSIDE_DLE:
            self._take_escaped(octet)
        else:
            self._crc.append(octet)
            if len(self._crc) == 2:
                self._end()

    def _take_outside(self, octet: int) -> None:
        if octet == _DLE:
            self._state = _State.OUTSIDE_DLE
        elif octet == ACK[0]:
            self._tell(Acknowledged())
        elif octet == NAK[0]:
            self._tell(RepeatWanted())
        else:
            self._noise += 1

    def _take_opening(self, octet: int) -> None:
        if octet == _STX:
            self._open()
        elif octet == _DLE:
            self._noise += 1
        else:
            self._noise += 1
            self._state = _State.OUTSIDE
            self._take_outside(octet)

    def _take_inside(self, octet: int) -> None:
        if octet == _DLE:
            self._state = _State.INSIDE_DLE
        elif len(self._body) >= _LONGEST:
            self._damaged("The frame is longer than any ZVT message.")
        else:
            self._body.append(octet)

    def _take_escaped(self, octet: int) -> None:
        if octet == _ETX:
            self._state = _State.CHECKSUM
        elif octet == _STX:
            # The sender began anew: only the new frame is answered, or one answer would be taken for the other.
            self._open()
        elif octet != _DLE:
            self._damaged("A single 10 stands inside the frame.")
        else:
            self._state = _State.INSIDE
            if len(self._body) >= _LONGEST:
                self._damaged("The frame is longer than any ZVT message.")
            else:
                self._body.append(octet)

    def _open(self) -> None:
        self._body.clear()
        self._crc.clear()
        self._state = _State.INSIDE

    def _end(self) -> None:
        body = bytes(self._body)
        if int.from_bytes(self._crc, "little") != checksum(body + b"\x03"):
            self._damaged("The checksum is wrong.")
            return
        try:
            apdu = decode_apdu(body)
        except DeviceGarbled:
            self._damaged("Length and content of the frame disagree.")
            return
        self._tell(FrameSeen(apdu))
        self._state = _State.OUTSIDE

    def _damaged(self, reason: str) -> None:
        self._tell(FrameDamaged(reason))
        self._state = _State.OUTSIDE

    def _tell(self, event: SerialEvent) -> None:
        self._tell_noise()
        self._events.append(event)

    def _tell_noise(self) -> None:
        if self._noise:
            self._events.append(Noise(self._noise))
            self._noise = 0
