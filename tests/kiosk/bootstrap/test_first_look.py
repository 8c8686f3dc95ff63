"""The panel is known before the settings are checked, and wrong values never keep the first frame away."""

from pathlib import Path

import pytest

from kiosk.bootstrap.first_look import FirstLook, first_look
from kiosk.settings import Settings


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WIDTH", "HEIGHT", "DIAGONAL_INCH", "BOTTOM_MM", "FULL_SCREEN"):
        monkeypatch.delenv(f"BARO_PANEL__{name}", raising=False)


def looked(tmp_path: Path, text: str) -> FirstLook:
    path = tmp_path / "kiosk.toml"
    path.write_text(text, "utf-8")
    return first_look(path)


def test_the_defaults_are_those_of_the_settings() -> None:
    panel = Settings().panel
    look = first_look(None)
    assert (look.width, look.height, look.diagonal_inch) == (panel.width, panel.height, panel.diagonal_inch)
    assert (look.bottom_mm, look.full_screen) == (panel.bottom_mm, panel.full_screen)


def test_the_file_says_the_panel(tmp_path: Path) -> None:
    look = looked(tmp_path, "[panel]\nwidth = 1920\nheight = 1080\ndiagonal_inch = 24.0\nfull_screen = false\n")
    assert (look.width, look.height, look.diagonal_inch, look.full_screen) == (1920, 1080, 24.0, False)


def test_the_environment_stands_above_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BARO_PANEL__WIDTH", "1280")
    monkeypatch.setenv("BARO_PANEL__FULL_SCREEN", "false")
    look = looked(tmp_path, "[panel]\nwidth = 1920\n")
    assert (look.width, look.full_screen) == (1280, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[panel",
        "panel = 3",
        'panel = "wide"',
        "[panel]\nwidth = 'wide'\nheight = 3\ndiagonal_inch = true\n",
        "[panel]\nwidth = 1e99\nheight = nan\ndiagonal_inch = inf\n",
        "[panel]\nwidth = [1]\n",
    ],
)
def test_what_cannot_be_used_is_the_reference_panel(tmp_path: Path, text: str) -> None:
    look = looked(tmp_path, text)
    assert (look.width, look.height, look.diagonal_inch) == (1080, 1920, 27.0)


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    assert first_look(tmp_path / "none.toml") == FirstLook()
    path = tmp_path / "kiosk.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert first_look(path) == FirstLook()
    assert first_look(tmp_path) == FirstLook(), "a folder"
