"""The device's end of a serial cable: a pty that can be pulled out and plugged in again."""

import contextlib
import os
import select
import tempfile
import threading
import tty
from collections.abc import Callable
from pathlib import Path

from hardware.errors import DeviceOffline


class PtyCable:
    """Keeps a pty behind a symbolic link that stays the same over unplug and replug.

    `on_bytes` is called on the cable's own thread with what the host sends. `link` is put into a
    new private folder when left out.
    """

    def __init__(self, on_bytes: Callable[[bytes], None], link: Path | None = None) -> None:
        self._on_bytes = on_bytes
        self._folder = tempfile.TemporaryDirectory(prefix="baro-pty-") if link is None else None
        self.link = link if link is not None else Path(self._folder.name if self._folder else "") / "port"
        self._lock = threading.RLock()
        self._device_end: int | None = None
        self._host_end: int | None = None
        self._thread: threading.Thread | None = None

    @property
    def plugged(self) -> bool:
        """Whether the cable is in."""
        return self._device_end is not None

    def plug(self) -> None:
        """Make the port appear; does nothing when it is there."""
        with self._lock:
            if self.plugged:
                return
            self._device_end, self._host_end = os.openpty()
            tty.setraw(self._host_end)
            self.link.parent.mkdir(parents=True, exist_ok=True)
            self._remove_link()
            self.link.symlink_to(os.ttyname(self._host_end))
            self._thread = threading.Thread(
                target=self._listen, args=(self._device_end,), name=f"pty {self.link}", daemon=True
            )
            self._thread.start()

    def unplug(self) -> None:
        """Make the port vanish; whoever has it open gets an error."""
        with self._lock:
            device_end, host_end = self._device_end, self._host_end
            self._device_end = self._host_end = None
            self._remove_link()
        if device_end is None or host_end is None:
            return
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()
        os.close(device_end)
        os.close(host_end)

    def dispose(self) -> None:
        """Unplug for good and remove the folder that was made for the link."""
        self.unplug()
        if self._folder is not None:
            self._folder.cleanup()

    def send(self, octets: bytes) -> None:
        """Send to the host; raises `DeviceOffline` when the cable is out or nobody takes the bytes."""
        with self._lock:
            if self._device_end is None:
                raise DeviceOffline("The simulated cable is unplugged.")
            rest = memoryview(octets)
            while rest:
                _, writable, _ = select.select([], [self._device_end], [], 2.0)
                if not writable:
                    raise DeviceOffline("Nobody reads the simulated port.")
                rest = rest[os.write(self._device_end, rest[:1024]) :]

    def _listen(self, device_end: int) -> None:
        while self._device_end == device_end:
            readable, _, _ = select.select([device_end], [], [], 0.05)
            if not readable:
                continue
            try:
                octets = os.read(device_end, 4096)
            except OSError:
                return
            # The host may be gone by the time the answer is ready.
            with contextlib.suppress(DeviceOffline):
                self._on_bytes(octets)

    def _remove_link(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            if self.link.is_symlink():
                self.link.unlink()
