"""Coupons that a host keeps: reserved while they are in a cart, burned with its sale, released in every other case."""

from datetime import timedelta

import pytest

from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.session_settings import SessionSettings
from kiosk.domain.catalogue import LocalText
from kiosk.domain.checkout_state import Stage
from kiosk.domain.promotion import AmountOff, Pool
from tests import builders
from tests.fakes.benefit_host import HostLane
from tests.fakes.lane import MILK, Killed

CODE = "APP:ABC1"
OFF = 500


def coupon_off(coupon: str, sku: str, amount: int) -> AmountOff:
    pool = Pool(skus=frozenset({sku}))
    return AmountOff(promotion_id="P-app", name=LocalText("앱 쿠폰"), coupon=coupon, pool=pool, amount=amount)


def opened(**more: object) -> HostLane:
    lane = HostLane(**more)
    lane.catalogue.offers = (coupon_off("app-500", MILK.sku, OFF),)
    lane.host.ledger.account("coupon", "ABC1", 1, "app-500")
    lane.boot()
    return lane


@pytest.fixture
def lane() -> HostLane:
    return opened()


def show(lane: HostLane, text: str = CODE) -> None:
    lane.scan(text, symbology="QR")


def said(lane: HostLane) -> NoticeKind | None:
    return lane.seen.notice.kind if lane.seen.notice else None


def with_coupon(lane: HostLane) -> HostLane:
    lane.scan(MILK)
    show(lane)
    assert lane.seen.cart.total == MILK.unit_price - OFF
    return lane


def held(lane: HostLane) -> list[str]:
    return [one.state for one in lane.host.ledger.all()]


def test_it_is_reserved_at_once_and_burned_only_with_the_sale(lane: HostLane) -> None:
    with_coupon(lane)
    assert said(lane) is NoticeKind.COUPON_READY
    [view] = lane.seen.benefits
    assert (view.key, view.amount, view.held) == ("app-500", OFF, True)
    lane.pass_time(30)
    assert held(lane) == ["reserved"]
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    lane.pass_time(2)
    assert held(lane) == ["burned"]
    lane.check_host()
    [coupon] = lane.store.bodies("sale.completed")[0]["pricing"]["coupons"]
    assert (coupon["coupon"], coupon["source"], coupon["serial"]) == ("app-500", "host", "K03.Q1")
    assert "ABC1" not in str(lane.store.shelf)


def test_it_is_written_down_before_the_request_leaves(lane: HostLane) -> None:
    def check(request: object) -> None:
        assert getattr(request, "reservation", "?") in lane.store.shelf.values["benefit_duties"]

    lane.host.before_reserve = check
    with_coupon(lane)


def test_a_free_sale_burns_it_too() -> None:
    lane = opened()
    lane.catalogue.offers = (coupon_off("app-500", MILK.sku, MILK.unit_price),)
    lane.restart()
    lane.scan(MILK)
    show(lane)
    assert lane.seen.cart.total == 0
    lane.do("pay")
    lane.pass_time(2)
    assert len(lane.store.shelf.sales) == 1
    lane.check_host()
    assert held(lane) == ["burned"]


@pytest.mark.parametrize("way", ["remove_coupon", "start_over", "timeout", "restart_late", "nothing_for_it"])
def test_it_is_released_when_nobody_has_it_any_more(lane: HostLane, way: str) -> None:
    if way == "nothing_for_it":
        show(lane)
        lane.do("start_over")
    else:
        with_coupon(lane)
    if way == "remove_coupon":
        lane.do("remove_coupon", "app-500")
        assert lane.seen.cart.total == MILK.unit_price
    elif way == "start_over":
        lane.do("start_over")
    elif way == "timeout":
        lane.pass_time(95)
        assert lane.stage() is Stage.IDLE
        assert held(lane) == ["reserved"]  # its shopper may come back
        lane.pass_time(400, step=4)
    elif way == "restart_late":
        lane.clock.seconds += 3600
        lane.restart()
    lane.pass_time(10)
    assert held(lane) == ["released"]
    lane.check_host()
    assert lane.host.ledger.left("coupon", "ABC1") == 1


