"""Reads codes from what a camera sees."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event, Lock
from typing import Protocol

import cv2

from hardware.codecs.barcode_line import refusal
from hardware.codecs.symbology import GS1_IDENTIFIERS
from hardware.drivers.camera_record import CameraRecord, FrameFigures, seen_codes
from hardware.errors import DeviceGarbled, DeviceMisused, DeviceOffline
from hardware.ports.camera import CameraCondition, CameraSetting, CameraTest, CameraView, CodeText, Refusal, ShopCodes
from hardware.ports.scanner import CodeMissed, CodeRead, CodeRefused, CodesDiffer, ScannerEvent
from hardware.transports.camera_frames import Frame
from hardware.transports.camera_source import CameraAway, CameraControl
from hardware.vision.acceptance import Acceptance, Decision
from hardware.vision.acceptance_rules import Policy, rules_of
from hardware.vision.deep_worker import DeepWorker
from hardware.vision.engines import Barcode, Quad
from hardware.vision.missed_codes import MissedCodes
from hardware.vision.picture_health import PictureMeter
from hardware.vision.picture_watch import BETWEEN_WHOLE_PICTURES, NOTICED_AFTER, PictureWatch
from hardware.vision.pipeline import DecodePipeline
from hardware.vision.reading_region import ReadingRegion

_FIRST_FRAME = 3.0  # seconds; USB cameras take some to start
_SILENT_AFTER = 0.9
_MEASURED_EVERY = 0.25
_OPENED_AGAIN = 10.0  # seconds of frozen picture; doubled each time, so that a false alarm costs little
_OPENED_AGAIN_MOST = 600.0
_STILL_IN_VIEW = 1.5
_Judged = dict[Barcode, Refusal | None]  # what was read, and why it did not count
_TROUBLES = {
    CameraCondition.FROZEN: "The camera's picture is frozen: unplug the camera and plug it in again.",
    CameraCondition.BLACK: "The camera's picture is black: is the lens covered or the light off?",
}


class FrameFeed(Protocol):
    """What the driver needs of `CameraFrames`."""

    live: bool
    repeats: bool

    def open(self) -> None: ...

    def next(self, within: float) -> Frame | None: ...

    def adjust(self, control: CameraControl, value: float | None) -> None: ...

    def settings(self) -> Mapping[CameraControl, CameraSetting]: ...

    def close(self) -> None: ...

    def end(self) -> None: ...


def _nobody() -> None:
    pass


def _no_trouble(_reason: str) -> None:
    pass


class CameraScanner:
    """Speaks the port `CodeCamera`: frames in, accepted codes out; no frame is kept but the last."""

    def __init__(
        self,
        frames: FrameFeed,
        pipeline: DecodePipeline,
        device: str,
        region: ReadingRegion = ReadingRegion(),  # noqa: B008  frozen
        policy: Policy = Policy.STANDARD,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._frames = frames
        self._pipeline = pipeline
        self._device = device
        self._region = region
        self._clock = clock
        self._closed = Event()
        self._ending = Lock()
        self._running = False
        self._announce: Callable[[], None] = _nobody
        self._trouble: Callable[[str], None] = _no_trouble
        self._record = CameraRecord(clock)
        self._watch = PictureWatch()
        self._meter = PictureMeter()
        self._deep: DeepWorker | None = None
        self._rules = rules_of(policy)
        self._acceptance, self._missed = Acceptance(self._rules), MissedCodes()
        self._taken: dict[tuple[str, str], float] = {}
        self._measured_at = self._last_at = 0.0
        self._open_again = _OPENED_AGAIN
        self._told = CameraCondition.OPENING

    def when_connected(self, announce: Callable[[], None]) -> None:
        """Remember whom to tell that pictures come that show something."""
        self._announce = announce

    def when_troubled(self, tell: Callable[[str], None]) -> None:
        """Remember whom to tell that pictures come that show nothing, and why."""
        self._trouble = tell

    def ask_shop(self, codes: ShopCodes) -> None:
        """Remember whom to ask about codes; call it before `run`."""
        self._acceptance = Acceptance(
            self._rules,
            lambda code: codes.known(_text_of(code)),
            lambda one, other: codes.same_item(_text_of(one), _text_of(other)),
        )

    def run(self, deliver: Callable[[ScannerEvent], None]) -> None:
        """Decode until closed; raises `DeviceOffline` without pictures, `DeviceGarbled` to have a frozen one reopened.

        A picture that freezes or goes black is told at once and watched on, so that it is well again without
        opening the camera anew.
        """
        with self._ending:
            self._running = True
        try:
            self._open()
            while not self._closed.is_set():
                frame = self._next()
                self._look(frame)
                if self._told in _TROUBLES:
                    # What a hanging camera shows is the past, and a long night need not be decoded.
                    self._record.decoded(frame, FrameFigures(frame.number, frame.at, 0.0, decoded=False), ())
                else:
                    self._read(frame, deliver)
        except CameraAway as away:
            self._record.became(away.condition, str(away))
            raise
        finally:
            self._frames.close()
            with self._ending:
                self._running = False
                self._end_if_closed()

    def watch(self, seconds: float = 5.0) -> None:
        """Keep texts and make pictures for so many seconds from now."""
        self._record.watch(seconds)

    def view(self, width: int = 640) -> CameraView:
        """The state now."""
        return self._record.view(width, self._frames.settings())

    def set_exposure(self, milliseconds: float | None) -> None:
        """Wish for an exposure time, or None for automatic."""
        self._frames.adjust(CameraControl.EXPOSURE, milliseconds)

    def set_gain(self, value: float | None) -> None:
        """Wish for a gain, or None to leave it to the device."""
        self._frames.adjust(CameraControl.GAIN, value)

    def set_focus(self, value: float | None) -> None:
        """Wish for a focus, or None for automatic."""
        self._frames.adjust(CameraControl.FOCUS, value)

    def save_picture(self, file: Path) -> None:
        """Write the last frame in full size; raises `DeviceOffline` without one, `DeviceMisused` for a bad file."""
        picture = self._record.picture()
        if picture is None:
            raise DeviceOffline(f"{self._device} has no picture to save.")
        if file.suffix.lower() not in (".png", ".jpg", ".jpeg"):
            raise DeviceMisused(f"A picture is saved as .png or .jpg, not as {file.name!r}.")
        _done, encoded = cv2.imencode(file.suffix.lower(), picture)
        try:
            file.write_bytes(encoded.tobytes())
        except OSError as problem:
            raise DeviceMisused(f"The picture cannot be written to {file}: {problem.strerror}.") from problem

    def test(self, seconds: float = 10.0) -> CameraTest:
        """Count frames and reads for so many seconds, at most a minute, and judge them; blocks that long."""
        if not 0.0 < seconds <= 60.0:
            raise DeviceMisused(f"A test takes up to 60 seconds, not {seconds:g}.")
        began = self._record.begin_test(seconds)
        self._closed.wait(seconds)
        return self._record.end_test(began)

    def close(self) -> None:
        """Let `run` end after the frame under way."""
        self._closed.set()
        with self._ending:
            self._end_if_closed()

    def _open(self) -> None:
        self._watch.reopened()
        self._told = CameraCondition.OPENING
        self._frames.open()
        self._last_at = self._clock() + _FIRST_FRAME - _SILENT_AFTER
        if self._deep is None:
            self._deep = DeepWorker(self._pipeline.deep_passes)

    def _next(self) -> Frame:
        frame = self._frames.next(self._last_at + _SILENT_AFTER - self._clock())
        if frame is None:
            raise CameraAway("The camera sends no pictures: check its cable.", CameraCondition.SILENT)
        self._last_at = frame.at
        return frame

    def _look(self, frame: Frame) -> None:
        condition = self._watch.look(frame.grey, frame.at, self._patience())
        unchanged = self._watch.unchanged_for(frame.at)
        self._record.arrived(frame, unchanged, self._region.pixels(frame.grey))
        if frame.at - self._measured_at >= _MEASURED_EVERY:
            self._measured_at = frame.at
            self._record.measured(self._meter.measure(frame.grey))
        if condition is CameraCondition.FROZEN and unchanged >= self._open_again:
            self._open_again = min(self._open_again * 2, _OPENED_AGAIN_MOST)
            raise DeviceGarbled(_TROUBLES[condition])
        if condition is self._told or (condition is CameraCondition.LIVE and not self._watch.trusted):
            return
        self._told = condition
        self._record.became(condition, _TROUBLES.get(condition, ""))
        if condition is CameraCondition.LIVE:
            self._open_again = _OPENED_AGAIN
            self._announce()
        else:
            self._trouble(_TROUBLES[condition])

    def _patience(self) -> float | None:
        if not self._frames.live:
            return None
        return BETWEEN_WHOLE_PICTURES if self._frames.repeats else NOTICED_AFTER

    def _read(self, frame: Frame, deliver: Callable[[ScannerEvent], None]) -> None:
        began = self._clock()
        deep = self._decide_deep(frame, deliver)
        cut = self._region.cut(frame.grey)
        reading = self._pipeline.read(cut)
        ms = (self._clock() - began) * 1000.0
        barcodes = self._region.codes_in_whole(reading.barcodes, frame.grey)
        located = tuple(self._region.in_whole(quad, frame.grey) for quad in reading.located)
        decision = self._acceptance.see(barcodes, frame.at, located)
        taken = self._deliver(decision, ms, deliver)
        # What was found is told before anything that costs time, so that the shopper hears it at once.
        if reading.worth_deep and self._deep is not None:
            self._deep.offer(cut, frame.number, frame.at, reading.located)
        judged = _judged(barcodes, decision)
        self._was_read(decision, judged, frame.at)
        hint = self._missed.see(frame.grey, located, frame.at)
        if hint is not None:
            deliver(CodeMissed(self._device, frame.at, hint))
        self._note(frame, ms, deep | judged, located, taken)

    def _decide_deep(self, frame: Frame, deliver: Callable[[ScannerEvent], None]) -> _Judged:
        """Count what the deep passes read in frames that are over, each under its own time."""
        found: _Judged = {}
        for reading in self._deep.taken() if self._deep is not None else ():
            barcodes = self._region.codes_in_whole(reading.barcodes, frame.grey)
            located = tuple(self._region.in_whole(quad, frame.grey) for quad in reading.located)
            decision = self._acceptance.see(barcodes, reading.at, located)
            self._deliver(decision, (self._clock() - reading.at) * 1000.0, deliver)
            judged = _judged(barcodes, decision)
            self._was_read(decision, judged, reading.at)
            found |= judged
        return found

    def _deliver(self, decision: Decision, ms: float, deliver: Callable[[ScannerEvent], None]) -> int:
        for accepted in decision.accepted:
            code = accepted.code
            self._taken[(code.symbology, code.text)] = accepted.at
            deliver(self._event(code, accepted.at, accepted.showing))
            self._record.accepted(code, accepted.at, ms)
        if decision.differ:
            deliver(CodesDiffer(self._device, self._last_at))
        return len(decision.accepted)

    def _was_read(self, decision: Decision, judged: _Judged, at: float) -> None:
        self._missed.read(decision.settled, at)
        self._missed.read([code.quad for code, refused in judged.items() if refused is None], at, proved=False)

    def _note(self, frame: Frame, ms: float, codes: _Judged, located: tuple[Quad, ...], taken: int) -> None:
        self._taken = {code: at for code, at in self._taken.items() if frame.at - at <= _STILL_IN_VIEW}
        for code in codes:
            if (code.symbology, code.text) in self._taken:
                self._taken[(code.symbology, code.text)] = frame.at
        figures = FrameFigures(frame.number, frame.at, ms, bool(located or codes), bool(codes), taken)
        seen = seen_codes(codes, located, lambda code: (code.symbology, code.text) in self._taken)
        self._record.decoded(frame, figures, seen)

    def _event(self, code: Barcode, at: float, showing: int) -> ScannerEvent:
        if (refused := refusal(code.text)) is not None:
            return CodeRefused(refused.reason, self._device, at)
        return CodeRead(code.text, code.symbology, self._device, at, _text_of(code).gs1, showing)

    def _end_if_closed(self) -> None:
        # Whoever comes last ends it: `run`, or `close` while a broken camera waits for its next try.
        if self._running or not self._closed.is_set():
            return
        self._record.became(CameraCondition.CLOSED)
        self._frames.end()
        deep, self._deep = self._deep, None
        if deep is not None:
            deep.close()


def _judged(barcodes: Sequence[Barcode], decision: Decision) -> _Judged:
    return dict.fromkeys(barcodes) | {one.code: one.why for one in decision.refused}


def _text_of(code: Barcode) -> CodeText:
    return CodeText(code.text, code.symbology, code.identifier in GS1_IDENTIFIERS)
