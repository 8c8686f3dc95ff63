"""The scale's driver against a scale on a real pty (F-24)."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.device_thread import DeviceCondition, DeviceState, DeviceThread
from hardware.drivers.scale_8217 import Scale8217
from hardware.errors import DeviceGarbled, DeviceOffline, DeviceRefused
from hardware.ports.scale import ScaleState, WeightReading
from hardware.simulators.scale_8217 import Scale8217Simulator
from hardware.transports.scripted import ScriptedStream
from hardware.transports.serial_port import Line, SerialPort
from tests.fakes.device_log import DeviceLog


class Bench:
    def __init__(self, folder: Path) -> None:
        self.scale = Scale8217Simulator(folder / "ttyScale", settles_after=0.3)
        self.scale.start()
        self.readings: DeviceLog[WeightReading] = DeviceLog()
        self.states: DeviceLog[DeviceState] = DeviceLog()
        self.driver = Scale8217(SerialPort(self.scale.address, Line(bits=7, parity="E")), "scale", poll_every=0.05)
        self.thread = DeviceThread("scale", self.driver, self.readings, self.states)
        self.thread.start()

    def until(self, state: ScaleState, grams: int | None = None) -> list[WeightReading]:
        count = len(self.readings.items)
        return self.readings.wait(
            lambda seen: any(r.state is state and grams in (None, r.grams) for r in seen[count:])
        )[count:]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.thread.stop()
    made.scale.stop()


def test_a_load_moves_then_is_stable_to_the_gram(bench: Bench) -> None:
    bench.until(ScaleState.EMPTY, 0)
    bench.scale.put(735)
    seen = bench.until(ScaleState.STABLE, 735)
    assert any(r.state is ScaleState.MOVING for r in seen)
    assert seen[-1].device == "scale"
    bench.scale.put(0)
    bench.until(ScaleState.EMPTY)


@pytest.mark.parametrize(
    ("act", "state"),
    [
        (lambda scale: scale.over(), ScaleState.OVER),
        (lambda scale: scale.put(-50), ScaleState.UNDER),
        (lambda scale: scale.moving(), ScaleState.MOVING),
        (lambda scale: scale.fault(), ScaleState.FAULT),
    ],
)
def test_states(bench: Bench, act: object, state: ScaleState) -> None:
    assert callable(act)
    act(bench.scale)
    bench.until(state)


def test_zero_takes_the_present_load(bench: Bench) -> None:
    bench.scale.put(40)
    bench.until(ScaleState.STABLE, 40)
    bench.driver.zero()
    bench.until(ScaleState.EMPTY)
    bench.scale.put(140)
    bench.until(ScaleState.STABLE, 100)
    bench.scale.put(0)
    bench.until(ScaleState.UNDER)


@pytest.mark.parametrize(("grams", "word"), [(5_000, "too heavy"), (99_000, "overloaded")])
def test_zero_is_refused_with_what_to_do(bench: Bench, grams: int, word: str) -> None:
    bench.scale.put(grams)
    bench.until(ScaleState.STABLE if grams < 15_000 else ScaleState.OVER)
    with pytest.raises(DeviceRefused, match=word):
        bench.driver.zero()


def test_zero_is_refused_while_the_load_moves(bench: Bench) -> None:
    bench.scale.moving()
    bench.until(ScaleState.MOVING)
    with pytest.raises(DeviceRefused, match="moving"):
        bench.driver.zero()


def test_f24_unplugged_and_back(bench: Bench) -> None:
    bench.until(ScaleState.EMPTY)
    bench.scale.unplug()
    bench.states.wait(lambda states: states[-1].condition is DeviceCondition.OFFLINE)
    with pytest.raises(DeviceOffline):
        bench.driver.zero()
    bench.scale.replug()
    bench.states.wait(lambda states: states[-1].condition is DeviceCondition.ONLINE)
    bench.scale.put(200)
    bench.until(ScaleState.STABLE, 200)


def test_a_silent_scale_is_offline_after_three_questions() -> None:
    stream = ScriptedStream()
    with pytest.raises(DeviceOffline, match="does not answer"):
        Scale8217(stream, "scale").run(lambda _reading: None)
    assert stream.written == [b"W", b"W", b"W"]


def test_a_scale_in_pounds_is_faulty_with_the_reason() -> None:
    with pytest.raises(DeviceGarbled, match="pounds"):
        Scale8217(ScriptedStream(lambda _w: b"\x0201.62\r"), "scale").run(lambda _reading: None)


def test_an_answer_that_came_late_is_not_taken_for_the_next() -> None:
    stream = ScriptedStream(lambda _w: b"\x0200.200\r")
    stream.push(b"\x0200.100\r")
    readings: DeviceLog[WeightReading] = DeviceLog()
    scale = Scale8217(stream, "scale", poll_every=0.01)
    thread = threading.Thread(target=scale.run, args=(readings,))
    thread.start()
    readings.wait_count(2)
    scale.close()
    thread.join()
    assert {r.grams for r in readings.items} == {200}
