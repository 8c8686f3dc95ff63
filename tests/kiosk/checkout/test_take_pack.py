"""One pack, one item: which reads are of the same pack, and what its codes add to the cart."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.ports.scanner import CodeRead
from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.take_pack import tells_more
from kiosk.domain.cart import LineItem
from kiosk.domain.checkout_state import Stage
from kiosk.domain.fulfilment import CARRY_OUT
from kiosk.domain.lot import UNNAMED, Lot
from tests import builders
from tests.fakes.lane import COLA, GIMBAP, MILK, PORK, Lane

FRESH: dict[str, Any] = {"ai17": "261130", "ai10": "B7"}  # the shop's morning is 21 November 2026
LOT = Lot(date(2026, 11, 30), batch="B7")


def rows(lane: Lane) -> list[LineItem]:
    return [priced.line for priced in lane.seen.cart.lines]


def notice(lane: Lane) -> Notice | None:
    return lane.seen.notice


def sounds(lane: Lane) -> int:
    return lane.seen.sound_number


def test_ean_and_2d_code_of_a_pack_before_the_camera_are_one_item(lane: Lane) -> None:
    lane.show_ean(MILK, showing=1)
    heard = sounds(lane)
    lane.show(MILK, showing=1, **FRESH)
    assert [(x.quantity, x.lot) for x in rows(lane)] == [(1, LOT)]
    assert sounds(lane) == heard, "the pack was heard already"
    now = lane.seen.now_item
    assert now is not None
    assert now.line.line.lot == LOT


def test_the_order_of_the_codes_does_not_matter(lane: Lane) -> None:
    lane.show(MILK, showing=1, **FRESH)
    lane.show_ean(MILK, showing=1)
    assert [(x.quantity, x.lot) for x in rows(lane)] == [(1, LOT)]


def test_the_same_code_in_the_same_showing_is_one_and_in_the_next_another(lane: Lane) -> None:
    lane.show_ean(MILK, showing=1)
    lane.show_ean(MILK, showing=1)
    assert lane.seen.pieces == 1
    lane.show_ean(MILK, showing=2)
    assert lane.seen.pieces == 2


def test_two_packs_held_together_differ_by_what_their_own_codes_say(lane: Lane) -> None:
    lane.show(MILK, showing=1, ai21="1")
    lane.show(MILK, showing=1, ai21="2")
    lane.show(MILK, showing=1, ai21="2")
    assert [(x.quantity, x.serials) for x in rows(lane)] == [(2, ("1", "2"))]


def test_another_item_in_the_same_showing_is_another_item(lane: Lane) -> None:
    lane.show_ean(MILK, showing=1)
    lane.show(COLA, showing=1)
    assert lane.seen.pieces == 2


def test_one_piece_of_a_row_learns_its_lot_and_stands_by_itself(lane: Lane) -> None:
    lane.show_ean(MILK, showing=1)
    lane.show_ean(MILK, showing=2)
    lane.show(MILK, showing=2, **FRESH)
    assert [(x.quantity, x.lot) for x in rows(lane)] == [(1, UNNAMED), (1, LOT)]
    lane.show(MILK, showing=3, **FRESH)
    assert [(x.quantity, x.lot) for x in rows(lane)] == [(1, UNNAMED), (2, LOT)]


def test_both_codes_by_hand_within_two_seconds_are_one_item(lane: Lane) -> None:
    lane.show_ean(MILK)
    lane.show(MILK, after=1.9, **FRESH)
    assert [(x.quantity, x.lot) for x in rows(lane)] == [(1, LOT)]


def test_both_codes_by_hand_after_two_seconds_are_two_packs(lane: Lane) -> None:
    lane.show_ean(MILK)
    lane.show(MILK, after=2.1, **FRESH)
    assert [x.quantity for x in rows(lane)] == [1, 1]


def test_the_two_seconds_are_a_setting() -> None:
    lane = Lane(settings=SessionSettings(same_pack=0.5)).boot()
    lane.show_ean(MILK)
    lane.show(MILK, after=1, **FRESH)
    assert lane.seen.pieces == 2


def test_two_packs_by_hand_one_code_after_the_other_are_two(lane: Lane) -> None:
    """EAN, EAN, then both 2D codes: each finds its own pack."""
    lane.show_ean(MILK, after=1)
    lane.show_ean(MILK, after=0.4)
    lane.show(MILK, after=0.4, ai21="1")
    lane.show(MILK, after=0.4, ai21="2")
    assert lane.seen.pieces == 2
    assert sorted(serial for row in rows(lane) for serial in row.serials) == ["1", "2"]


def test_a_pack_whose_codes_were_both_read_is_complete(lane: Lane) -> None:
    lane.show_ean(MILK)
    lane.show(MILK, after=0.4, **FRESH)
    lane.show_ean(MILK, after=0.4)
    assert lane.seen.pieces == 2, "the third read can only be another pack"


def test_scanner_and_camera_are_two_hands(lane: Lane) -> None:
    """F-22."""
    lane.show_ean(MILK, device="hand")
    lane.show(MILK, showing=1, after=0.5, **FRESH)
    assert lane.seen.pieces == 2


def test_the_same_pack_twice_is_said_kindly_and_counted_once(lane: Lane) -> None:
    lane.show(MILK, ai21="0042")
    lane.show(COLA)
    lane.show(MILK, after=30, ai21="0042")
    assert lane.seen.pieces == 2
    said = notice(lane)
    assert said is not None
    assert said.kind is NoticeKind.SAME_PACK
    assert not lane.seen.staff
    lane.show(MILK, after=30, ai21="0043")
    assert lane.seen.pieces == 3


def test_the_same_serial_of_another_item_is_another_pack(lane: Lane) -> None:
    lane.show(MILK, ai21="1")
    lane.show(COLA, ai21="1")
    assert lane.seen.pieces == 2


def test_an_ean_that_turns_out_to_be_a_pack_of_the_cart_is_taken_back(lane: Lane) -> None:
    lane.show(MILK, showing=1, ai21="1")
    lane.show_ean(MILK, showing=2)
    assert lane.seen.pieces == 2
    lane.show(MILK, showing=2, ai21="1")
    assert lane.seen.pieces == 1
    said = notice(lane)
    assert said is not None
    assert said.kind is NoticeKind.SAME_PACK


def test_a_pack_that_was_put_back_may_be_scanned_again(lane: Lane) -> None:
    lane.show(MILK, ai21="1")
    lane.do("remove_line", rows(lane)[0].line_id)
    lane.show(MILK, after=30, ai21="1")
    assert lane.seen.pieces == 1


def test_a_row_that_was_removed_is_not_brought_back_by_the_packs_other_code(lane: Lane) -> None:
    lane.show_ean(MILK, showing=1)
    lane.do("remove_line", rows(lane)[0].line_id)
    lane.show(MILK, showing=1, **FRESH)
    assert lane.seen.pieces == 0


def test_reads_while_paying_are_put_together_too(lane: Lane) -> None:
    lane.show_ean(COLA)
    lane.do("pay")
    lane.do("choose_tender", "card")
    lane.show_ean(MILK, showing=1)
    lane.show(MILK, showing=1, **FRESH)
    lane.do("cancel_payment")
    lane.do("back")
    assert [(x.item.sku, x.quantity) for x in rows(lane)] == [(COLA.sku, 1), (MILK.sku, 1)]


# food that only its dated code sells


def test_the_ean_of_dated_food_asks_for_its_qr_and_the_qr_adds_it(lane: Lane) -> None:
    lane.show_ean(COLA, showing=7)
    lane.show_ean(GIMBAP, showing=1)
    assert lane.seen.pieces == 1
    assert lane.seen.now_item is None, "nothing says added beside it"
    lane.do("remove_line", rows(lane)[0].line_id)
    lane.show_ean(GIMBAP, showing=2)
    said = notice(lane)
    assert said is not None
    assert (said.kind, said.item) == (NoticeKind.CODE_WANTED, GIMBAP)
    assert "attention" in {x.sound for x in lane.snapshots}
    lane.show(GIMBAP, showing=2, ai7003="2611211800")
    assert [(x.quantity, x.lot) for x in rows(lane)] == [(1, Lot(date(2026, 11, 21), time(18, 0)))]
    assert notice(lane) is None


def test_the_qr_may_come_late_and_from_another_device(lane: Lane) -> None:
    lane.show_ean(GIMBAP, device="hand")
    lane.show(GIMBAP, showing=1, after=20, ai7003="2611211800")
    assert lane.seen.pieces == 1


def test_the_ean_after_the_qr_asks_for_nothing(lane: Lane) -> None:
    lane.show(GIMBAP, showing=1, ai17="261122")
    number = lane.seen.now_item.number if lane.seen.now_item else 0
    lane.show_ean(GIMBAP, showing=1)
    assert lane.seen.pieces == 1
    assert notice(lane) is None
    assert lane.seen.now_item is not None
    assert lane.seen.now_item.number == number


def test_a_dated_items_code_without_a_date_sells_nothing_and_tells_staff(lane: Lane) -> None:
    lane.show(GIMBAP, ai10="B7")
    assert lane.seen.pieces == 0
    said = notice(lane)
    assert said is not None
    assert said.kind is NoticeKind.DATE_MISSING
    assert lane.store.bodies("item.refused")[-1]["why"] == "date_missing"
    lane.sign_in()
    staff = lane.seen.staff
    assert staff is not None
    assert [(x.kind, x.item) for x in staff.requests] == [("expired", GIMBAP)]


def test_best_before_does_not_stand_in_for_the_use_by_date(lane: Lane) -> None:
    lane.show(GIMBAP, ai15="261130")
    assert lane.seen.pieces == 0


@pytest.mark.parametrize("way", ["choose_without_barcode", "order", "set_quantity"])
def test_dated_food_is_not_had_without_its_code(lane: Lane, way: str) -> None:
    """Search, pictures and the stepper would bypass the date."""
    lane.show(GIMBAP, ai17="261122")
    if way == "set_quantity":
        lane.do(way, rows(lane)[0].line_id, 2)
    elif way == "order":
        lane.do(way, GIMBAP.sku, 1, CARRY_OUT)
    else:
        lane.do(way, GIMBAP.sku)
    assert lane.seen.pieces == 1
    said = notice(lane)
    assert said is not None
    assert said.kind is NoticeKind.CODE_WANTED


def test_fewer_of_dated_food_need_no_code(lane: Lane) -> None:
    lane.show(GIMBAP, ai17="261122", ai21="1")
    lane.show(GIMBAP, ai17="261122", ai21="2")
    lane.do("set_quantity", rows(lane)[0].line_id, 1)
    assert [(x.quantity, x.serials) for x in rows(lane)] == [(1, ("1",))]


# weight, price and number inside


def test_a_weight_in_the_code_is_the_rows_weight(lane: Lane) -> None:
    """Pain 10."""
    lane.show(PORK, ai3103="000612", ai17="261125")
    assert lane.stage() is Stage.SHOPPING
    assert [(x.grams, x.lot.expires_on) for x in rows(lane)] == [(612, date(2026, 11, 25))]
    assert lane.seen.to_pay == 14_688


def test_a_price_in_the_code_is_the_rows_price(lane: Lane) -> None:
    """Pain 10."""
    lane.show(PORK, ai3103="000612", ai3920="13900")
    assert [(x.grams, x.fixed_price) for x in rows(lane)] == [(612, 13_900)]
    assert lane.seen.to_pay == 13_900
    lane.show(MILK, ai3920="2500")
    assert lane.seen.to_pay == 16_400


def test_a_weighed_item_without_a_weight_in_its_code_goes_to_the_scale_with_its_date(lane: Lane) -> None:
    lane.show(PORK, ai17="261125", ai21="9")
    assert lane.stage() is Stage.WEIGHING
    lane.weigh(500)
    lane.do("confirm_weight")
    assert [(x.grams, x.lot.expires_on, x.serials) for x in rows(lane)] == [(500, date(2026, 11, 25), ("9",))]


def test_the_2d_code_spares_the_scale_that_the_ean_opened(lane: Lane) -> None:
    lane.show_ean(PORK, showing=1)
    assert lane.stage() is Stage.WEIGHING
    lane.show(PORK, showing=1, ai3103="000612")
    assert lane.stage() is Stage.SHOPPING
    assert [x.grams for x in rows(lane)] == [612]


def test_the_scale_that_the_ean_opened_learns_the_date_and_weighs_once(lane: Lane) -> None:
    lane.show_ean(PORK, showing=1)
    lane.show(PORK, showing=1, ai17="261125")
    lane.weigh(300)
    lane.do("confirm_weight")
    assert lane.stage() is Stage.SHOPPING
    assert [(x.grams, x.lot.expires_on) for x in rows(lane)] == [(300, date(2026, 11, 25))]


@pytest.mark.parametrize(
    ("read", "more"),
    [
        (CodeRead("8801234567893", "EAN-13", "h", 0), False),
        (CodeRead("8801234567893", "", "h", 0), False),
        (CodeRead("01088012345678931726113010B7", "", "h", 0), True),
        (CodeRead("0108801234567893", "Data Matrix", "h", 0, gs1=True), True),
        (CodeRead("0108801234567893", "Code 128", "h", 0, gs1=True), True),
        (CodeRead("18801234567890", "ITF-14", "h", 0), False),
        (CodeRead("0108801234567893", "DataBar", "h", 0, gs1=True), False),
        (CodeRead("https://id.example/01/08801234567893", "QR", "h", 0), True),
    ],
)
def test_which_codes_can_tell_more_than_a_number(read: CodeRead, more: bool) -> None:
    assert tells_more(read) is more


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.sampled_from([MILK, COLA]), st.integers(1, 4)), max_size=25))
def test_however_a_camera_reads_packs_each_showing_counts_once(shown: list[tuple[bool, object, int]]) -> None:
    lane = Lane().boot()
    for coded, item, showing in shown:
        if coded:
            lane.show(item, showing=showing, **FRESH)  # type: ignore[arg-type]
        else:
            lane.show_ean(item, showing=showing)  # type: ignore[arg-type]
    assert lane.seen.pieces == len({(item.sku, showing) for _, item, showing in shown})  # type: ignore[attr-defined]


def test_ten_codes_in_a_second_stay_ten(lane: Lane) -> None:
    """F-22: the pack rule loses none."""
    for number in range(10):
        item = MILK if number % 2 else COLA
        lane.session.scan(builders.read(item.gtin[-13:], 2000 + number / 10))
    assert lane.seen.pieces == 10
