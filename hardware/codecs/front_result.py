"""What a Toss Front terminal's answers mean for the money (payment-korea.md 1.3 to 1.6).

The terminal never says an amount: what it charged is what was asked for, and the result says so.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

from hardware.codecs.card_masking import mask_card_field, mask_card_numbers
from hardware.codecs.front_message import Busy, Ended, FrontMessage, Refused, Said
from hardware.codecs.front_record import CancelHandle, Mark, Terms, asked_at
from hardware.codecs.nexo_json import JsonObject, part, text, write_json
from hardware.errors import DeviceGarbled
from hardware.ports.payment_terminal import (
    OriginalRequest,
    Outcome,
    StatusOutcome,
    TerminalResult,
    TerminalStatus,
)

_KOREA = timezone(timedelta(hours=9))
_NOT_BEGUN = ("WITHDRAWN",)
_REFUSED_CANCEL = ("PAYMENT_NOT_FOUND", "INVALID_PARAMS")  # 1.3, 1.5: the codes that are known
_PERSONAL = frozenset({"identityNumber", "balance"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a payment was asked for with: needed to say what was charged and to cancel it later."""

    payment_key: str
    amount: int
    currency: str
    terms: Terms
    months: int | None = None  # None: not known any more


def payment_result(ended: Ended, asked: Asked, mark: Mark) -> TerminalResult:
    """The end of a payment; whatever is neither an approval nor surely nothing is UNKNOWN."""
    if ended.payment_key != asked.payment_key:
        return TerminalResult(Outcome.UNKNOWN, message="The answer belongs to another payment.", mark=mark.written())
    if ended.kind == "SUCCESS" or ended.found:
        return approval(ended.response or {}, asked, mark)
    if ended.kind in _NOT_BEGUN or (ended.kind == "CANCELED" and ended.found is False):
        return _nothing(Outcome.ABORTED, ended.kind, mark)
    return _nothing(Outcome.UNKNOWN, ended.code or ended.kind, mark, _no_card_numbers(ended.words))


def reversal_result(ended: Ended, handle: CancelHandle, mark: Mark) -> TerminalResult:
    """The end of a cancel; only the refusals that are known are refusals."""
    if ended.payment_key != handle.payment_key:
        return TerminalResult(Outcome.UNKNOWN, message="The answer belongs to another payment.", mark=mark.written())
    if ended.kind == "ALREADY":
        # Only whole payments are cancelled: the money is where it was wanted, whatever became of the earlier answer.
        return _nothing(Outcome.APPROVED, ended.kind, mark, "This payment was given back before.")
    if ended.kind == "SUCCESS" or ended.found:
        return _given_back(ended.response or {}, mark)
    if ended.found is False or ended.kind in _NOT_BEGUN:
        if ended.kind == "CANCELED" or ended.kind in _NOT_BEGUN:
            return _nothing(Outcome.ABORTED, ended.kind, mark)
        if ended.kind == "THROWN" and ended.code in _REFUSED_CANCEL:
            return _nothing(Outcome.DECLINED, ended.code, mark, "The terminal does not find the payment to cancel.")
    return _nothing(Outcome.UNKNOWN, ended.code or ended.kind, mark, _no_card_numbers(ended.words))


def elsewhere(mark: Mark, written: Mark | None, only: str) -> TerminalResult | None:
    """Why nothing may be sent to the terminal that answers, None when it may.

    `only` is the serial of the terminal that can do it, "" for any. `written` is the mark that was written down with
    the request: after a restart a question has nothing else to tell whose memory it is asked of (1.6), so a request
    never goes to another storage than that.
    """
    if only and only != mark.serial:
        words = f"Only the terminal {only}, which took the payment, can give it back; this is {mark.serial}."
        return TerminalResult(Outcome.DECLINED, reason="serial", message=words, mark=mark.written())
    if written is not None and mark.epoch and not mark.same_memory(written):
        words = f"Another terminal, or one with an emptied storage, has come in its place: {mark.serial}."
        return TerminalResult(Outcome.NOT_SENT, message=words, mark=mark.written())
    return None


