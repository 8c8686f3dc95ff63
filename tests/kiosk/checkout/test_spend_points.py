"""Points as a tender: attempts like any other, burned with the sale, given back without it (I-1, I-2, I-9)."""

import pytest

from kiosk.checkout.points_view import PointsView
from kiosk.checkout.session_settings import SessionSettings
from kiosk.domain.checkout_state import Stage
from tests.fakes.benefit_host import HostLane
from tests.fakes.lane import COLA, MEMBER_CODE, MILK, Killed

NUMBER = MEMBER_CODE


@pytest.fixture
def lane() -> HostLane:
    return opened()


def opened(points: int = 5000, **more: object) -> HostLane:
    lane = HostLane(settings=SessionSettings(**more))  # type: ignore[arg-type]
    lane.host.ledger.account("points", NUMBER, points)
    lane.boot()
    return lane


def at_tenders(lane: HostLane, *, member: bool = True) -> HostLane:
    """A cart of 4,800."""
    lane.scan(MILK)
    lane.scan(COLA)
    if member:
        lane.scan(MEMBER_CODE)
    lane.do("pay")
    assert lane.seen.to_pay == 4800
    return lane


def test_points_are_offered_after_a_member_code_only(lane: HostLane) -> None:
    at_tenders(lane, member=False)
    assert lane.seen.points is None
    assert ("balance", "") not in lane.host.asked
    lane.do("spend_points", 1000)
    assert lane.stage() is Stage.CHOOSING_TENDER


def test_points_pay_a_part_and_a_card_the_rest(lane: HostLane) -> None:
    at_tenders(lane)
    assert lane.seen.points == PointsView("ready", 5000, 4800, 1000, 100)
    lane.do("spend_points", 3000)
    assert (lane.stage(), lane.seen.to_pay) == (Stage.PARTLY_PAID, 1800)
    lane.pass_time(1)
    assert lane.seen.points == PointsView("ready", 2000, 1800, 1000, 100, 3000)
    assert [(x.tender, x.amount, x.number) for x in lane.seen.taken] == [("points", 3000, f"····{NUMBER[-4:]}")]
    lane.terminal.plans.append("approve")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.DONE
    lane.pass_time(2)
    told = lane.store.bodies("sale.completed")[0]["tenders"]
    assert [(x["kind"], x["amount"], x["approval_code"]) for x in told] == [
        ("points", 3000, "B000001"),
        ("card", 1800, "30041177"),
    ]
    assert [x["act"] for x in lane.store.bodies("benefit.burned")] == ["burn"]
    assert lane.host.ledger.left("points", NUMBER) == 2000
    lane.host.asked.clear()
    lane.pass_time(30)
    assert lane.host.asked == []


def test_points_pay_all_while_the_terminal_is_away(lane: HostLane) -> None:
    lane.terminal.reachable = False
    at_tenders(lane)
    lane.do("spend_points", 4800)
    assert lane.stage() is Stage.DONE
    lane.pass_time(2)
    lane.check_host()


@pytest.mark.parametrize("wrong", [0, -100, 950, 1050, 4900, 10**9])
def test_what_cannot_be_spent_is_not(lane: HostLane, wrong: int) -> None:
    at_tenders(lane)
    lane.do("spend_points", wrong)
    assert (lane.stage(), lane.store.shelf.attempts) == (Stage.CHOOSING_TENDER, {})


def test_too_few_points_are_none(lane: HostLane) -> None:
    lane.host.ledger.account("points", NUMBER, 990)
    at_tenders(lane)
    assert lane.seen.points is not None
    assert (lane.seen.points.balance, lane.seen.points.most) == (990, 0)


def test_a_host_that_is_away_or_knows_nobody_is_said(lane: HostLane) -> None:
    lane.host.away = True
    at_tenders(lane)
    assert lane.seen.points is not None
    assert lane.seen.points.state == "away"
    other = HostLane(settings=SessionSettings()).boot()
    at_tenders(other)
    assert other.seen.points is not None
    assert other.seen.points.state == "unknown"


