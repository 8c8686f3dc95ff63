"""Damaged and strange answers: never a crash, never a hang, never an approval nobody gave (F-29, T-12).

A few thousand in every run, 100,000 of each kind in the long one.
"""

import json
import random
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hardware.codecs import nexo_message
from hardware.codecs.nexo_envelope import seal
from hardware.codecs.nexo_json import part, read_json_object, write_json
from hardware.drivers.nexo_settings import NexoSettings
from hardware.drivers.nexo_terminal import NexoTerminal
from hardware.ports.payment_terminal import (
    MoneyRequest,
    Operation,
    OriginalRequest,
    Outcome,
    StatusOutcome,
    TerminalResult,
)
from hardware.ports.terminal_extras import Answer, TerminalAnswer
from hardware.simulators.nexo_terminal import TEST_KEY
from tests.hardware.codecs.nexo_corpus import dialogue

_POI_ID = "V400m-324688179"
_SHORT, _LONG = 2_000, 100_000
_HANG = 600  # seconds for a whole run of thousands; more is a hang
LOST = OriginalRequest("5550005", Operation.PAYMENT, 700, "EUR", "S-5550005", "2026-03-01T10:15:30.000Z")


class _Line:
    """A line that answers every message with what `reply` makes of it."""

    def __init__(self, reply: Callable[[bytes], bytes]) -> None:
        self._reply = reply

    def post(self, body: bytes, timeout: float, on_written: Callable[[], None] | None = None) -> bytes:
        if on_written:
            on_written()
        return self._reply(body)

    def close(self) -> None:
        return None


def _driver(reply: Callable[[bytes], bytes]) -> NexoTerminal:
    settings = NexoSettings(
        "127.0.0.1:1",
        _POI_ID,
        "KIOSK01",
        TEST_KEY.passphrase,
        TEST_KEY.identifier,
        TEST_KEY.version,
        Path("none.pem"),
    )
    return NexoTerminal(settings, link=_Line(reply))


def _request(number: int) -> MoneyRequest:
    return MoneyRequest(f"{number:07d}", 12800, "KRW", "S-5550002", "2026-03-01T10:15:30.000Z")


def _approval() -> Any:
    return dialogue("approve_krw")[1]["plaintext"]["SaleToPOIResponse"]["PaymentResponse"]


def _sealed_answer(request: bytes, body: Any) -> bytes:
    header = part(read_json_object(request), "SaleToPOIRequest", "MessageHeader") | {"MessageType": "Response"}
    return nexo_message.sealed_message(
        "SaleToPOIResponse", header, f"{header['MessageCategory']}Response", body, TEST_KEY, bytes(16)
    )


def test_the_undamaged_answer_is_an_approval() -> None:
    """Without this the thousands below would prove nothing."""
    result = _driver(lambda asked: _sealed_answer(asked, _approval())).authorise(_request(1), lambda _event: None)

    assert result.outcome is Outcome.APPROVED


def _rounds(short: int) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("rounds", [short, pytest.param(_LONG, marks=pytest.mark.long)])


@pytest.fixture(autouse=True)
def hang() -> Iterator[None]:
    """Break a run that does not come to its end."""

    def stop(_signal: int, _frame: object) -> None:
        raise AssertionError("reading the answers hangs")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(_HANG)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@_rounds(_SHORT)
def test_damaged_bytes_are_never_an_approval(rounds: int) -> None:
    dice = random.Random(20260301)
    same = 0
    for number in range(rounds):
        sent: list[tuple[bytes, bytes]] = []

        def damaged(asked: bytes, sent: list[tuple[bytes, bytes]] = sent) -> bytes:
            whole = _sealed_answer(asked, _approval())
            sent.append((whole, _damaged(whole, dice)))
            return sent[0][1]

        result = _driver(damaged).authorise(_request(number), lambda _event: None)

        if _same_document(*sent[0]):
            same += 1
        else:
            assert result.outcome is Outcome.UNKNOWN, (number, sent[0][1])
            assert result.charged == 0
    assert same < rounds / 10


