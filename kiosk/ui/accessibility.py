"""Measures a screen against the accessibility rules: pure arithmetic on rectangles, in millimetres."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot

TARGET_MM = 20.0
GAP_MM = 2.5
SMALLEST_INK_MM = 7.25
ACTION_INK_MM = 9.0
ROUNDING_PX = 1.5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the panel, in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """First column beyond it."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """First row beyond it."""
        return self.y + self.height

    def cut(self, other: "Box") -> "Box":
        """The part inside the other box; empty sides are 0."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Box(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))

    def within(self, other: "Box", slack: float = ROUNDING_PX) -> bool:
        """Whether nothing but rounding sticks out of the other box."""
        return (
            self.x >= other.x - slack
            and self.y >= other.y - slack
            and self.right <= other.right + slack
            and self.bottom <= other.bottom + slack
        )

    def distance(self, other: "Box") -> float:
        """Free pixels between two boxes; negative where they overlap."""
        dx = max(self.x, other.x) - min(self.right, other.right)
        dy = max(self.y, other.y) - min(self.bottom, other.bottom)
        if dx < 0 and dy < 0:
            return max(dx, dy)
        return hypot(max(dx, 0.0), max(dy, 0.0))


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be touched: what it is called, its whole box and the part that is not hidden."""

    where: str
    name: str
    role: str
    box: Box
    seen: Box
    pressable: bool = True


@dataclass(frozen=True, slots=True)
class Ink:
    """One shown text: glyph heights in pixels (its own, and a Hangul syllable's of the same size)."""

    where: str
    text: str
    box: Box
    room: Box
    own_px: float
    hangul_px: float
    action: bool = False
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule: its number in the requirements, where, and what was measured."""

    rule: str
    where: str
    measured: str

    def __str__(self) -> str:
        return f"{self.rule} {self.where}: {self.measured}"


def unnamed(targets: Iterable[Target]) -> list[Finding]:
    """Targets without a name, or without a press action (C-3)."""
    found = [Finding("C-3", t.where, f"{t.role} without a name") for t in targets if not t.name.strip()]
    return found + [Finding("C-3", t.where, "cannot be pressed through the tree") for t in targets if not t.pressable]


def too_small(targets: Iterable[Target], mm_per_px: float) -> list[Finding]:
    """Targets under 20 x 20 mm (B-1, design system 6)."""
    least = TARGET_MM / mm_per_px - ROUNDING_PX
    return [
        Finding("B-1", t.where, f"{t.box.width * mm_per_px:.1f} x {t.box.height * mm_per_px:.1f} mm, not 20 x 20")
        for t in targets
        if t.box.width < least or t.box.height < least
    ]


def too_close(targets: Sequence[Target], mm_per_px: float) -> list[Finding]:
    """Pairs of targets with less than 2.5 mm between them (B-2)."""
    least = GAP_MM / mm_per_px - ROUNDING_PX
    seen = [t for t in targets if t.seen.width > 0 and t.seen.height > 0]
    found = []
    for number, one in enumerate(seen):
        for other in seen[number + 1 :]:
            gap = one.seen.distance(other.seen)
            if gap < least:
                found.append(Finding("B-2", f"{one.where} / {other.where}", f"{gap * mm_per_px:.1f} mm apart, not 2.5"))
    return found


def too_thin(texts: Iterable[Ink], mm_per_px: float) -> list[Finding]:
    """Texts under 7.25 mm of ink (A-1); prices and labels of buttons under 9 mm (A-2).

    Sizes of labels are set by the height of Hangul, so that A-2 holds the Hangul of that size to 9 mm and
    A-1 holds whatever is really written to 7.25 mm.
    """
    found = []
    for ink in texts:
        if ink.own_px * mm_per_px < SMALLEST_INK_MM - 0.05:
            found.append(Finding("A-1", ink.where, f"{ink.text!r} is {ink.own_px * mm_per_px:.2f} mm high"))
        elif ink.action and ink.hangul_px * mm_per_px < ACTION_INK_MM - 0.05:
            found.append(Finding("A-2", ink.where, f"{ink.text!r} is {ink.hangul_px * mm_per_px:.2f} mm high"))
    return found


def cut_off(texts: Iterable[Ink]) -> list[Finding]:
    """Texts that are shortened or stick out of the surface they stand on (A-3)."""
    found = []
    for ink in texts:
        if ink.truncated:
            found.append(Finding("A-3", ink.where, f"{ink.text!r} is shortened"))
        elif not ink.box.within(ink.room):
            found.append(Finding("A-3", ink.where, f"{ink.text!r} sticks out: {ink.box} of {ink.room}"))
    return found


def out_of_reach(targets: Iterable[Target], reach_top_px: float) -> list[Finding]:
    """Targets above the line that low reach allows (B-4)."""
    return [
        Finding("B-4", t.where, f"starts at y {t.seen.y:.0f}, reach ends at {reach_top_px:.0f}")
        for t in targets
        if t.seen.height > 0 and t.seen.y < reach_top_px - ROUNDING_PX
    ]
