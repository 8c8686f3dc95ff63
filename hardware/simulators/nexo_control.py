"""Drive a simulated terminal from another process: JSON commands over a plain loopback port."""

import http.client
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from typing import Any, Protocol

from hardware.errors import DeviceMisused, DeviceOffline
from hardware.simulators.nexo_line import LoopbackServer, Reply
from hardware.simulators.nexo_script import Script, read_reversal, read_script
from hardware.simulators.terminal_ledger import LedgerEntry

JsonObject = dict[str, Any]


class Controllable(Protocol):
    """What can be done by hand at a simulated terminal."""

    auto_approve_after: float | None
    clock_off_by: timedelta
    paper: bool

    @property
    def address(self) -> str: ...
    def next(self, outcome: Script) -> None: ...
    def next_reversal(self, outcome: Script) -> None: ...
    def tap_card(self, wait: float = 0.0) -> bool: ...
    def press_cancel(self, wait: float = 0.0) -> bool: ...
    def reply(self, answer: bool | int, wait: float = 0.0) -> bool: ...
    def state(self) -> str: ...
    def ledger(self) -> list[LedgerEntry]: ...
    def balances(self) -> dict[str, int]: ...
    def requests_seen(self) -> dict[str, int]: ...
    def power_on(self) -> None: ...
    def power_off(self) -> None: ...


class ControlPort:
    """Takes one command per POST to 127.0.0.1 and answers with a JSON object.

    Commands: {"tap": true}, {"cancel": true} (both with optional "wait": seconds), {"next": script},
    {"next_reversal": script}, {"auto": seconds or null}, {"power": "on" or "off"}, {"ledger": true},
    {"state": true}, {"answer": true, false or the number of a choice} (with optional "wait"), {"paper": bool},
    {"clock": seconds that it is fast}. A script is a name or {"outcome", "after", "amount"}. A wrong command gets HTTP
    400 and {"error": sentence}.
    """

    def __init__(self, terminal: Controllable, port: int = 0) -> None:
        self._terminal = terminal
        self._server = LoopbackServer(self._answer, port)

    @property
    def address(self) -> str:
        """Host and port, known after `start`."""
        return self._server.address

    def start(self) -> None:
        """Listen."""
        self._server.start()

    def stop(self) -> None:
        """Stop listening."""
        self._server.stop()

    def _answer(self, octets: bytes) -> Reply:
        try:
            command = json.loads(octets)
            if not isinstance(command, dict):
                raise DeviceMisused("A command is a JSON object.")
            return Reply(json.dumps(obey(self._terminal, command), ensure_ascii=False).encode())
        except (ValueError, RecursionError):
            wrong = "A command is JSON."
        except DeviceMisused as misused:
            wrong = str(misused)
        return Reply(json.dumps({"error": wrong}, ensure_ascii=False).encode(), status=400)


def obey(terminal: Controllable, command: JsonObject) -> JsonObject:
    """Carry out one command; raises `DeviceMisused` with what is allowed instead."""
    names = set(command) - {"wait"}
    verb = names.pop() if len(names) == 1 else ""
    act = _VERBS.get(verb)
    if act is None:
        raise DeviceMisused(f"One command at a time; it must be one of {', '.join(_VERBS)}.")
    wait = command.get("wait", 0)
    if isinstance(wait, bool) or not isinstance(wait, int | float) or not 0 <= wait <= 120:
        raise DeviceMisused("wait is a number of seconds from 0 to 120.")
    return act(terminal, command[verb], float(wait))


def _next(terminal: Controllable, wish: object, _wait: float) -> JsonObject:
    script = read_script(wish)
    terminal.next(script)
    return {"next": script.outcome}


def _next_reversal(terminal: Controllable, wish: object, _wait: float) -> JsonObject:
    script = read_reversal(wish)
    terminal.next_reversal(script)
    return {"next_reversal": script.outcome}


def _auto(terminal: Controllable, wish: object, _wait: float) -> JsonObject:
    if wish is not None and (isinstance(wish, bool) or not isinstance(wish, int | float) or not 0 <= wish <= 600):
        raise DeviceMisused("auto is seconds until a card is held by itself, or null for never.")
    terminal.auto_approve_after = None if wish is None else float(wish)
    return {"auto": terminal.auto_approve_after}


def _power(terminal: Controllable, wish: object, _wait: float) -> JsonObject:
    if wish not in ("on", "off"):
        raise DeviceMisused('power is "on" or "off".')
    (terminal.power_on if wish == "on" else terminal.power_off)()
    return {"power": wish}


def _answer(terminal: Controllable, wish: object, wait: float) -> JsonObject:
    if not isinstance(wish, bool | int):
        raise DeviceMisused("answer is true, false, or the number of a choice from 1.")
    return {"answered": terminal.reply(wish, wait)}


def _paper(terminal: Controllable, wish: object, _wait: float) -> JsonObject:
    if not isinstance(wish, bool):
        raise DeviceMisused("paper is true when the printer has paper, else false.")
    terminal.paper = wish
    return {"paper": wish}


def _clock(terminal: Controllable, wish: object, _wait: float) -> JsonObject:
    if isinstance(wish, bool) or not isinstance(wish, int | float) or not abs(wish) <= 10**9:
        raise DeviceMisused("clock is how many seconds the terminal's clock is fast, less than 0 when it is slow.")
    terminal.clock_off_by = timedelta(seconds=wish)
    return {"clock": wish}


def _ledger(terminal: Controllable, _wish: object, _wait: float) -> JsonObject:
    return {"ledger": [asdict(entry) for entry in terminal.ledger()], "balance": terminal.balances()}


def _state(terminal: Controllable, _wish: object, _wait: float) -> JsonObject:
    return {"state": terminal.state(), "address": terminal.address, "seen": terminal.requests_seen()}


_VERBS: dict[str, Callable[[Controllable, object, float], JsonObject]] = {
    "tap": lambda terminal, _wish, wait: {"tapped": terminal.tap_card(wait)},
    "cancel": lambda terminal, _wish, wait: {"cancelled": terminal.press_cancel(wait)},
    "next": _next,
    "next_reversal": _next_reversal,
    "auto": _auto,
    "power": _power,
    "answer": _answer,
    "paper": _paper,
    "clock": _clock,
    "ledger": _ledger,
    "state": _state,
}


class NexoTerminalControl:
    """The other end of a control port, for a panel or a test in another process."""

    def __init__(self, address: str, timeout: float = 130.0) -> None:
        self._address = address
        self._timeout = timeout

    def send(self, command: JsonObject) -> JsonObject:
        """Send one command and give its answer.

        Raises `DeviceOffline` when the simulator is not there, `DeviceMisused` for a wrong command.
        """
        connection = http.client.HTTPConnection(self._address, timeout=self._timeout)
        try:
            connection.request("POST", "/", json.dumps(command), {"Content-Type": "application/json"})
            response = connection.getresponse()
            answer = json.loads(response.read())
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise DeviceOffline(f"The simulated terminal's control port {self._address} does not answer.") from error
        finally:
            connection.close()
        if response.status != 200 or not isinstance(answer, dict):
            raise DeviceMisused(str(answer.get("error", "refused")) if isinstance(answer, dict) else "refused")
        return answer
