"""Move ZVT messages over a byte stream: bare over TCP, in acknowledged frames over a serial line (PA00P016)."""

import time
from collections import deque
from collections.abc import Callable
from typing import Protocol

from hardware.codecs.zvt.apdu import Apdu, ApduReader, encode_apdu
from hardware.codecs.zvt.serial_frame import (
    ACK,
    ANSWER_SECONDS,
    BYTE_GAP_SECONDS,
    NAK,
    REPEATS,
    Acknowledged,
    FrameDamaged,
    FrameSeen,
    RepeatWanted,
    SerialEvent,
    SerialReader,
    encode_frame,
)
from hardware.errors import DeviceOffline
from hardware.ports.byte_stream import ByteStream


class NotTaken(DeviceOffline):
    """The terminal asked for every repeat of a message and took none: it never had it."""


class ApduLink(Protocol):
    """Carries whole messages of one sequence of commands; opened before it and closed after it.

    `close` may be called from another thread and ends what waits. Raises `DeviceOffline` when the other end is gone,
    `DeviceGarbled` when what comes is no ZVT.
    """

    def open(self) -> None: ...

    def send(self, apdu: Apdu) -> None:
        """Send one message; raises `NotTaken` when it is certain that it was not received."""
        ...

    def receive(self, deadline: float) -> Apdu | None:
        """The next message within `deadline` seconds, else None."""
        ...

    def close(self) -> None: ...


class TcpApduLink:
    """Sends bare messages over a connection that is made for each sequence of commands."""

    def __init__(self, stream: ByteStream, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._reader = ApduReader()
        self._came: deque[Apdu] = deque()

    def open(self) -> None:
        """Connect anew, with nothing left of an earlier connection."""
        self._stream.close()
        self._reader.reset()
        self._came.clear()
        self._stream.open()

    def send(self, apdu: Apdu) -> None:
        """Send one message."""
        self._stream.write(encode_apdu(apdu))

    def receive(self, deadline: float) -> Apdu | None:
        """The next message within `deadline` seconds, else None; it may come in pieces or together with others."""
        until = self._clock() + deadline
        while not self._came:
            octets = self._stream.read(max(0.0, until - self._clock()))
            self._came.extend(self._reader.feed(octets))
            if not self._came and self._clock() >= until:
                return None
        return self._came.popleft()

    def close(self) -> None:
        """Close the connection; whoever waits is told."""
        self._stream.close()


class SerialApduLink:
    """Sends frames and repeats them as often as the line allows; answers each frame that comes with 06 or 15.

    A frame that comes again before anything was said in between is the repeat of one whose 06 was lost: it is
    acknowledged and not delivered again.
    """

    def __init__(
        self,
        stream: ByteStream,
        clock: Callable[[], float] = time.monotonic,
        answer_within: float = ANSWER_SECONDS,
    ) -> None:
        self._stream = stream
        self._clock = clock
        self._answer_within = answer_within
        self._reader = SerialReader()
        self._came: deque[Apdu] = deque()
        self._answers: deque[bool] = deque()
        self._latest: Apdu | None = None

    def open(self) -> None:
        """Open the port and drop what an earlier dialogue left on the line."""
        self._stream.open()
        while self._stream.read(0.0):
            pass
        self._reader = SerialReader()
        self._came.clear()
        self._answers.clear()
        self._latest = None

    def send(self, apdu: Apdu) -> None:
        """Send one frame, at most three times; returns when the terminal has it."""
        frame = encode_frame(apdu)
        self._answers.clear()
        refused = 0
        for _ in range(1 + REPEATS):
            self._stream.write(frame)
            taken = self._answered()
            if taken:
                return
            refused += taken is False
        if refused > REPEATS:
            raise NotTaken("The terminal could not read a message three times; check the cable and the speed.")
        raise DeviceOffline("The terminal does not acknowledge a message; check the cable and the speed.")

    def receive(self, deadline: float) -> Apdu | None:
        """The next message within `deadline` seconds, else None."""
        until = self._clock() + deadline
        while not self._came:
            self._listen(until)
            if not self._came and self._clock() >= until:
                return None
        return self._came.popleft()

    def close(self) -> None:
        """Close the port; whoever waits is told."""
        self._stream.close()

    def _answered(self) -> bool | None:
        """True: it has the frame. False: it wants it again. None: it is silent."""
        until = self._clock() + self._answer_within
        waiting = len(self._came)
        while self._clock() < until:
            self._listen(until)
            if self._answers:
                return self._answers.popleft()
            if len(self._came) > waiting:
                return True  # it speaks only when it has what we said: its 06 was lost
        return None

    def _listen(self, until: float) -> None:
        wait = max(0.0, until - self._clock())
        octets = self._stream.read(min(wait, BYTE_GAP_SECONDS) if self._reader.inside else wait)
        events = self._reader.feed(octets) if octets else self._reader.silence()
        for event in events:
            self._take(event)

    def _take(self, event: SerialEvent) -> None:
        if isinstance(event, FrameSeen):
            self._stream.write(ACK)
            if event.apdu != self._latest:
                self._came.append(event.apdu)
            self._latest = event.apdu
        elif isinstance(event, FrameDamaged):
            self._stream.write(NAK)
        elif isinstance(event, Acknowledged):
            self._latest = None  # from here on the same words are said anew, like a second empty line
            self._answers.append(True)
        elif isinstance(event, RepeatWanted):
            self._answers.append(False)
