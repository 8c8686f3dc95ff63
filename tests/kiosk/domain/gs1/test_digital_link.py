"""GS1 Digital Links: strict and tolerant, built and canonical."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.gs1.digital_link import STRICT, TOLERANT, build_link, canonical_link, is_link, parse_link
from kiosk.domain.gs1.element_string import Element, bracketed_of, pairs_of, parse_bracketed
from kiosk.domain.gs1.fault import Gs1Error
from kiosk.domain.gs1.link_address import decoded, encoded, read_address
from tests.fakes.gs1_table import gs1_table
from tests.kiosk.domain.gs1.strategies import elements

GTIN = "08801234567893"


def read(text: str) -> list[tuple[str, str]]:
    return pairs_of(parse_link(text, gs1_table()))


@pytest.mark.parametrize("stem", ["https://id.gs1.org", "https://shop.example/some/path/", "http://127.0.0.1:8080/x"])
@given(attributes=st.lists(elements(), max_size=4), batch=st.booleans())
def test_what_is_built_is_read_back(stem: str, attributes: list[Element], batch: bool) -> None:
    head = parse_bracketed(f"(01){GTIN}" + ("(10)A/1%" if batch else ""), gs1_table())
    message = (*head, *attributes)
    try:
        link = build_link(message, gs1_table(), stem)
    except Gs1Error:
        return  # elements that do not go together, or into a link
    assert link.startswith(stem.rstrip("/") + f"/01/{GTIN}")
    assert set(pairs_of(parse_link(link, gs1_table()))) == set(pairs_of(message))
    assert canonical_link(canonical_link(link, gs1_table()), gs1_table()) == canonical_link(link, gs1_table())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ftp://a/01/" + GTIN, "begins with http:// or https://"),
        ("HtTp://a/01/" + GTIN, "small or in capital"),
        ("https://a b/01/" + GTIN, "no place in a web address"),
        ("https:///01/" + GTIN, "host name"),
        ("https://a:65536/01/" + GTIN, "host name"),
        ("https://$a/01/" + GTIN, "host name"),
        ("no address", "no place in a web address"),
        ("noaddress", "no web address"),
        ("https://a/01/8801234567893", "AI 01: the value has 14 characters, not 13"),
        ("https://a/gtin/" + GTIN, "does not end with a key"),
        (f"https://a/01/{GTIN}/21/1/10/A", "AI 01: in a path it is followed by 22/10/21, or 235, in this order"),
        (f"https://a/01/{GTIN}/235/A/10/B", "AI 01: in a path it is followed by"),
        (f"https://a/01/{GTIN}/10/A/10/B", "AI 01: in a path it is followed by"),
        (f"https://a/01/{GTIN}?21=5", "AI 21: it may not stand in the query"),
        (f"https://a/01/{GTIN}/10/A?10=A", "AI 10: it is there twice"),
        (f"https://a/01/{GTIN}?17=261231&17=261231", "AI 17: it is there twice"),
        (f"https://a/01/{GTIN}?1234=5", "a name of digits"),
        (f"https://a/01/{GTIN}?37=5", "AI 01: it cannot stand beside AI 37"),
        (f"https://a/01/{GTIN}/10/", "AI 10: the value is missing"),
        (f"https://a/01/{GTIN}/", "does not end with a key"),
        ("https://id.gs1.org/AQnYUc1gmiCNV4JGYgWqrdo", "compressed Digital Links are not read"),
        ("https://a/" + "x" * 5000, "at most 4096"),
    ],
)
def test_a_wrong_link_is_told_why(text: str, why: str) -> None:
    with pytest.raises(Gs1Error) as fault:
        parse_link(text, gs1_table())
    assert why in str(fault.value)


@pytest.mark.parametrize(
    "text",
    [
        "https://a/01/8801234567893",
        "https://a/gtin/8801234567893/",
        f"HttpS://a/p/01/{GTIN}/",
        f"https://a/gtin/{GTIN}?utm_source=pack#top",
    ],
)
def test_the_till_forgives_what_shops_links_do_wrong(text: str) -> None:
    assert pairs_of(parse_link(text, gs1_table(), TOLERANT)) == [("01", GTIN)]
    assert not STRICT.short_gtins


def test_percent_signs_plus_and_fragments() -> None:
    assert read(f"https://a/01/{GTIN}/10/A%2Fb%2B?99=x%20y".replace("%20", "%2C"))[1:] == [
        ("10", "A/b+"),
        ("99", "x,y"),
    ]
    with pytest.raises(Gs1Error, match="AI 99: a character"):
        read(f"https://a/01/{GTIN}?99=a+b")
    assert read(f"https://a/01/{GTIN}?x&&99=1;98=2#?97=3") == [("01", GTIN), ("99", "1"), ("98", "2")]


def test_the_nearest_key_counts() -> None:
    assert read(f"https://a/00/123/01/{GTIN}") == [("01", GTIN)]
    assert read("https://a/01/stem/414/9520123456788/254/32a%2Fb") == [("414", "9520123456788"), ("254", "32a/b")]


def test_canonical_form() -> None:
    link = "HTTPS://Shop.Example/p/gtin/8801234567893/lot/A?b=c&99=Z&17=261231#x"
    assert canonical_link(link, gs1_table()) == f"https://id.gs1.org/01/{GTIN}/10/A?17=261231&99=Z"


@given(st.text(max_size=80))
def test_encoding_comes_back(text: str) -> None:
    ascii_text = text.encode("ascii", "ignore").decode()
    assert decoded(encoded(ascii_text)) == ascii_text
    assert decoded(encoded(ascii_text), query=True) == ascii_text


@given(st.text("htps:/.a%?&=#01089[]@+", max_size=60) | st.text(max_size=60))
def test_any_address_is_read_or_refused(text: str) -> None:
    for head in ("", "https://a/", f"https://a/01/{GTIN}?"):
        try:
            told = bracketed_of(parse_link(head + text, gs1_table(), TOLERANT))
        except Gs1Error as fault:
            told = str(fault)
        assert told.isprintable()
        assert told


def test_parts_of_an_address() -> None:
    found = read_address("https://[2001:db8::1]:443/a/b?x=1&y&z=2#f")
    assert (found.scheme, found.host) == ("https", "[2001:db8::1]:443")
    assert found.segments == ("a", "b")
    assert found.query == (("x", "1"), ("z", "2"))
    assert is_link("https://x")
    assert not is_link("8801234567893")
