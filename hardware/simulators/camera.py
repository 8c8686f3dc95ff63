"""A network camera on a loopback port: films photos that are held before it, plays sequences, breaks on demand."""

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast

import cv2
import numpy as np

from hardware.simulators.camera_film import Film, Scene, bare_counter, covered, filmed, held, played

_BOUNDARY = b"frame"


class CameraSimulator:
    """Plays a camera; `address` is the stream to put into the settings.

    The photo held before it sways by a few pixels and has the noise of a sensor, so that no two frames are
    alike; before a bare counter it shows noise only.
    """

    def __init__(self, port: int = 0) -> None:
        self._port = port
        self._lock = threading.Lock()
        self._chance = np.random.default_rng(1)
        self._noise = 3
        self._picture: Scene = bare_counter()
        self._film = self._nothing = filmed(self._picture, self._noise, self._chance)
        self._frozen: bytes | None = None
        self._stalled = False
        self._last = b""
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
        self._point_at(held(np.asarray(picture, dtype=np.uint8)))

    def show_nothing(self) -> None:
        """Take the photo away."""
        self._point_at(bare_counter())

    def play(self, folder: str, rate: float = 30.0, again: bool = True) -> int:
        """Send the pictures of a folder in the order of their names; the number of pictures.

        With `again` they are played over and over, else the last one stays. Raises `ValueError` when
        there are none, too many, or the rate is no rate.
        """
        film = played(Path(folder), rate, again, time.monotonic())
        with self._lock:
            self._film, self._frozen = film, None
        return len(film.frames)

    def black(self) -> None:
        """Cover the lens."""
        self._change(filmed(covered(), 1, self._chance))

    def noise(self, amount: int = 40) -> None:
        """Let the sensor's noise grow to so many grey values, as in a dark shop; 3 is usual."""
        if not 0 <= amount <= 255:
            raise ValueError(f"noise is 0 to 255 grey values, not {amount}")
        self._noise = amount
        self._point_at(self._picture)

    def freeze(self, frozen: bool = True) -> None:
        """Send one and the same picture until called with False."""
        with self._lock:
            self._frozen = (self._last or self._film.frames[0]) if frozen else None

    def stall(self, stalled: bool = True) -> None:
        """Keep the connection and send nothing until called with False."""
        with self._lock:
            self._stalled = stalled

    def hang_up(self) -> None:
        """Break the connections there are; new ones are taken."""
        server = self._server
        if server is not None:
            server.hang_up()

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
            "play": self.play,
            "black": self.black,
            "noise": self.noise,
            "freeze": self.freeze,
            "stall": self.stall,
            "hang_up": self.hang_up,
            "unplug": self.unplug,
            "replug": self.replug,
            "address": lambda: self.address,
        }

    def _point_at(self, picture: Scene) -> None:
        self._picture = picture
        self._change(filmed(picture, self._noise, self._chance))

    def _change(self, film: Film) -> None:
        with self._lock:
            self._film = film

    def _frame(self) -> tuple[bytes | None, float]:
        """The picture to send now, if any, and the seconds until the next."""
        with self._lock:
            pause = 1 / self._film.rate
            if self._stalled:
                return None, pause
            self._last = self._frozen or self._film.at(time.monotonic())
            return self._last, pause


class _Stream(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int, frame: Callable[[], tuple[bytes | None, float]]) -> None:
        self.frame = frame
        self.over = threading.Event()
        super().__init__(("127.0.0.1", port), _Viewer)

    def hang_up(self) -> None:
        self.over.set()
        self.over = threading.Event()


class _Viewer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        stream = cast(_Stream, self.server)
        over = stream.over
        if self.path.partition("?")[0] != "/stream.mjpg":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={_BOUNDARY.decode()}")
        self.end_headers()
        try:
            while not over.is_set():
                jpeg, pause = stream.frame()
                if jpeg is not None:
                    self._send(jpeg)
                over.wait(pause)
        except OSError:
            return  # the viewer has gone

    def _send(self, jpeg: bytes) -> None:
        head = b"--%s\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % (_BOUNDARY, len(jpeg))
        self.wfile.write(head + jpeg + b"\r\n")

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep quiet."""
