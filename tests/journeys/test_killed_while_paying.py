"""A kiosk with all its devices that is killed while it takes a payment (F-1, F-18; I-1, I-2, I-5, I-9).

Every step, at every terminal, with everything a terminal may do, is `kill_turns`; here printer, receipts and what
the next shopper sees are part of it.
"""

import random
import signal

import pytest

from tests.fakes.shop_world import MILK, NOODLES, ShopWorld, Step

POINTS = [
    pytest.param("K2.before", marks=pytest.mark.long),
    "K5.after",
    pytest.param("K7.before", marks=pytest.mark.long),
    "K7.after",
]
BUY: list[Step] = [
    {"until": {"stage": ["idle", "done"], "terminal": "ready"}},
    {"do": "begin"},
    {"scan": MILK},
    {"scan": NOODLES},
    {"until": {"pieces": 2}},
    {"do": "pay"},
    {"until": {"stage": "choosing_tender"}},
    {"do": "choose_tender", "with": ["card"]},
    {"until": {"stage": "done"}},
    {"do": "print_receipt"},
    {"until": {"print_state": "printed"}},
]
SETTLED: list[Step] = [{"until": {"stage": ["idle", "done"], "terminal": "ready", "waiting_uploads": 0}}]


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_step(world: ShopWorld, point: str) -> None:
    world.demo.devices.terminal.auto_approve_after = 0.1
    sales, charges = len(world.sales()), len(world.charges())
    killed = world.till(BUY, fail_point=point)
    assert killed.code == -signal.SIGKILL, killed.errors
    settled = world.till(SETTLED)
    assert settled.code == 0, settled.errors
    world.check_station()
    new = len(world.charges()) - charges
    assert len(world.sales()) - sales == new, "no other shopper paid: the approval of the killed kiosk is a sale"
    if point == "K2.before":
        assert new == 0, "nothing was sent"
    else:
        assert new == 1, "approved and killed: exactly one sale"


TO_THE_TERMINAL = [*BUY[:8], {"until": {"stage": "paying"}}]


def test_killed_while_authorising(world: ShopWorld) -> None:
    """The card is in, the host is being asked, and the kiosk dies: the terminal approves to nobody."""
    sales = len(world.sales())
    held = {"hand": ["terminal", "next", {"outcome": "approve", "after": 2.0}]}
    killed = world.till([*TO_THE_TERMINAL, held, {"hand": ["terminal", "card"]}, {"pause": 0.7}, {"kill": True}])
    assert killed.code == -signal.SIGKILL, killed.errors
    settled = world.till(SETTLED)
    assert settled.code == 0, settled.errors
    assert len(world.sales()) == sales + 1
    world.check_station()


@pytest.mark.parametrize("point", ["K5.before", "K5.after"])
def test_killed_after_a_lost_answer(world: ShopWorld, point: str) -> None:
    """Approved, the line drops before the answer, the kiosk dies while it asks what became of it (F-18)."""
    sales = len(world.sales())
    lost = {"hand": ["terminal", "card", {"outcome": "lost"}]}
    killed = world.till([*TO_THE_TERMINAL, lost, {"until": {"stage": "done"}}], fail_point=point)
    assert killed.code == -signal.SIGKILL, killed.errors
    settled = world.till(SETTLED)
    assert settled.code == 0, settled.errors
    assert len(world.sales()) == sales + 1
    world.check_station()


def test_the_sale_of_the_killed_kiosk_is_shown_at_the_start(world: ShopWorld) -> None:
    """Whoever still stands there sees that it was paid, and can have the receipt."""
    world.demo.devices.terminal.auto_approve_after = 0.1
    killed = world.till(BUY, fail_point="K5.after")
    assert killed.code == -signal.SIGKILL, killed.errors
    settled = world.till([{"until": {"stage": "done", "total": 3200}}])
    assert settled.code == 0, settled.errors
    assert settled.says["link"]
    world.check_station()


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_killed_at_a_random_moment(world: ShopWorld, seed: int) -> None:
    """F-2: wherever the knife falls between the tender and the receipt."""
    world.demo.devices.terminal.auto_approve_after = 0.1
    moment = {"pause": random.Random(seed).uniform(0.0, 0.5)}
    killed = world.till([*BUY[:8], moment, {"kill": True}])
    assert killed.code == -signal.SIGKILL, killed.errors
    settled = world.till(SETTLED)
    assert settled.code == 0, settled.errors
    world.check_station()


def test_central_agrees_after_all_kills(world: ShopWorld) -> None:
    world.check_central()
