"""Frames from folders, pictures, films and streams: the newest only, and grey."""

import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.errors import DeviceOffline
from hardware.simulators.camera import CameraSimulator
from hardware.transports.camera_frames import CameraFrames, Frame
from hardware.transports.camera_source import CameraWishes
from hardware.transports.camera_sources import PictureSource, open_source
from hardware.transports.network_camera import NetworkSource


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


def test_a_password_in_the_address_stays_out_of_messages() -> None:
    with pytest.raises(DeviceOffline) as refused:
        NetworkSource("http://shop:secret@127.0.0.1:9/x.mjpg")
    assert "secret" not in str(refused.value)
