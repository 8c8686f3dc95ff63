"""What a shop writes beside its catalogue: names of categories, stories of products, the plan of the floor."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.domain.catalogue import LocalText

_SILENT = LocalText("")


@dataclass(frozen=True, slots=True)
class Category:
    """A category's name and the name of its icon."""

    name: LocalText
    icon: str


@dataclass(frozen=True, slots=True)
class Story:
    """What a shop tells of a product; every part may be missing. `facts` are pairs of icon and words."""

    hero: str = ""
    line: LocalText = _SILENT
    story: LocalText = _SILENT
    facts: tuple[tuple[str, LocalText], ...] = ()
    made_in: LocalText = _SILENT


@dataclass(frozen=True, slots=True)
class Zone:
    """A block of shelves on the plan, in the units of the places of the catalogue."""

    zone_id: str
    number: str
    name: LocalText
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class FloorPlan:
    """The plan of the floor; `kiosk` is where this screen stands, None when it is not drawn in."""

    width: int = 0
    height: int = 0
    zones: tuple[Zone, ...] = ()
    kiosk: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ShopDocuments:
    """All of them; a shop without them has pages without these sections."""

    categories: Mapping[str, Category] = field(default_factory=dict)
    stories: Mapping[str, Story] = field(default_factory=dict)
    plan: FloorPlan = FloorPlan()

    @classmethod
    def read(cls, folder: Path) -> "ShopDocuments":
        """Read categories.json, stories.json and map.json of a folder; those that are not there are left out.

        Raises `ValueError` naming the file when one is there but not as docs describe it.
        """
        return cls(
            _read(folder / "categories.json", _categories, dict[str, Category]()),
            _read(folder / "stories.json", _stories, dict[str, Story]()),
            _read(folder / "map.json", _plan, FloorPlan()),
        )


def _read(path: Path, understand: Any, absent: Any) -> Any:
    if not path.is_file():
        return absent
    try:
        return understand(json.loads(path.read_text("utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise ValueError(
            f"{path.name}: not as expected ({type(fault).__name__}: {fault}); mend or remove it"
        ) from fault


def _categories(told: Any) -> dict[str, Category]:
    return {row["id"]: Category(LocalText(**row["name"]), str(row.get("icon", "package"))) for row in told}


def _stories(told: Any) -> dict[str, Story]:
    return {sku: _story(row) for sku, row in told.items()}


def _story(row: Any) -> Story:
    return Story(
        str(row.get("hero", "")).removesuffix(".svg"),
        _words(row, "facts_line"),
        _words(row, "story"),
        tuple((fact["icon"], LocalText(**fact["text"])) for fact in row.get("facts", ())),
        _words(row, "made_in"),
    )


def _words(row: Any, key: str) -> LocalText:
    return LocalText(**row[key]) if key in row else _SILENT


def _plan(told: Any) -> FloorPlan:
    zones = tuple(
        Zone(
            row["id"],
            str(row["number"]),
            LocalText(**row["name"]),
            int(row["x"]),
            int(row["y"]),
            int(row["w"]),
            int(row["h"]),
        )
        for row in told["zones"]
    )
    here = told.get("kiosk")
    return FloorPlan(int(told["width"]), int(told["height"]), zones, (int(here["x"]), int(here["y"])) if here else None)
