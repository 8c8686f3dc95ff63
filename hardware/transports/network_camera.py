"""Frames of a network camera: MJPEG over HTTP, RTSP and what else FFmpeg speaks."""

import socket
from urllib.parse import urlsplit

import cv2
import numpy as np

from hardware.ports.camera import CameraCondition, CameraSetting
from hardware.transports.camera_address import without_secrets
from hardware.transports.camera_source import CameraAway, CameraControl, Picture

_OPEN_MS, _READ_MS = 3000, 2000
_PORTS = {"http": 80, "https": 443, "rtsp": 554, "rtsps": 322, "rtmp": 1935}
# Codecs that send every picture whole, so that the noise of the sensor is in each.
_WHOLE_PICTURES = ("MJPG", "JPEG", "MJPEG")


class NetworkSource:
    """A camera by address, through OpenCV and FFmpeg.

    Raises `CameraAway` when it does not answer or sends nothing that can be shown.
    """

    live = True

    def __init__(self, address: str) -> None:
        limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _OPEN_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, _READ_MS]
        self._capture = cv2.VideoCapture(address, cv2.CAP_FFMPEG, limits)
        if not self._capture.isOpened():
            self._capture.release()
            raise _why_not(address)
        code = int(self._capture.get(cv2.CAP_PROP_FOURCC))
        self.repeats = code.to_bytes(4, "little", signed=False).decode("latin-1").upper() not in _WHOLE_PICTURES

    def read(self) -> Picture | None:
        """The next frame, or None when the camera stopped sending."""
        came, frame = self._capture.read()
        return np.asarray(frame, dtype=np.uint8) if came else None

    def adjust(self, control: CameraControl, value: float | None) -> CameraSetting:
        """Nothing can be adjusted from here: network cameras have pages of their own for it."""
        wished = "" if value is None else f"The {control} of a network camera is set on the camera's own page."
        return CameraSetting(refused=wished)

    def close(self) -> None:
        """Hang up."""
        self._capture.release()


def _why_not(address: str) -> CameraAway:
    shown = without_secrets(address)
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return CameraAway(f"{shown} is no address of a camera.", CameraCondition.NO_DEVICE)
    if not host or port is None:
        return CameraAway(
            f"{shown} is no address of a camera: it begins with one of {', '.join(_PORTS)} and names a host.",
            CameraCondition.NO_DEVICE,
        )
    try:
        socket.create_connection((host, port), 1.0).close()
    except socket.gaierror:
        why = f"The name {host} is not known: check the camera's address and the network."
        return CameraAway(why, CameraCondition.NO_DEVICE)
    except OSError:
        why = f"The camera at {host}, port {port}, cannot be opened: it does not answer. Check its power and cable."
        return CameraAway(why, CameraCondition.NO_DEVICE)
    return CameraAway(
        f"The camera {shown} cannot be opened: it answers and sends no pictures. Check it, and path, user, password.",
        CameraCondition.REFUSED,
    )
