"""What a simulated camera sends: a scene with the sway of a hand and the noise of a sensor, or a folder's pictures."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

SIZE = (1280, 720)
_RATE = 12.0
_SWAY = ((0, 0), (2, 1), (4, 2), (5, 4), (3, 5), (0, 4), (-2, 3), (-3, 1))
_PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".webp")
_MOST = 3000
_MOST_RATE = 120.0

Scene = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Film:
    """Pictures as JPEG, made once, so that sending them costs next to nothing; `begins` is monotonic seconds."""

    frames: tuple[bytes, ...]
    rate: float
    again: bool = True
    begins: float | None = None

    def at(self, now: float) -> bytes:
        """The picture to send at a time."""
        number = max(int((now - (self.begins or 0.0)) * self.rate), 0)
        return self.frames[number % len(self.frames) if self.again else min(number, len(self.frames) - 1)]


def bare_counter() -> Scene:
    """A counter with nothing on it, lit from one side."""
    width, height = SIZE
    return np.tile(np.linspace(90, 130, width, dtype=np.uint8), (height, 1))


def covered() -> Scene:
    """What a covered lens shows."""
    return np.zeros((SIZE[1], SIZE[0]), np.uint8)


def held(photo: Scene) -> Scene:
    """A photo held over the counter, as large as fits."""
    scene = bare_counter()
    width, height = SIZE
    scale = min(width * 0.9 / photo.shape[1], height * 0.9 / photo.shape[0])
    size = (max(int(photo.shape[1] * scale), 1), max(int(photo.shape[0] * scale), 1))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    sized = np.asarray(cv2.resize(photo, size, interpolation=way), dtype=np.uint8)
    top, left = (height - size[1]) // 2, (width - size[0]) // 2
    scene[top : top + size[1], left : left + size[0]] = sized
    return scene


def filmed(scene: Scene, noise: int, chance: np.random.Generator) -> Film:
    """A scene as a camera sends it: every picture a little different."""
    frames = []
    for dx, dy in _SWAY:
        grain = chance.integers(-noise, noise + 1, scene.shape)
        swayed = np.roll(scene, (dy, dx), (0, 1)).astype(np.int16) + grain
        frames.append(_jpeg(np.clip(swayed, 0, 255).astype(np.uint8)))
    return Film(tuple(frames), _RATE)


def played(folder: Path, rate: float, again: bool, now: float) -> Film:
    """The pictures of a folder by name, from `now` on; raises `ValueError` when they cannot be played."""
    if not 0.0 < rate <= _MOST_RATE:
        raise ValueError(f"pictures are played at up to {_MOST_RATE:g} a second, not {rate}")
    if not folder.is_dir():
        raise ValueError(f"{folder} is no folder")
    files = sorted(file for file in folder.iterdir() if file.suffix.lower() in _PICTURES)
    if not files:
        raise ValueError(f"{folder} holds no picture ({', '.join(_PICTURES)})")
    if len(files) > _MOST:
        raise ValueError(f"{folder} holds {len(files)} pictures; {_MOST} can be played")
    return Film(tuple(_sent(file) for file in files), rate, again, now)


def _sent(file: Path) -> bytes:
    picture = cv2.imread(str(file), cv2.IMREAD_COLOR)
    if picture is None:
        raise ValueError(f"{file} is no picture that can be read")
    if file.suffix.lower() in (".jpg", ".jpeg"):
        return file.read_bytes()
    return _jpeg(np.asarray(picture, dtype=np.uint8))


def _jpeg(picture: Scene) -> bytes:
    _done, jpeg = cv2.imencode(".jpg", picture)
    return jpeg.tobytes()
