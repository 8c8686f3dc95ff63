"""Points at the tender page: what is chosen, how far a tap goes, and what reaches the till."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.checkout.points_view import PointsView
from kiosk.checkout.snapshot import PaymentView
from kiosk.ui.payment_points import PointsViewModel, host_words
from tests.fakes.till import FakeTill
from tests.kiosk.ui.pay_scenes import tender


def shown(points: PointsView | None) -> tuple[Any, FakeTill]:
    snapshot = replace(tender(), points=points)
    till = FakeTill(snapshot)
    model = PointsViewModel(till)
    model.show(snapshot)
    return model, till


def test_nothing_is_said_without_a_member_code() -> None:
    model, till = shown(None)
    assert not model.shown
    assert not model.offered
    model.spend()
    model.less()
    model.more()
    assert till.asked == []


def test_all_that_can_be_spent_is_chosen_first() -> None:
    model, till = shown(PointsView("ready", 12_340, 12_300, 1000, 100))
    assert (model.amount, model.detail) == ("12,300원", "쓸 수 있는 포인트 12,340원")
    assert (model.canLess, model.canMore) == (True, False)
    model.spend()
    assert till.asked == [("spend_points", 12_300)]


def test_less_goes_by_round_steps_to_the_least() -> None:
    model, _ = shown(PointsView("ready", 12_340, 12_300, 1000, 100))
    seen = []
    while model.canLess:
        model.less()
        seen.append(model.amount)
    assert seen[0] == "10,000원"
    assert seen[-1] == "1,000원"
    model.less()
    assert model.amount == "1,000원"
    while model.canMore:
        model.more()
    assert model.amount == "12,300원"


@pytest.mark.parametrize("most", [100, 1000, 1100, 9900, 123_400, 98_765_400])
def test_every_chosen_amount_can_be_spent(most: int) -> None:
    model, till = shown(PointsView("ready", most, most, 1, 100))
    for _ in range(40):
        model.less()
        model.spend()
    for _ in range(40):
        model.more()
        model.spend()
    amounts = [amount for _name, amount in till.asked]
    assert all(0 < amount <= most and amount % 100 == 0 for amount in amounts)
    assert (min(amounts), max(amounts)) == (100, most)


def test_another_balance_is_chosen_from_anew_and_the_same_is_not() -> None:
    model, till = shown(PointsView("ready", 5000, 5000, 1000, 100))
    model.less()
    chosen = model.amount
    model.show(replace(till.snapshot, number=99))
    assert model.amount == chosen
    model.show(replace(till.snapshot, points=PointsView("ready", 2000, 2000, 1000, 100)))
    assert model.amount == "2,000원"


@pytest.mark.parametrize("state", ["asking", "away", "unknown", "busy"])
def test_why_none_can_be_spent_is_said(state: str) -> None:
    model, _ = shown(PointsView(state))
    assert model.shown
    assert not model.offered
    assert model.detail != ""


def test_too_few_are_said_with_the_least() -> None:
    model, _ = shown(PointsView("ready", 900, 0, 1000, 100))
    assert (model.offered, model.detail) == (False, "1,000원부터 쓸 수 있어요")


def paying(step: str, tender_name: str, reason: str = "") -> PaymentView:
    return PaymentView(step, 3000, "Q1", reason=reason, tender=tender_name)


@pytest.mark.parametrize("tender_name", ["points", "voucher:host"])
@pytest.mark.parametrize("step", ["please_wait", "cancelling", "declined", "aborted", "unavailable"])
def test_a_host_is_never_called_a_card(tender_name: str, step: str) -> None:
    said = host_words(paying(step, tender_name))
    assert said is not None
    assert all(words and "카드" not in words and "단말기" not in words for words in said)


def test_what_is_not_known_is_said_as_for_a_card() -> None:
    assert host_words(paying("checking", "points")) is None
    assert host_words(paying("review", "points")) is None
    assert host_words(paying("unavailable", "points", "released")) is None
    assert host_words(paying("declined", "card")) is None
