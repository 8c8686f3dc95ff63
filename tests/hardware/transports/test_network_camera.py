"""Network cameras: why one cannot be opened, and what may be shown of its address."""

import socket
from collections.abc import Iterator

import pytest

from hardware.ports.camera import CameraCondition, CameraSetting
from hardware.simulators.camera import CameraSimulator
from hardware.transports.camera_source import CameraAway, CameraControl
from hardware.transports.network_camera import NetworkSource


@pytest.fixture
def camera() -> Iterator[CameraSimulator]:
    made = CameraSimulator()
    made.start()
    yield made
    made.stop()


def test_pictures_come_and_a_motion_jpeg_is_known_to_send_them_whole(camera: CameraSimulator) -> None:
    source = NetworkSource(camera.address)
    picture = source.read()
    source.close()
    assert picture is not None
    assert picture.shape == (720, 1280, 3)
    assert not source.repeats


def test_settings_are_the_cameras_own_business(camera: CameraSimulator) -> None:
    source = NetworkSource(camera.address)
    taken = source.adjust(CameraControl.EXPOSURE, 5.0)
    source.close()
    assert not taken.supported
    assert "own page" in taken.refused
    assert source.adjust(CameraControl.FOCUS, None) == CameraSetting()


def test_a_camera_that_does_not_answer() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(CameraAway, match="does not answer") as away:
        NetworkSource(f"http://shop:secret@127.0.0.1:{port}/x.mjpg")
    assert away.value.condition is CameraCondition.NO_DEVICE
    assert "secret" not in str(away.value)


def test_a_camera_that_answers_something_else(camera: CameraSimulator) -> None:
    with pytest.raises(CameraAway, match="answers and sends no pictures") as away:
        NetworkSource(camera.address.replace("stream", "other").replace("//", "//shop:secret@") + "?pwd=secret")
    assert away.value.condition is CameraCondition.REFUSED
    assert "secret" not in str(away.value)


@pytest.mark.parametrize("address", ["http://", "gopher://x/y", "http://[::1/x", "http://h:99999999/"])
def test_what_is_no_address_is_said_to_be_none(address: str) -> None:
    with pytest.raises(CameraAway, match="is no address of a camera"):
        NetworkSource(address)


def test_a_name_that_nobody_knows() -> None:
    with pytest.raises(CameraAway, match="not known"):
        NetworkSource("http://no-such-camera.invalid/x.mjpg")
