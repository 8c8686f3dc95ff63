"""Search what the shop sells, without ever showing an answer to an older question."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.aisle.ports import AisleBackground, AisleCatalogue
from kiosk.domain.catalogue import CatalogueItem

LEAST_SIMILAR = 2  # characters that a similar item must still share


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """Items found for `query`; `similar_to` is the shorter question that was answered when there was no match."""

    query: str
    items: tuple[CatalogueItem, ...]
    similar_to: str = ""
    failed: bool = False


class SearchCatalogue:
    """Searches off the screen's thread; lives on it."""

    def __init__(self, catalogue: AisleCatalogue, background: AisleBackground, *, limit: int = 50) -> None:
        self._catalogue, self._background, self._limit = catalogue, background, limit
        self._asked = 0

    def find(self, query: str, done: Callable[[SearchAnswer], None]) -> None:
        """Answer `query` through `done`, unless another question comes first."""
        self._asked += 1
        number, wanted = self._asked, query.strip()

        def answer(found: SearchAnswer) -> None:
            if number == self._asked:
                done(found)

        if not wanted:
            answer(SearchAnswer(query, ()))
            return
        self._background.submit(
            lambda: self.search(wanted), answer, lambda _: answer(SearchAnswer(wanted, (), failed=True))
        )

    def search(self, query: str) -> SearchAnswer:
        """Items that match, or those that match the longest beginning of the words."""
        found = tuple(self._catalogue.search(query, self._limit))
        if found:
            return SearchAnswer(query, found)
        for length in range(len(query) - 1, LEAST_SIMILAR - 1, -1):
            shorter = query[:length].strip()
            near = tuple(self._catalogue.search(shorter, self._limit)) if len(shorter) >= LEAST_SIMILAR else ()
            if near:
                return SearchAnswer(query, near, similar_to=shorter)
        return SearchAnswer(query, ())

    def forget(self) -> None:
        """The page was left: no answer comes any more."""
        self._asked += 1
