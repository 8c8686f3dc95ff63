"""Reads a camera's options from the settings."""

from hardware.drivers.options import DriverOptions
from hardware.errors import DeviceMisused
from hardware.transports.camera_source import CameraWishes
from hardware.vision.reading_region import ReadingRegion

_PIXELS = ("MJPG", "YUYV")


def camera_wishes(options: DriverOptions) -> CameraWishes:
    """How the device is to be set; raises `DeviceMisused` for a value that no camera has."""
    usual = CameraWishes()
    pixels = options.text("pixels", usual.pixels).upper()
    if pixels not in _PIXELS:
        raise DeviceMisused(f"The driver camera: pixels is one of {', '.join(_PIXELS)}, not {pixels!r}.")
    return CameraWishes(
        width=options.number("width", usual.width, 160, 7680),
        height=options.number("height", usual.height, 120, 4320),
        rate=options.number("rate", usual.rate, 5, 120),
        pixels=pixels,
        exposure=options.automatic("exposure", 0.1, 1000.0),
        gain=options.automatic("gain", 0.0, 65535.0),
        focus=options.automatic("focus", 0.0, 65535.0),
    )


def reading_region(options: DriverOptions) -> ReadingRegion:
    """The part of the picture in which codes are looked for; raises `DeviceMisused` when it is none."""
    try:
        return ReadingRegion.named(options.text("region", ""))
    except ValueError as problem:
        raise DeviceMisused(f"The driver camera: {problem}.") from problem
