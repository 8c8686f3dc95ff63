"""The discount of a named card: offered with old and new total, given only to that card (I-7)."""

from dataclasses import replace

import pytest

from kiosk.checkout.named_cards import is_named
from kiosk.checkout.session_settings import SessionSettings
from kiosk.domain.catalogue import LocalText
from kiosk.domain.checkout_state import Stage
from kiosk.domain.promotion import TenderDiscount
from kiosk.domain.voucher import unsigned_voucher
from tests.fakes.lane import COLA, MILK, Lane

NAME = LocalText("BC카드 10%", "BC card 10%")
# The fake terminal's cards are of the brand BC.
OURS = TenderDiscount(promotion_id="T1", name=NAME, tender="card:bc", percent=10, at_least=4000)
OTHER = TenderDiscount(promotion_id="T2", name=LocalText("블루"), tender="card:blue", amount=2000)


@pytest.fixture
def lane() -> Lane:
    lane = Lane(settings=SessionSettings(voucher_most=50_000))
    lane.catalogue.offers = (OURS, OTHER)
    return lane.boot()


def at_tenders(lane: Lane) -> Lane:
    lane.scan(MILK)
    lane.scan(COLA)
    lane.do("pay")
    return lane


def offered(lane: Lane) -> list[tuple[str, int, int]]:
    return [(x.tender, x.saves, x.total) for x in lane.seen.card_offers]


def states(lane: Lane) -> list[str]:
    return [x.state.value for x in lane.store.shelf.attempts.values()]


def test_each_card_that_saves_is_offered_with_what_it_would_cost(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("pay")
    assert offered(lane) == [("card:blue", 2000, 800)], "10 % begins at 4,000"
    lane.do("back")
    assert offered(lane) == []
    lane.scan(COLA)
    lane.do("pay")
    assert [(x.tender, x.saves, x.total) for x in lane.seen.card_offers] == [
        ("card:blue", 2000, 2800),
        ("card:bc", 480, 4320),
    ]
    assert lane.seen.to_pay == 4800, "nothing is taken off before it is chosen"


def test_the_chosen_card_pays_the_lower_total(lane: Lane) -> None:
    at_tenders(lane)
    lane.do("choose_card", "card:bc")
    assert lane.seen.to_pay == 4320
    assert [x.tender for x in lane.seen.card_offers if x.chosen] == ["card:bc"]
    lane.terminal.plans.append("approve")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.DONE
    lane.check_books()
    told = lane.store.bodies("sale.completed")[0]
    assert (told["total"], told["pricing"]["tender"]) == (4320, "card:bc")
    assert [(x["kind"], x["amount"]) for x in told["tenders"]] == [("card", 4320)]


def test_another_card_does_not_get_the_discount_and_is_given_back(lane: Lane) -> None:
    at_tenders(lane)
    lane.do("choose_card", "card:blue")
    lane.terminal.plans.append("approve")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.NOT_PAID
    payment = lane.seen.payment
    assert payment is not None
    assert payment.step == "other_card"
    assert states(lane) == ["reversed"]
    assert lane.terminal.kept == {}
    lane.check_books()
    lane.do("pay")
    assert lane.seen.to_pay == 4800
    lane.terminal.plans.append("approve")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.DONE
    lane.check_books()


def test_after_a_restart_another_card_is_given_back_as_well(lane: Lane) -> None:
    at_tenders(lane)
    lane.do("choose_card", "card:blue")
    lane.terminal.plans.append("lost_approved")
    lane.terminal.reachable = False
    lane.do("choose_tender", "card")
    lane.restart()
    lane.terminal.reachable = True
    lane.pass_time(130)
    assert states(lane) == ["reversed"]
    lane.check_books()


def test_a_partial_approval_never_gets_the_discount_of_paying_all(lane: Lane) -> None:
    at_tenders(lane)
    lane.do("choose_card", "card:bc")
    lane.terminal.plans.append("partial")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.NOT_PAID
    assert lane.terminal.kept == {}


def test_dividing_the_amount_is_not_for_the_named_card(lane: Lane) -> None:
    at_tenders(lane)
    lane.do("choose_card", "card:bc")
    lane.do("choose_tender", "card", 1000)
    assert lane.stage() is Stage.CHOOSING_TENDER
    assert lane.terminal.asked == []


def test_the_same_card_again_or_the_way_back_takes_the_choice_away(lane: Lane) -> None:
    at_tenders(lane)
    lane.do("choose_card", "card:bc")
    lane.do("choose_card", "card:bc")
    assert lane.seen.to_pay == 4800
    lane.do("choose_card", "card:bc")
    lane.do("back")
    lane.pass_time(1)
    assert lane.seen.cart.total == 4800
    lane.do("pay")
    assert lane.seen.to_pay == 4800


def test_a_voucher_beside_it_takes_the_choice_away(lane: Lane) -> None:
    at_tenders(lane)
    lane.do("choose_card", "card:bc")
    text = unsigned_voucher("AAAABBBB", 1000, "KRW", lane.clock.now().date())
    lane.scan(f"{text}.{'G' * 86}", symbology="QR")
    assert lane.stage() is Stage.PARTLY_PAID
    assert (lane.seen.to_pay, lane.seen.card_offers) == (3800, ())
    lane.do("choose_card", "card:bc")
    assert lane.seen.to_pay == 3800
    lane.check_books()


@pytest.mark.parametrize("tender", ["card:gold", "voucher", "card"])
def test_a_card_that_is_not_offered_cannot_be_chosen(lane: Lane, tender: str) -> None:
    at_tenders(lane)
    lane.do("choose_card", tender)
    assert lane.seen.to_pay == 4800


@pytest.mark.parametrize("tender", ["simple_pay:bc", "card"])
def test_a_pay_by_phone_and_any_card_have_their_discounts_too(tender: str) -> None:
    lane = Lane()
    lane.catalogue.offers = (replace(OURS, tender=tender),)
    at_tenders(lane.boot())
    assert offered(lane) == [(tender, 480, 4320)]
    lane.do("choose_card", tender)
    assert lane.seen.to_pay == 4320


def test_only_the_named_pay_pays_the_lower_total() -> None:
    assert is_named("simple_pay:blue", " Blue ")
    assert not is_named("simple_pay:blue", "BC")
    assert is_named("card", "BC")
