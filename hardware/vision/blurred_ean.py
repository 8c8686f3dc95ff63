"""Reads EAN-13, UPC-A and EAN-8 codes that are out of focus, from grey levels, and refuses rather than guesses.

Other decoders look for edges; in a blurred code narrow bars have none. Here a line of grey levels is compared with
what each valid code would look like under the same blur (`blur_match`), and a code is believed only when it explains
the line almost wholly, when every other valid code does clearly worse, and when the upper and the lower half of the
bars, searched on their own, say the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hardware.vision.bar_grammar import EAN_8, EAN_13, Layout
from hardware.vision.blur_match import Guess, Match, guesses, refined
from hardware.vision.blur_model import SAMPLES, Floats
from hardware.vision.engines import BLUR, Barcode, Grey, Quad, retail_name
from hardware.vision.locate import bar_places
from hardware.vision.scan_lines import Span, Strip, spans, strip

_LAYOUTS = (EAN_13, EAN_8)
_PLACES = 4
_CURVE = 1.6  # of a camera: grey is the 1.6th root of light, more or less
_CURVES = (1.0, 1.6, 2.2)
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
    guesses: tuple[Guess, ...]


class BlurredEanEngine:
    """Finds EAN-13, UPC-A and EAN-8 codes that are too blurred for edges; remembers nothing between pictures."""

    def read(self, grey: Grey, places: Sequence[Quad] = ()) -> Sequence[Barcode]:
        """The codes that are certain: at `places` (quads in the order of reading), or where bars are seen."""
        codes: dict[str, Barcode] = {}
        for quad in places or (place.quad for place in bar_places(grey, _PLACES)):
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
    best: tuple[Match, _Variant] | None = None
    for variant in _variants(line, span):
        match = _best(line, span, variant, variant.guesses)
        if match is not None and (best is None or match.fit.share < best[0].fit.share):
            best = match, variant
    if best is None or not _explains(best[0], _UNEXPLAINED_AT_MOST, _RIVALRY_AT_LEAST):
        return None
    return best if all(_half_agrees(rows, span, best, part) for part in ((0.0, 0.5), (0.5, 1.0))) else None


def _variants(line: Floats, span: Span) -> list[_Variant]:
    """The ways to read a span that are worth refining, the most promising first."""
    found = []
    for layout in _LAYOUTS:
        for backwards in (False, True):
            begun = guesses(_darkness(line, span, layout, backwards, _CURVE), layout)
            if begun and begun[0].share < _HOPELESS:
                found.append(_Variant(layout, backwards, tuple(begun)))
    found.sort(key=lambda variant: variant.guesses[0].share)
    return found[:_VARIANTS]


def _best(line: Floats, span: Span, variant: _Variant, begun: Sequence[Guess]) -> Match | None:
    """The guess that explains a line best once refined, with the camera curve that suits it."""
    layout = variant.layout
    dark = _darkness(line, span, layout, variant.backwards, _CURVE)
    settled = [match for guess in begun if (match := refined(dark, layout, guess.symbols, guess.geometry))]
    if not settled:
        return None
    best = min(settled, key=lambda match: match.fit.share)
    for curve in _CURVES:
        dark = _darkness(line, span, layout, variant.backwards, curve)
        match = refined(dark, layout, best.symbols, best.fit.geometry)
        if match is not None and match.fit.share < best.fit.share:
            best = match
    return best


def _explains(match: Match, share: float, rivalry: float) -> bool:
    return match.fit.share <= share and match.rivalry >= rivalry


def _half_agrees(rows: Strip, span: Span, whole: tuple[Match, _Variant], part: tuple[float, float]) -> bool:
    """Whether a half of the bars, searched from the beginning, says the same."""
    match, variant = whole
    line = rows.mean(*part)
    begun = guesses(_darkness(line, span, variant.layout, variant.backwards, _CURVE), variant.layout)
    half = _best(line, span, variant, begun)
    if half is None or half.text != match.text:
        return False
    return _explains(half, _HALF_UNEXPLAINED_AT_MOST, _HALF_RIVALRY_AT_LEAST)


def _darkness(line: Floats, span: Span, layout: Layout, backwards: bool, curve: float) -> Floats:
    """How much darker than paper a line is, 0 to 1, in light rather than in grey levels."""
    light = np.clip(span.sampled(line, layout.modules) / 255, 0, 1) ** curve
    if backwards:
        light = light[::-1]
    paper = np.linspace(float(np.median(light[:_PAPER])), float(np.median(light[-_PAPER:])), len(light))
    return np.asarray(1 - light / np.maximum(paper, 1e-3), dtype=np.float64)
