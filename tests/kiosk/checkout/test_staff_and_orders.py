"""Age checks, calls, staff, closing, orders and receipts."""

import json

import pytest

from hardware.errors import DeviceOffline, DeviceRefused
from hardware.ports.payment_terminal import TerminalEvent, TerminalHealth, TerminalNews
from hardware.ports.receipt_printer import PrintLine, PrintQr
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.snapshot import CallStep, StaffRequest, StaffView
from kiosk.domain.checkout_state import Stage
from kiosk.domain.fulfilment import CARRY_OUT, SHIP, Fulfilment, FulfilmentKind
from tests.fakes.lane import BEER, CHAIR, MILK, Lane

PICK_UP_NEAR = Fulfilment(FulfilmentKind.PICK_UP, "near")


def staff(lane: Lane) -> StaffView:
    view = lane.seen.staff
    assert view is not None
    return view


def age_request(lane: Lane) -> StaffRequest:
    return next(x for x in staff(lane).requests if x.kind == "age")


# age


def test_an_age_item_is_checked_before_pay(lane: Lane) -> None:
    lane.scan(BEER)
    assert lane.seen.needs_age_check
    lane.do("pay")
    assert lane.stage() is Stage.AGE_CHECK
    call = lane.seen.call
    assert call is not None
    assert (call.reason, call.step) == ("age", CallStep.CALLED)
    lane.sign_in("111111")
    call = lane.seen.call
    assert call is not None
    assert (call.step, call.taken_by) == (CallStep.TAKEN, "직원 A1")
    assert age_request(lane).born_before == "2007-12-31"
    lane.do("staff_decide", age_request(lane).request_id, True, "")
    assert lane.stage() is Stage.CHOOSING_TENDER
    lane.do("staff_sign_out")
    lane.terminal.plans.append("approve")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.DONE
    line = lane.store.bodies("sale.completed")[0]["lines"][0]
    assert (line["age_limit"], line["approved_by"]) == (19, "A1")
    decided = lane.store.bodies("staff.decided")[0]
    assert (decided["kind"], decided["approve"], decided["person"]) == ("age", True, "A1")


def test_staff_may_decide_while_the_shopper_goes_on(lane: Lane) -> None:
    """The shopper never waits twice."""
    lane.scan(BEER)
    lane.sign_in("111111")
    lane.do("staff_decide", age_request(lane).request_id, True, "")
    lane.do("staff_sign_out")
    lane.scan(MILK)
    lane.scan(BEER)
    lane.do("pay")
    assert lane.stage() is Stage.CHOOSING_TENDER


def test_a_refused_age_item_leaves_the_cart_kindly(lane: Lane) -> None:
    lane.scan(BEER)
    lane.scan(MILK)
    lane.do("pay")
    lane.sign_in("111111")
    lane.do("staff_decide", age_request(lane).request_id, False, "no card")
    assert lane.stage() is Stage.SHOPPING
    notice = lane.seen.notice
    assert notice is not None
    assert notice.kind is NoticeKind.AGE_REFUSED
    assert [x.line.item.sku for x in lane.seen.cart.lines] == [MILK.sku]
    lane.do("undo")
    assert lane.seen.pieces == 1, "what staff refused does not come back"


def test_the_rest_can_be_paid_without_the_age_item(lane: Lane) -> None:
    lane.scan(BEER)
    lane.do("pay")
    lane.scan(MILK)
    assert lane.stage() is Stage.SHOPPING, "the rest of the basket stays usable"
    lane.do("pay")
    lane.do("leave_item_out")
    assert lane.stage() is Stage.CHOOSING_TENDER
    assert lane.seen.to_pay == 2800
    assert lane.seen.call is None


def test_a_decision_that_cannot_be_kept_has_no_effect(lane: Lane) -> None:
    lane.scan(BEER)
    lane.do("pay")
    lane.sign_in("111111")
    lane.writer.failures.append(True)
    lane.do("staff_decide", age_request(lane).request_id, True, "")
    assert lane.stage() is Stage.AGE_CHECK
    assert staff(lane).problem == "not_saved"


# calls and sign-in


def test_help_is_one_tap_and_can_be_called_off(lane: Lane) -> None:
    lane.do("call_staff", "help")
    called = lane.seen
    assert called.call is not None
    lane.do("cancel_call")
    assert lane.seen.call is None
    lane.sign_in()
    assert staff(lane).requests == ()


