"""The 11 recorded dialogues, played to the driver message by message: it asks as recorded and ends as recorded."""

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hardware.codecs.nexo_envelope import NexoKey
from hardware.codecs.nexo_message import open_message, sealed_message
from hardware.drivers.nexo_settings import NexoSettings
from hardware.drivers.nexo_terminal import NexoTerminal
from hardware.ports.payment_terminal import (
    MoneyRequest,
    Operation,
    OriginalRequest,
    Outcome,
    StatusOutcome,
    TerminalResult,
    TerminalStatus,
)
from hardware.ports.terminal_extras import Answer, CardToken
from hardware.transports.tls_http import NoAnswer
from tests.hardware.codecs.nexo_corpus import corpus, dialogue

_KEY = NexoKey("recorded", 1, "a passphrase for recordings")
_AT = "2026-03-01T10:15:30.000Z"


class Recording:
    """The terminal's end of a recorded dialogue: answers what was answered, and drops the line where it was dropped."""

    def __init__(self, name: str) -> None:
        self._messages = deque(dialogue(name))
        self._aborted = threading.Event()
        self.asked: list[tuple[dict[str, Any], dict[str, Any]]] = []
        self.recorded: list[tuple[dict[str, Any], dict[str, Any]]] = []
        self._end: dict[str, dict[str, Any]] = {}
        self._stops = any(_parts(m)[0]["MessageCategory"] == "Abort" for m in self._messages if "plaintext" in m)
        while self._messages:
            self._take(self._messages.popleft())

    def _take(self, message: dict[str, Any]) -> None:
        if "plaintext" not in message:
            return
        header, _body = _parts(message)
        if header["MessageType"] == "Request":
            self.recorded.append(_parts(message))
        else:
            self._end[header["ServiceID"]] = message

    def post(self, body: bytes, timeout: float, on_written: Callable[[], None] | None = None) -> bytes:
        if on_written:
            on_written()
        _root, content = open_message(body, [_KEY])
        header, asked = content["MessageHeader"], content[f"{content['MessageHeader']['MessageCategory']}Request"]
        self.asked.append((header, asked))
        if header["MessageCategory"] == "Abort":
            self._aborted.set()
            return b""
        if header["MessageCategory"] == "EnableService":
            return _sealed(header | {"MessageType": "Response"}, {"Response": {"Result": "Success"}})
        if self._stops:
            assert self._aborted.wait(timeout)
        answer = self._end.get(header["ServiceID"])
        if answer is None:
            raise NoAnswer("the line was dropped here")
        return _sealed(*_parts(answer))

    def close(self) -> None:
        return None

    def check(self) -> None:
        """Every recorded request was sent, with the recorded header and the recorded meaning."""
        ours = {header["ServiceID"]: (header, body) for header, body in self.asked}
        for header, body in self.recorded:
            sent_header, sent = ours[header["ServiceID"]]
            assert sent_header == header
            for name in ("SaleData", "CardAcquisitionTransaction", "InputData", "MessageReference", "AbortReason"):
                assert sent.get(name) == body.get(name)
            if "PaymentTransaction" in body:
                assert sent["PaymentTransaction"]["AmountsReq"] == body["PaymentTransaction"]["AmountsReq"]


