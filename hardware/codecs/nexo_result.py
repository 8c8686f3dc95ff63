"""Say what an authentic answer of a nexo terminal means: charged, refused, stopped, or not known."""

import re
from dataclasses import replace

from hardware.codecs.card_masking import mask_card_field, mask_card_numbers
from hardware.codecs.nexo_amount import to_minor_units
from hardware.codecs.nexo_form import form_fields
from hardware.codecs.nexo_json import JsonObject, part, text
from hardware.codecs.nexo_message import NexoHeader, answers
from hardware.codecs.nexo_receipt import read_receipts
from hardware.codecs.nexo_record import journal_record
from hardware.errors import DeviceGarbled
from hardware.ports.payment_terminal import (
    MoneyRequest,
    Operation,
    OriginalRequest,
    Outcome,
    StatusOutcome,
    TerminalResult,
    TerminalStatus,
)

# UnreachableHost, InProgress and every word not listed here stay UNKNOWN: they do not say that
# nothing was charged.
_FAILURES = {
    "Aborted": Outcome.ABORTED,
    "Cancel": Outcome.ABORTED,
    "Refusal": Outcome.DECLINED,
    "WrongPIN": Outcome.DECLINED,
    "InvalidCard": Outcome.DECLINED,
    "PaymentRestriction": Outcome.DECLINED,
    "NotAllowed": Outcome.DECLINED,
    "Busy": Outcome.BUSY,
    "DeviceOut": Outcome.UNAVAILABLE,
    "UnavailableDevice": Outcome.UNAVAILABLE,
    "UnavailableService": Outcome.UNAVAILABLE,
    "LoggedOut": Outcome.UNAVAILABLE,
    "InsertedCard": Outcome.UNAVAILABLE,
    "MessageFormat": Outcome.UNAVAILABLE,
}

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[0-9.:+Z-]{0,20}", re.ASCII)
_WALLETS = frozenset({"applepay", "googlepay", "samsungpay"})


def payment_result(body: JsonObject, request: MoneyRequest | OriginalRequest) -> TerminalResult:
    """Read a PaymentResponse; the charged amount is compared with the one that was asked for.

    The answer to a refund is read for an `OriginalRequest` that says so.
    """
    outcome = _outcome(body)
    result = _described(body, outcome)
    if outcome not in (Outcome.APPROVED, Outcome.PARTIAL):
        return result
    if not result.approved_months:
        result = replace(result, approved_months=request.months)  # what the answer is silent about was taken as asked
    amounts = part(body, "PaymentResult", "AmountsResp")
    # The schema allows the currency to be left out where it is that of the request.
    currency = text(amounts, "Currency") or request.currency
    try:
        charged = to_minor_units(amounts.get("AuthorizedAmount"), currency)
    except DeviceGarbled as unreadable:
        return replace(result, outcome=Outcome.MISMATCH, currency=currency[:3], message=str(unreadable))
    result = replace(result, charged=charged, currency=currency)
    complaint = _complaint(body, result, request)
    return replace(result, outcome=Outcome.MISMATCH, message=complaint) if complaint else result


def _complaint(body: JsonObject, result: TerminalResult, request: MoneyRequest | OriginalRequest) -> str:
    if result.charged == 0:
        return "The terminal approved nothing."
    if result.currency != request.currency:
        return f"The terminal charged in {result.currency[:3]}, not in {request.currency}."
    partial = result.outcome is Outcome.PARTIAL
    if (partial and result.charged >= request.amount) or (not partial and result.charged != request.amount):
        return f"The terminal charged {result.charged} where {request.amount} was asked (minor units)."
    refund = isinstance(request, OriginalRequest) and request.operation is Operation.REFUND
    if text(body, "PaymentResult", "PaymentType") == "Refund" and not refund:
        return "The terminal gave money where a payment was asked."
    reference = text(body, "SaleData", "SaleTransactionID", "TransactionID")
    if reference and reference != request.sale_reference:
        return "The terminal charged for another sale than the one that was asked."
    return ""


def reversal_result(body: JsonObject, amount: int | None, currency: str) -> TerminalResult:
    """Read a ReversalResponse; APPROVED means accepted. `charged` stays 0: nothing new was taken.

    `amount` is what was to be given back, None where that is not known; what the answer says is compared with it.
    """
    outcome = _outcome(body)
    if text(body, "Response", "ErrorCondition") == "NotFound" and outcome is Outcome.UNKNOWN:
        outcome = Outcome.DECLINED  # the terminal does not know the original, so nothing was given back
    result = _described(body, outcome)
    if outcome is Outcome.PARTIAL:
        return replace(result, outcome=Outcome.MISMATCH, message="Only a part was given back.")
    reversed_amount = body.get("ReversedAmount")
    if outcome is not Outcome.APPROVED or amount is None or reversed_amount is None:
        return result
    try:
        given_back = to_minor_units(reversed_amount, currency)
    except DeviceGarbled as unreadable:
        return replace(result, outcome=Outcome.MISMATCH, message=str(unreadable))
    if given_back != amount:
        complaint = f"The terminal gave back {given_back} where {amount} was asked (minor units)."
        return replace(result, outcome=Outcome.MISMATCH, message=complaint)
    return result


