"""Addresses that name a USB device by what it is, not by the number that it was given at the last plugging in."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hardware.errors import DeviceMisused, DeviceOffline
from hardware.ports.usb_devices import NodeKind, UsbDevice, UsbDevices, UsbNode

_FORM = re.compile(
    r"usb:(?P<vendor>[0-9a-f]{4}):(?P<product>[0-9a-f]{4})"
    r"(?::(?P<serial>[^@].*?))?(?:@(?P<place>\d+-\d+(?:\.\d+)*))?",
    re.IGNORECASE,
)
Wanted = Callable[[UsbNode], bool]


@dataclass(frozen=True, slots=True)
class UsbAddress:
    """`usb:VENDOR:PRODUCT`, then `:SERIAL` or `@PLACE` (or both) where two devices are alike."""

    vendor: str
    product: str
    serial: str = ""
    place: str = ""

    def fits(self, device: UsbDevice) -> bool:
        """Whether a device has everything that the address says."""
        return (
            (self.vendor, self.product) == (device.vendor, device.product)
            and self.serial in ("", device.serial)
            and self.place in ("", device.place)
        )

    def __str__(self) -> str:
        """The address as it is written in the settings."""
        serial = f":{self.serial}" if self.serial else ""
        place = f"@{self.place}" if self.place else ""
        return f"usb:{self.vendor}:{self.product}{serial}{place}"


def is_usb(address: str) -> bool:
    """Whether an address names a USB device (well or badly)."""
    return address.lower().startswith("usb:")


def parse_usb(address: str) -> UsbAddress:
    """Read an address; raises `DeviceMisused` with the form when it is none."""
    found = _FORM.fullmatch(address.strip())
    if found is None:
        raise DeviceMisused(
            f"A USB address is usb:VENDOR:PRODUCT, usb:VENDOR:PRODUCT:SERIAL or usb:VENDOR:PRODUCT@PLACE with four "
            f"hexadecimal digits each, like usb:0c2e:0b6a or usb:0c2e:0b6a@1-1.2, not {address!r}."
        )
    return UsbAddress(found["vendor"].lower(), found["product"].lower(), found["serial"] or "", found["place"] or "")


def find_node(devices: UsbDevices, address: UsbAddress, kind: NodeKind, wanted: Wanted | None = None) -> UsbNode:
    """The file of the one device that fits, of this kind and, when it has several, the first that is `wanted`.

    Raises `DeviceOffline` with the devices that are there when none fits, `DeviceMisused` with the addresses
    that tell them apart when several do.
    """
    attached = devices.attached()
    fitting = [device for device in attached if address.fits(device)]
    speaking = [(device, node) for device in fitting if (node := _node(device, kind, wanted)) is not None]
    if len(speaking) == 1:
        return speaking[0][1]
    if speaking:
        alike = ", ".join(address_of(device, attached) for device, _node_of in speaking)
        raise DeviceMisused(f"{len(speaking)} devices fit {address}: write one of {alike}.")
    if fitting:
        raise DeviceOffline(f"{address} is plugged in but offers no {kind} port: check its interface setting.")
    there = ", ".join(address_of(device, attached) for device in attached if _node(device, kind, wanted))
    raise DeviceOffline(f"{address} is not plugged in; there are: {there or f'no {kind} devices'}.")


def address_of(device: UsbDevice, attached: Sequence[UsbDevice]) -> str:
    """The shortest address that names this device alone: its serial number when needed, else its place."""
    plain = UsbAddress(device.vendor, device.product)
    with_serial = UsbAddress(device.vendor, device.product, device.serial)
    for address in (plain, with_serial):
        if sum(address.fits(one) for one in attached) == 1:
            return str(address)
    return str(UsbAddress(device.vendor, device.product, place=device.place))


def _node(device: UsbDevice, kind: NodeKind, wanted: Wanted | None) -> UsbNode | None:
    return next((n for n in device.nodes if n.kind is kind and (wanted is None or wanted(n))), None)
