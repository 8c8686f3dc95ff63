"""ZVT commands and answers as units: two control bytes, a length, a data block (PA00P015 chapter 1)."""

from dataclasses import dataclass, field
from enum import IntEnum

from hardware.errors import DeviceGarbled, DeviceMisused

LONGEST_DATA = 0xFFFF
_EXTENDED = 0xFF
# What a control field may begin with; anything else says that the stream is out of step.
_CLASSES = frozenset({0x04, 0x05, 0x06, 0x08, 0x0F, 0x80, 0x84})


class Control(IntEnum):
    """Control fields, CLASS * 256 + INSTR."""

    STATUS_INFORMATION = 0x040F
    INTERMEDIATE_STATUS = 0x04FF
    STATUS_ENQUIRY = 0x0501
    REGISTRATION = 0x0600
    AUTHORISATION = 0x0601
    LOG_OFF = 0x0602
    BOOK_TIP = 0x060C
    COMPLETION = 0x060F
    REPRINT = 0x0612
    ABORT_BY_TERMINAL = 0x061E
    REPEAT_RECEIPT = 0x0620
    PRE_AUTHORISATION = 0x0622
    PARTIAL_REVERSAL = 0x0623
    BOOK_TOTAL = 0x0624
    PRE_AUTHORISATION_REVERSAL = 0x0625
    REVERSAL = 0x0630
    REFUND = 0x0631
    END_OF_DAY = 0x0650
    DIAGNOSIS = 0x0670
    SET_CLOCK = 0x0691
    INITIALISATION = 0x0693
    ABORT_BY_REGISTER = 0x06B0
    READ_CARD = 0x06C0
    PRINT_LINE = 0x06D1
    PRINT_BLOCK = 0x06D3
    DISPLAY_TEXT = 0x06E0
    POSITIVE = 0x8000


@dataclass(frozen=True, slots=True)
class Apdu:
    """One command or answer: its control field and its data block of at most 65535 bytes.

    The data is not in the repr: a terminal may put a card number into it.
    """

    control: int
    data: bytes = field(default=b"", repr=False)

    @property
    def is_positive(self) -> bool:
        """Whether this acknowledges: 80 00, and 84 00 means the same."""
        return self.control in (0x8000, 0x8400)

    @property
    def refusal(self) -> int | None:
        """The code xx of a negative acknowledgement 84 xx, None for everything else."""
        return self.control & 0xFF if self.control >> 8 == 0x84 and self.control != 0x8400 else None

    @property
    def name(self) -> str:
        """The control field as it is written in the specification, e.g. "06 01"."""
        return f"{self.control >> 8:02X} {self.control & 0xFF:02X}"


POSITIVE = Apdu(0x8000)


def negative(code: int, data: bytes = b"") -> Apdu:
    """Make a negative acknowledgement 84 xx; raises `DeviceMisused` for a code that is not 01 to FF."""
    if not 1 <= code <= 0xFF:
        raise DeviceMisused("A negative acknowledgement has a code from 01 to FF.")
    return Apdu(0x8400 | code, data)


def encode_apdu(apdu: Apdu) -> bytes:
    """Write an APDU as it goes over TCP; raises `DeviceMisused` when it does not fit the format."""
    if not 0 <= apdu.control <= 0xFFFF or len(apdu.data) > LONGEST_DATA:
        raise DeviceMisused("A ZVT command has two control bytes and at most 65535 bytes of data.")
    size = len(apdu.data)
    length = bytes([size]) if size < _EXTENDED else bytes([_EXTENDED, size & 0xFF, size >> 8])
    return apdu.control.to_bytes(2, "big") + length + apdu.data


def decode_apdu(octets: bytes) -> Apdu:
    """Read exactly one APDU; raises `DeviceGarbled` when length and content disagree."""
    whole = _whole(octets)
    if whole is None or whole[1] != len(octets):
        raise DeviceGarbled("The length and the content of a ZVT message disagree; the terminal is asked again.")
    return whole[0]


class ApduReader:
    """Cuts a TCP stream into APDUs, whatever pieces it arrives in; holds at most one APDU and what follows it.

    `feed` raises `DeviceGarbled` when what arrives cannot be ZVT: the connection is of no use any more, and what is
    held is forgotten. APDUs that were whole before that are given by `feed` first; the error comes with the next call.
    """

    def __init__(self) -> None:
        self._held = bytearray()

    @property
    def pending(self) -> int:
        """How many bytes wait for the rest of their APDU."""
        return len(self._held)

    def reset(self) -> None:
        """Forget what is held: a new connection begins."""
        self._held.clear()

    def feed(self, octets: bytes) -> list[Apdu]:
        """Take what arrived and give back what is complete, in order."""
        self._held += octets
        done: list[Apdu] = []
        while self._held:
            if self._held[0] not in _CLASSES:
                if done:
                    break
                self.reset()
                raise DeviceGarbled("The terminal sent something that is not ZVT; the connection must be made anew.")
            whole = _whole(self._held)
            if whole is None:
                break
            done.append(whole[0])
            del self._held[: whole[1]]
        return done


def _whole(octets: bytes | bytearray) -> tuple[Apdu, int] | None:
    """The first APDU and its size, None while bytes are missing."""
    if len(octets) < 3:
        return None
    start, size = 3, octets[2]
    if size == _EXTENDED:
        if len(octets) < 5:
            return None
        start, size = 5, octets[3] | octets[4] << 8
    if len(octets) < start + size:
        return None
    return Apdu(int.from_bytes(octets[:2], "big"), bytes(octets[start : start + size])), start + size
