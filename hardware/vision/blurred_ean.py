"""Reads EAN-13, UPC-A and EAN-8 codes that are out of focus, from grey levels, and refuses rather than guesses.

Other decoders look for edges; in a blurred code narrow bars have none. Here a line of grey levels is compared with
what each valid code would look like under the same blur (`blur_match`), and a code is believed only when it explains
the line almost wholly, when every other valid code does clearly worse, and when the upper and the lower half of the
bars, searched on their own, say the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

import cv2
import numpy as np

from hardware.vision.bar_grammar import EAN_8, EAN_13, Layout
from hardware.vision.blur_match import Guess, Match, Search, judged, refined, spelt
from hardware.vision.blur_model import SAMPLES, Fit, Floats
from hardware.vision.engines import BLUR, Barcode, Grey, Quad, retail_name
from hardware.vision.locate import bar_places
from hardware.vision.scan_lines import Span, Strip, spans, strip

_PLACES = 4
_SMALLEST = 16  # pixels: nothing smaller holds a code
_LOOKS = 4  # spans searched in one picture: each costs as much as a picture's full search for edges
_CURVE = 1.6  # of a camera: grey is the 1.6th root of light, more or less
_OTHER_CURVES = (1.0, 2.2)
_CURVED_AT_MOST = 0.15  # share left unexplained that another curve may still explain
_HOPELESS = 0.22  # share left unexplained by the rough search where there is something else; codes leave 0.17 at most
_BEHIND = 0.1  # by which the rough share of a second way to read a span may be worse
_VARIANTS = 2  # layouts and directions that are refined
_PAPER = 3 * SAMPLES  # samples at each end of a line from which the paper's level is taken
_WIDTH_AT_MOST = (
    1.9  # modules, sigma of the blur: wider ones hide digits, and almost all invented ones are wider than 2.1
)
_CONTRAST_AT_MOST = 1.25  # ink darker than black: the blur was invented


@dataclass(frozen=True, slots=True)
class _Proof:
    """What makes a reading certain: the share of the line left unexplained, and how much worse every rival is.

    Measured on blurred pictures of other codes, of texture and of codes cut in half: rivals of a wrong EAN-13 are at
    most 1.6 times as bad as it, of a wrong EAN-8 once 1.95 times (a stretched UPC-E); rivals of right ones 2.5 times
    and more, down to a blur of 1.5 modules. The halves have fewer rows and more noise.
    """

    share: float
    rivalry: float
    half_share: float
    half_rivalry: float


_PROOFS = {
    EAN_13: _Proof(share=0.04, rivalry=2.2, half_share=0.06, half_rivalry=1.6),
    EAN_8: _Proof(share=0.02, rivalry=3.0, half_share=0.03, half_rivalry=2.2),
}


@dataclass(frozen=True, slots=True)
class _Variant:
    """One way to read a span: as which symbology, and whether from right to left."""

    layout: Layout
    backwards: bool
    search: Search


class BlurredEanEngine:
    """Finds EAN-13, UPC-A and EAN-8 codes that are too blurred for edges; remembers nothing between pictures."""

    def read(self, grey: Grey, places: Sequence[Quad] = ()) -> Sequence[Barcode]:
        """The codes that are certain: at `places` (quads in the order of reading) and where bars are seen."""
        if min(grey.shape[:2]) < _SMALLEST:
            return []
        codes: dict[str, Barcode] = {}
        done: set[int] = set()
        for number, rows, span in islice(_looks(grey, places), _LOOKS):
            if number not in done and (read := certain(rows, span)) is not None:
                code = _barcode(rows, span, *read)
                codes.setdefault(code.text, code)
                done.add(number)
        return list(codes.values())


def _looks(grey: Grey, places: Sequence[Quad]) -> Iterator[tuple[int, Strip, Span]]:
    """What to look at, with its place's number: the widest span of each place first, then the second of each."""
    strips = [rows for quad in _quads(grey, places) if (rows := strip(grey, quad)) is not None]
    by_place = [[(number, rows, span) for span in spans(rows.mean())] for number, rows in enumerate(strips)]
    for row in zip_longest(*by_place):
        yield from (look for look in row if look is not None)


