"""A scanner that types: hands out key presses as /dev/input does, at a path."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from hardware.codecs.input_event import EV_KEY, EV_SYN, SYN_DROPPED, event
from hardware.codecs.us_keyboard import alt_strokes, strokes
from hardware.simulators.packet_cable import PacketCable

_ROOM = 16  # strokes in a packet, as a scanner's reports arrive in bundles


class EvdevScannerSimulator:
    """Plays a keyboard-wedge scanner; `address` is the path to put into the settings.

    It types on the US layout: the GS1 separator as Ctrl+], or as Alt with 029 on the keypad after
    `set_up(separator="alt")`.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._cable = PacketCable(path)
        self._prefix, self._suffix, self._separator = "", "\r", "ctrl"

    @property
    def address(self) -> str:
        """The path of the device."""
        return str(self._cable.path)

    def start(self) -> None:
        """Plug the cable in."""
        self._cable.plug()

    def stop(self) -> None:
        """Unplug for good."""
        self._cable.dispose()

    def send(self, text: str) -> None:
        """Scan a code: it is typed with prefix and suffix; raises `DeviceOffline` when unplugged."""
        self.press(self._strokes(self._prefix + text + self._suffix))

    def send_bytes(self, octets: bytes) -> None:
        """Type these bytes just so, without prefix and suffix."""
        self.press(self._strokes(octets.decode("latin-1")))

    def press(self, keys: Iterable[tuple[int, bool]]) -> None:
        """Press and let go keys by their numbers."""
        held = list(keys)
        for start in range(0, len(held), _ROOM):
            now = time.time()
            records = (event(EV_KEY, code, down, now) + event(EV_SYN, 0, 0, now) for code, down in held[start:][:_ROOM])
            self._cable.send(b"".join(records))

    def lose_keys(self) -> None:
        """Say that keys were thrown away, as the kernel does when nobody reads in time."""
        self._cable.send(event(EV_SYN, SYN_DROPPED, 0))

    def set_up(self, prefix: str = "", suffix: str = "\r", separator: str = "ctrl") -> None:
        """Change what is typed before and after each code, and how the separator is typed (ctrl or alt)."""
        self._prefix, self._suffix, self._separator = prefix, suffix, separator

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
            "press": lambda keys: self.press([(int(code), bool(down)) for code, down in keys]),
            "lose_keys": self.lose_keys,
            "set_up": self.set_up,
            "unplug": self.unplug,
            "replug": self.replug,
            "address": lambda: self.address,
        }

    def _strokes(self, text: str) -> list[tuple[int, bool]]:
        if self._separator != "alt":
            return strokes(text)
        typed: list[tuple[int, bool]] = []
        for character in text:
            typed += alt_strokes("029") if character == "\x1d" else strokes(character)
        return typed
