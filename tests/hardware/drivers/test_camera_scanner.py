"""A camera's driver on a clock of its own: trouble told within a second, codes at once, nothing kept (F-23, T-14)."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.drivers.camera_scanner import CameraScanner
from hardware.errors import DeviceGarbled, DeviceMisused, DeviceOffline
from hardware.ports.camera import CameraCondition, CodeText, Refusal
from hardware.ports.scanner import CodeRead, CodeRefused, CodesDiffer, ScannerEvent
from hardware.transports.camera_source import CameraAway, CameraControl
from hardware.vision.engines import Barcode, Effort, Grey
from hardware.vision.pipeline import DecodePipeline
from hardware.vision.reading_region import ReadingRegion
from tests.fakes.camera_feed import FilmClock, Picture, ScriptedFeed, noisy

MILK, NOODLES = "4901780188352", "8801043036016"
SIZE = (360, 640)
Script = Sequence[Picture | CameraAway | None]


class ShownCodes:
    """An engine that reads what the test shows, a little further along in each frame; each pass costs 20 ms."""

    def __init__(self, clock: FilmClock) -> None:
        self._clock = clock
        self.shown: list[tuple[str, str, int]] = []  # text, symbology, left edge
        self._frames = 0

    def read(self, grey: Grey, effort: Effort) -> Sequence[Barcode]:
        if effort is Effort.FULL:
            return ()  # the deep passes, which run beside the frames
        self._clock.now += 0.02
        if grey.shape[1] < SIZE[1] // 2 + 1:
            return ()  # nothing at half size, so that corners stay as given
        self._frames += 1
        return [
            Barcode(text, symbology, place(left + self._frames * 7), "]Q1" if symbology == "QR" else "]E0", "zxing")
            for text, symbology, left in self.shown
        ]


def place(left: int) -> tuple[tuple[int, int], ...]:
    return ((left, 100), (left + 90, 100), (left + 90, 150), (left, 150))


class Bench:
    """A driver over scripted frames; it ends with the script."""

    def __init__(self, script: Script, *, live: bool = True, every: float = 0.1, region: str = "") -> None:
        self.clock = FilmClock()
        self.feed = ScriptedFeed(self.clock, script, every, live)
        self.codes = ShownCodes(self.clock)
        pipeline = DecodePipeline(self.codes, deep_inline=False)
        self.driver = CameraScanner(self.feed, pipeline, "counter", ReadingRegion.named(region), clock=self.clock)
        self.feed.at_end = self.driver.close
        self.events: list[tuple[float, ScannerEvent]] = []
        self.told: list[tuple[float, str]] = []
        self.driver.when_connected(lambda: self.told.append((self.clock.now, "well")))
        self.driver.when_troubled(lambda reason: self.told.append((self.clock.now, reason)))

    def run(self) -> None:
        self.driver.run(lambda event: self.events.append((self.clock.now, event)))

    def reads(self) -> list[CodeRead]:
        return [event for _at, event in self.events if isinstance(event, CodeRead)]

    def during(self, number: int, do: Callable[[], None]) -> None:
        """Do something just before the frame of this number comes."""
        self.feed.before[number] = do


def frames(count: int, grey: int = 100, seed: int = 0) -> list[Picture]:
    return noisy(grey, seed, count, SIZE)


# the promise of a second


def test_f23_silence_is_told_within_a_second() -> None:
    bench = Bench([*frames(5), None])
    with pytest.raises(DeviceOffline, match="sends no pictures"):
        bench.run()
    assert bench.clock.now - bench.feed.given[-1] <= 1.0
    assert bench.driver.view().condition is CameraCondition.SILENT
    assert bench.feed.closed == 1


def test_a_camera_may_take_three_seconds_to_its_first_frame() -> None:
    bench = Bench([None])
    with pytest.raises(DeviceOffline):
        bench.run()
    assert 2.9 <= bench.clock.now - 100.0 <= 3.1


@pytest.mark.parametrize("every", [1 / 30, 0.1, 0.2])
def test_f23_a_frozen_picture_is_told_within_a_second_and_is_well_at_the_next_change(every: float) -> None:
    lively = frames(5)
    bench = Bench([*lively, *[lively[-1]] * 20, *frames(5, seed=1)], every=every)
    bench.run()
    (_, first), (frozen_at, reason), (well_at, last) = bench.told
    assert (first, last) == ("well", "well")
    assert "frozen" in reason
    assert frozen_at - bench.feed.given[4] <= 1.0
    assert well_at == bench.feed.given[25]
    assert bench.feed.opened == 1  # nothing was opened anew


def test_f23_a_black_picture_is_told_within_a_second_and_is_well_with_the_light() -> None:
    bench = Bench([*frames(5), *frames(700, grey=3, seed=1), *frames(3, seed=2)])
    bench.run()
    (_, _first), (black_at, reason), (well_at, last) = bench.told
    assert "lens covered or the light off" in reason
    assert black_at - bench.feed.given[4] <= 1.0
    assert (well_at, last) == (bench.feed.given[705], "well")
    assert bench.feed.opened == 1  # a dark night is no reason to open the camera again and again


def test_a_camera_that_stays_frozen_is_opened_anew_and_less_and_less_often() -> None:
    lively = frames(3)
    bench = Bench([*lively, *[lively[-1]] * 500])
    waits = []
    for _ in range(2):
        began = bench.clock.now
        with pytest.raises(DeviceGarbled, match="frozen"):
            bench.run()
        waits.append(bench.clock.now - began)
    assert waits[0] == pytest.approx(10.5, abs=0.8)
    assert waits[1] == pytest.approx(20.5, abs=0.8)
    assert [reason for _at, reason in bench.told].count("well") == 1  # opened anew and still frozen is not well


def test_a_picture_from_a_file_is_neither_frozen_nor_untrusted() -> None:
    (still,) = frames(1)
    bench = Bench([still] * 100, live=False)
    bench.run()
    assert [reason for _at, reason in bench.told] == ["well"]


def test_the_kinds_of_absence_are_told_apart() -> None:
    for condition in (CameraCondition.BUSY, CameraCondition.NO_DEVICE, CameraCondition.REFUSED):
        bench = Bench([*frames(3), CameraAway("why", condition)])
        with pytest.raises(DeviceOffline):
            bench.run()
        view = bench.driver.view()
        assert (view.condition, view.reason) == (condition, "why")
        assert view.age == 0.0  # no frame is kept


# codes


def test_f22_a_code_is_told_within_100_ms_of_the_frame_that_proves_it() -> None:
    bench = Bench(frames(6))
    bench.codes.shown = [(MILK, "EAN-13", 200)]
    bench.run()
    ((told_at, event),) = bench.events
    assert isinstance(event, CodeRead)
    assert (event.text, event.symbology, event.device, event.showing) == (MILK, "EAN-13", "counter", 1)
    assert event.at in bench.feed.given[1:4]
    assert told_at - event.at <= 0.1


def test_closing_lets_the_camera_go_also_while_it_is_away() -> None:
    bench = Bench(frames(3))
    bench.run()
    assert bench.feed.ended == 1
    away = Bench([CameraAway("why", CameraCondition.BUSY)])
    with pytest.raises(DeviceOffline):
        away.run()
    assert away.feed.ended == 0
    away.driver.close()
    assert away.feed.ended == 1
    assert away.driver.view().condition is CameraCondition.CLOSED


def test_the_same_thing_shown_again_is_told_again_under_another_showing() -> None:
    bench = Bench(frames(60))
    bench.codes.shown = [(MILK, "EAN-13", 50)]
    bench.during(8, bench.codes.shown.clear)
    bench.during(40, lambda: bench.codes.shown.append((MILK, "EAN-13", 60)))
    bench.run()
    first, second = bench.reads()
    assert first.text == second.text == MILK
    assert second.showing > first.showing


def test_a_frozen_picture_is_not_decoded_and_counts_as_a_frame_all_the_same() -> None:
    lively = frames(3)
    bench = Bench([*lively, *[lively[-1]] * 40, *frames(6, seed=1)])
    views = []
    bench.during(20, lambda: bench.codes.shown.append((MILK, "EAN-13", 50)))
    bench.during(40, lambda: views.append((bench.driver.view(), len(bench.events))))
    bench.run()
    ((view, events),) = views
    assert (view.condition, events) == (CameraCondition.FROZEN, 0)
    assert view.rate == pytest.approx(10.0, rel=0.01)  # 0.1 s apart, no time spent on decoding
    assert bench.reads()[0].text == MILK  # with the picture the reading goes on


def test_two_different_codes_in_view_are_not_taken_and_told() -> None:
    bench = Bench(frames(10))
    bench.codes.shown = [(MILK, "EAN-13", 20), (NOODLES, "EAN-13", 400)]
    bench.run()
    assert bench.reads() == []
    assert any(isinstance(event, CodesDiffer) for _at, event in bench.events)


def test_the_view_says_why_a_read_does_not_count() -> None:
    bench = Bench(frames(12))
    bench.codes.shown = [("19017804", "UPC-E", 20), ("AB12", "QR", 300)]
    views = []
    bench.during(8, lambda: views.append(bench.driver.view()))
    bench.run()
    assert [(code.symbology, code.accepted, code.refused) for code in views[0].codes] == [
        ("UPC-E", False, Refusal.PIECE),
        ("QR", True, None),
    ]


def test_t2_a_hostile_code_is_refused_not_delivered() -> None:
    bench = Bench(frames(4))
    bench.codes.shown = [("\x1b[2J", "QR", 200)]
    bench.run()
    ((_, event),) = bench.events
    assert isinstance(event, CodeRefused)
    assert "0x1B" in event.reason


def test_the_shop_is_asked_what_it_knows() -> None:
    class Shop:
        def __init__(self) -> None:
            self.asked: list[CodeText] = []

        def known(self, code: CodeText) -> bool:
            self.asked.append(code)
            return True

        def same_item(self, one: CodeText, other: CodeText) -> bool | None:
            self.asked += [one, other]
            return True

    shop, bench = Shop(), Bench(frames(12))
    bench.driver.ask_shop(shop)
    bench.codes.shown = [(MILK, "EAN-13", 20), ("https://shop.example/01/04901780188352", "QR", 150)]
    bench.run()
    assert CodeText(MILK, "EAN-13") in shop.asked
    assert len({event.showing for event in bench.reads()}) == 1  # codes of one pack are one showing


def test_codes_outside_the_region_are_not_looked_for_and_places_are_those_of_the_whole_picture() -> None:
    bench = Bench(frames(4), region="10,20,80,60")
    looked: list[tuple[int, ...]] = []

    def read(grey: Grey, effort: Effort) -> Sequence[Barcode]:
        looked.append(grey.shape)
        return [Barcode("AB12", "QR", place(10), "]Q1")] if effort is Effort.FAST and grey.shape[1] == 512 else []

    bench.codes.read = read  # type: ignore[method-assign]
    bench.driver.watch(600)
    bench.run()
    assert max(looked) == (216, 512)
    assert bench.reads()[0].text == "AB12"


# what the technician sees


def test_t14_texts_and_pictures_are_there_only_while_somebody_watches() -> None:
    bench = Bench(frames(30))
    bench.codes.shown = [(MILK, "EAN-13", 50)]
    views = []
    bench.during(10, lambda: views.append(bench.driver.view()))
    bench.during(11, lambda: bench.driver.watch(0.35))
    bench.during(13, lambda: views.append(bench.driver.view(320)))
    bench.during(28, lambda: views.append(bench.driver.view()))
    bench.run()
    before, watched, after = views
    for view in (before, after):
        assert (view.jpeg, view.decodes, {code.text for code in view.codes}) == (b"", (), {""})
    assert [code.text for code in watched.codes] == [MILK]
    assert watched.codes[0].accepted
    picture = cv2.imdecode(np.frombuffer(watched.jpeg, np.uint8), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    assert picture.shape == (180, 320)
    assert bench.driver.view().condition is CameraCondition.CLOSED


def test_decodes_are_kept_while_watched_newest_first_and_forgotten_on_leaving() -> None:
    bench = Bench(frames(40))
    bench.driver.watch(600)
    bench.codes.shown = [(MILK, "EAN-13", 50)]
    views = []
    bench.during(6, lambda: bench.codes.shown.__setitem__(0, ("AB12", "QR", 300)))
    bench.during(36, lambda: views.append(bench.driver.view()))
    bench.during(37, lambda: bench.driver.watch(0))
    bench.during(38, lambda: views.append(bench.driver.view()))
    bench.run()
    assert [decode.text for decode in views[0].decodes] == ["AB12", MILK]
    assert 19.0 < views[0].decodes[0].ms < 100.0  # one pass or more of 20 ms
    assert views[1].decodes == ()


def test_the_frozen_age_grows_and_the_region_is_said() -> None:
    lively = frames(3)
    bench = Bench([*lively, *[lively[-1]] * 20], region="25,25,50,50")
    views = []
    bench.during(20, lambda: views.append(bench.driver.view()))
    bench.run()
    (view,) = views
    assert view.condition is CameraCondition.FROZEN
    assert view.age == pytest.approx(bench.feed.given[19] - bench.feed.given[2])
    assert (view.width, view.height, view.region) == (640, 360, (160, 90, 320, 180))


def test_wishes_go_to_the_camera() -> None:
    bench = Bench(frames(1))
    bench.driver.set_exposure(5.0)
    bench.driver.set_gain(None)
    bench.driver.set_focus(30.0)
    assert bench.feed.wishes == [
        (CameraControl.EXPOSURE, 5.0),
        (CameraControl.GAIN, None),
        (CameraControl.FOCUS, 30.0),
    ]


def saved(file: Path) -> None:
    bench = Bench(frames(5))
    bench.during(4, lambda: bench.driver.save_picture(file))
    bench.run()


def test_a_picture_is_saved_in_full_size(tmp_path: Path) -> None:
    saved(tmp_path / "a.png")
    picture = cv2.imread(str(tmp_path / "a.png"), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    assert (picture == frames(3)[2]).all()


def test_what_cannot_be_saved_is_said(tmp_path: Path) -> None:
    with pytest.raises(DeviceOffline, match="no picture"):
        Bench([]).driver.save_picture(tmp_path / "a.png")
    with pytest.raises(DeviceMisused, match=r"png or \.jpg"):
        saved(tmp_path / "a.gif")


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(DeviceMisused, match="cannot be written"):
        saved(tmp_path / "none" / "a.png")


@pytest.mark.parametrize("seconds", [0.0, -1.0, 61.0])
def test_a_test_takes_up_to_a_minute(seconds: float) -> None:
    with pytest.raises(DeviceMisused, match="60 seconds"):
        Bench([]).driver.test(seconds)


def test_a_test_ends_early_when_the_camera_is_closed() -> None:
    bench = Bench([])
    threading.Timer(0.1, bench.driver.close).start()
    result = bench.driver.test(60.0)
    assert (result.frames, result.passed) == (0, False)
