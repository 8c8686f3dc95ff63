"""Takes frames from a camera and keeps only the newest, grey."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import cv2
import numpy as np

from hardware.ports.camera import CameraCondition, CameraSetting
from hardware.transports.camera_address import without_secrets
from hardware.transports.camera_source import CameraAway, CameraControl, CameraWishes, FrameSource, Picture
from hardware.transports.camera_sources import open_source

_LETS_GO_WITHIN = 2.5  # seconds; longer than any read of ours blocks


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame: its count since the start, its pixels as they came and grey, and when it came (monotonic seconds)."""

    number: int
    picture: Picture
    grey: Picture
    at: float


class CameraFrames:
    """Reads on its own thread, so that whoever decodes slowly sees the present and not a queue of the past.

    A read that blocks holds nobody up: its thread is left behind and lets its source go when the read ends.
    """

    def __init__(
        self,
        address: str,
        wishes: CameraWishes = CameraWishes(),  # noqa: B008  frozen
        mirrored: bool = False,
        clock: Callable[[], float] = time.monotonic,
        opened: Callable[[str, CameraWishes], FrameSource] = open_source,
    ) -> None:
        self._address = address
        self._wishes = wishes
        self._mirrored = mirrored
        self._clock = clock
        self._opened = opened
        self._news = threading.Condition()
        self._picture: Picture | None = None
        self._number = 0
        self._at = 0.0
        self._over: CameraAway | None = None
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        wished = (wishes.exposure, wishes.gain, wishes.focus)
        self._wished = dict(zip(CameraControl, wished, strict=True))
        self._to_adjust: dict[CameraControl, float | None] = {}
        self._settings = dict.fromkeys(CameraControl, CameraSetting())
        self.live = False
        self.repeats = False

    def open(self) -> None:
        """Open the source and start to take frames; raises `CameraAway` when it is not there."""
        self.close()
        self._wait_for_the_last()
        source = self._opened(self._address, self._wishes)
        self.live, self.repeats = source.live, source.repeats
        self._closing = threading.Event()
        with self._news:
            self._picture, self._over = None, None
            self._to_adjust = dict(self._wished)
        self._thread = threading.Thread(
            target=self._take,
            args=(source, self._closing),
            name=f"camera {without_secrets(self._address)}",
            daemon=True,
        )
        self._thread.start()

    def next(self, within: float) -> Frame | None:
        """The newest frame that was not given out yet, or None when none came within so many seconds.

        Raises `CameraAway` when the source has ended.
        """
        with self._news:
            self._news.wait_for(lambda: self._picture is not None or self._over, max(within, 0.0))
            if self._picture is None and self._over:
                raise self._over
            picture, number, at = self._picture, self._number, self._at
            self._picture = None
        if picture is None:
            return None
        if self._mirrored:
            picture = np.asarray(cv2.flip(picture, 1), dtype=np.uint8)
        return Frame(number, picture, _grey(picture), at)

    def adjust(self, control: CameraControl, value: float | None) -> None:
        """Wish for a setting now and after each opening; done before the next frame is taken."""
        with self._news:
            self._wished[control] = self._to_adjust[control] = value

    def settings(self) -> Mapping[CameraControl, CameraSetting]:
        """What the device took of each wish."""
        with self._news:
            return dict(self._settings)

    def close(self) -> None:
        """Stop taking frames, at once; the camera is let go as soon as the read under way ends."""
        self._closing.set()

    def end(self) -> None:
        """Stop for good: wait until the camera is let go, 2.5 s at most (Python must not end within OpenCV's read)."""
        self.close()
        self._wait_for_the_last()

    def _wait_for_the_last(self) -> None:
        # A device can be opened by one only, so its last reader must have gone.
        thread, self._thread = self._thread, None
        if thread is not None and thread is not threading.current_thread():
            thread.join(_LETS_GO_WITHIN)

    def _take(self, source: FrameSource, closing: threading.Event) -> None:
        why = "The camera stopped sending pictures: check its cable."
        try:
            while not closing.is_set():
                self._do_wishes(source)
                picture = source.read()
                if picture is None:
                    break
                with self._news:
                    if closing.is_set():
                        return
                    self._picture, self._at = picture, self._clock()
                    self._number += 1
                    self._news.notify_all()
        except (cv2.error, OSError) as problem:
            why = f"The camera failed: {str(problem).replace(self._address, without_secrets(self._address))}"
        finally:
            source.close()
            with self._news:
                if not closing.is_set():
                    self._over = CameraAway(why, CameraCondition.SILENT)
                    self._news.notify_all()

    def _do_wishes(self, source: FrameSource) -> None:
        with self._news:
            wishes, self._to_adjust = self._to_adjust, {}
        for control, value in wishes.items():
            taken = source.adjust(control, value)
            with self._news:
                self._settings[control] = taken


def _grey(picture: Picture) -> Picture:
    if picture.ndim == 2:
        return picture
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
