"""Names and queries in the form in which they are searched: Korean letter by letter, Latin without case.

A name is written down as the keys that type it ("바나나" is ㅂㅏㄴㅏㄴㅏ), so that a half-typed syllable already
finds it: 반 is the beginning of 바나나 as much as of 반찬. Beside that stands the row of first consonants
(초성), found by words of consonants only. Spaces and punctuation do not count.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kiosk.domain import hangul

SHORTEST_INDEXED = 3  # letters: the jamo index knows three letters in a row, shorter words are only verified
MOST_WORDS = 8
MOST_LETTERS = 80

_CONJOINING: dict[str, str] = {
    **{chr(0x1100 + place): letter for place, letter in enumerate(hangul.INITIALS)},
    **{chr(0x1161 + place): letter for place, letter in enumerate(hangul.VOWELS)},
    **{chr(0x11A7 + place): letter for place, letter in enumerate(hangul.FINALS) if letter},
}
_INITIALS = frozenset(hangul.INITIALS)


@dataclass(frozen=True, slots=True)
class IndexTerms:
    """What the catalogue file stores for an item: `jamo` for a trigram index, `choseong` as words of two letters.

    The texts of an item are kept apart by a space; inside one there is none.
    """

    jamo: str
    choseong: str


@dataclass(frozen=True, slots=True)
class QueryTerms:
    """A query for the two indexes: every `jamo` entry must be found as a run of letters, every `choseong` entry as
    a phrase of its two-letter words. `words` is what each hit is verified against.

    `indexed` is False when all words are too short for an index: then best sellers are verified instead.
    """

    words: tuple[str, ...]
    jamo: tuple[str, ...]
    choseong: tuple[str, ...]

    @property
    def indexed(self) -> bool:
        """Whether an index can narrow the search at all."""
        return bool(self.jamo or self.choseong)

    @property
    def jamo_match(self) -> str:
        """The FTS5 expression for the trigram index, or ""."""
        return " AND ".join(f'"{letters}"' for letters in self.jamo)

    @property
    def choseong_match(self) -> str:
        """The FTS5 expression for the index of two-letter words, or ""."""
        return " AND ".join(f'"{phrase}"' for phrase in self.choseong)


@dataclass(frozen=True, slots=True)
class SearchKeys:
    """A text ready to be verified: `jamo[i]` belongs to the character `owners[i]` of the text.

    `firsts` are the consonants that begin its syllables and `first_owners` their characters.
    """

    jamo: str
    owners: tuple[int, ...]
    firsts: str
    first_owners: tuple[int, ...]


def jamo(text: str) -> str:
    """The text as the keys that type it, without case, spaces and punctuation."""
    return "".join(letters for character in text for letters in _letters(character))


def choseong(text: str) -> str:
    """The first consonants of the Korean syllables, in order; everything else is left out."""
    return "".join(
        hangul.parts(letter)[0] for letter in unicodedata.normalize("NFC", text) if hangul.is_syllable(letter)
    )


def index_terms(*texts: str) -> IndexTerms:
    """What the indexes hold for an item that has these texts (names, brand, maker, numbers)."""
    rows = (" ".join(a + b for a, b in pairwise(choseong(text))) for text in texts)
    return IndexTerms(" ".join(filter(None, map(jamo, texts))), " ".join(filter(None, rows)))


def query_terms(query: str) -> QueryTerms:
    """How to ask the indexes for what the shopper typed (its first 80 characters, first 8 words)."""
    words = tuple(word for word in unicodedata.normalize("NFC", query[:MOST_LETTERS]).split() if jamo(word))[
        :MOST_WORDS
    ]
    runs, phrases = [], []
    for word in words:
        if _only_firsts(word):
            phrases.append(" ".join(a + b for a, b in pairwise(jamo(word))))
        else:
            runs.append(jamo(_without_loose_firsts(word)))
    return QueryTerms(
        words,
        tuple(run for run in runs if len(run) >= SHORTEST_INDEXED),
        tuple(phrase for phrase in phrases if phrase),
    )


def search_keys(text: str) -> SearchKeys:
    """Prepare a text once to verify several words against it."""
    letters: list[str] = []
    owners: list[int] = []
    firsts: list[str] = []
    first_owners: list[int] = []
    for place, character in enumerate(text):
        for letter in _letters(character):
            letters.append(letter)
            owners.append(place)
        if hangul.is_syllable(character):
            firsts.append(hangul.parts(character)[0])
            first_owners.append(place)
    return SearchKeys("".join(letters), tuple(owners), "".join(firsts), tuple(first_owners))


def matches(query: str, name: str) -> list[tuple[int, int]]:
    """The parts of `name` that the words of `query` found, as (start, end) in characters, for colouring.

    Empty when a word was not found, or when the query has none.
    """
    keys = search_keys(name)
    hit: set[int] = set()
    for word in query_terms(query).words:
        found = _find(word, keys)
        if found is None:
            return []
        hit.update(found)
    return _ranges(hit, name)


def highlights(query: str, text: str) -> list[tuple[int, int]]:
    """As `matches`, for a text that holds only some of the words (the others were found in brand or maker)."""
    keys = search_keys(text)
    found = (_find(word, keys) for word in query_terms(query).words)
    return _ranges({place for places in found if places for place in places}, text)


def is_found(words: Iterable[str], texts: Sequence[SearchKeys]) -> bool:
    """Whether each word (of `QueryTerms.words`) is found in at least one of an item's texts."""
    return all(any(_find(word, keys) is not None for keys in texts) for word in words)


