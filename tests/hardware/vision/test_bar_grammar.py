"""The tables of digits and guards, beside bars that zxing-cpp draws."""

import numpy as np
import pytest

from hardware.vision.bar_grammar import DIGIT_WIDTH, EAN_8, EAN_13, SYMBOLS, Layout
from tests.hardware.vision.defocus_series import bars, with_check_digit


def symbols(layout: Layout, text: str) -> tuple[int, np.ndarray[tuple[int], np.dtype[np.intp]]]:
    parity, digits = (int(text[0]), text[1:]) if layout.leading else (0, text)
    return parity, np.array([begin + int(digit) for begin, digit in zip(layout.rows[parity], digits, strict=True)])


def test_every_digit_is_seven_modules_and_two_bars_and_like_no_other() -> None:
    assert SYMBOLS.shape == (30, DIGIT_WIDTH)
    assert len({tuple(row) for row in SYMBOLS.tolist()}) == 30
    edges = np.abs(np.diff(SYMBOLS, axis=1)).sum(axis=1)
    assert edges.tolist() == [3.0] * 30


@pytest.mark.parametrize("first", range(10))
def test_each_digit_at_each_place_under_each_first_digit_is_drawn_as_by_others(first: int) -> None:
    for shift in range(10):
        text = with_check_digit(str(first) + "".join(str((place + shift) % 10) for place in range(11)))
        parity, row = symbols(EAN_13, text)
        drawn = (bars("EAN-13", text, 1, 1)[0] == 0).astype(float)
        assert EAN_13.pattern(row).tolist() == drawn.tolist()
        assert EAN_13.text(parity, row) == text


@pytest.mark.parametrize("shift", range(10))
def test_the_short_code_is_drawn_as_by_others(shift: int) -> None:
    text = with_check_digit("".join(str((3 * place + shift) % 10) for place in range(7)))
    parity, row = symbols(EAN_8, text)
    assert EAN_8.pattern(row).tolist() == (bars("EAN-8", text, 1, 1)[0] == 0).astype(float).tolist()
    assert EAN_8.text(parity, row) == text


@pytest.mark.parametrize(("layout", "modules"), [(EAN_13, 95), (EAN_8, 67)])
def test_a_layout_is_as_wide_as_the_standard_says(layout: Layout, modules: int) -> None:
    assert layout.modules == modules
    assert len(layout.guards) == modules


@pytest.mark.parametrize(("layout", "text"), [(EAN_13, "4006381333931"), (EAN_8, "96385074")])
def test_the_weights_make_the_sum_a_multiple_of_ten(layout: Layout, text: str) -> None:
    parity, row = symbols(layout, text)
    first = parity if layout.leading else 0
    assert (first + sum(int(s) % 10 * weight for s, weight in zip(row, layout.weights, strict=True))) % 10 == 0
