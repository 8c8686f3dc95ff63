"""What an answer of the terminal means for the attempt it answers."""

from dataclasses import replace
from enum import StrEnum

from hardware.ports.payment_terminal import Outcome, TerminalResult
from kiosk.domain.sale import AttemptState, PaymentAttempt, TerminalRecord


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


def judge(attempt: PaymentAttempt, result: TerminalResult) -> Verdict:
    """Judge an authentic answer to this very attempt (payment protocol, in-doubt state machine)."""
    if result.outcome in _NOT_PAID:
        return Verdict.NOT_PAID
    if result.outcome is Outcome.UNKNOWN:
        return Verdict.ASK
    if result.outcome is Outcome.PARTIAL and result.handle and 0 < result.charged < attempt.amount:
        # A signature needs a person beside the kiosk, and a cart nobody owns any more cannot be sold.
        return Verdict.GIVE_BACK if result.signature_required or not attempt.cart else Verdict.PART
    if result.outcome is Outcome.APPROVED and _as_asked(attempt, result):
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
        record=_record(result),
    )


def _record(result: TerminalResult) -> TerminalRecord:
    return TerminalRecord(
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


def contradicts(attempt: PaymentAttempt, result: TerminalResult) -> bool:
    """Whether a late answer says otherwise than the end this attempt already has."""
    charged = result.outcome in (Outcome.APPROVED, Outcome.PARTIAL, Outcome.MISMATCH)
    if result.outcome is Outcome.UNKNOWN:
        return False
    owed = attempt.state in (
        AttemptState.ANSWERED,
        AttemptState.TAKEN,
        AttemptState.APPROVED,
        AttemptState.REVERSING,
        AttemptState.REVERSED,
        AttemptState.REVIEW,
    )
    return charged is not owed


def _as_asked(attempt: PaymentAttempt, result: TerminalResult) -> bool:
    return result.charged == attempt.amount and result.currency in ("", attempt.currency)
