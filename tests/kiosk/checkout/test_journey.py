"""A shopper's whole way: scan, pay, done (S1, S2, S4, S5, S7)."""

from kiosk.checkout.session import Session
from kiosk.checkout.till_commands import TillCommands
from kiosk.domain.checkout_state import Stage
from tests.fakes.lane import APPLE, BAG, COLA, GIFT, MILK, Lane


def test_the_session_is_what_the_screens_are_promised(lane: Lane) -> None:
    promised: TillCommands = lane.session
    assert isinstance(promised, Session)


def test_three_items_and_a_card_take_two_taps(lane: Lane) -> None:
    """Tap budget: 3 items and card in at most 2 taps."""
    taps = 0
    for item in (MILK, COLA, COLA):
        lane.scan(item)
    assert lane.stage() is Stage.SHOPPING
    assert lane.seen.pieces == 3
    assert lane.seen.to_pay == 2800 + 2000
    lane.terminal.plans.append("approve")
    for command in (("pay",), ("choose_tender", "card")):
        lane.do(*command)
        taps += 1
    assert taps <= 2
    assert lane.stage() is Stage.DONE
    done = lane.seen.done
    assert done is not None
    assert (done.total, done.pieces, done.receipt_number) == (4800, 3, 1)
    assert done.approval_code == "30041177"
    assert done.link.startswith("https://r.example/r/token")
    assert done.print_state == "offered"
    lane.check_books()


def test_the_four_sums_are_one(lane: Lane) -> None:
    """I-7: shown = charged = in the sale = in the journal, and the sale names its catalogue."""
    lane.scan(COLA)
    lane.scan(COLA)
    lane.scan(MILK)
    shown = lane.seen.to_pay
    lane.pay_by_card()
    sale, document = next(iter(lane.store.shelf.sales.values()))
    body = lane.store.bodies("sale.completed")[0]
    assert sale.cart.total == shown
    assert list(lane.terminal.kept.values()) == [shown]
    assert body["total"] == shown
    assert body["catalogue_version"] == 7
    assert f'"total":{shown}' in document
    assert sum(x["net"] for x in body["lines"]) == shown
    assert sum(x["net"] + x["tax"] for x in body["taxes"]) == shown
    assert lane.store.shelf.stock == {COLA.sku: -2, MILK.sku: -1}


def test_a_bag_is_one_tap_more_and_produce_three(lane: Lane) -> None:
    lane.do("add_bag", BAG.sku, 1)
    assert lane.seen.pieces == 1
    lane.do("choose_without_barcode", APPLE.sku)
    assert lane.stage() is Stage.WEIGHING
    lane.weigh(500)
    assert lane.seen.weigh is not None
    assert lane.seen.weigh.price == 4950
    lane.do("confirm_weight")
    assert lane.seen.to_pay == 300 + 4950


def test_nothing_to_pay_needs_no_card(lane: Lane) -> None:
    """S4: 0 won goes to S7 directly."""
    lane.scan(GIFT)
    lane.do("pay")
    assert lane.stage() is Stage.DONE
    assert lane.store.shelf.receipt == 1
    assert lane.terminal.asked == []


def test_the_next_shopper_finds_nothing_of_the_last(lane: Lane) -> None:
    """I-15."""
    lane.do("set_language", "en")
    lane.do("set_long_time", True)
    lane.scan(MILK)
    lane.pay_by_card()
    lane.do("finish")
    fresh = Lane().boot().seen
    seen = lane.seen
    for name in ("cart", "pieces", "member", "now_item", "notice", "call", "payment", "done", "timeout", "resume"):
        assert getattr(seen, name) == getattr(fresh, name), name
    assert (seen.language, seen.long_time, seen.can_undo) == ("ko", False, False)


def test_a_scan_on_the_done_page_begins_anew(lane: Lane) -> None:
    lane.scan(MILK)
    lane.pay_by_card()
    lane.scan("https://r.example/r/abc", symbology="QR")
    assert lane.stage() is Stage.DONE, "the receipt's own QR does not end the page"
    lane.scan(COLA)
    assert lane.stage() is Stage.SHOPPING
    assert lane.seen.pieces == 1
    assert lane.seen.done is None


def test_impossible_commands_change_nothing(lane: Lane) -> None:
    before = lane.seen
    for command in ("pay", "back", "undo", "confirm_weight", "cancel_payment", "finish", "print_receipt", "resume"):
        lane.do(command)
    lane.do("remove_line", "99")
    lane.do("set_quantity", "1", 5)
    lane.do("choose_tender", "card")
    lane.do("staff_decide", "x", True, "")
    assert lane.stage() is before.stage
    assert lane.seen.cart == before.cart