@_rounds(500)
def test_damaged_status_answers_settle_nothing(rounds: int) -> None:
    dice = random.Random(7)
    status_body = dialogue("lost_response_found")[-1]["plaintext"]["SaleToPOIResponse"]["TransactionStatusResponse"]
    for number in range(rounds):
        sent: list[tuple[bytes, bytes]] = []

        def damaged(asked: bytes, sent: list[tuple[bytes, bytes]] = sent) -> bytes:
            whole = _sealed_answer(asked, status_body)
            sent.append((whole, _damaged(whole, dice)))
            return sent[0][1]

        status = _driver(damaged).status(LOST, f"{number:07d}")

        if not _same_document(*sent[0]):
            assert status.outcome is StatusOutcome.UNREACHABLE
            assert status.result is None


@_rounds(1_000)
def test_authentic_but_strange_answers_are_approvals_of_exactly_what_was_asked_or_none(rounds: int) -> None:
    dice = random.Random(42)
    ends: set[Outcome] = set()
    for number in range(rounds):
        strange = _strange(_approval(), dice)

        result = _driver(lambda asked, body=strange: _sealed_answer(asked, body)).authorise(  # type: ignore[misc]
            _request(number), lambda _event: None
        )

        ends.add(result.outcome)
        if result.outcome is Outcome.APPROVED:
            assert (result.charged, result.currency) == (12800, "KRW")
            assert part(strange, "Response")["Result"] == "Success"
            amounts = part(strange, "PaymentResult", "AmountsResp")
            assert amounts["AuthorizedAmount"] == 12800
            assert amounts.get("Currency", "KRW") in ("KRW", "", None) or not isinstance(amounts["Currency"], str)
        elif result.outcome is not Outcome.MISMATCH:
            assert result.charged == 0
    assert {Outcome.APPROVED, Outcome.MISMATCH, Outcome.UNKNOWN} <= ends


@_rounds(500)
def test_strange_status_answers_find_no_approval_that_was_not_repeated(rounds: int) -> None:
    dice = random.Random(11)
    recorded = dialogue("lost_response_found")[-1]["plaintext"]["SaleToPOIResponse"]["TransactionStatusResponse"]
    ends: set[StatusOutcome] = set()
    for number in range(rounds):
        strange = _strange(recorded, dice)

        status = _driver(lambda asked, body=strange: _sealed_answer(asked, body)).status(  # type: ignore[misc]
            LOST, f"{number:07d}"
        )

        ends.add(status.outcome)
        if status.result is not None and status.result.outcome is Outcome.APPROVED:
            assert (status.result.charged, status.result.currency) == (700, "EUR")
            repeated = part(strange, "RepeatedMessageResponse", "RepeatedResponseMessageBody", "PaymentResponse")
            assert part(repeated, "Response")["Result"] == "Success"
    assert {StatusOutcome.FINAL, StatusOutcome.UNREACHABLE} <= ends


_CARDLESS: Any = {
    "display": {"OutputResult": [{"Device": "CustomerDisplay", "Response": {"Result": "Success"}}]},
    "print": {"Response": {"Result": "Success"}},
    "confirm": {"InputResult": {"Response": {"Result": "Success"}, "Input": {"ConfirmedFlag": True}}},
    "choose": {"InputResult": {"Response": {"Result": "Success"}, "Input": {"MenuEntryNumber": [2]}}},
    "token": {
        "Response": {"Result": "Success", "AdditionalResponse": "alias=G955479533593347"},
        "PaymentInstrumentData": {"CardData": {"PaymentToken": {"TokenValue": "M469509594859802"}}},
    },
    "health": {"POIStatus": {"GlobalStatus": "OK", "PrinterStatus": "OK"}, "Response": {"Result": "Success"}},
    "reversal": {"ReversedAmount": 12800, "Response": {"Result": "Success"}},
}


