"""Central is killed before and during a purchase: the sale completes and is there exactly once (I-4, I-10, F-12)."""

import time

from tests.fakes.shop_world import ShopWorld, Step
from tests.journeys.test_card_payments import TO_THE_TERMINAL, card


def test_central_killed_before_a_purchase(world: ShopWorld) -> None:
    sales = len(world.sales())
    world.demo.central.kill()
    try:
        told = world.till([*TO_THE_TERMINAL, card(), {"until": {"stage": "done", "online": False}}])
        assert told.code == 0, told.errors
        assert told.says["waiting_uploads"] > 0
    finally:
        world.demo.central.start()
    uploaded = world.till([{"until": {"online": True, "waiting_uploads": 0}}])
    assert uploaded.code == 0, uploaded.errors
    assert len(world.sales()) == sales + 1
    world.check_station()
    world.check_central()


def test_central_killed_during_a_purchase_and_back_while_it_is_shown(world: ShopWorld) -> None:
    sales = len(world.sales())
    away = {"hand": ["central", "kill"]}
    back = {"hand": ["central", "start"]}
    offline = {"until": {"stage": "done", "online": False}}
    home = {"until": {"online": True, "waiting_uploads": 0}}
    told = world.till(
        [{"until": {"stage": "idle", "online": True}}, *TO_THE_TERMINAL, away, card(), offline, back, home]
    )
    assert told.code == 0, told.errors
    assert len(world.sales()) == sales + 1
    world.check_station()
    world.check_central()


def test_central_killed_in_every_moment_of_the_upload(world: ShopWorld) -> None:
    """An entry is stored and its acknowledgement is lost: sent again, it is there once (F-12)."""
    sales = len(world.sales())
    for moment in (0.0, 0.1):
        away: list[Step] = [
            {"until": {"stage": "done"}},
            {"pause": moment},
            {"hand": ["central", "kill"]},
            {"pause": 0.3},
        ]
        told = world.till([{"until": {"stage": ["idle", "done"], "online": True}}, *TO_THE_TERMINAL, card(), *away])
        assert told.code == 0, told.errors
        world.demo.central.start()
        time.sleep(0.1)
    uploaded = world.till([{"until": {"online": True, "waiting_uploads": 0}}])
    assert uploaded.code == 0, uploaded.errors
    assert len(world.sales()) == sales + 2
    world.check_station()
    world.check_central()