def status_answer(body: JsonObject, original: NexoHeader, request: OriginalRequest) -> TerminalStatus:
    """Read a TransactionStatusResponse about `original`; the repeated answer must be that of `original`."""
    reference = part(body, "MessageReference")
    wanted = {
        "MessageCategory": original.category,
        "SaleID": original.sale_id,
        "ServiceID": original.service_id,
    }
    if any(reference.get(name, value) != value for name, value in wanted.items()):
        return _no_status("The terminal spoke of another request than the one asked about.")
    result = text(body, "Response", "Result")
    condition = _short(text(body, "Response", "ErrorCondition"))
    if result == "Failure" and condition == "NotFound":
        return TerminalStatus(StatusOutcome.NOT_FOUND, message=spoken_message(body))
    if result == "Failure" and condition == "InProgress":
        return TerminalStatus(StatusOutcome.IN_PROGRESS, message=spoken_message(body))
    if result != "Success":
        return _no_status(
            f"The terminal could not say: {condition or 'no reason given'}. {spoken_message(body)}".strip()
        )
    repeated = part(body, "RepeatedMessageResponse")
    content = part(repeated, "RepeatedResponseMessageBody", f"{original.category}Response")
    if not content or not answers(part(repeated, "MessageHeader"), original):
        return _no_status("The terminal repeated the answer to another request than the one asked about.")
    if original.category == "Reversal":
        return TerminalStatus(StatusOutcome.FINAL, reversal_result(content, request.amount or None, request.currency))
    return TerminalStatus(StatusOutcome.FINAL, payment_result(content, request))


def _outcome(body: JsonObject) -> Outcome:
    result = text(body, "Response", "Result")
    if result == "Success":
        return Outcome.APPROVED
    if result == "Partial":
        return Outcome.PARTIAL
    if result == "Failure":
        return _FAILURES.get(text(body, "Response", "ErrorCondition"), Outcome.UNKNOWN)
    return Outcome.UNKNOWN


def _described(body: JsonObject, outcome: Outcome) -> TerminalResult:
    payment = part(body, "PaymentResult")
    card = part(payment, "PaymentInstrumentData", "CardData")
    receipts = read_receipts(body)
    record, seen = journal_record(body)
    modes = card.get("EntryMode")
    transaction = part(body, "POIData", "POITransactionID")
    words = [mode for mode in modes if isinstance(mode, str)] if isinstance(modes, list) else []
    acquirer = part(payment, "PaymentAcquirerData")
    host = part(acquirer, "AcquirerTransactionID")
    additions = form_fields(text(body, "Response", "AdditionalResponse"))
    return TerminalResult(
        outcome=outcome,
        reason=_short(text(body, "Response", "ErrorCondition")),
        message=spoken_message(body),
        handle=text(transaction, "TransactionID")[:200],
        handle_time=text(transaction, "TimeStamp")[:40],
        brand=_short(text(card, "PaymentBrand")),
        masked_card=mask_card_field(text(card, "MaskedPan"))[:40],
        entry_mode=_short(", ".join(words)),
        approval_code=_short(text(acquirer, "ApprovalCode")),
        merchant_id=_short(text(acquirer, "MerchantID")),
        customer_receipt=receipts.customer,
        merchant_receipt=receipts.merchant,
        signature_required=receipts.signature_required,
        raw=record,
        card_number_seen=seen or receipts.card_number_seen,
        approved_at=_time(text(host, "TimeStamp")) or _time(text(transaction, "TimeStamp")),
        approved_months=_months(payment),
        issuer=_short(additions.get("issuerName", "")),
        acquirer=_short(text(acquirer, "AcquirerID") or additions.get("acquirerCode", "")),
        card_type=_short(additions.get("fundingSource", "").lower()),
        wallet=_wallet(additions),
        trace=text(host, "TransactionID")[:80],
    )


def _time(value: str) -> str:
    return value if _TIME.fullmatch(value) else ""


def _months(payment: JsonObject) -> int:
    months = part(payment, "Instalment").get("TotalNbOfPayments")
    return months if type(months) is int and 2 <= months <= 60 else 0


def _wallet(additions: dict[str, str]) -> str:
    """The phone's wallet, which stands behind the brand as in mc_applepay."""
    _brand, _sign, kind = additions.get("paymentMethodVariant", "").rpartition("_")
    return kind if kind in _WALLETS else ""


def _short(value: str) -> str:
    return mask_card_numbers(value)[0][:80]


def spoken_message(body: JsonObject) -> str:
    """What the terminal says to people in its additional response, without control signs and card numbers."""
    fields = form_fields(text(body, "Response", "AdditionalResponse"))
    spoken = fields.get("message") or fields.get("refusalReason") or ""
    visible = "".join(sign if sign.isprintable() else " " for sign in spoken)
    return mask_card_numbers(visible)[0][:300]


def _no_status(message: str) -> TerminalStatus:
    return TerminalStatus(StatusOutcome.UNREACHABLE, message=message)
