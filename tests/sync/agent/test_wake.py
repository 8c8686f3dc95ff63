"""Waiting for news: pauses grow with full jitter while central is away, and news without end is no flood."""

from collections.abc import Sequence

import pytest

from sync.agent.central_client import CentralAway, CentralClient, CentralRefused
from sync.agent.wake import WakeThread
from sync.wire.upload import ProblemDocument
from sync.wire.wake import WakeAnswer

Told = WakeAnswer | CentralAway | CentralRefused


class ScriptedCentral(CentralClient):
    """Answers what it was told to, each after some seconds of a clock of its own."""

    def __init__(self, answers: Sequence[Told], seconds: float = 0.0) -> None:
        self.answers, self.seconds, self.time = list(answers), seconds, 0.0
        self.asked: list[int] = []

    def wake(self, after: int) -> WakeAnswer:
        self.asked.append(after)
        self.time += self.seconds
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def thread(central: ScriptedCentral, woken: list[int], most_wait: float = 60.0) -> WakeThread:
    return WakeThread(
        central, lambda: woken.append(1), lambda _low, high: high, most_wait=most_wait, monotonic=lambda: central.time
    )


def test_the_position_goes_back_as_it_came_and_news_wakes() -> None:
    central = ScriptedCentral(
        [WakeAnswer(newer=True, position=7), WakeAnswer(newer=False, position=9), WakeAnswer(newer=True, position=11)],
        seconds=5.0,
    )
    woken: list[int] = []
    waits = thread(central, woken)
    assert [waits.ask() for _ in range(3)] == [0.0, 0.0, 0.0]
    assert central.asked == [0, 7, 9]
    assert len(woken) == 2


def test_a_pause_that_central_asks_for_is_kept() -> None:
    central = ScriptedCentral([WakeAnswer(newer=False, position=7, pause=3.5)])
    assert thread(central, []).ask() == 3.5


def test_news_without_end_is_no_flood_and_a_recall_is_still_in_time() -> None:
    central = ScriptedCentral([WakeAnswer(newer=True, position=n) for n in range(12)])
    waits = thread(central, [])
    pauses = [waits.ask() for _ in range(12)]
    assert pauses[:3] == [0.1, 0.2, 0.4]
    assert max(pauses) == pauses[-1] == 2.0


def test_while_central_is_away_the_pauses_grow_and_retry_after_counts() -> None:
    refused = CentralRefused(ProblemDocument(title="not accepted", status=401))
    central = ScriptedCentral(
        [
            CentralAway("gone"),
            CentralAway("gone"),
            refused,
            CentralAway("busy", 7.0),
            WakeAnswer(newer=False, position=1),
        ]
    )
    waits = thread(central, [])
    assert [waits.ask() for _ in range(5)] == [1.0, 2.0, 4.0, 15.0, 0.0]
    central.answers = [CentralAway("gone")]
    assert waits.ask() == 1.0, "after an answer the pauses begin small again"


@pytest.mark.parametrize("most", [0.2, 30.0])
def test_no_pause_is_longer_than_the_longest(most: float) -> None:
    central = ScriptedCentral([CentralAway("gone") for _ in range(20)])
    waits = thread(central, [], most)
    assert max(waits.ask() for _ in range(20)) == most
