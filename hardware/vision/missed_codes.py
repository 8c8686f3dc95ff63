"""Notices bars that stay in view and are not read, and says what the shopper can do about it."""

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from hardware.ports.scanner import MissHint
from hardware.vision.bar_quality import BarQuality, bar_quality
from hardware.vision.code_places import Path, Place, lies_differently, overlap, place_of
from hardware.vision.engines import Grey, Quad

MISSED_AFTER = 2.0  # seconds in view without a read
_GONE_AFTER = 0.5  # bars are located in 9 of 10 frames of a held code, so half a second without is their end
_TOGETHER = 0.5  # the bars of one pack come into view within so many seconds, and one advice is for all of them
_STOPS, _BETWEEN_STOPS = 40, 0.1  # a deep pass tells up to four seconds late where it read
_FURNITURE = 60.0  # seconds for which bars that never moved are not told again: a grille, a poster, a printed bag
_SAME_SPOT = 4.0  # pixels by which the corners of what stands still are located differently
_SHUTTER = 1 / 60  # seconds of exposure that a counter's light asks for
_SMEARED = 1.5  # modules of movement in that time: 1.3 were read, 2 were not
_MOTION_WITHIN = 0.3

# Measured with EAN-13 codes of 0.9 to 4 pixels a module, blurred by 0.5 to 3 pixels, with a sensor's noise: sharp ones
# of 1.5 pixels were read 10 of 10 times, of 1.4 and of 1.2 pixels 4 of 10. Of blurred ones all were read whose module
# times steepness was above 0.9 and none below 0.6; under 2 pixels holding it closer helps more than holding it still.
_FINEST = 1.5
_BLURRED = 0.85
_FINE_AND_BLURRED = 2.0
# At a mean of 27 bars still stood 30 grey values above the noise of the sensor, at 20 they did not.
_DARK = 25.0
# A space is 4 modules of a code's 95 at most; a lamp's reflection that hid 9 was not read by any pass.
_GLARE = 0.08
# Codes whose one end was half as far as the other were read, with bars 1.9 times as wide; even ones measure up to 1.6.
_FORESHORTENED = 1.7
_OBLIQUE = math.radians(20)


@dataclass(eq=False)
class _Bars:
    """Bars at a place, followed while they stay in view; `since` is when the wait for them began."""

    since: float
    last: float
    path: Path = field(default_factory=Path)
    read: bool = False
    told: bool = False
    doubted: bool = False  # a read that proved nothing has begun the wait anew
    stops: deque[tuple[float, Place]] = field(default_factory=lambda: deque(maxlen=_STOPS))

    def moved_to(self, place: Place, at: float) -> None:
        """Note where the bars are."""
        self.path.add(place, at)
        self.last = max(self.last, at)
        if not self.stops or at - self.stops[-1][0] >= _BETWEEN_STOPS:
            self.stops.append((at, place))

    def lay_at(self, place: Place, at: float) -> bool:
        """Whether the bars were at a place at a time, also one that the path has forgotten."""
        if overlap(self.path.at(at), place):
            return True
        if at >= self.stops[-1][0]:
            return False
        return overlap(min(self.stops, key=lambda stop: abs(stop[0] - at))[1], place)


