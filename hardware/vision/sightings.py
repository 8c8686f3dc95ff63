"""Follows every value through the frames and weighs reads that contradict each other at one place."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from hardware.ports.camera import Refusal
from hardware.vision.acceptance_rules import Rules, Strength, SymbologyRule
from hardware.vision.code_form import may_be, may_be_half, value_of
from hardware.vision.code_places import Path, Place, height_by_length, lengths_apart, overlap, place_of
from hardware.vision.code_tracks import Track, is_firm
from hardware.vision.engines import Barcode, Quad

_FRAMES = 256

Refusals = list[tuple[Barcode, Refusal]]


@dataclass(frozen=True, slots=True)
class _Read:
    code: Barcode
    value: str
    place: Place
    rule: SymbologyRule
    firm: bool

    @property
    def square(self) -> bool:
        return self.rule.strength is Strength.CERTAIN


class Sightings:
    """All values in view. `now` is the newest frame's time; frames of deep passes come late, under their own time."""

    def __init__(self, rules: Rules, known: Callable[[Barcode], bool] | None) -> None:
        self._rules = rules
        self._known = known
        self._frames: deque[float] = deque(maxlen=_FRAMES)
        self.tracks: list[Track] = []
        self.now = 0.0

    def too_late(self, at: float, engine: str) -> bool:
        """Whether what a decoder read in a frame of this time can no longer count."""
        return bool(self._frames) and self.now - at > self._rules.lasts(engine)

    def advance(self, at: float) -> None:
        """Let time go on to a frame and forget what is over; a late frame changes nothing."""
        if self._frames and at <= self.now:
            return
        if self._frames and at - self.now > self._rules.outage.value:
            self.tracks.clear()
        self._frames.append(at)
        self.now = at
        for track in self.tracks:
            track.forget_before(at, self._rules)
        self.tracks = [track for track in self.tracks if self._remembered(track)]

    def count(self, codes: Iterable[Barcode], at: float) -> Refusals:
        """Give each read of a frame to its track; answers those that do not count."""
        reads, refused = self._well_formed(codes)
        tangled = {id(read): why for read, why in self._tangled(reads)}
        against = {id(read): self._against(read, reads, at) for read in reads}
        for read in reads:
            why = tangled.get(id(read)) or self._refusal(read, against[id(read)], at)
            if why is not None:
                refused.append((read.code, why))
                tangled[id(read)] = why
        for _value, group in groupby(reads, key=lambda read: read.value):
            counted = [read for read in group if tangled.get(id(read)) in (None, Refusal.CONFLICT)]
            for read, track in self._assigned(counted, at):
                self._overrule(read, track, reads, at)
                clear = id(read) not in tangled
                if clear:
                    self._set_against(track, read, against[id(read)], at)
                else:
                    track.contradict(at)
                    track.rivals.append(at)
                speaks = clear and self._speaks(track, len(counted))
                track.read(read.code, read.place, at, self.now, self._rules if speaks else None)
        self._believe()
        self._bound()
        return refused

    def locate(self, located: Sequence[Quad], at: float) -> None:
        """Bars where a code was taken, read or not, say that its item is still there."""
        places = [place_of(quad) for quad in located]
        for track in self.tracks:
            lately = at - max(track.present, track.heard) <= self._rules.gone_after.value
            if track.showing and lately and any(overlap(track.path.last, place) for place in places):
                track.present = max(track.present, at)

    def _remembered(self, track: Track) -> bool:
        if track.showing:
            return self.now - max(track.present, track.heard) <= self._rules.gone_at_last.value
        return self.now - track.heard <= max(self._rules.gone_after.value, self._rules.votes_last.value, track.lasts)

    def _well_formed(self, codes: Iterable[Barcode]) -> tuple[list[_Read], Refusals]:
        refused: Refusals = []
        reads: list[_Read] = []
        for code in codes:
            rule = self._rules.of(code.symbology)
            if not may_be(code, rule):
                refused.append((code, Refusal.FORM))
            elif may_be_half(code):
                refused.append((code, Refusal.PIECE))
            else:
                place = place_of(code.quad)
                reads.append(_Read(code, value_of(code), place, rule, is_firm(code, place, self._rules)))
        # The order in which engines report must not matter; of two reads of one code the higher one stays.
        reads.sort(key=lambda read: (read.value, -height_by_length(read.place), read.code.symbology, read.place.quad))
        kept: list[_Read] = []
        for read in reads:
            if not any(read.value == one.value and self._one_spot(read.place, one.place) for one in kept):
                kept.append(read)
        return kept, refused

    def _one_spot(self, one: Place, other: Place) -> bool:
        return overlap(one, other) or lengths_apart(one, other) < self._rules.apart.value

    def _tangled(self, reads: Sequence[_Read]) -> Iterable[tuple[_Read, Refusal]]:
        """Reads of one frame that share a place and differ."""
        for read in reads:
            others = [other for other in reads if _contradict(read, other)]
            taken = [other for other in others if self._taken(other.value)]
            if self._taken(read.value) or not others:
                continue
            if any(other.rule.rank > read.rule.rank for other in others):
                yield read, Refusal.PIECE
            elif taken:
                yield read, Refusal.MISREAD
            elif any(other.rule.rank == read.rule.rank and (other.firm or not read.firm) for other in others):
                yield read, Refusal.CONFLICT

    def _taken(self, value: str) -> bool:
        still = self._rules.still_there.value
        return any(track.value == value and track.showing and self.now - track.heard <= still for track in self.tracks)

    def _against(self, read: _Read, reads: Sequence[_Read], at: float) -> list[Track]:
        """Tracks of other values that lie where this read does and were not read elsewhere in the frame."""
        lasts = self._rules.lasts(read.code.engine)
        return [
            track
            for track in self._others_at(read, reads, at)
            if abs(at - track.last) <= min(lasts, self._rules.lasts(track.code.engine))
        ]

    def _others_at(self, read: _Read, reads: Sequence[_Read], at: float) -> Iterable[Track]:
        elsewhere = {other.value for other in reads}
        for track in self.tracks:
            bars = not (track.square or read.square)
            if bars and track.value not in elsewhere and overlap(track.path.at(at), read.place):
                yield track

    def _overrule(self, read: _Read, track: Track, reads: Sequence[_Read], at: float) -> None:
        """Start the lasting votes of older values at a trusted read's place anew; they no longer speak against it."""
        if not read.firm and track.known is not True:
            return
        for other in self._others_at(read, reads, at):
            age = at - other.last
            if not other.showing and self._rules.lasts(read.code.engine) < age <= other.lasts:
                other.contradict(at)
                other.rivals.append(at)

    def _refusal(self, read: _Read, against: Sequence[Track], at: float) -> Refusal | None:
        if any(track.value == read.value and track.showing for track in self.tracks):
            return None
        for track in against:
            if track.showing and at - track.last > self._rules.still_there.value:
                continue  # the next item may lie where the last one did
            if track.rule.rank > read.rule.rank:
                return Refusal.PIECE
            if track.showing:
                return Refusal.MISREAD
        return None

    def _assigned(self, reads: Sequence[_Read], at: float) -> list[tuple[_Read, Track]]:
        """Which of the like items each read of one value belongs to; reads that fit none begin a track."""
        if not reads:
            return []
        places = [read.place for read in reads]
        tracks = []
        for track in [track for track in self.tracks if track.value == reads[0].value]:
            nearest = min(places, key=lambda place: lengths_apart(track.path.at(at), place))
            if track.showing and self._has_left(track, nearest, at):
                self.tracks.remove(track)
            else:
                tracks.append(track)
        if len(reads) == 1:
            # Only a frame that shows both proves that there are two; one alone is the one that was there before.
            tracks = [one for one in tracks if one.showing] or [one for one in tracks if not one.twin] or tracks
        pairs = sorted(
            (
                (lengths_apart(track.path.at(at), read.place), n, m)
                for n, read in enumerate(reads)
                for m, track in enumerate(tracks)
            ),
        )
        given: dict[int, Track] = {}
        used: set[int] = set()
        for _distance, n, m in pairs:
            if n not in given and m not in used:
                given[n] = tracks[m]
                used.add(m)
        return [
            (read, given[n] if n in given else self._begin(read, at, n > 0 or bool(tracks)))
            for n, read in enumerate(reads)
        ]

    def _begin(self, read: _Read, at: float, twin: bool) -> Track:
        known = None if self._known is None else self._known(read.code)
        track = Track(read.value, read.code, read.rule, known, Path(), at, at, at, self.now, twin)
        self.tracks.append(track)
        return track

    def _speaks(self, track: Track, reads: int) -> bool:
        # A second item of a kind is proved by frames that show both; a link shown twice says nothing more.
        return not track.twin or (reads > 1 and not track.minor)

    def _has_left(self, track: Track, place: Place, at: float) -> bool:
        """Whether an item that was taken had gone before this read, so that the read is of another one."""
        rules = self._rules
        mates = [one for one in self.tracks if one is not track and one.showing == track.showing]
        near = [one.present for one in mates if lengths_apart(one.path.last, place) <= rules.near.value]
        seen = max(track.present, *near) if near else track.present
        if bisect_left(self._frames, at) - bisect_right(self._frames, seen) < rules.gone_frames.value:
            return False
        elsewhere = lengths_apart(track.path.last, place) > rules.elsewhere.value
        least = rules.gone_elsewhere.value if elsewhere else rules.gone_after.value
        usual = min(rules.gone_intervals.value * self._gap(track), rules.gone_at_last.value)
        return at - seen > max(least, usual)

    def _gap(self, track: Track) -> float:
        # Of one read alone nobody knows when the next may be expected; a decoder whose reads last long is slow.
        if track.count == 1 and track.lasts > self._rules.votes_last.value:
            return track.lasts
        return track.usual_gap

    def _set_against(self, track: Track, read: _Read, against: Sequence[Track], at: float) -> None:
        """A read speaks against other values at its place, and their last reads against what was counted before."""
        for other in against:
            if not other.showing and other.rule.rank < read.rule.rank:
                if other in self.tracks:
                    self.tracks.remove(other)
                continue
            trusted = read.firm or track.known is True
            outweighed = other.showing or other.firm or other.known is True
            if not other.showing and (trusted or not outweighed):
                other.contradict(at)
                other.rivals.append(at)
            if track.showing or (trusted and not outweighed):
                continue
            track.rivals.extend(time for time in other.reads if not other.showing and time not in track.rivals)
            if track.conflict_at is None or other.last > track.conflict_at:
                track.contradict(other.last)

    def _believe(self) -> None:
        for track in self.tracks:
            if not track.showing and track.believed_at is None and track.has_enough(self._rules):
                track.believed_at = self.now

    def _bound(self) -> None:
        over = len(self.tracks) - int(self._rules.most_values.value)
        if over > 0:
            oldest = sorted(self.tracks, key=lambda track: (bool(track.showing), track.heard))[:over]
            self.tracks = [track for track in self.tracks if track not in oldest]


def _contradict(one: _Read, other: _Read) -> bool:
    if one.value == other.value or one.square or other.square:
        return False
    return overlap(one.place, other.place)
