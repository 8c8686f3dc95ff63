"""A shop's accent is darkened until it can be read, and the log says so (design system, section 3)."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.brand import Brand, contrast, darkened, from_oklab, readable, to_oklab
from kiosk.ui.tokens import read_tokens

RULE = read_tokens().brand_rule
CANVAS = "#F6F4EF"
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_the_design_table_is_true() -> None:
    """A-4: every ratio the tokens state is what WCAG's formula gives."""
    tree = read_tokens().tree
    for mode, pairs in tree["contrast"].items():
        shown = tree["color"]["light"] | tree["color"][mode]
        for pair, ratio in pairs.items():
            one, other = pair.split("/")
            assert contrast(shown[one], shown[other]) == pytest.approx(ratio, abs=0.02), pair


@given(colours)
def test_oklab_and_back(colour: str) -> None:
    assert from_oklab(*to_oklab(colour)) == colour


@given(colours, colours)
def test_any_accent_ends_readable(accent: str, soft: str) -> None:
    brand = readable(Brand(accent=accent, accent_pressed=accent, accent_text=accent), RULE, CANVAS)
    assert contrast(brand.accent, brand.accent_fg) >= RULE["accentFg_on_accent"]
    assert contrast(brand.accent, CANVAS) >= RULE["accent_on_canvas_nontext"]
    assert contrast(brand.accent_text, brand.accent_soft) >= RULE["accentText_on_accentSoft"]


def test_a_good_brand_is_left_alone() -> None:
    assert readable(Brand(), RULE, CANVAS) == Brand()


def test_the_log_names_the_colour(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        changed = readable(Brand(accent="#FFC800"), RULE, CANVAS)
    assert "accent #FFC800" in caplog.text
    assert changed.accent in caplog.text


def test_darkening_keeps_the_hue() -> None:
    _, a, b = to_oklab("#FF8800")
    _, a2, b2 = to_oklab(darkened("#FF8800", "#FFFFFF", 4.5))
    assert (a > 0) == (a2 > 0)
    assert (b > 0) == (b2 > 0)


@pytest.mark.parametrize("wrong", ["red", "#12345", "123456", "#GG0000"])
def test_a_wrong_colour_says_how_to_write_it(wrong: str) -> None:
    with pytest.raises(ValueError, match="#RRGGBB"):
        contrast(wrong, "#FFFFFF")
