"""Which scanners are plugged in, with the address to write into the settings: for a technician who sets up a kiosk."""

from collections.abc import Iterator
from dataclasses import dataclass

from hardware.codecs.hid_pos import is_pos_scanner
from hardware.ports.usb_devices import NodeKind, UsbDevice, UsbDevices, UsbNode
from hardware.transports.usb_address import address_of


@dataclass(frozen=True, slots=True)
class ScannerFound:
    """A way to read one attached device: `driver` and `address` as the settings take them, `path` where it is now.

    A serial port may also be a scale or a printer, and a keyboard a keyboard: `certain` is True only for
    what says of itself that it is a bar code scanner.
    """

    driver: str
    address: str
    path: str
    maker: str
    model: str
    serial: str
    place: str
    certain: bool


def scanners_found(devices: UsbDevices) -> tuple[ScannerFound, ...]:
    """Everything that may be a scanner, certain ones first; nothing is opened."""
    attached = devices.attached()
    found = [
        ScannerFound(
            driver, address_of(device, attached), path, device.maker, device.model, device.serial, device.place, certain
        )
        for device in attached
        for driver, path, certain in _ways(device)
    ]
    return tuple(sorted(found, key=lambda one: not one.certain))


def _ways(device: UsbDevice) -> Iterator[tuple[str, str, bool]]:
    for node in device.nodes:
        if node.kind is NodeKind.SERIAL:
            yield "serial", node.path, False
        elif node.kind is NodeKind.KEYS:
            yield "evdev", node.path, False
        elif _is_scanner(node):
            yield "hid", node.path, True


def _is_scanner(node: UsbNode) -> bool:
    return node.kind is NodeKind.HID and is_pos_scanner(node.descriptor)