def test_without_staff_on_duty_the_call_says_so() -> None:
    lane = Lane(settings=SessionSettings(attended=False)).boot()
    lane.do("call_staff", "help")
    call = lane.seen.call
    assert call is not None
    assert call.step is CallStep.NO_STAFF


def test_staff_take_and_close_a_call(lane: Lane) -> None:
    lane.do("call_staff", "price", MILK.sku)
    lane.sign_in("111111")
    found = staff(lane).requests[0]
    lane.do("staff_take", found.request_id)
    assert staff(lane).requests[0].taken_by == "직원 A1"
    lane.do("staff_decide", found.request_id, True, "")
    assert lane.seen.call is None
    assert staff(lane).requests == ()


def test_five_wrong_pins_lock_and_a_restart_does_not_open(lane: Lane) -> None:
    for left in (4, 3, 2, 1):
        lane.sign_in("000000")
        assert (staff(lane).problem, staff(lane).tries_left) == ("wrong_pin", left)
    lane.sign_in("000000")
    assert staff(lane).problem == "locked"
    assert 58 <= staff(lane).locked_seconds <= 60
    lane.sign_in("222222")
    assert not staff(lane).signed_in
    lane.restart()
    lane.sign_in("222222")
    assert staff(lane).problem == "locked"
    lane.pass_time(61)
    lane.sign_in("222222")
    assert staff(lane).signed_in
    assert lane.store.kinds().count("staff.signed_in") == 1
    assert "000000" not in repr(lane.store.shelf)
    assert "222222" not in repr(lane.store.shelf)


def test_a_pin_answer_after_leaving_signs_nobody_in(lane: Lane) -> None:
    lane.session.staff_sign_in("222222")
    lane.session.staff_sign_out()
    lane.run()
    assert lane.seen.staff is None


def test_urgent_requests_come_first(lane: Lane) -> None:
    lane.do("call_staff", "help")
    lane.scan(BEER)
    lane.sign_in()
    assert [x.kind for x in staff(lane).requests] == ["age", "help"]


# closing and the technician


def test_staff_close_the_till_after_the_shopper(lane: Lane) -> None:
    lane.do("close", "staff")
    assert lane.stage() is Stage.IDLE, "nobody is signed in"
    lane.scan(MILK)
    lane.sign_in("111111")
    lane.do("close", "staff")
    assert lane.stage() is Stage.SHOPPING
    lane.do("start_over")
    assert lane.stage() is Stage.CLOSED
    assert lane.seen.health.closed_reason == "staff"
    lane.scan(MILK)
    assert lane.stage() is Stage.CLOSED
    lane.do("open")
    assert lane.stage() is Stage.IDLE


def test_a_technician_suspends_shopping_and_the_cart_waits(lane: Lane) -> None:
    lane.scan(MILK)
    lane.sign_in("111111")
    lane.do("technician_enter")
    assert staff(lane).needed_role == "technician"
    lane.do("staff_sign_out")
    lane.sign_in("333333")
    lane.do("technician_enter")
    assert lane.stage() is Stage.CLOSED
    for _ in range(10):
        lane.pass_time(40, step=20)
        lane.do("touch")
    lane.do("open")
    assert lane.stage() is Stage.CLOSED
    lane.do("technician_leave")
    assert lane.stage() is Stage.IDLE
    lane.do("resume")
    assert lane.seen.to_pay == 2800


def test_a_technician_who_walks_away_suspends_nothing(lane: Lane) -> None:
    lane.sign_in("333333")
    lane.do("technician_enter")
    assert lane.stage() is Stage.CLOSED
    assert lane.seen.health.closed_reason == "technician"
    lane.pass_time(62)
    assert lane.stage() is Stage.IDLE


# orders


