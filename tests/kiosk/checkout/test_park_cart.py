"""Carts that are sent to a staffed checkout under a number, and taken up there (pains 22)."""

import pytest

from hardware.ports.payment_terminal import TerminalHealth
from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.worker_ports import NoSuchCart
from kiosk.domain.checkout_state import Stage
from sync.wire.lane import LaneDocument, ParkedCartDocument
from tests.fakes.lane import COLA, MILK, Lane


def parked(lane: Lane) -> ParkedCartDocument:
    return ParkedCartDocument.model_validate(lane.store.bodies("cart.parked")[-1])


def near(lane: Lane) -> list[tuple[str, bool]]:
    return [(x.lane, x.staffed) for x in lane.seen.lanes]


def park(lane: Lane) -> str:
    lane.scan(MILK)
    lane.scan(COLA)
    lane.do("park_cart")
    assert lane.seen.parked is not None
    return lane.seen.parked.number


def test_a_cart_waits_under_a_number_and_the_kiosk_is_free(lane: Lane) -> None:
    lane.scan(MILK)
    total = lane.seen.cart.total
    lane.do("park_cart")

    shown = lane.seen.parked
    assert lane.stage() is Stage.IDLE
    assert shown is not None
    assert (shown.number, shown.pieces, shown.total, shown.shared) == ("301", 1, total, False)
    assert lane.store.shelf.cart is None, "a crash does not bring it back as an open cart"
    document = parked(lane)
    assert (document.number, document.lines[0][0], document.total) == ("301", MILK.name.ko, total)
    lane.central.confirmed = 1_000
    lane.pass_time(1)
    assert lane.seen.parked is not None
    assert lane.seen.parked.shared


def test_numbers_go_on_and_the_page_goes_with_the_next_shopper(lane: Lane) -> None:
    assert park(lane) == "301"
    lane.do("begin")
    assert lane.seen.parked is None
    lane.do("start_over")
    assert park(lane) == "302"


def test_the_page_ends_by_itself(lane: Lane) -> None:
    park(lane)
    lane.pass_time(61)
    assert lane.seen.parked is None


def test_nothing_in_the_cart_cannot_be_sent(lane: Lane) -> None:
    lane.do("begin")
    lane.do("park_cart")
    assert lane.stage() is Stage.SHOPPING
    assert not lane.store.bodies("cart.parked")


def test_from_the_tender_page_too(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("pay")
    lane.do("park_cart")
    assert lane.stage() is Stage.IDLE


def test_staff_take_it_up_here(lane: Lane) -> None:
    number = park(lane)
    lane.central.up = False
    lane.sign_in("111111")
    lane.do("staff_take_up", number)
    assert lane.stage() is Stage.SHOPPING
    assert lane.seen.pieces == 2
    taken = lane.store.bodies("cart.taken_up")[0]
    assert (taken["number"], taken["person"], taken["parked_by"]) == (number, "A1", "K03")
    lane.do("start_over")
    lane.sign_in("111111")
    lane.do("staff_take_up", number)
    assert lane.stage() is Stage.IDLE
    assert lane.seen.staff is not None
    assert lane.seen.staff.problem == "no_such_cart", "it is taken up once"


def test_a_cart_of_another_checkout_comes_from_central(lane: Lane) -> None:
    park(lane)
    lane.carts.waiting["407"] = parked(lane).model_copy(update={"number": "407", "station": "K04"})
    lane.sign_in("111111")
    lane.do("staff_take_up", "407")
    assert lane.stage() is Stage.SHOPPING
    assert lane.seen.pieces == 2
    assert lane.store.bodies("cart.taken_up")[0]["parked_by"] == "K04"


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        (NoSuchCart(taken=True), "cart_taken"),
        (NoSuchCart(taken=False), "no_such_cart"),
        (OSError("central is away"), "no_such_cart"),
    ],
)
def test_what_cannot_be_taken_up_says_why(lane: Lane, fault: Exception, problem: str) -> None:
    lane.carts.waiting["407"] = fault
    lane.sign_in("111111")
    lane.do("staff_take_up", "407")
    assert lane.stage() is Stage.IDLE
    assert lane.seen.staff is not None
    assert lane.seen.staff.problem == problem


