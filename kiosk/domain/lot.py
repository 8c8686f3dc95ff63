"""What a code says of the packs that were made together: until when they may be sold, and their batch."""

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Lot:
    """Packs of one item with the same dates and batch; one that says nothing is the lot of a plain EAN.

    `expires_on` is the last day on which a pack may be sold (소비기한, AI 17), with `expires_time` the moment on
    that day (AI 7003) in the shop's local time; `sell_by` (AI 16) ends its sale as well. `best_before`
    (품질유지기한, AI 15) promises quality and forbids nothing. `batch` is AI 10, `made_on` the day of production
    (AI 11), which recalls ask for.
    """

    expires_on: date | None = None
    expires_time: time | None = None
    sell_by: date | None = None
    best_before: date | None = None
    batch: str = ""
    made_on: date | None = None

    @property
    def dated(self) -> bool:
        """Whether the code said until when a pack may be sold."""
        return self.expires_on is not None or self.sell_by is not None

    @property
    def named(self) -> bool:
        """Whether the code said anything of the lot."""
        return self != UNNAMED

    def expired(self, now: datetime) -> bool:
        """Whether a pack may no longer be sold at `now`, the shop's local time.

        A date lasts to the end of its day (GS1 General Specifications 3.4.6); a time is over as soon as it is
        reached, because what is sold then could only be eaten too late.
        """
        if self.sell_by is not None and now.date() > self.sell_by:
            return True
        if self.expires_on is None:
            return False
        if self.expires_time is None:
            return now.date() > self.expires_on
        return now.replace(tzinfo=None) >= datetime.combine(self.expires_on, self.expires_time)

    def past_its_best(self, now: datetime) -> bool:
        """Whether the promise of quality has ended at `now`."""
        return self.best_before is not None and now.date() > self.best_before


UNNAMED = Lot()
