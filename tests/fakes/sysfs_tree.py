"""Builds what Linux shows under /sys for USB devices of a table, and lets them be pulled out and plugged in."""

import json
import shutil
from pathlib import Path
from typing import Any

from hardware.simulators.hid_scanner import DESCRIPTOR
from hardware.transports.usb_sysfs import SysfsUsbDevices

COUNTER = Path(__file__).parents[1] / "hardware" / "corpus" / "sysfs" / "counter.json"
KEYBOARD = bytes.fromhex(
    "05 01 09 06 a1 01 05 07 19 e0 29 e7 15 00 25 01 75 01 95 08 81 02 95 01 75 08 81 01"
    "95 06 75 08 15 00 25 65 05 07 19 00 29 65 81 00 c0"
)
MEDIA = bytes.fromhex("05 0c 09 01 a1 01 85 01 19 00 2a 3c 02 15 00 26 3c 02 95 01 75 10 81 00 c0")
DESCRIPTORS = {"scanner": DESCRIPTOR, "keyboard": KEYBOARD, "media": MEDIA}


class SysfsTree:
    """A folder `sys` and a folder `dev`; `devices` reads them. A device file is a link that a test points somewhere."""

    def __init__(self, folder: Path, table: Path = COUNTER) -> None:
        self.sys, self.dev = folder / "sys", folder / "dev"
        self._known = {device["place"]: device for device in json.loads(table.read_text("utf-8"))}
        (self.sys / "bus" / "usb" / "devices").mkdir(parents=True)
        (self.dev / "input").mkdir(parents=True)
        self.devices = SysfsUsbDevices(self.sys, self.dev)
        for place in self._known:
            self.plug(place)

    def plug(self, place: str, **changed: str) -> None:
        """Plug a device of the table in, at its place; `changed` are other names of its files this time."""
        device = self._known[place]
        folder = self._folder(place)
        folder.mkdir(parents=True)
        for name, key in (("idVendor", "vendor"), ("idProduct", "product"), ("manufacturer", "maker"),
                          ("product", "model"), ("serial", "serial")):  # fmt: skip
            if device[key]:
                (folder / name).write_text(device[key] + "\n")
        for number, interface in enumerate(device["interfaces"]):
            self._interface(
                folder / f"{place}:1.{number}",
                interface | {key: changed[key] for key in interface.keys() & changed.keys()},
            )
        link = self.sys / "bus" / "usb" / "devices" / place
        link.symlink_to(folder)
        # A loop, as the kernel's links make them: nobody may follow it.
        (folder / "subsystem").symlink_to(self.sys / "bus" / "usb")

    def pull(self, place: str) -> None:
        """Pull a device out: it and its files are gone."""
        (self.sys / "bus" / "usb" / "devices" / place).unlink()
        shutil.rmtree(self._folder(place))

    def node(self, name: str, target: str) -> None:
        """Let the device file `name` (ttyACM0, hidraw2, input/event7) lead to a pty or a simulator's socket."""
        link = self.dev / name
        link.unlink(missing_ok=True)
        link.symlink_to(target)

    def _folder(self, place: str) -> Path:
        return self.sys / "devices" / "pci0000:00" / "0000:00:14.0" / "usb" / place.replace(".", "_") / place

    def _interface(self, folder: Path, told: dict[str, Any]) -> None:
        folder.mkdir()
        (folder / "bInterfaceClass").write_text(told["class"] + "\n")
        if "tty" in told:
            (folder / "tty" / told["tty"]).mkdir(parents=True)
        if "usbserial" in told:
            (folder / told["usbserial"] / "tty" / told["usbserial"]).mkdir(parents=True)
        if "video" in told:
            (folder / "video4linux" / told["video"]).mkdir(parents=True)
        if "hid" in told:
            self._hid(folder / told["hid"], told)

    def _hid(self, folder: Path, told: dict[str, Any]) -> None:
        (folder / "hidraw" / told["hidraw"]).mkdir(parents=True)
        (folder / "report_descriptor").write_bytes(DESCRIPTORS[told["descriptor"]])
        of_class = self.sys / "class" / "hidraw" / told["hidraw"]
        of_class.mkdir(parents=True, exist_ok=True)
        (of_class / "device").unlink(missing_ok=True)
        (of_class / "device").symlink_to(folder)
        if "input" in told:
            place = folder / "input" / told["input"]
            (place / told["event"]).mkdir(parents=True)
            (place / "capabilities").mkdir()
            (place / "capabilities" / "key").write_text(told["keys"] + "\n")
