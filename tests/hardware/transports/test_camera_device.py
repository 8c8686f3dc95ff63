"""Which cameras a machine has, why one cannot be opened, and what a device makes of a wish for its settings."""

import errno
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import cv2
import pytest

from hardware.ports.camera import CameraCondition, CameraSetting
from hardware.transports.camera_device import DeviceSource, adjust, video_devices, why_not
from hardware.transports.camera_source import CameraAway, CameraControl, CameraWishes


class Lens:
    """A camera as OpenCV shows it: controls by number, -1 for those it has not."""

    def __init__(self, has: dict[int, float], *, takes: Mapping[int, tuple[float, ...]] | None = None) -> None:
        self.has, self._takes = dict(has), takes or {}

    def get(self, control: int) -> float:
        return self.has.get(control, -1.0)

    def set(self, control: int, value: float) -> bool:
        if control not in self.has or value not in self._takes.get(control, (value,)):
            return False
        self.has[control] = value
        return True


def asked(lens: Lens, control: CameraControl, value: float | None) -> CameraSetting:
    return adjust(cast(cv2.VideoCapture, lens), control, value)


def usual() -> Lens:
    exposure_ways = {cv2.CAP_PROP_AUTO_EXPOSURE: (1.0, 3.0)}
    return Lens({cv2.CAP_PROP_EXPOSURE: 156.0, cv2.CAP_PROP_AUTO_EXPOSURE: 3.0}, takes=exposure_ways)


def test_an_exposure_in_milliseconds_is_set_and_read_back() -> None:
    lens = usual()
    assert asked(lens, CameraControl.EXPOSURE, 5.0) == CameraSetting(True, False, 5.0)
    assert (lens.has[cv2.CAP_PROP_EXPOSURE], lens.has[cv2.CAP_PROP_AUTO_EXPOSURE]) == (50.0, 1.0)
    assert asked(lens, CameraControl.EXPOSURE, None) == CameraSetting(True, True, 5.0)


def test_a_camera_that_knows_only_the_full_automatic_gets_that() -> None:
    lens = Lens(usual().has, takes={cv2.CAP_PROP_AUTO_EXPOSURE: (0.0, 1.0)})
    assert asked(lens, CameraControl.EXPOSURE, None).automatic
    assert lens.has[cv2.CAP_PROP_AUTO_EXPOSURE] == 0.0


def test_a_control_that_the_camera_has_not_is_said_to_be_missing() -> None:
    assert asked(Lens({}), CameraControl.FOCUS, 30.0) == CameraSetting(
        refused="The camera has no focus that can be set."
    )
    assert asked(Lens({}), CameraControl.FOCUS, None) == CameraSetting()  # automatic is no wish that failed


def test_what_the_camera_took_is_said_when_it_is_not_what_was_wished() -> None:
    lens = Lens({cv2.CAP_PROP_GAIN: 10.0}, takes={cv2.CAP_PROP_GAIN: (10.0,)})
    taken = asked(lens, CameraControl.GAIN, 90.0)
    assert (taken.value, taken.refused) == (10.0, "The camera took 10 for the gain.")


def test_a_camera_without_autofocus_says_so() -> None:
    taken = asked(Lens({cv2.CAP_PROP_FOCUS: 5.0}), CameraControl.FOCUS, None)
    assert (taken.supported, taken.automatic) == (True, False)
    assert taken.refused == "The camera has no automatic focus."


def test_the_cameras_of_a_machine_by_number_without_the_nodes_that_carry_no_pictures(tmp_path: Path) -> None:
    devices, kernel = tmp_path / "dev", tmp_path / "sys"
    devices.mkdir()
    for number, index, name in ((0, 0, "Barcode Camera"), (1, 1, "Barcode Camera"), (10, 0, "Old"), (2, 0, "")):
        (devices / f"video{number}").write_bytes(b"")
        (kernel / f"video{number}").mkdir(parents=True)
        (kernel / f"video{number}" / "index").write_text(f"{index}\n")
        (kernel / f"video{number}" / "name").write_text(f"{name}\n")
    (devices / "videocodec").write_bytes(b"")
    found = video_devices(devices, kernel)
    assert [(device.path.name, device.name) for device in found] == [
        ("video0", "Barcode Camera"),
        ("video2", "video2"),
        ("video10", "Old"),
    ]
    assert all("is no camera" in device.trouble for device in found)  # files, as the kernel says


def test_a_machine_without_cameras_has_none(tmp_path: Path) -> None:
    assert video_devices(tmp_path / "dev", tmp_path / "sys") == []


@pytest.mark.parametrize(
    ("number", "condition", "words"),
    [
        (errno.ENOENT, CameraCondition.NO_DEVICE, "There is no camera"),
        (errno.ENODEV, CameraCondition.NO_DEVICE, "There is no camera"),
        (errno.EACCES, CameraCondition.REFUSED, "group video"),
        (errno.EBUSY, CameraCondition.BUSY, "another program"),
        (errno.EIO, CameraCondition.REFUSED, "cannot be opened"),
    ],
)
def test_why_a_device_cannot_be_opened(
    number: int, condition: CameraCondition, words: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_arguments: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    away = why_not(Path("/dev/video0"), tmp_path)
    assert away is not None
    assert away.condition is condition
    assert words in str(away)


def test_a_device_that_streams_to_another_program_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    device = tmp_path / "video0"
    device.write_bytes(b"")
    waits = "import sys; held = open(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    other = subprocess.Popen(
        [sys.executable, "-c", waits, str(device)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"

        def busy(_descriptor: int, _request: int, _buffers: bytes) -> int:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

        monkeypatch.setattr("fcntl.ioctl", busy)
        away = why_not(device)
    finally:
        other.communicate()
    assert away is not None
    assert away.condition is CameraCondition.BUSY
    assert f"process {other.pid}" in str(away)


def test_a_device_that_gives_buffers_can_be_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    device = tmp_path / "video0"
    device.write_bytes(b"")
    monkeypatch.setattr("fcntl.ioctl", lambda *_arguments: 0)
    assert why_not(device) is None


def test_a_device_that_is_not_there_is_no_device() -> None:
    with pytest.raises(CameraAway, match="There is no camera at") as away:
        DeviceSource(Path("/dev/video250"), CameraWishes())
    assert away.value.condition is CameraCondition.NO_DEVICE
