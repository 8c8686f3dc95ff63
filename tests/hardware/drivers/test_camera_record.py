"""A minute of a camera's figures, and the verdict of its test."""

import numpy as np
import pytest

from hardware.drivers.camera_record import CameraRecord, FrameFigures, seen_codes
from hardware.ports.camera import CameraCondition, CameraSetting, PictureHint, Refusal, SeenCode, TestVerdict
from hardware.transports.camera_frames import Frame
from hardware.transports.camera_source import CameraControl
from hardware.vision.engines import Barcode
from hardware.vision.picture_health import PictureHealth
from tests.fakes.camera_feed import FilmClock

SETTINGS = dict.fromkeys(CameraControl, CameraSetting())
PICTURE = np.full((36, 64), 90, np.uint8)
QUAD = ((0, 0), (9, 0), (9, 9), (0, 9))


class Minute:
    """A record that is fed frames of a rate on a clock of its own."""

    def __init__(self) -> None:
        self.clock = FilmClock()
        self.record = CameraRecord(self.clock)
        self.record.became(CameraCondition.LIVE)
        self.number = 0

    def frames(
        self, count: int, ms: float = 10.0, rate: float = 20.0, seen: bool = False, read: bool = False, taken: int = 0
    ) -> None:
        for _ in range(count):
            self.clock.now += 1 / rate
            self.number += 1
            figures = FrameFigures(self.number, self.clock.now, ms, seen, read, taken)
            self.record.decoded(Frame(self.number, PICTURE, PICTURE, self.clock.now), figures, ())


def test_the_rate_counts_also_frames_that_were_dropped() -> None:
    minute = Minute()
    for _ in range(40):
        minute.number += 2  # two of three were dropped while decoding
        minute.frames(1, rate=10.0)
    assert minute.record.view(640, SETTINGS).rate == pytest.approx(30.0, rel=0.02)
    minute.clock.now += 5.0
    assert minute.record.view(640, SETTINGS).rate == 0.0


def test_times_of_the_last_minute_by_second() -> None:
    minute = Minute()
    minute.frames(20 * 70, ms=99.0)
    minute.frames(20 * 61, ms=10.0)
    minute.frames(1, ms=34.0)
    minute.frames(20, ms=12.0)
    times = minute.record.view(640, SETTINGS).times
    assert (times.last, times.median, times.worst) == (12.0, 10.0, 34.0)
    assert len(times.series) == 60
    assert times.series[-1] == 12.0
    assert 34.0 in times.series[-3:]
    assert set(times.series[:-3]) == {10.0}


def test_seconds_without_frames_are_zero_in_the_series() -> None:
    minute = Minute()
    minute.frames(20)
    minute.clock.now += 10.0
    assert minute.record.view(640, SETTINGS).times.series[-10:] == (0.0,) * 10


def test_the_success_is_that_of_frames_with_a_code_in_view() -> None:
    minute = Minute()
    minute.frames(100)
    assert minute.record.view(640, SETTINGS).success is None
    minute.frames(70, seen=True, read=True)
    minute.frames(30, seen=True)
    assert minute.record.view(640, SETTINGS).success == pytest.approx(0.7)
    minute.clock.now += 61.0
    assert minute.record.view(640, SETTINGS).success is None


@pytest.mark.parametrize(
    ("frames", "verdict"),
    [
        ([dict(count=20, seen=True, read=True, taken=1)], TestVerdict.PASSED),
        ([dict(count=20)], TestVerdict.NO_CODE),
        ([dict(count=15, seen=True), dict(count=5, seen=True, read=True, taken=1)], TestVerdict.HARDLY_READ),
        ([dict(count=20, seen=True, read=True)], TestVerdict.PASSED),  # lay there before the test began
        ([dict(count=5, rate=5.0, seen=True, read=True, taken=1)], TestVerdict.FEW_PICTURES),
        ([dict(count=20, ms=80.0, seen=True, read=True, taken=1)], TestVerdict.SLOW),
        ([], TestVerdict.NO_PICTURES),
    ],
)
def test_the_verdict_of_a_test(frames: list[dict[str, float]], verdict: TestVerdict) -> None:
    minute = Minute()
    minute.frames(30, ms=500.0, seen=True)  # before the test, so it does not count
    began = minute.record.begin_test(10.0)
    assert minute.record.view(640, SETTINGS).testing == pytest.approx(10.0)
    for some in frames:
        minute.frames(**some)  # type: ignore[arg-type]
    minute.clock.now = max(minute.clock.now, began + 1.0)
    result = minute.record.end_test(began)
    assert result.verdict is verdict
    assert result.passed is (verdict is TestVerdict.PASSED)
    assert result.frames == sum(int(some["count"]) for some in frames)
    assert minute.record.view(640, SETTINGS).testing == 0.0


@pytest.mark.parametrize("hint", [PictureHint.TOO_DARK, PictureHint.TOO_BRIGHT, PictureHint.BLURRED])
def test_a_picture_that_keeps_codes_from_being_read_is_the_verdict(hint: PictureHint) -> None:
    minute = Minute()
    minute.record.measured(PictureHealth(30.0, 0.0, 0.0, 0.1, 0.0, hint))
    began = minute.record.begin_test(1.0)
    minute.frames(20, seen=True)
    assert minute.record.end_test(began).verdict.value == hint.value


@pytest.mark.parametrize("condition", [CameraCondition.FROZEN, CameraCondition.BLACK])
def test_a_frozen_or_black_camera_fails_its_test(condition: CameraCondition) -> None:
    minute = Minute()
    began = minute.record.begin_test(1.0)
    minute.frames(20, seen=True, read=True, taken=1)
    minute.record.became(condition, "why")
    assert minute.record.end_test(began).verdict.value == condition.value


def test_t14_the_last_frame_is_forgotten_when_the_camera_is_gone() -> None:
    minute = Minute()
    minute.frames(1)
    assert minute.record.picture() is not None
    for condition in (CameraCondition.SILENT, CameraCondition.FROZEN):  # a picture to show with its age
        minute.record.became(condition)
        assert minute.record.picture() is not None
    minute.record.became(CameraCondition.CLOSED)
    assert minute.record.picture() is None


def test_places_of_bars_that_were_not_read_are_kept_apart_from_codes() -> None:
    code = Barcode("123", "QR", QUAD)
    other = ((20, 20), (29, 20), (29, 29), (20, 29))
    assert seen_codes({code: None}, [QUAD, other], lambda _code: True) == [
        SeenCode(QUAD, "QR", "123", accepted=True),
        SeenCode(other),
    ]


def test_a_read_that_did_not_count_is_kept_with_its_reason_also_when_nobody_watches() -> None:
    minute = Minute()
    codes = seen_codes({Barcode("19017804", "UPC-E", QUAD): Refusal.PIECE}, [], lambda _code: False)
    minute.record.decoded(Frame(1, PICTURE, PICTURE, 0.0), FrameFigures(1, 0.0, 1.0), codes)
    assert minute.record.view(640, SETTINGS).codes == (SeenCode(QUAD, "UPC-E", refused=Refusal.PIECE),)
