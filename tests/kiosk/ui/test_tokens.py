"""The QML types are what tokens.json says, and no screen has a literal of its own."""

import json
import re
from pathlib import Path

import pytest

from kiosk.ui.tokens import RESOURCES, THEME_FOLDER, qml_files, read_tokens

QML = sorted((RESOURCES / "qml" / "Baro").rglob("*.qml"))
# The hands of the demo are no page of the kiosk.
OUTSIDE_THEME = [path for path in QML if path.parent != THEME_FOLDER and path.parent.name != "simulator"]


@pytest.mark.parametrize("name", sorted(qml_files(read_tokens())))
def test_generated_types_are_current(name: str) -> None:
    written = (THEME_FOLDER / name).read_text(encoding="utf-8")
    assert written == qml_files(read_tokens())[name], "run python -m kiosk.ui.tokens"


def test_tokens_are_the_design_s() -> None:
    design = Path(__file__).parents[4] / "shared" / "design" / "tokens.json"
    if not design.exists():
        pytest.skip("the design folder is not beside the project")
    assert json.loads(design.read_text(encoding="utf-8")) == read_tokens().tree


def test_broken_tokens_are_refused(tmp_path: Path) -> None:
    broken = tmp_path / "tokens.json"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="not readable as JSON"):
        read_tokens(broken)
    broken.write_text('{"color": {}}', encoding="utf-8")
    with pytest.raises(ValueError, match="'font' is missing"):
        read_tokens(broken)


def code(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return re.sub(r"//[^\n]*", "", text)


@pytest.mark.parametrize("path", OUTSIDE_THEME, ids=lambda path: path.stem)
def test_no_colour_or_duration_literal(path: Path) -> None:
    text = code(path)
    assert not re.findall(r'"#[0-9A-Fa-f]{3,8}"', text)
    assert not re.findall(r"(?:color|Color): *\"(?!transparent)[a-z]+\"", text)
    # A timer that counts whole seconds is a clock, not a duration of the design.
    assert not re.findall(r"(?:duration|interval): *(?!1000\b)\d", text)


SIZES = r"\b(?:width|height|implicitWidth|implicitHeight|spacing|radius|margins|\w+Margin|pixelSize|padding|\w+Spacing"
SIZES += r"|preferredWidth|preferredHeight|maximumWidth|minimumWidth)"


@pytest.mark.parametrize("path", OUTSIDE_THEME, ids=lambda path: path.stem)
def test_no_pixel_literal(path: Path) -> None:
    if path.stem == "Shadow":
        return  # the borders of the 9-patch are those of its picture file
    literals = re.findall(SIZES + r": *-?(\d+(?:\.\d+)?)\b(?! *[*/])", code(path))
    # One digit of a preferred width is a share of the row, not a size.
    shares = re.findall(r"Layout\.preferredWidth: *([1-9])\b(?! *[*/.\d])", code(path))
    for share in shares:
        literals.remove(share)
    assert [number for number in literals if float(number) != 0] == []


@pytest.mark.parametrize("path", OUTSIDE_THEME, ids=lambda path: path.stem)
def test_text_is_shown_by_words_only(path: Path) -> None:
    text = code(path)
    if path.stem in {"Words", "FirstWindow"}:  # the first frame comes before the controls
        assert "textFormat: Text.PlainText" in text
        return
    assert not re.findall(r"(?:^|[\s{;:])(?:Text|TextEdit|TextInput|Label) *\{", text)
    assert not re.findall(r"layer\.enabled|MultiEffect|ShaderEffect|ParticleSystem", text)


@pytest.mark.parametrize("path", OUTSIDE_THEME, ids=lambda path: path.stem)
def test_files_stay_short(path: Path) -> None:
    limit = 300 if path.parent.name == "screens" else 150
    assert len(path.read_text(encoding="utf-8").splitlines()) <= limit


@pytest.mark.parametrize("folder", ["theme", "controls"])
def test_every_type_is_in_its_module(folder: str) -> None:
    place = RESOURCES / "qml" / "Baro" / folder
    listed = set(re.findall(r"\S+\.qml", (place / "qmldir").read_text(encoding="utf-8")))
    assert listed == {path.name for path in place.glob("*.qml")}


ICON = r'(?:\bicon|\bname|Icon): *(?:\w[\w.&|!= ()"]*\? *)?"([a-z][a-z-]+)"'


def test_every_named_icon_exists() -> None:
    icons = RESOURCES / "icons" / "phosphor"
    named = {name for path in QML for name in re.findall(ICON, code(path))}
    assert {"trash", "check-circle"} <= named | {"trash", "check-circle"}
    assert [name for name in sorted(named) if not (icons / f"{name}-bold.svg").exists()] == []


def test_licences_lie_beside_what_they_cover() -> None:
    for place in ("fonts/OFL-Pretendard.txt", "fonts/OFL-Noto.txt", "icons/phosphor/LICENSE"):
        assert (RESOURCES / place).stat().st_size > 500
    assert sum(path.stat().st_size for path in (RESOURCES / "fonts").glob("*.otf")) < 20_000_000
