"""Serial ports on ptys."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.errors import DeviceMisused, DeviceOffline
from hardware.simulators.pty_cable import PtyCable
from hardware.transports.serial_port import Line, SerialPort
from tests.fakes.device_log import DeviceLog


@pytest.fixture
def sent() -> DeviceLog[bytes]:
    return DeviceLog()


@pytest.fixture
def cable(tmp_path: Path, sent: DeviceLog[bytes]) -> Iterator[PtyCable]:
    made = PtyCable(sent, tmp_path / "port")
    made.plug()
    yield made
    made.dispose()


def test_bytes_go_both_ways(cable: PtyCable, sent: DeviceLog[bytes]) -> None:
    with SerialPort(str(cable.link), Line(bits=7, parity="E")) as port:
        cable.send(b"\x00\xffok\r")
        came = b""
        while len(came) < 5:
            piece = port.read(1.0)
            assert piece
            came += piece
        assert came == b"\x00\xffok\r"
        assert port.read(0.0) == b""
        assert port.read(0.05) == b""
        port.write(b"W")
        assert sent.wait_count(1) == [b"W"]


def test_a_port_is_opened_again_and_again(cable: PtyCable) -> None:
    """A kiosk that starts anew finds its scale: 7E1 is asked of the same pseudo-terminal every time."""
    for _ in range(3):
        with SerialPort(str(cable.link), Line(bits=7, parity="E")) as port:
            cable.send(b"ok")
            assert port.read(1.0)


def test_an_unplugged_port_is_offline(cable: PtyCable) -> None:
    with SerialPort(str(cable.link)) as port:
        cable.unplug()
        with pytest.raises(DeviceOffline, match="unplugged"):
            port.read(1.0)
        with pytest.raises(DeviceOffline, match="not open"):
            port.read(1.0)
    with pytest.raises(DeviceOffline, match="cannot be opened"):
        SerialPort(str(cable.link)).open()


def test_one_port_is_opened_by_one_program(cable: PtyCable) -> None:
    with SerialPort(str(cable.link)) as port:
        port.open()  # a second time is nothing
        with pytest.raises(DeviceOffline, match="cannot be opened"):
            SerialPort(str(cable.link)).open()


def test_writing_to_an_unplugged_port_is_offline(cable: PtyCable) -> None:
    with SerialPort(str(cable.link)) as port:
        cable.unplug()
        with pytest.raises(DeviceOffline):
            port.write(b"W")


@pytest.mark.parametrize("line", [(0, 8, "N", 1), (9600, 9, "N", 1), (9600, 8, "X", 1), (9600, 8, "N", 3)])
def test_a_line_that_cannot_be_is_refused(line: tuple[int, int, str, int]) -> None:
    with pytest.raises(DeviceMisused):
        Line(*line)
