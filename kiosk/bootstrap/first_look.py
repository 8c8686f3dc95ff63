"""What the first frame needs of the settings, read without the machinery that checks them all.

A kiosk that starts shows its window at once; the full check of the settings follows and has the last word.
"""

import contextlib
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SEARCHED = ("kiosk.toml", "/etc/baro/kiosk.toml")


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The panel as the settings file says, or the reference panel where it says nothing usable."""

    width: int = 1080
    height: int = 1920
    diagonal_inch: float = 27.0
    bottom_mm: float | None = None
    full_screen: bool = True
    pictures: Path | None = None


def first_look(path: Path | None) -> FirstLook:
    """The panel of a settings file and the environment; wrong values are left to the full check."""
    whole: dict[str, Any] = {}
    if path is not None:
        with contextlib.suppress(OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            whole = tomllib.loads(path.read_text("utf-8"))
    panel, shop = _table(whole, "panel"), _table(whole, "shop")
    given = {name: os.environ.get(f"BARO_PANEL__{name.upper()}", panel.get(name)) for name in FirstLook.__slots__}
    pictures = os.environ.get("BARO_SHOP__PICTURES", shop.get("pictures"))
    plain = FirstLook()
    return FirstLook(
        int(_number(given["width"], 640, 7680) or plain.width),
        int(_number(given["height"], 480, 7680) or plain.height),
        _number(given["diagonal_inch"], 10, 65) or plain.diagonal_inch,
        _number(given["bottom_mm"], 0, 1500),
        str(given["full_screen"]).lower() not in {"false", "0"},
        Path(pictures) if isinstance(pictures, str) and pictures else None,
    )


def _table(whole: dict[str, Any], name: str) -> dict[str, Any]:
    table = whole.get(name)
    return table if isinstance(table, dict) else {}


def _number(value: object, least: float, most: float) -> float | None:
    try:
        number = float(str(value))
    except ValueError:
        return None
    return number if least <= number <= most else None