@lru_cache(maxsize=16384)
def _letters(character: str) -> str:
    # Marks are left out: é is typed e, and half-width kana carry theirs as a character of its own.
    plain = unicodedata.normalize("NFKD", character).casefold()
    letters = (_CONJOINING.get(letter, letter) for letter in plain if letter.isalnum())
    return hangul.keystrokes("".join(letters))


def _only_firsts(word: str) -> bool:
    return all(letter in _INITIALS for letter in jamo(word)) and not any(map(hangul.is_syllable, word))


def _without_loose_firsts(word: str) -> str:
    # 바나ㄴㅇ: the loose consonants stand for whole syllables that only verification can see.
    end = len(word)
    while end and word[end - 1] in _INITIALS:
        end -= 1
    return word[:end]


def _find(word: str, keys: SearchKeys) -> set[int] | None:
    """The characters that a word covers at its first place, or None."""
    if _only_firsts(word):
        row = jamo(word)
        at = keys.firsts.find(row)
        if at >= 0:
            return set(keys.first_owners[at : at + len(row)])
    letters = jamo(word)
    beginning = _best_beginning(letters, keys)
    if beginning is not None:
        return set(keys.owners[beginning : beginning + len(letters)])
    head = _without_loose_firsts(word)
    if not head or head == word:
        return None
    return _find_mixed(jamo(head), jamo(word[len(head) :]), keys)


def _beginnings(letters: str, keys: SearchKeys) -> Iterator[int]:
    # A hit inside a character would find 나 in 안아, which nobody who types 나 means.
    at = keys.jamo.find(letters)
    while at >= 0:
        if at == 0 or keys.owners[at - 1] != keys.owners[at]:
            yield at
        at = keys.jamo.find(letters, at + 1)


def _best_beginning(letters: str, keys: SearchKeys) -> int | None:
    """Where the letters stand, a place where they end with a character before one where they do not."""
    first = None
    for at in _beginnings(letters, keys):
        end = at + len(letters)
        if end == len(keys.owners) or keys.owners[end] != keys.owners[end - 1]:
            return at
        first = at if first is None else first
    return first


def _find_mixed(head: str, firsts: str, keys: SearchKeys) -> set[int] | None:
    for at in _beginnings(head, keys):
        covered = keys.owners[at : at + len(head)]
        following = [place for place, owner in enumerate(keys.first_owners) if owner > covered[-1]][: len(firsts)]
        if "".join(keys.firsts[place] for place in following) == firsts:
            return {*covered, *(keys.first_owners[place] for place in following)}
    return None


def _ranges(hit: set[int], name: str) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for place in sorted(hit):
        # Spaces and marks between two coloured characters are coloured with them.
        if ranges and not any(map(_letters, name[ranges[-1][1] : place])):
            ranges[-1] = (ranges[-1][0], place + 1)
        else:
            ranges.append((place, place + 1))
    return ranges
