"""What a station's search finds an item by, as the two indexes of the catalogue file hold it."""

import unicodedata
from itertools import pairwise

from kiosk.domain.catalogue import CatalogueItem


def jamo_column(item: CatalogueItem) -> str:
    """Names, brand, maker and numbers of an item, taken apart into jamo."""
    name = item.name
    words = (name.ko, name.en, name.ja, name.zh, item.brand, item.maker, item.gtin, item.plu)
    return unicodedata.normalize("NFD", " ".join(words).casefold())


def choseong_column(item: CatalogueItem) -> str:
    """Overlapping pairs of the first consonants of the Korean name."""
    firsts = [letter for letter in unicodedata.normalize("NFD", item.name.ko) if "\u1100" <= letter <= "\u1112"]
    return " ".join(a + b for a, b in pairwise(firsts))