def test_an_order_is_paid_in_the_same_cart(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("order", CHAIR.sku, 1, SHIP)
    lane.do("order", CHAIR.sku, 2, PICK_UP_NEAR)
    assert [(x.kind, x.amount) for x in lane.seen.fees] == [("shipping", 3000)]
    assert lane.seen.to_pay == 2800 + 3 * 39000 + 3000
    lane.pay_by_card()
    body = lane.store.bodies("sale.completed")[0]
    assert [(x["kind"], x["pickup_shop"], x["paid"], x["fee"], x["total"]) for x in body["orders"]] == [
        ("ship", "", True, 3000, 42000),
        ("pick_up", "near", True, 0, 78000),
    ]
    done = lane.seen.done
    assert done is not None
    assert done.pieces == 1, "only what is carried out is taken along"
    assert len(done.orders) == 2
    assert len(done.order_number) == 8
    assert lane.store.shelf.stock == {MILK.sku: -1}


def test_shipping_is_free_from_a_threshold() -> None:
    lane = Lane(settings=SessionSettings(free_shipping_from=78000)).boot()
    lane.do("order", CHAIR.sku, 1, SHIP)
    assert lane.seen.to_pay == 42000
    lane.do("set_quantity", "1", 2)
    assert lane.seen.to_pay == 78000


def test_offline_orders_are_kept_and_not_charged(lane: Lane) -> None:
    lane.central.up = False
    lane.scan(MILK)
    lane.do("order", CHAIR.sku, 1, SHIP)
    assert lane.seen.to_pay == 2800
    assert lane.seen.kept_for_online == ("2",)
    assert not lane.seen.health.online
    lane.pay_by_card()
    assert list(lane.terminal.kept.values()) == [2800]
    assert lane.store.bodies("sale.completed")[0]["orders"] == []
    kept = lane.store.bodies("order.kept")[0]["orders"]
    assert [(x["paid"], x["total"], x["fee"]) for x in kept] == [(False, 42000, 3000)]
    done = lane.seen.done
    assert done is not None
    assert len(done.kept_orders) == 1
    assert len(lane.printer.papers) == 1, "paper by itself when the page cannot be served"


def test_only_an_offline_order_takes_no_money(lane: Lane) -> None:
    lane.central.up = False
    lane.do("order", CHAIR.sku, 1, SHIP)
    lane.do("pay")
    assert lane.stage() is Stage.ORDER_KEPT
    assert lane.terminal.asked == []
    assert lane.store.shelf.receipt == 0
    assert lane.store.shelf.cart is None
    lane.do("finish")
    assert lane.stage() is Stage.IDLE


def test_when_the_link_comes_back_the_order_is_charged_as_shown(lane: Lane) -> None:
    lane.central.up = False
    lane.do("order", CHAIR.sku, 1, SHIP)
    assert lane.seen.to_pay == 0
    lane.central.up = True
    lane.pass_time(1)
    assert lane.seen.to_pay == 42000


@pytest.mark.parametrize(
    ("sku", "quantity", "way"),
    [
        (MILK.sku, 1, SHIP),
        (CHAIR.sku, 4, PICK_UP_NEAR),
        (CHAIR.sku, 1, Fulfilment(FulfilmentKind.PICK_UP, "far")),
        (CHAIR.sku, 1, Fulfilment(FulfilmentKind.PICK_UP, "nowhere")),
        (BEER.sku, 1, SHIP),
    ],
)
def test_what_cannot_be_ordered_is_refused_kindly(lane: Lane, sku: str, quantity: int, way: Fulfilment) -> None:
    lane.do("order", sku, quantity, way)
    notice = lane.seen.notice
    assert notice is not None
    assert notice.kind is NoticeKind.ORDER_REFUSED
    assert lane.seen.pieces == 0


def test_an_online_only_item_is_not_carried_out(lane: Lane) -> None:
    lane.do("order", CHAIR.sku, 1, CARRY_OUT)
    notice = lane.seen.notice
    assert notice is not None
    assert notice.kind is NoticeKind.ITEM_NOT_IN_STORE


# receipts


def test_the_second_print_is_a_copy(lane: Lane) -> None:
    lane.scan(MILK)
    lane.pay_by_card()
    lane.do("print_receipt")
    lane.do("print_receipt")
    first, second = lane.printer.papers
    texts = [" ".join(x.left for x in paper if isinstance(x, PrintLine)) for paper in (first, second)]
    assert "재발행" not in texts[0]
    assert "재발행" in texts[1]
    assert [x["copy"] for x in lane.store.bodies("receipt.printed")] == [False, True]
    done = lane.seen.done
    assert done is not None
    assert done.print_state == "printed"
    codes = [x.text for x in first if isinstance(x, PrintQr)]
    assert codes == [done.link]
    sums = [x.right for x in first if isinstance(x, PrintLine) and x.left == "합계"]
    assert sums == ["2,800"], "I-7: printed = charged"


@pytest.mark.parametrize(
    ("fault", "state"), [(DeviceRefused("paper out"), "out_of_paper"), (DeviceOffline("gone"), "failed")]
)
def test_a_printer_that_is_down_never_stops_a_sale(lane: Lane, fault: Exception, state: str) -> None:
    """F-21."""
    lane.printer.fault = fault
    lane.scan(MILK)
    lane.pay_by_card()
    lane.do("print_receipt")
    assert lane.stage() is Stage.DONE
    done = lane.seen.done
    assert done is not None
    assert done.print_state == state
    lane.pass_time(1)
    lane.printer.fault = None
    lane.do("print_receipt")
    done = lane.seen.done
    assert done is not None
    assert done.print_state == "printed"


def test_a_print_answer_for_the_last_shopper_is_not_shown_to_the_next(lane: Lane) -> None:
    """I-15."""
    lane.printer.slow = True
    lane.scan(MILK)
    lane.pay_by_card()
    lane.do("print_receipt")
    lane.scan(MILK)
    lane.pay_by_card()
    lane.printer.held[0]()
    lane.run()
    done = lane.seen.done
    assert done is not None
    assert done.print_state == "offered"


def test_the_page_is_late_until_central_has_the_sale(lane: Lane) -> None:
    lane.scan(MILK)
    lane.pay_by_card()
    assert lane.central.woken == 1
    done = lane.seen.done
    assert done is not None
    assert done.page == "late"
    lane.central.confirmed = len(lane.store.shelf.journal)
    lane.pass_time(1)
    done = lane.seen.done
    assert done is not None
    assert done.page == "ready"


def test_the_link_proves_number_total_and_time(lane: Lane) -> None:
    import base64

    lane.scan(MILK)
    lane.pay_by_card()
    done = lane.seen.done
    assert done is not None
    text, signature = done.link.partition("?s=")[2].split(".")
    plain = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    station, number, total, seconds = plain.split(":")
    assert (station, number, total) == ("K03", "1", "2800")
    assert abs(int(seconds) - lane.clock.now().timestamp()) < 60
    assert signature == f"sig-{len(plain)}"
    assert lane.store.bodies("sale.completed")[0]["signed"] == f"{text}.{signature}"


# devices


def test_a_terminal_that_is_away_takes_its_tender_along(lane: Lane) -> None:
    assert list(lane.seen.tenders) == ["card"]
    lane.terminal.healthy = TerminalHealth.UNREACHABLE
    lane.pass_time(31)
    assert lane.seen.health.terminal == "away"
    assert list(lane.seen.tenders) == []
    lane.terminal.healthy = TerminalHealth.READY
    lane.pass_time(6)
    assert list(lane.seen.tenders) == ["card"]


def test_a_scanner_warms_up_before_it_counts_as_away() -> None:
    lane = Lane()
    lane.session.device_changed("hand", "scanner", False)
    assert lane.seen.health.scanner == "warming"
    lane.pass_time(11)
    assert lane.seen.health.scanner == "away"
    lane.session.device_changed("hand", "scanner", True)
    assert lane.seen.health.scanner == "ok"


def test_the_stored_cart_names_no_person(lane: Lane) -> None:
    lane.scan(MILK)
    kept = lane.store.shelf.cart
    assert kept is not None
    assert set(json.loads(kept[0])) == {"version", "sale", "started_at", "pieces", "coupons", "lines"}


def test_a_card_that_is_left_in_the_terminal_is_called_for(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("pay")
    lane.do("choose_tender", "card")
    running = lane.terminal._running
    assert running is not None
    lane.queue.append(lambda: running[1](TerminalNews(TerminalEvent.REMOVE_CARD)))
    lane.terminal.tap()
    lane.run()
    done = lane.seen.done
    assert done is not None
    assert done.card_left_in
    heard = len([x for x in lane.snapshots if x.sound == "attention"])
    lane.pass_time(7)
    assert len([x for x in lane.snapshots if x.sound == "attention"]) >= heard + 2
    running[1](TerminalNews(TerminalEvent.CARD_REMOVED))
    done = lane.seen.done
    assert done is not None
    assert not done.card_left_in


def test_entries_that_wait_for_central_are_counted(lane: Lane) -> None:
    assert lane.seen.health.waiting_uploads == 1
    lane.central.confirmed = 1
    lane.pass_time(1)
    assert lane.seen.health.waiting_uploads == 0
