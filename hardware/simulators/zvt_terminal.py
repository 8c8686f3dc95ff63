"""A card terminal that speaks ZVT over TCP or a serial pty, driven by hand, script or test.

Written from the specification side: it is no mirror of the driver, and both rules about lost acknowledgements can be
had. What it truly charged stands in its ledger, which survives a restart when it has a file.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

from hardware.errors import DeviceMisused
from hardware.simulators.terminal_ledger import LedgerEntry
from hardware.simulators.terminal_script import Step, TerminalScript, read_step
from hardware.simulators.zvt_conversation import serve
from hardware.simulators.zvt_line import SerialLine, TcpLine
from hardware.simulators.zvt_machine import Machine, Settings, TerminalState
from hardware.simulators.zvt_memory import Transaction
from hardware.simulators.zvt_script import OUTCOMES, REVERSAL_OUTCOMES, Rule

_DAY_OUTCOMES = ("approve", "decline", "lost", "lost_request")


class ZvtTerminalSimulator:
    """One terminal: a TCP port (0 takes a free one) or, with `serial`, a pty at that path; one dialogue at a time.

    It waits for `tap_card()` unless `auto_approve_after` seconds are given. Like a real terminal it must be
    registered after every start. With `ledger_path` it remembers counters and charges over a restart, also of its
    process; what was not final then is reversed by the classic rule. Use it as a context manager, or `start()` and
    `stop()`. Raises `DeviceMisused` for wrong settings.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        port: int = 0,
        serial: Path | None = None,
        ledger_path: Path | None = None,
        auto_approve_after: float | None = None,
        script: TerminalScript | None = None,
    ) -> None:
        self.settings = settings or Settings()
        _check(self.settings)
        self._machine = Machine(self.settings, ledger_path)
        self._machine.restart = self._restart_soon
        self._machine.auto_approve_after = auto_approve_after
        changed = self._machine.changed
        self._line: TcpLine | SerialLine
        if serial is None:
            self._line = TcpLine(changed, lambda link: serve(self._machine, link), port)
        else:
            self._line = SerialLine(changed, lambda link: serve(self._machine, link), serial)
        if script is not None:
            self.play(script)

    # -- the machine -------------------------------------------------------------------------------

    @property
    def address(self) -> str:
        """Host and port, or the path of the serial port; for the register's settings."""
        return self._line.address

    @property
    def auto_approve_after(self) -> float | None:
        """After how many seconds a card is held by itself, None for never."""
        return self._machine.auto_approve_after

    @auto_approve_after.setter
    def auto_approve_after(self, seconds: float | None) -> None:
        self._machine.auto_approve_after = seconds

    def start(self) -> "ZvtTerminalSimulator":
        """Switch on."""
        self.power_on()
        return self

    def stop(self) -> None:
        """Switch off; a payment that waits for its card ends without a charge."""
        self.power_off()

    def __enter__(self) -> "ZvtTerminalSimulator":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def power_on(self) -> None:
        """Boot: nobody is registered, and what the power cut left open is settled by the rule."""
        with self._machine.changed:
            if self._machine.on:
                return
            self._machine.settle_power_cut()
            self._machine.forget_registration()
            self._machine.state = TerminalState.IDLE
            self._machine.on = True
        self._line.open()
        with self._machine.changed:
            self._machine.changed.notify_all()

    def power_off(self) -> None:
        """Pull the plug: connections break, new ones are refused, the ledger stays."""
        with self._machine.changed:
            self._machine.on = False
            self._machine.changed.notify_all()
        self._line.close()
        with self._machine.changed:
            self._machine.changed.wait_for(lambda: self._machine.dialogue is None, 5.0)

    def unplug(self) -> None:
        """Pull the line: the terminal goes on for itself, registers cannot reach it."""
        self._line.close()

    def replug(self) -> None:
        """Put the line back, at the same address; the terminal is still registered."""
        if self._machine.on:
            self._line.open()

    def jump_clock(self, seconds: float) -> None:
        """Set the terminal's clock forward, or back with less than 0."""
        with self._machine.changed:
            self._machine.ahead += timedelta(seconds=seconds)

    # -- the hand at the terminal ------------------------------------------------------------------

    def next(self, outcome: str | Step, after: float = 0.0, amount: int | None = None) -> None:
        """Say how the next payment or refund goes, by a name of `ZvtOutcome`; several are taken in their order.

        While one waits for its card, what comes after the card still counts for that one.
        """
        self._add(self._machine.payments, outcome, after, amount, OUTCOMES)

    def next_reversal(self, outcome: str | Step, after: float = 0.0) -> None:
        """Say how the next reversal goes, by a name of `REVERSAL_OUTCOMES`."""
        self._add(self._machine.reversals, outcome, after, None, REVERSAL_OUTCOMES)

    def next_end_of_day(self, outcome: str | Step) -> None:
        """Say how the next end of day goes: approve, decline, lost (it is closed), lost_request."""
        self._add(self._machine.days, outcome, 0.0, None, _DAY_OUTCOMES)

    def play(self, script: TerminalScript) -> None:
        """Take the steps of a script file (`read_script_file(path, OUTCOMES, REVERSAL_OUTCOMES)`)."""
        for step in script.payments:
            self.next(step)
        for step in script.reversals:
            self.next_reversal(step)
        if script.auto is not None:
            self.auto_approve_after = script.auto

    def tap_card(self, wait: float = 0.0, brand: str = "Mastercard") -> bool:
        """Hold a card to the reader; False when nothing asked for one within `wait` seconds."""
        return self._machine.tap(brand, wait)

    def press_cancel(self, wait: float = 0.0) -> bool:
        """Press the red button; False when no card was asked for within `wait` seconds."""
        return self._machine.stop(0x6C, wait)

    def take_paper(self, out: bool = True) -> None:
        """Take the paper out of the terminal's own printer, or put it in; counts when the register does not print."""
        with self._machine.changed:
            self._machine.paper_out = out

    def owe_end_of_day(self, due: bool = True) -> None:
        """Let the terminal refuse payments (F0) until an end of day."""
        with self._machine.changed:
            self._machine.end_of_day_due = due

    def wait_for(self, state: str, timeout: float = 5.0) -> bool:
        """Wait until the terminal is in a state of `TerminalState`."""
        wanted = TerminalState(state)
        with self._machine.changed:
            return self._machine.changed.wait_for(lambda: self.state() is wanted, timeout)

    def state(self) -> TerminalState:
        """What the terminal is doing."""
        with self._machine.changed:
            return self._machine.state if self._machine.on else TerminalState.OFF

    # -- what it knows -----------------------------------------------------------------------------

    def ledger(self) -> list[LedgerEntry]:
        """Everything truly charged and given back, oldest first."""
        return self._machine.memory.ledger.entries()

    def balances(self) -> dict[str, int]:
        """Charged minus given back per currency, minor units."""
        return self._machine.memory.ledger.balance()

    def balance(self, currency: str = "KRW") -> int:
        """Charged minus given back in a currency, minor units."""
        return self.balances().get(currency, 0)

    def last_transaction(self) -> Transaction | None:
        """What 06 20 would tell."""
        with self._machine.changed:
            return self._machine.memory.last()

    def requests_seen(self) -> dict[str, int]:
        """How many commands of each kind arrived, by their control field ("06 01")."""
        with self._machine.changed:
            return dict(self._machine.seen)

    def commands(self) -> dict[str, Callable[..., object]]:
        """What can be called from another process over a `ControlServer`."""
        return {
            "card": self._hold_card,
            "tap": lambda wait=0.0, brand="Mastercard": self.tap_card(wait, brand),
            "cancel": lambda wait=0.0: self.press_cancel(wait),
            "next": self._next_of_json,
            "next_reversal": lambda outcome: self.next_reversal(read_step(outcome, REVERSAL_OUTCOMES)),
            "next_end_of_day": lambda outcome: self.next_end_of_day(read_step(outcome, _DAY_OUTCOMES)),
            "auto": self._set_auto,
            "power": self._power,
            "unplug": self.unplug,
            "replug": self.replug,
            "jump_clock": self.jump_clock,
            "paper": lambda out=True: self.take_paper(out),
            "end_of_day_due": lambda due=True: self.owe_end_of_day(due),
            "state": lambda: self.state().value,
            "ledger": lambda: [asdict(entry) for entry in self.ledger()],
            "balance": self.balances,
            "seen": self.requests_seen,
            "address": lambda: self.address,
        }

    # -- inside ------------------------------------------------------------------------------------

    def _hold_card(self, outcome: str = "approve", wait: float = 20.0, brand: str = "Mastercard") -> bool:
        """Say how a payment goes and hold the card as soon as the terminal asks for one."""
        self.next(outcome)
        return self.tap_card(wait, brand)

    def _next_of_json(self, outcome: object, after: float = 0.0, amount: int | None = None) -> None:
        wish = outcome if isinstance(outcome, dict) else {"outcome": outcome, "after": after, "amount": amount}
        self.next(read_step(wish, OUTCOMES))

    def _set_auto(self, seconds: float | None = None) -> None:
        if seconds is not None and (isinstance(seconds, bool) or not 0 <= seconds <= 600):
            raise DeviceMisused("auto is seconds until a card is held by itself, or null for never.")
        self.auto_approve_after = seconds

    def _power(self, state: str) -> None:
        if state not in ("on", "off"):
            raise DeviceMisused('power is "on" or "off".')
        (self.power_on if state == "on" else self.power_off)()

    def _add(
        self, steps: deque[Step], outcome: str | Step, after: float, amount: int | None, allowed: tuple[str, ...]
    ) -> None:
        step = outcome if isinstance(outcome, Step) else Step(outcome, after, amount)
        if step.outcome not in allowed:
            raise DeviceMisused(f"The outcome must be one of {', '.join(allowed)}.")
        with self._machine.changed:
            steps.append(step)

    def _restart_soon(self, seconds: float) -> None:
        """Lose power now and boot after some seconds; called by a conversation, so it cannot wait for itself."""
        with self._machine.changed:
            self._machine.on = False
            self._machine.changed.notify_all()
        self._line.close()
        boot = threading.Timer(seconds, self.power_on)
        boot.daemon = True
        boot.start()


def _check(settings: Settings) -> None:
    for name, value, digits in (("password", settings.password, 6), ("terminal id", settings.terminal_id, 8)):
        if len(value) != digits or not (value.isascii() and value.isdecimal()):
            raise DeviceMisused(f"The {name} of a ZVT terminal is {digits} digits.")
    if not settings.currencies or not all(0 < currency < 1000 for currency in settings.currencies):
        raise DeviceMisused("A terminal takes at least one currency, by its ISO 4217 number.")
    if settings.rule not in tuple(Rule):
        raise DeviceMisused(f"The rule is one of {', '.join(Rule)}.")