def not_begun(answer: FrontMessage, mark: Mark) -> TerminalResult:
    """The end of a request that the plug-in answered with something else than its result."""
    if isinstance(answer, Busy):
        return TerminalResult(Outcome.BUSY, message="The terminal is busy with another request.", mark=mark.written())
    if isinstance(answer, Refused) and answer.why in ("params", "storage", "name"):
        words = f"The terminal's plug-in did not begin it ({answer.why} {answer.words}".rstrip() + ")."
        return TerminalResult(Outcome.UNAVAILABLE, reason=answer.why, message=words, mark=mark.written())
    words = "The terminal's plug-in answers with something else than a result."
    if isinstance(answer, Refused) and answer.why == "key_used":
        words = "The terminal has seen this request before."
    return TerminalResult(Outcome.UNKNOWN, message=words, mark=mark.written())


def approval(response: JsonObject, asked: Asked, mark: Mark) -> TerminalResult:
    """An authentic SUCCESS; one that a kiosk cannot use (cash) or that cannot be read is for staff."""
    method = text(response, "paymentMethod")
    raw, seen = _kept(response)
    if method == "CASH":
        return _cash(response, asked, mark, raw)
    try:
        return _card(response, asked, mark, raw, seen)
    except DeviceGarbled as unreadable:
        words = f"The terminal says approved, and its answer cannot be read: {unreadable}"
        return TerminalResult(
            Outcome.MISMATCH,
            charged=asked.amount,
            currency=asked.currency,
            reason="unreadable",
            message=words,
            raw=raw,
            card_number_seen=seen,
            amount_confirmed=False,
            mark=mark.written(),
        )


def status_answer(said: Said, original: OriginalRequest, asked: Asked, mark: Mark, kept: Mark | None) -> TerminalStatus:
    """What a query found out about a payment (1.6, state rules); `kept` is the mark it was sent under."""
    if said.payment_key != asked.payment_key:
        return TerminalStatus(StatusOutcome.UNREACHABLE, message="The answer is about another payment.")
    known = asked if said.terms is None else replace(asked, terms=said.terms)
    result = None
    if said.ended is not None and not said.running:
        result = payment_result(_now_known(said.ended, said), known, mark)
    elif said.found and not _may_end_yet(said):
        result = approval(said.response or {}, known, mark)
    if result is None or result.outcome is Outcome.UNKNOWN:
        return _undecided(said, original, mark, kept)
    if result.outcome is Outcome.APPROVED and not known.terms.could_be(original.amount):
        words = "The terminal remembers this payment with other amounts."
        result = replace(result, outcome=Outcome.MISMATCH, reason="amounts", message=words)
    return TerminalStatus(StatusOutcome.FINAL, result)


def reversal_status(
    said: Said, original: OriginalRequest, handle: CancelHandle, mark: Mark, kept: Mark | None
) -> TerminalStatus:
    """What a query found out about a cancel."""
    if said.payment_key != handle.payment_key:
        return TerminalStatus(StatusOutcome.UNREACHABLE, message="The answer is about another payment.")
    result = None
    if said.ended is not None and not said.running:
        result = reversal_result(_now_known(said.ended, said), handle, mark)
    elif said.found and not _may_end_yet(said):
        result = _given_back(said.response or {}, mark)
    if result is None or result.outcome is Outcome.UNKNOWN:
        return _undecided(said, original, mark, kept)
    return TerminalStatus(StatusOutcome.FINAL, result)


def _now_known(ended: Ended, said: Said) -> Ended:
    return replace(ended, payment_key=said.payment_key, response=said.response, found=said.found)


def _may_end_yet(said: Said) -> bool:
    """Whether the call runs and its time is not over: a call that hangs for ever must not be waited for."""
    return said.running and said.left > 0


