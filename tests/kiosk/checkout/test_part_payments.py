"""Several tenders in one sale: every part is owned by the sale or given back, whatever happens (I-1, I-2, I-9)."""

from dataclasses import replace

import pytest

from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.snapshot import TakenView
from kiosk.domain.checkout_state import Stage
from tests.fakes.lane import COLA, MILK, Killed, Lane

POINTS = [f"K{number}.{side}" for number in range(1, 8) for side in ("before", "after")]


def states(lane: Lane) -> list[str]:
    return [x.state.value for x in lane.store.shelf.attempts.values()]


def partly_paid(lane: Lane) -> Lane:
    """A cart of 4,800 of which a card paid 2,400."""
    lane.scan(MILK)
    lane.scan(COLA)
    lane.pay_by_card("partial")
    assert lane.stage() is Stage.PARTLY_PAID
    return lane


def pay_rest(lane: Lane, plan: str = "approve", amount: int = 0) -> None:
    lane.terminal.plans.append(plan)
    lane.do("choose_tender", "card", amount)


def test_a_partial_approval_stands_and_the_rest_is_asked_for(lane: Lane) -> None:
    partly_paid(lane)
    assert lane.seen.to_pay == 2400
    assert lane.seen.taken == (TakenView("card", 2400, "BC", "451842******1234"),)
    assert lane.store.bodies("attempt.settled")[-1]["state"] == "taken"
    lane.check_books()
    pay_rest(lane)
    assert lane.stage() is Stage.DONE
    lane.check_books()
    sale, _ = next(iter(lane.store.shelf.sales.values()))
    assert [(x.kind, x.amount) for x in sale.tenders] == [("card", 2400), ("card", 2400)]
    assert [x["amount"] for x in lane.store.bodies("sale.completed")[0]["tenders"]] == [2400, 2400]
    assert states(lane) == ["approved", "approved"]
    settled = [(x["state"], x["charged"]) for x in lane.store.bodies("attempt.settled")]
    assert settled == [("taken", 2400), ("approved", 2400), ("approved", 2400)]
    done = lane.seen.done
    assert done is not None
    assert [x.amount for x in done.tenders] == [2400, 2400]


def test_a_second_partial_approval_leaves_a_smaller_rest(lane: Lane) -> None:
    partly_paid(lane)
    pay_rest(lane, "partial")
    assert (lane.stage(), lane.seen.to_pay) == (Stage.PARTLY_PAID, 1200)
    pay_rest(lane)
    assert lane.stage() is Stage.DONE
    lane.check_books()


def test_a_shopper_may_divide_the_amount_over_cards(lane: Lane) -> None:
    lane.scan(MILK)
    lane.scan(COLA)
    lane.do("pay")
    pay_rest(lane, amount=1600)
    assert (lane.stage(), lane.seen.to_pay) == (Stage.PARTLY_PAID, 3200)
    pay_rest(lane, amount=1600)
    assert (lane.stage(), lane.seen.to_pay) == (Stage.PARTLY_PAID, 1600)
    pay_rest(lane, amount=1600)
    assert lane.stage() is Stage.DONE
    lane.check_books()


@pytest.mark.parametrize("amount", [-1, 4801])
def test_more_than_the_rest_or_less_than_nothing_is_never_asked_of_a_card(lane: Lane, amount: int) -> None:
    lane.scan(MILK)
    lane.scan(COLA)
    lane.do("pay")
    lane.do("choose_tender", "card", amount)
    assert lane.stage() is Stage.CHOOSING_TENDER
    assert lane.terminal.asked == []


@pytest.mark.parametrize("plan", ["decline", "busy", "lost_before", "signature"])
def test_a_refused_rest_leaves_the_part_that_was_taken(lane: Lane, plan: str) -> None:
    partly_paid(lane)
    pay_rest(lane, plan)
    lane.pass_time(20)
    assert (lane.stage(), lane.seen.to_pay) == (Stage.PARTLY_PAID, 2400)
    assert states(lane)[0] == "taken"
    lane.check_books()
    pay_rest(lane)
    assert lane.stage() is Stage.DONE
    lane.check_books()


def test_the_shopper_gets_everything_back(lane: Lane) -> None:
    partly_paid(lane)
    pay_rest(lane, amount=400)
    assert len(lane.seen.taken) == 2
    lane.do("give_back")
    assert lane.stage() is Stage.NOT_PAID
    payment = lane.seen.payment
    assert payment is not None
    assert (payment.step, payment.reason, payment.amount) == ("aborted", "reversed", 4800)
    assert lane.terminal.kept == {}
    assert states(lane) == ["reversed", "reversed"]
    lane.check_books()
    lane.do("pay")
    pay_rest(lane)
    assert lane.stage() is Stage.DONE
    lane.check_books()


def test_while_it_is_given_back_the_shopper_is_told_so(lane: Lane) -> None:
    partly_paid(lane)
    lane.terminal.reversal_plans.append("lost_before")
    lane.terminal.reachable = False
    lane.do("give_back")
    payment = lane.seen.payment
    assert payment is not None
    assert (lane.stage(), payment.step) == (Stage.CHECKING_PAYMENT, "giving_back")
    for command in ("start_over", "back", "pay", "give_back", "cancel_payment"):
        lane.do(command)
    assert lane.stage() is Stage.CHECKING_PAYMENT
    lane.terminal.reachable = True
    lane.pass_time(130)
    assert lane.terminal.kept == {}
    lane.check_books()


def test_a_shopper_who_leaves_gets_the_part_back_by_itself(lane: Lane) -> None:
    partly_paid(lane)
    lane.pass_time(61)
    assert lane.seen.timeout is not None
    lane.pass_time(31)
    assert lane.terminal.kept == {}
    lane.pass_time(200)
    assert lane.stage() is Stage.IDLE
    lane.check_books()


