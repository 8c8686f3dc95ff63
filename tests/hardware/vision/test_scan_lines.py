"""Bars set upright and parallel, and where on their line a code lies."""

import cv2
import numpy as np
import pytest

from hardware.vision.engines import Grey, Quad
from hardware.vision.scan_lines import spans, strip
from tests.hardware.vision.defocus_series import bars

PLACE: Quad = ((100, 40), (385, 40), (385, 160), (100, 160))


def paper(turn: float = 0.0, keystone: float = 0.0) -> Grey:
    """A code of modules of 3 px from x 100 to 385 and y 40 to 160, leaning at its ends."""
    page = np.full((200, 485), 230, np.uint8)
    page[40:160, 100:385] = bars("EAN-13", "4006381333931", 3, 120)
    source = np.array([[100, 40], [385, 40], [385, 160], [100, 160]], np.float32)
    lean = np.array([[-keystone, 0], [keystone, 0], [-keystone, 0], [keystone, 0]], np.float32)
    bent = cv2.warpPerspective(page, cv2.getPerspectiveTransform(source, source + lean), (485, 200), borderValue=(230,))
    spin = cv2.getRotationMatrix2D((242, 100), turn, 1)
    turned = cv2.warpAffine(bent, spin, (485, 200), borderValue=(230,))
    return np.asarray(turned, dtype=np.uint8)


@pytest.mark.parametrize("turn", [-8.0, 0.0, 8.0])
@pytest.mark.parametrize("keystone", [0.0, 8.0])
def test_leaning_bars_become_parallel(turn: float, keystone: float) -> None:
    rows = strip(paper(turn, keystone), PLACE)
    assert rows is not None
    upper, lower = rows.mean(0.0, 0.3), rows.mean(0.7, 1.0)
    assert np.corrcoef(upper, lower)[0, 1] > 0.95


def test_the_span_is_the_code_and_its_corners_lie_where_it_is() -> None:
    rows = strip(paper(), PLACE)
    assert rows is not None
    span = spans(rows.mean())[0]
    quad = np.array(rows.quad(span.begin, span.end))
    assert np.abs(quad[:, 0] - np.array([100, 385, 385, 100])).max() <= 4
    assert quad[0, 1] < 60
    assert quad[2, 1] > 140


def test_a_code_beside_other_print_is_a_span_of_its_own() -> None:
    page = np.full((100, 600), 230, np.uint8)
    page[:, 100:385] = bars("EAN-13", "4006381333931", 3, 100)
    page[:, 430:470] = 40
    line = page.mean(axis=0)
    assert any(abs(span.begin - 100) < 4 and abs(span.end - 385) < 4 for span in spans(line))


@pytest.mark.parametrize("level", [0, 128, 255])
def test_plain_paper_has_neither_rows_nor_spans(level: int) -> None:
    page = np.full((200, 485), level, np.uint8)
    assert strip(page, PLACE) is None
    assert spans(np.full(300, float(level))) == []


def test_noise_has_no_like_rows() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (200, 485)).astype(np.uint8)
    assert strip(noise, PLACE) is None


def test_a_place_too_small_for_a_code_is_not_cut() -> None:
    assert strip(paper(), ((10, 10), (30, 10), (30, 40), (10, 40))) is None
    assert strip(paper(), ((10, 10), (10, 10), (10, 10), (10, 10))) is None
