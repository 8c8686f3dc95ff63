"""The device's end of a USB cable that carries whole packets: a socket that can be pulled out and put back."""

import contextlib
import socket
import tempfile
import threading
from pathlib import Path

from hardware.errors import DeviceOffline

_PATIENCE = 2.0  # seconds a packet waits for somebody to read it


class PacketCable:
    """Keeps a socket of the kind SOCK_SEQPACKET at a path; one host reads it at a time.

    `path` is put into a new private folder when left out. Like a real device, it drops what is sent while
    nobody has it open: `send` then raises.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="baro-packets-") if path is None else None
        self.path = path if path is not None else Path(self._folder.name if self._folder else "") / "device"
        self._lock = threading.Condition()
        self._listener: socket.socket | None = None
        self._host: socket.socket | None = None

    def plug(self) -> None:
        """Make the device appear; does nothing when it is there."""
        with self._lock:
            if self._listener is not None:
                return
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._remove()
            listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            try:
                listener.bind(str(self.path))
                listener.listen(1)
            except OSError:
                listener.close()
                raise
            self._listener = listener
        threading.Thread(target=self._accept, args=(listener,), name=f"cable {self.path}", daemon=True).start()

    def unplug(self) -> None:
        """Make the device vanish; whoever has it open reads its end."""
        with self._lock:
            listener, host = self._listener, self._host
            self._listener = self._host = None
            self._remove()
        if listener is not None:
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits for a host
            listener.close()
        if host is not None:
            host.close()

    def dispose(self) -> None:
        """Unplug for good and remove the folder that was made."""
        self.unplug()
        if self._folder is not None:
            self._folder.cleanup()

    def send(self, packet: bytes) -> None:
        """Send to the host; raises `DeviceOffline` when the cable is out or nobody has the device open."""
        with self._lock:
            self._lock.wait_for(lambda: self._host is not None or self._listener is None, _PATIENCE)
            if self._listener is None:
                raise DeviceOffline("The simulated cable is unplugged.")
            if self._host is None:
                raise DeviceOffline("Nobody has the simulated device open.")
            try:
                self._host.sendall(packet)
            except OSError as problem:
                self._host.close()
                self._host = None
                raise DeviceOffline(f"Nobody reads the simulated device: {problem}") from problem

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                host, _ = listener.accept()
            except OSError:
                return  # unplugged
            with self._lock:
                if self._listener is not listener:
                    host.close()
                    return
                if self._host is not None:
                    self._host.close()
                host.settimeout(_PATIENCE)
                self._host = host
                self._lock.notify_all()

    def _remove(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            if self.path.is_socket():
                self.path.unlink()
