"""A camera's options from the settings."""

from collections.abc import Mapping

import pytest

from hardware.driver_table import build
from hardware.drivers.camera_options import camera_wishes, reading_region
from hardware.drivers.options import DriverOptions
from hardware.errors import DeviceMisused
from hardware.transports.camera_source import CameraWishes
from hardware.vision.reading_region import ReadingRegion


def options(**given: object) -> DriverOptions:
    return DriverOptions("camera", given)


def test_without_options_the_camera_is_left_to_its_automatics() -> None:
    assert camera_wishes(options()) == CameraWishes(1280, 720, 30, "MJPG", None, None, None)
    assert camera_wishes(options(exposure="auto", focus="AUTO")) == CameraWishes()
    assert reading_region(options()) == ReadingRegion()


def test_everything_can_be_set_as_number_or_text() -> None:
    wishes = camera_wishes(options(width="1920", height=1080, rate=60, pixels="yuyv", exposure="4.5", gain=20, focus=0))
    assert wishes == CameraWishes(1920, 1080, 60, "YUYV", 4.5, 20.0, 0.0)
    assert reading_region(options(region="20, 15, 60, 70")) == ReadingRegion(20, 15, 60, 70)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"exposure": 0}, 'exposure is "auto" or a number from 0.1 to 1000'),
        ({"exposure": "nan"}, "exposure is"),
        ({"gain": True}, "gain is"),
        ({"focus": [1]}, "focus is"),
        ({"pixels": "H264"}, "pixels is one of MJPG, YUYV"),
        ({"rate": 500}, "rate is a whole number from 5 to 120"),
        ({"region": "0,0,0,0"}, "a region lies within the picture"),
        ({"acceptance": "lax"}, "acceptance is one of strict, standard, eager"),
        ({"mirrored": "perhaps"}, "mirrored is true or false"),
        ({"zoom": 2}, "no option zoom"),
    ],
)
def test_a_wrong_option_is_named_with_what_is_allowed(given: Mapping[str, object], reason: str) -> None:
    with pytest.raises(DeviceMisused, match=reason):
        build("camera", "camera", "0", given)
