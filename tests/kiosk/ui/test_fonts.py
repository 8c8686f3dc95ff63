"""The fonts lie in the product and hold the signs of all four languages."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFontDatabase, QGuiApplication

from kiosk.ui.fonts import FAMILIES, FONT_FOLDER, load_fonts
from kiosk.ui.tokens import read_tokens


def signs(name: str) -> set[int]:
    with TTFont(FONT_FOLDER / name, lazy=True) as font:
        return set(font.getBestCmap())


def test_every_family_is_known(qapp: QGuiApplication) -> None:
    load_fonts()
    assert set(FAMILIES) <= set(QFontDatabase.families())
    assert {read_tokens().family(language) for language in ("ko", "en", "ja", "zh", "mono")} == set(FAMILIES)


@pytest.mark.parametrize(
    ("font", "text"),
    [
        ("Pretendard-Medium.otf", "가힣뷁₩−·–…"),
        ("Pretendard-ExtraBold.otf", "19,290원"),
        ("NotoSansCJKJP-Regular.otf", "亜弌熙あアー、。¥₩−円々"),
        ("NotoSansCJKJP-Bold.otf", "戻る最初"),
        ("NotoSansCJKSC-Regular.otf", "啊齄，。购物篮请扫码₩−"),
        ("NotoSansCJKSC-Bold.otf", "继续关闭"),
        ("NotoSansMonoCJKKR-Regular.otf", "38 0D 0A /dev/ttyUSB0"),
    ],
)
def test_a_font_holds_its_signs(font: str, text: str) -> None:
    assert [sign for sign in text if ord(sign) not in signs(font)] == []


def test_a_folder_without_fonts_is_refused(qapp: QGuiApplication, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no fonts"):
        load_fonts(tmp_path)
    (tmp_path / "broken.otf").write_bytes(b"no font")
    with pytest.raises(ValueError, match=r"broken\.otf"):
        load_fonts(tmp_path)
