"""A connection to the plug-in: who it is, who hears what, and what silence means."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from hardware.codecs.front_message import Accepted, Ended, Pong
from hardware.drivers.front_session import FrontSession, NotWritten
from hardware.drivers.front_settings import FrontSettings
from hardware.drivers.front_terminal import FrontTerminal
from hardware.errors import DeviceGarbled, DeviceOffline, DeviceRefused
from hardware.ports.payment_terminal import MoneyRequest, Outcome, TerminalHealth
from tests.hardware.codecs.front_frames import KEY, hello_frame
from tests.hardware.drivers.front_plugin import Message, ScriptedPlugin, usual


def _nonce(count: int) -> bytes:
    return b"\x07" * count


def _session(plugin: ScriptedPlugin, timeout: float = 2.0, ping_every: float = 10.0) -> FrontSession:
    return FrontSession(plugin, KEY, _nonce, timeout, ping_every)


def test_answers_go_to_who_asked() -> None:
    plugin = ScriptedPlugin()
    session = _session(plugin)

    first = session.ask({"name": "pay", "id": "1", "paymentKey": "k1"})
    second = session.ask({"name": "ping", "id": "2"})

    assert isinstance(first.next(2), Accepted)
    assert second.next(2) == Pong(False)
    assert isinstance(first.next(2), Ended)
    session.close()
    assert plugin.closed


def test_an_answer_nobody_waits_for_is_left() -> None:
    session = _session(ScriptedPlugin(lambda message: [{"name": "pong", "id": "of-somebody"}, *usual(message)]))

    assert session.ping(2) is False
    session.close()


@pytest.mark.parametrize(
    ("plugin", "error", "words"),
    [
        (lambda: ScriptedPlugin(key="00" * 32), DeviceRefused, "another pairing key"),
        (lambda: ScriptedPlugin(admits=False), DeviceRefused, "another pairing key"),
        (lambda: ScriptedPlugin(greeting=hello_frame(v=9)), DeviceGarbled, "does not greet"),
        (lambda: ScriptedPlugin(greeting="SSH-2.0-OpenSSH"), DeviceGarbled, "JSON"),
    ],
)
def test_who_is_not_the_paired_terminal_is_left(
    plugin: Callable[[], ScriptedPlugin], error: type[Exception], words: str
) -> None:
    line = plugin()
    with pytest.raises(error, match=words):
        _session(line)
    assert line.closed


def test_a_line_that_does_not_greet_is_no_terminal() -> None:
    line = ScriptedPlugin()
    line.receive(1)  # somebody else took the greeting

    with pytest.raises(DeviceOffline, match="does not greet"):
        _session(line, timeout=0.05)
    assert line.closed


def test_silence_is_filled_with_pings_and_given_up_in_the_end() -> None:
    plugin = ScriptedPlugin(lambda _message: [])
    session = _session(plugin, ping_every=0.02)
    waiting = session.ask({"name": "query", "id": "1"})

    with pytest.raises(DeviceOffline, match="ended before"):
        waiting.next(5)
    assert [message["name"] for message in plugin.heard] == ["query", "ping", "ping", "ping"]
    assert not session.is_open
    with pytest.raises(NotWritten, match="silent"):
        session.ask({"name": "ping", "id": "2"})


def test_who_waits_is_told_of_the_end_once_and_again() -> None:
    session = _session(ScriptedPlugin(lambda _message: []))
    inbox = session.ask({"name": "query", "id": "1"})
    with pytest.raises(DeviceOffline, match="does not answer"):
        inbox.next(0.01)

    closing = [threading.Thread(target=session.close) for _ in range(3)]
    for thread in closing:
        thread.start()
    for _ in range(2):
        with pytest.raises(DeviceOffline, match="ended"):
            inbox.next(2)
    for thread in closing:
        thread.join(2)


def test_a_clear_text_refusal_ends_the_connection_and_nothing_else() -> None:
    """T-12: anybody on the network could say it."""
    plugin = ScriptedPlugin(spoil=lambda _frame: '{"name":"refused","why":"superseded"}')
    session = _session(plugin)
    inbox = session.ask({"name": "pay", "id": "1", "paymentKey": "k"})

    with pytest.raises(DeviceOffline):
        inbox.next(2)
    with pytest.raises(NotWritten, match="Another checkout"):
        session.ask({"name": "ping", "id": "2"})


# -- what the driver makes of a plug-in that goes mad --------------------------------------------------------


def _pays(plugin: ScriptedPlugin, **settings: Any) -> Outcome:
    usual_settings = {"answer_timeout": 0.3, "payment_timeout": 1.0, "grace": 0.1}
    chosen = FrontSettings("ws://127.0.0.1:1/", KEY, **(usual_settings | settings))
    driver = FrontTerminal(chosen, connect=lambda _address, _timeout: plugin)
    asked = MoneyRequest("1", 12_800, "KRW", "S-1", "2026-03-01T19:15:30.000+09:00")
    try:
        return driver.authorise(asked, lambda _news: None).outcome
    finally:
        driver.close()


def _answering(*answers: Message) -> Callable[[Message], list[Message]]:
    def answer(message: Message) -> list[Message]:
        if message["name"] == "ping":
            return usual(message)
        return [{"id": message["id"], "paymentKey": message["paymentKey"], **one} for one in answers]

    return answer


@pytest.mark.parametrize(
    "answers",
    [
        (),
        ({"name": "accepted"},),
        ({"name": "accepted"}, {"name": "accepted"}),
        ({"name": "accepted"}, {"name": "shown"}),
        ({"name": "accepted"}, {"name": "refused", "why": "failed"}),
        ({"name": "pong", "busy": False},),
        ({"name": "result", "type": "SUCCESS", "paymentKey": "baro-2-of-another"},),
        ({"name": "result", "type": "UNHEARD"},),
    ],
)
def test_no_usable_answer_is_unknown(answers: tuple[Message, ...]) -> None:
    assert _pays(ScriptedPlugin(_answering(*answers))) is Outcome.UNKNOWN


def test_a_plugin_that_does_not_answer_a_ping_gets_no_payment() -> None:
    plugin = ScriptedPlugin(lambda _message: [])

    assert _pays(plugin) is Outcome.NOT_SENT
    assert {message["name"] for message in plugin.heard} == {"ping"}


def test_a_terminal_without_a_storage_needs_attention() -> None:
    plugin = ScriptedPlugin(greeting=hello_frame(epoch=""))
    driver = FrontTerminal(FrontSettings("ws://127.0.0.1:1/", KEY), connect=lambda _address, _timeout: plugin)

    report = driver.health()
    driver.close()

    assert report.health is TerminalHealth.NEEDS_ATTENTION
    assert "storage" in report.message
