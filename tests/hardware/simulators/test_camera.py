"""The simulated camera plays what it is told to play, over real HTTP."""

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.simulators.camera import CameraSimulator
from hardware.transports.network_camera import NetworkSource


@pytest.fixture
def camera() -> Iterator[CameraSimulator]:
    made = CameraSimulator()
    made.start()
    yield made
    made.stop()


def folder_of(folder: Path, *greys: int) -> str:
    folder.mkdir()
    for number, grey in enumerate(greys):
        cv2.imwrite(str(folder / f"{number:03}.{'png' if number % 2 else 'jpg'}"), np.full((48, 64), grey, np.uint8))
    return str(folder)


def greys(source: NetworkSource, count: int) -> list[int]:
    pictures = [source.read() for _ in range(count)]
    return [round(float(picture.mean()) / 10) * 10 for picture in pictures if picture is not None]


def test_a_sequence_is_played_in_order_and_its_last_picture_stays(camera: CameraSimulator, tmp_path: Path) -> None:
    assert camera.play(folder_of(tmp_path / "film", 40, 90, 140, 190), rate=10, again=False) == 4
    source = NetworkSource(camera.address)
    seen = greys(source, 12)
    source.close()
    assert seen == sorted(seen)
    assert seen[-3:] == [190] * 3


def test_a_sequence_is_played_over_and_over(camera: CameraSimulator, tmp_path: Path) -> None:
    camera.play(folder_of(tmp_path / "film", 40, 190), rate=10)
    source = NetworkSource(camera.address)
    seen = greys(source, 20)
    source.close()
    assert sum(one != other for one, other in pairwise(seen)) >= 4


def test_what_cannot_be_played_is_said(camera: CameraSimulator, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no folder"):
        camera.play(str(tmp_path / "none"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match="no picture"):
        camera.play(str(tmp_path / "empty"))
    with pytest.raises(ValueError, match="up to 120 a second"):
        camera.play(folder_of(tmp_path / "film", 40), rate=0)
    (tmp_path / "film" / "000.jpg").write_bytes(b"no picture")
    with pytest.raises(ValueError, match="no picture that can be read"):
        camera.play(str(tmp_path / "film"))
    with pytest.raises(ValueError, match="noise"):
        camera.noise(-1)


def test_hanging_up_ends_the_connections_there_are_and_takes_new_ones(camera: CameraSimulator) -> None:
    source = NetworkSource(camera.address)
    camera.hang_up()
    ends = time.monotonic() + 5.0
    while source.read() is not None and time.monotonic() < ends:
        pass
    assert source.read() is None
    source.close()
    again = NetworkSource(camera.address)
    assert again.read() is not None
    again.close()


def test_more_noise_and_a_frozen_picture(camera: CameraSimulator) -> None:
    source = NetworkSource(camera.address)
    quiet = source.read()
    camera.noise(80)
    loud = [source.read() for _ in range(6)][-1]
    camera.freeze()
    frozen = [source.read() for _ in range(6)]
    source.close()
    assert quiet is not None
    assert loud is not None
    assert loud.std() > 2 * quiet.std()
    assert frozen[-1] is not None
    assert (frozen[-1] == frozen[-2]).all()
