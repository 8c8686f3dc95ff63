"""What a simulated terminal can be told to do with the next payment."""

from dataclasses import dataclass
from enum import StrEnum

from hardware.errors import DeviceMisused


class Scripted(StrEnum):
    """How the next request goes. From `APPROVE` on money is truly charged, before it is not."""

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
    BAD_MAC = "bad_mac"
    WRONG_SERVICE_ID = "wrong_service_id"
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
    if isinstance(wish, str):
        wish = {"outcome": wish}
    if not isinstance(wish, dict) or set(wish) - {"outcome", "after", "amount"}:
        raise DeviceMisused('A script is a name or {"outcome": …, "after": seconds, "amount": minor units}.')
    after, amount = wish.get("after", 0), wish.get("amount")
    try:
        outcome = Scripted(wish.get("outcome", "approve"))
        seconds = float(after)
    except (ValueError, TypeError):
        names = ", ".join(Scripted)
        raise DeviceMisused(f"The outcome must be one of {names}; after must be a number.") from None
    if not 0 <= seconds <= 600 or not (amount is None or (type(amount) is int and amount > 0)):
        raise DeviceMisused("after is 0 to 600 seconds, amount a whole number of minor units.")
    return Script(outcome, seconds, amount)
