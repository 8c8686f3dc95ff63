"""The time rules of the screens on a clock that moves when told."""

import pytest

from hardware.ports.payment_terminal import TerminalEvent, TerminalNews
from kiosk.domain.checkout_state import Stage
from tests.fakes.lane import BEER, COLA, MILK, Lane


def seconds_left(lane: Lane) -> int | None:
    return lane.seen.timeout.seconds_left if lane.seen.timeout else None


def test_warned_after_a_minute_and_ended_after_half_a_minute_more(lane: Lane) -> None:
    lane.scan(MILK)
    lane.pass_time(59)
    assert seconds_left(lane) is None
    lane.pass_time(1)
    assert seconds_left(lane) == 30
    assert "timeout" in {x.sound for x in lane.snapshots}
    lane.pass_time(29)
    assert lane.stage() is Stage.SHOPPING
    lane.pass_time(1)
    assert lane.stage() is Stage.IDLE
    resume = lane.seen.resume
    assert resume is not None
    assert resume.pieces == 1
    assert lane.seen.cart.lines == ()


@pytest.mark.parametrize("what", ["touch", "scan"])
def test_a_touch_or_scan_starts_every_count_anew(lane: Lane, what: str) -> None:
    lane.scan(MILK)
    lane.pass_time(75)
    if what == "touch":
        lane.do("touch")
    else:
        lane.scan(COLA)
    assert seconds_left(lane) is None
    lane.pass_time(58)
    assert seconds_left(lane) is None


def test_the_kept_cart_waits_five_minutes_for_its_shopper(lane: Lane) -> None:
    lane.scan(MILK)
    lane.pass_time(90)
    lane.pass_time(298, step=10)
    lane.do("resume")
    assert lane.stage() is Stage.SHOPPING
    assert lane.seen.to_pay == 2800
    lane.pass_time(90)
    lane.pass_time(301, step=10)
    assert lane.seen.resume is None
    assert lane.store.bodies("cart.abandoned")[0]["pieces"] == 1
    assert lane.store.shelf.cart is None


def test_a_scan_of_the_next_shopper_gives_the_kept_cart_up(lane: Lane) -> None:
    lane.scan(MILK)
    lane.pass_time(90)
    lane.scan(COLA)
    assert [x.line.item.sku for x in lane.seen.cart.lines] == [COLA.sku]
    assert lane.seen.resume is None
    assert len(lane.store.bodies("cart.abandoned")) == 1


def test_start_over_keeps_nothing(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("start_over")
    assert lane.stage() is Stage.IDLE
    assert lane.seen.resume is None
    assert lane.store.shelf.cart is None


def test_longer_times_are_three_times_as_long(lane: Lane) -> None:
    lane.do("set_long_time", True)
    lane.scan(MILK)
    lane.pass_time(179, step=5)
    assert seconds_left(lane) is None
    lane.pass_time(2)
    assert lane.seen.timeout is not None
    assert lane.seen.timeout.seconds_total == 90


def test_the_done_page_stays_twenty_seconds_and_longer_when_asked(lane: Lane) -> None:
    lane.scan(MILK)
    lane.pay_by_card()
    lane.pass_time(10)
    done = lane.seen.done
    assert done is not None
    assert done.seconds_left == 10
    lane.do("more_time")
    lane.pass_time(59)
    assert lane.stage() is Stage.DONE
    lane.pass_time(1)
    assert lane.stage() is Stage.IDLE


def test_nothing_ends_while_paper_prints(lane: Lane) -> None:
    lane.printer.slow = True
    lane.scan(MILK)
    lane.pay_by_card()
    lane.do("print_receipt")
    lane.pass_time(120)
    assert lane.stage() is Stage.DONE
    lane.printer.held.pop()()
    lane.run()
    lane.pass_time(21)
    assert lane.stage() is Stage.IDLE


def test_nothing_ends_while_staff_are_signed_in(lane: Lane) -> None:
    lane.scan(MILK)
    lane.sign_in()
    for _ in range(10):
        lane.pass_time(50)
        lane.do("touch")
    assert lane.stage() is Stage.SHOPPING
    lane.pass_time(60)
    assert lane.seen.staff is None, "a minute without touch signs staff out"
    lane.pass_time(60)
    assert lane.seen.timeout is not None


def test_the_wait_for_a_card_can_be_made_longer_without_end(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("pay")
    lane.do("choose_tender", "card")
    for _ in range(5):
        lane.pass_time(50)
        lane.do("more_time")
    payment = lane.seen.payment
    assert payment is not None
    assert payment.seconds_left == 60
    lane.pass_time(60)
    assert lane.seen.timeout is not None
    lane.pass_time(30)
    assert lane.stage() is Stage.NOT_PAID, "the terminal was asked to stop, and answered"
    lane.pass_time(90)
    assert lane.stage() is Stage.IDLE
    assert lane.seen.resume is not None
    lane.check_books()


def test_nothing_ends_while_approving(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("pay")
    lane.do("choose_tender", "card")
    running = lane.terminal._running
    assert running is not None
    running[1](TerminalNews(TerminalEvent.AUTHORISING))
    lane.run()
    lane.pass_time(300)
    assert lane.stage() is Stage.PAYING
    assert lane.seen.timeout is None


def test_a_call_that_nobody_takes_for_two_minutes_is_late(lane: Lane) -> None:
    lane.scan(BEER)
    lane.do("pay")
    for _ in range(119):
        lane.pass_time(1)
        lane.do("touch")
    call = lane.seen.call
    assert call is not None
    assert (call.step.value, call.elapsed) == ("called", 119)
    lane.pass_time(1)
    call = lane.seen.call
    assert call is not None
    assert call.step.value == "late"
    assert [x["step"] for x in lane.store.bodies("staff.called")] == ["called", "late"]
    lane.scan(MILK)
    lane.do("pay")
    lane.do("leave_item_out")
    assert lane.stage() is Stage.CHOOSING_TENDER
    assert [x.line.item.sku for x in lane.seen.cart.lines] == [MILK.sku]


def test_a_wrong_clock_ends_nothing(lane: Lane) -> None:
    """F-10, I-16."""
    from datetime import timedelta

    lane.scan(MILK)
    lane.clock.wall_offset = timedelta(days=400)
    lane.pass_time(30)
    assert lane.stage() is Stage.SHOPPING
    assert lane.seen.timeout is None
    lane.clock.wall_offset = timedelta(hours=-3)
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
