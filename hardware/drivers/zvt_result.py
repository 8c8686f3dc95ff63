"""From what a ZVT terminal said during a command to the end of a money request."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from hardware.codecs.zvt import words
from hardware.codecs.zvt.messages import Abort
from hardware.codecs.zvt.status_information import CardTechnology, StatusInformation
from hardware.codecs.zvt.words import Meaning
from hardware.drivers.zvt_currency import currency_name
from hardware.drivers.zvt_dialogue import Ending, Refused
from hardware.drivers.zvt_mark import Handle, identity
from hardware.drivers.zvt_receipts import Receipts
from hardware.ports.payment_terminal import Operation, Outcome, TerminalResult

_SIGNATURE = 0x01  # cardholder check 1F10
_SIGNATURE_FIELD = 0x02  # receipt flags 1F37


@dataclass(frozen=True, slots=True)
class Asked:
    """What a money request was for; of a reversal `paid` is the payment, and `amount` what was paid."""

    operation: Operation
    amount: int
    currency: str
    allow_partial: bool = False
    paid: Handle | None = None


def end_of(
    asked: Asked, ending: Ending, told: Sequence[StatusInformation], receipts: Receipts, now: datetime
) -> TerminalResult:
    """The end of a request whose dialogue came to an end; what contradicts itself is UNKNOWN, never a refusal."""
    status = told[-1] if told else None
    if isinstance(ending, Refused):
        return _not_started(ending.code)
    if any(one.approved for one in told):
        if isinstance(ending, Abort) or len({identity(one) for one in told}) > 1:
            return _unknown("The terminal approved and then took it back, or told two different results.", status, now)
        return approval(asked, told[-1], receipts, now)
    if status is not None and status.result:
        return refusal(status, receipts, now)
    if isinstance(ending, Abort) and ending.code != 0:
        return _stopped(ending, receipts)
    return _unknown("The terminal ended without a result.", status, now)


def approval(asked: Asked, status: StatusInformation, receipts: Receipts, now: datetime) -> TerminalResult:
    """The end that an approving status information gives, its figures compared with what was asked for."""
    told = record(status, receipts, now)
    currency = asked.currency if status.currency is None else currency_name(status.currency)
    if status.amount is None:
        return _unknown("The terminal approved and did not say how much.", status, now)
    told = replace(told, currency=currency)
    complaint = _complaint(asked, status, currency)
    if complaint:
        return replace(told, outcome=Outcome.MISMATCH, charged=status.amount, message=complaint)
    if asked.operation is Operation.REVERSAL:
        return replace(told, outcome=Outcome.APPROVED, handle="")
    outcome = Outcome.APPROVED if status.amount == asked.amount else Outcome.PARTIAL
    return replace(told, outcome=outcome, charged=status.amount)


def refusal(status: StatusInformation, receipts: Receipts, now: datetime) -> TerminalResult:
    """The end that a refusing status information gives."""
    code = status.result or 0
    meaning = words.meaning_of(code)
    outcome = Outcome.ABORTED if meaning is Meaning.ABORTED else Outcome.DECLINED
    text = status.text or status.extras.shopper_text or words.word_of(code)
    return replace(
        record(status, receipts, now), outcome=outcome, reason=meaning.value, message=text, handle="", handle_time=""
    )


def record(status: StatusInformation, receipts: Receipts, now: datetime) -> TerminalResult:
    """All that a later reversal, receipt or dispute needs, without a verdict: UNKNOWN, nothing charged."""
    extras = status.extras
    name = currency_name(status.currency) if status.currency is not None else ""
    when = moment(status, now)
    handle = ""
    if status.receipt_number and status.amount:
        paid = Handle(status.receipt_number, status.amount, name, status.trace, status.terminal_id, identity(status))
        handle = paid.text()
    return TerminalResult(
        Outcome.UNKNOWN,
        currency=name,
        message=status.text,
        handle=handle,
        handle_time=when.isoformat() if when and handle else "",
        brand=status.card_name or extras.application_name,
        masked_card=status.masked_card,
        entry_mode="" if extras.technology is None else _entry_mode(extras.technology),
        approval_code=status.authorisation,
        merchant_id=status.contract_number,
        customer_receipt=receipts.customer,
        merchant_receipt=receipts.merchant,
        signature_required=receipts.signature_due
        or extras.cardholder_check == _SIGNATURE
        or bool(extras.receipt_flags & _SIGNATURE_FIELD),
        raw=_as_text(status),
        card_number_seen=status.card_number_seen or receipts.card_number_seen,
        approved_at=when.isoformat() if when else "",
        terminal_id=status.terminal_id,
        trace="" if status.trace is None else f"{status.trace:06d}",
        receipt_number="" if status.receipt_number is None else f"{status.receipt_number:04d}",
    )


def moment(status: StatusInformation, now: datetime) -> datetime | None:
    """When it was by the terminal's clock, which has no year: the one nearest to `now`; None when it did not say."""
    return nearest(status.date + status.time, now)


