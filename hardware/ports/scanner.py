"""What a driver of a barcode scanner offers, and what every reader of codes reports."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class CodeRead:
    """One code as a device read it: its characters, not yet its meaning.

    `symbology` uses the names of the corpus truth file ("EAN-13", "UPC-A", "QR", "Code 128", ...) and is ""
    when the device does not say. `device` is the device's name in the settings, `at` the
    monotonic time in seconds when the last byte or the accepting frame arrived. `gs1` is True when
    the symbology identifier says that the text is GS1 element strings (FNC1 first). `showing` counts the
    things held before a camera: codes that were read while the same thing stayed in view share it; 0 when
    the device cannot tell, as a hand-held scanner.
    """

    text: str
    symbology: str
    device: str
    at: float
    gs1: bool = False
    showing: int = 0


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


class MissHint(StrEnum):
    """What the shopper can do about a code that is seen and not read."""

    NONE = "none"  # nothing is known but that it was not read
    CLOSER = "closer"  # its bars are too fine in the picture
    FLATTEN = "flatten"  # it is curved, creased or under glare
    TURN = "turn"  # it lies oblique to the reading direction
    STEADY = "steady"  # it moves or is out of focus
    LIGHT = "light"  # the picture is too dark


@dataclass(frozen=True, slots=True)
class CodeMissed:
    """A code has been in view for two seconds and could not be read (cameras only)."""

    device: str
    at: float
    hint: MissHint = MissHint.NONE


@dataclass(frozen=True, slots=True)
class CodesDiffer:
    """Two different codes came into view together, so none was taken: only one may be shown (cameras only)."""

    device: str
    at: float


ScannerEvent = CodeRead | CodeRefused | CodeMissed | CodesDiffer


class Scanner(Protocol):
    """A source of codes that runs on the thread it is given until closed.

    `run` connects, reads and calls `deliver` for each event; it raises `DeviceOffline` when the
    device goes away (its thread reconnects) and returns after `close`.
    """

    def run(self, deliver: Callable[[ScannerEvent], None]) -> None: ...

    def close(self) -> None: ...
