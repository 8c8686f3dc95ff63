"""Keeps what a camera saw and how well it read, for the technician: the last frame, a minute of figures, no archive."""

import statistics
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock

import cv2
import numpy as np

from hardware.ports.camera import (
    SERIES_SECONDS,
    CameraCondition,
    CameraSetting,
    CameraTest,
    CameraView,
    Decode,
    DecodeTimes,
    Quad,
    Refusal,
    SeenCode,
    TestVerdict,
)
from hardware.transports.camera_frames import Frame
from hardware.transports.camera_source import CameraControl, Picture
from hardware.vision.engines import Barcode
from hardware.vision.picture_health import PictureHealth

_DECODES = 20
_RATE_OVER = 2.0  # seconds
_FEWEST_PICTURES = 8.0  # a second
_HARDLY = 0.5
_WITHOUT_PICTURE = (
    CameraCondition.NO_DEVICE,
    CameraCondition.BUSY,
    CameraCondition.REFUSED,
    CameraCondition.CLOSED,
)
_HINTED = {
    "too dark": TestVerdict.TOO_DARK,
    "too bright": TestVerdict.TOO_BRIGHT,
    "blurred": TestVerdict.BLURRED,
}


@dataclass(frozen=True, slots=True)
class FrameFigures:
    """One frame: its number and time, decoding in ms, whether a code was in view, read, and how many taken.

    `decoded` is False for frames that showed nothing worth the time.
    """

    number: int
    at: float
    ms: float
    seen: bool = False
    read: bool = False
    accepted: int = 0
    decoded: bool = True


