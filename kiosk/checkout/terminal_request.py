"""What the terminal is asked, made from what is written down about an attempt."""

from hardware.ports.payment_terminal import AmountSplit, MoneyRequest, Operation, OriginalRequest
from kiosk.checkout.ports import UnitOfWork
from kiosk.domain.sale import AttemptState, PaymentAttempt

MARK_KEY = "terminal_mark"


def mark_of(unit: UnitOfWork) -> str:
    """Where the terminal's own counting stood when it last said so; "" when it never did."""
    return unit.value(MARK_KEY) or ""


def keep_mark(unit: UnitOfWork, mark: str) -> None:
    """Remember where the terminal's counting stands; "" changes nothing."""
    if mark:
        unit.put_value(MARK_KEY, mark)


def money_request(
    attempt: PaymentAttempt,
    *,
    language: str = "ko",
    wallet_code: str = "",
) -> MoneyRequest:
    """The payment as the terminal is asked for it, of what was written down: a later question must say the same."""
    return MoneyRequest(
        service_id=attempt.service_id,
        amount=attempt.amount,
        currency=attempt.currency,
        sale_reference=attempt.sale_id,
        requested_at=attempt.started_at.isoformat(),
        language=language,
        allow_partial=attempt.allow_partial,
        months=attempt.months,
        split=_split(attempt),
        wallet_code=wallet_code,
        mark=attempt.mark,
    )


def reversal_request(attempt: PaymentAttempt) -> MoneyRequest:
    """The reversal of all that an attempt charged; it was written down before."""
    return MoneyRequest(
        service_id=attempt.reversal_service_id,
        amount=attempt.charged,
        currency=attempt.currency,
        sale_reference=attempt.sale_id,
        requested_at=attempt.reversed_at,
        months=attempt.record.months,
        split=_split(attempt),
        mark=attempt.reversal_mark,
    )


def original_request(attempt: PaymentAttempt) -> OriginalRequest:
    """The request whose end is not known: the reversal once one was begun, else the payment."""
    if attempt.state is AttemptState.REVERSING:
        return OriginalRequest(
            attempt.reversal_service_id,
            Operation.REVERSAL,
            attempt.charged,
            attempt.currency,
            attempt.sale_id,
            attempt.reversed_at,
            attempt.reversal_mark,
            attempt.handle,
            months=attempt.record.months,
        )
    return OriginalRequest(
        attempt.service_id,
        Operation.PAYMENT,
        attempt.amount,
        attempt.currency,
        attempt.sale_id,
        attempt.started_at.isoformat(),
        attempt.mark,
        allow_partial=attempt.allow_partial,
        months=attempt.months,
    )


def _split(attempt: PaymentAttempt) -> AmountSplit | None:
    """What the amount that was asked for is made of; None for an attempt that was kept without it.

    The reversal of a smaller approval has none: the terminal alone knows what it approved of each.
    """
    record = attempt.record
    split = AmountSplit(record.supply, record.vat, record.tax_free, record.service)
    reversing = attempt.state is AttemptState.REVERSING
    return split if split.total == (attempt.charged if reversing else attempt.amount) else None
