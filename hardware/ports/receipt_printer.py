"""What a driver of a receipt printer offers."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class PaperState(StrEnum):
    """How much paper the printer says it has."""

    OK = "ok"
    NEAR_END = "near_end"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """What the printer reports: `online` False means that it will not print now; `detail` says why."""

    online: bool
    paper: PaperState
    cover_open: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One line of text: left part, right part (flush right), and how it looks."""

    left: str = ""
    right: str = ""
    bold: bool = False
    large: bool = False
    centred: bool = False
    rule: bool = False  # a line across the paper instead of text


@dataclass(frozen=True, slots=True)
class PrintQr:
    """A QR code with the given text, centred."""

    text: str


PrintPart = PrintLine | PrintQr


class ReceiptPrinter(Protocol):
    """A receipt printer. Calls block on the printer's own thread.

    `print` returns when the printer has confirmed that everything was taken; it raises
    `DeviceOffline` when the printer is not there, `DeviceRefused` (paper out, cover open) with
    the reason otherwise. The paper is cut at the end.
    """

    def print(self, parts: tuple[PrintPart, ...]) -> None: ...

    def status(self) -> PrinterStatus: ...

    def close(self) -> None: ...
