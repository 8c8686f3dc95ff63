"""Instalments: offered from an amount on, asked before the dialogue, kept as asked and as approved."""

from dataclasses import replace

import pytest

from hardware.ports.payment_terminal import AmountSplit
from kiosk.checkout.session_settings import SessionSettings
from kiosk.domain.checkout_state import Stage
from tests import builders
from tests.fakes.lane import MILK, Lane

DEAR = builders.item(90, "선풍기", 60_000)
JUST = builders.item(91, "주전자", 50_000)
CHEAP = builders.item(92, "냄비", 49_999)


@pytest.fixture
def shop() -> Lane:
    return at_tender(DEAR)


def at_tender(*goods: object, settings: SessionSettings | None = None) -> Lane:
    lane = Lane(settings=settings)
    lane.catalogue.items |= {x.sku: x for x in (DEAR, JUST, CHEAP)}
    lane.terminal.able = replace(lane.terminal.able, months=(2, 3, 6, 12, 24), amount_split=True)
    lane.boot()
    for item in goods:
        lane.scan(item)  # type: ignore[arg-type]
    lane.do("pay")
    return lane


def test_what_the_terminal_takes_and_the_shop_allows_is_offered(shop: Lane) -> None:
    assert shop.seen.instalments == (2, 3, 6, 12), "24 is not among the shop's"
    assert shop.seen.months == 0


@pytest.mark.parametrize(("item", "offered"), [(JUST, True), (CHEAP, False)])
def test_it_is_offered_from_fifty_thousand_won_on(item: object, offered: bool) -> None:
    """payment-korea.md 3."""
    assert bool(at_tender(item).seen.instalments) is offered


def test_a_terminal_without_instalments_or_a_shop_that_wants_none_offers_none() -> None:
    assert at_tender(DEAR, settings=SessionSettings(instalments_from=0)).seen.instalments == ()
    lane = at_tender(DEAR)
    lane.terminal.able = replace(lane.terminal.able, months=())
    lane.do("touch")
    assert lane.session._use.payments.instalments.offered() == ()


def test_asked_and_approved_months_are_both_kept(shop: Lane) -> None:
    shop.do("choose_months", 6)
    assert shop.seen.months == 6
    shop.terminal.approved_months = 3
    shop.terminal.plans.append("approve")
    shop.do("choose_tender", "card")
    assert shop.stage() is Stage.DONE
    assert [x.months for x in shop.terminal.requests] == [6]
    attempt = next(iter(shop.store.shelf.attempts.values()))
    assert (attempt.months, attempt.record.months) == (6, 3)
    told = shop.store.bodies("attempt.settled")[-1]
    assert (told["months"], told["record"]["months"]) == (6, 3)


def test_a_part_below_the_least_amount_is_paid_at_once(shop: Lane) -> None:
    shop.do("choose_months", 3)
    shop.do("choose_tender", "card", 30_000)
    assert [x.months for x in shop.terminal.requests] == [0]
    shop.terminal.tap("approve")
    shop.run()
    assert shop.stage() is Stage.PARTLY_PAID
    assert shop.seen.instalments == (), "the rest is too small"
    shop.do("choose_months", 3)
    assert shop.session._floor.visit.months == 3, "an impossible choice changes nothing"
    shop.do("choose_tender", "card")
    assert [x.months for x in shop.terminal.requests] == [0, 0]


def test_months_that_are_not_offered_cannot_be_chosen(shop: Lane) -> None:
    shop.do("choose_months", 24)
    assert shop.seen.months == 0


def test_the_choice_ends_with_the_page_and_with_the_visit(shop: Lane) -> None:
    shop.do("choose_months", 3)
    shop.do("back")
    shop.do("pay")
    assert shop.seen.months == 0
    shop.do("choose_months", 3)
    shop.do("start_over")
    shop.scan(MILK)
    shop.do("pay")
    assert shop.seen.months == 0


def test_the_split_of_the_amount_goes_with_the_request_and_into_the_record(shop: Lane) -> None:
    """payment-korea.md 3 and 6: 60,000 is 54,546 and 5,454; the parts of a sale add up to it."""
    shop.terminal.plans.append("approve")
    shop.do("choose_tender", "card", 20_000)
    shop.terminal.plans.append("approve")
    shop.do("choose_tender", "card")
    first, second = (x.split for x in shop.terminal.requests)
    assert isinstance(first, AmountSplit)
    assert isinstance(second, AmountSplit)
    taxes = shop.store.bodies("sale.completed")[-1]["taxes"]
    assert (first.total, second.total) == (20_000, 40_000)
    assert first.supply + second.supply == taxes[0]["net"]
    assert first.vat + second.vat == taxes[0]["tax"]
    record = shop.store.bodies("attempt.settled")[-1]["record"]
    assert (record["supply"], record["vat"]) in ((first.supply, first.vat), (second.supply, second.vat))


def test_taxes_that_do_not_fit_the_total_cost_the_split_and_not_the_payment(shop: Lane) -> None:
    visit = shop.session._floor.visit
    visit.charged = replace(visit.charged, taxes=tuple(replace(x, tax=x.tax + 10) for x in visit.charged.taxes))
    shop.terminal.plans.append("approve")
    shop.do("choose_tender", "card")
    assert shop.stage() is Stage.DONE
    assert [x.split for x in shop.terminal.requests] == [None]
