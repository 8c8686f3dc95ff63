"""A device file that is read in whole packets: /dev/hidraw0, /dev/input/event3, or a simulator's socket there."""

import contextlib
import fcntl
import os
import select
import socket
import stat
import time
from collections.abc import Callable
from pathlib import Path

from hardware.errors import DeviceMisused, DeviceOffline

_SLICE = 0.1  # seconds one wait may take, so that `close` from another thread is soon noticed
_MOST = 65536
# _IOW('E', 0x90, int) of linux/input.h: nobody else gets this keyboard's keys until the file is closed.
EVIOCGRAB = 0x40044590


class DeviceNode:
    """Opens a character device, or connects to the socket that a simulator keeps at the same kind of path.

    `path` may be a function that looks where the device is now. `alone` asks the kernel for a
    keyboard's keys alone; without that right the device is not opened.
    """

    def __init__(self, path: str | Callable[[], str], *, alone: bool = False) -> None:
        self._find = path if callable(path) else lambda: path
        self._alone = alone
        self._file: int | None = None
        self._socket: socket.socket | None = None
        self.path = "" if callable(path) else path

    def open(self) -> None:
        """Open the device; raises `DeviceOffline` when it is not there, taken, or not for this user."""
        if self._file is not None:
            return
        self.path = self._find()
        try:
            if stat.S_ISSOCK(os.stat(self.path).st_mode):
                self._connect()
            else:
                self._open_file()
        except PermissionError as problem:
            raise DeviceOffline(f"{self.path} is not for this user: see the udev rules in docs/drivers") from problem
        except OSError as problem:
            raise DeviceOffline(f"{self.path} cannot be opened: {problem.strerror or problem}") from problem

    def read(self, deadline: float) -> bytes:
        """The next packet within `deadline` seconds, or b""; raises `DeviceOffline` when unplugged."""
        until = time.monotonic() + deadline
        while True:
            file = self._file
            if file is None:
                raise DeviceOffline(f"{self.path} is not open.")
            try:
                ready, _, _ = select.select([file], [], [], max(0.0, min(_SLICE, until - time.monotonic())))
                packet = os.read(file, _MOST) if ready else b""
            except (OSError, ValueError) as problem:
                self.close()
                raise DeviceOffline(f"{self.path} was unplugged: {problem}") from problem
            if ready and not packet:
                self.close()
                raise DeviceOffline(f"{self.path} was unplugged.")
            if packet or time.monotonic() >= until:
                return packet

    def close(self) -> None:
        """Close the device, which also gives its keys back; does nothing when it is closed."""
        file, self._file = self._file, None
        connection, self._socket = self._socket, None
        if connection is not None:
            connection.close()
        elif file is not None:
            with contextlib.suppress(OSError):  # an unplugged device may refuse even this
                os.close(file)

    def _connect(self) -> None:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            connection.connect(self.path)
        except OSError:
            connection.close()
            raise
        self._socket, self._file = connection, connection.fileno()

    def _open_file(self) -> None:
        file = os.open(self.path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            if not stat.S_ISCHR(os.fstat(file).st_mode):
                raise DeviceMisused(f"{self.path} is no device file.")
            if self._alone:
                fcntl.ioctl(file, EVIOCGRAB, 1)
        except BaseException:
            os.close(file)
            raise
        self._file = file


class HidNode(DeviceNode):
    """A hidraw file with its report descriptor, which Linux shows under /sys.

    A simulator's socket has its descriptor in a file of the same name with `.descriptor` behind it.
    """

    def __init__(self, path: str | Callable[[], str], sys: Path = Path("/sys")) -> None:
        super().__init__(path)
        self._sys = sys

    def descriptor(self) -> bytes:
        """The report descriptor of the opened device; raises `DeviceOffline` when there is none."""
        path = Path(self.path)
        if self._socket is not None:
            place = path.with_name(path.name + ".descriptor")
        else:  # a lasting name is a link to the number that the kernel gave
            number = Path(os.path.realpath(path)).name
            place = self._sys / "class" / "hidraw" / number / "device" / "report_descriptor"
        try:
            return place.read_bytes()
        except OSError as problem:
            raise DeviceOffline(f"{place} cannot be read: {problem.strerror}") from problem
