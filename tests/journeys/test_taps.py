"""Tap budgets on the real pages: what a purchase costs in touches, and a script that needs more fails."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.shop_world import MILK, NOODLES, ShopWorld

WATER = "8809999150015"
START: list[Mapping[str, Any]] = [{"until": {"stage": "idle", "terminal": "ready", "online": True}}]
THREE = [*START, *({"scan": code} for code in (MILK, NOODLES, WATER)), {"until": {"pieces": 3}}]
PAY = [
    {"tap": "primary", "until": {"stage": "choosing_tender"}},
    {"tap": "payCard", "until": {"stage": "paying"}},
    {"card": "approve"},
    {"until": {"stage": "done"}},
]
LEAVE = [{"until": {"uploaded": True, "seconds": 30}}]
BAG = [{"tap": "addBag_B23001", "until": {"pieces": 4}}]
PRODUCE = [
    *START,
    {"scan": MILK},
    {"weigh": 500},
    {"tap": "noBarcode", "until": {"page": "produce"}},
    {"tap": "produce_B05001", "until": {"stage": "weighing", "weigh": "stable"}},
    {"tap": "primary", "until": {"stage": "shopping", "pieces": 2}},
    {"weigh": 0},
]
HELP = [*START, {"scan": MILK}, {"tap": "help", "until": {"name": "직원"}}]


@pytest.mark.parametrize(
    ("steps", "most"),
    [
        pytest.param([*THREE, *PAY, *LEAVE], 2, id="three items and card"),
        pytest.param([*THREE, PAY[0], *BAG, *PAY[1:], *LEAVE], 3, id="and a bag"),
        pytest.param(PRODUCE, 3, id="produce"),
    ],
)
def test_a_purchase_costs_no_more_taps(
    world: ShopWorld, tmp_path: Path, steps: Sequence[Mapping[str, Any]], most: int
) -> None:
    played = world.journey(steps, tmp_path)
    assert played.code == 0, played.errors
    assert sum("tap" in step for step in steps) <= most
