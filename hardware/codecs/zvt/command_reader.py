"""Reads what a register asked: the other direction of `commands`, for simulators, logs and tests."""

from dataclasses import dataclass, field

from hardware.codecs.zvt.apdu import Apdu, Control
from hardware.codecs.zvt.bitmaps import NO_BITMAPS, Bitmaps, bcd_digits, decode_bitmaps
from hardware.errors import DeviceGarbled

_WITH_PASSWORD = frozenset(
    {Control.REVERSAL, Control.REFUND, Control.REPEAT_RECEIPT, Control.END_OF_DAY, Control.INITIALISATION}
    | {Control.BOOK_TIP, Control.REGISTRATION}
)


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a register: its fixed parameters, "" or None where it has none, and its bitmaps.

    `timeout` is the first byte of read card, in seconds.
    """

    control: int
    password: str = field(default="", repr=False)
    config_byte: int | None = None
    currency: int | None = None
    timeout: int | None = None
    bitmaps: Bitmaps = NO_BITMAPS


def decode_command(apdu: Apdu) -> Command:
    """Read a command; raises `DeviceGarbled` when it does not have the fields that it must have."""
    data = apdu.data
    password = ""
    if apdu.control in _WITH_PASSWORD or (apdu.control == Control.STATUS_ENQUIRY and data):
        if len(data) < 3:
            raise DeviceGarbled("The command lacks its password (9A).")
        password, data = bcd_digits(data[:3]), data[3:]
    if apdu.control == Control.REGISTRATION:
        return _registration(apdu.control, password, data)
    timeout = None
    if apdu.control == Control.READ_CARD:
        if not data:
            raise DeviceGarbled("The command lacks its timeout (9A).")
        timeout, data = data[0], data[1:]
    bitmaps = decode_bitmaps(data)
    return Command(apdu.control, password, None, bitmaps.number(0x49), timeout, bitmaps)


def _registration(control: int, password: str, data: bytes) -> Command:
    if not data:
        raise DeviceGarbled("The registration lacks its config byte (9A).")
    currency = None
    rest = data[1:]
    # The currency has no bitmap number here; 03 and 06 are those that may follow in its place.
    if len(rest) >= 2 and rest[0] not in (0x03, 0x06):
        currency, rest = int(bcd_digits(rest[:2])), rest[2:]
    return Command(control, password, data[0], currency, None, decode_bitmaps(rest))
