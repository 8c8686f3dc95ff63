"""Decides over frames which reads to believe, and says each thing that is held before the camera once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hardware.ports.camera import Refusal
from hardware.vision.acceptance_rules import Policy, Rules, rules_of
from hardware.vision.engines import Barcode, Quad
from hardware.vision.showings import SameItem, Showings
from hardware.vision.sightings import Sightings

Known = Callable[[Barcode], bool]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A code to act on.

    `showing` counts what is held before the camera: codes of one thing share it. `at` is the time of the frame that
    proved it and `since` of the first that read it.
    """

    code: Barcode
    showing: int
    at: float
    since: float


@dataclass(frozen=True, slots=True)
class Refused:
    """A read that was not counted, for the technician."""

    code: Barcode
    why: Refusal


@dataclass(frozen=True, slots=True)
class Decision:
    """What a frame's reads lead to.

    `differ` is True once when different items came into view together. `settled` are the places of this frame's
    reads that are proved, taken now or before or kept back: only of these nobody needs to be told that they are missed.
    """

    accepted: tuple[Accepted, ...] = ()
    refused: tuple[Refused, ...] = ()
    differ: bool = False
    settled: tuple[Quad, ...] = ()


class Acceptance:
    """Is told what each frame held; decides what is believed and which codes are of one thing.

    `rules` are the standard policy's when left out. `known` says whether the shop's catalogue has a code and
    `same_item` whether two codes name the same item (None: cannot be told); both are asked on the caller's thread,
    seldom, and must not raise. One object serves one camera for life, also through its outages, so
    that `showing` goes on counting.
    """

    def __init__(
        self, rules: Rules | None = None, known: Known | None = None, same_item: SameItem | None = None
    ) -> None:
        rules = rules or rules_of(Policy.STANDARD)
        self._sightings = Sightings(rules, known)
        self._showings = Showings(rules, same_item)

    @property
    def watched(self) -> int:
        """How many values are remembered; 0 some seconds after the last code has left."""
        return len(self._sightings.tracks)

    def see(self, codes: Sequence[Barcode], at: float, located: Sequence[Quad] = ()) -> Decision:
        """Count what one frame held; `at` is the frame's time in monotonic seconds.

        Tell every decoded frame, also one without codes. What a deep pass read may come later under the time of its own
        frame, also as a second call under the same time. `located` are places where bars were seen, read or not: an
        item that is seen is still there.
        """
        late = [code for code in codes if self._sightings.too_late(at, code.engine)]
        refused = [Refused(code, Refusal.LATE) for code in late]
        if self._sightings.too_late(at, "") and len(late) == len(codes):
            return Decision(refused=tuple(refused))
        self._sightings.advance(at)
        counted = [code for code in codes if code not in late]
        refused += [Refused(code, why) for code, why in self._sightings.count(counted, at)]
        self._sightings.locate(located, at)
        taken, differ = self._showings.decide(self._sightings.tracks, self._sightings.now)
        accepted = tuple(Accepted(track.code, track.showing, track.last, track.first) for track in taken)
        refused += [Refused(code, why) for code, why in self._showings.kept_back(self._sightings.tracks, at)]
        proved = (
            one for one in self._sightings.tracks if one.last == at and (one.showing or one.believed_at is not None)
        )
        return Decision(accepted, tuple(refused), differ, tuple(one.path.last.quad for one in proved))