class MissedCodes:
    """Is told each frame's bars and each read; answers what to say once for each thing that is shown in vain."""

    def __init__(self) -> None:
        self._bars: list[_Bars] = []
        self._furniture: list[tuple[Place, float]] = []
        self._now = 0.0

    def read(self, places: Sequence[Quad], at: float, *, proved: bool = True) -> None:
        """Note what was read at these places in a frame of this time, which may be one of some seconds ago.

        Proved reads begin every wait anew. What is not `proved` yet is given two seconds more, once for each thing, so
        that what is never proved is missed nevertheless. No places at all change nothing.
        """
        if not places:
            return
        now = max(at, self._now)
        if proved:
            self._was_read([place_of(quad) for quad in places], at, now)
            return
        for bars in self._bars:
            if not bars.doubted and any(bars.lay_at(place_of(quad), at) for quad in places):
                bars.doubted = True
                bars.since = now

    def _was_read(self, places: Sequence[Place], at: float, now: float) -> None:
        for bars in self._bars:
            bars.since = max(bars.since, now)
            bars.told = False
            bars.read = bars.read or any(bars.lay_at(place, at) for place in places)
        for place in places:
            if now - at <= _GONE_AFTER and not any(bars.read and bars.lay_at(place, at) for bars in self._bars):
                self._follow(place, at).read = True

    def see(self, grey: Grey, located: Sequence[Quad], at: float) -> MissHint | None:
        """Count one frame; the hint once when bars have been in view unread for two seconds, else None.

        Two hints are at least two seconds apart, and bars that came into view together get one. `located`
        are the corners of places where bars are, in pixels of `grey`; tell reads by `read` before.
        """
        self._now = max(self._now, at)
        self._bars = [bars for bars in self._bars if at - bars.last <= _GONE_AFTER]
        self._furniture = [(place, until) for place, until in self._furniture if until > at]
        for place in (place_of(quad) for quad in located):
            self._follow(place, at)
        if any(bars.read and at - bars.since < MISSED_AFTER for bars in self._bars):
            return None
        for bars in self._bars:
            if not bars.read and not bars.told and bars.last == at and at - bars.since >= MISSED_AFTER:
                bars.told = True
                if not self._stands_there(bars, at):
                    self._let_others_wait(bars.since, at)
                    return hint_for(bar_quality(grey, bars.path.last.quad), _speed(bars.path, at))
        return None

    def _follow(self, place: Place, at: float) -> _Bars:
        for bars in self._bars:
            if overlap(bars.path.at(at), place):
                bars.moved_to(place, at)
                return bars
        bars = _Bars(at, at)
        bars.moved_to(place, at)
        self._bars.append(bars)
        return bars

    def _let_others_wait(self, since: float, at: float) -> None:
        for bars in self._bars:
            bars.told = bars.told or abs(bars.since - since) <= _TOGETHER
            if not bars.read:
                bars.since = at

    def _stands_there(self, bars: _Bars, at: float) -> bool:
        """Whether these bars were told at this very spot before; a hand never holds a thing so still."""
        spot = bars.path.last
        known = any(not lies_differently(place, spot, _SAME_SPOT, 2.0, 0.05) for place, _until in self._furniture)
        self._furniture = [*self._furniture[-16:], (spot, at + _FURNITURE)]
        return known


def hint_for(quality: BarQuality | None, speed: float) -> MissHint:
    """What the shopper can do: `quality` of the bars, None when they cannot be measured, `speed` in pixels a second.

    Light first, because without it nothing else can be measured; then glare, which hides bars; then movement, which
    blurs; then lie, size and focus. What has none of these faults and is not read is bent, creased or torn.
    """
    if quality is None:
        return MissHint.NONE
    if quality.light < _DARK:
        return MissHint.LIGHT
    if quality.clipped > _GLARE:
        return MissHint.FLATTEN
    if quality.module is None or quality.steepness is None or quality.slope is None:
        return MissHint.NONE
    blurred = quality.module * quality.steepness < _BLURRED
    if speed * _SHUTTER > _SMEARED * quality.module:
        return MissHint.STEADY
    if quality.slope > _FORESHORTENED:
        return MissHint.TURN
    if quality.module < (_FINE_AND_BLURRED if blurred else _FINEST):
        return MissHint.CLOSER
    if quality.angle > _OBLIQUE:
        return MissHint.TURN
    return MissHint.STEADY if blurred else MissHint.FLATTEN


def _speed(path: Path, at: float) -> float:
    return math.hypot(*path.since(at - _MOTION_WITHIN)) / _MOTION_WITHIN
