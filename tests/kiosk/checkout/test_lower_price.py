"""Staff lower a disputed price: within their limit, with who and why, and the shelf's label is put right."""

import json

import pytest

from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.sale_document import read_pending
from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.snapshot import StaffView
from kiosk.domain.cart import SHELF_PRICE, PriceOverride
from kiosk.domain.checkout_state import Stage
from kiosk.domain.price_limit import LoweringLimit, PriceLimits
from tests import builders
from tests.fakes.lane import APPLE, BREAD, MEMBER_CODE, MILK, Lane

ATTENDANT, SUPERVISOR = "111111", "222222"


def staff(lane: Lane) -> StaffView:
    view = lane.seen.staff
    assert view is not None
    return view


def dispute(lane: Lane, sku: str, pin: str = ATTENDANT) -> str:
    lane.do("call_staff", "price", sku)
    lane.sign_in(pin)
    return next(x.request_id for x in staff(lane).requests if x.kind == "price")


def test_staff_accept_the_price_of_the_shelf_and_its_label_is_to_be_changed(lane: Lane) -> None:
    lane.scan(MILK)
    request = dispute(lane, MILK.sku)
    lane.do("staff_lower_price", request, 2500, SHELF_PRICE)
    [line] = lane.seen.cart.lines
    assert line.line.override == PriceOverride(2500, SHELF_PRICE, "A1")
    assert lane.seen.notice is not None
    assert lane.seen.notice.kind is NoticeKind.PRICE_LOWERED
    assert lane.seen.call is None, "the shopper's call closes by itself"
    [label] = staff(lane).requests
    assert (label.kind, label.evidence) == ("label", (("shelf_price", "2500"), ("till_price", "2800")))
    decided = lane.store.bodies("staff.decided")[-1]
    told = {name: decided[name] for name in ("person", "reason", "before", "unit_price", "line", "sku")}
    assert told == {
        "person": "A1",
        "reason": SHELF_PRICE,
        "before": 2800,
        "unit_price": 2500,
        "line": "1",
        "sku": MILK.sku,
    }
    lane.scan(MILK)
    [line] = lane.seen.cart.lines
    assert (line.line.quantity, line.line.override) == (2, PriceOverride(2500, SHELF_PRICE, "A1"))


