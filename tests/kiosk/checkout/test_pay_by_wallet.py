"""A phone's payment code before our own scanner: it pays where the terminal takes it, and is found nowhere after."""

import logging
import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.checkout.notice import NoticeKind
from kiosk.domain.checkout_state import Stage
from tests.fakes.lane import COLA, MILK, Lane

CODE = "281234567890123456789012"  # 24 digits with a wallet's lead, no number of the shop


def with_codes(lane: Lane, *, able: bool = True) -> Lane:
    lane.terminal.able = replace(lane.terminal.able, wallet_code=able)
    lane.scan(MILK)
    return lane


def show(lane: Lane) -> None:
    lane.scan(CODE, symbology="Code 128")


def notice(lane: Lane) -> NoticeKind | None:
    return lane.seen.notice.kind if lane.seen.notice is not None else None


def test_at_the_tender_page_the_code_pays(lane: Lane) -> None:
    with_codes(lane)
    lane.do("pay")
    assert lane.seen.wallet_codes
    lane.terminal.plans.append("approve")
    show(lane)
    assert lane.stage() is Stage.DONE
    assert [x.wallet_code for x in lane.terminal.requests] == [CODE]
    lane.check_books()


def test_at_the_terminals_page_the_waiting_payment_is_stopped_first_and_its_answer_awaited(lane: Lane) -> None:
    """Rules 1 and 3: one dialogue at a time, and never a second payment before the first has its end."""
    with_codes(lane)
    lane.do("pay")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.PAYING
    assert lane.seen.wallet_codes
    lane.terminal.plans.append("approve")
    show(lane)
    assert lane.stage() is Stage.DONE
    assert [x.wallet_code for x in lane.terminal.requests] == ["", CODE]
    assert [x.state.value for x in lane.store.shelf.attempts.values()] == ["aborted", "approved"]
    lane.check_books()


def test_a_card_that_was_faster_than_the_code_pays_alone(lane: Lane) -> None:
    with_codes(lane)
    lane.do("pay")
    lane.do("choose_tender", "card")
    waiting = lane.terminal.abort

    def tapped_first(running_service_id: str, service_id: str, done: Callable[[bool], None]) -> None:
        lane.terminal.tap("approve")
        waiting(running_service_id, service_id, done)

    lane.terminal.abort = tapped_first  # type: ignore[method-assign]
    show(lane)
    assert lane.stage() is Stage.DONE
    assert len(lane.terminal.requests) == 1
    lane.check_books()


def test_no_code_is_taken_while_a_card_is_charged(lane: Lane) -> None:
    with_codes(lane)
    lane.do("pay")
    lane.do("choose_tender", "card")
    progress = lane.session._floor.visit.payment
    assert progress is not None
    progress.step = "authorising"
    show(lane)
    assert lane.stage() is Stage.PAYING
    assert ("abort", progress.service_id) not in lane.terminal.asked


@pytest.mark.parametrize("begun", [False, True])
def test_a_terminal_that_takes_no_codes_from_us_is_pointed_to(lane: Lane, begun: bool) -> None:
    with_codes(lane, able=False)
    lane.do("pay")
    if begun:
        lane.do("choose_tender", "card")
    stage = lane.stage()
    assert not lane.seen.wallet_codes
    show(lane)
    assert lane.stage() is stage, "the page stays"
    assert notice(lane) is NoticeKind.WALLET_CODE
    assert len(lane.terminal.requests) == begun


def test_while_shopping_it_is_said_what_the_code_is(lane: Lane) -> None:
    with_codes(lane)
    show(lane)
    assert lane.stage() is Stage.SHOPPING
    assert notice(lane) is NoticeKind.WALLET_CODE
    assert not lane.seen.wallet_codes


def test_a_terminal_that_is_away_takes_no_code(lane: Lane) -> None:
    with_codes(lane)
    lane.terminal.reachable = False
    lane.pass_time(40)
    lane.do("pay")
    assert not lane.seen.wallet_codes
    show(lane)
    assert lane.terminal.requests == []


def test_a_code_pays_the_rest_after_a_part(lane: Lane) -> None:
    with_codes(lane)
    lane.scan(COLA)
    lane.do("pay")
    lane.terminal.plans.append("approve")
    lane.do("choose_tender", "card", 800)
    lane.terminal.plans.append("approve")
    show(lane)
    assert lane.stage() is Stage.DONE
    assert [(x.amount, x.wallet_code) for x in lane.terminal.requests] == [(800, ""), (4000, CODE)]
    lane.check_books()


@pytest.mark.parametrize("plan", ["approve", "decline", "lost_approved"])
def test_the_code_is_nowhere_afterwards(lane: Lane, plan: str, caplog: pytest.LogCaptureFixture) -> None:
    """Canary: journal, attempts, sales, kept cart, snapshots, logs and texts of objects are free of it."""
    caplog.set_level(logging.DEBUG)
    with_codes(lane)
    show(lane)
    lane.do("pay")
    lane.do("choose_tender", "card")
    lane.terminal.plans.append(plan)
    show(lane)
    during = repr(lane.session._floor.state) + repr(lane.terminal.requests)
    lane.pass_time(5)
    places = {
        "store": repr(lane.store.shelf),
        "snapshots": repr(lane.snapshots),
        "state": repr(lane.session._floor.state),
        "while it ran": during,
        "log": caplog.text,
        "cases": repr(lane.session._use.settle.open),
    }
    assert [name for name, text in places.items() if CODE in text] == []
    assert CODE.encode() not in pickle.dumps(lane.session._floor.visit.payment)
