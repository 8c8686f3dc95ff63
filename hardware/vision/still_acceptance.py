"""The rules by which codes of one picture are believed, as a table with the reasons.

A camera's acceptance waits for another frame; a still has no other. So the one picture is read again in several ways
(other crops, sizes, turns, evened light, a second decoder), and a code must be read alike in most of them: a misread
hangs on a few pixels and goes when they change. The reasons rest on 415 photographs, as they are and turned by 45
degrees: true reads come from 5 to 7 ways, misreads from 1 to 3.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hardware.vision.acceptance_rules import OTHER, SYMBOLOGIES
from hardware.vision.code_form import may_be, may_be_half
from hardware.vision.engines import BLUR, Barcode
from hardware.vision.still_evidence import StillCode


@dataclass(frozen=True, slots=True)
class StillRule:
    """How many passes must read a value alike, and how many make one contradicting pass forgiven (0: none do)."""

    passes: int
    forgiving: int
    reason: str


_CHECKED = "One check digit: one number was misread alike by 3 passes and two decoders, none by 4"
_PIECE = "Weak parity, and pieces of longer codes read as this one, up to 2 passes alike"
_MODULO = "A checksum modulo 103; no misread in two passes was seen"
_STACK = "Checksums modulo 79 or 211 over all bars; one pass reads stacked rows that crops cut through"
_CORRECTED = "Reed-Solomon words correct themselves or fail: no wrong read in any pass"

RULES: Mapping[str, StillRule] = {
    "QR": StillRule(1, 1, _CORRECTED),
    "Data Matrix": StillRule(1, 1, _CORRECTED),
    "EAN-13": StillRule(4, 6, _CHECKED),
    "UPC-A": StillRule(4, 6, _CHECKED),
    "EAN-8": StillRule(4, 0, _PIECE),
    "UPC-E": StillRule(4, 0, _PIECE),
    "ITF": StillRule(4, 5, "Only a carton's 14 digits get so far; pieces of them are forgiven"),
    "DataBar": StillRule(2, 0, "Checksum modulo 79: about one chance read in eighty passes it"),
    "DataBar Limited": StillRule(3, 0, "One short row of bars, checked modulo 89 only"),
    "DataBar Expanded": StillRule(1, 0, _STACK),
    "Code 128": StillRule(2, 0, _MODULO),
}
_UNKNOWN = StillRule(4, 0, "Nothing is known of its misreads, so the most proof is asked")
# The blur-tolerant decoder weighs all codes against each other, over both halves of the bars, before it says one.
_BLURRED = StillRule(1, 0, "It refuses rather than guesses, and where it reads nothing else does")


def accepted(codes: Sequence[StillCode]) -> tuple[Barcode, ...]:
    """The codes of one picture that may be acted on, of codes that were read with `proof=True`."""
    return tuple(code.barcode for code in codes if _believed(code))


def _believed(code: StillCode) -> bool:
    barcode = code.barcode
    if not may_be(barcode, SYMBOLOGIES.get(barcode.symbology, OTHER)) or may_be_half(barcode):
        return False
    rule = RULES.get(barcode.symbology, _UNKNOWN)
    if code.engines == (BLUR,):
        rule = _BLURRED
    if len(code.passes) < rule.passes:
        return False
    against = sum(passes for _text, passes in code.conflicting)
    return against == 0 or (against == 1 and 0 < rule.forgiving <= len(code.passes))
