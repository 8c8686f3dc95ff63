"""A serial port (or pty) as a stream of bytes."""

import os
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import TracebackType

import serial

from hardware.errors import DeviceMisused, DeviceOffline

_SLICE = 0.1  # seconds one read may block, so that `close` from another thread is soon noticed


@dataclass(frozen=True, slots=True)
class Line:
    """How the serial line is set: baud, data bits (5 to 8), parity (N, E, O) and stop bits (1, 2)."""

    baud: int = 9600
    bits: int = 8
    parity: str = "N"
    stop: int = 1

    def __post_init__(self) -> None:
        """Refuse a line that no port can be set to."""
        if self.baud <= 0 or self.bits not in (5, 6, 7, 8) or self.parity not in "NEO" or self.stop not in (1, 2):
            raise DeviceMisused(
                f"A serial line has a positive baud rate, 5 to 8 bits, parity N, E or O and 1 or 2 stop bits, "
                f"not {self.baud} {self.bits}{self.parity}{self.stop}."
            )


class SerialPort:
    """Opens a port alone, so that no second program takes half of its bytes.

    `path` may be a function that looks where the port is now; it is asked at each `open` and may raise
    `DeviceOffline` or `DeviceMisused`.
    """

    def __init__(self, path: str | Callable[[], str], line: Line | None = None) -> None:
        self._find = path if callable(path) else lambda: path
        self._path = "" if callable(path) else path
        self._line = line or Line()
        self._port: serial.Serial | None = None

    def open(self) -> None:
        """Open the port; raises `DeviceOffline` when it is not there or taken."""
        if self._port is not None:
            return
        self._path = self._find()
        # A pseudo-terminal has no line to set: it carries whole bytes, and asking it for 7E1 is refused the
        # second time, when nothing else changes.
        line = Line(self._line.baud) if os.path.realpath(self._path).startswith("/dev/pts/") else self._line
        try:
            self._port = serial.Serial(
                self._path,
                line.baud,
                bytesize=line.bits,
                parity=line.parity,
                stopbits=line.stop,
                timeout=_SLICE,
                write_timeout=3.0,
                exclusive=True,
            )
        except (OSError, ValueError, termios.error) as problem:
            raise DeviceOffline(f"{self._path} cannot be opened: {problem}") from problem

    def read(self, deadline: float) -> bytes:
        """What arrived within `deadline` seconds, or b""; raises `DeviceOffline` when unplugged."""
        until = time.monotonic() + deadline
        while True:
            port = self._opened()
            try:
                octets: bytes = port.read(port.in_waiting) or (port.read(1) if deadline > 0 else b"")
                octets += port.read(port.in_waiting)
            except (OSError, TypeError, ValueError) as problem:  # pyserial trips over a port closed meanwhile
                self.close()
                raise DeviceOffline(f"{self._path} was unplugged: {problem}") from problem
            if octets or time.monotonic() >= until:
                return octets

    def write(self, octets: bytes) -> None:
        """Send everything; raises `DeviceOffline` when the port is gone or takes nothing."""
        port = self._opened()
        try:
            port.write(octets)
            port.flush()
        except (OSError, TypeError, ValueError, termios.error) as problem:  # the last when unplugged while it drains
            self.close()
            raise DeviceOffline(f"{self._path} does not take bytes: {problem}") from problem

    def tune(self, baud: int) -> None:
        """Listen with this speed from now on; what waits at the old one is dropped.

        Raises `DeviceOffline` when the port is gone or cannot be set to it.
        """
        self._line = replace(self._line, baud=baud)
        if self._port is None:
            return
        try:
            self._port.baudrate = baud
            self._port.reset_input_buffer()
        except (OSError, ValueError, termios.error) as problem:
            self.close()
            raise DeviceOffline(f"{self._path} cannot be set to {baud} baud: {problem}") from problem

    def close(self) -> None:
        """Close the port; does nothing when it is closed."""
        port, self._port = self._port, None
        if port is not None:
            port.close()

    def _opened(self) -> serial.Serial:
        if self._port is None:
            raise DeviceOffline(f"{self._path} is not open.")
        return self._port

    def __enter__(self) -> "SerialPort":
        """Open for the length of a block."""
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close whatever happened."""
        self.close()
