"""What a driver of a camera that reads codes offers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from hardware.ports.scanner import ScannerEvent


@dataclass(frozen=True, slots=True)
class CameraView:
    """What the camera saw last: figures for the technician.

    `jpeg` is the last frame made small; `sharpness` the variance of its Laplacian; `light` the mean
    grey value 0 to 255; `age` seconds since the frame came.
    """

    width: int
    height: int
    rate: float
    sharpness: float
    light: float
    age: float
    jpeg: bytes
    quads: tuple[tuple[tuple[int, int], ...], ...]
    last_text: str


class CodeCamera(Protocol):
    """A camera whose frames are decoded on the thread it is given until closed."""

    def run(self, deliver: Callable[[ScannerEvent], None]) -> None: ...

    def view(self) -> CameraView | None: ...

    def close(self) -> None: ...