def _undecided(said: Said, original: OriginalRequest, mark: Mark, kept: Mark | None) -> TerminalStatus:
    if _may_end_yet(said):
        return TerminalStatus(StatusOutcome.IN_PROGRESS, message="The terminal is still at it.", ask_after=1.0)
    if said.left and not said.running:
        words = "The terminal's page was loaded anew; it may still be taking the card."
        return TerminalStatus(StatusOutcome.IN_PROGRESS, None, words, min(10.0, said.left / 1000))
    never = said.seen is False and mark.same_memory(kept) and asked_at(original) > said.dropped
    if never:
        return TerminalStatus(StatusOutcome.NOT_FOUND, message="The terminal never took it up.")
    words = "The terminal does not find it, which proves nothing: look into the merchant's app."
    return TerminalStatus(StatusOutcome.UNPROVEN, None, words, evidence=_evidence(said, original, mark, kept))


def _evidence(said: Said, original: OriginalRequest, mark: Mark, kept: Mark | None) -> tuple[tuple[str, str], ...]:
    answers = {True: "yes", False: "no", None: "cannot say"}
    ended = said.ended.kind if said.ended else "still running, overdue" if said.running else "no end known"
    return (
        ("terminal", mark.serial),
        ("terminal it was sent to", kept.serial if kept else "not known"),
        ("storage", "the same" if mark.same_memory(kept) else "another or emptied"),
        ("request seen by the plug-in", answers[said.seen]),
        ("ended", f"{ended} {said.ended.code}".strip() if said.ended else ended),
        ("found by the payment application", answers[said.found]),
        ("amount", f"{original.amount} {original.currency}"),
        ("paymentKey", said.payment_key),
    )


def _card(response: JsonObject, asked: Asked, mark: Mark, raw: str, seen: bool) -> TerminalResult:
    method = text(response, "paymentMethod")
    room = {"CARD": "card", "BARCODE": "barcode"}.get(method)
    if room is None:
        raise DeviceGarbled(f"unknown way to pay {method!r:.20}")
    card = part(response, room)
    number, moment = _approval_number(card), _moment(card)
    months = card.get("installment")
    approved_months = months if type(months) is int and 0 <= months <= 99 else 0
    handle = _handle(response, asked, mark, number, moment, {"installment": approved_months})
    ids = (text(response, "vanTransactionKey"), text(response, "extraData", "vanTransactionManagementId"))
    issuer = _short(card, "issuerName")
    return TerminalResult(
        Outcome.APPROVED,
        charged=asked.amount,
        currency=asked.currency,
        handle=handle.written(),
        handle_time=_iso(moment),
        brand=issuer,
        masked_card=mask_card_field(text(card, "maskedCardNumber"))[:40],
        approval_code=number,
        merchant_id=_short(card, "shopCode"),
        raw=raw,
        card_number_seen=seen,
        approved_at=_iso(moment),
        approved_months=approved_months,
        issuer=issuer,
        acquirer=_short(card, "acquirerName"),
        card_type=_short(card, "cardType"),
        wallet=(issuer or "BARCODE") if method == "BARCODE" else "",
        terminal_id=_short(response, "tid"),
        trace=_no_card_numbers(next((one for one in ids if one), ""))[:64],
        amount_confirmed=False,
        mark=mark.written(),
    )


def _cash(response: JsonObject, asked: Asked, mark: Mark, raw: str) -> TerminalResult:
    """Cash was excluded and a kiosk takes none; without a receipt it cannot even be cancelled (1.4)."""
    receipt = part(response, "cash", "cashReceipt")
    handle = ""
    if receipt:
        try:
            extra = {"isSelfIssuance": receipt.get("isSelfIssuance") is True}
            number, moment = _approval_number(receipt), _moment(receipt)
            handle = _handle(response, asked, mark, number, moment, extra).written()
        except DeviceGarbled:
            handle = ""
    with_receipt = "with a cash receipt" if receipt else "without a receipt, which cannot be cancelled"
    return TerminalResult(
        Outcome.MISMATCH,
        charged=asked.amount,
        currency=asked.currency,
        reason="CASH",
        message=f"The terminal booked this payment as cash {with_receipt}; a kiosk takes no cash.",
        handle=handle,
        raw=raw,
        amount_confirmed=False,
        mark=mark.written(),
    )


