"""Which believed codes are of one thing before the camera, and which must wait because two things are shown at once."""

import math
from collections.abc import Callable, Sequence

from hardware.ports.camera import Refusal
from hardware.vision.acceptance_rules import Rules
from hardware.vision.code_places import lengths_apart, overlap
from hardware.vision.code_tracks import Track
from hardware.vision.engines import Barcode

SameItem = Callable[[Barcode, Barcode], bool | None]
_ANSWERS = 256


class Showings:
    """Gives the believed tracks their showing, or holds them while another item's code is in view."""

    def __init__(self, rules: Rules, same_item: SameItem | None) -> None:
        self._rules = rules
        self._same_item = same_item
        self._answers: dict[tuple[str, str], bool | None] = {}
        self._last = 0

    def decide(self, tracks: Sequence[Track], now: float) -> tuple[list[Track], bool]:
        """The tracks taken now (their `showing` is set), and whether to tell that different items are shown."""
        if not tracks:
            self._answers.clear()  # the catalogue may have changed by the next shopper
        seen = [track for track in tracks if self._in_view(track, now)]
        # Item numbers first, so that what lies beside them finds their showing.
        open_ones = sorted(
            (track for track in seen if not track.showing and track.believed_at is not None),
            key=lambda track: (track.minor, track.square, track.value, track.path.last.x, track.path.last.y),
        )
        taken, differ = [], False
        for track in open_ones:
            if self._gives_way(track, seen):
                track.beside = True
                continue
            rivals = [other for other in seen if self._rival(track, other, seen)]
            if barring := [other for other in rivals if self._bars(other, track)]:
                differ = self._hold(track, barring, now) or differ
            elif self._must_wait(track, rivals, now):
                continue
            elif not track.held or now - track.heard <= self._rules.in_view.value:
                track.showing = self._joined(track, seen)
                taken.append(track)
        return taken, differ

    def kept_back(self, tracks: Sequence[Track], at: float) -> list[tuple[Barcode, Refusal]]:
        """Codes that this frame read and that are proved but not taken, with the reason."""
        back: list[tuple[Barcode, Refusal]] = []
        for track in tracks:
            if not track.showing and track.believed_at is not None and track.last == at:
                if track.beside:
                    back.append((track.code, Refusal.BESIDE))
                elif track.held:
                    back.append((track.code, Refusal.DIFFERS))
        return back

    def _in_view(self, track: Track, now: float) -> bool:
        proved = track.showing or track.believed_at is not None
        within = self._rules.gone_after if proved else self._rules.in_view
        return now - max(track.heard, track.present) <= within.value

    def _gives_way(self, track: Track, seen: Sequence[Track]) -> bool:
        # Once it lay beside an item's number it is known to be no item: it must not become one when the pack turns.
        return track.beside or (
            track.minor
            and any(
                not other.minor and other.square == track.square and self._different(track, other) for other in seen
            )
        )

    def _rival(self, track: Track, other: Track, seen: Sequence[Track]) -> bool:
        if other is track or other.beside or not self._different(track, other):
            return False
        if track.minor or other.minor:
            # Two advertisements are in each other's way only where there is no item to sell.
            return track.minor and other.minor and all(one.minor for one in seen)
        return True

    def _different(self, one: Track, other: Track) -> bool:
        if one.value == other.value:
            return False
        if not one.square and not other.square and overlap(one.path.last, other.path.last):
            return False  # one place, so a misread of one of them: the votes decide
        same = self._same(one, other)
        return same is False or (same is None and one.square == other.square)

    def _bars(self, other: Track, track: Track) -> bool:
        """Whether a rival keeps a believed code from being taken, for as long as it is in view."""
        if not other.showing:
            return other.believed_at is not None
        later = track.first - other.first
        return later <= self._rules.together.value or (
            later <= self._rules.carried.value and self._move_alike(other, track)
        )

    def _move_alike(self, other: Track, track: Track) -> bool:
        (dx, dy), (du, dv) = other.path.since(track.first), track.path.since(track.first)
        way, took = math.hypot(dx, dy), track.last - track.first
        fast = way > self._rules.carried_by.value * other.path.last.reach * took > 0.0
        return fast and math.hypot(dx - du, dy - dv) <= way / 4

    def _hold(self, track: Track, rivals: Sequence[Track], now: float) -> bool:
        track.held = True
        began = max(one.believed_at or one.first for one in (track, *rivals))
        if now - began < self._rules.settle.value:
            return False
        news = not any(one.told for one in (track, *rivals))
        for one in (track, *rivals):
            one.told = True
        return news

    def _must_wait(self, track: Track, rivals: Sequence[Track], now: float) -> bool:
        settle = self._rules.settle.value
        if track.minor:
            return now - track.first < settle
        unproved = any(not other.showing for other in rivals)
        return unproved and now - (track.believed_at or now) < settle

    def _joined(self, track: Track, seen: Sequence[Track]) -> int:
        """The showing of the thing this code is on, or a new one."""
        others = [other for other in seen if other.showing]
        barred = {other.showing for other in others if self._on_another(track, other)}
        mates = [other for other in others if other.showing not in barred and self._on_one(track, other)]
        if mates:
            return min(mates, key=lambda other: lengths_apart(other.path.last, track.path.last)).showing
        self._last += 1
        return self._last

    def _on_another(self, track: Track, other: Track) -> bool:
        if track.value == other.value or self._same(track, other) is False:
            return True
        # A pack has one item code of a kind: a second Data Matrix with the same number is the next pack's.
        return not track.minor and not other.minor and track.code.symbology == other.code.symbology

    def _on_one(self, track: Track, other: Track) -> bool:
        if lengths_apart(other.path.last, track.path.last) > self._rules.near.value:
            return False
        return self._same(track, other) is True or (
            track.square != other.square and track.first <= other.last + self._rules.in_view.value
        )

    def _same(self, one: Track, other: Track) -> bool | None:
        if self._same_item is None:
            return None
        if one.value > other.value:
            one, other = other, one
        pair = (one.value, other.value)
        if pair not in self._answers:
            if len(self._answers) >= _ANSWERS:
                self._answers.clear()
            self._answers[pair] = self._same_item(one.code, other.code)
        return self._answers[pair]
