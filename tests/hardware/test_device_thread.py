"""Threads that keep devices running, tell their state, and lose nothing (F-22, T-15)."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from hardware.device_thread import DeviceCondition, DeviceState, DeviceThread, DeviceWorker
from hardware.errors import DeviceError, DeviceGarbled, DeviceMisused, DeviceOffline, DeviceRefused
from tests.fakes.device_log import DeviceLog

ONLINE, OFFLINE, FAULTY, STOPPED = (
    DeviceCondition.ONLINE,
    DeviceCondition.OFFLINE,
    DeviceCondition.FAULTY,
    DeviceCondition.STOPPED,
)


class PacedClock:
    """Lets no real time pass while waiting, and remembers how long each wait was to be."""

    def __init__(self, stop_after: int) -> None:
        self.waits: list[float] = []
        self._stop_after = stop_after
        self.enough = threading.Event()

    def now(self) -> float:
        return float(sum(self.waits))

    def wait(self, signal: threading.Event, seconds: float) -> bool:
        self.waits.append(seconds)
        if len(self.waits) >= self._stop_after:
            self.enough.set()
            return signal.wait(5.0)
        return signal.is_set()


class Playing:
    """A driver that does one scripted thing a run: deliver events, then raise or wait for close."""

    def __init__(self, *runs: tuple[list[str], Exception | None]) -> None:
        self._runs = list(runs)
        self._closed = threading.Event()
        self._announce: Callable[[], None] = lambda: None

    def when_connected(self, announce: Callable[[], None]) -> None:
        self._announce = announce

    def run(self, deliver: Callable[[str], None]) -> None:
        events, problem = self._runs.pop(0) if self._runs else ([], None)
        if not isinstance(problem, DeviceError) or events:
            self._announce()
        for event in events:
            deliver(event)
        if problem is not None:
            raise problem
        self._closed.wait(5.0)

    def close(self) -> None:
        self._closed.set()


class Bench:
    def __init__(self, driver: Playing, stop_after: int = 99) -> None:
        self.events: DeviceLog[str] = DeviceLog()
        self.states: DeviceLog[DeviceState] = DeviceLog()
        self.clock = PacedClock(stop_after)
        self.thread = DeviceThread("d", driver, self.events, self.states, self.clock)
        self.thread.start()

    def conditions(self) -> list[DeviceCondition]:
        return [s.condition for s in self.states.items]


def test_events_come_in_order_over_reconnects() -> None:
    bench = Bench(Playing((["a", "b"], DeviceOffline("gone")), (["c"], DeviceOffline("gone")), (["d", "e"], None)))
    assert bench.events.wait_count(5) == ["a", "b", "c", "d", "e"]
    bench.thread.stop()
    assert bench.conditions() == [ONLINE, OFFLINE, ONLINE, OFFLINE, ONLINE, STOPPED]
    assert bench.states.items[1].reason == "gone"


def test_f22_tries_grow_apart_but_never_beyond_two_seconds() -> None:
    bench = Bench(Playing(*[([], DeviceOffline("not there"))] * 7), stop_after=7)
    assert bench.clock.enough.wait(5.0)
    assert bench.clock.waits == [0.25, 0.5, 1.0, 2.0, 2.0, 2.0, 2.0]
    assert bench.conditions() == [OFFLINE]
    assert bench.thread.state.since == 0.0
    bench.thread.stop()


def test_a_connection_that_worked_is_retried_soon_again() -> None:
    gone = DeviceOffline("gone")
    bench = Bench(Playing(([], gone), ([], gone), ([], gone), (["a"], gone), ([], gone)), stop_after=5)
    assert bench.clock.enough.wait(5.0)
    assert bench.clock.waits == [0.25, 0.5, 1.0, 0.25, 0.5]
    bench.thread.stop()


def test_a_garbled_device_and_a_broken_driver_are_faulty_and_tried_again() -> None:
    bench = Bench(Playing((["a"], DeviceGarbled("pounds")), (["b"], ZeroDivisionError("oops")), (["c"], None)))
    bench.events.wait_count(3)
    bench.thread.stop()
    assert bench.conditions() == [ONLINE, FAULTY, ONLINE, FAULTY, ONLINE, STOPPED]
    assert bench.states.items[1].reason == "pounds"
    assert "oops" in bench.states.items[3].reason


def test_a_listener_that_fails_does_not_end_the_device() -> None:
    seen: DeviceLog[str] = DeviceLog()

    def listen(event: str) -> None:
        seen(event)
        raise ValueError("the listener's mistake")

    thread = DeviceThread("d", Playing((["a", "b"], None)), listen)
    thread.start()
    assert seen.wait_count(2) == ["a", "b"]
    assert thread.state.condition is ONLINE
    thread.stop()


def test_a_driver_that_cannot_announce_is_online_from_its_first_event_on() -> None:
    class Plain:
        def __init__(self) -> None:
            self._closed = threading.Event()
            self.go = threading.Event()

        def run(self, deliver: Callable[[str], None]) -> None:
            self.go.wait(5.0)
            deliver("a")
            self._closed.wait(5.0)

        def close(self) -> None:
            self._closed.set()

    driver = Plain()
    states: DeviceLog[DeviceState] = DeviceLog()
    thread = DeviceThread("d", driver, lambda _event: None, states)
    thread.start()
    assert thread.state.condition is DeviceCondition.CONNECTING
    driver.go.set()
    assert states.wait_count(1)[0].condition is ONLINE
    thread.stop()


def test_stopping_before_starting_is_harmless() -> None:
    thread = DeviceThread("d", Playing(), lambda _event: None)
    thread.stop()
    assert thread.state.condition is STOPPED


class WorkBench:
    def __init__(self, check: Callable[[], str] | None = None, check_every: float = 10.0) -> None:
        self.states: DeviceLog[DeviceState] = DeviceLog()
        self.done: DeviceLog[object] = DeviceLog()
        self.worker = DeviceWorker("printer", self.states, check, check_every)

    def do(self, job: Callable[[], object]) -> None:
        self.worker.submit(job, self.done, self.done)


@pytest.fixture
def work() -> Iterator[WorkBench]:
    bench = WorkBench()
    bench.worker.start()
    yield bench
    bench.worker.stop()


def raising(problem: Exception) -> Callable[[], object]:
    def job() -> object:
        raise problem

    return job


def test_jobs_are_done_one_after_the_other_on_one_thread(work: WorkBench) -> None:
    for number in range(5):
        work.do(lambda n=number: (n, threading.current_thread().name))  # type: ignore[misc]
    assert work.done.wait_count(5) == [(n, "device printer") for n in range(5)]
    assert work.worker.state.condition is ONLINE


@pytest.mark.parametrize(
    ("problem", "condition"),
    [
        (DeviceOffline("no cable"), OFFLINE),
        (DeviceRefused("paper out"), FAULTY),
        (RuntimeError("oops"), FAULTY),
        (DeviceMisused("bad receipt"), ONLINE),
    ],
)
def test_a_failed_job_is_handed_back_and_shows_in_the_state(
    work: WorkBench, problem: Exception, condition: DeviceCondition
) -> None:
    work.do(lambda: "first")
    work.do(raising(problem))
    assert work.done.wait_count(2) == ["first", problem]
    assert work.worker.state.condition is condition
    work.do(lambda: "works again")
    work.done.wait_count(3)
    assert work.worker.state.condition is ONLINE


def test_t15_the_queue_is_bounded_and_stopping_fails_what_waits(work: WorkBench) -> None:
    hold, started = threading.Event(), threading.Event()

    def long_job() -> bool:
        started.set()
        return hold.wait(5.0)

    work.do(long_job)
    assert started.wait(5.0)
    for _ in range(64):
        work.do(lambda: "late")
    with pytest.raises(DeviceMisused, match="64 jobs wait"):
        work.do(lambda: "one too many")
    threading.Timer(0.1, hold.set).start()
    work.worker.stop()
    late = work.done.wait_count(65)[1:]
    assert all(isinstance(end, DeviceOffline) or end == "late" for end in late)
    assert any(isinstance(end, DeviceOffline) for end in late)
    with pytest.raises(DeviceMisused, match="stopped"):
        work.do(lambda: "after the end")


def test_an_idle_device_is_looked_at() -> None:
    answers: list[str | Exception] = ["", DeviceOffline("no cable"), "the paper is out", ""]

    def check() -> str:
        answer = answers.pop(0) if answers else ""
        if isinstance(answer, Exception):
            raise answer
        return answer

    bench = WorkBench(check, check_every=0.05)
    bench.worker.start()
    states = bench.states.wait_count(4)
    bench.worker.stop()
    assert [(s.condition, s.reason) for s in states[:4]] == [
        (ONLINE, ""),
        (OFFLINE, "no cable"),
        (FAULTY, "the paper is out"),
        (ONLINE, ""),
    ]


def test_stopping_a_worker_is_quick() -> None:
    bench = WorkBench(lambda: "", check_every=60.0)
    bench.worker.start()
    bench.states.wait_count(1)
    start = time.monotonic()
    bench.worker.stop()
    assert time.monotonic() - start < 2.0


class Troubled:
    """A driver whose device is there, cannot work for a while, and works again, all within one run."""

    def __init__(self) -> None:
        self._closed = threading.Event()
        self._announce: Callable[[], None] = lambda: None
        self._tell: Callable[[str], None] = lambda _reason: None

    def when_connected(self, announce: Callable[[], None]) -> None:
        self._announce = announce

    def when_troubled(self, tell: Callable[[str], None]) -> None:
        self._tell = tell

    def run(self, deliver: Callable[[str], None]) -> None:
        self._announce()
        self._tell("the lens is covered")
        deliver("a late code")
        self._announce()
        self._closed.wait(5.0)

    def close(self) -> None:
        self._closed.set()


def test_f23_a_driver_that_runs_on_says_its_trouble_and_its_end_and_no_event_does() -> None:
    states: DeviceLog[DeviceState] = DeviceLog()
    codes: DeviceLog[str] = DeviceLog()
    thread: DeviceThread[str] = DeviceThread("camera", Troubled(), codes, states)
    thread.start()
    told = states.wait_count(3)
    thread.stop()
    assert [state.condition for state in told[:3]] == [ONLINE, FAULTY, ONLINE]
    assert told[1].reason == "the lens is covered"
    assert codes.items == ["a late code"]
    assert codes.times[0] <= states.times[2]