class CameraRecord:
    """Is told by the camera's thread and asked by any other.

    Texts of codes are kept only while somebody watches and forgotten when they stop: they can be payment codes.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = Lock()
        self._minute: deque[FrameFigures] = deque()
        self._decodes: deque[Decode] = deque(maxlen=_DECODES)
        self._frame: Frame | None = None
        self._view = CameraView(0.0, CameraCondition.OPENING)
        self._changed_at = 0.0
        self._watched_until = 0.0
        self._tested_until = 0.0

    def became(self, condition: CameraCondition, reason: str = "") -> None:
        """Note what becomes of the pictures."""
        with self._lock:
            if condition in _WITHOUT_PICTURE:
                self._frame = None
                self._decodes.clear()
            codes = self._view.codes if condition is CameraCondition.LIVE else ()
            self._view = replace(self._view, condition=condition, reason=reason, codes=codes)

    def measured(self, health: PictureHealth) -> None:
        """Note the figures of a picture."""
        with self._lock:
            self._view = replace(
                self._view,
                sharpness=health.sharpness,
                light=health.light,
                dark=health.dark,
                bright=health.bright,
                motion=health.motion,
                hint=health.hint,
            )

    def arrived(self, frame: Frame, unchanged_for: float, region: tuple[int, int, int, int]) -> None:
        """Note a frame, before it is decoded."""
        height, width = frame.grey.shape[:2]
        with self._lock:
            self._changed_at = frame.at - unchanged_for
            self._view = replace(self._view, width=width, height=height, region=region)

    def decoded(self, frame: Frame, figures: FrameFigures, codes: Sequence[SeenCode]) -> None:
        """Note what decoding a frame came to; this frame is shown from now on, so that its codes lie on it."""
        with self._lock:
            self._frame = frame
            self._minute.append(figures)
            while self._minute[0].at < figures.at - SERIES_SECONDS:
                self._minute.popleft()
            kept = codes if self._watched() else [replace(code, text="") for code in codes]
            self._view = replace(self._view, codes=tuple(kept))

    def accepted(self, code: Barcode, at: float, ms: float) -> None:
        """Note a code that was taken."""
        with self._lock:
            if self._watched():
                self._decodes.appendleft(Decode(at, code.symbology, code.text, ms))

    def watch(self, seconds: float) -> None:
        """Keep texts for so many seconds from now."""
        with self._lock:
            self._watched_until = self._clock() + seconds
            self._forget_unwatched()

    def view(self, width: int, settings: Mapping[CameraControl, CameraSetting]) -> CameraView:
        """The state now, with a picture of `width` pixels when somebody watches."""
        now = self._clock()
        with self._lock:
            self._forget_unwatched()
            frame = self._frame if self._watched() else None
            entries = tuple(self._minute)
            view = replace(
                self._view,
                at=now,
                age=max(now - self._changed_at, 0.0) if self._frame is not None else 0.0,
                decodes=tuple(self._decodes),
                testing=max(self._tested_until - now, 0.0),
            )
        return replace(
            view,
            rate=_rate(entries, now),
            times=_times(entries, now),
            success=_success(entries, now),
            exposure=settings[CameraControl.EXPOSURE],
            gain=settings[CameraControl.GAIN],
            focus=settings[CameraControl.FOCUS],
            jpeg=b"" if frame is None else small_picture(frame.picture, width),
        )

    def picture(self) -> Picture | None:
        """The last frame in full."""
        with self._lock:
            return None if self._frame is None else self._frame.picture

    def begin_test(self, seconds: float) -> float:
        """When the test begins; views say how long it still takes."""
        with self._lock:
            now = self._clock()
            self._tested_until = now + seconds
            return now

    def end_test(self, began: float) -> CameraTest:
        """What came since then."""
        now = self._clock()
        with self._lock:
            self._tested_until = 0.0
            entries = [figures for figures in self._minute if figures.at > began]
            view = self._view
        return _judged(entries, now - began, view)

    def _watched(self) -> bool:
        return self._clock() < self._watched_until

    def _forget_unwatched(self) -> None:
        if not self._watched():
            self._decodes.clear()
            self._view = replace(self._view, codes=tuple(replace(code, text="") for code in self._view.codes))


def small_picture(picture: Picture, width: int) -> bytes:
    """A JPEG of the picture, `width` pixels wide; never larger than it is."""
    height, full = picture.shape[:2]
    if width < full:
        size = (width, max(height * width // full, 1))
        picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    _done, jpeg = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 80])
    return jpeg.tobytes()


def seen_codes(
    judged: Mapping[Barcode, Refusal | None], located: Sequence[Quad], taken: Callable[[Barcode], bool]
) -> list[SeenCode]:
    """Codes that were read, with why they did not count, and the places where only bars were found."""
    read = [SeenCode(code.quad, code.symbology, code.text, taken(code), why) for code, why in judged.items()]
    return read + [SeenCode(quad) for quad in located if all(quad != code.quad for code in judged)]


def _rate(entries: Sequence[FrameFigures], now: float) -> float:
    lately = [figures for figures in entries if figures.at >= now - _RATE_OVER]
    if len(lately) < 2 or lately[-1].at <= lately[0].at:
        return 0.0
    return (lately[-1].number - lately[0].number) / (lately[-1].at - lately[0].at)


def _times(entries: Sequence[FrameFigures], now: float) -> DecodeTimes:
    series = [0.0] * SERIES_SECONDS
    minute = [figures for figures in entries if figures.decoded and now - figures.at < SERIES_SECONDS]
    for figures in minute:
        place = SERIES_SECONDS - 1 - max(int(now - figures.at), 0)
        series[place] = max(series[place], figures.ms)
    if not minute:
        return DecodeTimes()
    spent = [figures.ms for figures in minute]
    return DecodeTimes(spent[-1], statistics.median(spent), max(spent), tuple(series))


def _success(entries: Sequence[FrameFigures], now: float) -> float | None:
    seen = [figures for figures in entries if figures.seen and now - figures.at < SERIES_SECONDS]
    return sum(figures.read for figures in seen) / len(seen) if seen else None


def _judged(entries: Sequence[FrameFigures], seconds: float, view: CameraView) -> CameraTest:
    frames = entries[-1].number - entries[0].number + 1 if entries else 0
    spent = [figures.ms for figures in entries if figures.decoded] or [0.0]
    test = CameraTest(
        seconds=seconds,
        frames=frames,
        rate=frames / seconds if seconds > 0 else 0.0,
        seen=sum(figures.seen for figures in entries),
        read=sum(figures.read for figures in entries),
        accepted=sum(figures.accepted for figures in entries),
        median_ms=statistics.median(spent),
        worst_ms=max(spent),
        verdict=TestVerdict.PASSED,
    )
    return replace(test, verdict=_verdict(test, view))


def _verdict(test: CameraTest, view: CameraView) -> TestVerdict:
    if view.condition is CameraCondition.FROZEN:
        return TestVerdict.FROZEN
    if view.condition is CameraCondition.BLACK:
        return TestVerdict.BLACK
    if test.frames == 0 or view.condition is not CameraCondition.LIVE:
        return TestVerdict.NO_PICTURES
    if test.rate < _FEWEST_PICTURES:
        return TestVerdict.FEW_PICTURES
    # A code that lay there before the test began is read and not taken again.
    if test.seen == 0 or test.read < _HARDLY * test.seen:
        hinted = _HINTED.get(view.hint.value)
        return hinted or (TestVerdict.HARDLY_READ if test.seen else TestVerdict.NO_CODE)
    if test.median_ms * test.rate > 1000.0:
        return TestVerdict.SLOW
    return TestVerdict.PASSED
