"""Reads one picture with everything there is, the passes that find most for their time first."""

from collections.abc import Iterator, Sequence

import numpy as np

from hardware.vision.blurred_ean import BlurredEanEngine
from hardware.vision.code_places import place_of
from hardware.vision.crop_passes import (
    EVEN_STRIP,
    STRIP,
    TALL_STRIP,
    TURNED_CROPS,
    WHOLE_CROP,
    CropPass,
)
from hardware.vision.deep import BlurTolerant
from hardware.vision.engines import Barcode, Effort, Engine, Grey, ZxingEngine, second_opinion
from hardware.vision.locate import Place, bar_places, place_at
from hardware.vision.picture_passes import (
    PicturePass,
    enlarged,
    evened,
    inverted,
    reduced,
    shrunk,
    softened,
    straightened,
    upright_only,
)
from hardware.vision.still_evidence import StillCode, StillEvidence
from hardware.vision.upright import Crop, joined

_PICTURES = (
    PicturePass("evened", evened),
    PicturePass("straightened", straightened(0)),
    PicturePass("straightened, a quarter on", straightened(1)),
    PicturePass("inverted", upright_only(inverted)),
    PicturePass("reduced", reduced),
    PicturePass("enlarged", enlarged, 350_000),
    PicturePass("softened", upright_only(softened)),
)
_SQUARE = ("QR", "Data Matrix")
_LONGEST = 1600  # pixels: whole-picture passes see a larger photo made smaller, crops are cut from the photo itself
_GIANT = 50_000_000  # pixels: more is only looked at made smaller
_LARGE = 700_000  # pixels
_COARSE, _FINE = 450, 4000
_LIKELY = 2  # places that are worth the passes which seldom find anything
_ROOM = 2.5  # a picture in which a code takes more than one part in so many has no room for others lying askew


