"""What may not be sold is refused at the scan and again at pay, offline too; staff pass what only a person may."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.snapshot import StaffRequest
from kiosk.domain.age_limit import AgeLimit, AgeRule
from kiosk.domain.catalogue import LocalText
from kiosk.domain.checkout_state import Stage
from kiosk.domain.fulfilment import CARRY_OUT, SHIP
from kiosk.domain.promotion import Pool
from kiosk.domain.recall import DateWindow, Recall, RecallKind, SerialRange
from kiosk.domain.restriction import Policy, Restriction
from kiosk.domain.restriction_rows import restriction_from
from kiosk.domain.sale_check import Reason
from tests.fakes.lane import APPLE, BEER, BREAD, CHAIR, COLA, MEMBER_CODE, MILK, PORK, Lane

BY_LOT = Recall(
    recall_id="R1",
    kind=RecallKind.RECALL,
    reason=LocalText("이물"),
    basis="notice 2026-1",
    gtins=frozenset({MILK.gtin}),
    batches=frozenset({"L1"}),
)


def rule(*skus: str, **says: object) -> Restriction:
    return restriction_from({"id": "r", "goods": {"skus": list(skus)}, **says})


def publish(lane: Lane, *rules: Restriction, recalls: tuple[Recall, ...] = (), told: bool = True) -> None:
    """A new catalogue with these rules; `told` is whether the session hears of it at once."""
    lane.catalogue.rules, lane.catalogue.recalled = rules, recalls
    lane.catalogue.version += 1
    if told:
        lane.do("catalogue_changed")


def notice(lane: Lane) -> Notice:
    found = lane.seen.notice
    assert found is not None
    return found


def skus(lane: Lane) -> list[str]:
    return [line.line.item.sku for line in lane.seen.cart.lines]


def requests(lane: Lane) -> list[StaffRequest]:
    if lane.seen.staff is None or not lane.seen.staff.signed_in:
        lane.sign_in()
    staff = lane.seen.staff
    assert staff is not None
    return list(staff.requests)


def decide(lane: Lane, kind: str, approve: bool) -> None:
    (request,) = [x for x in requests(lane) if x.kind == kind]
    lane.do("staff_decide", request.request_id, approve, "")
    lane.do("staff_sign_out")


# recalls by the code alone


def test_a_recalled_lot_is_refused_at_the_scan_offline(lane: Lane) -> None:
    """I-12, T-19."""
    publish(lane, recalls=(BY_LOT,))
    lane.central.up = False
    lane.show(MILK, ai10="L1", ai17="261130")
    assert skus(lane) == []
    assert notice(lane).kind is NoticeKind.BLOCKED_ITEM
    lane.show(MILK, ai10="L2", ai17="261130")
    assert skus(lane) == [MILK.sku]
    body = lane.store.bodies("item.refused")[-1]
    assert (body["why"], body["rule"], body["batch"]) == ("recalled", "R1", "L1")
    (told,) = requests(lane)
    assert told.kind == "blocked_item"
    assert dict(told.evidence)["basis"] == "notice 2026-1"


@pytest.mark.parametrize("told", [True, False])
def test_a_recall_that_arrives_in_between_is_seen_at_pay(lane: Lane, told: bool) -> None:
    """I-12: whether the till heard of the new list or only looks at pay."""
    lane.show(MILK, ai10="L1")
    lane.scan(COLA)
    publish(lane, recalls=(BY_LOT,), told=told)
    if not told:
        assert skus(lane) == [MILK.sku, COLA.sku]
        lane.do("pay")
    assert skus(lane) == [COLA.sku]
    assert lane.stage() is Stage.SHOPPING
    assert (notice(lane).kind, notice(lane).item) == (NoticeKind.STOPPED_NOW, MILK)
    lane.do("undo")
    assert skus(lane) == [COLA.sku], "nothing brings it back"
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    assert [x["sku"] for x in lane.store.bodies("sale.completed")[0]["lines"]] == [COLA.sku]


@pytest.mark.parametrize("stage", ["pay", "choose_tender"])
def test_a_recall_that_arrives_at_the_tender_stops_the_payment(lane: Lane, stage: str) -> None:
    lane.show(MILK, ai10="L1")
    lane.do("pay")
    publish(lane, recalls=(BY_LOT,), told=stage == "pay")
    if stage == "choose_tender":
        lane.do("choose_tender", "card")
    assert (lane.stage(), skus(lane)) == (Stage.SHOPPING, [])
    assert lane.terminal.entries == {}


@pytest.mark.parametrize(
    ("recall", "stopped", "sold"),
    [
        (replace(BY_LOT, batches=frozenset(), serials=(SerialRange("01", "09"),)), {"ai21": "05"}, {"ai21": "10"}),
        (
            replace(BY_LOT, batches=frozenset(), expires=DateWindow(date(2026, 12, 1), date(2026, 12, 31))),
            {"ai17": "261201"},
            {"ai17": "270101"},
        ),
        (
            replace(BY_LOT, batches=frozenset(), made=DateWindow(None, date(2026, 11, 1))),
            {"ai11": "261101"},
            {"ai11": "261102"},
        ),
    ],
)
def test_serials_and_date_windows(lane: Lane, recall: Recall, stopped: dict[str, Any], sold: dict[str, Any]) -> None:
    publish(lane, recalls=(recall,))
    lane.show(MILK, **stopped)
    assert skus(lane) == []
    lane.show(MILK, **sold)
    assert skus(lane) == [MILK.sku]


# a pack whose code tells nothing


def test_a_plain_ean_of_an_item_recalled_by_lot_waits_for_staff_who_let_it_pass(lane: Lane) -> None:
    publish(lane, recalls=(BY_LOT,))
    lane.scan(MILK)
    assert (skus(lane), notice(lane).kind) == ([], NoticeKind.PACK_CHECK)
    decide(lane, "pack_check", approve=True)
    assert (skus(lane), notice(lane).kind) == ([MILK.sku], NoticeKind.PACK_PASSED)
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    line = lane.store.bodies("sale.completed")[0]["lines"][0]
    assert (line["cleared"], line["cleared_by"]) == (["lot_unknown:R1"], "S1")


def test_what_staff_do_not_let_pass_stays_out_and_each_pack_is_looked_at(lane: Lane) -> None:
    publish(lane, recalls=(BY_LOT,))
    lane.scan(MILK)
    decide(lane, "pack_check", approve=False)
    assert (skus(lane), notice(lane).kind) == ([], NoticeKind.BLOCKED_ITEM)
    lane.scan(MILK)
    decide(lane, "pack_check", approve=True)
    (line,) = lane.seen.cart.lines
    lane.do("set_quantity", line.line.line_id, 2)
    assert lane.seen.pieces == 1, "the second pack was not looked at"
    lane.scan(MILK)
    assert lane.seen.pieces == 1
    assert [x.kind for x in requests(lane)] == ["pack_check"]


def test_the_packs_own_code_answers_instead_of_staff(lane: Lane) -> None:
    publish(lane, recalls=(BY_LOT,))
    lane.show_ean(MILK, showing=1)
    assert notice(lane).kind is NoticeKind.PACK_CHECK
    lane.show(MILK, showing=1, ai10="L2", ai17="261130")
    assert skus(lane) == [MILK.sku]
    assert requests(lane) == []


def test_a_pack_that_staff_passed_while_the_tender_was_chosen_is_shown_again(lane: Lane) -> None:
    publish(lane, recalls=(BY_LOT,))
    lane.scan(COLA)
    lane.scan(MILK)
    lane.do("pay")
    decide(lane, "pack_check", approve=True)
    assert (lane.stage(), notice(lane).kind) == (Stage.CHOOSING_TENDER, NoticeKind.SHOW_AGAIN)
    lane.scan(MILK)
    assert skus(lane) == [COLA.sku, MILK.sku]
    lane.scan(MILK)
    assert lane.seen.pieces == 2, "one pack was let pass, not two"


def test_rows_that_a_recall_by_lot_meets_in_the_cart_wait_for_staff_as_a_whole(lane: Lane) -> None:
    lane.scan(MILK)
    lane.scan(MILK)
    publish(lane, recalls=(BY_LOT,))
    assert (skus(lane), notice(lane).kind) == ([], NoticeKind.PACK_CHECK)
    decide(lane, "pack_check", approve=True)
    assert lane.seen.pieces == 2
    publish(lane, recalls=(replace(BY_LOT, recall_id="R2"),))
    assert lane.seen.pieces == 0, "another recall is another question"


@pytest.mark.parametrize(("policy", "pieces"), [(Policy.SELL, 1), (Policy.WARN, 1), (Policy.STOP, 0)])
def test_the_recall_says_what_is_done_with_plain_eans(lane: Lane, policy: Policy, pieces: int) -> None:
    publish(lane, recalls=(replace(BY_LOT, lot_unknown=policy),))
    lane.scan(MILK)
    assert lane.seen.pieces == pieces
    kinds = [x.kind for x in requests(lane)]
    assert kinds == ([] if policy is Policy.SELL else ["blocked_item"])


# dates


def test_the_shop_may_stop_packs_past_their_best_before_date(lane: Lane) -> None:
    publish(lane, rule(MILK.sku, best_before="stop"))
    lane.show(MILK, ai15="261101")
    assert (skus(lane), notice(lane).kind) == ([], NoticeKind.PAST_BEST)
    lane.show(BREAD, ai15="261101")
    assert skus(lane) == [BREAD.sku]
    found = {x.item.sku: x.finding.remedy.value for x in requests(lane) if x.item and x.finding}
    assert found == {MILK.sku: "refuse", BREAD.sku: "warn"}


@pytest.mark.parametrize(("then", "pieces"), [("stop", 0), ("warn", 1), ("sell", 1)])
def test_an_old_list_of_recalls(lane: Lane, then: str, pieces: int) -> None:
    publish(lane, rule(MILK.sku, recall_list={"hours": 72, "then": then}))
    lane.scan(MILK)
    assert lane.seen.pieces == 1, "central answers, so the list is the newest"
    lane.do("start_over")
    lane.central.up = False  # since the morning
    lane.clock.seconds += 73 * 3600
    lane.scan(MILK)
    assert lane.seen.pieces == pieces
    told = [x for x in requests(lane) if x.kind == "list_old"]
    assert len(told) == (then != "sell")
    if pieces == 0:
        assert notice(lane).kind is NoticeKind.NOT_CHECKED
        lane.do("staff_sign_out")
        lane.central.up = True
        lane.scan(MILK)
        assert lane.seen.pieces == 1


# the shelf


def tasks(lane: Lane) -> list[Any]:
    return lane.store.bodies("task.opened")


def test_a_blocked_item_is_a_task_for_its_shelf_once_a_day(lane: Lane) -> None:
    publish(lane, recalls=(BY_LOT,))
    lane.show(MILK, ai10="L1", after=5)
    lane.show(MILK, ai10="L1", after=5)
    assert [(x["task"], x["sku"], x["reason"], x["batch"]) for x in tasks(lane)] == [
        ("remove_from_shelf", MILK.sku, "recalled", "L1")
    ]
    lane.restart()
    lane.show(MILK, ai10="L1")
    assert len(tasks(lane)) == 1, "a restart makes no second one"
    lane.clock.wall_offset = datetime(2026, 11, 23) - datetime(2026, 11, 22)  # noqa: DTZ001
    lane.show(MILK, ai10="L1", after=5)
    assert [x["day"] for x in tasks(lane)] == ["2026-11-21", "2026-11-22"]


def test_at_pay_too_and_limits_are_no_task(lane: Lane) -> None:
    lane.show(MILK, ai10="L1")
    lane.scan(COLA)
    publish(lane, rule(COLA.sku, hours=[{"from": "23:00", "to": "23:30"}]), recalls=(BY_LOT,))
    assert [x["sku"] for x in tasks(lane)] == [MILK.sku]


# numbers, hours, ways, people


def test_the_stepper_stops_with_the_reason(lane: Lane) -> None:
    publish(lane, rule(MILK.sku, COLA.sku, per_sale=3, together=True))
    lane.scan(MILK)
    lane.scan(COLA)
    line = lane.seen.cart.lines[0].line.line_id
    lane.do("set_quantity", line, 2)
    assert lane.seen.pieces == 3
    lane.do("set_quantity", line, 3)
    assert (lane.seen.pieces, notice(lane).kind, notice(lane).count) == (3, NoticeKind.SALE_LIMIT, 3)
    lane.scan(COLA)
    assert (lane.seen.pieces, notice(lane).kind) == (3, NoticeKind.SALE_LIMIT)
    lane.do("set_quantity", line, 1)
    lane.scan(COLA)
    assert lane.seen.pieces == 3


def test_a_limit_that_arrives_takes_the_pieces_over_it(lane: Lane) -> None:
    for _ in range(3):
        lane.scan(MILK)
    publish(lane, rule(MILK.sku, per_person=2))
    assert (lane.seen.pieces, notice(lane).kind) == (2, NoticeKind.PERSON_LIMIT)


def test_outside_its_hours_the_shopper_hears_when_it_may_be_bought(lane: Lane) -> None:
    publish(lane, rule(MILK.sku, hours=[{"from": "11:00", "to": "02:00"}]))
    lane.scan(MILK)
    assert (skus(lane), notice(lane).kind) == ([], NoticeKind.NOT_NOW)
    assert notice(lane).opens == datetime(2026, 11, 21, 11)  # noqa: DTZ001
    lane.clock.seconds += 3600
    lane.scan(MILK)
    assert skus(lane) == [MILK.sku]
    lane.scan(COLA)
    lane.clock.seconds += 15 * 3600
    lane.do("pay")
    assert (skus(lane), notice(lane).kind) == ([COLA.sku], NoticeKind.NOT_NOW)


@pytest.mark.parametrize("says", [{"attended_only": True}, {"hand_over": True}])
def test_without_staff_on_duty_it_is_refused(says: dict[str, object]) -> None:
    lane = Lane(settings=SessionSettings(attended=False)).boot()
    publish(lane, rule(MILK.sku, **says))
    lane.scan(MILK)
    assert (skus(lane), notice(lane).kind) == ([], NoticeKind.STAFF_ONLY)


def test_with_staff_on_duty_goods_of_attended_hours_are_sold(lane: Lane) -> None:
    publish(lane, rule(MILK.sku, attended_only=True))
    lane.scan(MILK)
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE


def test_ways_to_receive_are_refused_by_rule(lane: Lane) -> None:
    publish(lane, rule(CHAIR.sku, channels=["pick_up"]))
    lane.do("order", CHAIR.sku, 1, SHIP)
    assert (skus(lane), notice(lane).kind) == ([], NoticeKind.ORDER_REFUSED)
    publish(lane, rule(MILK.sku, channels=["pick_up"]))
    lane.do("order", MILK.sku, 1, CARRY_OUT)
    assert (skus(lane), notice(lane).kind) == ([], NoticeKind.ORDER_REFUSED)


def test_age_by_rule_shows_staff_the_date_and_asks_once(lane: Lane) -> None:
    grown = {"years": 19, "rule": "birthday"}
    publish(lane, rule(MILK.sku, age=grown), rule(COLA.sku, age={"years": 12}))
    lane.scan(MILK)
    assert lane.seen.person_lines == {"1": "age"}
    (asked,) = requests(lane)
    assert (asked.kind, asked.born_before) == ("age", "2007-11-21")
    decide(lane, "age", approve=True)
    lane.scan(COLA)
    assert not lane.seen.needs_age_check, "who is 19 is 12 too"
    lane.scan(BEER)
    assert not lane.seen.needs_age_check, "the year of birth asks for less than the birthday"
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE


def test_a_stricter_age_is_asked_after_a_milder_one(lane: Lane) -> None:
    publish(lane, rule(MILK.sku, age={"years": 19, "rule": "birthday"}))
    lane.scan(BEER)
    decide(lane, "age", approve=True)
    lane.scan(MILK)
    assert lane.seen.needs_age_check


def test_goods_that_staff_hand_over_are_asked_for_each_time(lane: Lane) -> None:
    publish(lane, rule(MILK.sku, hand_over=True), rule(COLA.sku, id_required=True))
    lane.scan(BEER)
    decide(lane, "age", approve=True)
    lane.scan(COLA)
    assert not lane.seen.needs_age_check, "the card was seen"
    lane.scan(MILK)
    assert lane.seen.person_lines == {"3": Reason.HAND_OVER.value}
    lane.do("pay")
    assert lane.stage() is Stage.AGE_CHECK
    (asked,) = [x for x in requests(lane) if x.kind == "age"]
    assert (asked.item, asked.evidence) == (MILK, (("hand_over", "asked"),))
    decide(lane, "age", approve=True)
    assert lane.stage() is Stage.CHOOSING_TENDER
    assert notice(lane).kind is NoticeKind.BUYER_CHECKED


def test_what_staff_do_not_hand_over_leaves_the_cart_without_a_word_of_age(lane: Lane) -> None:
    publish(lane, rule(MILK.sku, hand_over=True))
    lane.scan(COLA)
    lane.scan(MILK)
    decide(lane, "age", approve=False)
    assert (skus(lane), notice(lane).kind) == ([COLA.sku], NoticeKind.BUYER_REFUSED)


def test_an_age_that_a_new_catalogue_asks_for_is_checked_at_pay(lane: Lane) -> None:
    lane.scan(MILK)
    publish(
        lane, Restriction(restriction_id="r", name=LocalText("주류"), goods=Pool(), age=AgeLimit(19, AgeRule.BIRTHDAY))
    )
    lane.do("pay")
    assert lane.stage() is Stage.AGE_CHECK
    lane.do("leave_item_out")
    assert skus(lane) == []


def test_a_till_that_sells_nothing_by_age_refuses_by_rule_too() -> None:
    lane = Lane(settings=SessionSettings(age_policy="refuse")).boot()
    publish(lane, rule(MILK.sku, age={"years": 19}))
    lane.scan(MILK)
    assert (skus(lane), notice(lane).kind) == ([], NoticeKind.AGE_REFUSED)


def test_weighed_goods_are_checked_before_the_scale_and_at_pay(lane: Lane) -> None:
    publish(lane, rule(APPLE.sku, PORK.sku, per_sale=1, together=True))
    lane.do("choose_without_barcode", APPLE.sku)
    lane.weigh(500)
    lane.do("confirm_weight")
    assert skus(lane) == [APPLE.sku]
    lane.do("choose_without_barcode", APPLE.sku)
    assert (lane.stage(), notice(lane).kind) == (Stage.SHOPPING, NoticeKind.SALE_LIMIT)
    lane.show(PORK, ai3103="000500", ai10="L1")
    assert skus(lane) == [APPLE.sku]


def test_a_kept_cart_keeps_what_staff_let_pass(lane: Lane) -> None:
    publish(lane, recalls=(BY_LOT,))
    lane.scan(MILK)
    decide(lane, "pack_check", approve=True)
    lane.restart()
    lane.do("resume")
    assert skus(lane) == [MILK.sku]
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE


def test_a_look_at_the_buyer_that_a_rule_asks_for_at_the_tender_comes_before_the_payment(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("pay")
    publish(lane, rule(MILK.sku, hand_over=True), told=False)
    lane.do("choose_tender", "card")
    assert (lane.stage(), skus(lane)) == (Stage.AGE_CHECK, [MILK.sku])
    assert lane.terminal.entries == {}
    decide(lane, "age", approve=True)
    assert lane.stage() is Stage.CHOOSING_TENDER


def test_what_a_member_bought_today_counts_for_the_person(lane: Lane) -> None:
    limit = rule(MILK.sku, COLA.sku, per_person=3, together=True)
    publish(lane, limit)
    for item in (MEMBER_CODE, MILK, COLA):
        lane.scan(item)
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    lane.restart()
    lane.scan(MILK)
    lane.scan(MILK)
    assert lane.seen.pieces == 2, "nobody is known"
    lane.scan(MEMBER_CODE)
    lane.do("pay")
    assert (lane.seen.pieces, notice(lane).kind, notice(lane).count) == (1, NoticeKind.PERSON_LIMIT, 3)
    lane.scan(COLA)
    assert lane.seen.pieces == 1
    lane.do("start_over")
    lane.clock.wall_offset = datetime(2026, 11, 23) - datetime(2026, 11, 22)  # noqa: DTZ001
    for item in (MEMBER_CODE, MILK, MILK, COLA):
        lane.scan(item)
    assert lane.seen.pieces == 3, "tomorrow begins anew"
