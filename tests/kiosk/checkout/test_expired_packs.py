"""Nothing is sold past its use-by date: not at the scan, not at pay, not by staff (pain 11, T-19)."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from kiosk.checkout.cart_document import read_cart, write_cart
from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.checkout.snapshot import StaffRequest
from kiosk.domain.cart import Cart
from kiosk.domain.checkout_state import Stage
from kiosk.domain.lot import Lot
from tests import builders
from tests.fakes.lane import BEER, COLA, GIFT, GIMBAP, MILK, Lane

MINUTE = 60.0
HOUR = 60 * MINUTE
TONIGHT = "2611211030"  # half an hour after the shop's morning begins


def notice(lane: Lane) -> Notice:
    found = lane.seen.notice
    assert found is not None
    return found


def requests(lane: Lane) -> list[StaffRequest]:
    lane.sign_in()
    staff = lane.seen.staff
    assert staff is not None
    return list(staff.requests)


def skus(lane: Lane) -> list[str]:
    return [line.line.item.sku for line in lane.seen.cart.lines]


@pytest.mark.parametrize("dated", [{"ai17": "261120"}, {"ai7003": "2611211000"}, {"ai16": "261120"}])
def test_a_pack_past_its_date_is_refused_noted_and_told_to_staff(lane: Lane, dated: dict[str, Any]) -> None:
    lane.show(MILK, **dated, ai10="B7")
    assert lane.seen.pieces == 0
    assert (notice(lane).kind, notice(lane).item) == (NoticeKind.EXPIRED, MILK)
    assert "scanFail" in {x.sound for x in lane.snapshots}
    refused = lane.store.bodies("item.refused")[-1]
    why = "sell_by" if "ai16" in dated else "expired"
    assert (refused["why"], refused["gtin"], refused["batch"]) == (why, MILK.gtin, "B7")
    asked = requests(lane)
    assert [(x.kind, x.item) for x in asked] == [("expired", MILK)]
    assert dict(asked[0].evidence)["batch"] == "B7"


@pytest.mark.parametrize("dated", [{"ai17": "261121"}, {"ai7003": "2611211001"}])
def test_a_pack_on_its_last_day_and_before_its_minute_is_sold(lane: Lane, dated: dict[str, Any]) -> None:
    lane.show(MILK, **dated)
    assert lane.seen.pieces == 1


def test_the_shops_clock_decides_and_not_greenwichs(lane: Lane) -> None:
    """At 08:00 in Seoul the day before is still running in Greenwich."""
    lane.clock.seconds -= 2 * HOUR
    assert lane.clock.now().astimezone(UTC).date() == date(2026, 11, 20)
    lane.show(MILK, ai17="261120")
    assert lane.seen.pieces == 0


def test_an_item_taken_by_its_ean_is_taken_off_when_its_2d_code_says_expired(lane: Lane) -> None:
    lane.show_ean(COLA, showing=1)
    lane.show_ean(MILK, showing=2)
    lane.show(MILK, showing=2, ai17="261120")
    assert skus(lane) == [COLA.sku]
    assert notice(lane).kind is NoticeKind.EXPIRED
    assert lane.seen.now_item is None
    lane.do("undo")
    assert skus(lane) == [COLA.sku], "nothing brings it back"


def test_only_the_expired_piece_of_a_row_goes(lane: Lane) -> None:
    lane.show_ean(MILK, showing=1)
    lane.show_ean(MILK, showing=2)
    lane.show(MILK, showing=2, ai17="261120")
    assert lane.seen.pieces == 1


def test_the_ean_of_a_refused_pack_does_not_let_it_in(lane: Lane) -> None:
    lane.show(MILK, showing=1, ai17="261120")
    lane.show_ean(MILK, showing=1)
    assert lane.seen.pieces == 0
    assert notice(lane).kind is NoticeKind.EXPIRED


def test_after_an_expired_pack_the_item_is_sold_by_its_2d_code_only(lane: Lane) -> None:
    """The EAN of the same old pack, shown again later, would bypass the block."""
    lane.show(MILK, ai17="261120")
    lane.show_ean(MILK, after=30)
    assert lane.seen.pieces == 0
    assert notice(lane).kind is NoticeKind.CODE_WANTED
    lane.show(MILK, ai17="261130")
    assert lane.seen.pieces == 1


def test_the_next_shopper_is_asked_for_nothing(lane: Lane) -> None:
    """I-15."""
    lane.show(MILK, ai17="261120")
    lane.do("start_over")
    lane.show_ean(MILK)
    assert lane.seen.pieces == 1


def test_staff_still_learn_of_it_when_the_shopper_has_gone(lane: Lane) -> None:
    """Others of the lot may stand on the shelf."""
    lane.show(GIMBAP, ai7003="2611210930")
    lane.do("start_over")
    [request] = requests(lane)
    assert (request.kind, request.item, dict(request.evidence)) == ("expired", GIMBAP, {"until": "2026-11-21 09:30"})
    lane.do("staff_decide", request.request_id, True, "seen")
    staff = lane.seen.staff
    assert staff is not None
    assert staff.requests == ()


def test_staff_cannot_sell_it_all_the_same(lane: Lane) -> None:
    """Selling food past its use-by date is forbidden; what staff answer only closes the request."""
    lane.show_ean(COLA)
    lane.show(MILK, ai17="261120")
    asked = requests(lane)
    lane.do("staff_decide", asked[0].request_id, True, "seen")
    assert lane.store.bodies("staff.decided")[-1]["kind"] == "expired"
    assert skus(lane) == [COLA.sku]
    lane.do("staff_sign_out")
    lane.show(MILK, ai17="261120", after=30)
    assert skus(lane) == [COLA.sku]


def test_what_expires_in_the_cart_is_named_and_out_at_pay(lane: Lane) -> None:
    """T-19: looked at again at pay."""
    lane.show(COLA)
    lane.show(GIMBAP, ai7003=TONIGHT)
    assert lane.seen.pieces == 2
    lane.clock.seconds += 40 * MINUTE
    lane.do("pay")
    assert lane.stage() is Stage.SHOPPING
    assert (notice(lane).kind, notice(lane).item, notice(lane).more) == (NoticeKind.EXPIRED, GIMBAP, 0)
    assert skus(lane) == [COLA.sku]
    assert lane.store.bodies("item.refused")[-1]["why"] == "expired"
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE


def test_a_basket_open_past_midnight(lane: Lane) -> None:
    lane.show(MILK, ai17="261121")
    lane.show(COLA, ai17="261121")
    lane.clock.wall_offset = datetime(2026, 11, 22, tzinfo=builders.SEOUL) - lane.clock.now()
    lane.do("pay")
    assert skus(lane) == []
    assert (notice(lane).kind, notice(lane).more) == (NoticeKind.EXPIRED, 1)
    assert lane.stage() is Stage.SHOPPING


def test_what_expires_while_the_tender_is_chosen_is_not_paid(lane: Lane) -> None:
    lane.show(COLA)
    lane.show(GIMBAP, ai7003=TONIGHT)
    lane.do("pay")
    assert lane.stage() is Stage.CHOOSING_TENDER
    lane.clock.seconds += 40 * MINUTE
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.SHOPPING
    assert lane.terminal.entries == {}
    assert skus(lane) == [COLA.sku]


@pytest.mark.parametrize("approve", [True, False])
def test_what_expires_while_staff_look_at_a_card_is_not_paid(lane: Lane, approve: bool) -> None:
    lane.scan(BEER)
    lane.scan(COLA)
    lane.show(GIMBAP, ai7003=TONIGHT)
    lane.do("pay")
    assert lane.stage() is Stage.AGE_CHECK
    lane.clock.seconds += 40 * MINUTE
    lane.sign_in("111111")
    staff = lane.seen.staff
    assert staff is not None
    age = next(x for x in staff.requests if x.kind == "age")
    lane.do("staff_decide", age.request_id, approve, "seen")
    assert lane.stage() is Stage.SHOPPING
    assert GIMBAP.sku not in skus(lane)
    assert (BEER.sku in skus(lane)) is approve


def test_a_free_item_that_expired_is_not_given_either(lane: Lane) -> None:
    lane.show(GIFT, ai7003=TONIGHT)
    lane.clock.seconds += 40 * MINUTE
    lane.do("pay")
    assert lane.stage() is Stage.SHOPPING
    assert skus(lane) == []


def test_dated_food_without_a_date_in_a_kept_cart_is_asked_for_its_code(lane: Lane) -> None:
    """A cart that was kept before the item was flagged."""
    lane.scan(COLA)
    lane.session._floor.visit.cart.add(GIMBAP)
    lane.do("pay")
    assert lane.stage() is Stage.SHOPPING
    assert notice(lane).kind is NoticeKind.CODE_WANTED
    assert skus(lane) == [COLA.sku]


def test_past_its_best_is_sold_and_only_staff_are_told(lane: Lane) -> None:
    """Best-before promises quality: nothing forbids the sale, but the shelf wants looking through."""
    lane.show(MILK, ai15="261101")
    assert lane.seen.pieces == 1
    assert lane.seen.notice is None
    assert [(x.kind, x.item) for x in requests(lane)] == [("past_best", MILK)]
    lane.do("staff_sign_out")
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE


# the date goes with the pack


def test_the_lot_is_in_the_sale_and_in_the_journal(lane: Lane) -> None:
    lane.show(GIMBAP, ai7003="2611211800", ai10="B7", ai21="0042")
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    body = lane.store.bodies("sale.completed")[-1]
    told = {name: body["lines"][0][name] for name in ("expires_on", "expires_time", "batch", "serials")}
    assert told == {
        "expires_on": "2026-11-21",
        "expires_time": "18:00:00",
        "batch": "B7",
        "serials": ["0042"],
    }
    [(sale, _)] = lane.store.shelf.sales.values()
    assert sale.cart.lines[0].line.lot == Lot(date(2026, 11, 21), time(18, 0), batch="B7")


def test_the_lot_survives_a_power_cut_and_still_expires(lane: Lane) -> None:
    lane.show(COLA)
    lane.show(GIMBAP, ai7003=TONIGHT, ai21="0042")
    lane.restart()
    lane.do("resume")
    kept = next(x.line for x in lane.seen.cart.lines if x.line.item.sku == GIMBAP.sku)
    assert (kept.lot.expires_on, kept.lot.expires_time, kept.serials) == (date(2026, 11, 21), time(10, 30), ("0042",))
    lane.show(GIMBAP, ai7003=TONIGHT, ai21="0042")
    assert notice(lane).kind is NoticeKind.SAME_PACK
    lane.clock.seconds += 40 * MINUTE
    lane.do("pay")
    assert skus(lane) == [COLA.sku]


def test_a_cart_put_aside_and_taken_up_again_keeps_its_lots(lane: Lane) -> None:
    lane.show(MILK, ai17="261130", ai15="261128", ai16="261129", ai10="B7", ai21="1")
    line = lane.seen.cart.lines[0].line
    lane.pass_time(95)
    assert lane.stage() is Stage.IDLE
    lane.do("resume")
    assert lane.seen.cart.lines[0].line == line


def test_a_cart_kept_by_an_older_version_has_no_lots(lane: Lane) -> None:
    cart = Cart()
    cart.add(MILK, quantity=2)
    old = write_cart(cart, "S", builders.MORNING)
    for name in ("expires_on", "expires_time", "sell_by", "best_before"):
        old = old.replace(f', "{name}": null', "")
    old = old.replace(', "batch": "", "serials": []', "")
    assert "expires" not in old
    assert "serials" not in old
    assert read_cart(old, lane.catalogue).lines == cart.lines


def test_two_lots_of_one_item_earn_their_promotion_together(lane: Lane) -> None:
    """1+1 counts pieces and not rows."""
    lane.show(COLA, ai17="261130")
    lane.show(COLA, ai17="261205")
    assert [x.line.quantity for x in lane.seen.cart.lines] == [1, 1]
    assert lane.seen.to_pay == COLA.unit_price


@pytest.mark.parametrize("text", ["2026-13-01", "soon"])
def test_a_kept_cart_with_a_date_that_is_none_is_refused_whole(lane: Lane, text: str) -> None:
    cart = Cart()
    cart.add(MILK, lot=Lot(date(2026, 11, 30)))
    broken = write_cart(cart, "S", builders.MORNING).replace("2026-11-30", text)
    with pytest.raises(ValueError, match="a line of the kept cart is not understood"):
        read_cart(broken, lane.catalogue)
