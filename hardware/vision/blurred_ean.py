"""Reads EAN-13, UPC-A and EAN-8 codes that are out of focus, from grey levels, and refuses rather than guesses.

Other decoders look for edges; in a blurred code narrow bars have none. Here a line of grey levels is compared with
what each valid code would look like under the same blur (`blur_match`), and a code is believed only when it explains
the line almost wholly, when every other valid code does clearly worse, and when the upper and the lower half of the
bars, searched on their own, say the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from hardware.vision.bar_grammar import EAN_8, EAN_13, Layout
from hardware.vision.blur_match import Guess, Match, Search, judged, refined, spelt
from hardware.vision.blur_model import SAMPLES, Fit, Floats
from hardware.vision.engines import BLUR, Barcode, Grey, Quad, retail_name
from hardware.vision.locate import bar_places
from hardware.vision.scan_lines import Span, Strip, spans, strip

_LAYOUTS = (EAN_13, EAN_8)
_PLACES = 4
_CURVE = 1.6  # of a camera: grey is the 1.6th root of light, more or less
_OTHER_CURVES = (1.0, 2.2)
_HOPELESS = 0.3  # share left unexplained by the best guess at a place that is something else
_VARIANTS = 2  # layouts and directions that are refined
_PAPER = 3 * SAMPLES  # samples at each end of a line from which the paper's level is taken
_UNEXPLAINED_AT_MOST = 0.025
_RIVALRY_AT_LEAST = 1.5
_HALF_UNEXPLAINED_AT_MOST = 0.04
_HALF_RIVALRY_AT_LEAST = 1.25


@dataclass(frozen=True, slots=True)
class _Variant:
    """One way to read a span: as which symbology, and whether from right to left."""

    layout: Layout
    backwards: bool
    search: Search


class BlurredEanEngine:
    """Finds EAN-13, UPC-A and EAN-8 codes that are too blurred for edges; remembers nothing between pictures."""

    def read(self, grey: Grey, places: Sequence[Quad] = ()) -> Sequence[Barcode]:
        """The codes that are certain: at `places` (quads in the order of reading), or where bars are seen."""
        codes: dict[str, Barcode] = {}
        for quad in places or _seen(grey):
            for code in self._at(grey, quad):
                codes.setdefault(code.text, code)
        return list(codes.values())

    def _at(self, grey: Grey, quad: Quad) -> Iterator[Barcode]:
        rows = strip(grey, quad)
        if rows is None:
            return
        for span in spans(rows.mean()):
            read = certain(rows, span)
            if read is not None:
                yield _barcode(rows, span, *read)
                return


def _seen(grey: Grey) -> list[Quad]:
    """Where bars seem to be, in the picture and in its half, whose edges are steeper."""
    quads = [place.quad for place in bar_places(grey, _PLACES)]
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
    if not _explains(match, _UNEXPLAINED_AT_MOST, _RIVALRY_AT_LEAST):
        return None
    halves = ((0.0, 0.5), (0.5, 1.0))
    return (match, variant) if all(_half_agrees(rows.mean(*part), span, match, variant) for part in halves) else None


def _variants(line: Floats, span: Span) -> list[_Variant]:
    """The ways to read a span that are worth refining, the most promising first."""
    found = []
    for layout in _LAYOUTS:
        for backwards in (False, True):
            search = Search(_darkness(line, span, layout, backwards, _CURVE), layout)
            if search.share < _HOPELESS:
                found.append(_Variant(layout, backwards, search))
    found.sort(key=lambda variant: variant.search.share)
    return found[:_VARIANTS]


def _best(line: Floats, span: Span, variant: _Variant, known: Fit | None = None) -> Match | None:
    """The code that explains a line best, with the camera curve that suits it; `known` is one more beginning."""
    layout = variant.layout
    dark = _darkness(line, span, layout, variant.backwards, _CURVE)
    begun = variant.search.guesses()
    if known is not None:
        begun.append(Guess(known.share, spelt(dark, layout, known, 1)[0].symbols, known.geometry))
    settled = [one for guess in begun if (one := refined(dark, layout, guess))]
    if not settled:
        return None
    best = min(settled, key=lambda one: one.fit.share)
    for curve in _OTHER_CURVES:
        bent = _darkness(line, span, layout, variant.backwards, curve)
        other = refined(bent, layout, Guess(best.fit.share, best.spelling.symbols, best.fit.geometry))
        if other is not None and other.fit.share < best.fit.share:
            best, dark = other, bent
    return judged(dark, layout, best)


def _explains(match: Match, share: float, rivalry: float) -> bool:
    return match.fit.share <= share and match.rivalry >= rivalry


def _half_agrees(line: Floats, span: Span, whole: Match, variant: _Variant) -> bool:
    """Whether the line of half of the bars, searched from the beginning, says the same."""
    layout, backwards = variant.layout, variant.backwards
    search = Search(_darkness(line, span, layout, backwards, _CURVE), layout)
    half = _best(line, span, _Variant(layout, backwards, search), whole.fit)
    if half is None or half.text != whole.text:
        return False
    return _explains(half, _HALF_UNEXPLAINED_AT_MOST, _HALF_RIVALRY_AT_LEAST)


def _darkness(line: Floats, span: Span, layout: Layout, backwards: bool, curve: float) -> Floats:
    """How much darker than paper a line is, 0 to 1, in light rather than in grey levels."""
    light = np.clip(span.sampled(line, layout.modules) / 255, 0, 1) ** curve
    if backwards:
        light = light[::-1]
    paper = np.linspace(float(np.median(light[:_PAPER])), float(np.median(light[-_PAPER:])), len(light))
    return np.asarray(1 - light / np.maximum(paper, 1e-3), dtype=np.float64)
