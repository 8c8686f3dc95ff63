"""How the next requests at a simulated Toss Front terminal go."""

from enum import StrEnum

from hardware.simulators.terminal_script import Usual


class FrontOutcome(StrEnum):
    """What only this terminal does; each is said as it looks to the shopper and the register."""

    TIMEOUT = "timeout"  # the payment application gives up; nothing charged
    TIMEOUT_HIT = "timeout_hit"  # it says TIMEOUT and charged; the look-up finds it
    TIMEOUT_LATER = "timeout_later"  # it says TIMEOUT and charges a moment later; the look-up finds it then
    THROWN = "thrown"  # the call throws; nothing charged
    THROWN_HIT = "thrown_hit"  # the call throws and the card was charged; the look-up finds it
    MISS = "miss"  # charged; the page is loaded anew before the answer, and the look-up does not find it
    OTHER_MONTHS = "other_months"  # approved with other months than asked for
    WALLET = "wallet"  # paid by a code: BARCODE
    CASH = "cash"  # booked as cash without a receipt
    CASH_RECEIPT = "cash_receipt"  # booked as cash with a receipt
    CARD_NUMBER = "card_number"  # the answer holds a whole card number
    OUT_OF_ORDER = "out_of_order"  # approved; the result's frame has a later number
    WRONG_MAC = "wrong_mac"  # approved; the result's frame has a wrong seal


_NOT_HERE = (Usual.PARTIAL, Usual.WRONG_AMOUNT, Usual.WRONG_CURRENCY, Usual.BUSY)  # nothing in 1.3 can say these

# Nothing is charged by these, and no card is waited for.
BEFORE_CARD: frozenset[str] = frozenset({Usual.CANCEL, Usual.LOST_REQUEST, FrontOutcome.TIMEOUT, FrontOutcome.THROWN})
# Done to the frame that carries the result.
ON_THE_LINE: frozenset[str] = frozenset(
    {
        Usual.LOST,
        Usual.GARBLED,
        Usual.TWICE,
        Usual.OTHER_ATTEMPT,
        FrontOutcome.OUT_OF_ORDER,
        FrontOutcome.WRONG_MAC,
    }
)
OUTCOMES: tuple[str, ...] = (*(one for one in Usual if one not in _NOT_HERE), *FrontOutcome)
REVERSALS: tuple[str, ...] = (
    Usual.APPROVE,
    Usual.DECLINE,
    Usual.CANCEL,
    Usual.LOST,
    Usual.LOST_REQUEST,
    Usual.GARBLED,
    FrontOutcome.TIMEOUT,
    FrontOutcome.TIMEOUT_HIT,
)
