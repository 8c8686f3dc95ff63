"""What the passes over one picture read, joined by value and place: how many agree, and what contradicts."""

from dataclasses import dataclass, field, replace

from hardware.vision.code_form import value_of
from hardware.vision.code_places import Place, place_of
from hardware.vision.engines import Barcode

_SQUARE = ("QR", "Data Matrix")


@dataclass(frozen=True, slots=True)
class StillCode:
    """A code of a still picture with the evidence for it.

    `passes` names each pass that read this very value here, once; `engines` who took part. `conflicting` are other
    values that passes read at the same place, each with the number of passes.
    """

    barcode: Barcode
    passes: tuple[str, ...]
    engines: tuple[str, ...]
    conflicting: tuple[tuple[str, int], ...] = ()


@dataclass
class _Reads:
    barcode: Barcode
    place: Place
    passes: list[str] = field(default_factory=list)
    engines: list[str] = field(default_factory=list)


class StillEvidence:
    """Collects the reads of one picture."""

    def __init__(self) -> None:
        self._reads: list[_Reads] = []

    def add(self, code: Barcode, name: str) -> None:
        """Note that the pass of this name read this code."""
        place, value = place_of(code.quad), value_of(code)
        for reads in self._reads:
            if value_of(reads.barcode) == value and _same_place(reads.place, place):
                break
        else:
            reads = _Reads(code, place)
            self._reads.append(reads)
        if place.half_height * place.half_width > reads.place.half_height * reads.place.half_width:
            reads.place = place
            reads.barcode = replace(reads.barcode, quad=code.quad)
        if name not in reads.passes:
            reads.passes.append(name)
        if code.engine not in reads.engines:
            reads.engines.append(code.engine)

    @property
    def codes(self) -> tuple[Barcode, ...]:
        """Every different code so far, contradicted or not."""
        return tuple(reads.barcode for reads in self._reads)

    def covers(self, place: Place) -> bool:
        """Whether something was read there."""
        return any(_same_place(reads.place, place) for reads in self._reads)

    def judged(self) -> tuple[StillCode, ...]:
        """One code a place: of values that contradict each other the one that more passes read, the first of equals."""
        judged = []
        for reads in self._reads:
            rivals = [other for other in self._reads if other is not reads and _rivals(reads, other)]
            if any(self._outdone(reads, rival) for rival in rivals):
                continue
            conflicting = tuple((rival.barcode.text, len(rival.passes)) for rival in rivals)
            judged.append(StillCode(reads.barcode, tuple(reads.passes), tuple(reads.engines), conflicting))
        return tuple(judged)

    def _outdone(self, reads: _Reads, rival: _Reads) -> bool:
        if len(reads.passes) != len(rival.passes):
            return len(rival.passes) > len(reads.passes)
        return self._reads.index(rival) < self._reads.index(reads)


def _rivals(one: _Reads, other: _Reads) -> bool:
    # A 2D code corrects its own errors, and may well be printed beside bars within one box.
    if one.barcode.symbology in _SQUARE or other.barcode.symbology in _SQUARE:
        return False
    return value_of(one.barcode) != value_of(other.barcode) and _same_place(one.place, other.place)


def _same_place(one: Place, other: Place) -> bool:
    return _holds(one, other) or _holds(other, one)


def _holds(one: Place, other: Place) -> bool:
    return abs(one.x - other.x) <= one.half_width and abs(one.y - other.y) <= one.half_height
