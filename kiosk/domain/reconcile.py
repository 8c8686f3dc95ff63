"""The journal held against the terminal: each payment against the terminal's own book, its answers, its sums.

Nothing is decided or changed here: a difference is named in words with both amounts, and people look into it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain.money_text import money_words
from kiosk.domain.terminal_movement import CHARGE, TerminalMovement

KEPT = frozenset({"approved", "taken", "answered", "review"})  # states in which the shop has the money
OPEN = "open"


@dataclass(frozen=True, slots=True)
class BookedPayment:
    """One attempt at the terminal as the journal has it, in minor units of `currency`.

    `state` is its last one, "open" while it has no end. `day` is the shop's day on which it was begun. `reversal` says
    that a reversal was begun. `receipt` are the terminal's own numbers of it (`receipt_name`).
    """

    attempt: str
    sale: str
    request_id: str
    handle: str
    amount: int
    charged: int
    currency: str
    state: str
    day: str
    reversal: bool = False
    receipt: str = ""

    @property
    def kept(self) -> int:
        """What the shop has of it, by the journal."""
        return self.charged if self.state in KEPT else 0


@dataclass(frozen=True, slots=True)
class TerminalAnswer:
    """What the terminal answered when it was asked about one attempt: `kept` is None when it could not say."""

    attempt: str
    kept: int | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class DaySums:
    """A terminal's sum beside the station's, None where there is none, as one entry of the journal has both."""

    sequence: int
    day: str
    terminal: int | None
    station: int
    currency: str
    station_currency: str = ""
    in_review: int = 0
    message: str = ""


@dataclass(frozen=True, slots=True)
class Unreconciled:
    """One difference: what it is about (an attempt, a charge, an entry), both amounts, and a sentence.

    `kind` is one of not_in_journal, not_at_terminal, amount, not_given_back, given_back, refund, open, sums, no_sums.
    """

    kind: str
    about: str
    journal: int | None
    terminal: int | None
    currency: str
    what: str


def open_payments(payments: Sequence[BookedPayment]) -> Iterator[Unreconciled]:
    """Attempts whose end nobody knows yet."""
    for payment in payments:
        if payment.state == OPEN:
            what = f"attempt {payment.attempt} over {_words(payment.amount, payment.currency)} has no end"
            yield Unreconciled("open", payment.attempt, None, None, payment.currency, what)


def against_book(payments: Sequence[BookedPayment], movements: Sequence[TerminalMovement]) -> Iterator[Unreconciled]:
    """Every payment and every movement of a terminal's own book, both ways.

    A movement belongs to the payment whose request it names, or, where the protocol names none, to that with its
    handle or its terminal's numbers.
    """
    by_request = {payment.request_id: payment for payment in payments if payment.request_id}
    by_handle = {name: payment for payment in payments for name in (payment.receipt, payment.handle) if name}
    kept: dict[str, int] = {}
    for charge in (movement for movement in movements if movement.kind == CHARGE):
        named = by_handle.get(charge.handle) or by_handle.get(charge.receipt)
        owner = by_request.get(charge.request_id) if charge.request_id else named
        back = sum(x.amount for x in movements if _gives_back(x, charge))
        left = charge.amount - back
        if owner is not None:
            kept[owner.attempt] = kept.get(owner.attempt, 0) + left
            if owner.currency != charge.currency:
                yield _currency(owner, charge)
        elif left:
            amount = _words(left, charge.currency)
            what = f"the terminal kept {amount} (charge {charge.handle}, {charge.at}) that the journal does not know"
            yield Unreconciled("not_in_journal", charge.handle, None, left, charge.currency, what)
    for movement in movements:
        if movement.kind == "refund":
            amount = _words(movement.amount, movement.currency)
            what = f"the terminal refunded {amount} ({movement.handle}, {movement.at}), the journal has no refund"
            yield Unreconciled("refund", movement.handle, None, -movement.amount, movement.currency, what)
    for payment in payments:
        if payment.state != OPEN:
            yield from _compared(payment, kept.get(payment.attempt, 0))


def against_answers(payments: Sequence[BookedPayment], answers: Sequence[TerminalAnswer]) -> Iterator[Unreconciled]:
    """Every payment that the terminal could say something about."""
    told = {answer.attempt: answer.kept for answer in answers}
    for payment in payments:
        kept = told.get(payment.attempt)
        if kept is not None and payment.state != OPEN:
            yield from _compared(payment, kept)


def against_sums(days: Sequence[DaySums]) -> Iterator[Unreconciled]:
    """The terminal's sums of its days against the station's own."""
    for day in days:
        about = f"entry {day.sequence}"
        own = _words(day.station, day.station_currency or day.currency)
        if day.terminal is None:
            why = f": {day.message}" if day.message else ""
            what = f"on {day.day} the terminal's sum is not known{why}; the station has {own}"
            yield Unreconciled("no_sums", about, day.station, None, day.station_currency, what)
        elif day.station_currency and day.currency and day.station_currency != day.currency:
            what = f"on {day.day} the terminal counted {_words(day.terminal, day.currency)}, the station {own}"
            yield Unreconciled("sums", about, day.station, day.terminal, day.currency, what)
        elif day.terminal != day.station:
            apart = _words(abs(day.terminal - day.station), day.currency)
            more = "more" if day.terminal > day.station else "less"
            review = f"; {day.in_review} payments waited for a person" if day.in_review else ""
            what = (
                f"on {day.day} the terminal counted {_words(day.terminal, day.currency)}, "
                f"{apart} {more} than the station's {own}{review}"
            )
            yield Unreconciled("sums", about, day.station, day.terminal, day.currency, what)


def _compared(payment: BookedPayment, kept: int) -> Iterator[Unreconciled]:
    if kept == payment.kept:
        return
    name, currency = f"attempt {payment.attempt}", payment.currency
    here, there = _words(payment.kept, currency), _words(kept, currency)
    if payment.state == "reversed":
        kind, what = "not_given_back", f"{name} is given back in the journal, the terminal kept {there}"
    elif not payment.kept:
        kind, what = "not_in_journal", f"{name} is {payment.state} in the journal, the terminal kept {there} for it"
    elif not kept:
        kind = "given_back" if payment.reversal else "not_at_terminal"
        what = f"{name} is {payment.state} over {here} in the journal, the terminal kept nothing for it"
    else:
        kind, what = "amount", f"{name} is {payment.state} over {here} in the journal, the terminal kept {there}"
    yield Unreconciled(kind, payment.attempt, payment.kept, kept, currency, what)


def _currency(payment: BookedPayment, charge: TerminalMovement) -> Unreconciled:
    here, there = _words(payment.amount, payment.currency), _words(charge.amount, charge.currency)
    what = f"attempt {payment.attempt} was over {here}, the terminal charged {there}"
    return Unreconciled("amount", payment.attempt, payment.amount, charge.amount, charge.currency, what)


def _gives_back(movement: TerminalMovement, charge: TerminalMovement) -> bool:
    return movement.kind == "reversal" and (movement.terminal, movement.handle) == (charge.terminal, charge.handle)


def _words(amount: int, currency: str) -> str:
    return money_words(amount, currency, "en") if currency else str(amount)
