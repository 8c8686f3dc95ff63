"""QR codes known by their look; a pattern is never slow (T-2)."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.qr_profile import MOST_CHARACTERS, MOST_PATTERN, ProfileError, ProfileKind, QrProfile, steady


def member(pattern: str) -> QrProfile:
    return QrProfile("club", ProfileKind.MEMBER, pattern)


def test_a_member_number_is_cut_out() -> None:
    profile = member(r"https://club\.example/(?:member|m)/(?P<number>\d{8,12})(?:\?.*|)")
    assert profile.read("https://club.example/m/12345678", "QR") == "12345678"
    assert profile.read("https://club.example/member/123456789?lang=ko", "QR") == "123456789"
    assert profile.read("https://club.example/m/1234567", "QR") is None
    assert profile.read("https://clubxexample/m/12345678", "QR") is None
    assert profile.read("https://club.example/m/12345678", "EAN-13") is None
    assert profile.read("https://club.example/m/12345678?" + "x" * MOST_CHARACTERS, "QR") is None


def test_a_licence_needs_no_number() -> None:
    assert QrProfile("mdoc", ProfileKind.LICENCE, "mdoc:[A-Za-z0-9_-]+").read("mdoc:owBjMS4w", "QR") == ""


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("", "1 to 300"),
        ("a" * (MOST_PATTERN + 1), "1 to 300"),
        ("(a+)+", "character 1"),
        ("(?:a+)+", "character 7"),
        ("(?:a|b){2}", "character 8"),
        (r"(.)\1", "character 1"),
        ("a**", "character 3"),
        ("(?=a)b", "character 1"),
        ("(?:a", "not closed"),
        ("a)", "closes nothing"),
        ("[z-a]", "wrong"),
        (r"\Ab", "character 1"),
        ("[a", "character 1"),
        ("[a--b]", "character 1"),
        ("[[a]", "character 1"),
        ("(?i:a)", "character 1"),
        ("(?P<number>a)(?P<number>b)", "wrong"),
    ],
)
def test_a_pattern_that_could_be_slow_or_is_wrong_is_refused(pattern: str, why: str) -> None:
    with pytest.raises(ProfileError, match=why):
        QrProfile("x", ProfileKind.LICENCE, pattern)


def test_a_member_profile_needs_its_number() -> None:
    with pytest.raises(ProfileError, match="around the number"):
        member(r"\d+")


def test_what_it_reads_is_what_the_plain_expression_reads() -> None:
    assert steady(r"a\d{2,3}[-.]?(?:x|yz*)") == r"(?>a\d{2,3}+[-.]?+(?>x|yz*+))"


PARTS = st.sampled_from("ab\\d.[]^-&~*+?{1,}()|:P<number>")


@given(st.text(PARTS, min_size=1, max_size=40), st.text("ab1", max_size=30))
def test_no_pattern_does_worse_than_a_profile_error(pattern: str, text: str) -> None:
    try:
        profile = QrProfile("x", ProfileKind.LICENCE, pattern)
    except ProfileError:
        return
    assert profile.read(text, "QR") in ("", None)


def test_patterns_that_stop_other_machines_do_not_stop_this_one() -> None:
    hostile = "a" * (MOST_CHARACTERS - 1) + "!"
    begun = perf_counter()
    for pattern in ("a*" * 100 + "b", "(?:a*|a*b)" * 20 + "c", "(?:a*a*a*a*|a)" * 20, ".*" * 100 + "x"):
        assert QrProfile("x", ProfileKind.LICENCE, pattern).read(hostile, "QR") is None
    assert perf_counter() - begun < 5  # going back would take years
