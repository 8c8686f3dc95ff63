"""Ways to pay and what several of them make of one sale."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.tender import RULES, Part, Rest, TenderError, TenderKind, TenderPlan, tender_kind


def with_rule(kind: TenderKind, **change: object) -> dict[TenderKind, object]:
    return {**RULES, kind: replace(RULES[kind], **change)}  # type: ignore[arg-type]


def test_a_sale_of_nothing_needs_no_tender() -> None:
    plan = TenderPlan(0)
    assert (plan.complete, plan.rest, plan.paid) == (True, 0, 0)
    with pytest.raises(TenderError) as fault:
        plan.part_for("card", 1)
    assert fault.value.why == "paid"


def test_a_card_pays_all_that_is_asked() -> None:
    plan = TenderPlan(12340)
    plan = plan.take(plan.part_for("card", plan.rest, "A1"))
    assert plan.complete
    assert plan.parts == (Part("card", 12340, "A1"),)


def test_a_voucher_then_a_card_for_the_rest() -> None:
    plan = TenderPlan(12340)
    plan = plan.take(plan.part_for("voucher", 10000, "V1"))
    assert plan.rest == 2340
    plan = plan.take(plan.part_for("card:blue", plan.rest))
    assert plan.complete
    assert plan.cash_like() == 10000


def test_a_partial_approval_leaves_the_rest_open() -> None:
    plan = TenderPlan(10000)
    plan = plan.took(plan.part_for("card", 10000, "A1"), approved=4000)
    assert (plan.paid, plan.rest) == (4000, 6000)
    plan = plan.took(plan.part_for("card", plan.rest, "A2"), approved=6000)
    assert plan.complete


@pytest.mark.parametrize(("approved", "why"), [(0, "nothing"), (-5, "nothing"), (10001, "overpaid")])
def test_an_approval_that_cannot_be_is_refused(approved: int, why: str) -> None:
    plan = TenderPlan(10000)
    with pytest.raises(TenderError) as fault:
        plan.took(plan.part_for("card", 10000), approved)
    assert fault.value.why == why


def test_a_voucher_worth_more_than_the_rest_follows_the_shops_rule() -> None:
    plan = TenderPlan(7000)
    with pytest.raises(TenderError) as fault:
        plan.part_for("voucher", 10000)
    assert fault.value.why == "too_much"
    for rest in (Rest.LOST, Rest.NEW_VOUCHER):
        part = plan.part_for("voucher", 10000, "V1", with_rule(TenderKind.VOUCHER, rest=rest))  # type: ignore[arg-type]
        assert part == Part("voucher", 7000, "V1", left_over=3000)


def test_a_coupon_for_an_amount_loses_its_rest() -> None:
    assert TenderPlan(700).part_for("coupon", 1000) == Part("coupon", 700, left_over=300)


def test_points_are_spent_in_steps_from_a_least_amount() -> None:
    rules = with_rule(TenderKind.POINTS, least=1000, step=100)
    plan = TenderPlan(5550)
    assert plan.part_for("points", 3456, "M1", rules) == Part("points", 3400, "M1")  # type: ignore[arg-type]
    assert plan.part_for("points", 90000, "M1", rules).amount == 5500  # type: ignore[arg-type]
    with pytest.raises(TenderError) as fault:
        plan.part_for("points", 950, "M1", rules)  # type: ignore[arg-type]
    assert fault.value.why == "too_little"


def test_the_same_voucher_pays_once() -> None:
    plan = TenderPlan(20000)
    plan = plan.take(plan.part_for("voucher", 5000, "V1"))
    with pytest.raises(TenderError) as fault:
        plan.part_for("voucher", 5000, "V1")
    assert fault.value.why == "twice"
    assert plan.part_for("voucher", 5000, "V2").amount == 5000


@pytest.mark.parametrize("worth", [0, -1])
def test_what_is_worth_nothing_pays_nothing(worth: int) -> None:
    with pytest.raises(TenderError) as fault:
        TenderPlan(100).part_for("voucher", worth)
    assert fault.value.why == "worthless"


def test_giving_one_tender_back_opens_the_rest_again() -> None:
    plan = TenderPlan(10000, (Part("voucher", 3000, "V1"), Part("card", 7000, "A1")))
    assert plan.without(0) == TenderPlan(10000, (Part("card", 7000, "A1"),))
    with pytest.raises(TenderError):
        plan.without(2)
    with pytest.raises(TenderError):
        plan.without(-1)


def test_tenders_never_make_more_than_the_sale() -> None:
    with pytest.raises(TenderError) as fault:
        TenderPlan(100, (Part("card", 101),))
    assert fault.value.why == "overpaid"
    for bad in (Part("card", 0), Part("card", -1), Part("coupon", 1, left_over=-1)):
        with pytest.raises(TenderError):
            TenderPlan(100, (bad,))
    with pytest.raises(TenderError):
        TenderPlan(-1)


def test_a_rest_is_split_into_equal_parts() -> None:
    plan = TenderPlan(10000)
    assert plan.split(3) == (3334, 3333, 3333)
    assert plan.split(1) == (10000,)
    for ways in (0, -1, 10001):
        with pytest.raises(TenderError):
            plan.split(ways)


@pytest.mark.parametrize(
    ("name", "kind"), [("card", "card"), ("card:blue", "card"), ("simple_pay:kakao", "simple_pay")]
)
def test_a_tender_is_named_by_kind_and_name(name: str, kind: str) -> None:
    assert tender_kind(name) == kind


@pytest.mark.parametrize("name", ["", "cash", "card:", ":blue", "CARD"])
def test_an_unknown_tender_is_refused_with_its_name(name: str) -> None:
    with pytest.raises(TenderError, match="card") as fault:
        tender_kind(name)
    assert fault.value.why == "unknown"


@given(
    st.integers(0, 10**7),
    st.lists(st.tuples(st.sampled_from(["card", "voucher", "points", "coupon"]), st.integers(-5, 10**7)), max_size=8),
)
def test_whatever_is_offered_the_parts_and_the_rest_make_the_sale(total: int, offers: list[tuple[str, int]]) -> None:
    plan = TenderPlan(total)
    for number, (tender, worth) in enumerate(offers):
        try:
            part = plan.part_for(tender, worth, str(number))
        except TenderError:
            continue
        assert part.amount + part.left_over <= max(worth, 0)
        plan = plan.take(part)
        assert plan.paid + plan.rest == total
        assert plan.rest >= 0
    while plan.parts:
        before = plan.paid
        gone = plan.parts[0].amount
        plan = plan.without(0)
        assert plan.paid == before - gone
    assert plan == TenderPlan(total)
