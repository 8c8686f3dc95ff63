"""Payments that end in every way, with the terminal's book, the journal and central compared (I-1, I-2, I-9)."""

import pytest

from tests.fakes.shop_world import MILK, NOODLES, Played, ShopWorld, Step

TO_THE_TERMINAL: list[Step] = [
    {"until": {"stage": ["idle", "done"], "terminal": "ready"}},
    {"do": "begin"},
    {"scan": MILK},
    {"scan": NOODLES},
    {"until": {"pieces": 2}},
    {"do": "pay"},
    {"until": {"stage": "choosing_tender"}},
    {"do": "choose_tender", "with": ["card"]},
    {"until": {"stage": "paying"}},
]
DONE = {"until": {"stage": "done", "waiting_uploads": 0}}


def card(outcome: str = "approve") -> Step:
    return {"hand": ["terminal", "card", {"outcome": outcome}]}


def played(world: ShopWorld, *steps: Step) -> Played:
    told = world.till([*TO_THE_TERMINAL, *steps])
    assert told.code == 0, told.errors
    return told


def test_a_declined_card_is_not_a_sale_and_the_next_one_is(world: ShopWorld) -> None:
    sales, charges = len(world.sales()), len(world.charges())
    refused = {"until": {"stage": "not_paid", "payment": "declined", "pieces": 2}}
    again: list[Step] = [{"do": "choose_tender", "with": ["card"]}, {"until": {"stage": "paying"}}, card(), DONE]
    told = played(world, card("decline"), refused, *again)
    assert told.says["total"] == 3200
    assert len(world.sales()) == sales + 1
    assert len(world.charges()) == charges + 1, "the declined card was charged nothing"
    world.check_station()


@pytest.mark.parametrize("way", ["screen", "terminal"])
def test_a_cancelled_payment_is_not_a_sale(world: ShopWorld, way: str) -> None:
    sales, charges = len(world.sales()), len(world.charges())
    cancel = {"do": "cancel_payment"} if way == "screen" else {"hand": ["terminal", "cancel"]}
    told = played(world, cancel, {"until": {"stage": "not_paid"}}, {"do": "back"}, {"until": {"stage": "shopping"}})
    assert told.says["pieces"] == 2, "the cart is as it was"
    assert (len(world.sales()), len(world.charges())) == (sales, charges)
    world.check_station()


def test_a_lost_answer_is_asked_for_and_settled(world: ShopWorld) -> None:
    """I-9, F-18: UNKNOWN until the status query answers; then the sale it paid for."""
    sales = len(world.sales())
    told = played(world, card("lost"), DONE)
    assert "checking_payment" in told.says["stages"]
    assert told.says["total"] == 3200
    assert len(world.sales()) == sales + 1
    world.check_station()


@pytest.mark.parametrize(
    "outcome",
    [
        "garbled",
        "bad_mac",
        *(pytest.param(name, marks=pytest.mark.long) for name in ("http_error", "wrong_service_id")),
    ],
)
def test_an_answer_that_cannot_be_believed_is_asked_again(world: ShopWorld, outcome: str) -> None:
    """F-19: the terminal charged, and what came back proves nothing."""
    told = played(world, card(outcome), DONE)
    assert "checking_payment" in told.says["stages"]
    world.check_station()


def test_a_part_of_the_money_is_given_back_when_the_rest_is_not_paid(world: ShopWorld) -> None:
    """I-2: a charge of less than the total is never a sale."""
    sales = len(world.sales())
    played(
        world,
        card("partial"),
        {"until": {"stage": "partly_paid"}},
        {"do": "give_back"},
        {"until": {"stage": "not_paid"}},
    )
    assert len(world.sales()) == sales
    assert world.charges()[-1]["left"] == 0, "given back"
    world.check_station()


def test_two_cards_pay_one_sale_when_the_first_pays_a_part(world: ShopWorld) -> None:
    """I-1, I-2: both charges belong to the sale, and central's books agree."""
    sales = len(world.sales())
    played(
        world,
        card("partial"),
        {"until": {"stage": "partly_paid"}},
        {"do": "choose_tender", "with": ["card"]},
        {"until": {"stage": "paying"}},
        card(),
        DONE,
    )
    assert len(world.sales()) == sales + 1
    assert [charge["left"] > 0 for charge in world.charges()[-2:]] == [True, True]
    world.check_station()


def test_a_charge_of_another_amount_waits_for_staff_who_give_it_back(world: ShopWorld) -> None:
    """F-19: nobody guesses; no other card is taken meanwhile (I-9), and the supervisor's no reverses it."""
    sales = len(world.sales())
    told = played(
        world,
        card("wrong_amount"),
        {"until": {"stage": "checking_payment", "payment": "review"}},
        {"do": "staff_sign_in", "with": ["591836"]},
        {"until": {"role": "supervisor", "requests": "unknown_payment"}},
        {"decide": False},
        {"until": {"stage": "not_paid", "reason": "reversed", "terminal": "ready", "requests": ""}},
    )
    assert told.says["pieces"] == 2
    assert len(world.sales()) == sales
    assert world.charges()[-1]["left"] == 0, "given back"
    world.check_station()


def test_without_a_printer_the_sale_stands_and_the_phone_gets_the_receipt(world: ShopWorld) -> None:
    """F-21."""
    sales = len(world.sales())
    world.demo.devices.printer.unplug()
    try:
        told = played(world, card(), DONE, {"do": "print_receipt"}, {"until": {"print_state": "failed"}})
        assert told.says["link"].startswith(f"{world.demo.central.url}/r/")
    finally:
        world.demo.devices.printer.replug()
    assert len(world.sales()) == sales + 1
    world.check_station()


def test_a_printer_without_paper_says_so_and_prints_when_it_has_some(world: ShopWorld) -> None:
    """F-21: the sale stands; the paper can be had later."""
    printer = world.demo.devices.printer
    printed = len(printer.receipts)
    printer.paper_out()
    try:
        out = {"until": {"print_state": "out_of_paper"}}
        loaded: list[Step] = [{"hand": ["printer", "load_paper"]}, {"pause": 0.3}, {"do": "print_receipt"}]
        told = played(world, card(), DONE, {"do": "print_receipt"}, out, *loaded, {"until": {"print_state": "printed"}})
    finally:
        printer.load_paper()
    assert told.says["print_state"] == "printed"
    assert len(printer.receipts) == printed + 1
    world.check_station()


def test_central_has_what_the_station_sold(world: ShopWorld) -> None:
    world.check_central()