def _parts(message: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    content = next(iter(message["plaintext"].values()))
    return content["MessageHeader"], next(body for name, body in content.items() if name != "MessageHeader")


def _sealed(header: dict[str, Any], body: dict[str, Any]) -> bytes:
    name = f"{header['MessageCategory']}Response"
    return sealed_message("SaleToPOIResponse", header, name, body, _KEY, bytes(16))


def _driver(line: Recording) -> NexoTerminal:
    settings = NexoSettings(
        "127.0.0.1:1",
        "V400m-324688179",
        "KIOSK01",
        _KEY.passphrase,
        _KEY.identifier,
        _KEY.version,
        Path("none.pem"),
    )
    return NexoTerminal(settings, link=line)


def _paid(
    driver: NexoTerminal, number: int, amount: int, currency: str = "EUR", partial: bool = False
) -> TerminalResult:
    asked = MoneyRequest(str(number), amount, currency, f"S-{number}", _AT, allow_partial=partial)
    return driver.authorise(asked, lambda _news: None)


def _status(driver: NexoTerminal, number: int, under: int) -> TerminalStatus:
    lost = OriginalRequest(str(number), Operation.PAYMENT, 700, "EUR", f"S-{number}", _AT)
    return driver.status(lost, str(under))


Play = Callable[[NexoTerminal], None]


def _approve(driver: NexoTerminal) -> None:
    result = _paid(driver, 5550001, 1234)
    assert (result.outcome, result.charged, result.terminal_id) == (Outcome.APPROVED, 1234, "V400m-324688179")


def _approve_krw(driver: NexoTerminal) -> None:
    result = _paid(driver, 5550002, 12800, "KRW")
    assert (result.outcome, result.charged, result.currency) == (Outcome.APPROVED, 12800, "KRW")


def _refused(driver: NexoTerminal) -> None:
    result = _paid(driver, 5550003, 500)
    assert (result.outcome, result.reason, result.charged) == (Outcome.DECLINED, "Refusal", 0)


def _partial(driver: NexoTerminal) -> None:
    result = _paid(driver, 5550004, 500, partial=True)
    assert (result.outcome, result.charged) == (Outcome.PARTIAL, 300)


def _lost_found(driver: NexoTerminal) -> None:
    assert _paid(driver, 5550005, 700).outcome is Outcome.UNKNOWN
    found = _status(driver, 5550005, 5550006)
    assert found.result is not None
    assert (found.result.outcome, found.result.charged) == (Outcome.APPROVED, 700)


def _lost_not_found(driver: NexoTerminal) -> None:
    assert _paid(driver, 5550007, 700).outcome is Outcome.UNKNOWN
    assert _status(driver, 5550007, 5550008).outcome is StatusOutcome.NOT_FOUND


def _in_progress(driver: NexoTerminal) -> None:
    assert _paid(driver, 5550009, 700).outcome is Outcome.UNKNOWN
    assert _status(driver, 5550009, 5550010).outcome is StatusOutcome.IN_PROGRESS
    found = _status(driver, 5550009, 5550011)
    assert found.result is not None
    assert found.result.outcome is Outcome.APPROVED


def _abort(driver: NexoTerminal) -> None:
    results: list[TerminalResult] = []
    paying = threading.Thread(target=lambda: results.append(_paid(driver, 5550012, 900)))
    paying.start()
    assert driver.abort("5550012", "5550013")
    paying.join(10)
    assert [result.outcome for result in results] == [Outcome.ABORTED]


def _tip(driver: NexoTerminal) -> None:
    """Nobody asked for a tip, so that the charge is not the one that was asked for."""
    result = _paid(driver, 5550014, 1000)
    assert (result.outcome, result.charged) == (Outcome.MISMATCH, 1150)


def _card_acquisition(driver: NexoTerminal) -> None:
    asked = MoneyRequest("5550015", 0, "EUR", "S-ca", _AT)
    assert driver.read_token(asked, lambda _news: None) == CardToken("G955479533593347", "mc")


def _input_confirmation(driver: NexoTerminal) -> None:
    assert driver.ask(("Continue?",), (), 30, "5550016").answer is Answer.YES


_PLAYS: dict[str, Play] = {
    "approve": _approve,
    "approve_krw": _approve_krw,
    "refused": _refused,
    "partial": _partial,
    "lost_response_found": _lost_found,
    "lost_request_not_found": _lost_not_found,
    "in_progress_then_found": _in_progress,
    "abort": _abort,
    "tip": _tip,
    "card_acquisition": _card_acquisition,
    "input_confirmation": _input_confirmation,
}


def test_there_is_a_play_for_every_recording() -> None:
    assert set(_PLAYS) == set(corpus("nexo_dialogues.json")["dialogues"])
    assert len(_PLAYS) == 11


@pytest.mark.parametrize("name", list(_PLAYS))
def test_a_recorded_dialogue_is_played_as_recorded(name: str) -> None:
    line = Recording(name)

    _PLAYS[name](_driver(line))

    line.check()
