"""Where camera frames come from: a device by number, a network address, a film, a picture, a folder."""

import os
import re
import time
from pathlib import Path
from typing import Protocol

# What FFmpeg has to say about a lost camera is said in our own errors; it reads this when first used.
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")

import cv2
import numpy as np
import numpy.typing as npt

from hardware.errors import DeviceOffline

Picture = npt.NDArray[np.uint8]
_PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".webp")
_WAIT_MS = 2000

cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)


class FrameSource(Protocol):
    """Gives one frame after the other; `live` when a lens is behind it."""

    live: bool

    def read(self) -> Picture | None:
        """The next frame, waiting for it; None when there will be no more."""
        ...

    def close(self) -> None: ...


class CaptureSource:
    """A camera by number or address, through OpenCV."""

    live = True

    def __init__(self, where: int | str, size: tuple[int, int]) -> None:
        limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, 3000, cv2.CAP_PROP_READ_TIMEOUT_MSEC, _WAIT_MS]
        if isinstance(where, int):
            self._capture = cv2.VideoCapture(where)
            self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, size[0])
            self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, size[1])
            self._capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        else:
            self._capture = cv2.VideoCapture(where, cv2.CAP_FFMPEG, limits)
        if not self._capture.isOpened():
            self._capture.release()
            shown = re.sub(r"//[^/@]*@", "//", str(where))  # a password in the address stays out of messages
            raise DeviceOffline(f"The camera {shown} cannot be opened: check its cable and number or address.")

    def read(self) -> Picture | None:
        """The next frame, or None when the camera stopped sending."""
        came, frame = self._capture.read()
        return np.asarray(frame, dtype=np.uint8) if came else None

    def close(self) -> None:
        """Let the camera go."""
        self._capture.release()


class FilmSource:
    """A film, played at its own speed over and over."""

    live = False

    def __init__(self, file: Path) -> None:
        self._capture = cv2.VideoCapture(str(file))
        if not self._capture.isOpened():
            raise DeviceOffline(f"{file} is no film that can be played.")
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


class PictureSource:
    """Pictures of a folder one after the other, or one picture; the folder is looked at again each round."""

    live = False

    def __init__(self, where: Path, seconds_each: float = 1.0, rate: float = 10.0) -> None:
        self._where = where
        self._times = max(int(seconds_each * rate), 1)
        self._pause = 1 / rate
        self._coming: list[Path] = []
        self._shown = 0
        self._picture: Picture | None = None
        if not self._files():
            raise DeviceOffline(f"{where} holds no picture ({', '.join(_PICTURES)}).")

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
                picture = cv2.imread(str(files.pop(0)), cv2.IMREAD_GRAYSCALE)
                if picture is not None:
                    self._coming = files
                    return np.asarray(picture, dtype=np.uint8)
        return None

    def _files(self) -> list[Path]:
        files = self._where.iterdir() if self._where.is_dir() else [self._where]
        return sorted(f for f in files if f.suffix.lower() in _PICTURES and f.is_file())


def open_source(address: str, size: tuple[int, int]) -> FrameSource:
    """Open what `address` names: "0", "http://...", "rtsp://...", "/dev/video0", a film, a picture, a folder.

    Raises `DeviceOffline` when it is not there.
    """
    if address.isdecimal():
        return CaptureSource(int(address), size)
    if "://" in address:
        return CaptureSource(address, size)
    path = Path(address)
    if address.startswith("/dev/video") and address[10:].isdecimal():
        return CaptureSource(int(address[10:]), size)
    if not path.exists():
        raise DeviceOffline(f"There is no camera, film, picture or folder {address!r}.")
    if path.is_dir() or path.suffix.lower() in _PICTURES:
        return PictureSource(path)
    return FilmSource(path)
