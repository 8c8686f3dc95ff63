"""Plays what a shopper does before the camera, as the reads that a decoder would give of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from hardware.ports.camera import Refusal
from hardware.vision.acceptance import Acceptance, Accepted
from hardware.vision.acceptance_rules import Policy, rules_of
from hardware.vision.engines import Barcode, Quad

NOODLES = "8801234567893"
COFFEE = "4901780188352"
WATER = "8801062636365"
MISREAD = "9074932437075"
PRINTED = "023942431015"  # what is printed where two decoders read MISREAD


def corners(x: float = 300, y: float = 200, width: int = 200, height: int = 80) -> Quad:
    left, top = round(x), round(y)
    return ((left, top), (left + width, top), (left + width, top + height), (left, top + height))


def code(text: str = NOODLES, x: float = 300, y: float = 200, symbology: str = "EAN-13", height: int = 80) -> Barcode:
    return Barcode(text, symbology, corners(x, y, 200, height))


def square(text: str, x: float = 600, y: float = 200, symbology: str = "QR") -> Barcode:
    return Barcode(text, symbology, corners(x, y, 100, 100))


@dataclass(frozen=True)
class Held:
    """A code that lies at a place, moves by pixels a second, and is read in a share of the frames."""

    code: Barcode
    right: float = 0.0
    down: float = 0.0
    readable: float = 1.0
    from_second: float = 0.0

    def after(self, seconds: float) -> Barcode:
        dx, dy = round(self.right * seconds), round(self.down * seconds)
        quad = tuple((x + dx, y + dy) for x, y in self.code.quad)
        return replace(self.code, quad=quad)


class Counter:
    def __init__(
        self,
        policy: Policy = Policy.STANDARD,
        known: Callable[[Barcode], bool] | None = None,
        same_item: Callable[[Barcode, Barcode], bool | None] | None = None,
        rate: float = 30.0,
        seed: int = 1,
    ) -> None:
        self.acceptance = Acceptance(rules_of(policy), known, same_item)
        self.now = 100.0
        self.accepted: list[Accepted] = []
        self.told_differ = 0
        self.refusals: list[tuple[str, Refusal]] = []
        self._rate = rate
        self._random = Random(seed)

    def frame(self, *codes: Barcode, located: Sequence[Quad] = ()) -> list[str]:
        """One frame; the texts that were taken."""
        self.now += 1 / self._rate
        return self.frame_of(self.now, *codes, located=located)

    def frame_of(self, at: float, *codes: Barcode, located: Sequence[Quad] = ()) -> list[str]:
        decision = self.acceptance.see(codes, at, located)
        self.accepted += decision.accepted
        self.told_differ += decision.differ
        self.refusals += [(refused.code.text, refused.why) for refused in decision.refused]
        return [one.code.text for one in decision.accepted]

    def show(self, seconds: float, *things: Held) -> list[str]:
        """Hold things for a while; the texts that were taken meanwhile."""
        count = len(self.accepted)
        for n in range(round(seconds * self._rate)):
            passed = n / self._rate
            codes = [
                thing.after(passed)
                for thing in things
                if passed >= thing.from_second and self._random.random() < thing.readable
            ]
            self.frame(*codes)
        return [one.code.text for one in self.accepted[count:]]

    def wait(self, seconds: float) -> list[str]:
        return self.show(seconds)

    @property
    def texts(self) -> list[str]:
        return [one.code.text for one in self.accepted]

    @property
    def showings(self) -> list[int]:
        return [one.showing for one in self.accepted]

    def why(self, text: str) -> set[Refusal]:
        return {why for of, why in self.refusals if of == text}