def test_the_label_waits_for_staff_when_the_shopper_is_gone(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("staff_lower_price", dispute(lane, MILK.sku), 2500, SHELF_PRICE)
    lane.do("staff_sign_out")
    lane.do("start_over")
    lane.sign_in(ATTENDANT)
    [label] = staff(lane).requests
    lane.do("staff_decide", label.request_id, True, "solved")
    assert staff(lane).requests == ()


def test_a_damaged_pack_is_cheaper_by_itself_and_makes_no_label_task(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("staff_lower_price", dispute(lane, MILK.sku), 2000, "damaged")
    assert staff(lane).requests == ()
    lane.do("staff_sign_out")
    lane.scan(MILK)
    assert [x.line.override for x in lane.seen.cart.lines] == [PriceOverride(2000, "damaged", "A1"), None]
    lane.do("set_quantity", "1", 2)
    assert [x.line.quantity for x in lane.seen.cart.lines] == [1, 2], "one more is a row of its own at its own price"


def test_the_sale_says_who_lowered_the_price_and_why(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("staff_lower_price", dispute(lane, MILK.sku), 2500, SHELF_PRICE)
    lane.do("staff_sign_out")
    kept = json.loads((lane.store.shelf.cart or ("",))[0])
    assert kept["lines"][0]["override"] == {"unit_price": 2500, "reason": SHELF_PRICE, "person": "A1"}
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    [attempt] = lane.store.shelf.attempts.values()
    assert read_pending(attempt.cart).lines[0].override is not None
    line = lane.store.bodies("sale.completed")[0]["lines"][0]
    assert line["override"] == {"unit_price": 2500, "reason": SHELF_PRICE, "person": "A1"}
    [(sale, _)] = lane.store.shelf.sales.values()
    assert sale.cart.lines[0].line.override == PriceOverride(2500, SHELF_PRICE, "A1")


def test_a_kept_cart_keeps_the_lower_price(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("staff_lower_price", dispute(lane, MILK.sku), 2500, SHELF_PRICE)
    lane.do("staff_sign_out")
    lane.restart()
    lane.do("resume")
    assert lane.seen.cart.lines[0].line.override == PriceOverride(2500, SHELF_PRICE, "A1")


@pytest.mark.parametrize(
    ("pin", "price", "problem", "needed"),
    [
        (ATTENDANT, 2800, "price_not_lower", ""),
        (ATTENDANT, 3000, "price_not_lower", ""),
        (ATTENDANT, 1000, "not_allowed", "supervisor"),
        (ATTENDANT, 500, "price_too_low", ""),
        (SUPERVISOR, 500, "price_too_low", ""),
    ],
)
def test_nobody_goes_beyond_their_limit(pin: str, price: int, problem: str, needed: str) -> None:
    limits = PriceLimits(LoweringLimit(30, 5000), LoweringLimit(80))
    lane = Lane(settings=SessionSettings(price_limits=limits)).boot()
    lane.scan(MILK)
    lane.do("staff_lower_price", dispute(lane, MILK.sku, pin), price, SHELF_PRICE)
    assert (staff(lane).problem, staff(lane).needed_role) == (problem, needed)
    assert lane.seen.cart.lines[0].line.override is None
    assert [x.kind for x in staff(lane).requests] == ["price"]
    refused = lane.store.bodies("staff.refused")
    assert bool(refused) is (problem != "price_not_lower"), "a try beyond the limit is noted"


def test_a_supervisor_may_where_an_attendant_may_not(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("staff_lower_price", dispute(lane, MILK.sku, SUPERVISOR), 1000, "goodwill")
    assert lane.seen.cart.lines[0].line.override == PriceOverride(1000, "goodwill", "S1")


def test_the_limit_is_measured_from_what_the_shopper_would_pay(lane: Lane) -> None:
    """A member pays 3,000 for the bread, so 30 % off is 2,100."""
    lane.scan(BREAD)
    lane.scan(MEMBER_CODE)
    request = dispute(lane, BREAD.sku)
    lane.do("staff_lower_price", request, 2099, SHELF_PRICE)
    assert staff(lane).problem == "not_allowed"
    lane.do("staff_lower_price", request, 2100, SHELF_PRICE)
    assert lane.seen.cart.lines[0].line.override == PriceOverride(2100, SHELF_PRICE, "A1")


def test_a_weighed_row_is_lowered_by_the_kilogram(lane: Lane) -> None:
    lane.scan(builders.with_check_digit(f"28{APPLE.plu.zfill(5)}00500"))
    lane.do("staff_lower_price", dispute(lane, APPLE.sku), 8900, SHELF_PRICE)
    assert lane.seen.cart.lines[0].line.override == PriceOverride(8900, SHELF_PRICE, "A1")


def test_nothing_happens_without_a_right_a_request_or_a_row(lane: Lane) -> None:
    lane.scan(MILK)
    request = dispute(lane, MILK.sku)
    lane.do("staff_lower_price", "nothing", 2500, SHELF_PRICE)
    lane.do("staff_lower_price", request, 2500, "because")
    lane.do("staff_sign_out")
    lane.do("staff_lower_price", request, 2500, SHELF_PRICE)
    assert lane.seen.cart.lines[0].line.override is None
    lane.do("remove_line", "1")
    lane.sign_in(ATTENDANT)
    lane.do("staff_lower_price", request, 2500, SHELF_PRICE)
    assert lane.store.bodies("staff.decided") == []


def test_a_price_that_cannot_be_kept_is_not_given(lane: Lane) -> None:
    lane.scan(MILK)
    request = dispute(lane, MILK.sku)
    lane.writer.failures.append(True)
    lane.do("staff_lower_price", request, 2500, SHELF_PRICE)
    assert staff(lane).problem == "not_saved"
    assert lane.seen.cart.lines[0].line.override is None
