"""Reads one picture with everything there is, cheap passes first."""

from dataclasses import dataclass

from hardware.vision.engines import Barcode, Effort, Grey, ZxingEngine
from hardware.vision.locate import bar_places
from hardware.vision.upright import upright


@dataclass(frozen=True, slots=True)
class StillCode:
    """A code of a still picture with the evidence for it.

    `passes` names each pass that read this very value, and `conflicting` are other values read where it lies.
    """

    barcode: Barcode
    passes: tuple[str, ...]
    conflicting: tuple[str, ...] = ()


def read_still(grey: Grey, *, proof: bool = False) -> tuple[StillCode, ...]:
    """All codes in a grey picture of any size; `proof` spends more passes so that the evidence can be judged."""
    engine = ZxingEngine()
    found: dict[tuple[str, str], tuple[Barcode, list[str]]] = {}

    def note(code: Barcode, name: str) -> None:
        found.setdefault((code.symbology, code.text), (code, []))[1].append(name)

    for code in engine.read(grey, Effort.FAST):
        note(code, "fast")
    if proof or not found:
        for place in bar_places(grey):
            crop = upright(grey, place, 2.0 if place.width < 200 else 1.0)
            for code in engine.read(crop.grey, Effort.FAST):
                note(crop.in_frame(code), "upright")
    if proof or not found:
        for code in engine.read(grey, Effort.FULL):
            note(code, "full")
    return tuple(StillCode(code, tuple(names)) for code, names in found.values())