def test_nothing_is_sent_before_the_attempt_is_kept(lane: HostLane) -> None:
    def check(request: object) -> None:
        name = getattr(request, "reservation", "")
        assert [f"K03.{x['service_id']}" for x in lane.store.bodies("attempt.sent")] == [name]

    lane.host.before_reserve = check
    at_tenders(lane)
    lane.do("spend_points", 3000)
    assert lane.stage() is Stage.PARTLY_PAID


def test_the_rest_unpaid_gives_the_points_back(lane: HostLane) -> None:
    at_tenders(lane)
    lane.do("spend_points", 3000)
    lane.host.end_plans.extend(["lost_request", "lost"])
    lane.do("give_back")
    lane.pass_time(60)
    assert lane.stage() is Stage.NOT_PAID
    assert lane.host.ledger.left("points", NUMBER) == 5000
    lane.check_host()


def test_a_refused_reservation_costs_nothing(lane: HostLane) -> None:
    at_tenders(lane)
    lane.host.plans.append("refuse")
    lane.do("spend_points", 3000)
    assert lane.stage() is Stage.NOT_PAID
    assert lane.seen.payment is not None
    assert (lane.seen.payment.step, lane.seen.payment.reason, lane.seen.payment.tender) == (
        "declined",
        "host_refuses",
        "points",
    )
    lane.do("spend_points", 4800)
    assert lane.stage() is Stage.DONE
    lane.pass_time(2)
    lane.check_host()


@pytest.mark.parametrize("plan", ["lost", "lost_request"])
def test_a_lost_answer_is_asked_for(lane: HostLane, plan: str) -> None:
    at_tenders(lane)
    lane.host.plans.append(plan)
    lane.do("spend_points", 4800)
    lane.pass_time(5)
    assert lane.stage() is (Stage.DONE if plan == "lost" else Stage.NOT_PAID)
    lane.check_host()


def test_a_wrong_amount_is_for_people(lane: HostLane) -> None:
    at_tenders(lane)
    lane.host.plans.append("wrong_amount")
    lane.do("spend_points", 3000)
    assert lane.stage() is Stage.CHECKING_PAYMENT
    assert [x.state.value for x in lane.store.shelf.attempts.values()] == ["review"]
    lane.sign_in()
    [request] = lane.seen.staff.requests if lane.seen.staff else []
    lane.do("staff_decide", request.request_id, False)
    lane.pass_time(30)
    lane.check_host()


def test_a_host_away_while_it_is_not_known_keeps_cards_for_the_next(lane: HostLane) -> None:
    """Rule 1 is about who is asked: another tender's host being away leaves the terminal free."""
    at_tenders(lane)
    lane.host.plans.append("lost")
    lane.do("spend_points", 3000)
    lane.host.away = True
    lane.restart()
    lane.pass_time(10)
    assert lane.stage() is Stage.IDLE
    lane.scan(MILK)
    lane.scan(MEMBER_CODE)
    lane.do("pay")
    assert "card" in lane.seen.tenders
    assert lane.seen.points is not None
    assert lane.seen.points.state == "away"
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    lane.host.away = False
    lane.pass_time(120)
    lane.check_host()


def test_a_sale_that_is_made_when_nobody_waits_burns_too(lane: HostLane) -> None:
    """The answer is found out after the restart, long after the till is open again."""
    at_tenders(lane)
    lane.host.plans.append("lost")
    lane.do("spend_points", 4800)
    lane.host.away = True
    lane.restart()
    lane.pass_time(120)
    assert (lane.stage(), len(lane.store.shelf.sales)) == (Stage.IDLE, 0)
    lane.host.away = False
    lane.pass_time(120)
    assert len(lane.store.shelf.sales) == 1
    lane.check_host()


def test_a_burn_is_repeated_over_hours_and_restarts(lane: HostLane) -> None:
    at_tenders(lane)
    lane.do("spend_points", 4800)
    lane.host.away = True
    lane.pass_time(600)
    lane.restart()
    lane.pass_time(6 * 3600, step=30)
    assert lane.host.ledger.burned() == {}
    assert len([x for x in lane.host.asked if x[0] == "burn"]) < 100
    lane.host.away = False
    lane.pass_time(400)
    lane.check_host()


