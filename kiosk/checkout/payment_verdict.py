"""What an answer of the terminal means for the attempt it answers."""

from dataclasses import replace
from enum import StrEnum

from hardware.ports.payment_terminal import Outcome, TerminalResult
from kiosk.domain.sale import AttemptState, PaymentAttempt, TerminalRecord

SIGNATURE = "signature"  # why money was given back: a signature needs a person beside the kiosk


class Verdict(StrEnum):
    """The six ways on from an answer."""

    PAID = "paid"
    PART = "part"  # less than what is to pay was taken; the rest is still to pay
    GIVE_BACK = "give_back"  # something was charged that no sale can own
    NOT_PAID = "not_paid"
    ASK = "ask"  # not known: the terminal is asked what became of it
    REVIEW = "review"  # staff decide


_NOT_PAID = {
    Outcome.DECLINED: AttemptState.DECLINED,
    Outcome.ABORTED: AttemptState.ABORTED,
    Outcome.NOT_SENT: AttemptState.NOT_CHARGED,
    Outcome.BUSY: AttemptState.NOT_CHARGED,
    Outcome.UNAVAILABLE: AttemptState.NOT_CHARGED,
}


_OWED = frozenset(
    {
        AttemptState.ANSWERED,
        AttemptState.TAKEN,
        AttemptState.APPROVED,
        AttemptState.REVERSING,
        AttemptState.REVERSED,
    }
)


def judge(attempt: PaymentAttempt, result: TerminalResult) -> Verdict:
    """Judge an authentic answer to this very attempt (payment protocol, in-doubt state machine)."""
    if result.outcome in _NOT_PAID:
        return Verdict.NOT_PAID
    if result.outcome is Outcome.UNKNOWN:
        return Verdict.ASK
    if result.currency not in ("", attempt.currency):
        return Verdict.REVIEW
    if result.outcome is Outcome.PARTIAL and result.handle and 0 < result.charged < attempt.amount:
        # A signature needs a person beside the kiosk, and a cart nobody owns any more cannot be sold.
        return Verdict.GIVE_BACK if result.signature_required or not attempt.cart else Verdict.PART
    if result.outcome is Outcome.APPROVED and result.charged == attempt.amount:
        if not result.signature_required and attempt.cart:
            return Verdict.PAID
        return Verdict.GIVE_BACK if result.handle else Verdict.REVIEW
    return Verdict.REVIEW


def answered(attempt: PaymentAttempt, result: TerminalResult, verdict: Verdict) -> PaymentAttempt:
    """The attempt with what the answer says; the state is the one that `verdict` leads to."""
    states = {
        Verdict.PAID: AttemptState.ANSWERED,
        Verdict.PART: AttemptState.TAKEN,
        Verdict.GIVE_BACK: AttemptState.REVERSING,
        Verdict.ASK: AttemptState.UNKNOWN,
        Verdict.REVIEW: AttemptState.REVIEW,
    }
    return replace(
        attempt,
        state=_NOT_PAID.get(result.outcome) or states[verdict],
        charged=result.charged,
        handle=result.handle,
        handle_time=result.handle_time,
        brand=result.brand,
        masked_card=result.masked_card,
        approval_code=result.approval_code,
        reason=result.reason or result.outcome.value,
        raw=result.raw,
        customer_receipt=result.customer_receipt,
        record=record_of(result, attempt.record),
    )


def record_of(result: TerminalResult, asked: TerminalRecord) -> TerminalRecord:
    """What the terminal told, beside the split of the amount that it was asked for."""
    return replace(
        asked,
        approved_at=result.approved_at,
        months=result.approved_months,
        issuer=result.issuer,
        acquirer=result.acquirer,
        merchant_id=result.merchant_id,
        terminal_id=result.terminal_id,
        trace=result.trace,
        receipt_number=result.receipt_number,
        card_type=result.card_type,
        entry_mode=result.entry_mode,
        wallet=result.wallet,
        amount_confirmed=result.amount_confirmed,
        merchant_receipt=result.merchant_receipt,
    )


def contradiction(attempt: PaymentAttempt, result: TerminalResult) -> str:
    """How a later answer differs from the end that this attempt already has, in a few words; "" when it does not."""
    if result.outcome is Outcome.UNKNOWN:
        return ""
    charged = result.outcome in (Outcome.APPROVED, Outcome.PARTIAL, Outcome.MISMATCH)
    owed = attempt.state in _OWED or (attempt.state is AttemptState.REVIEW and attempt.charged > 0)
    if charged is not owed:
        return f"a later answer says {result.outcome.value}"
    if charged and result.charged != attempt.charged:
        return f"a later answer says that {result.charged} was charged"
    if charged and attempt.handle and result.handle and attempt.handle != result.handle:
        return "a later answer names another payment"
    return ""
