"""Which checkouts of the shop take cards now: said where this one does not."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from hardware.ports.payment_terminal import TerminalHealth
from kiosk.checkout.floor import Floor
from kiosk.checkout.snapshot import LaneView
from kiosk.domain.checkout_state import Stage
from sync.wire.lane import LaneReport

FRESH = 30.0  # seconds; a checkout that was not heard of for longer is not recommended
AWAY = frozenset({Stage.STARTING, Stage.CLOSED})


class Lanes:
    """What this checkout says of itself, and what it knows of the others."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    def tick(self) -> None:
        """Say how this checkout is; central is told only what changed."""
        state = self._floor.state
        takes = state.terminal_health in (TerminalHealth.READY, TerminalHealth.BUSY)
        self._floor.till.central.tell_lane(LaneReport(takes_cards=takes, open=state.stage not in AWAY))

    def near(self) -> tuple[LaneView, ...]:
        """Where cards can be used while they cannot here, the nearest number first; else nothing."""
        floor = self._floor
        if floor.state.terminal_health in (None, TerminalHealth.READY, TerminalHealth.BUSY):
            return ()
        known = floor.till.central.lanes() if floor.till.central.online() else ()
        kiosks = {x.lane: x.seconds for x in known if x.takes_cards and x.open and x.seconds <= FRESH}
        views = [LaneView(lane, staffed=False, seen_at=self._seen(kiosks[lane])) for lane in self._sorted(list(kiosks))]
        return (*views, *(LaneView(lane, staffed=True) for lane in self._sorted(floor.settings.staffed_lanes)))

    def _seen(self, seconds: float) -> datetime:
        # To the minute: the pages need not be drawn anew each second.
        return (self._floor.now() - timedelta(seconds=seconds)).replace(second=0, microsecond=0)

    def _sorted(self, lanes: Sequence[str]) -> list[str]:
        here = _digits(self._floor.till.lane)
        return sorted(lanes, key=lambda lane: (abs(_digits(lane) - here), _digits(lane), lane))


def _digits(lane: str) -> int:
    found = re.search(r"\d{1,6}", lane)
    return int(found[0]) if found else 0
