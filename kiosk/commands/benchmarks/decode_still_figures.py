"""The figures of one kind of picture, from what each way made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from kiosk.commands.benchmarks.decode_stills import ACCEPTED, AGREE, CASCADE, DEEPEST, OURS, ZXING, Tally
from kiosk.commands.benchmarks.decode_truth import TruthLine
from kiosk.commands.benchmarks.figure import Figure, percentile

_NAMED = 12  # wrong reads that are named one by one


@dataclass(frozen=True, slots=True)
class Goals:
    """The targets of one kind of picture: read in %, mean time beside zxing; read and wrong of what is accepted."""

    read: float | None = None
    time: float | None = None
    accepted: float | None = None
    wrong: float | None = None


@dataclass(frozen=True, slots=True)
class StillFigures:
    """One kind of picture, all that was made of it, its targets, and on which files it was measured."""

    kind: str
    pictures: Sequence[TruthLine]
    tallies: Mapping[str, Tally]
    goals: Goals
    note: str

    def all(self) -> list[Figure]:
        """The figures of every way beside zxing, of the accepted reads beside what two engines agree on."""
        made: list[Figure] = []
        for name in self.tallies:
            if name == ACCEPTED:
                made += self._accepted()
            elif name != ZXING:
                made += self._read(name)
        return made

    def _share(self, name: str) -> float:
        coded = sum(bool(truth.wanted) for truth in self.pictures)
        return 100 * self.tallies[name].read / max(coded, 1)

    def _label(self, name: str) -> str:
        return f"stills {self.kind}, {name}"

    def _read(self, name: str) -> list[Figure]:
        label, goals = self._label(name), self.goals if name == OURS else Goals()
        share, wrong = self._share(name), self.tallies[name].wrong
        made = [
            Figure(f"{label}: read", share, "%", ZXING, self._share(ZXING), goals.read, "value", "least", self.note),
            Figure(
                f"{label}: files with a wrong read", wrong, "files", ZXING, self.tallies[ZXING].wrong,
                note=self._misread(name) if name in (OURS, DEEPEST) else self.note,
            ),
        ]  # fmt: skip
        if name in (OURS, DEEPEST):
            best = self._share(CASCADE)
            made.append(Figure(f"{label}: read, beside the best", share, "%", CASCADE, best, note=self.note))
        return made + self._times(name, goals.time)

    def _accepted(self) -> list[Figure]:
        label, other = self._label(ACCEPTED), AGREE if AGREE in self.tallies else ZXING
        wrong, beside = self.tallies[ACCEPTED].wrong, self.tallies[other].wrong
        return [
            Figure(
                f"{label}: right", self._share(ACCEPTED), "%", other, self._share(other),
                self.goals.accepted, "value", "least", self.note,
            ),
            Figure(
                f"{label}: files with a wrong one", wrong, "files", other, beside,
                self.goals.wrong, "value", "most", self._misread(ACCEPTED),
            ),
            *self._times(ACCEPTED, None),
        ]  # fmt: skip

    def _misread(self, name: str) -> str:
        """The note, with the wrong reads named."""
        said = [
            f"{truth.picture.name} as {wrong}"
            for truth, outcome in zip(self.pictures, self.tallies[name].outcomes, strict=True)
            for wrong in outcome.verdict.wrong
        ]
        more = [f"and {len(said) - _NAMED} more"] if len(said) > _NAMED else []
        return f"{self._label(name)}, wrong: {'; '.join(said[:_NAMED] + more)}" if said else self.note

    def _times(self, name: str, most: float | None) -> list[Figure]:
        ours, zxing, label = self.tallies[name].ms, self.tallies[ZXING].ms, self._label(name)
        ratios = [ms / max(beside, 1e-6) for ms, beside in zip(ours, zxing, strict=True)]
        return [
            Figure(f"{label}: mean time", fmean(ours), "ms", ZXING, fmean(zxing), most, note=self.note),
            Figure(
                f"{label}: p95 of the time beside zxing's", percentile(ratios, 0.95), "x", ZXING, 1.0, note=self.note
            ),
        ]
