"""Runs the deep passes beside the frames: one frame at a time, none queued, none copied."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Condition, Thread

from hardware.vision.deep import DeepPasses
from hardware.vision.engines import Barcode, Grey, Quad


@dataclass(frozen=True, slots=True)
class DeepReading:
    """What a deep pass found in the frame it was given: the frame's own number, time and places come back with it."""

    number: int
    at: float
    barcodes: tuple[Barcode, ...]
    located: tuple[Quad, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    grey: Grey
    number: int
    at: float
    places: tuple[Quad, ...]


class DeepWorker:
    """One thread that holds at most one frame: while it reads, further frames are refused.

    The frame is not copied: whoever offers it must not write into it afterwards (a camera that hands out a
    fresh picture each time fulfils that). Call `close` before the program ends.
    """

    def __init__(self, passes: DeepPasses) -> None:
        self._passes = passes
        self._changed = Condition()
        self._frame: _Frame | None = None
        self._readings: list[DeepReading] = []
        self._trouble: Exception | None = None
        self._closed = False
        self._thread = Thread(target=self._run, name="deep passes", daemon=True)
        self._thread.start()

    def offer(self, grey: Grey, number: int, at: float, places: Sequence[Quad] = ()) -> bool:
        """Hand over a frame that the cheap passes missed; False when the worker is busy and the frame is dropped."""
        with self._changed:
            if self._closed or self._frame is not None:
                return False
            self._frame = _Frame(grey, number, at, tuple(places))
            self._changed.notify_all()
            return True

    def taken(self) -> tuple[DeepReading, ...]:
        """What was read since the last call, never waiting; raises what a pass raised."""
        with self._changed:
            readings, self._readings = tuple(self._readings), []
            trouble, self._trouble = self._trouble, None
        if trouble is not None:
            raise trouble
        return readings

    def wait(self, seconds: float) -> bool:
        """Wait until no frame is being read; False when that took longer."""
        with self._changed:
            return self._changed.wait_for(lambda: self._frame is None, seconds)

    def close(self) -> None:
        """End the thread after the pass under way."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closed or self._frame is not None)
                if self._closed:
                    return
                frame = self._frame
            assert frame is not None  # noqa: S101  said by the condition above
            self._read(frame)

    def _read(self, frame: _Frame) -> None:
        try:
            codes = self._passes.read(frame.grey, frame.places)
            located = frame.places or tuple(code.quad for code in codes)
            reading, trouble = DeepReading(frame.number, frame.at, codes, located), None
        except Exception as error:  # it belongs to whoever asks for the readings
            reading, trouble = None, error
        with self._changed:
            if reading is not None:
                self._readings.append(reading)
            self._trouble = trouble or self._trouble
            self._frame = None
            self._changed.notify_all()
