"""Reads what makers' guides say of their devices, kept as data in `resources/devices`."""

import tomllib
from functools import cache
from pathlib import Path

from hardware.codecs.symbology import CodeIds
from hardware.errors import DeviceMisused

PROFILES = Path(__file__).parents[2] / "resources" / "devices"
_CODE_IDENTIFIERS = "code identifiers"


@cache
def code_id_profiles() -> tuple[str, ...]:
    """The names of the makers whose letters before a code are known."""
    return tuple(sorted(path.stem for path in PROFILES.glob("*.toml") if _read(path).get("kind") == _CODE_IDENTIFIERS))


def code_ids(name: str) -> CodeIds:
    """The letters of a maker; raises `DeviceMisused`, naming those there are, for an unknown one."""
    if name not in code_id_profiles():
        raise DeviceMisused(f"There is no profile {name!r} in resources/devices; there are: {_known()}.")
    told = _read(PROFILES / f"{name}.toml")
    letters = told.get("letters")
    if not isinstance(letters, dict) or not all(isinstance(value, str) for value in letters.values()):
        raise DeviceMisused(f"resources/devices/{name}.toml has no table [letters] of texts.")
    return CodeIds(str(told.get("title", name)), letters)


def _known() -> str:
    return ", ".join(code_id_profiles()) or "none"


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as problem:
        raise DeviceMisused(f"{path.name} cannot be read: {problem}") from problem
