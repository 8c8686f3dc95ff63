"""What screens know of a cash receipt: that it is asked for, and the answer with its number masked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CashReceiptView:
    """Where the question stands while tenders are chosen.

    `asking` shows the question; `purpose` is consumer, business, none, or "" before the first answer, `masked` the
    number as it may be shown. `amount` is the voucher that waits for the answer, 0 when none does. `problem` is why
    the last number was refused (digits, length, prefix, check_digit) and `tries` how many were. `unasked_from` is the
    amount from which the shop issues one to itself for who wants none, 0 when it never does.
    """

    asking: bool
    purpose: str = ""
    masked: str = ""
    amount: int = 0
    problem: str = ""
    tries: int = 0
    unasked_from: int = 0
