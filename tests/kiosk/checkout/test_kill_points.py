"""The process dies at each step of a payment: after the restart nothing is lost and nothing doubled (F-1)."""

import pytest

from kiosk.domain.checkout_state import Stage
from tests.fakes.lane import COLA, MILK, Killed, Lane

POINTS = [f"K{number}.{side}" for number in range(1, 8) for side in ("before", "after")]
PLANS = ["approve", "decline", "lost_approved", "partial", "lost_before"]


def killed_lane(point: str, plan: str, *, delivered: bool = True) -> Lane:
    """`delivered`: what the dead process had handed to the line still reaches the terminal."""
    lane = Lane().boot()
    lane.scan(MILK)
    lane.scan(COLA)
    lane.do("pay")
    lane.kill_at = point
    lane.terminal.plans.append(plan)
    try:
        lane.do("choose_tender", "card")
        lane.pass_time(30)
    except Killed:
        if delivered:
            while lane.terminal.calls:
                lane.terminal.step()
    return lane


@pytest.mark.parametrize("delivered", [True, False])
@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("point", POINTS)
def test_after_a_kill_the_start_settles_it(point: str, plan: str, delivered: bool) -> None:
    """I-1 to I-9 after a restart from every K point."""
    lane = killed_lane(point, plan, delivered=delivered)
    lane.check_books(settled=False)
    lane.restart()
    lane.pass_time(180)
    lane.check_books()
    assert len(lane.store.shelf.sales) == (1 if plan in ("approve", "lost_approved") and lane.terminal.kept else 0)
    lane.scan(MILK)
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    lane.check_books()


def test_all_points_are_passed_in_one_sale() -> None:
    lane = Lane().boot()
    lane.scan(MILK)
    lane.pay_by_card()
    assert [x for x in ("K0.before", "K0.after", *POINTS) if x not in lane.points] == []


@pytest.mark.parametrize("point", ["K2.after", "K4.before", "K5.before", "K5.after", "K6.before"])
def test_an_approval_on_its_way_becomes_one_sale_with_its_receipt(point: str) -> None:
    """Killed while the terminal has approved: the done page and the receipt are offered after the restart."""
    lane = killed_lane(point, "approve")
    lane.restart()
    lane.pass_time(3)
    assert list(lane.terminal.kept.values()) == [4800]
    assert lane.stage() is Stage.DONE
    done = lane.seen.done
    assert done is not None
    assert done.receipt_number == 1
    assert done.total == 4800
    lane.do("print_receipt")
    assert len(lane.printer.papers) == 1
    lane.check_books()


def test_a_kill_again_and_again_still_ends_in_one_sale() -> None:
    lane = killed_lane("K5.before", "approve")
    for point in ("K5.before", "K5.after", "K6.before"):
        lane._build()
        lane.kill_at = point
        with pytest.raises(Killed):
            lane.boot()
    lane.restart()
    lane.pass_time(5)
    assert len(lane.store.shelf.sales) == 1
    lane.check_books()


def test_a_killed_shopper_finds_the_cart_again() -> None:
    lane = Lane().boot()
    lane.scan(MILK)
    lane.scan(COLA)
    lane.restart()
    assert lane.stage() is Stage.IDLE
    resume = lane.seen.resume
    assert resume is not None
    assert resume.pieces == 2
    lane.do("resume")
    assert lane.stage() is Stage.SHOPPING
    assert lane.seen.to_pay == 4800


def test_a_cart_that_was_paid_is_not_offered_again() -> None:
    lane = killed_lane("K6.after", "approve")
    lane.restart()
    assert lane.seen.resume is None


def test_a_terminal_that_is_away_at_start_does_not_keep_the_shop_closed() -> None:
    """The shop opens for scanning, cards wait until the old payment is settled."""
    lane = killed_lane("K4.before", "approve")
    lane.terminal.reachable = False
    lane.restart()
    assert lane.stage() is Stage.IDLE
    assert lane.seen.health.terminal == "settling"
    assert lane.seen.resume is None, "its cart may be paid"
    lane.scan(MILK)
    lane.do("pay")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.CHOOSING_TENDER
    lane.terminal.reachable = True
    lane.pass_time(61)
    assert len(lane.store.shelf.sales) == 1
    assert lane.stage() is Stage.CHOOSING_TENDER, "another shopper's page stays"
    lane.check_books()


@pytest.mark.parametrize(("point", "pieces"), [("K0.before", 1), ("K0.after", 2)])
def test_a_kill_while_the_cart_is_kept_loses_at_most_the_last_scan(point: str, pieces: int) -> None:
    lane = Lane().boot()
    lane.scan(MILK)
    lane.kill_at = point
    with pytest.raises(Killed):
        lane.scan(COLA)
    lane.restart()
    resume = lane.seen.resume
    assert resume is not None
    assert resume.pieces == pieces
