"""Search the catalogue: the index narrows, the words are verified, best sold first."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from kiosk.database.open_catalogue import OpenCatalogue
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.search_text import QueryTerms, is_found, query_terms, search_keys
from sync.wire import catalogue_file

# Rows are numbered by sales rank and an FTS5 index gives its hits in that order, so the first verified ones are
# the best sold and nothing needs to be sorted (limits section 2: ranking 21,000 hits would cost 51 to 140 ms).
_COLUMNS = ", ".join(f"item.{name}" for name in catalogue_file.ITEM_COLUMNS)
_BY_JAMO = f"""SELECT {_COLUMNS} FROM item_jamo CROSS JOIN item ON item.rank = item_jamo.rowid
    WHERE item_jamo MATCH ? ORDER BY item_jamo.rowid"""  # noqa: S608
_BY_CHOSEONG = f"""SELECT {_COLUMNS} FROM item_choseong CROSS JOIN item ON item.rank = item_choseong.rowid
    WHERE item_choseong MATCH ? ORDER BY item_choseong.rowid"""  # noqa: S608
_BY_BOTH = f"""SELECT {_COLUMNS} FROM item_jamo CROSS JOIN item ON item.rank = item_jamo.rowid
    WHERE item_jamo MATCH ? AND item_jamo.rowid IN (SELECT rowid FROM item_choseong WHERE item_choseong MATCH ?)
    ORDER BY item_jamo.rowid"""  # noqa: S608
_BEST_SOLD = f"SELECT {_COLUMNS} FROM item ORDER BY rank LIMIT {{}}"  # noqa: S608

MOST_CANDIDATES = 2_000  # hits of the index that are verified before giving up: some 30 ms
MOST_BEST_SOLD = 1_000  # rows that a word too short for the index is looked for in
_TEXT_PLACES = tuple(
    catalogue_file.ITEM_COLUMNS.index(name)
    for name in ("name_ko", "name_en", "name_ja", "name_zh", "brand", "maker", "plu")
)
_GTIN_PLACE = catalogue_file.ITEM_COLUMNS.index("gtin")
# The next keystroke verifies mostly the same names; brands and makers come again in one answer already.
_keys = lru_cache(8_192)(search_keys)


def search(catalogue: OpenCatalogue, query: str, limit: int) -> list[CatalogueItem]:
    """Up to `limit` items that hold every word of `query`, best sold first; none for an empty query.

    Words of one or two letters alone are looked for among the best sold items only.
    """
    terms = query_terms(query)
    if not terms.words or limit < 1:
        return []
    found: list[CatalogueItem] = []
    for row in _candidates(catalogue, terms):
        if is_found(terms.words, [_keys(text) for text in _texts(row)]):
            found.append(catalogue_file.item_from_row(row))
            if len(found) == limit:
                break
    return found


def narrow(items: Iterable[CatalogueItem], query: str) -> Sequence[CatalogueItem]:
    """Those of a few `items` that hold every word of `query`, in the same order."""
    words = query_terms(query).words
    return [item for item in items if is_found(words, [_keys(text) for text in catalogue_file.searched_texts(item)])]


def _candidates(catalogue: OpenCatalogue, terms: QueryTerms) -> Iterator[tuple[Any, ...]]:
    # A cursor of its own: closed before its end, it must not hold up the one of the look-ups.
    cursor = catalogue.connection.cursor()
    try:
        if terms.jamo and terms.choseong:
            rows = cursor.execute(f"{_BY_BOTH} LIMIT {MOST_CANDIDATES}", (terms.jamo_match, terms.choseong_match))
        elif terms.jamo:
            rows = cursor.execute(f"{_BY_JAMO} LIMIT {MOST_CANDIDATES}", (terms.jamo_match,))
        elif terms.choseong:
            rows = cursor.execute(f"{_BY_CHOSEONG} LIMIT {MOST_CANDIDATES}", (terms.choseong_match,))
        else:
            rows = cursor.execute(_BEST_SOLD.format(MOST_BEST_SOLD))
        yield from rows
    finally:
        cursor.close()


def _texts(row: tuple[Any, ...]) -> list[str]:
    """What `searched_texts` says of a row, without making the item first."""
    texts = [row[place] for place in _TEXT_PLACES if row[place]]
    if row[_GTIN_PLACE] is not None:
        texts.append(f"{row[_GTIN_PLACE]:014d}")
    return list(dict.fromkeys(texts))
