"""Runs drivers on their own threads: what they see comes out in order, what broke is tried again."""

import contextlib
import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from hardware.codecs.card_masking import mask_card_numbers
from hardware.errors import DeviceError, DeviceMisused, DeviceOffline, DeviceRefused
from hardware.ports.connection import AnnouncesConnection, AnnouncesTrouble

_log = logging.getLogger(__name__)
_BACK_OFF = (0.25, 0.5, 1.0, 2.0)  # seconds; the last repeats, so that a replug is noticed within 3 s
_JOBS_WAITING = 64

Event = TypeVar("Event")
Event_co = TypeVar("Event_co", covariant=True)
Result = TypeVar("Result")


class DeviceCondition(StrEnum):
    """How a device is doing."""

    CONNECTING = "connecting"
    ONLINE = "online"
    OFFLINE = "offline"  # not there, or does not answer; is being tried again
    FAULTY = "faulty"  # there, but cannot work as it is; a person must look
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class DeviceState:
    """A device's condition, since when (monotonic seconds), and why in words for staff."""

    device: str
    condition: DeviceCondition
    since: float
    reason: str = ""


class Runs(Protocol[Event_co]):
    """A driver with a `run` that delivers events until `close`: Scanner, Scale, CodeCamera."""

    def run(self, deliver: Callable[[Event_co], None]) -> None: ...

    def close(self) -> None: ...


class Clock(Protocol):
    """The time that threads live by; a simulation puts its own in."""

    def now(self) -> float:
        """Monotonic seconds."""
        ...

    def wait(self, signal: threading.Event, seconds: float) -> bool:
        """Wait until `signal` is set (True) or the time is over (False)."""
        ...


class MonotonicClock:
    """The machine's own clock."""

    def now(self) -> float:
        """Monotonic seconds."""
        return time.monotonic()

    def wait(self, signal: threading.Event, seconds: float) -> bool:
        """Wait until `signal` is set (True) or the time is over (False)."""
        return signal.wait(seconds)


def _shown(words: str) -> str:
    """What a fault says of itself, without a card number: it may quote what a terminal sent."""
    return mask_card_numbers(words)[0]


def _ignore(_state: DeviceState) -> None:
    pass


class _Condition:
    """Holds a device's state and tells each change once."""

    def __init__(self, device: str, tell: Callable[[DeviceState], None], clock: Clock) -> None:
        self._tell = tell
        self._clock = clock
        self._lock = threading.Lock()
        self.state = DeviceState(device, DeviceCondition.CONNECTING, clock.now())

    def become(self, condition: DeviceCondition, reason: str = "") -> None:
        with self._lock:
            old = self.state
            if (old.condition, old.reason) == (condition, reason) or old.condition is DeviceCondition.STOPPED:
                return
            since = old.since if old.condition is condition else self._clock.now()
            self.state = DeviceState(old.device, condition, since, reason)
            state = self.state
        _say(self._tell, state)


def _say(tell: Callable[[Result], None], what: Result) -> None:
    try:
        tell(what)
    except Exception:  # a listener's mistake must not end the device
        _log.exception("what a device reported was not taken")


class DeviceThread(Generic[Event]):
    """Runs a Scanner, Scale or CodeCamera for as long as the shop is open.

    `deliver` gets every event in order and `on_state` every change of state, both on the device's
    thread. After `DeviceOffline` or any other failure the driver is run again with back-off.
    """

    def __init__(
        self,
        device: str,
        driver: Runs[Event],
        deliver: Callable[[Event], None],
        on_state: Callable[[DeviceState], None] = _ignore,
        clock: Clock | None = None,
    ) -> None:
        self._driver = driver
        self._deliver_to = deliver
        self._clock = clock or MonotonicClock()
        self._condition = _Condition(device, on_state, self._clock)
        self._stopping = threading.Event()
        self._tries = 0
        self._in_trouble = False  # said by the driver itself, so that only it says the end
        self._thread = threading.Thread(target=self._live, name=f"device {device}", daemon=True)
        if isinstance(driver, AnnouncesConnection):
            driver.when_connected(self._connected)
        if isinstance(driver, AnnouncesTrouble):
            driver.when_troubled(self._troubled)

    @property
    def state(self) -> DeviceState:
        """How the device is doing now."""
        return self._condition.state

    def start(self) -> None:
        """Start the thread; call once."""
        self._thread.start()

    def stop(self, timeout: float = 5.0) -> None:
        """Close the driver and wait for the thread to end."""
        self._stopping.set()
        self._driver.close()
        if self._thread.ident is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout)
        self._condition.become(DeviceCondition.STOPPED)

    def _live(self) -> None:
        while not self._stopping.is_set():
            condition, reason = self._run_once()
            if self._stopping.is_set():
                return
            self._condition.become(condition, reason)
            pause = _BACK_OFF[min(self._tries, len(_BACK_OFF) - 1)]
            self._tries += 1
            self._clock.wait(self._stopping, pause)

    def _run_once(self) -> tuple[DeviceCondition, str]:
        self._in_trouble = False
        try:
            self._driver.run(self._deliver)
        except DeviceOffline as problem:
            return DeviceCondition.OFFLINE, str(problem)
        except DeviceError as problem:
            return DeviceCondition.FAULTY, str(problem)
        except Exception as problem:  # a driver's mistake must not end its thread
            _log.exception("the driver of %s failed", self.state.device)
            return DeviceCondition.FAULTY, f"The driver failed: {problem!r}"
        return DeviceCondition.OFFLINE, "The device ended by itself."

    def _connected(self) -> None:
        self._tries, self._in_trouble = 0, False
        self._condition.become(DeviceCondition.ONLINE)

    def _troubled(self, reason: str) -> None:
        self._in_trouble = True
        self._condition.become(DeviceCondition.FAULTY, reason)

    def _deliver(self, event: Event) -> None:
        if self.state.condition is not DeviceCondition.ONLINE and not self._in_trouble:
            self._connected()
        _say(self._deliver_to, event)


