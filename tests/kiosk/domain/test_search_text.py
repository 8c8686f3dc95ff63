"""What a shopper types finds what the shop sells: part-typed syllables, first consonants, any case, any spacing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.hangul import Composer, press
from kiosk.domain.search_text import (
    IndexTerms,
    choseong,
    highlights,
    index_terms,
    is_found,
    jamo,
    matches,
    query_terms,
    search_keys,
)

words = st.text("가각값바나우유안닭ㄱㅂabCé12ｱ -", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("query", "name", "coloured"),
    [
        ("바나나", "통통 바나나우유", ["바나나"]),
        ("반", "바나나우유", ["바나"]),
        ("바나ㄴ", "바나나우유", ["바나나"]),
        ("바나ㄴㅇ", "바나나 우유", ["바나나 우"]),
        ("ㅂㄴㄴㅇㅇ", "바나나 우유 240mL", ["바나나 우유"]),
        ("ㅇㅇ", "바나나 우유", ["우유"]),
        ("우유 바나", "바나나 우유", ["바나", "우유"]),
        ("바나나우유", "바나나 우유", ["바나나 우유"]),
        ("바 나 나", "바나나", ["바나"]),
        ("바", "반찬 바나나", ["바"]),
        ("BANANA mi", "Banana Milk", ["Banana Mi"]),
        ("co", "CJ Cola", ["Co"]),
        ("240", "우유 240mL", ["240"]),
        ("ｃｏｌａ", "Cola", ["Cola"]),
        ("バナナ", "ﾊﾞﾅﾅ牛乳", ["ﾊﾞﾅﾅ"]),
        ("과", "고구마 과자", ["과"]),
        ("고", "과자", ["과"]),
        ("몽쉘!", "몽쉘 (12개)", ["몽쉘"]),
        ("ㅋㅋ", "ㅋㅋ과자", ["ㅋㅋ"]),
    ],
)
def test_what_is_found_is_coloured(query: str, name: str, coloured: list[str]) -> None:
    ranges = matches(query, name)
    assert [name[start:end] for start, end in ranges] == coloured
    assert is_found(query_terms(query).words, [search_keys(name)])


@pytest.mark.parametrize(
    ("query", "name"),
    [("나", "안아"), ("ㅋㅋ", "우유"), ("", "우유"), ("!?", "우유"), ("우유 빵", "우유"), ("바나ㅋ", "바나나")],
)
def test_what_is_not_meant_is_not_found(query: str, name: str) -> None:
    assert matches(query, name) == []


def test_words_may_be_found_in_different_texts_of_an_item() -> None:
    words = query_terms("통통 우유").words
    texts = [search_keys("바나나우유"), search_keys("통통유업")]
    assert is_found(words, texts)
    assert not is_found(query_terms("통통 우유 빵").words, texts)
    assert highlights("통통 우유", "바나나우유") == [(3, 5)]


def test_index_and_query_fit_each_other() -> None:
    assert index_terms("바나나 우유", "Milk", "8801") == IndexTerms(
        "ㅂㅏㄴㅏㄴㅏㅇㅜㅇㅠ milk 8801", "ㅂㄴ ㄴㄴ ㄴㅇ ㅇㅇ"
    )
    terms = query_terms('우유 ㄴㄴㅇ mi"lk a')
    assert terms.jamo == ("ㅇㅜㅇㅠ", "milk")
    assert terms.choseong == ("ㄴㄴ ㄴㅇ",)
    assert terms.jamo_match == '"ㅇㅜㅇㅠ" AND "milk"'
    assert terms.choseong_match == '"ㄴㄴ ㄴㅇ"'
    assert terms.indexed


@pytest.mark.parametrize("query", ["", "  ", "우", "co", "ㅂ", '"', "*"])
def test_short_words_are_left_to_verification(query: str) -> None:
    assert not query_terms(query).indexed


def test_letter_by_letter_text_is_the_same() -> None:
    for text in ("바나나 우유", "값 닭", "Ｍilk ㄳ"):
        assert jamo(unicodedata.normalize("NFD", text)) == jamo(text)
        assert choseong(unicodedata.normalize("NFD", text)) == choseong(text)
    assert (jamo("값 ㄳ"), choseong("CJ 햇반 값")) == ("ㄱㅏㅂㅅㄱㅅ", "ㅎㅂㄱ")


@given(words, words, words)
def test_a_part_of_a_name_is_found_and_its_index_terms_hold_it(before: str, part: str, after: str) -> None:
    name = before + part + after
    terms = query_terms(part)
    if not terms.words:
        return
    assert is_found(terms.words, [search_keys(name)])
    ranges = matches(part, name)
    assert ranges == sorted(ranges)
    assert all(0 <= start < end <= len(name) for start, end in ranges)
    stored = index_terms(name)
    assert all(run in stored.jamo for run in terms.jamo)


@given(st.text("가각값바나우유안닭", min_size=2, max_size=6))
def test_first_consonants_find_their_word(word: str) -> None:
    row = choseong(word)
    assert matches(row, word) == [(0, len(word))]
    assert query_terms(row).choseong == (index_terms(word).choseong,)


@given(st.text("가각값바나우유안닭", min_size=1, max_size=6))
def test_a_half_typed_word_is_already_found(word: str) -> None:
    state = Composer()
    for key in jamo(word):
        state = press(state, key)
        assert matches(state.text, word)


@given(st.text(), st.text())
def test_no_query_raises(query: str, name: str) -> None:
    for start, end in [*matches(query, name), *highlights(query, name)]:
        assert 0 <= start < end <= len(name)
    terms = query_terms(query)
    for letters in terms.jamo + terms.choseong:
        assert '"' not in letters
