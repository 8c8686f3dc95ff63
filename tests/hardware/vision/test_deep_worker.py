"""One thread, one frame: busy means dropped, never queued."""

from collections.abc import Iterator, Sequence
from threading import Event

import numpy as np
import pytest

from hardware.vision.deep import DeepPasses
from hardware.vision.deep_worker import DeepReading, DeepWorker
from hardware.vision.engines import Barcode, Effort, Grey, Quad

FRAME = np.zeros((40, 60), np.uint8)
PLACE: Quad = ((1, 1), (9, 1), (9, 5), (1, 5))


class Gate:
    """An engine that reads only when it is let through, and remembers which arrays it was shown."""

    def __init__(self) -> None:
        self.open = Event()
        self.entered = Event()
        self.shown: list[Grey] = []
        self.trouble: Exception | None = None

    def read(self, grey: Grey, effort: Effort) -> Sequence[Barcode]:
        self.shown.append(grey)
        self.entered.set()
        assert self.open.wait(10)
        if self.trouble is not None:
            raise self.trouble
        return [Barcode("8801234567893", "EAN-13", PLACE)]


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def worker(gate: Gate) -> Iterator[DeepWorker]:
    worker = DeepWorker(DeepPasses(gate))
    yield worker
    gate.open.set()
    worker.close()


def test_a_frame_comes_back_with_its_number_time_and_codes(gate: Gate, worker: DeepWorker) -> None:
    assert worker.taken() == ()
    gate.open.set()
    assert worker.offer(FRAME, 7, 1.5)
    assert worker.wait(10)
    assert worker.taken() == (DeepReading(7, 1.5, (Barcode("8801234567893", "EAN-13", PLACE),), (PLACE,)),)
    assert worker.taken() == ()


def test_while_it_reads_further_frames_are_refused_and_none_is_kept(gate: Gate, worker: DeepWorker) -> None:
    assert worker.offer(FRAME, 1, 0.0)
    assert gate.entered.wait(10)
    assert [worker.offer(FRAME, number, 0.1 * number) for number in range(2, 9)] == [False] * 7
    assert not worker.wait(0.01)
    gate.open.set()
    assert worker.wait(10)
    assert [reading.number for reading in worker.taken()] == [1]
    assert worker.offer(FRAME, 9, 0.9)
    assert worker.wait(10)
    assert [reading.number for reading in worker.taken()] == [9]


def test_the_frame_is_not_copied(gate: Gate, worker: DeepWorker) -> None:
    gate.open.set()
    worker.offer(FRAME, 1, 0.0)
    assert worker.wait(10)
    assert gate.shown[0] is FRAME


def test_trouble_in_a_pass_is_raised_where_readings_are_taken_and_the_worker_goes_on(
    gate: Gate, worker: DeepWorker
) -> None:
    gate.open.set()
    gate.trouble = ValueError("broken frame")
    worker.offer(FRAME, 1, 0.0)
    assert worker.wait(10)
    with pytest.raises(ValueError, match="broken frame"):
        worker.taken()
    gate.trouble = None
    assert worker.offer(FRAME, 2, 0.1)
    assert worker.wait(10)
    assert [reading.number for reading in worker.taken()] == [2]


def test_closed_it_takes_nothing_more_and_can_be_closed_again(gate: Gate, worker: DeepWorker) -> None:
    gate.open.set()
    worker.close()
    assert not worker.offer(FRAME, 1, 0.0)
    worker.close()
