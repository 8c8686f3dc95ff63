"""Frames from folders, pictures, films and streams: the newest only, and grey."""

import threading
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.errors import DeviceOffline
from hardware.ports.camera import CameraCondition, CameraSetting
from hardware.simulators.camera import CameraSimulator
from hardware.transports.camera_frames import CameraFrames, Frame
from hardware.transports.camera_source import CameraAway, CameraControl, CameraWishes, FrameSource, Picture
from hardware.transports.camera_sources import PictureSource, open_source


def grey_of(frame: Frame | None) -> int:
    assert frame is not None
    assert frame.grey.ndim == 2
    return int(frame.grey.mean())


def picture(file: Path, grey: int) -> Path:
    cv2.imwrite(str(file), np.full((120, 160, 3), grey, np.uint8))
    return file


def test_one_picture(tmp_path: Path) -> None:
    frames = CameraFrames(str(picture(tmp_path / "a.png", 90)))
    frames.open()
    assert grey_of(frames.next(3.0)) == 90
    assert not frames.live
    frames.close()


def test_a_folder_is_shown_picture_by_picture_and_new_ones_are_found(tmp_path: Path) -> None:
    picture(tmp_path / "a.png", 50)
    (tmp_path / "notes.txt").write_text("no picture")
    (tmp_path / "broken.png").write_bytes(b"no picture either")
    source = PictureSource(tmp_path, seconds_each=0.01, rate=100)
    shown = [source.read()]
    picture(tmp_path / "b.png", 150)
    shown += [source.read(), source.read()]
    assert [int(p.mean()) for p in shown if p is not None] == [50, 50, 150]


def test_a_film_is_played_again_and_again(tmp_path: Path) -> None:
    file = tmp_path / "film.avi"
    film = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), 30, (160, 120))
    for grey in (40, 80, 120):
        film.write(np.full((120, 160, 3), grey, np.uint8))
    film.release()
    source = open_source(str(file), CameraWishes())
    shown = [source.read() for _ in range(5)]
    source.close()
    assert [round(float(p.mean()), -1) for p in shown if p is not None] == [40, 80, 120, 40, 80]


def test_only_the_newest_frame_of_a_stream_is_given_out() -> None:
    camera = CameraSimulator()
    camera.start()
    frames = CameraFrames(camera.address)
    try:
        frames.open()
        assert frames.live
        first = frames.next(5.0)
        time.sleep(0.6)
        second = frames.next(1.0)
        assert first is not None
        assert second is not None
        assert second.number - first.number >= 4
        assert time.monotonic() - second.at < 0.3
        assert second.grey.shape == (720, 1280)
    finally:
        frames.close()
        camera.stop()


def test_a_stream_that_ends_is_offline_and_can_be_opened_again() -> None:
    camera = CameraSimulator()
    camera.start()
    frames = CameraFrames(camera.address)
    try:
        frames.open()
        assert frames.next(5.0) is not None
        camera.unplug()
        with pytest.raises(DeviceOffline, match="stopped sending"):
            drain(frames)
        camera.replug()
        frames.open()
        assert frames.next(5.0) is not None
    finally:
        frames.close()
        camera.stop()


def drain(frames: CameraFrames) -> None:
    while frames.next(3.0) is not None:
        pass


def test_a_read_that_blocks_holds_nobody_up() -> None:
    source = BlockedSource()
    frames = CameraFrames("blocked", opened=lambda _address, _wishes: source)
    frames.open()
    began = time.monotonic()
    assert frames.next(0.2) is None
    frames.close()
    assert time.monotonic() - began < 1.0
    assert not source.closed.is_set()  # it is let go as soon as the read ends
    source.go_on.set()
    assert source.closed.wait(5.0)


def test_opening_again_waits_for_the_last_reader_of_the_device() -> None:
    first, second = BlockedSource(), BlockedSource()
    sources = iter((first, second))
    opened: list[bool] = []

    def opening(_address: str, _wishes: CameraWishes) -> FrameSource:
        opened.append(first.closed.is_set())
        return next(sources)

    frames = CameraFrames("blocked", opened=opening)
    frames.open()
    threading.Timer(0.2, first.go_on.set).start()
    frames.open()
    assert opened == [False, True]
    second.go_on.set()
    frames.close()


def test_a_mirrored_picture_is_turned_back() -> None:
    source = BlockedSource()
    source.go_on.set()
    frames = CameraFrames("mirror", mirrored=True, opened=lambda _address, _wishes: source)
    frames.open()
    frame = frames.next(3.0)
    frames.close()
    assert frame is not None
    assert frame.grey[0].tolist() == [2, 1, 0]
    assert frame.picture[0].tolist() == [2, 1, 0]


def test_wishes_are_done_before_the_next_frame_and_again_after_each_opening() -> None:
    source = BlockedSource()
    source.go_on.set()
    frames = CameraFrames("lens", CameraWishes(exposure=4.0), opened=lambda _address, _wishes: source)
    frames.open()
    frames.next(3.0)
    assert source.wishes == [(CameraControl.EXPOSURE, 4.0), (CameraControl.GAIN, None), (CameraControl.FOCUS, None)]
    frames.adjust(CameraControl.EXPOSURE, 9.0)
    source.wait_for_wishes(4)
    assert source.wishes[3:] == [(CameraControl.EXPOSURE, 9.0)]
    assert frames.settings()[CameraControl.EXPOSURE].value == 9.0
    frames.open()
    source.wait_for_wishes(7)
    assert source.wishes[4] == (CameraControl.EXPOSURE, 9.0)
    frames.close()


def test_what_fails_within_opencv_is_told_without_the_password() -> None:
    source = BlockedSource(failure=OSError("cannot read rtsp://shop:secret@cam/1"))
    source.go_on.set()
    frames = CameraFrames("rtsp://shop:secret@cam/1", opened=lambda _address, _wishes: source)
    frames.open()
    with pytest.raises(CameraAway, match="cannot read rtsp://cam/1") as away:
        frames.next(3.0)
    assert away.value.condition is CameraCondition.SILENT
    frames.close()


class BlockedSource:
    live = True
    repeats = False

    def __init__(self, failure: OSError | None = None) -> None:
        self.go_on, self.closed = threading.Event(), threading.Event()
        self.wishes: list[tuple[CameraControl, float | None]] = []
        self._failure = failure

    def read(self) -> Picture | None:
        self.go_on.wait(10.0)
        time.sleep(0.005)
        if self._failure is not None:
            raise self._failure
        return np.array([[0, 1, 2]], np.uint8)

    def adjust(self, control: CameraControl, value: float | None) -> CameraSetting:
        self.wishes.append((control, value))
        return CameraSetting(True, value is None, value)

    def wait_for_wishes(self, count: int) -> None:
        ends = time.monotonic() + 5.0
        while len(self.wishes) < count and time.monotonic() < ends:
            time.sleep(0.01)

    def close(self) -> None:
        self.closed.set()


@pytest.mark.parametrize("address", ["no/such/thing", "http://127.0.0.1:9/stream.mjpg"])
def test_what_is_not_there_is_offline(address: str) -> None:
    with pytest.raises(DeviceOffline):
        CameraFrames(address).open()


def test_an_empty_folder_and_a_file_that_is_no_film_are_offline(tmp_path: Path) -> None:
    with pytest.raises(DeviceOffline, match="no picture"):
        CameraFrames(str(tmp_path)).open()
    (tmp_path / "film.mp4").write_bytes(b"no film")
    with pytest.raises(DeviceOffline, match="no film"):
        CameraFrames(str(tmp_path / "film.mp4")).open()
