"""Codes come in by every way there is, also while devices come and go and while a payment is open (F-22)."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.fakes.shop_world import MILK, NOODLES, ShopWorld

START: Mapping[str, Any] = {"until": {"stage": "idle", "terminal": "ready", "online": True}}
WATER = "8809999150015"
AGAIN = {"pause": 0.4}  # longer than the time within which one code is one read


def with_wedge(world: ShopWorld) -> dict[str, str]:
    devices = tomllib.loads(world.demo.settings_file.read_text("utf-8"))["devices"]
    devices.append({"name": "wedge", "category": "scanner", "driver": "wedge", "address": ""})
    return {"BARO_DEVICES": json.dumps(devices)}


def test_serial_camera_and_keyboard_wedge_make_lines(world: ShopWorld, tmp_path: Path) -> None:
    """Bytes with CR on the pty, a photo before the camera, a burst of keys; a person's typing is none."""
    octets = (MILK + "\r").encode().hex()
    script = [
        START,
        {"device": "scanner", "command": "send_hex", "arguments": {"octets": octets}},
        {"picture": "serial", "until": {"pieces": 1, "name": "통통 바나나우유"}, "rest": 0},
        {"photo": "ean13_046.jpg"},
        {"picture": "camera", "until": {"pieces": 2}, "rest": 0},
        {"type": NOODLES},
        {"picture": "wedge", "until": {"pieces": 3, "name": "얼큰 사골라면"}, "rest": 0},
        {"type": WATER, "pause_ms": 120},
        {"pause": 0.5},
        {"picture": "typed", "until": {"pieces": 3}, "rest": 0},
    ]
    played = world.journey(script, tmp_path, environment=with_wedge(world))
    assert played.code == 0, played.errors
    assert [report["pieces"] for report in played.says] == [1, 2, 3, 3]
    assert not any("맑은 탄산수" in name for name in played.says[-1]["names"]), "typing is not scanning"


def test_a_code_that_is_nobodys_changes_no_line(world: ShopWorld, tmp_path: Path) -> None:
    """An unknown code is said and costs nothing; garbage and 4 KB are no line (F-22, F-29)."""
    garbage = (b"\xff\xfe\x00\x01" * 1024 + b"\r").hex()
    script = [
        START,
        {"scan": MILK},
        {"device": "scanner", "command": "send", "arguments": {"text": "8801234567893"}},
        {"picture": "unknown", "until": {"pieces": 1, "name": "바코드"}, "rest": 0.2},
        {"device": "scanner", "command": "send_hex", "arguments": {"octets": garbage}},
        {"pause": 0.5},
        {"scan": NOODLES},
        {"picture": "after", "until": {"pieces": 2}, "rest": 0},
    ]
    played = world.journey(script, tmp_path)
    assert played.code == 0, played.errors
    assert [report["pieces"] for report in played.says] == [1, 2]


def test_the_same_code_twice_in_a_blink_is_one_and_twice_in_a_second_is_two(world: ShopWorld, tmp_path: Path) -> None:
    """F-22: neither a lost nor a doubled line."""
    send = {"device": "scanner", "command": "send", "arguments": {"text": NOODLES}}
    script = [START, send, send, {"pause": 0.6}, {"until": {"pieces": 1}}, send, {"until": {"pieces": 2}}]
    played = world.journey(script, tmp_path)
    assert played.code == 0, played.errors


def test_ten_codes_in_a_second(world: ShopWorld, tmp_path: Path) -> None:
    """F-22: ten different reads without a pause are ten pieces."""
    codes = ["8809999010012", "8809999010029", "8809999010050", "8809999090014", "8809999150015"]
    codes += ["8809999040019", "8809999030102", "8809999030119", "8809999030188", "8809999060208"]
    burst = "".join(f"{code}\r" for code in codes).encode().hex()
    script = [
        START,
        {"device": "scanner", "command": "send_hex", "arguments": {"octets": burst}},
        {"until": {"pieces": 10, "seconds": 5}},
    ]
    played = world.journey(script, tmp_path)
    assert played.code == 0, played.errors


def test_a_scanner_that_is_pulled_out_and_put_back(world: ShopWorld, tmp_path: Path) -> None:
    """F-22: noticed, reconnected within 3 s (9 s at most on a loaded machine), nothing lost or doubled."""
    script = [
        START,
        {"scan": MILK},
        {"device": "scanner", "command": "unplug"},
        {"until": {"scanner": "away"}},
        {"device": "scanner", "command": "replug"},
        {"until": {"scanner": "ok", "seconds": 9}},
        {"until": {"pieces": 1}},
        {"scan": NOODLES},
        {"until": {"pieces": 2}},
    ]
    played = world.journey(script, tmp_path)
    assert played.code == 0, played.errors


def test_scanning_goes_on_while_a_payment_is_open(world: ShopWorld, tmp_path: Path) -> None:
    """What is scanned while paying is not in this payment and is not lost: it is in the cart when not paid."""
    script = [
        START,
        {"scan": MILK},
        {"tap": "primary", "until": {"stage": "choosing_tender"}},
        {"tap": "payCard", "until": {"stage": "paying", "to_pay": 1700}},
        {"device": "scanner", "command": "send", "arguments": {"text": NOODLES}},
        {"picture": "held", "until": {"stage": "paying", "to_pay": 1700}, "rest": 0.5},
        {"tap": "cancelPayment", "until": {"stage": "not_paid"}},
        {"tap": "backToCart", "until": {"stage": "shopping", "pieces": 2, "to_pay": 3200}},
    ]
    played = world.journey(script, tmp_path)
    assert played.code == 0, played.errors


def test_a_scanner_that_was_turned_into_a_keyboard_presses_nothing(world: ShopWorld, tmp_path: Path) -> None:
    """T-3: no wedge is set here, so a burst of keys with Enter behind it is no line and presses no button."""
    script = [
        START,
        {"scan": MILK},
        {"type": NOODLES},
        {"pause": 0.5},
        {"picture": "typed", "until": {"pieces": 1, "stage": "shopping"}, "rest": 0.2},
        {"scan": NOODLES},
        {"until": {"pieces": 2}},
    ]
    played = world.journey(script, tmp_path)
    assert played.code == 0, played.errors


def test_fresh_food_is_sold_by_its_dated_qr_and_not_past_its_hour(world: ShopWorld, tmp_path: Path) -> None:
    """Pain 11: the EAN asks for the QR, the QR sells, an old pack is refused; both codes of a pack are one piece."""
    box, salad = "8809999040088", "8809999040163"
    link = "https://id.example.kr/01/0"
    script = [
        START,
        {"scan": box},
        {"picture": "wanted", "until": {"pieces": 0, "name": "포장의 QR 코드를 비춰 주세요"}, "rest": 0},
        {"scan": f"{link}{box}?7003={{time+3}}"},
        {"until": {"pieces": 1}},
        {"scan": f"{link}{salad}/21/S1?17={{day+1}}"},
        {"until": {"pieces": 2}},
        {"pause": 0.4},
        {"scan": f"{link}{salad}/21/S1?17={{day+1}}"},
        {"picture": "same", "until": {"pieces": 2, "name": "이미 담은 상품이에요"}, "rest": 0},
        {"scan": f"{link}{box}?7003={{time-1}}"},
        {"picture": "expired", "until": {"pieces": 2, "name": "소비기한이 지난 상품이에요"}, "rest": 0},
    ]
    played = world.journey(script, tmp_path)
    assert played.code == 0, played.errors
    assert [report["pieces"] for report in played.says] == [0, 2, 2]
