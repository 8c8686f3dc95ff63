"""A thousand hostile codes at the whole kiosk: its window, its journal and its files know nothing of them (T-2)."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.fakes.hostile_codes import MARK, hostile_codes
from tests.fakes.shop_world import MILK, NOODLES, ShopWorld

START: Mapping[str, Any] = {"until": {"stage": "idle", "terminal": "ready", "online": True}}


def test_t2_a_thousand_hostile_codes_change_nothing_and_are_kept_nowhere(world: ShopWorld, tmp_path: Path) -> None:
    before = len(world.entries())
    scans = [
        {"device": "scanner", "command": "send_hex", "arguments": {"octets": (code + b"\r").hex()}}
        for code in hostile_codes()
    ]
    script = [
        START,
        {"scan": MILK},
        {"until": {"pieces": 1}},
        *scans,
        {"picture": "after", "until": {"pieces": 1, "stage": "shopping", "to_pay": 1700}, "rest": 2.0},
        {"device": "scanner", "command": "send", "arguments": {"text": NOODLES}},
        {"picture": "next", "until": {"pieces": 2, "seconds": 120}, "rest": 0},
    ]
    played = world.journey(script, tmp_path)
    assert played.code == 0, played.errors
    assert [report["pieces"] for report in played.says] == [1, 2]
    assert MARK not in json.dumps(played.says, ensure_ascii=False)
    assert MARK not in played.errors
    kept = world.entries()[before:]
    assert sum(entry.kind == "item.refused" for entry in kept) > 500
    assert MARK not in repr(kept)
    files = [file for file in world.demo.folder.rglob("*") if file.is_file()]
    assert not [file.name for file in files if MARK.encode() in file.read_bytes()]
