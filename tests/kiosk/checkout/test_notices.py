"""What the shopper is told after each kind of scan and change (S2)."""

from dataclasses import replace

import pytest

from hardware.ports.scale import ScaleState
from hardware.ports.scanner import CodeMissed, CodeRefused
from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.checkout.session_settings import SessionSettings
from kiosk.domain.checkout_state import Stage
from tests import builders
from tests.fakes.lane import APPLE, BEER, BREAD, COLA, MEMBER_CODE, MILK, RECALLED, Lane

WALLET = "hQVDUFYwMWEGTwSgAAAAAQ=="


def notice(lane: Lane) -> Notice:
    found = lane.seen.notice
    assert found is not None
    return found


def test_a_scan_at_idle_begins_with_the_item(lane: Lane) -> None:
    lane.scan(MILK)
    assert lane.stage() is Stage.SHOPPING
    now = lane.seen.now_item
    assert now is not None
    assert now.line.line.item.sku == MILK.sku
    assert lane.snapshots[-1].notice is None
    assert "scanOk" in {x.sound for x in lane.snapshots}


def test_the_same_item_counts_its_row_up(lane: Lane) -> None:
    for _ in range(3):
        lane.scan(MILK)
    assert [x.line.quantity for x in lane.seen.cart.lines] == [3]


def test_a_twin_read_of_a_trigger_is_one(lane: Lane) -> None:
    """F-22: same code twice within 250 ms from one device is one read; from two devices it is two."""
    code = MILK.gtin[-13:]
    for at, device in ((10.0, "hand"), (10.2, "hand"), (10.3, "cam"), (10.6, "hand")):
        lane.session.scan(builders.read(code, at, device=device))
    assert lane.seen.pieces == 3


def test_ten_codes_in_a_second_are_ten_pieces(lane: Lane) -> None:
    """F-22."""
    for number in range(10):
        item = MILK if number % 2 else COLA
        lane.session.scan(builders.read(item.gtin[-13:], number / 10))
    assert lane.seen.pieces == 10


def test_an_unknown_code_is_said_noted_and_told_to_staff(lane: Lane) -> None:
    code = builders.gtin(999)
    lane.scan(code)
    assert notice(lane).kind is NoticeKind.UNKNOWN_CODE
    assert lane.store.bodies("item.refused")[0]["gtin"] == code.zfill(14)
    lane.sign_in()
    staff = lane.seen.staff
    assert staff is not None
    assert [x.kind for x in staff.requests] == ["unknown_item"]


@pytest.mark.parametrize("event", [CodeMissed("cam", 1), CodeRefused("too long", "hand", 1)])
def test_an_unreadable_code_is_said_while_somebody_shops(lane: Lane, event: CodeMissed | CodeRefused) -> None:
    lane.session.scan(event)
    assert lane.stage() is Stage.IDLE
    lane.scan(MILK)
    lane.session.scan(event)
    assert notice(lane).kind is NoticeKind.READ_FAILED


def test_a_scanner_whose_setup_changed_is_told_to_staff(lane: Lane) -> None:
    """T-3."""
    lane.session.scan(CodeRefused("no suffix", "hand", 1, setup_changed=True))
    lane.run()
    lane.sign_in()
    staff = lane.seen.staff
    assert staff is not None
    assert dict(staff.requests[0].evidence)["scanner"] == "hand"


def test_a_recalled_item_never_gets_in(lane: Lane) -> None:
    """I-12: at the scan."""
    lane.scan(RECALLED)
    assert notice(lane).kind is NoticeKind.BLOCKED_ITEM
    assert lane.seen.pieces == 0
    assert lane.store.bodies("item.refused")[0]["reason"] == "recall"


def test_an_item_that_is_recalled_meanwhile_is_not_sold(lane: Lane) -> None:
    """I-12: again at pay."""
    lane.scan(MILK)
    lane.scan(COLA)
    lane.catalogue.items[MILK.sku] = replace(MILK, blocked="recall")
    lane.do("pay")
    assert lane.stage() is Stage.SHOPPING
    assert notice(lane).kind is NoticeKind.STOPPED_NOW
    assert [x.line.item.sku for x in lane.seen.cart.lines] == [COLA.sku]
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE


