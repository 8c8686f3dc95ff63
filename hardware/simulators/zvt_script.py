"""How requests go at the simulated ZVT terminal: the outcomes of every terminal, and those of ZVT alone."""

from enum import StrEnum
from typing import Final


class ZvtOutcome(StrEnum):
    """How a payment, refund or reversal goes. From `APPROVE` on money is truly moved, before it is not."""

    DECLINE = "decline"
    UNREACHABLE_HOST = "unreachable_host"  # the terminal gives up (A3) and keeps no payment
    CANCEL = "cancel"  # the shopper presses the red button
    BUSY = "busy"  # 84 9C
    DEVICE_OUT = "device_out"  # 06 1E FC
    PAPER_OUT = "paper_out"  # 06 1E CC
    END_OF_DAY_DUE = "end_of_day_due"  # 06 1E F0, and so on until an end of day
    NOT_REGISTERED = "not_registered"  # 84 6B, as after a restart that nobody noticed
    LOST_REQUEST = "lost_request"  # the line breaks before the terminal took the request up
    REBOOT = "reboot"  # the terminal restarts while it waits for the card
    APPROVE = "approve"
    PARTIAL = "partial"  # `amount`, or half of what was asked, whether the register can take it (1F70) or not
    LATE = "late"  # the result comes after `after` or 3 seconds without any sign of life
    LOST = "lost"  # the line breaks when the result was sent; the rule says whether the charge stands
    LOST_BEFORE_STATUS = "lost_before_status"  # the same before the result was sent
    LOST_IN_PRINT = "lost_in_print"  # the result was acknowledged, the receipts were not
    LOST_COMPLETION = "lost_completion"  # everything was acknowledged, only 06 0F is missing: the charge stands
    GARBLED = "garbled"  # the result is damaged in its second half
    TWICE = "twice"  # the result comes twice
    OTHER_ATTEMPT = "other_attempt"  # the result is that of an older payment
    WRONG_AMOUNT = "wrong_amount"  # `amount`, or one minor unit more than was asked
    WRONG_CURRENCY = "wrong_currency"
    SIGNATURE = "signature"  # the merchant receipt has a field for the shopper's signature
    CARD_NUMBER = "card_number"  # the whole test card number in bitmap 22, texts and receipts


OUTCOMES: Final = tuple(outcome.value for outcome in ZvtOutcome)
REVERSAL_OUTCOMES: Final = (
    ZvtOutcome.DECLINE.value,
    ZvtOutcome.UNREACHABLE_HOST.value,
    ZvtOutcome.BUSY.value,
    ZvtOutcome.LOST_REQUEST.value,
    ZvtOutcome.APPROVE.value,
    ZvtOutcome.LATE.value,
    ZvtOutcome.LOST.value,
    ZvtOutcome.LOST_BEFORE_STATUS.value,
    ZvtOutcome.GARBLED.value,
    ZvtOutcome.TWICE.value,
)
BEFORE_CARD: Final = frozenset(
    {ZvtOutcome.CANCEL, ZvtOutcome.BUSY, ZvtOutcome.DEVICE_OUT, ZvtOutcome.PAPER_OUT, ZvtOutcome.END_OF_DAY_DUE}
    | {ZvtOutcome.NOT_REGISTERED, ZvtOutcome.LOST_REQUEST, ZvtOutcome.REBOOT}
)
"""These happen before any card is there."""
REFUSALS: Final = {
    ZvtOutcome.DECLINE: (0x05, "Abgelehnt"),
    ZvtOutcome.UNREACHABLE_HOST: (0xA3, "Keine Verbindung"),
}
STOPPED: Final = 0x6C
STARTS_NOT: Final = {
    ZvtOutcome.DEVICE_OUT: 0xFC,
    ZvtOutcome.PAPER_OUT: 0xCC,
    ZvtOutcome.END_OF_DAY_DUE: 0xF0,
}


class Rule(StrEnum):
    """Who reverses when the acknowledgement of a result is lost (payment.md 3.7).

    `CLASSIC`: the terminal, unless the result and all print commands were acknowledged. `SYNCHRONISED`: nobody; the
    register says with the next money command (1F1F) which receipt number it has. A register that sends no 1F1F is
    served by the classic rule.
    """

    CLASSIC = "classic"
    SYNCHRONISED = "synchronised"
