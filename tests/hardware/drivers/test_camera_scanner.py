"""A camera that films photos: read once, and lost, frozen, black (F-23, T-2)."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
import segno

from hardware.device_thread import DeviceCondition, DeviceState, DeviceThread
from hardware.driver_table import build
from hardware.ports.scanner import CodeMissed, CodeRead, CodeRefused, ScannerEvent
from hardware.simulators.camera import CameraSimulator
from tests.fakes.device_log import DeviceLog

PHOTOS = Path(__file__).resolve().parents[3] / "resources" / "demo" / "photos"


class Bench:
    def __init__(self) -> None:
        self.camera = CameraSimulator()
        self.camera.start()
        self.driver = build("camera", "camera", self.camera.address, name="counter")
        self.events: DeviceLog[ScannerEvent] = DeviceLog()
        self.states: DeviceLog[DeviceState] = DeviceLog()
        self.thread = DeviceThread("counter", self.driver, self.events, self.states)
        self.thread.start()
        self.until(DeviceCondition.ONLINE)

    def until(self, condition: DeviceCondition, reason: str = "", times: int = 1) -> None:
        def seen(states: list[DeviceState]) -> bool:
            return sum(s.condition is condition and reason in s.reason for s in states) >= times

        self.states.wait(seen, 15.0)


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


def test_the_technician_sees_what_the_camera_sees(bench: Bench) -> None:
    bench.driver.watch(30.0)
    bench.camera.show(str(PHOTOS / "ean13_028.jpg"))
    bench.events.wait_count(1)
    view = bench.driver.view(480)
    assert (view.width, view.height) == (1280, 720)
    assert [decode.text for decode in view.decodes] == ["4901780188352"]
    assert 20 < view.light < 235
    assert 0 <= view.age < 2
    small = cv2.imdecode(np.frombuffer(view.jpeg, np.uint8), cv2.IMREAD_GRAYSCALE)
    assert small is not None
    assert small.shape == (270, 480)


def test_t2_a_hostile_qr_code_is_refused_not_delivered(bench: Bench, tmp_path: Path) -> None:
    segno.make("\x1b[2J\x08rm", micro=False).save(str(tmp_path / "bad.png"), scale=8)
    bench.camera.show(str(tmp_path / "bad.png"))
    (event,) = bench.events.wait_count(1)
    assert isinstance(event, CodeRefused)
    assert "0x1B" in event.reason


def test_f23_a_lost_camera_is_offline_and_comes_back(bench: Bench) -> None:
    bench.camera.unplug()
    bench.until(DeviceCondition.OFFLINE)
    bench.camera.replug()
    bench.until(DeviceCondition.ONLINE, times=2)
    bench.camera.show(str(PHOTOS / "ean13_028.jpg"))
    assert isinstance(bench.events.wait_count(1)[0], CodeRead)


def test_f23_a_frozen_picture_is_a_fault(bench: Bench) -> None:
    bench.camera.freeze()
    bench.until(DeviceCondition.FAULTY, "frozen")
    bench.camera.freeze(False)
    bench.until(DeviceCondition.ONLINE, times=2)


def test_f23_a_black_picture_is_a_fault(bench: Bench) -> None:
    bench.camera.black()
    bench.until(DeviceCondition.FAULTY, "black")
    bench.camera.show_nothing()
    bench.until(DeviceCondition.ONLINE, times=2)


def test_a_code_too_blurred_to_read_is_reported_as_missed(bench: Bench, tmp_path: Path) -> None:
    photo = cv2.imread(str(PHOTOS / "ean13_028.jpg"), cv2.IMREAD_GRAYSCALE)
    assert photo is not None
    cv2.imwrite(str(tmp_path / "blurred.png"), cv2.GaussianBlur(photo, (0, 0), 3.0))
    bench.camera.show(str(tmp_path / "blurred.png"))
    (event,) = bench.events.wait_count(1, within=8.0)
    assert isinstance(event, CodeMissed)