@_rounds(250)
@pytest.mark.parametrize("kind", list(_CARDLESS))
def test_strange_answers_to_everything_else_are_survived(kind: str, rounds: int) -> None:
    dice = random.Random(13)
    for number in range(rounds):
        strange = _strange(_CARDLESS[kind], dice)
        driver = _driver(lambda asked, body=strange: _sealed_answer(asked, body))  # type: ignore[misc]

        said = _asked(driver, kind, f"{number:07d}")

        assert "4111111111111111" not in repr(said)
        if said is True or said == TerminalAnswer(Answer.YES):
            assert b"Success" in write_json(strange)
        if isinstance(said, TerminalResult) and said.outcome is Outcome.APPROVED:
            assert part(strange, "Response")["Result"] == "Success"
            assert said.charged == 0


def _asked(driver: NexoTerminal, kind: str, service_id: str) -> object:
    request = _request(int(service_id))
    calls: dict[str, Callable[[], object]] = {
        "display": lambda: driver.display(("x",), 1, service_id),
        "print": lambda: driver.print_lines(("x",), service_id),
        "confirm": lambda: driver.ask(("x",), (), 1, service_id),
        "choose": lambda: driver.ask(("x",), ("a", "b"), 1, service_id),
        "token": lambda: driver.read_token(request, lambda _news: None),
        "health": driver.health,
        "reversal": lambda: driver.reverse("h.p", "2026-03-01T10:15:42.000Z", 12800, request),
    }
    return calls[kind]()


def _damaged(whole: bytes, dice: random.Random) -> bytes:
    octets = bytearray(whole)
    for _ in range(dice.choice((1, 1, 1, 2, 8))):
        place = dice.randrange(len(octets) or 1)
        kind = dice.randrange(6)
        if kind == 0:
            octets[place : place + 1] = bytes([dice.randrange(256)])
        elif kind == 1 and octets:
            octets[place % len(octets)] ^= 1 << dice.randrange(8)
        elif kind == 2:
            del octets[place:]
        elif kind == 3:
            del octets[place : place + dice.randrange(1, 40)]
        elif kind == 4:
            octets[place:place] = octets[place : place + dice.randrange(1, 40)]
        else:
            octets[place:place] = bytes(dice.randrange(256) for _ in range(dice.randrange(1, 9)))
    return bytes(octets)


def _same_document(whole: bytes, damaged: bytes) -> bool:
    """Blanks between tokens, or a new name beside the protected ones, leave the message what it was."""
    try:
        return _protected(json.loads(damaged)) == _protected(json.loads(whole))
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return False


def _protected(document: Any) -> list[Any]:
    secured = document["SaleToPOIResponse"]
    trailer = secured["SecurityTrailer"]
    names = ("AdyenCryptoVersion", "KeyIdentifier", "KeyVersion", "Nonce", "Hmac")
    return [len(document), secured["MessageHeader"], secured["NexoBlob"], *(trailer[name] for name in names)]


_ODDITIES: tuple[object, ...] = (
    None, True, 0, -1, 12801, "", "Success", "x" * 3000, "4111111111111111", [], {}, [[]], {"a": {}}, 10**25,
)  # fmt: skip


def _strange(body: Any, dice: random.Random) -> Any:
    copy = json.loads(json.dumps(body))
    for _ in range(dice.randrange(1, 4)):
        here: Any = copy
        while True:
            places = list(here) if isinstance(here, dict) else list(range(len(here)))
            if not places:
                break
            place = dice.choice(places)
            if isinstance(here[place], dict | list) and here[place] and dice.random() < 0.8:
                here = here[place]
                continue
            if dice.random() < 0.3:
                del here[place]
            else:
                here[place] = dice.choice(_ODDITIES)
            break
    return copy


def test_half_a_surrogate_in_an_authentic_answer_is_survived() -> None:
    def reply(asked: bytes) -> bytes:
        text = json.dumps(_approval()).replace('"mc"', '"\\ud800"')
        header = part(read_json_object(asked), "SaleToPOIRequest", "MessageHeader") | {"MessageType": "Response"}
        document = f'{{"SaleToPOIResponse":{{"MessageHeader":{write_json(header).decode()},"PaymentResponse":{text}}}}}'
        return write_json({"SaleToPOIResponse": seal(document.encode(), header, TEST_KEY, bytes(16))})

    result = _driver(reply).authorise(_request(1), lambda _event: None)

    assert (result.outcome, result.brand) == (Outcome.APPROVED, "?")