@pytest.mark.parametrize("number", ["", "12", "abc", "1234567", "30 1"])
def test_a_number_that_is_none(lane: Lane, number: str) -> None:
    lane.sign_in("111111")
    lane.do("staff_take_up", number)
    assert lane.seen.staff is not None
    assert lane.seen.staff.problem == "no_such_cart"


def test_nobody_signed_in_takes_nothing_up(lane: Lane) -> None:
    number = park(lane)
    lane.do("staff_take_up", number)
    assert lane.stage() is Stage.IDLE
    assert not lane.store.bodies("cart.taken_up")


def test_it_waits_no_longer_than_said() -> None:
    lane = Lane(settings=SessionSettings(parked_for=100))
    lane.boot()
    number = park(lane)
    lane.central.up = False
    lane.pass_time(101)
    lane.sign_in("111111")
    lane.do("staff_take_up", number)
    assert lane.seen.staff is not None
    assert lane.seen.staff.problem == "no_such_cart"


def test_where_cards_are_taken_is_said_only_while_they_are_not_here() -> None:
    lane = Lane(settings=SessionSettings(staffed_lanes=("9", "5")))
    lane.boot()
    lane.central.others = (
        LaneDocument(station="K07", lane="7", takes_cards=True, open=True, seconds=2),
        LaneDocument(station="K04", lane="4", takes_cards=True, open=True, seconds=3),
        LaneDocument(station="K02", lane="2", takes_cards=False, open=True, seconds=3),
        LaneDocument(station="K01", lane="1", takes_cards=True, open=False, seconds=3),
        LaneDocument(station="K06", lane="6", takes_cards=True, open=True, seconds=300),
    )
    lane.pass_time(40)
    assert not near(lane)
    lane.terminal.healthy = TerminalHealth.UNREACHABLE
    lane.pass_time(40)
    assert near(lane) == [("4", False), ("7", False), ("5", True), ("9", True)]
    lane.central.up = False
    lane.pass_time(1)
    assert near(lane) == [("5", True), ("9", True)], "what others do is not known any more"
    lane.terminal.healthy = TerminalHealth.READY
    lane.pass_time(10)
    assert not near(lane)


def test_central_is_told_how_this_checkout_is(lane: Lane) -> None:
    assert lane.central.report is not None
    assert (lane.central.report.takes_cards, lane.central.report.open) == (True, True)
    lane.terminal.healthy = TerminalHealth.PAPER_OUT
    lane.pass_time(40)
    assert lane.central.report.takes_cards is False


def test_the_number_is_read_in_the_shopper_s_language(lane: Lane) -> None:
    lane.do("set_language", "ja")
    park(lane)
    assert lane.seen.language == "ja"
    lane.pass_time(62)
    assert lane.seen.language == "ko"


def test_somebody_begins_while_staff_take_a_cart_up(lane: Lane) -> None:
    """Nobody's cart is lost: it can be taken up again."""
    number = park(lane)
    lane.central.up = False
    lane.sign_in("111111")
    lane.session.staff_take_up(number)
    lane.session.begin()
    lane.run()
    assert not lane.seen.cart.lines
    lane.do("start_over")
    lane.sign_in("111111")
    lane.do("staff_take_up", number)
    assert lane.seen.pieces == 2


def test_a_scan_while_the_cart_is_being_sent_keeps_it_here(lane: Lane) -> None:
    """One cart is in one place."""
    lane.scan(MILK)
    lane.session.park_cart()
    lane.scan(COLA)
    assert lane.stage() is Stage.SHOPPING
    assert lane.seen.pieces == 2
    assert lane.seen.parked is None
    assert len(lane.store.bodies("cart.taken_up")) == 1
    lane.central.up = False
    lane.do("start_over")
    lane.sign_in("111111")
    lane.do("staff_take_up", parked(lane).number)
    assert lane.seen.staff is not None
    assert lane.seen.staff.problem == "no_such_cart"
