"""A kiosk process gets a real SIGKILL before and after each of K0 to K9, again and again (F-1, F-18, F-19).

Whatever the terminal was about to do, by a random script, and also when the next kiosk is killed while it settles what
the first one left: in the calm that follows, the terminal's book, the journal and central agree on I-1 to I-5, I-8 and
I-9: no double charge, no lost approval, no open attempt. A module for each terminal takes these turns, so that two
workers share them.
"""

import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from tests.fakes.kill_world import KilledStation, KillWorld
from tests.fakes.terminal_world import OUTCOMES

POINTS = [f"K{step}.{moment}" for step in range(10) for moment in ("before", "after")]
# Where a kiosk that settles what another left can be killed itself.
EARLY = [f"K{step}.{moment}" for step in (4, 5, 6, 8, 9) for moment in ("before", "after")]
TURNS = range(3)
LONG_TURNS = range(3, 23)


@contextmanager
def killed_station(protocol: str) -> Iterator[KilledStation]:
    """A station with such a terminal, and a central of its own."""
    world = KillWorld([protocol])
    try:
        world.start()
        yield world.stations[protocol]
    finally:
        world.stop()


def kill_often(station: KilledStation, point: str, turns: range) -> None:
    """Each process settles what the one before it left, and is killed at `point` of the next purchase."""
    for turn in turns:
        seed = f"{station.terminal.protocol} {point} {turn}"
        chance = random.Random(seed)
        early = chance.choice(EARLY) if turn > turns[0] and chance.random() < 0.5 else ""
        begun = station.begin(
            point=point, count=chance.randint(1, 2), early=early, early_count=chance.randint(1, 2), seed=seed
        )
        station.check(f"before {seed}")
        station.terminal.next(chance.choices(list(OUTCOMES), weights=list(OUTCOMES.values()), k=chance.randint(1, 3)))
        if chance.random() < 0.3:
            station.terminal.next_reversal("lost")
        if point == "K3.after" and not station.terminal.tells_of_the_card:
            # The protocol does not tell the kiosk of it: the test looks at the terminal and kills from outside.
            code = station.kill_while_authorising(begun)
        else:
            code = station.go_on()
        assert code == -signal.SIGKILL, f"{seed}: ended with {code}\n{station.said()[-2000:]}"
    station.begin()
    station.check(f"after {turns[-1] + 1} kills at {point}")
    assert station.go_on() == 0, station.said()[-2000:]
