"""Thousands of damaged and strange answers: never a crash or a hang, never an approval nobody gave (F-29, T-12)."""

import json
import random
from typing import Any

import pytest

from hardware.codecs.front_message import Ended, Said, read_message
from hardware.codecs.front_record import Mark, Terms, own_key
from hardware.codecs.front_result import Asked, payment_result, status_answer
from hardware.codecs.nexo_json import read_json_object
from hardware.drivers.front_settings import FrontSettings
from hardware.drivers.front_terminal import FrontTerminal
from hardware.errors import DeviceGarbled
from hardware.ports.payment_terminal import MoneyRequest, Operation, OriginalRequest, Outcome, StatusOutcome
from tests.hardware.codecs.front_frames import KEY, card_response
from tests.hardware.drivers.front_plugin import ScriptedPlugin

_AT = "2026-03-01T19:15:30.000+09:00"
MARK = Mark("FRONT1", "0011aabb", "1.0.0")
PAYMENT_KEY = "baro-1-a"
ASKED = Asked(PAYMENT_KEY, 12_800, "KRW", Terms(11_637, 1_163))
ORIGINAL = OriginalRequest("1", Operation.PAYMENT, 12_800, "KRW", "S-1", _AT)


def _driver(plugin: ScriptedPlugin) -> FrontTerminal:
    settings = FrontSettings("ws://127.0.0.1:1/", KEY, answer_timeout=2.0, payment_timeout=1.0, grace=1.0)
    return FrontTerminal(settings, connect=lambda _address, _timeout: plugin)


def _request(number: int) -> MoneyRequest:
    return MoneyRequest(str(number), 12_800, "KRW", f"S-{number}", _AT)


def test_the_undamaged_answer_is_an_approval() -> None:
    """Without this the thousands below would prove nothing."""
    driver = _driver(ScriptedPlugin())
    assert driver.authorise(_request(1), lambda _news: None).outcome is Outcome.APPROVED
    original = OriginalRequest("1", Operation.PAYMENT, 12_800, "KRW", "S-1", _AT)
    assert driver.status(original, "2").outcome is StatusOutcome.FINAL
    driver.close()


def _damaged_frames(rounds: int) -> None:
    dice = random.Random(20260301)
    same = 0
    for number in range(rounds):
        changed: list[bool] = []

        def spoil(frame: str, changed: list[bool] = changed) -> str:
            spoiled = _damaged(frame, dice)
            changed.append(json_of(spoiled) != json_of(frame))
            return spoiled

        driver = _driver(ScriptedPlugin(spoil=spoil))
        result = driver.authorise(_request(number), lambda _news: None)
        driver.close()

        if result.outcome is not Outcome.UNKNOWN:
            # Spaces between the frame's own fields may come and go: what is sealed is the body.
            assert result.outcome is Outcome.APPROVED
            assert not any(changed)
            same += 1
    assert same < rounds / 10


def json_of(frame: str) -> Any:
    """What counts in a frame: its number, seal and body."""
    try:
        document = json.loads(frame)
    except (ValueError, RecursionError):
        return None
    return [document.get(name) for name in ("seq", "mac", "body")] if isinstance(document, dict) else None


def test_damaged_frames_are_never_an_approval() -> None:
    _damaged_frames(3_000)


@pytest.mark.long
def test_very_many_damaged_frames_are_never_an_approval() -> None:
    _damaged_frames(100_000)


def _strange_messages(rounds: int) -> None:
    """Sealed by the right key, so the plug-in itself would have gone mad."""
    dice = random.Random(20260302)
    approvals = 0
    for _number in range(rounds):
        message = _mutated(dice.choice(_MESSAGES)(), dice)
        try:
            _id, read = read_message(read_json_object(json.dumps(message).encode()))
        except DeviceGarbled:
            continue
        if isinstance(read, Ended):
            outcome = payment_result(read, ASKED, MARK).outcome
            said = message["type"] == "SUCCESS" or message.get("found") is True
        elif isinstance(read, Said):
            status = status_answer(read, ORIGINAL, ASKED, MARK, MARK)
            outcome = status.result.outcome if status.result else Outcome.UNKNOWN
            said = message.get("ended") == "SUCCESS" or message.get("found") is True
        else:
            continue
        if outcome is Outcome.APPROVED:
            approvals += 1
            assert said
            assert message["paymentKey"] == PAYMENT_KEY
            assert message["response"]["card"]["approvalNumber"]
    assert approvals > 0


def test_strange_messages_are_an_approval_only_when_they_say_so() -> None:
    _strange_messages(3_000)


@pytest.mark.long
def test_very_many_strange_messages_are_an_approval_only_when_they_say_so() -> None:
    _strange_messages(100_000)


def test_the_keys_of_a_thousand_requests_differ() -> None:
    assert len({own_key(_request(number)) for number in range(1_000)}) == 1_000


def _result() -> dict[str, Any]:
    return {"name": "result", "id": "1", "paymentKey": PAYMENT_KEY, "type": "SUCCESS", "response": card_response()}


def _refusal() -> dict[str, Any]:
    return {"name": "result", "id": "1", "paymentKey": PAYMENT_KEY, "type": "CANCELED", "found": False}


def _status() -> dict[str, Any]:
    said = {"seen": True, "running": False, "ended": "SUCCESS", "found": True, "response": card_response(), "left": 0}
    return {"name": "status", "id": "1", "paymentKey": PAYMENT_KEY, **said}


_MESSAGES = (_result, _refusal, _status)
_STRANGE: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 10**30, "", "SUCCESS", "CANCELED", "\x00", "é" * 500, [], {}, [[]], "4111111111111111",
    {"type": "SUCCESS"}, 1.5, "result", "status", "\ud800", "1" * 13, 4111111111111111,
)  # fmt: skip


def _mutated(message: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    for _ in range(dice.choice((1, 1, 2, 4))):
        here = message
        while True:
            name = dice.choice(list(here))
            inner = here[name]
            if isinstance(inner, dict) and inner and dice.random() < 0.7:
                here = inner
                continue
            break
        if dice.random() < 0.3 and here is not message:
            del here[name]
            if not here:
                break
        else:
            here[name] = dice.choice(_STRANGE)
    return message


def _damaged(frame: str, dice: random.Random) -> str:
    kind = dice.randrange(5)
    at = dice.randrange(len(frame))
    if kind == 0:
        return frame[:at]
    if kind == 1:
        return frame[:at] + chr(dice.choice((0, 34, 48, 57, 92, 123, 125, 0xD800, 0x1F600))) + frame[at + 1 :]
    if kind == 2:
        return frame[:at] + frame[at : at + dice.randrange(1, 40)] + frame[at:]
    if kind == 3:
        return frame[:at] + frame[at + dice.randrange(1, 40) :]
    return "".join(chr(dice.randrange(1, 128)) for _ in range(dice.randrange(1, 200)))
