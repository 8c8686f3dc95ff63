"""A whole camera over HTTP: photos are read once; lost, frozen, black ones are noticed and come back (F-22, F-23).

The seconds allowed are those of a busy machine; that trouble is told within one is proved on the driver's own clock.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
import segno

from hardware.device_thread import DeviceCondition, DeviceState, DeviceThread
from hardware.driver_table import build
from hardware.ports.camera import CameraCondition, TestVerdict
from hardware.ports.scanner import CodeMissed, CodeRead, CodeRefused, MissHint, ScannerEvent
from hardware.simulators.camera import CameraSimulator
from tests.fakes.device_log import DeviceLog

PHOTOS = Path(__file__).resolve().parents[3] / "resources" / "demo" / "photos"
NOTICED = BACK = 3.0
FRAME = 1 / 12


class Bench:
    def __init__(self) -> None:
        self.camera = CameraSimulator()
        self.camera.start()
        self.driver = build("camera", "camera", self.camera.address, name="counter")
        self.events: DeviceLog[ScannerEvent] = DeviceLog()
        self.states: DeviceLog[DeviceState] = DeviceLog()
        self.thread = DeviceThread("counter", self.driver, self.events, self.states)
        self.thread.start()
        self.until(DeviceCondition.ONLINE, within=15.0)

    def until(self, condition: DeviceCondition, reason: str = "", *, since: int = 0, within: float = 3.0) -> None:
        """Wait for a state among those told after the first `since`."""
        self.states.wait(
            lambda told: any(s.condition is condition and reason in s.reason for s in told[since:]), within
        )

    def breaks(self, fault: Callable[[], object], condition: DeviceCondition, reason: str) -> None:
        told = len(self.states.items)
        fault()
        self.until(condition, reason, since=told, within=NOTICED)

    def comes_back(self, repair: Callable[[], object]) -> None:
        told = len(self.states.items)
        repair()
        self.until(DeviceCondition.ONLINE, since=told, within=BACK)
        count = len(self.events.items)
        self.camera.show(str(PHOTOS / "ean13_028.jpg"))
        assert isinstance(self.events.wait_count(count + 1)[count], CodeRead)


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.thread.stop()
    made.camera.stop()


def test_photos_held_before_the_camera_are_read_once_each(bench: Bench) -> None:
    for file, text in (
        ("ean13_028.jpg", "4901780188352"),
        ("upca_040.jpg", "071691155775"),
        ("ean8_002.jpg", "42184799"),
        ("qr_018.jpg", "http://google.com/gwt/n?u=bluenile.com"),
    ):
        count = len(bench.events.items)
        bench.camera.show(str(PHOTOS / file))
        event = bench.events.wait_count(count + 1)[count]
        assert isinstance(event, CodeRead)
        assert (event.text, event.device) == (text, "counter")
    with pytest.raises(AssertionError, match="not seen"):  # the QR code stays in view and is not told again
        bench.events.wait_count(5, within=1.0)


def test_f22_from_a_frame_at_the_camera_to_the_event() -> None:
    delays = []
    bench = Bench()
    try:
        for file in ("ean13_028.jpg", "upca_040.jpg", "ean13_002.jpg"):
            count = len(bench.events.items)
            bench.camera.show(str(PHOTOS / file))
            shown = time.monotonic()
            bench.events.wait_count(count + 1)
            delays.append(bench.events.times[count] - shown)
    finally:
        bench.thread.stop()
        bench.camera.stop()
    # Two frames in which the code lies differently are needed, the first up to a frame's time after `show`; the
    # quickest of three, because this machine may be busy.
    assert min(delays) <= 3 * FRAME + 0.3


def test_the_technician_sees_what_the_camera_sees(bench: Bench) -> None:
    bench.driver.watch(30.0)
    bench.camera.show(str(PHOTOS / "ean13_028.jpg"))
    bench.events.wait_count(1)
    time.sleep(0.5)
    view = bench.driver.view(480)
    assert view.condition is CameraCondition.LIVE
    assert (view.width, view.height) == (1280, 720)
    assert [decode.text for decode in view.decodes] == ["4901780188352"]
    assert any(code.text == "4901780188352" and code.accepted for code in view.codes)
    assert 20 < view.light < 235
    assert view.sharpness is not None
    assert 0.3 < view.sharpness <= 1.0
    assert view.rate > 1
    assert 0 < view.times.median <= view.times.worst == max(view.times.series)
    assert view.success is not None
    assert not view.exposure.supported
    small = cv2.imdecode(np.frombuffer(view.jpeg, np.uint8), cv2.IMREAD_GRAYSCALE)
    assert small is not None
    assert small.shape == (270, 480)


def test_t14_no_picture_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, spare = tmp_path / "here", tmp_path / "spare"
    here.mkdir()
    spare.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("TMPDIR", str(spare))
    watched = Bench()
    watched.driver.watch(30.0)
    watched.camera.show(str(PHOTOS / "ean13_028.jpg"))
    watched.events.wait_count(1)
    assert watched.driver.view().jpeg
    watched.thread.stop()
    watched.camera.stop()
    assert watched.driver.view().jpeg == b""
    assert list(here.rglob("*")) + list(spare.rglob("*")) == []


def test_a_test_of_the_camera_counts_and_judges(bench: Bench) -> None:
    assert bench.driver.test(0.5).verdict in (TestVerdict.NO_CODE, TestVerdict.FEW_PICTURES)
    bench.camera.black()
    bench.until(DeviceCondition.FAULTY, "black", within=NOTICED)
    assert bench.driver.test(0.3).verdict is TestVerdict.BLACK
    bench.camera.unplug()
    assert bench.driver.test(1.0).verdict is TestVerdict.NO_PICTURES


def test_an_exposure_that_a_network_camera_has_not_is_said_plainly(bench: Bench) -> None:
    bench.driver.set_exposure(5.0)
    ends = time.monotonic() + 3.0
    while not bench.driver.view().exposure.refused and time.monotonic() < ends:
        time.sleep(0.02)
    assert "own page" in bench.driver.view().exposure.refused


def test_t2_a_hostile_qr_code_is_refused_not_delivered(bench: Bench, tmp_path: Path) -> None:
    segno.make("\x1b[2J\x08rm", micro=False).save(str(tmp_path / "bad.png"), scale=8)
    bench.camera.show(str(tmp_path / "bad.png"))
    (event,) = bench.events.wait_count(1)
    assert isinstance(event, CodeRefused)
    assert "0x1B" in event.reason


def test_f23_a_camera_that_is_unplugged(bench: Bench) -> None:
    bench.breaks(bench.camera.unplug, DeviceCondition.OFFLINE, "")
    bench.comes_back(bench.camera.replug)


def test_f23_a_camera_that_stops_sending_and_goes_on(bench: Bench) -> None:
    bench.breaks(bench.camera.stall, DeviceCondition.OFFLINE, "sends no pictures")
    bench.comes_back(lambda: bench.camera.stall(False))


def test_f23_a_camera_that_hangs_up(bench: Bench) -> None:
    told = len(bench.states.items)
    bench.camera.hang_up()
    bench.until(DeviceCondition.OFFLINE, "stopped sending", since=told, within=NOTICED)
    bench.until(DeviceCondition.ONLINE, since=told, within=BACK)


def test_f23_a_camera_that_sends_one_picture_for_ever(bench: Bench) -> None:
    bench.breaks(bench.camera.freeze, DeviceCondition.FAULTY, "frozen")
    assert bench.driver.view().condition is CameraCondition.FROZEN
    bench.comes_back(lambda: bench.camera.freeze(False))


def test_f23_a_lens_that_is_covered(bench: Bench) -> None:
    bench.breaks(bench.camera.black, DeviceCondition.FAULTY, "black")
    bench.comes_back(bench.camera.show_nothing)


def test_a_dark_shop_with_a_noisy_sensor_is_no_fault(bench: Bench) -> None:
    bench.camera.noise(60)
    time.sleep(1.5)
    assert bench.thread.state.condition is DeviceCondition.ONLINE


def test_bars_that_cannot_be_read_are_reported_as_missed_with_a_hint(bench: Bench, tmp_path: Path) -> None:
    pack = np.full((480, 640), 235, np.uint8)
    for bar in range(60):
        pack[140:340, 140 + 6 * bar : 143 + 6 * bar] = 20
    cv2.imwrite(str(tmp_path / "bars.png"), pack)
    bench.camera.show(str(tmp_path / "bars.png"))
    (event,) = bench.events.wait_count(1, within=8.0)
    assert isinstance(event, CodeMissed)
    assert event.hint is not MissHint.NONE