def _quads(grey: Grey, places: Sequence[Quad]) -> list[Quad]:
    """The places given or else found, and those in the half picture, whose edges are steeper."""
    quads = list(places[:_PLACES]) or [place.quad for place in bar_places(grey, _PLACES)]
    half = np.asarray(cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    for place in bar_places(half, _PLACES):
        quad = tuple((2 * x, 2 * y) for x, y in place.quad)
        if not any(_alike(quad, other) for other in quads):
            quads.append(quad)
    return quads


def _alike(quad: Quad, other: Quad) -> bool:
    """Whether two places are so nearly the same that one look is enough."""
    far = np.abs(np.subtract(quad, other)).max()
    return bool(far < 0.1 * np.hypot(*np.subtract(quad[0], quad[1])))


def _barcode(rows: Strip, span: Span, match: Match, variant: _Variant) -> Barcode:
    ends = (span.end, span.begin) if variant.backwards else (span.begin, span.end)
    quad = rows.quad(*ends)
    if variant.backwards:  # upside down: the reader's top is the picture's bottom
        quad = (quad[3], quad[2], quad[1], quad[0])
    text, symbology = retail_name(match.text, variant.layout.name)
    return Barcode(text, symbology, quad, engine=BLUR)


def certain(rows: Strip, span: Span) -> tuple[Match, _Variant] | None:
    """The code at a span of a strip when there is no doubt about it, and how it was read."""
    line = rows.mean()
    read = [(match, variant) for variant in _variants(line, span) if (match := _best(line, span, variant))]
    if not read:
        return None
    match, variant = min(read, key=lambda one: one[0].fit.share)
    proof = _PROOFS[variant.layout]
    if not _explains(match, proof.share, proof.rivalry):
        return None
    halves = ((0.0, 0.5), (0.5, 1.0))
    return (match, variant) if all(_half_agrees(rows.mean(*part), span, match, variant) for part in halves) else None


def _variants(line: Floats, span: Span) -> list[_Variant]:
    """The ways to read a span that are worth refining, the most promising first."""
    found = []
    for layout in _PROOFS:
        for backwards in (False, True):
            search = Search(_darkness(line, span, layout, backwards, _CURVE), layout)
            if search.share < _HOPELESS:
                found.append(_Variant(layout, backwards, search))
    found.sort(key=lambda variant: variant.search.share)
    return [one for one in found[:_VARIANTS] if one.search.share < found[0].search.share + _BEHIND]


def _best(line: Floats, span: Span, variant: _Variant, known: Fit | None = None) -> Match | None:
    """The code that explains a line best, with the camera curve that suits it; `known` is one more beginning."""
    layout = variant.layout
    dark = _darkness(line, span, layout, variant.backwards, _CURVE)
    begun = variant.search.guesses()
    if known is not None:
        begun.append(Guess(known.share, spelt(dark, layout, known, 1)[0].symbols, known.geometry))
    settled = [one for guess in begun if (one := refined(dark, layout, guess))]
    best = min(settled, key=lambda one: one.fit.share, default=None)
    if best is None or best.fit.share > _CURVED_AT_MOST:
        return None
    for curve in _OTHER_CURVES:
        bent = _darkness(line, span, layout, variant.backwards, curve)
        other = refined(bent, layout, Guess(best.fit.share, best.spelling.symbols, best.fit.geometry))
        if other is not None and other.fit.share < best.fit.share:
            best, dark = other, bent
    return judged(dark, layout, best) if best.fit.share <= _PROOFS[layout].half_share else None


def _explains(match: Match, share: float, rivalry: float) -> bool:
    kernel = match.fit.kernel
    contrast = float(kernel.sum())
    far = (np.arange(len(kernel)) - len(kernel) // 2) / SAMPLES
    width = float(np.sqrt(kernel @ far**2 / max(contrast, 1e-9)))
    sane = contrast <= _CONTRAST_AT_MOST and width <= _WIDTH_AT_MOST
    return sane and match.fit.share <= share and match.rivalry >= rivalry


def _half_agrees(line: Floats, span: Span, whole: Match, variant: _Variant) -> bool:
    """Whether the line of half of the bars, searched from the beginning, says the same."""
    layout, backwards = variant.layout, variant.backwards
    search = Search(_darkness(line, span, layout, backwards, _CURVE), layout)
    half = _best(line, span, _Variant(layout, backwards, search), whole.fit)
    if half is None or half.text != whole.text:
        return False
    proof = _PROOFS[layout]
    return _explains(half, proof.half_share, proof.half_rivalry)


def _darkness(line: Floats, span: Span, layout: Layout, backwards: bool, curve: float) -> Floats:
    """How much darker than paper a line is, 0 to 1, in light rather than in grey levels."""
    light = np.clip(span.sampled(line, layout.modules) / 255, 0, 1) ** curve
    if backwards:
        light = light[::-1]
    paper = np.linspace(float(np.median(light[:_PAPER])), float(np.median(light[-_PAPER:])), len(light))
    return np.asarray(1 - light / np.maximum(paper, 1e-3), dtype=np.float64)
