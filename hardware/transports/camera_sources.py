"""Where camera frames come from: a device by number, a network address, a film, a picture, a folder."""

import time
from pathlib import Path

import cv2
import numpy as np

from hardware.ports.camera import CameraCondition, CameraSetting
from hardware.transports.camera_device import DeviceSource
from hardware.transports.camera_source import CameraAway, CameraControl, CameraWishes, FrameSource, Picture
from hardware.transports.network_camera import NetworkSource

_PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".webp")


class _NoLens:
    """What stands in for a camera: it has no exposure, gain or focus, and shows the same for as long as it likes."""

    live = False
    repeats = True

    def adjust(self, control: CameraControl, value: float | None) -> CameraSetting:
        """Nothing to adjust."""
        wished = "" if value is None else f"Pictures and films have no {control}."
        return CameraSetting(refused=wished)


class FilmSource(_NoLens):
    """A film, played at its own speed over and over."""

    def __init__(self, file: Path) -> None:
        self._capture = cv2.VideoCapture(str(file))
        if not self._capture.isOpened():
            raise CameraAway(f"{file} is no film that can be played.", CameraCondition.NO_DEVICE)
        rate = self._capture.get(cv2.CAP_PROP_FPS)
        self._pause = 1 / rate if 1 <= rate <= 120 else 1 / 25

    def read(self) -> Picture | None:
        """The next frame; after the last the first again."""
        time.sleep(self._pause)
        came, frame = self._capture.read()
        if not came:
            self._capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
            came, frame = self._capture.read()
        return np.asarray(frame, dtype=np.uint8) if came else None

    def close(self) -> None:
        """Close the file."""
        self._capture.release()


class PictureSource(_NoLens):
    """Pictures of a folder one after the other, or one picture; the folder is looked at again each round."""

    def __init__(self, where: Path, seconds_each: float = 1.0, rate: float = 10.0) -> None:
        self._where = where
        self._times = max(int(seconds_each * rate), 1)
        self._pause = 1 / rate
        self._coming: list[Path] = []
        self._shown = 0
        self._picture: Picture | None = None
        if not self._files():
            raise CameraAway(f"{where} holds no picture ({', '.join(_PICTURES)}).", CameraCondition.NO_DEVICE)

    def read(self) -> Picture | None:
        """The picture to show now; None when the folder is empty or nothing in it can be read."""
        time.sleep(self._pause)
        if self._shown % self._times == 0:
            self._picture = self._next()
        self._shown += 1
        return self._picture

    def close(self) -> None:
        """Forget the pictures."""
        self._coming.clear()

    def _next(self) -> Picture | None:
        for files in (self._coming, self._files()):  # the rest of this round, else a new one
            while files:
                picture = cv2.imread(str(files.pop(0)), cv2.IMREAD_COLOR)
                if picture is not None:
                    self._coming = files
                    return np.asarray(picture, dtype=np.uint8)
        return None

    def _files(self) -> list[Path]:
        files = self._where.iterdir() if self._where.is_dir() else [self._where]
        return sorted(f for f in files if f.suffix.lower() in _PICTURES and f.is_file())


def open_source(address: str, wishes: CameraWishes) -> FrameSource:
    """Open what `address` names: "0", "http://...", "rtsp://...", "/dev/video0", a film, a picture, a folder.

    Raises `CameraAway` when it is not there, is busy or does not let us in.
    """
    if address.isdecimal():
        return DeviceSource(Path(f"/dev/video{int(address)}"), wishes)
    if "://" in address:
        return NetworkSource(address)
    if address.startswith("/dev/"):
        return DeviceSource(Path(address), wishes)
    path = Path(address)
    if not path.exists():
        raise CameraAway(f"There is no camera, film, picture or folder {address!r}.", CameraCondition.NO_DEVICE)
    if path.is_dir() or path.suffix.lower() in _PICTURES:
        return PictureSource(path)
    return FilmSource(path)
