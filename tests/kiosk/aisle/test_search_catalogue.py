"""Search answers the last question and no other (A1)."""

from collections import deque
from collections.abc import Callable, Sequence

from kiosk.aisle.search_catalogue import SearchAnswer, SearchCatalogue
from kiosk.domain.catalogue import CatalogueItem
from tests.fakes.lane import FakeBackground, FakeCatalogue


class BrokenCatalogue(FakeCatalogue):
    def search(self, query: str, limit: int = 50) -> Sequence[CatalogueItem]:
        raise OSError("the catalogue is being swapped")


def searching(catalogue: FakeCatalogue | None = None) -> tuple[SearchCatalogue, deque[Callable[[], None]]]:
    queue: deque[Callable[[], None]] = deque()
    return SearchCatalogue(catalogue or FakeCatalogue(), FakeBackground(queue.append)), queue


def asked(*queries: str, catalogue: FakeCatalogue | None = None) -> list[SearchAnswer]:
    search, queue = searching(catalogue)
    answers: list[SearchAnswer] = []
    for query in queries:
        search.find(query, answers.append)
    while queue:
        queue.popleft()()
    return answers


def test_items_by_name() -> None:
    (answer,) = asked(" 우유 ")
    assert [x.name.ko for x in answer.items] == ["서울우유 1L"]


def test_an_older_question_is_never_answered() -> None:
    assert [x.query for x in asked("우유", "식빵")] == ["식빵"]


def test_without_a_match_something_similar() -> None:
    (answer,) = asked("캠핑 의자용 쿠션")
    assert answer.similar_to == "캠핑 의자"
    assert [x.name.ko for x in answer.items] == ["캠핑 의자"]


def test_nothing_at_all() -> None:
    assert asked("없는말없는말") == [SearchAnswer("없는말없는말", ())]


def test_an_empty_question_is_answered_at_once() -> None:
    assert asked("  ") == [SearchAnswer("  ", ())]


def test_a_failing_search_says_so() -> None:
    assert asked("우유", catalogue=BrokenCatalogue())[0].failed


def test_after_leaving_no_answer_comes() -> None:
    search, queue = searching()
    answers: list[SearchAnswer] = []
    search.find("우유", answers.append)
    search.forget()
    while queue:
        queue.popleft()()
    assert answers == []
