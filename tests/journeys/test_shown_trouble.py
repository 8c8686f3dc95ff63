"""Trouble is said on the page where it matters, in words, and the shopper can go on (F-18, F-21, T-2)."""

from pathlib import Path
from typing import Any

from tests.fakes.shop_world import MILK, ShopWorld, Step

START: Step = {"until": {"stage": "idle", "terminal": "ready", "online": True}}
OFFLINE = "인터넷 연결이 잠시 끊겼어요"
PAY: list[Step] = [
    {"tap": "primary", "until": {"stage": "choosing_tender"}},
    {"tap": "payCard", "until": {"stage": "paying"}},
]


def words(reports: list[dict[str, Any]], name: str) -> str:
    return "\n".join(next(report["names"] for report in reports if report["name"] == name))


def test_the_banner_says_offline_and_the_sale_completes(world: ShopWorld, tmp_path: Path) -> None:
    """Central is killed during a purchase and comes back: once at central (I-4), said all the while."""
    sales = len(world.sales())
    script: list[Step] = [
        START,
        {"scan": MILK},
        {"device": "central", "command": "kill"},
        {"picture": "offline", "until": {"online": False, "name": OFFLINE, "seconds": 40}, "rest": 0.3},
        *PAY,
        {"card": "approve"},
        {"picture": "done", "until": {"stage": "done"}, "rest": 0.3},
        {"device": "central", "command": "start"},
        {"picture": "back", "until": {"online": True, "uploaded": True, "seconds": 40}, "rest": 0.3},
    ]
    try:
        played = world.journey(script, tmp_path)
    finally:
        if not world.demo.central.running:
            world.demo.central.start()
    assert played.code == 0, played.errors
    assert [report["total"] for report in played.says[1:]] == [1700, 1700]
    assert len(world.sales()) == sales + 1
    world.check_station()
    world.check_central()


def test_a_terminal_that_is_away_is_said_before_the_shopper_pays(world: ShopWorld, tmp_path: Path) -> None:
    """S1 and S4 say it; when the terminal is back, the card can be used again."""
    script: list[Step] = [
        {"picture": "idle", "until": {"stage": "idle", "terminal": "away", "seconds": 40}},
        {"scan": MILK},
        {"tap": "primary", "until": {"stage": "choosing_tender"}},
        {"picture": "tender"},
        {"tap": "back", "until": {"stage": "shopping"}},
        {"device": "terminal", "command": "replug"},
        {"until": {"terminal": "ready", "seconds": 45}},
        *PAY,
        {"card": "approve"},
        {"until": {"stage": "done"}},
    ]
    world.demo.devices.terminal.power_off()
    try:
        played = world.journey(script, tmp_path)
    finally:
        world.demo.devices.terminal.power_on()
    assert played.code == 0, played.errors
    assert "카드를 쓸 수 없어요" in words(played.says, "idle"), "S1"
    assert "카드 단말기와 연결이 끊겼어요" in words(played.says, "tender"), "S4"
    world.check_station()


def test_the_age_of_a_shopper_is_looked_at_by_staff(world: ShopWorld, tmp_path: Path) -> None:
    """An age-restricted item waits for a person with a PIN, who approves, and then it is paid."""
    sales = len(world.sales())
    script: list[Step] = [
        START,
        {"scan": "8809999160014"},
        {"tap": "primary", "until": {"stage": "age_check"}},
        {"picture": "waits"},
        {"hold": [0.99, 0.01], "until": {"page": "sign_in"}},
        *({"tap": f"pin_{digit}"} for digit in "482917"),
        {"picture": "request", "until": {"page": "approvals", "there": "approve_0"}},
        {"tap": "approve_0", "until": {"stage": "choosing_tender"}},
        {"tap": "signOut", "until": {"page": "tender"}},
        {"tap": "payCard", "until": {"stage": "paying"}},
        {"card": "approve"},
        {"until": {"stage": "done"}},
    ]
    played = world.journey(script, tmp_path)
    assert played.code == 0, played.errors
    assert "한강 라거" in words(played.says, "request")
    new = world.sales()[sales:]
    assert [(sale["total"], sale["lines"][0]["age_limit"]) for sale in new] == [(12_000, 19)]
    assert new[0]["lines"][0]["approved_by"] == "A101"
    world.check_station()
