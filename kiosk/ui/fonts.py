"""Loads the typefaces of all four languages from the product's own folder, never from the system."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.ui.tokens import RESOURCES

FONT_FOLDER = RESOURCES / "fonts"
FAMILIES = ("Pretendard", "Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans Mono CJK KR")


def load_fonts(folder: Path = FONT_FOLDER) -> None:
    """Make the families known to Qt, each falling back to the others for signs it lacks.

    Raises:
        FileNotFoundError: when the folder holds no fonts.
        ValueError: when Qt cannot read one of them.
    """
    files = sorted(folder.glob("*.otf"))
    if not files:
        raise FileNotFoundError(f"{folder} holds no fonts (*.otf)")
    for path in files:
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise ValueError(f"{path} is not a font that Qt can read")
    for family in FAMILIES:
        QFont.removeSubstitutions(family)
        QFont.insertSubstitutions(family, [other for other in FAMILIES if other != family])
