"""What the technician's camera page lists: the codes in the frame, and those that were taken."""

from collections.abc import Callable
from dataclasses import dataclass

from hardware.ports.camera import CameraView, SeenCode
from kiosk.technician.camera_page import NamedCode, NamedDecode
from kiosk.ui.camera_words import code_text, code_title, refusal_words
from kiosk.ui.display_text import technician_time_text

SLOW_MS = 30.0  # a frame that takes longer holds up a camera of 30 frames a second


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code in the frame: corners as shares 0 to 1 of width and height in turn, a label, and whether it counts."""

    corners: list[float]
    label: str
    fine: bool


@dataclass(frozen=True, slots=True)
class DecodeRow:
    """A code that was taken: when, what it is, and how long it took."""

    at: str
    symbology: str
    title: str
    text: str
    took: str
    slow: bool


def code_row(code: SeenCode, view: CameraView, named: Callable[[str, str], NamedCode]) -> CodeRow:
    """A code at its place; a credential is framed and not spelt out."""
    shares = [part for x, y in code.quad for part in (x / max(1, view.width), y / max(1, view.height))]
    label = code.symbology
    if code.text:
        label = f"{code.symbology} {named(code.text, code.symbology).text}".strip()
    if code.refused is not None:
        label = " · ".join(part for part in (label, refusal_words(code.refused)) if part)
    return CodeRow(shares, label, code.read and code.refused is None)


def decode_row(decode: NamedDecode, language: str) -> DecodeRow:
    """A taken code in the language of the page."""
    return DecodeRow(
        at=f"{technician_time_text(decode.at)}.{decode.at.microsecond // 1000:03d}",
        symbology=decode.symbology,
        title=code_title(decode.code, language),
        text=code_text(decode.code),
        took=f"{decode.ms:.0f}ms",
        slow=decode.ms > SLOW_MS,
    )
