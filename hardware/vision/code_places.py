"""Where a code lies in the picture, and what may be said of two places."""

import math
from dataclasses import dataclass

from hardware.vision.engines import Quad

_FLAT = 0.4  # a read is as thin as the lines that were read, so its code is taken to be at least so high
_FAST = 0.3  # seconds for which a movement is taken to go on


@dataclass(frozen=True, slots=True)
class Place:
    """A code's corners, the length of its longest side and the upright box of the bars it may belong to."""

    quad: Quad
    x: float
    y: float
    reach: float
    half_width: float
    half_height: float

    def moved(self, dx: float, dy: float) -> "Place":
        """The same code elsewhere."""
        quad = tuple((round(x + dx), round(y + dy)) for x, y in self.quad)
        return Place(quad, self.x + dx, self.y + dy, self.reach, self.half_width, self.half_height)


def place_of(quad: Quad) -> Place:
    """The place of a code with these corners; no corners at all are a place of one pixel at the origin."""
    corners = quad or ((0, 0),)
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    reach = max(1.0, *(math.dist(a, b) for a, b in zip(corners, corners[1:] + corners[:1], strict=True)))
    least = reach * _FLAT / 2
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return Place(tuple(corners), x, y, reach, max(width / 2, least), max(height / 2, least))


def overlap(one: Place, other: Place) -> bool:
    """Whether the boxes of two places share anything."""
    across = abs(one.x - other.x) <= one.half_width + other.half_width
    return across and abs(one.y - other.y) <= one.half_height + other.half_height


def lengths_apart(one: Place, other: Place) -> float:
    """The distance of two middles in lengths of the longer code."""
    return math.hypot(one.x - other.x, one.y - other.y) / max(one.reach, other.reach)


def height_by_length(place: Place) -> float:
    """How high a read is for its length: nearly 0 when a single line of the picture was read."""
    corners = place.quad
    if len(corners) != 4:
        return 1.0
    sides = [math.dist(corners[n], corners[(n + 1) % 4]) for n in range(4)]
    return min(sides[0] + sides[2], sides[1] + sides[3]) / (2 * place.reach)


def lies_differently(before: Place, after: Place, by: float, degrees: float, share: float) -> bool:
    """Whether other pixels decide what is read now: shifted along the bars' row, turned, nearer, or far up or down.

    A read's height and its lines change with the noise while the code lies still, so across the row only a `share`
    of its length counts; along it `by` pixels do.
    """
    angle, angle_after = _angle(before), _angle(after)
    turned = abs((angle - angle_after + math.pi / 2) % math.pi - math.pi / 2)
    if turned >= math.radians(degrees):
        return True
    along, across = math.cos(angle), math.sin(angle)
    first, last = _span(before, along, across)
    first_after, last_after = _span(after, along, across)
    if abs(first - first_after) >= by or abs(last - last_after) >= by:
        return True
    return abs((after.y - before.y) * along - (after.x - before.x) * across) >= share * before.reach


def _span(place: Place, along: float, across: float) -> tuple[float, float]:
    reached = [x * along + y * across for x, y in place.quad]
    return min(reached), max(reached)


def _angle(place: Place) -> float:
    corners = place.quad
    sides = [(corners[n - 1], corners[n]) for n in range(len(corners))]
    (x, y), (u, v) = max(sides, key=lambda side: math.dist(*side))
    return math.atan2(v - y, u - x)


class Path:
    """Where one code lay in the last frames, by their times, and so where it will be; asked only when not empty."""

    def __init__(self) -> None:
        self._stops: list[tuple[float, Place]] = []

    @property
    def last(self) -> Place:
        """The place in the newest of its frames."""
        return self._stops[-1][1]

    def add(self, place: Place, at: float) -> None:
        """Note a place; a time before the last is put where it belongs."""
        index = len(self._stops)
        while index and self._stops[index - 1][0] > at:
            index -= 1
        self._stops.insert(index, (at, place))
        del self._stops[:-_REMEMBERED]

    def at(self, time: float) -> Place:
        """Where the code was or is taken to be: between frames the nearest, after the last by its movement."""
        last_at, last = self._stops[-1]
        if time <= last_at or len(self._stops) < 2:
            return min(self._stops, key=lambda stop: abs(stop[0] - time))[1]
        before_at, before = self._stops[-2]
        took = last_at - before_at
        if not 0 < took <= _FAST:
            return last
        ahead = min(time - last_at, _FAST) / took
        return last.moved((last.x - before.x) * ahead, (last.y - before.y) * ahead)

    def since(self, time: float) -> tuple[float, float]:
        """How far the code has moved from where it was at a time, in pixels right and down."""
        start = self.at(time)
        return self.last.x - start.x, self.last.y - start.y


_REMEMBERED = 16
