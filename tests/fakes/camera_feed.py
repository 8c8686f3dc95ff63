"""Frames for a camera's driver from a script, on a clock of its own."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from hardware.ports.camera import CameraSetting
from hardware.transports.camera_frames import Frame
from hardware.transports.camera_source import CameraAway, CameraControl

Picture = npt.NDArray[np.uint8]


class FilmClock:
    """Monotonic seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def _nothing() -> None:
    pass


class ScriptedFeed:
    """Gives the scripted pictures, so many seconds apart; None is silence, a `CameraAway` the end of the line.

    With its last picture it calls `at_end`, and gives that picture from then on.
    """

    def __init__(
        self,
        clock: FilmClock,
        script: Sequence[Picture | CameraAway | None],
        every: float = 0.1,
        live: bool = True,
        repeats: bool = False,
    ) -> None:
        self._clock, self._every = clock, every
        self._script = list(script)
        self._number = 0
        self._last = np.full((72, 128), 100, np.uint8)
        self.live, self.repeats = live, repeats
        self.at_end: Callable[[], None] = _nothing
        self.before: dict[int, Callable[[], None]] = {}  # what to do before the frame of a number is given
        self.given: list[float] = []
        self.wishes: list[tuple[CameraControl, float | None]] = []
        self.opened = self.closed = self.ended = 0

    def open(self) -> None:
        self.opened += 1

    def next(self, within: float) -> Frame | None:
        step = self._script.pop(0) if self._script else self._last
        if isinstance(step, CameraAway):
            raise step
        if step is None:
            self._clock.now += max(within, 0.0)
            return None
        if not self._script:
            self.at_end()
        self._clock.now += self._every
        self.before.pop(self._number + 1, _nothing)()
        self._last, self._number = step, self._number + 1
        self.given.append(self._clock.now)
        return Frame(self._number, step, step, self._clock.now)

    def adjust(self, control: CameraControl, value: float | None) -> None:
        self.wishes.append((control, value))

    def settings(self) -> Mapping[CameraControl, CameraSetting]:
        return dict.fromkeys(CameraControl, CameraSetting())

    def close(self) -> None:
        self.closed += 1

    def end(self) -> None:
        self.ended += 1


def noisy(grey: int = 100, seed: int = 0, count: int = 1, size: tuple[int, int] = (72, 128)) -> list[Picture]:
    """Pictures of an even grey with a sensor's noise, no two alike."""
    chance = np.random.default_rng(seed)
    return [np.clip(grey + chance.integers(-3, 4, size), 0, 255).astype(np.uint8) for _ in range(count)]