def test_a_burn_whose_answers_are_lost_burns_once(lane: HostLane) -> None:
    lane.host.end_plans.extend(["lost", "lost", "lost_request", "lost"])
    at_tenders(lane)
    lane.do("spend_points", 4800)
    lane.pass_time(200)
    lane.check_host()
    assert len(lane.store.bodies("benefit.burned")) == 1


def test_a_refused_burn_is_journalled_and_shown_until_staff_saw_it(lane: HostLane) -> None:
    lane.host.end_plans.append("refuse")
    at_tenders(lane)
    lane.do("spend_points", 4800)
    lane.pass_time(2)
    [body] = lane.store.bodies("benefit.refused")
    assert (body["act"], body["reason"]) == ("burn", "host_refuses")
    lane.restart()
    lane.sign_in()
    [request] = lane.seen.staff.requests if lane.seen.staff else []
    assert (request.kind, request.reference) == ("benefit", body["reservation"])
    lane.do("staff_decide", request.request_id, True)
    lane.pass_time(2)
    lane.restart()
    lane.sign_in()
    assert lane.seen.staff is not None
    assert lane.seen.staff.requests == ()


def test_points_of_the_last_shopper_are_gone(lane: HostLane) -> None:
    """I-15."""
    at_tenders(lane)
    lane.do("back")
    lane.do("start_over")
    lane.pass_time(1)
    at_tenders(lane, member=False)
    assert lane.seen.points is None


def test_double_taps_reserve_once(lane: HostLane) -> None:
    at_tenders(lane)
    for _ in range(3):
        lane.session.spend_points(3000)
    lane.run()
    assert [x for x in lane.host.asked if x[0] == "reserve"] == [("reserve", "K03.Q1")]
    assert lane.stage() is Stage.PARTLY_PAID


def test_cancelled_while_it_is_reserved_it_is_released(lane: HostLane) -> None:
    at_tenders(lane)
    lane.session.spend_points(3000)
    while lane.stage() is not Stage.PAYING:
        assert lane.step()
    lane.do("cancel_payment")
    lane.pass_time(5)
    assert lane.stage() is Stage.NOT_PAID
    lane.check_host()


@pytest.mark.parametrize("place", ["before", "after"])
@pytest.mark.parametrize("point", ["K1", "K2", "K5", "K6"])
@pytest.mark.parametrize("plan", ["approve", "lost", "lost_request", "refuse"])
def test_killed_at_every_step(point: str, place: str, plan: str) -> None:
    lane = opened()
    at_tenders(lane)
    lane.host.plans.append(plan)
    lane.kill_at = f"{point}.{place}"
    try:
        lane.do("spend_points", 4800)
        lane.pass_time(10)
    except Killed:
        lane.restart()
    lane.kill_at = ""
    lane.pass_time(200)
    lane.check_host()
    lane.check_host(calm=False)


@pytest.mark.parametrize("seed", range(40))
def test_any_order_of_answers_and_kills_conserves_points(seed: int) -> None:
    lane = HostLane(seed=seed, settings=SessionSettings())
    lane.host.ledger.account("points", NUMBER, 9000)
    lane.boot()
    chance = lane.random
    assert chance is not None
    for _ in range(3):
        at_tenders(lane) if lane.stage() is Stage.IDLE else None
        lane.host.plans.extend(chance.choices(["approve", "lost", "lost_request", "refuse"], k=2))
        lane.host.end_plans.extend(chance.choices(["approve", "lost", "lost_request"], k=3))
        lane.terminal.plans.append(chance.choice(["approve", "decline", "lost_approved"]))
        lane.kill_at = chance.choice(["", "K1.after", "K2.before", "K2.after", "K5.before", "K5.after", "K6.after"])
        try:
            lane.do("spend_points", chance.choice([1000, 3000, 4800]))
            lane.pass_time(chance.choice([1, 40]))
            lane.do(chance.choice(["give_back", "cancel_payment", "touch"]))
            if lane.stage() is Stage.PARTLY_PAID:
                lane.do("choose_tender", "card")
            lane.pass_time(5)
        except Killed:
            lane.restart()
        lane.kill_at = ""
        lane.pass_time(30)
        lane.check_host(calm=False)
        lane.pass_time(900, step=6)
    lane.host.plans.clear()
    lane.host.end_plans.clear()
    lane.pass_time(900, step=6)
    lane.check_host()
