"""What a list of the attached USB devices offers: who they are, where they sit, and the files that speak to them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class NodeKind(StrEnum):
    """What a device's file speaks."""

    SERIAL = "serial"  # bytes: /dev/ttyACM0, /dev/ttyUSB0
    HID = "hid"  # reports: /dev/hidraw0
    KEYS = "keys"  # key presses: /dev/input/event3


@dataclass(frozen=True, slots=True)
class UsbNode:
    """A file that speaks to a device; `descriptor` is its report descriptor (HID only)."""

    kind: NodeKind
    path: str
    descriptor: bytes = b""


@dataclass(frozen=True, slots=True)
class UsbDevice:
    """An attached device: vendor and product in four hexadecimal digits, `place` the socket it sits in.

    `place` is the kernel's name of the way there (bus, then the socket of each hub: "1-1.2"). It stays the
    same when the device is pulled out and put back into the same socket. `serial` is "" when it has none.
    """

    vendor: str
    product: str
    serial: str
    place: str
    maker: str = ""
    model: str = ""
    nodes: tuple[UsbNode, ...] = ()


class UsbDevices(Protocol):
    """The devices that are attached now."""

    def attached(self) -> tuple[UsbDevice, ...]:
        """All of them, in the order of their places; empty where USB cannot be looked at."""
        ...