def _handle(
    response: JsonObject, asked: Asked, mark: Mark, number: str, moment: int, extra: JsonObject
) -> CancelHandle:
    """Field reports (1.4): the approved months, the time as text, and no empty or made-up value."""
    fields: JsonObject = {"paymentMethod": text(response, "paymentMethod"), **asked.terms.as_json()}
    fields |= {"timestamp": str(moment), "approvalNumber": number, "installment": 0, **extra}
    tid, managed = text(response, "tid"), text(response, "extraData", "vanTransactionManagementId")
    if tid:
        fields["tid"] = tid[:64]
    if managed:
        fields["extraData"] = {"vanTransactionManagementId": managed[:200]}
    return CancelHandle(mark.serial, asked.payment_key, asked.amount, fields)


def _given_back(response: JsonObject, mark: Mark) -> TerminalResult:
    raw, seen = _kept(response)
    room = part(response, "card") or part(response, "barcode") or part(response, "cash", "cashReceipt")
    return TerminalResult(
        Outcome.APPROVED,
        approval_code=_short(room, "approvalNumber"),
        raw=raw,
        card_number_seen=seen,
        amount_confirmed=False,
        mark=mark.written(),
    )


def _nothing(outcome: Outcome, reason: str, mark: Mark, message: str = "") -> TerminalResult:
    return TerminalResult(outcome, reason=reason, message=message, mark=mark.written())


def _approval_number(room: JsonObject) -> str:
    number = text(room, "approvalNumber").strip()
    if not 1 <= len(number) <= 40 or not number.isprintable() or mask_card_numbers(number)[1]:
        raise DeviceGarbled("no approval number")
    return number


def _moment(room: JsonObject) -> int:
    """Milliseconds since 1970 (1.3)."""
    said = room.get("timestamp")
    if isinstance(said, Decimal) and said == said.to_integral_value():
        said = int(said)
    if type(said) is not int or not 10**12 <= said < 10**13:
        raise DeviceGarbled("no time of approval")
    return said


def _iso(moment: int) -> str:
    at = datetime.fromtimestamp(moment // 1000, UTC).astimezone(_KOREA).replace(microsecond=moment % 1000 * 1000)
    return at.isoformat(timespec="milliseconds")


def _short(room: JsonObject, name: str) -> str:
    return _no_card_numbers(text(room, name))[:80]


def _no_card_numbers(said: str) -> str:
    return mask_card_numbers(said)[0]


def _is_time(name: str, value: int | Decimal) -> bool:
    """Whether a long number is a time until 2096, when times begin to look like card numbers."""
    return name == "timestamp" and 10**12 <= value < 4 * 10**12


def _kept(response: JsonObject) -> tuple[str, bool]:
    """The whole answer as text without card numbers and without whom a cash receipt is for."""
    seen = False

    def masked(said: str) -> str:
        nonlocal seen
        # What cannot be written as UTF-8 becomes a question mark.
        hidden, found = mask_card_numbers(said[:2000].encode("utf-8", "replace").decode("utf-8"))
        seen = seen or found
        return hidden

    def card_field(said: str) -> str:
        nonlocal seen
        plain = masked(said[:80])
        hidden = mask_card_field(plain)
        seen = seen or hidden != plain
        return hidden

    def clean(value: object, name: str = "", depth: int = 0) -> object:
        if depth > 8:
            return "…"
        if isinstance(value, dict):
            kept = {name: inner for name, inner in value.items() if name not in _PERSONAL}
            return {masked(name)[:64]: clean(inner, name, depth + 1) for name, inner in kept.items()}
        if isinstance(value, list):
            return [clean(inner, name, depth + 1) for inner in value[:100]]
        if isinstance(value, str):
            return card_field(value) if name == "maskedCardNumber" else masked(value)
        if isinstance(value, int | Decimal) and len(str(value)) > 12 and not _is_time(name, value):
            return masked(str(value))
        return value

    return write_json(clean(response)).decode("utf-8"), seen
