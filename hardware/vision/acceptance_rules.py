"""The rules by which reads of a camera are believed, as tables; each row carries its reason.

Votes are counted in halves: the first read of a value gives 2, one from a frame in which the code lies differently 2,
one in which it lies as before 1. A read that rests on a line or two of the picture, or comes from a decoder that
guesses, is weak: it gives 1 whatever else. The others are firm. Where the catalogue does not know the value, two reads
must be firm; and a weak read does not speak against a value that has firm ones or that the catalogue knows. The reasons
rest on 415 photographs read by three decoders, on those that were misread moved as by a hand, and on synthetic
sequences.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

MOVED = 2
STILL = 1


class Policy(StrEnum):
    """How much proof a shop wants before a code is taken; the driver option `acceptance`."""

    STRICT = "strict"
    STANDARD = "standard"
    EAGER = "eager"


class Strength(StrEnum):
    """How well a symbology guards itself against being read wrong."""

    CERTAIN = "certain"
    LONG = "long"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class SymbologyRule:
    """What one symbology's reads must be to count.

    `lengths` are the characters its text may have (any number of at least `shortest` when empty); `check` says that
    they are digits, the last a GTIN's check digit. `rank` orders codes that lie in each other: the lower is a
    piece of the higher. `sells` is true for codes that are an item's number and nothing else.
    """

    strength: Strength
    reason: str
    lengths: tuple[int, ...] = ()
    shortest: int = 1
    check: bool = False
    rank: int = 2
    sells: bool = False


@dataclass(frozen=True, slots=True)
class VotesRule:
    """Half votes that make a value believed: without a catalogue, known to the catalogue, and unknown to it."""

    plain: int
    known: int
    unknown: int
    reason: str

    def needed(self, known: bool | None) -> int:
        """The half votes for what the catalogue says, None where there is none to ask."""
        if known is None:
            return self.plain
        return self.known if known else self.unknown


@dataclass(frozen=True, slots=True)
class Figure:
    """A number the rules use, with the reason for its size."""

    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class EngineRule:
    """The half votes that a read of one decoder can give at most, and whether it can be firm.

    `lasts` are the seconds for which its reads count when they count longer than others', from their frame on.
    """

    most: int
    firm: bool
    reason: str
    lasts: float = 0.0


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything `Acceptance` decides by; times are seconds of the frames."""

    policy: Policy
    votes: Mapping[Strength, VotesRule]
    gone_after: Figure
    gone_elsewhere: Figure
    symbologies: Mapping[str, SymbologyRule]
    other: SymbologyRule
    votes_last: Figure = Figure(1.0, "A hand shows an item for about a second; older reads may be of another item")
    conflict_lasts: Figure = Figure(2.0, "A misread comes and goes with the light; half of them return within a second")
    conflict_factor: Figure = Figure(2.0, "Where two values were read at one place, chance has already misread once")
    conflict_share: Figure = Figure(0.9, "A misread that repeats must not outlast the true value by a lucky run")
    still_there: Figure = Figure(0.3, "Nobody swaps items faster, so another value at the place is a misread")
    gone_intervals: Figure = Figure(10.0, "Of reads at random one gap in 20,000 is so many times the usual one")
    gone_at_last: Figure = Figure(4.0, "Who shows a hardly readable item a second time waits no longer for the beep")
    gone_frames: Figure = Figure(2, "A stalled camera has not seen the item leave")
    outage: Figure = Figure(5.0, "After so long without pictures nobody knows what was held in between")
    settle: Figure = Figure(0.25, "The second code of a pair is read within 7 frames of the first")
    together: Figure = Figure(0.3, "Codes of one pack come into view together; the next item takes a hand longer")
    carried: Figure = Figure(0.8, "A pack that is moved in shows all its codes by then; the next item is later")
    in_view: Figure = Figure(0.3, "A code that is held well is read at least three times a second")
    carried_by: Figure = Figure(0.7, "Code lengths a second: two codes that move so and alike are on one pack")
    near: Figure = Figure(4.0, "A pack's bars and its square lie within so many code lengths")
    elsewhere: Figure = Figure(1.5, "Code lengths between two reads after which it was carried or is another one")
    apart: Figure = Figure(1.0, "Two like codes closer than their length are one code read at two heights")
    moved_by: Figure = Figure(3.0, "Pixels after which other edges decide; a half-size pass shakes a still code by 2")
    turned_by: Figure = Figure(2.0, "Degrees after which the scan line crosses other pixels")
    raised_by: Figure = Figure(0.2, "Share of the length across the bars: less is another line of the same picture")
    thin: Figure = Figure(
        0.08, "Height by length of a read: of zxing's misreads 3 of 3 are less high, of true reads 1 in 9"
    )
    firm_reads: Figure = Figure(2, "One printed number was misread firmly once, and ten times by two decoders weakly")
    most_values: Figure = Figure(64, "No counter shows more codes at once; the oldest unproved ones are forgotten")

    def engine(self, name: str) -> EngineRule:
        """The row for a decoder's name."""
        return ENGINES.get(name, OTHER_ENGINE)

    def lasts(self, engine: str) -> float:
        """Seconds for which a read of a decoder counts."""
        return max(self.votes_last.value, self.engine(engine).lasts)

    def of(self, symbology: str) -> SymbologyRule:
        """The row for a symbology's name."""
        return self.symbologies.get(symbology, self.other)

    def needed(self, symbology: str, known: bool | None) -> int:
        """Half votes that make a value of a symbology believed."""
        return self.votes[self.of(symbology).strength].needed(known)


