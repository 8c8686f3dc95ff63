"""Tap budgets on the real pages: what a purchase costs in touches, and a script that needs more fails."""

from pathlib import Path

import pytest

from tests.fakes.shop_world import MILK, NOODLES, ShopWorld, Step

WATER = "8809999150015"
LANDSCAPE = {"BARO_PANEL__WIDTH": "1920", "BARO_PANEL__HEIGHT": "1080", "BARO_PANEL__DIAGONAL_INCH": "24"}
START: list[Step] = [{"until": {"stage": "idle", "terminal": "ready", "online": True}}]
THREE: list[Step] = [*START, *({"scan": code} for code in (MILK, NOODLES, WATER)), {"until": {"pieces": 3}}]
PAY: list[Step] = [
    {"tap": "primary", "until": {"stage": "choosing_tender"}},
    {"tap": "payCard", "until": {"stage": "paying"}},
    {"card": "approve"},
    {"until": {"stage": "done"}},
]
BAG: list[Step] = [{"tap": "addBag_B23001", "until": {"pieces": 4}}]
PRODUCE: list[Step] = [
    *START,
    {"scan": MILK},
    {"weigh": 500},
    {"tap": "noBarcode", "until": {"page": "produce"}},
    {"tap": "produce_B05001", "until": {"stage": "weighing", "weigh": "stable"}},
    {"tap": "primary", "until": {"stage": "shopping", "pieces": 2}},
]
HELP: list[Step] = [*START, {"scan": MILK}, {"tap": "help", "until": {"call": "called"}}]


@pytest.mark.parametrize(
    ("steps", "most"),
    [
        pytest.param([*THREE, *PAY], 2, id="three items and card"),
        pytest.param([*THREE, PAY[0], *BAG, *PAY[1:]], 3, id="and a bag"),
        pytest.param(PRODUCE, 3, id="produce"),
        pytest.param(HELP, 1, id="help"),
    ],
)
@pytest.mark.parametrize(
    "panel", [pytest.param({}, id="portrait"), pytest.param(LANDSCAPE, id="landscape", marks=pytest.mark.long)]
)
def test_a_purchase_costs_no_more_touches(
    world: ShopWorld, tmp_path: Path, steps: list[Step], most: int, panel: dict[str, str]
) -> None:
    world.demo.devices.scale.put(0)
    played = world.journey([*steps, {"picture": "end", "rest": 0}], tmp_path, environment=panel)
    assert played.code == 0, played.errors
    assert played.says[-1]["touches"] <= most
