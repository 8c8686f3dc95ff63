"""Thousands of damaged dialogues: never a crash, never a hang, never an approval nobody gave (F-29, T-12)."""

import random

import pytest

from hardware.codecs.zvt.apdu import Apdu, encode_apdu
from hardware.drivers.zvt_dialogue import Pace
from hardware.drivers.zvt_link import TcpApduLink
from hardware.drivers.zvt_mark import Handle
from hardware.drivers.zvt_terminal import ZvtTerminal
from hardware.errors import DeviceOffline
from hardware.ports.payment_terminal import MoneyRequest, Operation, OriginalRequest, Outcome, StatusOutcome
from tests.hardware.drivers.terminal_bench import ignore
from tests.hardware.drivers.zvt_bench import settings
from tests.hardware.drivers.zvt_line import ACK, COMPLETION, REGISTERED, aborted, status

ROUNDS = 1_000
HANDLE = Handle(7, 12_800, "KRW", 20, "12345678", "7/20/0/0301/100000")
EMPTY = (*REGISTERED, ACK, aborted(0x83))
PAID = (*REGISTERED, ACK, status(receipt=7, trace=20, time="100000"), COMPLETION)
PAYMENT = (ACK, Apdu(0x04FF, b"\x0a"), status(receipt=8, trace=21), Apdu(0x06D1, b"\x00ZAHLUNG"), Apdu(0x06D1, b"\x81"))
REVERSAL = (ACK, Apdu(0x04FF, b"\x0e"), status(receipt=8, trace=21, original=20), Apdu(0x06D1, b"\x00STORNO"))
MEMORY = (ACK, status(receipt=8, trace=21, time="101540"))
# What an approval cannot be without: the result, and the amount that was asked for.
GIVEN = (b"\x27\x00", b"\x04\x00\x00\x00\x01\x28\x00")


class Tape:
    """Gives bytes in pieces of all sizes and then hangs up."""

    def __init__(self, octets: bytes, dice: random.Random) -> None:
        self._rest = octets
        self._dice = dice

    def open(self) -> None:
        return None

    def write(self, octets: bytes) -> None:
        return None

    def read(self, deadline: float) -> bytes:
        if not self._rest:
            raise DeviceOffline("The tape is at its end.")
        size = self._dice.randint(1, 40)
        piece, self._rest = self._rest[:size], self._rest[size:]
        return piece

    def close(self) -> None:
        return None


def _bytes(*said: Apdu) -> bytes:
    return b"".join(encode_apdu(apdu) for apdu in said)


def _damaged(octets: bytes, dice: random.Random) -> bytes:
    out = bytearray(octets)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(out))
        kind = dice.randrange(5)
        if kind == 0:
            out[at] ^= 1 << dice.randrange(8)
        elif kind == 1:
            out[at] = dice.randrange(256)
        elif kind == 2:
            del out[at : at + dice.randint(1, 6)]
        elif kind == 3:
            out[at:at] = dice.randbytes(dice.randint(1, 6))
        else:
            piece = out[at : at + dice.randint(1, 30)]
            elsewhere = dice.randrange(len(out) + 1)
            out[elsewhere:elsewhere] = piece
        if not out:
            return b"\x80"
    return bytes(out)


def _driver(octets: bytes, dice: random.Random) -> ZvtTerminal:
    fast = Pace(5.0, 180.0, 900.0, breath=0.0)
    return ZvtTerminal(settings(pace=fast), TcpApduLink(Tape(octets, dice)))


def _request(number: int) -> MoneyRequest:
    return MoneyRequest(f"{number:07d}", 12_800, "KRW", "S-1", "2026-03-01T10:15:30+00:00")


def _all_damaged(rounds: int, seed: int) -> None:
    dice = random.Random(seed)
    for number in range(rounds):
        talk = _damaged(_bytes(*PAYMENT, COMPLETION), dice)
        paid = _driver(_bytes(*EMPTY) + talk, dice).authorise(_request(number), ignore)
        if paid.outcome is Outcome.APPROVED:
            assert all(part in talk for part in GIVEN), talk.hex()
            assert (paid.charged, paid.currency) == (12_800, "KRW")
        assert paid.charged == 0 or paid.outcome in (Outcome.APPROVED, Outcome.PARTIAL, Outcome.MISMATCH)
        assert paid.outcome is not Outcome.PARTIAL  # nobody allowed a part

        talk = _damaged(_bytes(*REVERSAL, COMPLETION), dice)
        back = _driver(_bytes(*PAID) + talk, dice).reverse(HANDLE.text(), "", None, _request(number))
        if back.outcome is Outcome.APPROVED:
            assert all(part in talk for part in GIVEN), talk.hex()

        talk = _damaged(_bytes(*MEMORY, COMPLETION), dice)
        original = OriginalRequest("1", Operation.PAYMENT, 12_800, "KRW", "S-1", "2026-03-01T10:15:30+00:00")
        found = _driver(_bytes(*REGISTERED) + talk, dice).status(original, "2")
        if found.outcome is StatusOutcome.FINAL and found.result and found.result.outcome is Outcome.APPROVED:
            assert all(part in talk for part in GIVEN), talk.hex()


def test_the_undamaged_dialogues_end_well() -> None:
    """Without this the thousands below would prove nothing."""
    dice = random.Random(1)
    paid = _driver(_bytes(*EMPTY, *PAYMENT, COMPLETION), dice).authorise(_request(1), ignore)
    back = _driver(_bytes(*PAID, *REVERSAL, COMPLETION), dice).reverse(HANDLE.text(), "", None, _request(1))

    assert (paid.outcome, paid.charged, back.outcome) == (Outcome.APPROVED, 12_800, Outcome.APPROVED)


def test_damaged_dialogues_are_never_an_approval() -> None:
    _all_damaged(ROUNDS, 20260301)


@pytest.mark.long
def test_very_many_damaged_dialogues_are_never_an_approval() -> None:
    _all_damaged(34_000, 20260302)


def test_rubbish_is_never_an_approval() -> None:
    dice = random.Random(7)
    for number in range(300):
        result = _driver(dice.randbytes(dice.randint(0, 300)), dice).authorise(_request(number), ignore)
        assert result.outcome in (Outcome.NOT_SENT, Outcome.UNKNOWN, Outcome.UNAVAILABLE, Outcome.BUSY)


def _memory(last: Apdu, *said: Apdu) -> bytes:
    """A baseline, then a dialogue, then what the terminal remembers."""
    return _bytes(*EMPTY, *said, ACK, last, COMPLETION)


def test_a_refusal_that_ends_like_an_approval_is_believed_when_the_memory_agrees() -> None:
    refused = status(result=5, receipt=0, trace=21)
    dice = random.Random(3)
    agrees = _driver(_memory(refused, ACK, refused, COMPLETION), dice).authorise(_request(1), ignore)
    contradicts = _driver(_memory(status(), ACK, refused, COMPLETION), dice).authorise(_request(1), ignore)
    silent = _driver(_bytes(*EMPTY, ACK, refused, COMPLETION), dice).authorise(_request(1), ignore)

    assert agrees.outcome is Outcome.DECLINED
    assert contradicts.outcome is Outcome.UNKNOWN
    assert silent.outcome is Outcome.UNKNOWN
