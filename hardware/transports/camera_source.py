"""What every source of camera frames offers, what is wished of it, and how OpenCV is kept quiet."""

import os
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

# OpenCV reads these when it first opens a camera. What FFmpeg has to say about a lost one is said in our own errors;
# a device that sends nothing must not hold its thread for OpenCV's usual ten seconds.
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
os.environ.setdefault("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2")

import cv2
import numpy as np
import numpy.typing as npt

from hardware.errors import DeviceOffline
from hardware.ports.camera import CameraCondition, CameraSetting

Picture = npt.NDArray[np.uint8]

cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)


class CameraAway(DeviceOffline):
    """There are no pictures; `condition` says what kind of absence it is."""

    def __init__(self, message: str, condition: CameraCondition) -> None:
        super().__init__(message)
        self.condition = condition


class CameraControl(StrEnum):
    """What can be set on a camera while it runs."""

    EXPOSURE = "exposure"  # milliseconds
    GAIN = "gain"
    FOCUS = "focus"


@dataclass(frozen=True, slots=True)
class CameraWishes:
    """How a device is to be set when it is opened; it takes the nearest that it can.

    `pixels` is the four-letter pixel format; MJPG, because USB 2 carries uncompressed pictures of this size at
    ten a second only. None for exposure and focus is automatic, for gain as the device has it.
    """

    width: int = 1280
    height: int = 720
    rate: int = 30
    pixels: str = "MJPG"
    exposure: float | None = None
    gain: float | None = None
    focus: float | None = None


class FrameSource(Protocol):
    """Gives one frame after the other.

    `live` when a lens is behind it; `repeats` when its codec skips what did not change, so that pictures may be
    equal for some seconds.
    """

    live: bool
    repeats: bool

    def read(self) -> Picture | None:
        """The next frame, waiting for it; None when there will be no more."""
        ...

    def adjust(self, control: CameraControl, value: float | None) -> CameraSetting:
        """Set a control, or None for automatic, and say what became of it; on the thread that reads."""
        ...

    def close(self) -> None: ...
