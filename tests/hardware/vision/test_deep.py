"""The passes for frames that the cheap ones missed, in turns."""

from collections.abc import Sequence

import numpy as np

from hardware.vision.deep import DeepPasses
from hardware.vision.engines import Barcode, Effort, Grey, Quad, ZxingEngine
from tests.hardware.vision.barcode_pictures import SMALL, truths

EMPTY = np.full((240, 320), 120, np.uint8)
PLACE: Quad = ((60, 60), (260, 60), (260, 140), (60, 140))


class Tracing:
    def __init__(self, found: Sequence[Barcode] = ()) -> None:
        self.efforts: list[Effort] = []
        self.found = found

    def read(self, grey: Grey, effort: Effort) -> Sequence[Barcode]:
        self.efforts.append(effort)
        return self.found


class Blurred:
    def __init__(self, found: Sequence[Barcode]) -> None:
        self.asked: list[Sequence[Quad]] = []
        self.found = found

    def read(self, grey: Grey, places: Sequence[Quad] = ()) -> Sequence[Barcode]:
        self.asked.append(places)
        return self.found


def test_full_effort_evened_light_and_the_second_engine_take_turns() -> None:
    engine, second = Tracing(), Tracing()
    deep = DeepPasses(engine, second)
    for _ in range(12):
        assert deep.read(EMPTY) == ()
    assert engine.efforts.count(Effort.FULL) == 4
    assert engine.efforts.count(Effort.FAST) == 4
    assert second.efforts == [Effort.FULL] * 2


def test_bars_go_to_the_blur_tolerant_engine_each_time_and_nothing_else_does() -> None:
    blurred = Blurred([Barcode("8801234567893", "EAN-13", PLACE, "", "blur")])
    engine = Tracing()
    deep = DeepPasses(engine, None, blurred)
    for _ in range(3):
        assert [code.engine for code in deep.read(EMPTY, [PLACE] * 5)] == ["blur"]
    assert [len(places) for places in blurred.asked] == [2, 2, 2]
    assert set(engine.efforts) == {Effort.BARS}


def test_where_it_refuses_the_turns_come_every_third_frame_and_at_once_without_bars() -> None:
    engine = Tracing()
    deep = DeepPasses(engine, None, Blurred([]))
    for _ in range(6):
        assert deep.read(EMPTY, [PLACE]) == ()
    assert [effort for effort in engine.efforts if effort is not Effort.BARS] == [Effort.FULL, Effort.FAST]
    deep.read(EMPTY)
    deep.read(EMPTY)
    assert engine.efforts.count(Effort.FULL) == 2


def test_what_the_strips_give_ends_the_search() -> None:
    engine, blurred = Tracing([Barcode("1", "Code 128", ((0, 0), (10, 0), (10, 5), (0, 5)))]), Blurred([])
    (code,) = DeepPasses(engine, None, blurred).read(EMPTY, [PLACE])
    assert engine.efforts == [Effort.BARS]
    assert blurred.asked == []
    assert 20 <= code.quad[0][0] <= 70  # in the frame, not in the strip


def test_white_on_black_is_read_by_full_effort() -> None:
    truth = next(truth for truth in truths(SMALL) if truth.file.name == "datamatrix_006.png")
    inverted = np.pad(255 - truth.grey, 30)
    deep = DeepPasses(ZxingEngine())
    assert any(truth.tells(code) for _ in range(6) for code in deep.read(inverted))
