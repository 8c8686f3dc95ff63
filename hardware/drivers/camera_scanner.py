"""Reads codes from what a camera sees."""

import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

import cv2

from hardware.codecs.barcode_line import refusal
from hardware.codecs.symbology import GS1_IDENTIFIERS
from hardware.errors import DeviceGarbled, DeviceOffline
from hardware.ports.camera import CameraView
from hardware.ports.scanner import CodeMissed, CodeRead, CodeRefused, ScannerEvent
from hardware.transports.camera_frames import CameraFrames, Frame
from hardware.vision.confirmation import Confirmation, MissedCodes
from hardware.vision.engines import Barcode, Quad
from hardware.vision.pipeline import DecodePipeline

_FRAME_WITHIN = 3.0
_TROUBLE_AFTER = 3.0  # seconds of black or frozen picture until somebody must look
_BLACK = 6.0  # mean grey value below which no code can be seen
_VIEW_WIDTH = 480


@dataclass(frozen=True, slots=True)
class _Seen:
    frame: Frame
    quads: tuple[Quad, ...]
    rate: float
    text: str


class CameraScanner:
    """Speaks the port `CodeCamera`: frames in, confirmed codes out; no frame is kept but the last."""

    def __init__(
        self,
        frames: CameraFrames,
        pipeline: DecodePipeline,
        device: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._frames = frames
        self._pipeline = pipeline
        self._device = device
        self._clock = clock
        self._closed = False
        self._announce: Callable[[], None] = lambda: None
        self._lock = Lock()
        self._seen: _Seen | None = None

    def when_connected(self, announce: Callable[[], None]) -> None:
        """Remember whom to tell that pictures come that show something."""
        self._announce = announce

    def run(self, deliver: Callable[[ScannerEvent], None]) -> None:
        """Decode until closed; raises `DeviceOffline` without pictures, `DeviceGarbled` for black or frozen ones."""
        confirmation, missed = Confirmation(), MissedCodes()
        watch = _PictureWatch()
        announced = False
        try:
            self._frames.open()
            while not self._closed:
                frame = self._frames.next(_FRAME_WITHIN)
                if frame is None:
                    raise DeviceOffline("The camera sends no pictures: check its cable.")
                healthy = watch.look(frame, self._frames.live)
                if healthy and not announced:
                    announced = True
                    self._announce()
                reading = self._pipeline.read(frame.grey)
                for code in confirmation.see(reading.barcodes, frame.at):
                    self._keep(frame, reading.located, code.text)
                    deliver(self._event(code, frame.at))
                if missed.see(bool(reading.located), bool(reading.barcodes), frame.at):
                    deliver(CodeMissed(self._device, frame.at))
                self._keep(frame, reading.located)
        finally:
            self._frames.close()

    def view(self) -> CameraView | None:
        """The last frame made small with its figures; None before the first."""
        with self._lock:
            seen = self._seen
        if seen is None:
            return None
        grey = seen.frame.grey
        height, width = grey.shape[:2]
        small = cv2.resize(grey, (_VIEW_WIDTH, max(height * _VIEW_WIDTH // width, 1)), interpolation=cv2.INTER_AREA)
        _done, jpeg = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 80])
        return CameraView(
            width=width,
            height=height,
            rate=round(seen.rate, 1),
            sharpness=float(cv2.Laplacian(grey, cv2.CV_64F).var()),
            light=float(grey.mean()),
            age=max(self._clock() - seen.frame.at, 0.0),
            jpeg=jpeg.tobytes(),
            quads=seen.quads,
            last_text=seen.text,
        )

    def close(self) -> None:
        """Let `run` end after the frame under way."""
        self._closed = True

    def _keep(self, frame: Frame, quads: tuple[Quad, ...], text: str | None = None) -> None:
        with self._lock:
            before = self._seen
            rate, last = 0.0, ""
            if before is not None:
                last = before.text
                rate = before.rate
                passed = frame.at - before.frame.at
                if passed > 0:
                    now = (frame.number - before.frame.number) / passed
                    rate = now if rate == 0.0 else 0.9 * rate + 0.1 * now
            self._seen = _Seen(frame, quads, rate, last if text is None else text)

    def _event(self, code: Barcode, at: float) -> ScannerEvent:
        if (refused := refusal(code.text)) is not None:
            return CodeRefused(refused.reason, self._device, at)
        return CodeRead(code.text, code.symbology, self._device, at, code.identifier in GS1_IDENTIFIERS)


class _PictureWatch:
    """Notices a lens that is covered and a camera that sends one picture for ever."""

    def __init__(self) -> None:
        self._print = -1
        self._changed_at: float | None = None
        self._bright_at: float | None = None
        self._pictures = 0

    def look(self, frame: Frame, live: bool) -> bool:
        """Whether the picture is alive and bright now; raises `DeviceGarbled` when it has not been for 3 s."""
        rows = frame.grey[::16]
        fingerprint = zlib.crc32(rows.tobytes())
        if self._changed_at is None or self._bright_at is None:
            self._changed_at = self._bright_at = frame.at
        # The noise of a real sensor changes every picture; a still from a file does not.
        changed = fingerprint != self._print
        if changed or not live:
            self._changed_at = frame.at
            self._pictures += 1
        self._print = fingerprint
        bright = float(rows.mean()) >= _BLACK
        if bright:
            self._bright_at = frame.at
        if frame.at - self._changed_at > _TROUBLE_AFTER:
            raise DeviceGarbled("The camera's picture is frozen: unplug the camera and plug it in again.")
        if frame.at - self._bright_at > _TROUBLE_AFTER:
            raise DeviceGarbled("The camera's picture is black: is the lens covered or the light off?")
        return bright and (self._pictures > 1 or not live)
