"""What the screens show of points that can be spent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PointsView:
    """The points of the member whose code was read; amounts in minor units.

    `state` is asking, ready, away (the host does not say), unknown (no such member there) or busy (an earlier
    request is not settled). `most` is what can be spent of what is to pay now, in steps of `step` from `least` on,
    0 when nothing can; `spent` is reserved for this sale already.
    """

    state: str
    balance: int = 0
    most: int = 0
    least: int = 1
    step: int = 1
    spent: int = 0
