"""What each answer means: no sale without exactly the money that was asked for, and no money without a sale."""

from dataclasses import replace

import pytest

from hardware.ports.payment_terminal import Outcome, TerminalResult
from kiosk.checkout.payment_verdict import Verdict, answered, contradiction, judge
from kiosk.domain.sale import AttemptState, PaymentAttempt, TerminalRecord
from tests.builders import MORNING

ASKED = PaymentAttempt(
    "A", "S", "Q1", 2800, "KRW", AttemptState.SENT, MORNING, cart="{}", record=TerminalRecord(supply=2546, vat=254)
)
APPROVED = TerminalResult(Outcome.APPROVED, 2800, "KRW", handle="H")


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({}, Verdict.PAID),
        ({"currency": ""}, Verdict.PAID),
        ({"charged": 2801}, Verdict.REVIEW),
        ({"charged": 2799}, Verdict.REVIEW),
        ({"charged": 0}, Verdict.REVIEW),
        ({"currency": "EUR"}, Verdict.REVIEW),
        ({"signature_required": True}, Verdict.GIVE_BACK),
        ({"signature_required": True, "handle": ""}, Verdict.REVIEW),
        ({"outcome": Outcome.PARTIAL, "charged": 1400}, Verdict.PART),
        ({"outcome": Outcome.PARTIAL, "charged": 1400, "currency": "EUR"}, Verdict.REVIEW),
        ({"outcome": Outcome.PARTIAL, "charged": 1400, "signature_required": True}, Verdict.GIVE_BACK),
        ({"outcome": Outcome.PARTIAL, "charged": 1400, "handle": ""}, Verdict.REVIEW),
        ({"outcome": Outcome.PARTIAL, "charged": 2800}, Verdict.REVIEW),
        ({"outcome": Outcome.MISMATCH, "charged": 2800}, Verdict.REVIEW),
        ({"outcome": Outcome.UNKNOWN}, Verdict.ASK),
        ({"outcome": Outcome.DECLINED, "charged": 0}, Verdict.NOT_PAID),
        ({"outcome": Outcome.NOT_SENT, "charged": 0}, Verdict.NOT_PAID),
    ],
)
def test_each_answer_has_one_way_on(change: dict[str, object], verdict: Verdict) -> None:
    assert judge(ASKED, replace(APPROVED, **change)) is verdict  # type: ignore[arg-type]


@pytest.mark.parametrize("outcome", [Outcome.APPROVED, Outcome.PARTIAL])
def test_what_nobody_waits_for_any_more_is_given_back(outcome: Outcome) -> None:
    charged = 2800 if outcome is Outcome.APPROVED else 1400
    result = replace(APPROVED, outcome=outcome, charged=charged)
    assert judge(replace(ASKED, cart=""), result) is Verdict.GIVE_BACK


def test_the_split_that_was_asked_for_stays_beside_what_was_answered() -> None:
    told = answered(ASKED, replace(APPROVED, acquirer="BC", approved_months=3), Verdict.PAID)
    assert (told.record.supply, told.record.vat, told.record.acquirer, told.record.months) == (2546, 254, "BC", 3)


@pytest.mark.parametrize(
    ("state", "charged", "later", "differs"),
    [
        (AttemptState.APPROVED, 2800, APPROVED, False),
        (AttemptState.APPROVED, 2800, replace(APPROVED, charged=2700), True),
        (AttemptState.APPROVED, 2800, replace(APPROVED, handle="OTHER"), True),
        (AttemptState.APPROVED, 2800, TerminalResult(Outcome.DECLINED), True),
        (AttemptState.APPROVED, 2800, TerminalResult(Outcome.UNKNOWN), False),
        (AttemptState.REVERSED, 2800, APPROVED, False),
        (AttemptState.DECLINED, 0, TerminalResult(Outcome.ABORTED), False),
        (AttemptState.NOT_CHARGED, 0, APPROVED, True),
        (AttemptState.REVIEW, 0, APPROVED, True),
        (AttemptState.REVIEW, 2801, replace(APPROVED, charged=2801), False),
    ],
)
def test_a_later_answer_differs_when_it_says_otherwise_about_the_money(
    state: AttemptState, charged: int, later: TerminalResult, differs: bool
) -> None:
    """payment.md 5, rule 4."""
    ended = replace(ASKED, state=state, charged=charged, handle="H" if charged else "")
    assert bool(contradiction(ended, later)) is differs