class DeviceWorker:
    """One thread with a queue of jobs for a device that is called: printer, payment terminal.

    `check` is called when nothing was to do for `check_every` seconds and returns "" or why the device
    cannot work; a `DeviceOffline` from it or from a job turns the state offline, success online.
    """

    def __init__(
        self,
        device: str,
        on_state: Callable[[DeviceState], None] = _ignore,
        check: Callable[[], str] | None = None,
        check_every: float = 10.0,
        clock: Clock | None = None,
    ) -> None:
        self._condition = _Condition(device, on_state, clock or MonotonicClock())
        self._check = check
        self._check_every = check_every
        self._jobs: queue.Queue[Callable[[], None] | None] = queue.Queue(_JOBS_WAITING)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._live, name=f"device {device}", daemon=True)

    @property
    def state(self) -> DeviceState:
        """How the device is doing now."""
        return self._condition.state

    def start(self) -> None:
        """Start the thread; call once."""
        self._thread.start()

    def submit(
        self,
        job: Callable[[], Result],
        on_done: Callable[[Result], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        """Do `job` after those before it; exactly one of the callbacks is called, on the worker's thread.

        Raises `DeviceMisused` when the worker is stopped or 64 jobs wait already.
        """
        if self._stopping.is_set():
            raise DeviceMisused(f"{self.state.device} is stopped and takes no more jobs.")
        try:
            self._jobs.put_nowait(lambda: self._do(job, on_done, on_failed))
        except queue.Full:
            raise DeviceMisused(f"{_JOBS_WAITING} jobs wait for {self.state.device} already.") from None

    def stop(self, timeout: float = 5.0) -> None:
        """Finish the job under way, fail those that wait with `DeviceOffline`, and end the thread."""
        self._stopping.set()
        with contextlib.suppress(queue.Full):  # a full queue wakes the thread as well
            self._jobs.put_nowait(None)
        if self._thread.ident is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout)
        self._condition.become(DeviceCondition.STOPPED)

    def _live(self) -> None:
        if self._check is not None:
            self._look(self._check)
        while not self._stopping.is_set():
            try:
                job = self._jobs.get(timeout=self._check_every if self._check else None)
            except queue.Empty:
                if self._check is not None:
                    self._look(self._check)
                continue
            if job is not None:
                job()
        self._fail_waiting()

    def _fail_waiting(self) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                job = self._jobs.get_nowait()
                if job is not None:
                    job()

    def _look(self, check: Callable[[], str]) -> None:
        try:
            reason = check()
        except Exception as problem:
            self._went_wrong(problem)
        else:
            self._condition.become(DeviceCondition.FAULTY if reason else DeviceCondition.ONLINE, reason)

    def _do(
        self, job: Callable[[], Result], on_done: Callable[[Result], None], on_failed: Callable[[Exception], None]
    ) -> None:
        if self._stopping.is_set():
            _say(on_failed, DeviceOffline(f"{self.state.device} was stopped before this was done."))
            return
        try:
            result = job()
        except Exception as problem:
            self._went_wrong(problem)
            _say(on_failed, problem)
        else:
            self._condition.become(DeviceCondition.ONLINE)
            _say(on_done, result)

    def _went_wrong(self, problem: Exception) -> None:
        if isinstance(problem, DeviceMisused):
            return  # our mistake says nothing about the device
        if isinstance(problem, DeviceOffline):
            self._condition.become(DeviceCondition.OFFLINE, str(problem))
            return
        if not isinstance(problem, DeviceRefused):
            _log.error("a job of %s failed: %s", self.state.device, _shown(repr(problem)))
        self._condition.become(DeviceCondition.FAULTY, _shown(str(problem)))