def test_a_wallet_code_is_explained_and_kept_nowhere(lane: Lane, caplog: pytest.LogCaptureFixture) -> None:
    lane.scan(WALLET, symbology="QR")
    assert notice(lane).kind is NoticeKind.WALLET_CODE
    assert WALLET not in repr(lane.store.shelf)
    assert WALLET not in repr(lane.snapshots)
    assert WALLET not in caplog.text


def test_a_member_code_gives_the_member_price_and_shows_four_digits(lane: Lane) -> None:
    lane.scan(BREAD)
    lane.scan(MEMBER_CODE)
    assert notice(lane).kind is NoticeKind.MEMBER_APPLIED
    assert notice(lane).amount == 300
    assert lane.seen.to_pay == 3000
    assert lane.seen.member == "····" + lane.session._floor.visit.cart.member[-4:]
    assert lane.session._floor.visit.cart.member not in repr(lane.store.shelf.cart)


def test_a_promotion_that_is_reached_is_told_once(lane: Lane) -> None:
    lane.scan(COLA)
    nudge = lane.seen.nudge
    assert nudge is not None
    assert nudge.missing == 1
    lane.scan(COLA)
    assert notice(lane).kind is NoticeKind.PROMOTION_REACHED
    assert notice(lane).amount == 2000
    number = notice(lane).number
    lane.scan(MILK)
    assert lane.seen.notice is None or lane.seen.notice.number == number


def test_a_nudge_that_was_dismissed_stays_away(lane: Lane) -> None:
    lane.scan(COLA)
    lane.do("dismiss_nudge")
    lane.scan(MILK)
    assert lane.seen.nudge is None


def test_codes_with_price_and_weight_inside(lane: Lane) -> None:
    lane.scan(builders.with_check_digit("270001104500"))
    lane.scan(builders.with_check_digit("280001100500"))
    lines = lane.seen.cart.lines
    assert (lines[0].net, lines[1].net) == (4500, 4950)
    assert lines[1].line.grams == 500


def test_a_weighed_item_waits_for_a_stable_weight(lane: Lane) -> None:
    lane.do("choose_without_barcode", APPLE.sku)
    for grams, state, price in ((0, ScaleState.EMPTY, 0), (300, ScaleState.MOVING, 2970), (0, ScaleState.OVER, 0)):
        lane.weigh(grams, state)
        lane.do("confirm_weight")
        assert lane.stage() is Stage.WEIGHING
        weigh = lane.seen.weigh
        assert weigh is not None
        assert (weigh.state, weigh.price) == (state.value, price)
    lane.weigh(250)
    lane.do("confirm_weight")
    assert lane.seen.to_pay == 2475
    lane.do("reweigh", lane.seen.cart.lines[0].line.line_id)
    lane.weigh(1000)
    lane.do("confirm_weight")
    assert lane.seen.to_pay == 9900
    assert lane.seen.pieces == 1


def test_scanning_goes_on_while_weighing(lane: Lane) -> None:
    lane.do("choose_without_barcode", APPLE.sku)
    lane.scan(MILK)
    assert lane.stage() is Stage.WEIGHING
    assert lane.seen.pieces == 1
    lane.do("cancel_weight")
    assert lane.stage() is Stage.SHOPPING


def test_a_broken_scale_is_said_and_told_to_staff(lane: Lane) -> None:
    """F-24."""
    lane.do("choose_without_barcode", APPLE.sku)
    lane.do("device_changed", "scale", "scale", False, "unplugged")
    assert notice(lane).kind is NoticeKind.SCALE_FAULT
    weigh = lane.seen.weigh
    assert weigh is not None
    assert weigh.state == "gone"
    assert lane.seen.health.scale == "away"
    lane.do("device_changed", "scale", "scale", True)
    weigh = lane.seen.weigh
    assert weigh is not None
    assert weigh.state == "empty"