_CHECKED = "One check digit: of 392 photographs 5 gave a valid wrong number, one of them to two decoders alike"
_PIECE = "Pieces of longer codes read as this one, and its own parity is weak"
_CARTON = "Pieces of other codes read as short ITF, so only a carton's 14 digits with their check digit count"
_MODULO = "A checksum modulo 103 and bars that must add up; texts of one or two characters are ghosts"
_STACK = "Checksums modulo 79 or 211 over the widths of all bars"
_CORRECTED = "Reed-Solomon words correct themselves or fail: not one wrong read in the corpus"

SYMBOLOGIES: Mapping[str, SymbologyRule] = {
    "EAN-13": SymbologyRule(Strength.LONG, _CHECKED, lengths=(13,), check=True, sells=True),
    "UPC-A": SymbologyRule(Strength.LONG, _CHECKED, lengths=(12, 13), check=True, sells=True),
    "EAN-8": SymbologyRule(Strength.SHORT, _PIECE, lengths=(8,), check=True, rank=1, sells=True),
    "UPC-E": SymbologyRule(Strength.SHORT, _PIECE, lengths=(8, 12, 13), check=True, rank=1, sells=True),
    "ITF": SymbologyRule(Strength.SHORT, _CARTON, lengths=(14,), check=True, rank=1, sells=True),
    "DataBar": SymbologyRule(Strength.LONG, _STACK, sells=True),
    "DataBar Limited": SymbologyRule(Strength.SHORT, "One short row of bars, checked modulo 89 only", rank=1),
    "DataBar Expanded": SymbologyRule(Strength.LONG, _STACK, sells=True),
    "Code 128": SymbologyRule(Strength.LONG, _MODULO, shortest=3),
    "QR": SymbologyRule(Strength.CERTAIN, _CORRECTED),
    "Data Matrix": SymbologyRule(Strength.CERTAIN, _CORRECTED),
}
ENGINES: Mapping[str, EngineRule] = {
    "zxing": EngineRule(MOVED, True, "3 of 193 one-dimensional reads in the corpus were wrong, all a line or two high"),
    "zbar": EngineRule(STILL, False, "12 of 157 were wrong, one of them the very value that zxing misread"),
    "blur": EngineRule(
        MOVED,
        True,
        "It refuses rather than guesses: no wrong read in 415 photographs; but it takes up to 2 s beside the frames, so"
        " two reads lie as far apart and come as late",
        lasts=4.5,
    ),
}
OTHER_ENGINE = EngineRule(MOVED, True, "A caller that does not say which decoder it asked means its first")
OTHER = SymbologyRule(Strength.SHORT, "Nothing is known of its misreads, so the most proof is asked")

_ONE_FRAME = VotesRule(2, 2, 2, "It corrects itself: one frame")

_STANDARD = Rules(
    policy=Policy.STANDARD,
    votes={
        Strength.CERTAIN: _ONE_FRAME,
        Strength.LONG: VotesRule(4, 3, 6, "Two frames that differ; any two if the shop sells it, three if it does not"),
        Strength.SHORT: VotesRule(6, 4, 8, "Three frames that differ; two if the shop sells it, four if it does not"),
    },
    gone_after=Figure(1.0, "A hand, a blur or a reflection hides a held item for up to 0.8 s"),
    gone_elsewhere=Figure(0.8, "Another one at another place is shown no sooner; a waved one is read again by then"),
    symbologies=SYMBOLOGIES,
    other=OTHER,
)
_POLICIES: Mapping[Policy, Rules] = {
    Policy.STANDARD: _STANDARD,
    Policy.STRICT: replace(
        _STANDARD,
        policy=Policy.STRICT,
        votes={
            Strength.CERTAIN: _ONE_FRAME,
            Strength.LONG: VotesRule(6, 4, 8, "A shop without staff at hand: one frame more than usual"),
            Strength.SHORT: VotesRule(8, 6, 10, "A shop without staff at hand: one frame more than usual"),
        },
        gone_after=Figure(1.5, "Rather one item too few, which its shopper notices, than one too many"),
        gone_elsewhere=Figure(1.2, "Rather one item too few, which its shopper notices, than one too many"),
    ),
    Policy.EAGER: replace(
        _STANDARD,
        policy=Policy.EAGER,
        votes={
            Strength.CERTAIN: _ONE_FRAME,
            Strength.LONG: VotesRule(
                4, 2, 6, "One frame if the shop sells it: a misread hits an item of 10^12 by luck"
            ),
            Strength.SHORT: VotesRule(6, 4, 8, "As usual: 10^7 numbers are too few to trust luck"),
        },
        gone_after=Figure(0.8, "Where staff scans many like items one after the other"),
        gone_elsewhere=Figure(0.6, "Where staff scans many like items one after the other"),
    ),
}


def rules_of(policy: Policy) -> Rules:
    """The tables of a named policy."""
    return _POLICIES[policy]
