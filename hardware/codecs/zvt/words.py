"""What the codes of ZVT mean: results, intermediate and terminal status (facts of PA00P015 rev 13.08, own words)."""

from enum import StrEnum
from typing import Final

from hardware.ports.payment_terminal import TerminalEvent, TerminalHealth


class Meaning(StrEnum):
    """What a result code says to a register."""

    OK = "ok"
    DECLINED = "declined"  # host, card or terminal said no; another card or tender may do
    ABORTED = "aborted"  # cancel key, timeout or register
    BUSY = "busy"  # please wait; nothing was started
    NOT_REGISTERED = "not_registered"  # register again, then ask again
    NO_HOST = "no_host"  # the terminal gave up for want of a line; it keeps no payment
    PAPER_OUT = "paper_out"
    END_OF_DAY_DUE = "end_of_day_due"
    MISUSED = "misused"  # our message is wrong: programming error
    NEEDS_ATTENTION = "needs_attention"  # nothing was started; somebody must see to the terminal


RESULTS: Final[dict[int, str]] = {
    0x00: "ok",
    0x64: "card unreadable",
    0x65: "no card data",
    0x66: "processing or reader mechanics error",
    0x67: "not for debit cards",
    0x68: "not for credit or fuel cards",
    0x6A: "transaction store full",
    0x6B: "not registered, or function off",
    0x6C: "stopped by timeout or cancel key",
    0x6E: "card on blocked list",
    0x6F: "wrong currency",
    0x71: "chip balance too low",
    0x72: "chip fault",
    0x73: "card data wrong",
    0x74: "PIN engine exhausted",
    0x75: "text not authentic",
    0x76: "number not on white list",
    0x77: "end of day not possible",
    0x78: "card expired",
    0x79: "card not valid yet",
    0x7A: "card unknown",
    0x7B: "girocard stripe fallback refused",
    0x7C: "stripe fallback refused",
    0x7D: "communication module silent",
    0x7E: "stripe fallback refused, direct debit possible",
    0x83: "function not possible",
    0x85: "key missing",
    0x89: "PIN pad faulty",
    0x9A: "protocol error",
    0x9B: "dial-up or communication fault",
    0x9C: "please wait",
    0x9D: "partial issue of goods",
    0xA0: "receiver not ready",
    0xA1: "remote does not answer",
    0xA3: "no connection",
    0xA4: "purse submission not possible",
    0xA5: "refused by card security rules",
    0xB1: "memory full",
    0xB2: "merchant journal full",
    0xB4: "already reversed",
    0xB5: "reversal not possible",
    0xB7: "pre-authorisation or amount wrong",
    0xB8: "pre-authorisation error",
    0xBF: "supply voltage low",
    0xC0: "card lock faulty",
    0xC1: "merchant card locked",
    0xC2: "diagnosis needed",
    0xC3: "over maximum amount",
    0xC4: "card profile invalid, load new",
    0xC5: "payment method not supported",
    0xC6: "currency not applicable",
    0xC8: "amount too small",
    0xC9: "maximum amount too small",
    0xCB: "euro only",
    0xCC: "printer not ready",
    0xCD: "cashback not possible",
    0xD2: "not for service cards",
    0xDC: "card inserted",
    0xDD: "card eject error",
    0xDE: "card intake error",
    0xE0: "remote maintenance on",
    0xE2: "card reader faulty",
    0xE3: "shutter closed",
    0xE4: "activation needed",
    0xE7: "goods group not found",
    0xE8: "no goods group table",
    0xE9: "restriction code refused",
    0xEA: "card code refused",
    0xEB: "PIN algorithm unknown",
    0xEC: "PIN not possible",
    0xED: "PIN pad faulty",
    0xF0: "end of day is open",
    0xF1: "offline error",
    0xF5: "OPT error",
    0xF6: "OPT data missing",
    0xFA: "offline submission failed",
    0xFB: "transaction record damaged",
    0xFC: "device missing or faulty",
    0xFD: "baud rate not supported",
    0xFE: "register unknown",
    0xFF: "other error",
}
"""Result codes in our own words; 01 to 63 are those of the host and not listed."""

INTERMEDIATE: Final[dict[int, str]] = {
    0x00: "waits for amount confirmation",
    0x01: "look at the PIN pad",
    0x02: "look at the PIN pad",
    0x03: "not accepted",
    0x04: "waits for the host",
    0x05: "automatic reversal runs",
    0x06: "posting offline bookings",
    0x07: "card not admitted",
    0x08: "card unknown",
    0x09: "card expired",
    0x0A: "insert card",
    0x0B: "take card out",
    0x0C: "card unreadable",
    0x0D: "processing stopped",
    0x0E: "please wait",
    0x0F: "automatic end of day starts",
    0x10: "card invalid",
    0x11: "balance shown",
    0x12: "system fault",
    0x13: "payment not possible",
    0x14: "credit too low",
    0x15: "PIN wrong",
    0x16: "limit too low",
    0x17: "please wait",
    0x18: "PIN tried too often",
    0x19: "card data wrong",
    0x1A: "service mode",
    0x1B: "approved, fill up",
    0x1C: "approved, take goods",
    0x1D: "declined",
    0x28: "currency selection",
    0x29: "language selection",
    0x2B: "offline emergency mode",
    0x2C: "application selection",
    0x41: "look at the PIN pad, take card out",
    0x4B: "take card out",
    0x4D: "stopped, take card out",
    0x5C: "approved, take goods and card",
    0x5D: "declined, take card out",
    0x68: "customer card inserted",
    0x69: "select currency conversion",
    0xC8: "waits for the cashier",
    0xC9: "automatic diagnosis",
    0xCA: "automatic initialisation",
    0xCB: "journal full",
    0xD2: "dialling",
    0xD3: "dialled",
    0xE0: "application choice",
    0xE1: "language choice",
    0xF1: "offline",
    0xF2: "online",
    0xF3: "offline transaction",
    0xFF: "see the terminal's own text",
}
"""Intermediate status codes in our own words."""