def test_removing_can_be_undone_for_six_seconds(lane: Lane) -> None:
    lane.scan(MILK)
    line = lane.seen.cart.lines[0].line.line_id
    lane.do("remove_line", line)
    assert notice(lane).kind is NoticeKind.REMOVED
    removed = lane.seen
    assert removed.can_undo
    lane.pass_time(5)
    lane.do("undo")
    assert lane.seen.pieces == 1
    lane.do("set_quantity", line, 0)
    lane.pass_time(7)
    assert not lane.seen.can_undo
    lane.do("undo")
    assert lane.seen.pieces == 0


def test_a_row_holds_99(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("set_quantity", "1", 99)
    lane.scan(MILK)
    assert notice(lane).kind is NoticeKind.QUANTITY_LIMIT
    assert lane.seen.pieces == 99


def test_a_price_that_fell_is_told_and_one_that_rose_is_not_taken(lane: Lane) -> None:
    lane.scan(MILK)
    lane.scan(BREAD)
    lane.catalogue.version += 1
    lane.catalogue.items[MILK.sku] = replace(MILK, unit_price=2500)
    lane.catalogue.items[BREAD.sku] = replace(BREAD, unit_price=9000)
    lane.do("catalogue_changed")
    assert notice(lane).kind is NoticeKind.PRICE_FELL
    assert notice(lane).amount == 300
    assert lane.seen.to_pay == 2500 + 3300


def test_a_scan_while_paying_is_held_and_added_when_nothing_was_paid(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("pay")
    lane.do("choose_tender", "card")
    lane.scan(COLA)
    assert notice(lane).kind is NoticeKind.SCAN_HELD
    assert lane.stage() is Stage.PAYING
    assert lane.seen.pieces == 1
    lane.do("cancel_payment")
    lane.do("back")
    assert lane.seen.pieces == 2


def test_a_scan_while_paying_that_came_too_late_is_said_on_the_done_page(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("pay")
    lane.do("choose_tender", "card")
    lane.scan(COLA)
    lane.terminal.tap()
    lane.run()
    assert lane.stage() is Stage.DONE
    assert notice(lane).kind is NoticeKind.SCAN_LEFT_OUT
    done = lane.seen.done
    assert done is not None
    assert done.total == 2800


def test_a_scan_while_choosing_the_tender_goes_back_to_the_cart(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("pay")
    lane.scan(COLA)
    assert lane.stage() is Stage.SHOPPING
    assert lane.seen.pieces == 2


def test_an_age_item_can_be_refused_by_policy() -> None:
    lane = Lane(settings=SessionSettings(age_policy="refuse")).boot()
    lane.scan(BEER)
    assert notice(lane).kind is NoticeKind.AGE_REFUSED
    assert lane.seen.pieces == 0


def test_a_cart_that_cannot_be_kept_is_said(lane: Lane) -> None:
    lane.writer.failures.append(True)
    lane.scan(MILK)
    assert notice(lane).kind is NoticeKind.NOT_SAVED
    assert lane.seen.pieces == 1


def test_a_listener_that_fails_stops_nobody(lane: Lane, caplog: pytest.LogCaptureFixture) -> None:
    def broken(_: object) -> None:
        raise ValueError("a listener failed")

    stop = lane.session.subscribe(broken)
    lane.scan(MILK)
    stop()
    assert lane.snapshots[-1].pieces == 1
    assert "a listener of the session failed" in caplog.text
    caplog.clear()


def test_an_item_that_is_recalled_at_the_last_moment_is_not_sold(lane: Lane) -> None:
    """I-12: and once more when the tender is chosen."""
    lane.scan(MILK)
    lane.do("pay")
    lane.catalogue.items[MILK.sku] = replace(MILK, blocked="recall")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.SHOPPING
    assert notice(lane).kind is NoticeKind.STOPPED_NOW
    assert lane.terminal.entries == {}