class StillReader:
    """Reads pictures one after the other with one set of engines; keeps nothing of a picture."""

    def __init__(self, engine: Engine, second: Engine | None = None, blurred: BlurTolerant | None = None) -> None:
        self._engine = engine
        self._second = second
        self._blurred = blurred

    def read(self, grey: Grey, *, proof: bool = False, deep: bool = False) -> tuple[StillCode, ...]:
        """All codes in a grey picture of any size.

        With `proof` each bar code is read again in several ways; with `deep` bars that stay unread are given to the
        blur-tolerant engine, which takes longer than all the rest together.
        """
        evidence = StillEvidence()
        whole = shrunk(grey, _LONGEST)
        view = Crop(grey, np.eye(2, 3))
        for look in self._looks(whole):
            codes = [look.in_frame(code) for code in self._engine.read(look.grey, Effort.FAST)]
            if self._note(evidence, "fast", codes) and not _room_beside(codes, grey):
                break
        if not evidence.codes:
            view = self._search(evidence, grey, whole)
        elif _room_beside(evidence.codes, grey):
            # Bars elsewhere in the picture: a quick look, and one pass each.
            self._crops(evidence, grey, bar_places(grey, 2, _COARSE), (STRIP,))
        if proof:
            self._prove(evidence, view)
        if deep and self._blurred is not None and not evidence.codes:
            quads = [place.quad for place in bar_places(grey)[:_LIKELY]]
            self._note(evidence, "blurred", self._blurred.read(grey, quads) if quads else ())
        return evidence.judged()

    def _looks(self, whole: Crop) -> Iterator[Crop]:
        """The whole picture, before that half of it if it is large: most codes of large pictures are large."""
        if whole.grey.size > _LARGE:
            small = shrunk(whole.grey, max(whole.grey.shape[:2]) // 2)
            yield Crop(small.grey, joined(whole.back, small.back))
        yield whole

    def _search(self, evidence: StillEvidence, grey: Grey, whole: Crop) -> Crop:
        """The dearer passes, until one finds something; gives back the picture as that pass saw it."""
        itself = Crop(grey, np.eye(2, 3))
        places = bar_places(grey)
        for crop_pass in (STRIP, EVEN_STRIP):
            if self._crops(evidence, grey, places, (crop_pass,)):
                return itself
        for picture_pass in _PICTURES:
            prepared = picture_pass.prepare(whole.grey) if whole.grey.size <= picture_pass.pixels else None
            if prepared is None:
                continue
            view = Crop(prepared.grey, joined(whole.back, prepared.back))
            codes = [view.in_frame(code) for code in self._engine.read(view.grey, Effort.FAST)]
            if self._note(evidence, picture_pass.name, codes):
                return view
        if whole.grey.size < grey.size <= _GIANT and self._at_full_size(evidence, grey):
            return itself
        likely = places[:_LIKELY]
        if not self._crops(evidence, grey, likely, (TALL_STRIP,)):
            self._second_crops(evidence, itself, likely)
        return itself

    def _at_full_size(self, evidence: StillEvidence, grey: Grey) -> bool:
        """What a photo may have lost when it was made smaller."""
        if self._crops(evidence, grey, bar_places(grey, widest=_FINE), (STRIP,)):
            return True
        return self._note(evidence, "full size", self._engine.read(grey, Effort.FAST))

    def _crops(self, evidence: StillEvidence, grey: Grey, places: Sequence[Place], passes: Sequence[CropPass]) -> bool:
        found = False
        for place in places:
            if evidence.covers(place_of(place.quad)):
                continue
            for crop_pass in passes:
                crop = crop_pass.prepared(grey, place)
                codes = [crop.in_frame(code) for code in self._engine.read(crop.grey, Effort.BARS)]
                found = self._note(evidence, crop_pass.name, codes) or found
        return found

    def _second_crops(self, evidence: StillEvidence, view: Crop, places: Sequence[Place]) -> bool:
        found = False
        for place in places if self._second is not None else ():
            crop = STRIP.prepared(view.grey, place)
            codes = self._second.read(crop.grey, Effort.BARS) if self._second is not None else ()
            codes = [view.in_frame(crop.in_frame(code)) for code in codes]
            found = self._note(evidence, "second opinion", codes) or found
        return found

    def _prove(self, evidence: StillEvidence, view: Crop) -> None:
        bars = [code for code in evidence.codes if code.symbology not in _SQUARE]
        places = [place_at(view.from_frame(code.quad)) for code in bars]
        for place in places:
            for crop_pass in (STRIP, EVEN_STRIP, WHOLE_CROP, *TURNED_CROPS):
                crop = crop_pass.prepared(view.grey, place)
                found = self._engine.read(crop.grey, Effort.BARS)
                self._note(evidence, crop_pass.name, [view.in_frame(crop.in_frame(code)) for code in found])
        self._second_crops(evidence, view, places)

    def _note(self, evidence: StillEvidence, name: str, codes: Sequence[Barcode]) -> bool:
        for code in codes:
            evidence.add(code, name)
        return bool(codes)


def read_still(
    grey: Grey, *, proof: bool = False, deep: bool = False, reader: StillReader | None = None
) -> tuple[StillCode, ...]:
    """All codes in a grey picture of any size, with the evidence for each.

    `proof` spends more passes on each bar code, so that `still_acceptance.accepted` can judge it. `deep` gives bars
    that stay unread to the blur-tolerant engine, which takes longer than all the rest. Without a `reader` one is
    made with all engines that this machine has; for many pictures make it once with `still_reader`.
    """
    return (reader or still_reader()).read(grey, proof=proof, deep=deep)


def still_reader() -> StillReader:
    """A reader with all engines that this machine has."""
    return StillReader(ZxingEngine(), second_opinion(), BlurredEanEngine())


def _room_beside(codes: Sequence[Barcode], grey: Grey) -> bool:
    longest = max(place_of(code.quad).reach for code in codes)
    return longest * _ROOM < float(max(grey.shape[:2]))
