"""Every simulator can be steered by commands over the control port."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from hardware.errors import DeviceMisused
from hardware.simulators.camera import CameraSimulator
from hardware.simulators.control import ControlClient, ControlServer
from hardware.simulators.escpos_printer import EscposPrinterSimulator
from hardware.simulators.evdev_scanner import EvdevScannerSimulator
from hardware.simulators.hid_scanner import HidScannerSimulator
from hardware.simulators.scale_8217 import Scale8217Simulator
from hardware.simulators.serial_scanner import SerialScannerSimulator
from hardware.transports.serial_port import SerialPort
from hardware.transports.tcp_socket import TcpSocket


class Simulator(Protocol):
    @property
    def address(self) -> str: ...

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def commands(self) -> dict[str, Callable[..., object]]: ...


MAKERS: list[Callable[[Path], Simulator]] = [
    lambda folder: SerialScannerSimulator(folder / "scanner"),
    lambda folder: HidScannerSimulator(folder / "hidraw0"),
    lambda folder: EvdevScannerSimulator(folder / "event0"),
    lambda folder: Scale8217Simulator(folder / "scale"),
    lambda folder: EscposPrinterSimulator(folder / "receipts"),
    lambda _folder: CameraSimulator(),
]


@pytest.mark.parametrize("make", MAKERS)
def test_each_keeps_its_address_over_unplug_and_replug_by_command(
    make: Callable[[Path], Simulator], tmp_path: Path
) -> None:
    simulator = make(tmp_path)
    simulator.start()
    control = ControlServer(simulator.commands())
    control.start()
    try:
        client = ControlClient(control.port)
        address = client.call("address")
        assert address == simulator.address
        client.call("unplug")
        client.call("replug")
        client.call("replug")
        assert client.call("address") == address
    finally:
        control.stop()
        simulator.stop()
        simulator.stop()


def test_the_scanner_sends_text_and_raw_bytes_by_command(tmp_path: Path) -> None:
    scanner = SerialScannerSimulator(tmp_path / "scanner")
    scanner.start()
    commands = scanner.commands()
    with SerialPort(scanner.address) as port:
        commands["set_up"](prefix="~", suffix="\n")
        commands["send"](text="123")
        commands["send_hex"](octets="00 ff")
        came = b""
        while len(came) < 7:
            came += port.read(1.0)
        assert came == b"~123\n\x00\xff"
    scanner.stop()


def test_a_wrong_load_or_photo_is_told(tmp_path: Path) -> None:
    scale, camera = Scale8217Simulator(tmp_path / "scale"), CameraSimulator()
    control = ControlServer(scale.commands() | {"show": camera.show})
    control.start()
    with pytest.raises(DeviceMisused, match="whole grams"):
        ControlClient(control.port).call("put", grams="heavy")
    with pytest.raises(DeviceMisused, match="no picture"):
        ControlClient(control.port).call("show", photo="nothing.jpg")
    control.stop()


def test_a_stopped_printer_keeps_what_it_got_and_prints_it_later_like_a_real_one(tmp_path: Path) -> None:
    printer = EscposPrinterSimulator(tmp_path)
    printer.start()
    host, port = printer.address.split(":")
    line = TcpSocket(host, int(port))
    line.open()
    printer.open_cover()
    line.write(b"hello\n\x1dV\x00\x1dr\x01\x10\x04\x01")
    assert line.read(2.0) == b"\x1a"  # offline, at once; GS r is not answered yet
    assert printer.receipts == []
    printer.close_cover()
    assert line.read(2.0) == b"\x00"
    assert printer.receipts[0].lines == ("hello",)
    assert Path(printer.receipts[0].picture).is_file()
    line.close()
    printer.stop()