def test_it_stays_with_a_cart_that_is_taken_back(lane: HostLane) -> None:
    with_coupon(lane)
    lane.restart()
    lane.pass_time(8)
    assert held(lane) == ["reserved"]
    lane.do("resume")
    assert lane.seen.cart.total == MILK.unit_price - OFF
    lane.pay_by_card()
    lane.pass_time(2)
    assert held(lane) == ["burned"]
    lane.check_host()


def test_it_stays_with_a_cart_that_may_be_taken_back_longer_than_its_last_change(lane: HostLane) -> None:
    with_coupon(lane)
    lane.pass_time(95)
    lane.pass_time(270)
    assert held(lane) == ["reserved"]
    lane.do("resume")
    assert lane.seen.cart.total == MILK.unit_price - OFF


def test_it_stays_while_its_sale_may_still_be_made(lane: HostLane) -> None:
    """The shopper is gone and the terminal away for an hour: its word still makes the sale, with the coupon."""
    with_coupon(lane)
    lane.pay_by_card("lost_approved")
    lane.terminal.reachable = False
    lane.restart()
    lane.pass_time(3600, step=5)
    assert held(lane) == ["reserved"]
    lane.terminal.reachable = True
    lane.pass_time(120)
    assert held(lane) == ["burned"]
    lane.check_host()
    lane.check_books()


def test_nobody_takes_it_for_forgotten_while_its_answer_is_on_its_way(lane: HostLane) -> None:
    lane.scan(MILK)
    lane.clock.seconds += 1
    lane.session.scan(builders.read(CODE, lane.clock.seconds, "QR"))
    while not lane.work.calls:
        assert lane.step()
    for _ in range(3):
        lane.clock.seconds += 6
        lane.session.tick()
        while lane.writer.waiting or lane.queue:
            lane.writer.step() if lane.writer.waiting else lane.queue.popleft()()
    lane.run()
    assert said(lane) is NoticeKind.COUPON_READY
    lane.pass_time(10)
    assert (held(lane), lane.seen.cart.total) == (["reserved"], MILK.unit_price - OFF)


def test_it_counts_only_while_it_is_reserved(lane: HostLane) -> None:
    with_coupon(lane)
    lane.store.shelf.values["benefit_duties"] = "[]"  # a cart that came from elsewhere
    lane.restart()
    lane.do("resume")
    lane.pass_time(1)
    assert lane.seen.cart.total == MILK.unit_price
    assert said(lane) is NoticeKind.COUPON_NOT_CHECKED


@pytest.mark.parametrize("stop", ["away", "lost", "lost_request"])
def test_a_host_that_does_not_answer_takes_nothing_off(lane: HostLane, stop: str) -> None:
    lane.scan(MILK)
    if stop == "away":
        lane.host.away = True
    else:
        lane.host.plans.append(stop)
    show(lane)
    assert said(lane) is NoticeKind.COUPON_NOT_CHECKED
    assert lane.seen.cart.total == MILK.unit_price
    lane.host.away = False
    lane.pass_time(10)
    assert "reserved" not in held(lane)
    show(lane)  # and it can be shown again
    assert said(lane) is NoticeKind.COUPON_READY
    lane.pay_by_card()
    lane.pass_time(5)
    lane.check_host()


def test_what_the_host_refuses_is_said_by_its_reason(lane: HostLane) -> None:
    lane.scan(MILK)
    show(lane, "APP:NONE1")
    assert said(lane) is NoticeKind.COUPON_UNKNOWN
    lane.host.ledger.account("coupon", "GONE1", 0, "app-500")
    show(lane, "APP:GONE1")
    assert said(lane) is NoticeKind.COUPON_USED
    lane.host.ledger.account("coupon", "ODD1", 1, "no-such-rule")
    show(lane, "APP:ODD1")
    assert said(lane) is NoticeKind.COUPON_UNKNOWN
    lane.pass_time(5)
    lane.check_host()
    assert [x["why"] for x in lane.store.bodies("coupon.refused")] == ["unknown", "used"]


def test_double_shows_reserve_once(lane: HostLane) -> None:
    lane.scan(MILK)
    event = builders.read(CODE, lane.clock.seconds + 1, "QR", "cam", showing=1)
    again = builders.read(CODE, lane.clock.seconds + 2, "QR", "cam", showing=2)
    lane.session.scan(event)
    lane.session.scan(again)
    lane.run()
    assert said(lane) in (NoticeKind.COUPON_ALREADY, NoticeKind.COUPON_READY)
    assert held(lane) == ["reserved"]
    show(lane)
    assert said(lane) is NoticeKind.COUPON_ALREADY


