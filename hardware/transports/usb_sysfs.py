"""The attached USB devices as Linux shows them under /sys."""

import os
from collections.abc import Iterator
from pathlib import Path

from hardware.ports.usb_devices import NodeKind, UsbDevice, UsbNode

_KEYS_OF_A_KEYBOARD = (2, 11, 28)  # 1, 0 and Enter (linux/input-event-codes.h): what a scanner types


class SysfsUsbDevices:
    """Implements `UsbDevices` by reading `root`; nothing is opened and nothing is sent to a device.

    `dev` is the folder of the device files. A device that is pulled out while it is read is left out.
    """

    def __init__(self, root: Path = Path("/sys"), dev: Path = Path("/dev")) -> None:
        self._root = root
        self._dev = dev

    def attached(self) -> tuple[UsbDevice, ...]:
        """All devices, hubs included, in the order of their places."""
        try:
            names = sorted(os.listdir(self._root / "bus" / "usb" / "devices"), key=_by_place)
        except OSError:
            return ()
        found = (self._device(name) for name in names if ":" not in name)
        return tuple(device for device in found if device is not None)

    def _device(self, name: str) -> UsbDevice | None:
        folder = self._root / "bus" / "usb" / "devices" / name
        vendor, product = _word(folder / "idVendor"), _word(folder / "idProduct")
        if not vendor or not product:
            return None
        return UsbDevice(
            vendor.lower(),
            product.lower(),
            _word(folder / "serial"),
            name,
            _word(folder / "manufacturer"),
            _word(folder / "product"),
            tuple(self._nodes(folder, name)),
        )

    def _nodes(self, folder: Path, name: str) -> Iterator[UsbNode]:
        try:
            interfaces = sorted(each for each in os.listdir(folder) if each.startswith(f"{name}:"))
        except OSError:
            return
        for interface in interfaces:
            for place, folders, _files in os.walk(folder / interface):
                folders.sort()
                yield from self._of_class(Path(place), folders)

    def _of_class(self, place: Path, folders: list[str]) -> Iterator[UsbNode]:
        # <interface>/tty/ttyACM0, <interface>/ttyUSB0/tty/ttyUSB0, <hid>/hidraw/hidraw0, <hid>/input/input7/event3
        if place.name == "tty":
            yield from (UsbNode(NodeKind.SERIAL, str(self._dev / name)) for name in folders)
        elif place.name == "hidraw":
            descriptor = _octets(place.parent / "report_descriptor")
            yield from (UsbNode(NodeKind.HID, str(self._dev / name), descriptor) for name in folders)
        elif place.parent.name == "input" and _is_keyboard(_word(place / "capabilities" / "key")):
            events = (name for name in folders if name.startswith("event"))
            yield from (UsbNode(NodeKind.KEYS, str(self._dev / "input" / name)) for name in events)


def _is_keyboard(bitmap: str) -> bool:
    """Whether a sysfs bitmap of keys (words in hexadecimal, the last one lowest) has digits and Enter."""
    try:
        lowest = int(bitmap.rsplit(maxsplit=1)[-1], 16)
    except (IndexError, ValueError):
        return False
    return all(lowest >> key & 1 for key in _KEYS_OF_A_KEYBOARD)


def _by_place(name: str) -> tuple[int, ...]:
    return tuple(int(part) for part in name.replace("-", ".").split(".") if part.isdecimal())


def _word(path: Path) -> str:
    return _octets(path).decode("utf-8", "replace").strip()


def _octets(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
