"""The design tokens: read from `tokens.json`, and written out as the QML types that `Theme` is made of."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.ui.accessibility import ACTION_INK_MM, SMALLEST_INK_MM

RESOURCES = Path(__file__).parents[2] / "resources"
THEME_FOLDER = RESOURCES / "qml" / "Baro" / "theme"
TOKENS_FILE = THEME_FOLDER / "tokens.json"

# Measured on Pretendard and Noto Sans CJK, the lower of the two; the tokens round them up.
MEASURED_HANGUL_EM = 0.85
MEASURED_CAPITAL_EM = 0.707

_HEAD = "// Written by `python -m kiosk.ui.tokens` from tokens.json: change that file, not this one.\n"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The whole token file; `tree` is the JSON as it stands."""

    tree: dict[str, Any]

    @property
    def light(self) -> dict[str, str]:
        """Colours of the paper look, `#RRGGBB` or `#AARRGGBB`."""
        return dict(self.tree["color"]["light"])

    @property
    def high_contrast(self) -> dict[str, str]:
        """Colours of the black look."""
        return dict(self.tree["color"]["high_contrast"])

    @property
    def staff(self) -> dict[str, str]:
        """Colours of staff headers and technician pages."""
        return _without_comment(self.tree["color"]["dark_panel"])

    @property
    def brand_rule(self) -> dict[str, float]:
        """Contrast ratios that a shop's accent colours must reach."""
        return dict(self.tree["color"]["brandRule"])

    def family(self, language: str) -> str:
        """Font family for `ko`, `en`, `ja` or `zh`; `mono` for bytes and codes."""
        families: dict[str, str] = self.tree["font"]["family"]
        return families["zh-Hans" if language == "zh" else language]

    @property
    def sounds(self) -> dict[str, dict[str, Any]]:
        """Cue name to its tones; the two numbers about all cues are left out."""
        return {name: cue for name, cue in self.tree["sound"].items() if isinstance(cue, dict)}


def read_tokens(path: Path = TOKENS_FILE) -> Tokens:
    """The tokens of the product.

    Raises:
        ValueError: when the file is not JSON or one of its parts is missing.
    """
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(f"{path}: not readable as JSON ({error})") from error
    for part in ("color", "font", "type", "radius", "stroke", "motion", "sound", "icon", "time", "target"):
        if part not in tree:
            raise ValueError(f"{path}: the part {part!r} is missing")
    return Tokens(tree)


def _without_comment(part: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if not name.startswith("$")}


def _type(kind: str, names: list[str]) -> str:
    lines = "".join(f"    property {kind} {name}\n" for name in names)
    return f"{_HEAD}import QtQml\nimport QtQuick\n\nQtObject {{\n{lines}}}\n"


def _value(value: object) -> str:
    return json.dumps(value) if isinstance(value, str) else f"{value}"


def _object(kind: str, name: str, values: dict[str, Any]) -> str:
    lines = "".join(f"        {key}: {_value(value)}\n" for key, value in values.items())
    return f"    readonly property {kind} {name}: {kind} {{\n{lines}    }}\n"


def qml_files(tokens: Tokens) -> dict[str, str]:
    """File name to text of every generated QML type."""
    tree = tokens.tree
    tiles = dict(tree["color"]["thumbTile"])
    measures = {
        "Radii": {name: px for name, px in tree["radius"].items()},
        "Strokes": dict(tree["stroke"]),
        "Durations": dict(tree["motion"]["duration"]),
        "IconSizes": dict(tree["icon"]["px"]),
        "Times": dict(tree["time"]),
    }
    files = {
        "ScreenColors.qml": _type("color", list(tokens.light)),
        "StaffColors.qml": _type("color", list(tokens.staff)),
        "TileColors.qml": _type("color", list(tiles)),
    }
    files |= {f"{kind}.qml": _type("real", list(values)) for kind, values in measures.items()}
    parts = [
        _object("ScreenColors", "light", tokens.light),
        _object("ScreenColors", "highContrast", tokens.high_contrast),
        _object("StaffColors", "staff", tokens.staff),
        _object("TileColors", "tile", tiles),
        *(_object(kind, kind[0].lower() + kind[1:], values) for kind, values in measures.items()),
        f"    readonly property real minimumTargetMm: {tree['target']['minMm']}\n",
        f"    readonly property real minimumGapMm: {tree['target']['gapMm']}\n",
        f"    readonly property real primaryMm: {tree['target']['primaryMm']}\n",
        f"    readonly property real keyTextScale: {tree['textScale']['capInKeysAndUtilityBar']}\n",
        f"    readonly property real smallestInkMm: {SMALLEST_INK_MM}\n",
        f"    readonly property real labelInkMm: {ACTION_INK_MM}\n",
        f"    readonly property real hangulGlyphEm: {MEASURED_HANGUL_EM}\n",
        f"    readonly property real capitalGlyphEm: {MEASURED_CAPITAL_EM}\n",
        f"    readonly property string monoFamily: {_value(tokens.family('mono'))}\n",
    ]
    body = "\n".join(parts)
    files["Tokens.qml"] = f"{_HEAD}pragma Singleton\nimport QtQml\n\nQtObject {{\n{body}}}\n"
    files["TypeScale.qml"] = _type_scale(tree["type"])
    return files


def _type_scale(types: dict[str, dict[str, Any]]) -> str:
    """The text styles; `key` and `utility` stop growing where the design says so."""
    styles = dict(types)
    styles["key"] = types["label"]
    styles["utility"] = types["support"]
    lines = ""
    for name, style in styles.items():
        least = {"tech": "0", "caption": "scaleOfAll.smallestPx"}.get(name, "scaleOfAll.labelPx")
        scale = "cappedScale" if name in {"key", "utility"} else "scale"
        lines += (
            f"    readonly property TypeStyle {name}: TypeStyle {{ basePx: {style['px']}; "
            f"weight: {style['weight']}; lineHeight: {style['lineHeight']}; "
            f"trackingEm: {style['tracking']}; scale: scaleOfAll.{scale}; leastPx: {least} }}\n"
        )
    return (
        f"{_HEAD}import QtQml\n\nQtObject {{\n    id: scaleOfAll\n\n"
        "    required property real scale\n    required property real cappedScale\n"
        "    required property int labelPx\n    required property int smallestPx\n"
        f"{lines}}}\n"
    )


def write(folder: Path = THEME_FOLDER) -> None:
    """Write the generated types beside `Theme.qml`."""
    for name, text in qml_files(read_tokens()).items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
