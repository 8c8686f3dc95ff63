"""The sentences to the shopper."""

import pytest

from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.ui.shopper_words import notice_words, with_particles


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("우유을(를) 뺐어요", "우유를 뺐어요"),
        ("달걀을(를) 뺐어요", "달걀을 뺐어요"),
        ("통통 바나나우유 240mL은(는) 뺐어요", "통통 바나나우유 240mL는 뺐어요"),
        ("컵라면 110g을(를) 뺐어요", "컵라면 110g을 뺐어요"),
        ("봉투 10이(가) 없어요", "봉투 10이 없어요"),
        ("봉투 2이(가) 없어요", "봉투 2가 없어요"),
    ],
)
def test_particles_follow_the_sound_of_the_word(words: str, said: str) -> None:
    assert with_particles(words) == said


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_every_notice_says_something_and_fills_it(kind: NoticeKind) -> None:
    item = CatalogueItem("A", "", LocalText("청송 사과", "Apples"), 1000)
    _, title, detail = notice_words(Notice(kind, item, 500), "KRW", "ko")
    assert title
    assert "%" not in title + detail
    assert "(" not in title + detail