def test_gone_before_the_answer_it_is_released(lane: HostLane) -> None:
    lane.scan(MILK)
    lane.clock.seconds += 1
    lane.session.scan(builders.read(CODE, lane.clock.seconds, "QR"))
    while not lane.work.calls:
        assert lane.step()
    lane.session.start_over()
    lane.run()
    lane.pass_time(10)
    assert held(lane) == ["released"]


def test_without_a_host_it_cannot_be_checked() -> None:
    lane = opened()
    lane.host.able = frozenset()
    lane.scan(MILK)
    show(lane)
    assert said(lane) is NoticeKind.COUPON_NOT_CHECKED


def test_a_reservation_whose_time_was_over_when_it_is_burned(lane: HostLane) -> None:
    with_coupon(lane)
    lane.host.away = True
    lane.pay_by_card()
    lane.pass_time(5)
    lane.host.ahead = timedelta(hours=30)
    lane.host.rules.sweep(lane.host.now())
    lane.host.ledger.account("coupon", "ABC1", 0, "app-500")  # used elsewhere
    lane.host.away = False
    lane.pass_time(400, step=4)
    assert [x["reason"] for x in lane.store.bodies("benefit.refused")] == ["expired"]
    lane.sign_in()
    assert lane.seen.staff is not None
    assert [x.reference for x in lane.seen.staff.requests] == ["K03.Q1"]


@pytest.mark.parametrize("place", ["before", "after"])
@pytest.mark.parametrize("point", ["K0", "K1", "K2", "K5", "K6"])
@pytest.mark.parametrize("plan", ["approve", "lost"])
def test_killed_at_every_step(point: str, place: str, plan: str) -> None:
    lane = opened()
    lane.host.plans.append(plan)
    lane.scan(MILK)
    lane.kill_at = f"{point}.{place}"
    try:
        show(lane)
        lane.pay_by_card()
        lane.pass_time(3)
    except Killed:
        lane.restart()
    lane.kill_at = ""
    lane.pass_time(700, step=5)
    lane.check_host()


@pytest.mark.parametrize("seed", range(40))
def test_any_order_of_answers_conserves_coupons(seed: int) -> None:
    lane = opened(seed=seed, settings=SessionSettings())
    chance = lane.random
    assert chance is not None
    for number in range(3):
        lane.host.ledger.account("coupon", f"N{number}", 1, "app-500")
        lane.host.plans.extend(chance.choices(["approve", "lost", "lost_request", "refuse"], k=2))
        lane.host.end_plans.extend(chance.choices(["approve", "lost", "lost_request"], k=3))
        lane.kill_at = chance.choice(["", "", "K0.after", "K2.after", "K5.after", "K6.before", "K6.after"])
        try:
            lane.scan(MILK)
            show(lane, f"APP:N{number}")
            lane.pass_time(chance.choice([0, 8]))
            if chance.random() < 0.7:
                lane.pay_by_card(chance.choice(["approve", "decline", "lost_approved"]))
            lane.pass_time(chance.choice([1, 30]))
        except Killed:
            lane.restart()
        lane.kill_at = ""
        lane.check_host(calm=False)
        lane.pass_time(900, step=6)
    lane.host.plans.clear()
    lane.host.end_plans.clear()
    lane.pass_time(900, step=6)
    lane.check_host()


def test_a_coupon_of_a_sale_that_waits_for_people_is_kept_for_it() -> None:
    """The terminal cannot say, the kiosk restarts, people say "paid" minutes later: burned with the sale."""
    lane = with_coupon(opened())
    lane.do("pay")
    lane.do("choose_tender", "card")
    lane.terminal.tap("unproven_approved")
    lane.run()
    lane.pass_time(200)
    lane.restart()
    lane.pass_time(400)
    lane.sign_in()
    staff = lane.seen.staff
    assert staff is not None
    (request,) = [x for x in staff.requests if x.kind == "unknown_payment"]
    lane.do("staff_decide", request.request_id, True, "seen")
    lane.pass_time(60)
    assert held(lane) == ["burned"]
