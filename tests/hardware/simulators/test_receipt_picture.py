"""Pictures of receipts."""

from pathlib import Path

import numpy as np
from PIL import Image

from hardware.codecs.escpos_reader import Cut, PrintedLine, PrintedQr
from hardware.simulators.receipt_picture import draw, find_font


def ink(picture: Image.Image) -> list[tuple[int, int]]:
    """Rows of the picture that hold ink: first and last dark column of each."""
    rows = np.asarray(picture) < 128
    return [(int(np.argmax(r)), int(len(r) - 1 - np.argmax(r[::-1]))) for r in rows if r.any()]


def test_text_keeps_to_its_columns() -> None:
    picture = draw([PrintedLine("x" * 48), PrintedLine("x", align="right"), Cut()], 48, find_font())
    assert picture.width == 48 * 12 + 48
    assert all(left >= 24 and right < 24 + 48 * 12 for left, right in ink(picture))


def test_a_picture_is_drawn_without_any_font_file(tmp_path: Path) -> None:
    assert find_font(tmp_path) is None
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    assert find_font(tmp_path) is None
    picture = draw([PrintedLine("total 1,500", bold=True, size=2, align="centre")], 42, None)
    assert ink(picture)


def test_large_rows_and_codes_take_their_room() -> None:
    small = draw([PrintedLine("가")], 42, find_font())
    large = draw([PrintedLine("가", size=2)], 42, find_font())
    code = draw([PrintedQr("https://r.example", 5)], 42, find_font())
    assert small.height < large.height < code.height
    assert draw([], 42, None).height > 0