TERMINAL_STATUS: Final[dict[int, str]] = {
    0x00: "ready",
    0x51: "initialisation needed",
    0x62: "date or time wrong",
    0x9C: "busy, wait",
    0x9D: "partial issue of goods",
    0xB1: "memory full",
    0xB2: "journal full",
    0xBF: "low voltage",
    0xC0: "card lock faulty",
    0xC1: "merchant card locked",
    0xC2: "diagnosis needed",
    0xC4: "card profile invalid",
    0xCC: "printer not ready",
    0xDC: "card inserted",
    0xDF: "out of order",
    0xE0: "remote maintenance",
    0xE1: "card not fully removed",
    0xE2: "reader faulty",
    0xE3: "shutter closed",
    0xE4: "activation needed",
    0xF0: "end of day needed",
    0xF6: "OPT data missing",
}
"""Status codes of the completion after a status enquiry, in our own words."""

_DECLINED = frozenset(
    {0x64, 0x65, 0x67, 0x68, 0x6E, 0x6F, 0x71, 0x72, 0x73, 0x75, 0x76, 0x78, 0x79, 0x7A, 0x7B, 0x7C, 0x7E, 0xA5}
    | {0xB4, 0xB5, 0xB7, 0xB8, 0xC3, 0xC5, 0xC6, 0xC8, 0xC9, 0xCB, 0xCD, 0xD2, 0xE7, 0xE9, 0xEA, 0xEB, 0xEC}
)
_SINGLE: Final = {
    0x00: Meaning.OK,
    0x6B: Meaning.NOT_REGISTERED,
    0x6C: Meaning.ABORTED,
    0x9A: Meaning.MISUSED,
    0x9C: Meaning.BUSY,
    0xCC: Meaning.PAPER_OUT,
}
_NO_HOST = frozenset({0x7D, 0x9B, 0xA0, 0xA1, 0xA3})
_DAY_FULL = frozenset({0x6A, 0xB1, 0xB2, 0xF0})


def meaning_of(code: int) -> Meaning:
    """Sort a result code of `04 0F`, `06 1E` or `84 xx`; a code nobody knows needs attention, it is never OK."""
    if code in _SINGLE:
        return _SINGLE[code]
    if 1 <= code <= 0x63 or code in _DECLINED:
        return Meaning.DECLINED
    if code in _NO_HOST:
        return Meaning.NO_HOST
    return Meaning.END_OF_DAY_DUE if code in _DAY_FULL else Meaning.NEEDS_ATTENTION


def word_of(code: int) -> str:
    """Say a result code in words, e.g. "05: refused by the host"."""
    if 1 <= code <= 0x63:
        return f"{code:02X}: refused by the host"
    return f"{code:02X}: {RESULTS.get(code, 'not in the table')}"


_EVENTS: Final[dict[TerminalEvent, frozenset[int]]] = {
    TerminalEvent.WAITING_FOR_CARD: frozenset({0x0A}),
    TerminalEvent.CARD_INSERTED: frozenset({0x68}),
    TerminalEvent.CARD_UNREADABLE: frozenset({0x07, 0x08, 0x09, 0x0C, 0x10, 0x19}),
    TerminalEvent.PIN_ENTRY: frozenset({0x01, 0x02, 0x15}),
    TerminalEvent.AUTHORISING: frozenset({0x04, 0xD2, 0xD3, 0xF2}),
    TerminalEvent.REMOVE_CARD: frozenset({0x0B, 0x41, 0x4B, 0x4D, 0x5C, 0x5D}),
}


def event_of(code: int) -> TerminalEvent:
    """What an intermediate status is among the events of the port; a hint, never proof."""
    return next((event for event, codes in _EVENTS.items() if code in codes), TerminalEvent.PLEASE_WAIT)


def health_of(status: int) -> TerminalHealth:
    """What a terminal status says about the next payment."""
    if status in (0x00, 0xDC):
        return TerminalHealth.READY
    if status == 0x9C:
        return TerminalHealth.BUSY
    if status == 0xCC:
        return TerminalHealth.PAPER_OUT
    return TerminalHealth.END_OF_DAY_DUE if status in (0xF0, 0xB1, 0xB2) else TerminalHealth.NEEDS_ATTENTION
