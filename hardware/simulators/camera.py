"""A network camera on a loopback port: films photos that are held before it."""

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

_SIZE = (1280, 720)
_RATE = 12.0
_LOOP = 8  # pictures of one scene, each a little different as from a hand and a sensor
_SWAY = ((0, 0), (2, 1), (4, 2), (5, 4), (3, 5), (0, 4), (-2, 3), (-3, 1))
_NOISE = 3
_BOUNDARY = b"frame"

Scene = npt.NDArray[np.uint8]


class CameraSimulator:
    """Plays a camera; `address` is the stream to put into the settings.

    The photo held before it sways by a few pixels and has the noise of a sensor, so that no two frames are
    alike; before a bare counter it shows noise only.
    """

    def __init__(self, port: int = 0) -> None:
        self._port = port
        self._lock = threading.Lock()
        self._noise = np.random.default_rng(1)
        self._nothing = self._film(_counter())
        self._scene = self._nothing
        self._frozen = False
        self._stalled = False
        self._server: _Stream | None = None

    @property
    def address(self) -> str:
        """The address of the stream; fixed from the first start on."""
        return f"http://127.0.0.1:{self._port}/stream.mjpg"

    def start(self) -> None:
        """Begin to send; does nothing when it does already."""
        if self._server is None:
            self._server = _Stream(self._port, self._frame)
            self._port = self._server.server_port
            threading.Thread(
                target=self._server.serve_forever, args=(0.05,), name="camera simulator", daemon=True
            ).start()

    def stop(self) -> None:
        """Break all connections and close the port."""
        server, self._server = self._server, None
        if server is not None:
            server.over.set()
            server.shutdown()
            server.server_close()

    def show(self, photo: str) -> None:
        """Hold a photo before the camera; raises `ValueError` when the file is no picture."""
        picture = cv2.imread(str(Path(photo)), cv2.IMREAD_GRAYSCALE)
        if picture is None:
            raise ValueError(f"{photo} is no picture that can be read")
        self._change(self._film(_held(np.asarray(picture, dtype=np.uint8))))

    def show_nothing(self) -> None:
        """Take the photo away."""
        self._change(self._nothing)

    def black(self) -> None:
        """Cover the lens."""
        self._change(self._film(np.zeros((_SIZE[1], _SIZE[0]), np.uint8), noise=1))

    def freeze(self, frozen: bool = True) -> None:
        """Send one and the same picture until called with False."""
        with self._lock:
            self._frozen = frozen

    def stall(self, stalled: bool = True) -> None:
        """Keep the connection and send nothing until called with False."""
        with self._lock:
            self._stalled = stalled

    def unplug(self) -> None:
        """Pull the cable."""
        self.stop()

    def replug(self) -> None:
        """Put the cable back at the same address."""
        self.start()

    def commands(self) -> dict[str, Callable[..., object]]:
        """What can be called from another process."""
        return {
            "show": self.show,
            "show_nothing": self.show_nothing,
            "black": self.black,
            "freeze": self.freeze,
            "stall": self.stall,
            "unplug": self.unplug,
            "replug": self.replug,
            "address": lambda: self.address,
        }

    def _change(self, scene: list[bytes]) -> None:
        with self._lock:
            self._scene = scene

    def _frame(self, number: int) -> bytes | None:
        with self._lock:
            if self._stalled:
                return None
            return self._scene[0 if self._frozen else number % _LOOP]

    def _film(self, scene: Scene, noise: int = _NOISE) -> list[bytes]:
        # Made once when the scene changes, so that sending costs next to nothing.
        frames = []
        for dx, dy in _SWAY:
            grain = self._noise.integers(-noise, noise + 1, scene.shape)
            swayed = np.roll(scene, (dy, dx), (0, 1)).astype(np.int16) + grain
            _done, jpeg = cv2.imencode(".jpg", np.clip(swayed, 0, 255).astype(np.uint8))
            frames.append(jpeg.tobytes())
        return frames


def _counter() -> Scene:
    width, height = _SIZE
    return np.tile(np.linspace(90, 130, width, dtype=np.uint8), (height, 1))


def _held(photo: Scene) -> Scene:
    scene = _counter()
    width, height = _SIZE
    scale = min(width * 0.9 / photo.shape[1], height * 0.9 / photo.shape[0])
    size = (int(photo.shape[1] * scale), int(photo.shape[0] * scale))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    sized = np.asarray(cv2.resize(photo, size, interpolation=way), dtype=np.uint8)
    top, left = (height - size[1]) // 2, (width - size[0]) // 2
    scene[top : top + size[1], left : left + size[0]] = sized
    return scene


class _Stream(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int, frame: Callable[[int], bytes | None]) -> None:
        self.frame = frame
        self.over = threading.Event()
        super().__init__(("127.0.0.1", port), _Viewer)


class _Viewer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        stream = cast(_Stream, self.server)
        if self.path != "/stream.mjpg":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={_BOUNDARY.decode()}")
        self.end_headers()
        number = 0
        try:
            while not stream.over.is_set():
                number += 1
                if (jpeg := stream.frame(number)) is not None:
                    self._send(jpeg)
                time.sleep(1 / _RATE)
        except OSError:
            return  # the viewer has gone

    def _send(self, jpeg: bytes) -> None:
        head = b"--%s\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % (_BOUNDARY, len(jpeg))
        self.wfile.write(head + jpeg + b"\r\n")

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep quiet."""
