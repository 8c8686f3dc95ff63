"""The one answer to "may this be sold?", as tables and as rules that always hold."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.age_limit import AgeLimit, AgeRule
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.fulfilment import CARRY_OUT, SHIP, Fulfilment, FulfilmentKind
from kiosk.domain.lot import UNNAMED, Lot
from kiosk.domain.promotion import Pool
from kiosk.domain.recall import Recall, RecallKind
from kiosk.domain.restriction import ListAge, Policy, Restriction
from kiosk.domain.sale_check import (
    CheckContext,
    Finding,
    Reason,
    Remedy,
    SaleRules,
    check_cart,
    check_line,
    clearance,
    pieces_of_person,
)
from kiosk.domain.sale_hours import SaleHours

SEOUL = timezone(timedelta(hours=9))
NOON = datetime(2026, 11, 21, 12, tzinfo=SEOUL)
NOW = CheckContext(at=NOON, shop="SS01", list_as_of=NOON)
SOJU = CatalogueItem("soju", "08809999150012", LocalText("소주"), 1800, category="alcohol")
PILLS = CatalogueItem("pills", "", LocalText("해열진통제"), 3000, flags=frozenset({"no_discount"}))
TEA = CatalogueItem("tea", "08809999150029", LocalText("차"), 900, category="drinks", brand="B")
PICK_UP = Fulfilment(FulfilmentKind.PICK_UP, "SS02")


def rule(**says: object) -> Restriction:
    made = Restriction(restriction_id="r", name=LocalText("규칙"), goods=Pool(categories=frozenset({"alcohol"})))
    return replace(made, **says)  # type: ignore[arg-type]


def row(item: CatalogueItem, quantity: int = 1, lot: Lot = UNNAMED, line_id: str = "1") -> LineItem:
    return LineItem(line_id, item, quantity, lot=lot)


def said(line: LineItem, *rules: Restriction, recalls: tuple[Recall, ...] = (), **now: object) -> list[tuple[str, str]]:
    context = replace(NOW, **now)  # type: ignore[arg-type]
    found = check_cart([line], SaleRules(rules, recalls), context)
    return [(one.reason.value, one.remedy.value) for one in found]


def one(line: LineItem, *rules: Restriction, **now: object) -> Finding:
    (found,) = check_cart([line], SaleRules(rules), replace(NOW, **now))  # type: ignore[arg-type]
    return found


def test_nothing_is_against_what_no_rule_names() -> None:
    everything = rule(per_sale=0, goods=Pool(categories=frozenset({"tobacco"})))
    assert said(row(TEA), everything) == []


def test_goods_are_named_by_sku_category_brand_or_group_also_where_no_promotion_may() -> None:
    stop = {"attended_only": True}
    for goods in (Pool(frozenset({"pills"})), Pool(categories=frozenset({"safety"})), Pool()):
        assert rule(goods=goods, **stop).covers(replace(PILLS, groups=frozenset({"safety"})))
    assert not rule(goods=Pool(without=Pool(frozenset({"pills"})))).covers(PILLS)
    assert rule(goods=Pool(brands=frozenset({"B"}))).covers(TEA)


def test_an_age_is_checked_once_by_the_strictest_rule() -> None:
    grown = rule(age=AgeLimit(19, AgeRule.CALENDAR_YEAR))
    found = one(row(SOJU), grown)
    assert (found.reason, found.remedy, found.role) == (Reason.AGE, Remedy.PERSON, "attendant")
    assert (found.limit, found.born_before, found.blocks) == (19, date(2007, 12, 31), False)
    assert one(row(replace(SOJU, age_limit=21)), grown).born_before == date(2005, 11, 21)
    assert said(replace(row(SOJU), approved_by="p1"), grown) == []
    assert one(row(replace(TEA, age_limit=19))).born_before == date(2007, 12, 31)


def test_the_new_year_of_the_shop_makes_adults() -> None:
    grown = rule(age=AgeLimit(19, AgeRule.CALENDAR_YEAR))
    eve = datetime(2026, 12, 31, 23, 59, 59, tzinfo=SEOUL)
    assert one(row(SOJU), grown, at=eve).born_before == date(2007, 12, 31)
    assert one(row(SOJU), grown, at=eve + timedelta(seconds=1)).born_before == date(2008, 12, 31)


@pytest.mark.parametrize(
    ("says", "way", "findings"),
    [
        ({"age": AgeLimit(19)}, SHIP, ["channel", "age"]),
        ({"age": AgeLimit(19)}, PICK_UP, ["channel", "age"]),
        ({"age": AgeLimit(19), "channels": frozenset({FulfilmentKind.PICK_UP})}, PICK_UP, ["age"]),
        ({"age": AgeLimit(19), "channels": frozenset({FulfilmentKind.PICK_UP})}, CARRY_OUT, ["channel", "age"]),
        ({"age": AgeLimit(19), "channels": frozenset(FulfilmentKind)}, SHIP, ["channel", "age"]),
        ({"channels": frozenset({FulfilmentKind.CARRY_OUT})}, SHIP, ["channel"]),
        ({"channels": frozenset({FulfilmentKind.SHIP})}, SHIP, []),
        ({"hand_over": True}, SHIP, ["channel", "hand_over"]),
        ({"hand_over": True}, CARRY_OUT, ["hand_over"]),
        ({"id_required": True}, CARRY_OUT, ["identity"]),
    ],
)
def test_ways_to_receive(says: dict[str, object], way: Fulfilment, findings: list[str]) -> None:
    assert [reason for reason, _ in said(replace(row(SOJU), fulfilment=way), rule(**says))] == findings


def test_what_needs_somebody_on_duty_is_refused_without() -> None:
    for says in ({"attended_only": True}, {"hand_over": True}):
        assert ("attended_only", "refuse") in said(row(SOJU), rule(**says), attended=False)
        assert ("attended_only", "refuse") not in said(row(SOJU), rule(**says))
    ordered = replace(row(SOJU), fulfilment=PICK_UP)
    assert said(ordered, rule(attended_only=True), attended=False) == []


def test_hours_say_when_it_may_be_bought() -> None:
    hours = rule(hours=(SaleHours(13 * 60, 2 * 60),))
    found = one(row(SOJU), hours)
    assert (found.reason, found.remedy) == (Reason.HOURS, Remedy.REFUSE)
    assert found.opens == datetime(2026, 11, 21, 13)  # noqa: DTZ001  # the wall clock
    assert said(row(SOJU), hours, at=NOON.replace(hour=1)) == []


def test_pieces_of_a_sale_are_counted_by_item_or_together() -> None:
    beer = replace(SOJU, sku="beer")
    rows = [row(SOJU, 2, line_id="1"), row(beer, 2, line_id="2"), row(SOJU, 1, Lot(batch="L"), "3")]
    apart = check_cart(rows, SaleRules([rule(per_sale=2)]), NOW)
    assert [(x.line_id, x.pieces, x.remedy) for x in apart] == [("3", 0, Remedy.FEWER)]
    together = check_cart(rows, SaleRules([rule(per_sale=3, together=True)]), NOW)
    assert [(x.line_id, x.pieces, x.limit) for x in together] == [("2", 1, 3), ("3", 0, 3)]


def test_pieces_of_a_person_count_what_was_bought_before() -> None:
    limit = SaleRules([rule(per_person=3)])
    before = replace(NOW, bought={("r", "soju"): 2})
    (found,) = check_cart([row(SOJU, 2)], limit, before)
    assert (found.reason, found.pieces) == (Reason.PER_PERSON, 1)
    assert check_cart([row(SOJU, 3)], limit, NOW) == ()
    assert check_cart([row(SOJU)], limit, replace(NOW, bought={("r", "beer"): 9})) == ()


def test_what_a_sale_adds_for_the_person_is_counted_as_it_is_limited() -> None:
    rows = [row(SOJU, 2, line_id="1"), row(replace(SOJU, sku="beer"), 3, line_id="2"), row(TEA, 9, line_id="3")]
    rules = SaleRules([rule(per_person=9), rule(restriction_id="t", per_person=9, together=True), rule(per_sale=1)])
    assert pieces_of_person(rows, rules, NOW) == {("r", "soju"): 2, ("r", "beer"): 3, ("t", ""): 5}


def test_expired_packs_are_refused_for_everybody() -> None:
    yesterday = NOON.date() - timedelta(days=1)
    assert said(row(TEA, lot=Lot(expires_on=yesterday))) == [("expired", "refuse")]
    assert said(row(TEA, lot=Lot(sell_by=yesterday))) == [("sell_by", "refuse")]
    assert said(row(TEA, lot=Lot(expires_on=NOON.date()))) == []
    minute = Lot(expires_on=NOON.date(), expires_time=time(12, 0))
    assert said(row(TEA, lot=minute)) == [("expired", "refuse")]
    assert said(row(TEA, lot=minute), at=NOON - timedelta(seconds=1)) == []


@pytest.mark.parametrize(
    ("policies", "findings"),
    [
        ((), [("best_before", "warn")]),
        ((Policy.SELL,), []),
        ((Policy.WARN,), [("best_before", "warn")]),
        ((Policy.STAFF,), [("best_before", "staff")]),
        ((Policy.STOP,), [("best_before", "refuse")]),
        ((Policy.SELL, Policy.STOP), [("best_before", "refuse")]),
    ],
)
def test_the_shop_decides_about_best_before(policies: tuple[Policy, ...], findings: list[tuple[str, str]]) -> None:
    old = row(TEA, lot=Lot(best_before=NOON.date() - timedelta(days=1)))
    rules = [rule(goods=Pool(), best_before=policy) for policy in policies]
    assert said(old, *rules) == findings
    assert said(row(TEA, lot=Lot(best_before=NOON.date())), *rules) == []


@pytest.mark.parametrize("age", [None, timedelta(hours=73)])
def test_an_old_list_of_recalls_stops_what_the_shop_says(age: timedelta | None) -> None:
    as_of = NOON - age if age else None
    fresh = rule(list_age=ListAge(timedelta(hours=72), Policy.STOP))
    assert said(row(SOJU), fresh, list_as_of=as_of) == [("list_old", "refuse")]
    assert said(row(TEA), fresh, list_as_of=as_of) == []
    assert said(row(SOJU), fresh, list_as_of=NOON - timedelta(hours=72)) == []
    warned = rule(list_age=ListAge(timedelta(hours=72), Policy.WARN))
    assert said(row(SOJU), warned, list_as_of=as_of) == [("list_old", "warn")]


def test_recalls_by_the_code_alone() -> None:
    gtins = frozenset({"08809999150012"})
    whole = Recall(recall_id="R", kind=RecallKind.RECALL, reason=LocalText("이물"), basis="식약처 2026-1", gtins=gtins)
    lots = replace(whole, batches=frozenset({"L1"}))
    (found,) = check_line(row(SOJU), SaleRules((), [whole]), NOW)
    assert (found.rule, found.reason, found.role, found.basis) == ("R", Reason.RECALLED, "", "식약처 2026-1")
    assert said(row(SOJU), recalls=(replace(whole, kind=RecallKind.SALE_STOP),)) == [("sale_stop", "refuse")]
    assert said(row(SOJU, lot=Lot(batch="L2")), recalls=(lots,)) == []
    assert said(row(SOJU, lot=Lot(batch="L1")), recalls=(lots,)) == [("recalled", "refuse")]
    assert said(row(SOJU), recalls=(lots,)) == [("lot_unknown", "staff")]
    for policy, remedy in ((Policy.STOP, "refuse"), (Policy.WARN, "warn")):
        assert said(row(SOJU), recalls=(replace(lots, lot_unknown=policy),)) == [("lot_unknown", remedy)]
    assert said(row(SOJU), recalls=(replace(lots, lot_unknown=Policy.SELL),)) == []
    assert said(row(replace(SOJU, blocked="판매 중지"))) == [("sale_stop", "refuse")]


def test_a_recall_named_twice_is_found_once() -> None:
    twice = Recall(
        recall_id="R",
        kind=RecallKind.RECALL,
        reason=LocalText("이물"),
        gtins=frozenset({SOJU.gtin}),
        skus=frozenset({"soju"}),
    )
    assert said(row(SOJU), recalls=(twice,)) == [("recalled", "refuse")]


def test_nobody_here_can_look_at_a_pack_in_the_warehouse() -> None:
    lots = Recall(
        recall_id="R",
        kind=RecallKind.RECALL,
        reason=LocalText("이물"),
        skus=frozenset({"tea"}),
        batches=frozenset({"L1"}),
    )
    assert said(replace(row(TEA), fulfilment=SHIP), recalls=(lots,)) == [("lot_unknown", "refuse")]


def test_what_a_person_let_pass_is_not_asked_again_but_only_that() -> None:
    lots = Recall(
        recall_id="R",
        kind=RecallKind.RECALL,
        reason=LocalText("이물"),
        skus=frozenset({"tea"}),
        batches=frozenset({"L1"}),
    )
    (found,) = check_line(row(TEA), SaleRules((), [lots]), NOW)
    passed = replace(row(TEA), cleared=frozenset({clearance(found)}), cleared_by="p1")
    assert check_line(passed, SaleRules((), [lots]), NOW) == ()
    other = replace(lots, recall_id="R2")
    assert [x.rule for x in check_line(passed, SaleRules((), [lots, other]), NOW)] == ["R2"]
    named = replace(passed, lot=Lot(batch="L1"))
    assert [x.reason for x in check_line(named, SaleRules((), [lots]), NOW)] == [Reason.RECALLED]


@given(
    st.lists(st.tuples(st.sampled_from(["soju", "beer", "wine"]), st.integers(1, 9)), max_size=8),
    st.integers(0, 12),
    st.booleans(),
    st.integers(0, 5),
)
def test_what_stays_of_the_rows_never_exceeds_the_limit_and_uses_it_up(
    picks: list[tuple[str, int]], limit: int, together: bool, before: int
) -> None:
    rows = [row(replace(SOJU, sku=sku), count, line_id=str(n)) for n, (sku, count) in enumerate(picks)]
    bought = {("r", group): before for group in ("", "soju", "beer", "wine")}
    limited = SaleRules([rule(per_person=limit, together=together)])
    found = check_cart(rows, limited, replace(NOW, bought=bought))
    most = {x.line_id: x.pieces for x in found}
    kept: dict[str, int] = {}
    wanted: dict[str, int] = {}
    for line in rows:
        group = "" if together else line.item.sku
        kept[group] = kept.get(group, 0) + most.get(line.line_id, line.quantity)
        wanted[group] = wanted.get(group, 0) + line.quantity
    for group, pieces in kept.items():
        assert pieces == min(wanted[group], max(0, limit - before))


@given(st.sampled_from([None, *Policy]), st.booleans(), st.booleans(), st.integers(0, 30), st.sampled_from(["", "p1"]))
def test_approval_of_a_person_never_frees_what_nobody_may_overrule(
    policy: Policy | None, stopped: bool, attended: bool, days: int, approved: str
) -> None:
    lot = Lot(expires_on=NOON.date() - timedelta(days=15 - days), best_before=NOON.date() - timedelta(days=days))
    line = replace(row(replace(SOJU, blocked="x" if stopped else ""), lot=lot), approved_by=approved)
    rules = SaleRules([rule(best_before=policy, hand_over=True, age=AgeLimit(19))])
    context = replace(NOW, attended=attended)
    first = [x for x in check_line(line, rules, context) if x.remedy is Remedy.REFUSE]
    cleared = frozenset(clearance(x) for x in check_line(line, rules, context))
    again = replace(line, approved_by="p2", cleared=cleared, cleared_by="p2")
    assert [x for x in check_line(again, rules, context) if x.remedy is Remedy.REFUSE] == first
    assert not any(x.remedy in (Remedy.STAFF, Remedy.PERSON) for x in check_line(again, rules, context))
