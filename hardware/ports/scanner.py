"""What a driver of a barcode scanner offers, and what every reader of codes reports."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class CodeRead:
    """One code as a device read it: its characters, not yet its meaning.

    `symbology` uses the names of the corpus truth file ("EAN-13", "UPC-A", "QR", "Code 128", ...) and is ""
    when the device does not say. `device` is the device's name in the settings, `at` the
    monotonic time in seconds when the last byte or the accepting frame arrived. `gs1` is True when
    the symbology identifier says that the text is GS1 element strings (FNC1 first).
    """

    text: str
    symbology: str
    device: str
    at: float
    gs1: bool = False


@dataclass(frozen=True, slots=True)
class CodeRefused:
    """What arrived from a scanner could not be a code: too long, control characters, bad framing.

    `setup_changed` is True when codes no longer come in the set form, as after a configuration
    barcode was shown to the scanner: staff should be told.
    """

    reason: str
    device: str
    at: float
    setup_changed: bool = False


@dataclass(frozen=True, slots=True)
class CodeMissed:
    """A code has been in view for two seconds and could not be read (cameras only)."""

    device: str
    at: float


ScannerEvent = CodeRead | CodeRefused | CodeMissed


class Scanner(Protocol):
    """A source of codes that runs on the thread it is given until closed.

    `run` connects, reads and calls `deliver` for each event; it raises `DeviceOffline` when the
    device goes away (its thread reconnects) and returns after `close`.
    """

    def run(self, deliver: Callable[[ScannerEvent], None]) -> None: ...

    def close(self) -> None: ...
