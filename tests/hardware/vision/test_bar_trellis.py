"""The search through the grammar: the best valid code, and the best after it."""

from itertools import product

import numpy as np
import numpy.typing as npt
import pytest

from hardware.vision.bar_grammar import EAN_8, EAN_13, Layout
from hardware.vision.bar_trellis import Trellis
from tests.hardware.vision.defocus_series import bars, random_text, with_check_digit

OVERLAP = np.array([0.6, 0.35, 0.1])
Floats = npt.NDArray[np.float64]


def gram(modules: int) -> Floats:
    far = np.abs(np.subtract.outer(np.arange(modules), np.arange(modules)))
    return np.where(far < len(OVERLAP), OVERLAP[np.minimum(far, len(OVERLAP) - 1)], 0.0)


def seen(symbology: str, text: str, noise: float, seed: int) -> Floats:
    ink = (bars(symbology, text, 1, 1)[0] == 0).astype(np.float64)
    rest = np.random.default_rng(seed).normal(0, noise, len(ink))
    return np.asarray(gram(len(ink)) @ ink + rest, dtype=np.float64)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(("symbology", "layout"), [("EAN-13", EAN_13), ("UPC-A", EAN_13), ("EAN-8", EAN_8)])
def test_the_code_is_found_under_noise(symbology: str, layout: Layout, seed: int) -> None:
    text = random_text(np.random.default_rng(seed), symbology)
    matches = seen(symbology, text, 0.05, seed)
    trellis = Trellis(layout, OVERLAP)
    best, rival = trellis.strict(matches, 2)
    assert layout.text(best.parity, best.symbols) == text.zfill(13 if layout is EAN_13 else 8)
    for spelling in (best, rival):
        pattern = layout.pattern(spelling.symbols)
        assert spelling.error == pytest.approx(pattern @ gram(layout.modules) @ pattern - 2 * matches @ pattern)
    assert best.error < rival.error


def test_best_and_rival_are_what_trying_all_codes_finds() -> None:
    matches = seen("EAN-8", "96385074", 0.0, 0)
    matches[:31] += 5 * (2 * (bars("EAN-8", "96385074", 1, 1)[0, :31] == 0) - 1.0)  # beyond doubt: 9638
    matches[36:] += np.random.default_rng(5).normal(0, 0.3, 31)
    rows = []
    for tail in product("0123456789", repeat=3):
        text = with_check_digit("9638" + "".join(tail))
        pattern = EAN_8.pattern(np.array([int(d) + begin for d, begin in zip(text, EAN_8.rows[0], strict=True)]))
        rows.append((float(pattern @ gram(67) @ pattern - 2 * matches @ pattern), text))
    spelt = Trellis(EAN_8, OVERLAP).strict(matches, 2)
    assert [EAN_8.text(one.parity, one.symbols) for one in spelt] == [text for _, text in sorted(rows)[:2]]


def test_without_the_check_digit_many_lines_are_searched_at_once() -> None:
    texts = [random_text(np.random.default_rng(seed), "EAN-13") for seed in range(8)]
    lines = np.stack([seen("EAN-13", text, 0.02, 1) for text in texts], axis=1)
    trellis = Trellis(EAN_13, OVERLAP)
    errors, symbols = trellis.loose(lines)
    assert ["".join(str(s % 10) for s in row) for row in symbols] == [text[1:] for text in texts]
    assert trellis.least(lines) == pytest.approx(errors)
    strict = [trellis.strict(line)[0].error for line in lines.T]
    assert errors == pytest.approx(strict, rel=1e-4)
