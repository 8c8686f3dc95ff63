"""Weighs with a scale that speaks the 8217 dialect."""

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from hardware.codecs.scale_8217 import ASK_WEIGHT, TAKE_ZERO, AnswerReader, Status, Weight
from hardware.errors import DeviceError, DeviceOffline, DeviceRefused
from hardware.ports.byte_stream import ByteStream
from hardware.ports.scale import ScaleState, WeightReading

_ANSWER_WITHIN = 0.6  # seconds; a scale answers within a tenth
_PATIENCE = 3  # questions without answer until the scale counts as gone
_ZERO_WITHIN = 1.5
_CALLER_WAITS = 5.0


@dataclass
class _ZeroWish:
    done: threading.Event = field(default_factory=threading.Event)
    refused: DeviceError | None = None


class Scale8217:
    """Speaks the port `Scale`; asks five times a second.

    The dialect gives no weight while the load moves: a MOVING reading carries the last stable weight.
    """

    def __init__(
        self,
        stream: ByteStream,
        device: str,
        poll_every: float = 0.2,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._device = device
        self._poll_every = poll_every
        self._clock = clock
        self._closed = threading.Event()
        self._running = False
        self._wishes: queue.SimpleQueue[_ZeroWish] = queue.SimpleQueue()
        self._announce: Callable[[], None] = lambda: None
        self._last_grams = 0

    def when_connected(self, announce: Callable[[], None]) -> None:
        """Remember whom to tell that the scale answers."""
        self._announce = announce

    def run(self, deliver: Callable[[WeightReading], None]) -> None:
        """Poll until closed; raises `DeviceOffline` when the scale is silent, `DeviceGarbled` for rubbish."""
        announced = False
        try:
            self._stream.open()
            self._running = True
            while not self._closed.is_set():
                answer = self._ask(ASK_WEIGHT)
                if not announced:
                    announced = True
                    self._announce()
                deliver(self._reading(answer))
                self._grant_wishes()
                self._closed.wait(self._poll_every)
        finally:
            self._running = False
            self._refuse_wishes()
            self._stream.close()

    def zero(self) -> None:
        """Take the present load as zero; waits up to five seconds for the polling thread to do it."""
        if not self._running:
            raise DeviceOffline("The scale is not connected.")
        wish = _ZeroWish()
        self._wishes.put(wish)
        if not wish.done.wait(_CALLER_WAITS):
            raise DeviceOffline("The scale did not answer the zero command.")
        if wish.refused is not None:
            raise wish.refused

    def close(self) -> None:
        """Let `run` end after the question that is under way."""
        self._closed.set()

    def _ask(self, command: bytes) -> Weight | Status:
        reader = AnswerReader()
        for _ in range(_PATIENCE):
            self._empty_line()
            reader.forget()
            self._stream.write(command)
            until = self._clock() + _ANSWER_WITHIN
            while (left := until - self._clock()) > 0:
                if answers := reader.feed(self._stream.read(left)):
                    return answers[-1]
        raise DeviceOffline("The scale does not answer: check its cable, its power and the 8217 setting.")

    def _empty_line(self) -> None:
        # An answer that came too late must not be taken for the answer to the next question.
        while self._stream.read(0.0):
            pass

    def _reading(self, answer: Weight | Status) -> WeightReading:
        state = _state(answer)
        if isinstance(answer, Weight):
            self._last_grams = answer.grams
        grams = self._last_grams if state in (ScaleState.STABLE, ScaleState.MOVING) else 0
        return WeightReading(state, grams, self._device, self._clock())

    def _grant_wishes(self) -> None:
        while not self._wishes.empty():
            wish = self._wishes.get()
            try:
                self._take_zero()
            except DeviceError as refused:
                wish.refused = refused
                if not isinstance(refused, DeviceRefused):
                    raise
            finally:
                wish.done.set()

    def _take_zero(self) -> None:
        answer = self._ask(TAKE_ZERO)
        if isinstance(answer, Status):
            _check_zero_allowed(answer)
        # Zero is taken at the scale's next reading, so the weight is the only proof.
        until = self._clock() + _ZERO_WITHIN
        while self._clock() < until:
            if _state(self._ask(ASK_WEIGHT)) is ScaleState.EMPTY:
                return
            self._closed.wait(0.1)
        raise DeviceRefused("The scale did not take the load as zero: empty it and try again.")

    def _refuse_wishes(self) -> None:
        while not self._wishes.empty():
            wish = self._wishes.get()
            wish.refused = DeviceOffline("The scale was disconnected.")
            wish.done.set()


def _state(answer: Weight | Status) -> ScaleState:
    if isinstance(answer, Weight):
        return ScaleState.STABLE if answer.grams else ScaleState.EMPTY
    if answer.over:
        return ScaleState.OVER
    if answer.under:
        return ScaleState.UNDER
    if answer.moving:
        return ScaleState.MOVING
    # At rest, in range, and still no weight: zero could not be captured at power-up.
    return ScaleState.EMPTY if answer.at_zero else ScaleState.FAULT


def _check_zero_allowed(status: Status) -> None:
    if status.over:
        raise DeviceRefused("The scale is overloaded: take the load off.")
    if status.moving:
        raise DeviceRefused("The load is moving: wait until it is at rest.")
    if status.at_zero:
        return
    if status.outside_zero_range:
        raise DeviceRefused("The load is too heavy to be taken as zero: take it off.")
    if status.net:
        raise DeviceRefused("A tare is set: clear it on the scale first.")
