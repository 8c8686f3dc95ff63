"""Takes frames from a camera and keeps only the newest, grey."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from hardware.errors import DeviceOffline
from hardware.transports.camera_sources import FrameSource, Picture, open_source

SIZE = (1280, 720)


@dataclass(frozen=True, slots=True)
class Frame:
    """A grey frame: its count since the start, its pixels, and when it came (monotonic seconds)."""

    number: int
    grey: Picture
    at: float


class CameraFrames:
    """Reads on its own thread, so that whoever decodes slowly sees the present and not a queue of the past."""

    def __init__(self, address: str, size: tuple[int, int] = SIZE, clock: Callable[[], float] = time.monotonic) -> None:
        self._address = address
        self._size = size
        self._clock = clock
        self._news = threading.Condition()
        self._picture: Picture | None = None
        self._number = 0
        self._at = 0.0
        self._over = ""
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self.live = False

    def open(self) -> None:
        """Open the source and start to take frames; raises `DeviceOffline` when it is not there."""
        self.close()
        source = open_source(self._address, self._size)
        self.live = source.live
        self._closing = threading.Event()
        self._picture, self._over = None, ""
        self._thread = threading.Thread(
            target=self._take, args=(source, self._closing), name=f"camera {self._address}", daemon=True
        )
        self._thread.start()

    def next(self, within: float) -> Frame | None:
        """The newest frame that was not given out yet, or None when none came within so many seconds.

        Raises `DeviceOffline` when the source has ended.
        """
        with self._news:
            self._news.wait_for(lambda: self._picture is not None or self._over, within)
            if self._picture is None and self._over:
                raise DeviceOffline(self._over)
            picture, number, at = self._picture, self._number, self._at
            self._picture = None
        return None if picture is None else Frame(number, _grey(picture), at)

    def close(self) -> None:
        """Stop taking frames and let the camera go."""
        self._closing.set()
        thread, self._thread = self._thread, None
        if thread is not None and thread is not threading.current_thread():
            thread.join(5.0)

    def _take(self, source: FrameSource, closing: threading.Event) -> None:
        why = "The camera stopped sending pictures."
        try:
            while not closing.is_set():
                picture = source.read()
                if picture is None:
                    break
                with self._news:
                    self._picture, self._at = picture, self._clock()
                    self._number += 1
                    self._news.notify_all()
        except (cv2.error, OSError) as problem:
            why = f"The camera failed: {problem}"
        finally:
            source.close()
            if not closing.is_set():
                with self._news:
                    self._over = why
                    self._news.notify_all()


def _grey(picture: Picture) -> Picture:
    if picture.ndim == 2:
        return picture
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