def test_nothing_walks_away_from_a_part_and_nothing_changes_the_cart(lane: Lane) -> None:
    partly_paid(lane)
    before = lane.seen.cart
    for command in (("start_over",), ("back",), ("pay",), ("begin",), ("set_quantity", "1", 5), ("remove_line", "1")):
        lane.do(*command)
    lane.scan(COLA)
    lane.catalogue.items[MILK.sku] = replace(MILK, unit_price=1)
    lane.do("catalogue_changed")
    lane.central.up = False
    lane.pass_time(1)
    assert lane.stage() is Stage.PARTLY_PAID
    assert lane.seen.cart == before
    notice = lane.seen.notice
    assert notice is not None
    assert notice.kind.value == "scan_held"
    pay_rest(lane)
    lane.check_books()


def test_a_part_that_comes_while_the_shopper_cancels_is_given_back(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("pay")
    lane.do("choose_tender", "card")
    lane.session.cancel_payment()
    lane.terminal.tap("partial")
    lane.run()
    lane.pass_time(10)
    assert lane.stage() is Stage.NOT_PAID
    assert lane.terminal.kept == {}
    lane.check_books()


def test_a_shop_that_wants_no_partial_approvals_gives_them_back() -> None:
    lane = Lane(settings=SessionSettings(partial_approval=False)).boot()
    lane.scan(MILK)
    lane.pay_by_card("partial")
    assert lane.stage() is Stage.NOT_PAID
    assert states(lane) == ["reversed"]


def test_staff_who_let_the_shopper_go_give_the_part_back(lane: Lane) -> None:
    partly_paid(lane)
    pay_rest(lane, "lost_approved")
    lane.terminal.reachable = False
    lane.run()
    lane.pass_time(5)
    lane.sign_in()
    staff = lane.seen.staff
    assert staff is not None
    request = next(x for x in staff.requests if x.kind == "unknown_payment")
    lane.do("staff_decide", request.request_id, False, "no slip")
    assert lane.stage() is Stage.NOT_PAID
    lane.do("staff_sign_out")
    lane.terminal.reachable = True
    lane.pass_time(130)
    assert lane.terminal.kept == {}
    lane.check_books()


def test_staff_who_saw_the_slip_complete_the_sale_with_its_parts(lane: Lane) -> None:
    partly_paid(lane)
    pay_rest(lane, "lost_approved")
    lane.terminal.reachable = False
    lane.run()
    lane.pass_time(5)
    lane.sign_in()
    staff = lane.seen.staff
    assert staff is not None
    request = next(x for x in staff.requests if x.kind == "unknown_payment")
    lane.do("staff_decide", request.request_id, True, "slip")
    assert lane.stage() is Stage.DONE
    lane.check_books()


def test_an_item_that_is_recalled_meanwhile_gives_the_part_back(lane: Lane) -> None:
    partly_paid(lane)
    lane.catalogue.items[MILK.sku] = replace(MILK, blocked="recall")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.NOT_PAID
    assert lane.terminal.kept == {}
    lane.do("back")
    lane.do("pay")
    assert [line.line.item.sku for line in lane.seen.cart.lines] == [COLA.sku]
    lane.check_books()


def test_a_restart_between_the_parts_gives_back_what_was_taken(lane: Lane) -> None:
    partly_paid(lane)
    lane.restart()
    lane.pass_time(30)
    assert states(lane) == ["reversed"]
    assert lane.terminal.kept == {}
    assert lane.seen.resume is not None
    lane.check_books()


def test_a_restart_while_the_rest_is_unknown_completes_the_sale_when_it_was_paid(lane: Lane) -> None:
    partly_paid(lane)
    lane.terminal.plans.append("lost_approved")
    lane.terminal.reachable = False
    lane.do("choose_tender", "card")
    lane.restart()
    lane.pass_time(20)
    assert sorted(states(lane)) == ["taken", "unknown"], "a part waits for what may complete it"
    lane.terminal.reachable = True
    lane.pass_time(130)
    assert states(lane) == ["approved", "approved"]
    assert len(lane.store.shelf.sales) == 1
    lane.check_books()


@pytest.mark.parametrize("delivered", [True, False])
@pytest.mark.parametrize("plan", ["approve", "decline", "lost_approved", "partial", "lost_before"])
@pytest.mark.parametrize("point", POINTS)
def test_after_a_kill_at_the_second_tender_the_start_settles_both(point: str, plan: str, delivered: bool) -> None:
    """F-1 with a part that was taken before."""
    lane = partly_paid(Lane().boot())
    lane.kill_at = point
    lane.terminal.plans.append(plan)
    try:
        lane.do("choose_tender", "card")
        lane.pass_time(30)
    except Killed:
        while delivered and lane.terminal.calls:
            lane.terminal.step()
    lane.check_books(settled=False)
    lane.restart()
    lane.pass_time(180)
    lane.check_books()
    assert len(lane.terminal.kept) in (0, 2)
    lane.scan(MILK)
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    lane.check_books()


@pytest.mark.parametrize("point", ["K4.before", "K5.before", "K5.after"])
def test_after_a_kill_at_the_first_part_it_is_given_back(point: str) -> None:
    lane = Lane().boot()
    lane.scan(MILK)
    lane.do("pay")
    lane.kill_at = point
    lane.terminal.plans.append("partial")
    with pytest.raises(Killed):
        lane.do("choose_tender", "card")
    lane.restart()
    lane.pass_time(60)
    assert lane.terminal.kept == {}
    lane.check_books()
