"""What a driver of a weighing scale offers."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class ScaleState(StrEnum):
    """What the scale says of the load on it."""

    STABLE = "stable"
    MOVING = "moving"
    EMPTY = "empty"
    OVER = "over"  # more than the scale can weigh
    UNDER = "under"  # below zero: something was on it when it was zeroed
    FAULT = "fault"  # the scale itself reports that it cannot weigh


@dataclass(frozen=True, slots=True)
class WeightReading:
    """One reading: `grams` is meaningful in STABLE and MOVING; `at` is monotonic seconds."""

    state: ScaleState
    grams: int
    device: str
    at: float


class Scale(Protocol):
    """A scale that is polled on the thread it is given until closed; raises `DeviceOffline` from `run`."""

    def run(self, deliver: Callable[[WeightReading], None]) -> None: ...

    def zero(self) -> None:
        """Take the present load as zero; raises `DeviceRefused` when the scale does not allow it."""
        ...

    def close(self) -> None: ...
