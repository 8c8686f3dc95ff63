"""The simulated devices of a demo or test: started together, steered over loopback, named in a settings file."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from hardware.errors import DeviceMisused
from hardware.simulators.benefit_host import SimulatedBenefitHost
from hardware.simulators.camera import CameraSimulator
from hardware.simulators.control import ControlClient, ControlServer
from hardware.simulators.escpos_printer import EscposPrinterSimulator
from hardware.simulators.evdev_scanner import EvdevScannerSimulator
from hardware.simulators.hid_scanner import HidScannerSimulator
from hardware.simulators.nexo_terminal import NexoTerminalSimulator
from hardware.simulators.scale_8217 import Scale8217Simulator
from hardware.simulators.serial_scanner import SerialScannerSimulator
from kiosk.commands.simulated_terminals import CARD_WAIT, simulated_terminal

CONTROLS_FILE = "controls.json"
BENEFIT_SHOP, BENEFIT_SECRET = "SS01", "a secret of simulated hosts"
USUAL = ("scanner", "camera", "scale", "printer", "terminal")  # what a kiosk has: one device of a kind


class Simulator(Protocol):
    """A simulated device with an address, steered by commands."""

    @property
    def address(self) -> str: ...

    def start(self) -> object: ...

    def stop(self) -> None: ...


class SimulatedDevices:
    """Scanner and scale on ptys, camera stream, network printer, card terminal; other kinds of scanners.

    Everything they keep lies in `folder`: receipts as pictures, the terminal's ledger, certificates.
    The terminal speaks `protocol` (`kiosk.commands.simulated_terminals`) and follows the steps of `script`.
    """

    def __init__(self, folder: Path, photos: Path, protocol: str = "nexo", script: Path | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._photos = photos
        self.scanner = SerialScannerSimulator(folder / "scanner")
        self.hid_scanner = HidScannerSimulator(folder / "hid_scanner")
        self.evdev_scanner = EvdevScannerSimulator(folder / "evdev_scanner")
        self.scale = Scale8217Simulator(folder / "scale")
        self.camera = CameraSimulator()
        self.printer = EscposPrinterSimulator(folder / "receipts")
        self.card_terminal = simulated_terminal(protocol, folder, script)
        self.benefits = SimulatedBenefitHost(BENEFIT_SHOP, BENEFIT_SECRET, folder / "benefits-ledger.jsonl")
        self._devices: dict[str, Simulator] = {
            "scanner": self.scanner,
            "hid_scanner": self.hid_scanner,
            "evdev_scanner": self.evdev_scanner,
            "scale": self.scale,
            "camera": self.camera,
            "printer": self.printer,
            "terminal": self.card_terminal,
            "benefits": self.benefits,
        }
        self._controls: dict[str, ControlServer] = {}

    def start(
        self,
        names: Iterable[str] = USUAL,
        extra: Mapping[str, Mapping[str, Callable[..., object]]] = MappingProxyType({}),
    ) -> None:
        """Start the devices (one of a kind when none is named), each with a port that steers it.

        The ports are named in `controls.json`. `extra` are more things to steer, such as central.
        """
        steered = {name: self.commands(name) for name in names}
        for name in steered:
            self._devices[name].start()
        for name, commands in {**steered, **extra}.items():
            self._controls[name] = ControlServer(commands)
            self._controls[name].start()
        (self._folder / CONTROLS_FILE).write_text(json.dumps(self.controls()), "utf-8")

    @property
    def terminal(self) -> NexoTerminalSimulator:
        """The nexo terminal; raises `DeviceMisused` when the terminal speaks another protocol."""
        simulator = self.card_terminal.simulator
        if not isinstance(simulator, NexoTerminalSimulator):
            raise DeviceMisused("The simulated terminal is none of nexo.")
        return simulator

    def controls(self) -> dict[str, int]:
        """The loopback port that steers each device."""
        return {name: control.port for name, control in self._controls.items()}

    def stop(self) -> None:
        """Stop steering and every device."""
        for control in self._controls.values():
            control.stop()
        for name in self._controls.keys() & self._devices.keys():
            self._devices[name].stop()
        self._controls.clear()

    def commands(self, name: str) -> dict[str, Callable[..., object]]:
        """What can be done by hand at a device."""
        if name == "camera":
            return {**self.camera.commands(), "show": self._show}
        if name == "terminal":
            return self.card_terminal.commands()
        plain = {
            "scanner": self.scanner.commands,
            "hid_scanner": self.hid_scanner.commands,
            "evdev_scanner": self.evdev_scanner.commands,
            "scale": self.scale.commands,
            "printer": self.printer.commands,
            "benefits": self.benefits.commands,
        }
        return dict(plain[name]())

    def settings(self, names: Iterable[str] = USUAL) -> list[dict[str, object]]:
        """The `[[devices]]` tables of a kiosk that uses these devices."""
        tables = [
            _device("scanner", "scanner", "serial", self.scanner.address),
            _device("hid_scanner", "scanner", "hid", self.hid_scanner.address),
            _device("evdev_scanner", "scanner", "evdev", self.evdev_scanner.address),
            _device("camera", "camera", "camera", self.camera.address),
            _device("scale", "scale", "8217", self.scale.address),
            _device("printer", "printer", "escpos-tcp", self.printer.address),
            {
                **_device("terminal", "terminal", self.card_terminal.driver, self.card_terminal.address),
                "options": self.card_terminal.options,
            },
            {
                **_device("benefits", "benefits", "benefit-http", self.benefits.address),
                "options": {"shop": BENEFIT_SHOP, "secret": BENEFIT_SECRET},
            },
        ]
        wanted = set(names)
        return [table for table in tables if str(table["name"]) in wanted]

    def _show(self, photo: str) -> None:
        self.camera.show(str(self._photos / photo))


class DeviceControls:
    """Steers the simulated devices of a folder from another process."""

    def __init__(self, folder: Path) -> None:
        ports = json.loads((folder / CONTROLS_FILE).read_text("utf-8"))
        self._clients = {name: ControlClient(port, timeout=CARD_WAIT + 10) for name, port in ports.items()}

    def call(self, device: str, command: str, /, **arguments: object) -> object:
        """Do something at a device; raises `DeviceMisused` with what there is, `DeviceOffline` when it is gone."""
        return self._clients[device].call(command, **arguments)


def write_settings(
    path: Path,
    sections: dict[str, dict[str, object]],
    devices: list[dict[str, object]],
    codes: Sequence[dict[str, object]] = (),
) -> None:
    """Write a kiosk.toml of tables of plain values, devices and the looks of codes."""
    lines = []
    for name, section in sections.items():
        lines += [f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in section.items()), ""]
    for code in codes:
        lines += ["[[codes]]", *(f"{key} = {json.dumps(value)}" for key, value in code.items()), ""]
    for device in devices:
        options = device.get("options")
        lines += ["[[devices]]", *(f"{key} = {json.dumps(value)}" for key, value in device.items() if key != "options")]
        if isinstance(options, dict):
            lines += ["[devices.options]", *(f"{key} = {json.dumps(value)}" for key, value in options.items())]
        lines.append("")
    path.write_text("\n".join(lines), "utf-8")


def _device(name: str, category: str, driver: str, address: str) -> dict[str, object]:
    return {"name": name, "category": category, "driver": driver, "address": address}
