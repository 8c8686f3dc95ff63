"""Decides over several frames which reads to believe, and says each shown item once.

Bars can be misread with a right check digit, in one frame as in another; so a value must come from frames in
which the code lies differently, or more often, and a different value at the same place starts
the count anew. 2D codes correct their own errors and are believed at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hardware.vision.engines import Barcode, Quad

_NEEDED = {"EAN-13": 4, "UPC-A": 4, "Code 128": 4, "DataBar": 4, "DataBar Expanded": 4}  # half votes
_NEEDED_ELSEWHERE = 6  # EAN-8, UPC-E, ITF, DataBar Limited: short or weakly checked
_MOVED = 2  # half votes for a frame in which the code lies differently
_STILL = 1
_MOVED_BY = 2  # pixels
_TWO_DIMENSIONAL = ("QR", "Data Matrix")

VOTES_LAST = 1.0  # seconds between two frames that count together
GONE_AFTER = 1.5  # seconds out of view after which the same value is a new item
MISSED_AFTER = 2.0
_STILL_THERE = 0.3
_LOCATED_GAP = 0.5


@dataclass
class _Candidate:
    half_votes: int
    quad: Quad
    seen_at: float


@dataclass(frozen=True, slots=True)
class _Sight:
    quad: Quad
    at: float


class Confirmation:
    """Is told what each frame held and when; gives back the codes to act on."""

    def __init__(self) -> None:
        self._candidates: dict[str, _Candidate] = {}
        self._in_view: dict[str, _Sight] = {}

    def see(self, codes: Sequence[Barcode], at: float) -> list[Barcode]:
        """Count one frame's reads; `at` is monotonic seconds."""
        self._forget(at)
        accepted = []
        for code in codes:
            if not _may_be_a_code(code):
                continue
            value = _value(code)
            if value in self._in_view:
                self._in_view[value] = _Sight(code.quad, at)
            elif self._believed(value, code, at):
                self._candidates.pop(value, None)
                self._in_view[value] = _Sight(code.quad, at)
                accepted.append(code)
        return accepted

    def _believed(self, value: str, code: Barcode, at: float) -> bool:
        if code.symbology in _TWO_DIMENSIONAL:
            return True
        self._drop_contradicted(value, code.quad)
        if self._contradicts_accepted(code.quad, at):
            return False
        candidate = self._candidates.get(value)
        if candidate is None:
            self._candidates[value] = _Candidate(_MOVED, code.quad, at)
            return False
        candidate.half_votes += _MOVED if _moved(candidate.quad, code.quad) else _STILL
        candidate.quad, candidate.seen_at = code.quad, at
        return candidate.half_votes >= _NEEDED.get(code.symbology, _NEEDED_ELSEWHERE)

    def _drop_contradicted(self, value: str, quad: Quad) -> None:
        for other in [v for v, c in self._candidates.items() if v != value and _overlap(c.quad, quad)]:
            del self._candidates[other]
            self._candidates.pop(value, None)

    def _contradicts_accepted(self, quad: Quad, at: float) -> bool:
        # The item just taken is still there, so another value at its place is a misread of it.
        return any(at - sight.at <= _STILL_THERE and _overlap(sight.quad, quad) for sight in self._in_view.values())

    def _forget(self, at: float) -> None:
        self._in_view = {v: s for v, s in self._in_view.items() if at - s.at <= GONE_AFTER}
        self._candidates = {v: c for v, c in self._candidates.items() if at - c.seen_at <= VOTES_LAST}


class MissedCodes:
    """Notices bars that stay in view and are not read, so that the shopper can be helped."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._last = 0.0
        self._told = False

    def see(self, located: bool, read: bool, at: float) -> bool:
        """Count one frame; True once when bars have been in view unread for two seconds."""
        if read or (self._since is not None and at - self._last > _LOCATED_GAP):
            self._since, self._told = None, False
        if not located or read:
            return False
        self._last = at
        if self._since is None:
            self._since = at
        if self._told or at - self._since < MISSED_AFTER:
            return False
        self._told = True
        return True


def _may_be_a_code(code: Barcode) -> bool:
    if code.symbology != "ITF":
        return True
    # Parts of other codes read as short ITF, so only a carton's 14 digits with their check digit count.
    return len(code.text) == 14 and code.text.isdecimal() and _checked(code.text)


def _checked(digits: str) -> bool:
    weighted = sum(int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(digits))
    return weighted % 10 == 0


def _value(code: Barcode) -> str:
    if code.symbology in ("EAN-13", "UPC-A", "UPC-E", "EAN-8") and code.text.isdecimal():
        return code.text.zfill(14) if code.symbology != "UPC-E" else f"UPC-E {code.text}"
    return f"{code.symbology} {code.text}"


def _moved(before: Quad, after: Quad) -> bool:
    return any(abs(x - u) >= _MOVED_BY or abs(y - v) >= _MOVED_BY for (x, y), (u, v) in zip(before, after, strict=True))


def _overlap(one: Quad, other: Quad) -> bool:
    left, top, right, bottom = _box(one)
    left2, top2, right2, bottom2 = _box(other)
    return left <= right2 and left2 <= right and top <= bottom2 and top2 <= bottom


def _box(quad: Quad) -> tuple[int, int, int, int]:
    xs, ys = [x for x, _ in quad], [y for _, y in quad]
    return min(xs), min(ys), max(xs), max(ys)
