"""The one dialogue with a terminal: sealed with the newest key, no id out twice, another one kept apart."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hardware.codecs.nexo_envelope import NexoKey, NotAuthentic
from hardware.codecs.nexo_json import read_json_object
from hardware.codecs.nexo_message import DIAGNOSIS, PAYMENT, REVERSAL, sealed_message
from hardware.drivers.nexo_line import NexoLine
from hardware.drivers.nexo_settings import NexoSettings
from hardware.errors import DeviceMisused
from hardware.transports.tls_http import NoAnswer, NotSent

_OLD, _NEW = NexoKey("shop", 1, "old passphrase"), NexoKey("shop", 2, "new passphrase")
_SETTINGS = NexoSettings(
    "127.0.0.1:1",
    "V400m-324688179",
    "KIOSK01",
    _NEW.passphrase,
    _NEW.identifier,
    _NEW.version,
    Path("none.pem"),
    previous_keys=(_OLD,),
)


class Terminal:
    """Answers every message under `key`, or raises `fault`."""

    def __init__(self, key: NexoKey = _NEW, fault: Exception | None = None) -> None:
        self.key = key
        self.fault = fault
        self.sent: list[dict[str, Any]] = []
        self.during: Callable[[], None] = lambda: None

    def post(self, body: bytes, timeout: float, on_written: Callable[[], None] | None = None) -> bytes:
        secured = read_json_object(body)["SaleToPOIRequest"]
        self.sent.append(secured)
        self.during()
        if self.fault is not None:
            raise self.fault
        header = secured["MessageHeader"] | {"MessageType": "Response"}
        name = f"{header['MessageCategory']}Response"
        return sealed_message("SaleToPOIResponse", header, name, {"ok": 1}, self.key, bytes(16))

    def close(self) -> None:
        return None


@pytest.mark.parametrize("answering", [_OLD, _NEW])
def test_while_keys_change_the_newest_seals_and_both_are_believed(answering: NexoKey) -> None:
    terminal = Terminal(answering)
    line = NexoLine(_SETTINGS, terminal)

    assert line.ask(line.header(DIAGNOSIS), {"x": 1}) == {"ok": 1}
    trailer = terminal.sent[0]["SecurityTrailer"]
    assert (trailer["KeyIdentifier"], trailer["KeyVersion"]) == ("shop", 2)


def test_a_key_that_is_neither_is_not_believed() -> None:
    line = NexoLine(_SETTINGS, Terminal(NexoKey("shop", 3, "new passphrase")))

    with pytest.raises(NotAuthentic):
        line.ask(line.header(DIAGNOSIS), {})


def test_every_message_has_a_nonce_of_its_own() -> None:
    terminal = Terminal()
    line = NexoLine(_SETTINGS, terminal)

    for _ in range(20):
        line.ask(line.header(DIAGNOSIS), {})

    assert len({secured["SecurityTrailer"]["Nonce"] for secured in terminal.sent}) == 20
    ids = {secured["MessageHeader"]["ServiceID"] for secured in terminal.sent}
    assert len(ids) == 20
    assert all(service_id.startswith("H") and len(service_id) == 10 for service_id in ids)


def test_an_id_goes_out_once_unless_it_never_left() -> None:
    """payment.md 5, rule 2."""
    terminal = Terminal(fault=NotSent("no line"))
    line = NexoLine(_SETTINGS, terminal)
    with pytest.raises(NotSent):
        line.send_once(line.header(PAYMENT, "1"), {})
    terminal.fault = NoAnswer("lost")
    with pytest.raises(NoAnswer):
        line.send_once(line.header(PAYMENT, "1"), {})

    with pytest.raises(DeviceMisused, match="sent before"):
        line.send_once(line.header(PAYMENT, "1"), {})
    assert len(terminal.sent) == 2


def test_what_runs_is_known_by_its_id() -> None:
    terminal = Terminal()
    line = NexoLine(_SETTINGS, terminal)
    running: list[str] = []
    terminal.during = lambda: running.extend([line.running_category("1"), line.running_category("2")])

    line.send_once(line.header(REVERSAL, "1"), {})

    assert running == [REVERSAL, PAYMENT]
    assert line.running_category("1") == PAYMENT


def test_one_dialogue_at_a_time() -> None:
    line = NexoLine(_SETTINGS, Terminal())

    with line.dialogue() as first, line.dialogue() as second, line.dialogue(0.01) as third:
        assert (first, second, third) == (True, False, False)
    with line.dialogue() as again:
        assert again
