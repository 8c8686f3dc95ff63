"""A recalled lot and an expired pack are refused from their code alone, without central; and again when a recall
arrives between scan and payment (I-12, T-19)."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.commands.demo_world import ROOT
from tests.fakes.shop_world import NOODLES, ShopWorld, Step
from tests.journeys.test_card_payments import card

SKEWERS, KIMCHI = "08809999030164", "08809999030119"  # the demo recalls lot L2411 of the first
DEMO = ROOT / "resources" / "demo"
NEW_RECALL = {
    "id": "2026-200",
    "reason": {"ko": "이물 혼입"},
    "basis": "시험 회수 2026-200",
    "gtins": [KIMCHI[1:]],
    "batches": ["K77"],
}
AWAY = {"hand": ["central", "kill"]}
BACK = {"hand": ["central", "start"]}


def shown(gtin: str, days: int, batch: str) -> Step:
    """Hold a pack's Digital Link before the scanner; `days` from now it expires."""
    last = datetime.now().astimezone() + timedelta(days=days)
    text = f"https://id.example.kr/01/{gtin}/10/{batch}?17={last:%y%m%d}"
    return {"hand": ["scanner", "send", {"text": text}]}


@pytest.fixture
def recalled(world: ShopWorld, tmp_path: Path) -> Iterator[ShopWorld]:
    """Central stands still and has a newer catalogue than the station: with one more recall."""
    home = world.till([{"until": {"online": True, "waiting_uploads": 0, "stage": "idle"}}])
    assert home.code == 0, home.errors
    world.demo.central.kill()
    folder = tmp_path / "shop"
    shutil.copytree(DEMO, folder, ignore=shutil.ignore_patterns("pictures", "photos"))
    recalls = json.loads((DEMO / "recalls.json").read_text("utf-8"))
    (folder / "recalls.json").write_text(json.dumps([*recalls, NEW_RECALL], ensure_ascii=False), "utf-8")
    try:
        seed(world, folder)
        yield world
    finally:
        world.demo.central.kill()
        seed(world, DEMO)
        world.demo.central.start()


def seed(world: ShopWorld, folder: Path) -> None:
    command = ["main.py", "central", "seed", str(folder), "--folder", str(world.demo.central.folder)]
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_refused_by_the_code_alone_and_when_the_recall_arrives_in_between(recalled: ShopWorld) -> None:
    already = len(recalled.entries())
    told = recalled.till(
        [
            {"until": {"stage": "idle", "terminal": "ready", "online": False}},
            shown(KIMCHI, -1, "K77"),
            {"until": {"notice": "expired", "pieces": 0}},
            shown(SKEWERS, 5, "L2411"),
            {"until": {"notice": "blocked_item", "pieces": 0}},
            shown(SKEWERS, 5, "L2500"),
            {"until": {"pieces": 1}},
            shown(KIMCHI, 5, "K77"),  # nobody recalls it yet, as far as this till knows
            {"until": {"pieces": 2}},
            {"scan": NOODLES},
            {"until": {"pieces": 3}},
            {"do": "pay"},
            {"until": {"stage": "choosing_tender"}},
            BACK,
            {"until": {"stage": "shopping", "notice": "stopped_now", "pieces": 2}},
            AWAY,
            {"until": {"online": False}},
            shown(KIMCHI, 5, "K77"),
            {"until": {"notice": "blocked_item", "pieces": 2}},
            {"do": "pay"},
            {"do": "choose_tender", "with": ["card"]},
            {"until": {"stage": "paying"}},
            card(),
            {"until": {"stage": "done", "online": False}},
            BACK,
            {"until": {"online": True, "waiting_uploads": 0}},
        ]
    )
    assert told.code == 0, told.errors
    mine = recalled.entries()[already:]
    refused = [(x.body["why"], x.body["batch"]) for x in mine if x.kind == "item.refused"]
    assert refused == [("expired", "K77"), ("recalled", "L2411"), ("recalled", "K77"), ("recalled", "K77")]
    (sale,) = [x.body for x in mine if x.kind == "sale.completed"]
    assert [(line["gtin"], line["batch"]) for line in sale["lines"]] == [(SKEWERS, "L2500"), (NOODLES.zfill(14), "")]
    tasks = [x.body["sku"] for x in mine if x.kind == "task.opened"]
    assert len(tasks) == len(set(tasks)) == 2
    recalled.check_station()
    recalled.check_central()
