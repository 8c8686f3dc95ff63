"""Say why a money command must not go out now, by what the ZVT terminal told right before it.

What is written down with a request must be where the terminal truly stands, else a lost answer is compared with an old
counting and a stranger's payment looks like ours. And a reversal names its payment by a number only, which comes again
after an end of day and at every other terminal.
"""

from hardware.drivers.zvt_mark import Counting, Handle, read_mark

_PARTS_OF_A_NAME = 5  # receipt, trace, result, date, time


def forgets(now: Counting, before: Counting, mark: str) -> bool:
    """Whether a new request would make the terminal forget the end of one that nobody has asked for yet.

    It has nothing to forget when its last transaction is still one that it had `before` that request, or one that the
    register knows, as its `mark` says.
    """
    known = read_mark(mark)
    return now.last not in (before.last, before.stored) and (
        known is None or now.last not in (known.last, known.stored)
    )


def why_not_sent(now: Counting, mark: str) -> str:
    """Why a later question could not be answered with `mark`, the one written down with a request; "" when it could."""
    known = read_mark(mark)
    if known is None:
        return "What was written down is of another kind of terminal; nothing was sent, try again." if mark else ""
    if known.terminal_id and now.terminal_id not in ("", known.terminal_id):
        return f"The request was meant for the terminal {known.terminal_id}; this is {now.terminal_id}."
    # A refusal is not looked at: it hides no charge, and terminals tell it again in other figures. Nor is a terminal
    # that keeps nothing, as some do after an end of day.
    if now.empty is None and now.last == now.stored and now.last not in (known.last, known.stored):
        return "Somebody else used the terminal since it was last asked; nothing was sent, try again."
    return ""


def why_not_reversed(paid: Handle, now: Counting, mark: str, terminal_id: str) -> str:
    """Why a payment cannot be given back by its number, in words for people; "" when it is surely still that payment.

    `terminal_id` is that of the terminal which let this register in.
    """
    for answers in (terminal_id, now.terminal_id):
        if paid.terminal_id and answers and answers != paid.terminal_id:
            return f"The payment was made at the terminal {paid.terminal_id}, and {answers} answers: use a refund."
    if paid.name and paid.name == now.last:
        return ""
    if _is_of_this_day(paid, now) or _marked_in_its_day(paid, now, mark):
        return ""
    return (
        f"Receipt number {paid.receipt:04d} may be somebody else's by now, as after an end of day: "
        "look at the terminal's receipts and use a refund."
    )


def _marked_in_its_day(paid: Handle, now: Counting, mark: str) -> bool:
    """The same by what the register wrote down, where the terminal still stands there: this driver may be new."""
    known = read_mark(mark)
    return known is not None and bool(now.last) and now.last == known.last and _is_of_this_day(paid, known)


def _is_of_this_day(paid: Handle, now: Counting) -> bool:
    if not now.day or not paid.name:
        return False
    return now.day in (paid.day, paid.name) or _too_few_traces(paid.name, now.day)


def _too_few_traces(payment: str, later: str) -> bool:
    """Whether no end of day fits between two transactions of one date.

    After an end of day numbers begin at 1: a receipt number n says that n transactions were stored since, and each
    has used up one trace number. Fewer traces than that since the payment, so its day goes on.
    """
    paid, seen = payment.split("/"), later.split("/")
    if not len(paid) == len(seen) == _PARTS_OF_A_NAME or not all(part.isdigit() for part in (*paid, *seen)):
        return False
    receipt, trace, date = int(seen[0]), int(seen[1]), seen[3]
    return date == paid[3] and receipt > int(paid[0]) and 0 < trace - int(paid[1]) < receipt
