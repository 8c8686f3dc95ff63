"""A barcode scanner on a pty: sends what it is told to have scanned."""

from collections.abc import Callable
from pathlib import Path

from hardware.simulators.pty_cable import PtyCable


class SerialScannerSimulator:
    """Plays a serial scanner; `address` is the port to put into the settings.

    `prefix` and `suffix` are what its set-up adds to each code; change them with `set_up` as a
    configuration barcode would.
    """

    def __init__(self, link: Path | None = None, prefix: str = "", suffix: str = "\r") -> None:
        self._cable = PtyCable(lambda _octets: None, link)
        self._prefix = prefix
        self._suffix = suffix

    @property
    def address(self) -> str:
        """The path of the port."""
        return str(self._cable.link)

    def start(self) -> None:
        """Plug the cable in."""
        self._cable.plug()

    def stop(self) -> None:
        """Unplug for good."""
        self._cable.dispose()

    def send(self, text: str) -> None:
        """Scan a code: its text with prefix and suffix; raises `DeviceOffline` when unplugged."""
        self._cable.send((self._prefix + text + self._suffix).encode("utf-8"))

    def send_bytes(self, octets: bytes) -> None:
        """Send bytes just so, as a broken or hostile scanner would."""
        self._cable.send(octets)

    def set_up(self, prefix: str = "", suffix: str = "\r") -> None:
        """Change what is sent before and after each code."""
        self._prefix, self._suffix = prefix, suffix

    def unplug(self) -> None:
        """Pull the cable."""
        self._cable.unplug()

    def replug(self) -> None:
        """Put the cable back; the address stays the same."""
        self._cable.plug()

    def commands(self) -> dict[str, Callable[..., object]]:
        """What can be called from another process; bytes are given as hexadecimal digits."""
        return {
            "send": self.send,
            "send_hex": lambda octets: self.send_bytes(bytes.fromhex(octets)),
            "set_up": self.set_up,
            "unplug": self.unplug,
            "replug": self.replug,
            "address": lambda: self.address,
        }
