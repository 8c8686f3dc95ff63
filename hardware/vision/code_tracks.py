"""One value followed through the frames: where it lies, which frames speak for it and which against."""

from dataclasses import dataclass, field

from hardware.vision.acceptance_rules import MOVED, STILL, Rules, Strength, SymbologyRule
from hardware.vision.code_form import is_web_link
from hardware.vision.code_places import Path, Place, height_by_length, lies_differently
from hardware.vision.engines import Barcode

_VOTES = 12  # more frames than any rule asks for


def is_firm(code: Barcode, place: Place, rules: Rules) -> bool:
    """Whether a read is more than a line or two high and by a decoder that does not repeat another's mistakes."""
    if rules.of(code.symbology).strength is Strength.CERTAIN:
        return True
    return rules.engine(code.engine).firm and height_by_length(place) >= rules.thin.value


@dataclass(frozen=True, slots=True)
class _Vote:
    at: float
    place: Place
    most: int
    firm: bool
    lasts: float


@dataclass(eq=False)
class Track:
    """A value at a place; `showing` is 0 until it was accepted.

    `last` is the time of the newest frame that read it, `present` of the newest that read or located it, `heard` the
    newest frame's time when the last read arrived (a deep pass reports late).
    """

    value: str
    code: Barcode
    rule: SymbologyRule
    known: bool | None
    path: Path
    first: float
    last: float
    present: float
    heard: float
    twin: bool = False
    showing: int = 0
    believed_at: float | None = None
    told: bool = False  # that it was shown together with another
    held: bool = False
    beside: bool = False  # lay beside an item's number once, so it is never an item of its own
    count: int = 0
    conflict_at: float | None = None
    lasts: float = 0.0  # seconds for which the most lasting of its reads count
    reads: list[float] = field(default_factory=list)
    rivals: list[float] = field(default_factory=list)  # times at which its place was read as another value
    _votes: list[_Vote] = field(default_factory=list)

    @property
    def square(self) -> bool:
        """Whether it is a two-dimensional code."""
        return self.rule.strength is Strength.CERTAIN

    @property
    def minor(self) -> bool:
        """Whether it gives way to an item's number: a web link, or a code of any use that the shop does not know."""
        if self.known is not None:
            return not self.known and not self.rule.sells
        return is_web_link(self.code)

    @property
    def usual_gap(self) -> float:
        """Seconds between two reads on the average."""
        return (self.last - self.first) / (self.count - 1) if self.count > 1 else 0.0

    @property
    def firm(self) -> bool:
        """Whether firm reads speak for it now."""
        return any(vote.firm for vote in self._votes)

    def read(self, code: Barcode, place: Place, at: float, now: float, rules: Rules | None) -> None:
        """Note that a frame read it; a frame counts once, and as a vote only with the rules of voting."""
        if at in self.reads:
            return
        if at >= self.last:
            self.code = code
        self.path.add(place, at)
        self.first, self.last = min(self.first, at), max(self.last, at)
        self.present, self.heard = max(self.present, at), now
        self.count += 1
        self.reads.append(at)
        if rules is not None:
            lasts = rules.lasts(code.engine)
            self.lasts = max(self.lasts, lasts)
            thin = not self.square and height_by_length(place) < rules.thin.value
            most = STILL if thin else rules.engine(code.engine).most
            self._votes = [*self._votes, _Vote(at, place, most, is_firm(code, place, rules), lasts)][-_VOTES:]

    def contradict(self, at: float) -> None:
        """Start the count anew: its place was read as another value."""
        self._votes.clear()
        self.believed_at = None
        self.conflict_at = at if self.conflict_at is None else max(at, self.conflict_at)

    def forget_before(self, now: float, rules: Rules) -> None:
        """Let old votes and old contradictions go."""
        self._votes = [vote for vote in self._votes if now - vote.at <= vote.lasts]
        oldest = now - max(rules.conflict_lasts.value, self.lasts)
        self.reads = [at for at in self.reads if at >= oldest]
        self.rivals = [at for at in self.rivals if at >= oldest]
        if self.conflict_at is not None and self.conflict_at < oldest:
            self.conflict_at = None

    def has_enough(self, rules: Rules) -> bool:
        """Whether its frames prove it."""
        needed: float = rules.needed(self.code.symbology, self.known)
        if self.twin:
            needed = max(needed, 2 * MOVED)
        if self.conflict_at is not None:
            needed *= rules.conflict_factor.value
            if len(self.reads) < rules.conflict_share.value * (len(self.reads) + len(self.rivals)):
                return False
        if self.known is not True and not self.square:
            firm = sum(vote.firm for vote in self._votes)
            if firm < rules.firm_reads.value:
                return False
        return self._half_votes(rules) >= needed

    def _half_votes(self, rules: Rules) -> int:
        total = 0
        before: list[Place] = []
        by, degrees, share = rules.moved_by.value, rules.turned_by.value, rules.raised_by.value
        for vote in sorted(self._votes, key=lambda vote: vote.at):
            differs = all(lies_differently(other, vote.place, by, degrees, share) for other in before)
            total += min(MOVED if differs else STILL, vote.most)
            before.append(vote.place)
        return total
