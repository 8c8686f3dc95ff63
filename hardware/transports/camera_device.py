"""Frames of a camera on this machine's own bus, through Video4Linux, and its exposure, gain and focus."""

import errno
import fcntl
import os
import struct
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from hardware.ports.camera import CameraCondition, CameraSetting
from hardware.transports.camera_source import CameraAway, CameraControl, CameraWishes, Picture

# From linux/videodev2.h: VIDIOC_REQBUFS is _IOWR('V', 8, struct v4l2_requestbuffers); buffer type
# V4L2_BUF_TYPE_VIDEO_CAPTURE, memory V4L2_MEMORY_MMAP; exposure is counted in units of 100 microseconds.
_REQUEST_BUFFERS = 0xC0145608
_CAPTURE, _MMAP = 1, 1
_EXPOSURE_STEPS = 10.0  # a millisecond
_AUTO_EXPOSURE, _MANUAL_EXPOSURE = (3.0, 0.0), 1.0  # V4L2_EXPOSURE_APERTURE_PRIORITY, _AUTO; _MANUAL

_PROPERTIES = {
    CameraControl.EXPOSURE: cv2.CAP_PROP_EXPOSURE,
    CameraControl.GAIN: cv2.CAP_PROP_GAIN,
    CameraControl.FOCUS: cv2.CAP_PROP_FOCUS,
}


@dataclass(frozen=True, slots=True)
class VideoDevice:
    """A camera that the machine has: its path, its name, and why it cannot be opened ("" when it can)."""

    path: Path
    name: str
    trouble: str = ""


def video_devices(devices: Path = Path("/dev"), kernel: Path = Path("/sys/class/video4linux")) -> list[VideoDevice]:
    """The cameras of this machine by number; nodes that carry no pictures (`index` above 0) are left out."""
    found = []
    for node in sorted(devices.glob("video*"), key=lambda path: (len(path.name), path.name)):
        if not node.name[5:].isdecimal() or _line(kernel / node.name / "index") not in ("", "0"):
            continue
        away = why_not(node)
        found.append(VideoDevice(node, _line(kernel / node.name / "name") or node.name, str(away) if away else ""))
    return found


def why_not(device: Path, processes: Path = Path("/proc")) -> CameraAway | None:
    """Why a device cannot be opened, told apart by what the kernel says; None when it can."""
    try:
        descriptor = os.open(device, os.O_RDWR | os.O_NONBLOCK)
    except OSError as problem:
        return _refusal(device, problem, processes)
    try:
        # Several programs may open a camera and only one may stream; asking for a buffer tells which we are.
        fcntl.ioctl(descriptor, _REQUEST_BUFFERS, struct.pack("5I", 1, _CAPTURE, _MMAP, 0, 0))
        fcntl.ioctl(descriptor, _REQUEST_BUFFERS, struct.pack("5I", 0, _CAPTURE, _MMAP, 0, 0))
    except OSError as problem:
        return _refusal(device, problem, processes)
    finally:
        os.close(descriptor)
    return None


class DeviceSource:
    """A camera by its device file; raises `CameraAway` when it is absent, busy or closed to us."""

    live = True
    repeats = False

    def __init__(self, device: Path, wishes: CameraWishes) -> None:
        real = device.resolve()  # /dev/v4l/by-id/... are links to the numbered files
        if (away := why_not(real)) is not None:
            raise away
        self._capture = cv2.VideoCapture(str(real), cv2.CAP_V4L2)
        if not self._capture.isOpened():
            self._capture.release()
            why = f"{device} is there, and no pictures come from it: plug the camera in again."
            raise CameraAway(why, CameraCondition.REFUSED)
        if wishes.pixels:
            self._capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*wishes.pixels))
        self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, wishes.width)
        self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, wishes.height)
        self._capture.set(cv2.CAP_PROP_FPS, wishes.rate)
        self._capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)

    def read(self) -> Picture | None:
        """The next frame, or None when the camera stopped sending."""
        came, frame = self._capture.read()
        return np.asarray(frame, dtype=np.uint8) if came else None

    def adjust(self, control: CameraControl, value: float | None) -> CameraSetting:
        """Set a control and read back what the device took."""
        return adjust(self._capture, control, value)

    def close(self) -> None:
        """Let the camera go."""
        self._capture.release()


def adjust(capture: cv2.VideoCapture, control: CameraControl, value: float | None) -> CameraSetting:
    """Set a control of an open device, or None for automatic, and read back what it took."""
    steps = _EXPOSURE_STEPS if control is CameraControl.EXPOSURE else 1.0
    kind = _PROPERTIES[control]
    if capture.get(kind) < 0:  # what OpenCV answers for a control that the device has not
        return CameraSetting(refused="" if value is None else f"The camera has no {control} that can be set.")
    taken_auto = _automatic(capture, control, value is None)
    refused = ""
    if value is not None:
        capture.set(kind, value * steps)
        if control is not CameraControl.GAIN and not taken_auto:
            refused = f"The camera does not leave its automatic {control}."
    elif control is not CameraControl.GAIN and not taken_auto:
        refused = f"The camera has no automatic {control}."
    now = capture.get(kind) / steps
    if not refused and value is not None and abs(now - value) > max(0.05 * value, 1.0):
        refused = f"The camera took {now:g} for the {control}."
    automatic = control is not CameraControl.GAIN and (value is None) == taken_auto
    return CameraSetting(True, automatic, now, refused)


def _automatic(capture: cv2.VideoCapture, control: CameraControl, on: bool) -> bool:
    """Switch the automatic on or off; whether the device did."""
    if control is CameraControl.FOCUS:
        return bool(capture.set(cv2.CAP_PROP_AUTOFOCUS, 1.0 if on else 0.0))
    if control is CameraControl.EXPOSURE:
        ways = _AUTO_EXPOSURE if on else (_MANUAL_EXPOSURE,)
        return any(capture.set(cv2.CAP_PROP_AUTO_EXPOSURE, way) for way in ways)
    return False


def _refusal(device: Path, problem: OSError, processes: Path) -> CameraAway | None:
    if problem.errno == errno.EBUSY:
        who = _holder(device, processes)
        return CameraAway(f"{device} is used by another program{who}: end it.", CameraCondition.BUSY)
    if problem.errno in (errno.EACCES, errno.EPERM):
        why = f"{device} may not be opened: put the kiosk's user into the group video."
        return CameraAway(why, CameraCondition.REFUSED)
    if problem.errno in (errno.ENOENT, errno.ENODEV, errno.ENXIO):
        return CameraAway(f"There is no camera at {device}: check its cable and number.", CameraCondition.NO_DEVICE)
    if problem.errno == errno.ENOTTY:
        return CameraAway(f"{device} is no camera.", CameraCondition.NO_DEVICE)
    if problem.errno == errno.EINVAL:
        return None  # it hands out buffers in another way, which OpenCV may know
    return CameraAway(f"{device} cannot be opened: {problem.strerror}.", CameraCondition.REFUSED)


def _holder(device: Path, processes: Path) -> str:
    """Who has the device open, as far as the operating system lets us see."""
    for link in processes.glob("[0-9]*/fd/*"):
        try:
            owner = link.parents[1]
            if os.readlink(link) == str(device) and int(owner.name) != os.getpid():
                return f" ({_line(owner / 'comm')}, process {owner.name})"
        except OSError:
            continue  # it ended, or is another user's
    return ""


def _line(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