def nearest(written: str, now: datetime) -> datetime | None:
    """The time MMDDHHMMSS that is nearest to `now`; None for what is no time."""
    if len(written) != 10 or written.startswith("0000"):
        return None
    found = []
    for year in (now.year - 1, now.year, now.year + 1):
        try:
            found.append(datetime.strptime(f"{year}{written}", "%Y%m%d%H%M%S").replace(tzinfo=now.tzinfo))
        except ValueError:  # 29 February in other years
            continue
    return min(found, key=lambda when: abs(when - now), default=None)


def _complaint(asked: Asked, status: StatusInformation, currency: str) -> str:
    amount = status.amount or 0
    if currency != asked.currency:
        return f"The terminal answered in {currency}, but {asked.currency} was asked for."
    if asked.operation is Operation.REVERSAL:
        paid = asked.paid
        if paid is not None and None not in (paid.trace, status.original_trace) and paid.trace != status.original_trace:
            return (
                f"The terminal gave back the payment with the trace {status.original_trace}, "
                f"but that with the trace {paid.trace} was to be given back."
            )
        return "" if amount == asked.amount else f"The terminal gave back {amount}, but {asked.amount} was paid."
    if asked.operation is Operation.PAYMENT and status.original_trace:
        return "The terminal answered with a reversal."
    if amount <= 0 or amount > asked.amount or (amount < asked.amount and not asked.allow_partial):
        return f"The terminal answered with {amount}, but {asked.amount} was asked for."
    return ""


def _not_started(code: int) -> TerminalResult:
    meaning = words.meaning_of(code)
    outcome = {Meaning.BUSY: Outcome.BUSY, Meaning.DECLINED: Outcome.DECLINED, Meaning.ABORTED: Outcome.ABORTED}
    return TerminalResult(
        outcome.get(meaning, Outcome.UNAVAILABLE),
        reason=meaning.value,
        message=f"The terminal did not start ({words.word_of(code)}).",
    )


def _stopped(ending: Abort, receipts: Receipts) -> TerminalResult:
    code = 0x6C if ending.code is None else ending.code
    meaning = words.meaning_of(code)
    outcome = {Meaning.BUSY: Outcome.BUSY, Meaning.DECLINED: Outcome.DECLINED, Meaning.ABORTED: Outcome.ABORTED}
    return TerminalResult(
        outcome.get(meaning, Outcome.UNAVAILABLE),
        reason=meaning.value,
        message=ending.text or f"The terminal stopped ({words.word_of(code)}).",
        customer_receipt=receipts.customer,
        merchant_receipt=receipts.merchant,
        card_number_seen=receipts.card_number_seen,
    )


def _unknown(message: str, status: StatusInformation | None, now: datetime) -> TerminalResult:
    if status is None:
        return TerminalResult(Outcome.UNKNOWN, message=message)
    return replace(record(status, Receipts(), now), message=message, handle="", handle_time="")


def _entry_mode(technology: int) -> str:
    known = {one.value: one.name.lower() for one in CardTechnology}
    return known.get(technology, "")


def _as_text(status: StatusInformation) -> str:
    """The answer's own figures, free of card numbers, stripe and expiry; the token is not among them."""
    fields = {
        "result": status.result,
        "amount": status.amount,
        "currency": status.currency,
        "trace": status.trace,
        "original_trace": status.original_trace,
        "receipt": status.receipt_number,
        "turnover": status.turnover_number,
        "date": status.date,
        "time": status.time,
        "terminal": status.terminal_id,
        "contract": status.contract_number,
        "card": status.masked_card,
        "card_name": status.card_name,
        "card_type": status.card_type,
        "payment_type": status.payment_type,
        "authorisation": status.authorisation,
        "text": status.text,
        "mirrored": status.extras.mirrored_receipt,
    }
    told = {key: value for key, value in fields.items() if value not in (None, "")}
    return json.dumps({"zvt": told}, ensure_ascii=False)
