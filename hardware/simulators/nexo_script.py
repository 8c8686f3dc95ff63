"""What a simulated nexo terminal can be told to do with the next payment, beyond what any terminal can."""

from dataclasses import dataclass
from enum import StrEnum

from hardware.simulators.terminal_script import Step, read_step


class Scripted(StrEnum):
    """How the next request goes. From `APPROVE` on money is truly charged, before it is not.

    Holds every outcome of `terminal_script.Usual` under the same name.
    """

    DECLINE = "decline"
    WRONG_PIN = "wrong_pin"
    CANCEL = "cancel"  # the shopper presses the red button
    BUSY = "busy"
    DEVICE_OUT = "device_out"
    UNREACHABLE_HOST = "unreachable_host"
    REJECT = "reject"  # authentic notice that the message was not processed
    CLEAR_REJECT = "clear_reject"  # the same in clear text
    FORGED_SUCCESS = "forged_success"  # somebody in between answers in clear text; nothing is charged
    LOST_REQUEST = "lost_request"  # the connection breaks before the terminal took the request up
    APPROVE = "approve"
    PARTIAL = "partial"  # `amount`, or half of what was asked
    LOST = "lost"  # approved, and the connection drops before the answer
    HTTP_ERROR = "http_error"
    GARBLED = "garbled"
    TWICE = "twice"
    BAD_MAC = "bad_mac"
    WRONG_SERVICE_ID = "wrong_service_id"
    OTHER_ATTEMPT = "other_attempt"  # the whole answer is that to an earlier payment, or to one nobody made
    WRONG_AMOUNT = "wrong_amount"  # `amount`, or one minor unit more than was asked
    WRONG_CURRENCY = "wrong_currency"
    SIGNATURE = "signature"
    CARD_NUMBER = "card_number"  # a full test card number in receipt and message


# These answer at once, before any card is there.
BEFORE_CARD = {
    Scripted.CANCEL,
    Scripted.BUSY,
    Scripted.DEVICE_OUT,
    Scripted.REJECT,
    Scripted.CLEAR_REJECT,
    Scripted.FORGED_SUCCESS,
    Scripted.LOST_REQUEST,
}
# What a reversal can be told to do.
REVERSALS = (
    Scripted.APPROVE,
    Scripted.DECLINE,
    Scripted.BUSY,
    Scripted.UNREACHABLE_HOST,
    Scripted.REJECT,
    Scripted.LOST_REQUEST,
    Scripted.LOST,
    Scripted.HTTP_ERROR,
    Scripted.GARBLED,
    Scripted.TWICE,
    Scripted.BAD_MAC,
    Scripted.WRONG_SERVICE_ID,
    Scripted.OTHER_ATTEMPT,
    Scripted.WRONG_AMOUNT,
)
FAILURES = {
    Scripted.DECLINE: ("Refusal", "210 Not enough balance"),
    Scripted.WRONG_PIN: ("WrongPIN", "Wrong PIN"),
    Scripted.CANCEL: ("Cancel", "Shopper cancelled"),
    Scripted.BUSY: ("Busy", "POI is busy"),
    Scripted.DEVICE_OUT: ("DeviceOut", "Card reader fault"),
    Scripted.UNREACHABLE_HOST: ("UnreachableHost", "No connection to the host"),
}


@dataclass(frozen=True, slots=True)
class Script:
    """One scripted request: how it goes, seconds of authorising after the card, and an amount in minor units."""

    outcome: Scripted = Scripted.APPROVE
    after: float = 0.0
    amount: int | None = None


def read_script(wish: object) -> Script:
    """Read a script from JSON: a name, or an object with outcome, after, amount; raises `DeviceMisused`."""
    return script_of(read_step(wish, tuple(Scripted)))


def read_reversal(wish: object) -> Script:
    """Read a script for a reversal; raises `DeviceMisused` with what a reversal can be told to do."""
    return script_of(read_step(wish, REVERSALS))


def script_of(step: Step) -> Script:
    """A step of a script file, whose outcome was checked when it was read."""
    return Script(Scripted(step.outcome), step.after, step.amount)
