"""What can be done by hand at a simulated Toss Front terminal, from another process."""

from dataclasses import asdict
from typing import Protocol

from hardware.errors import DeviceMisused
from hardware.simulators.control import Commands
from hardware.simulators.front_payment_app import FrontState
from hardware.simulators.front_script import OUTCOMES, REVERSALS
from hardware.simulators.terminal_ledger import LedgerEntry
from hardware.simulators.terminal_script import Step, read_step


class FrontHands(Protocol):
    """The hands of the simulator."""

    @property
    def address(self) -> str: ...
    def next(self, outcome: str | Step, after: float = 0.0, amount: int | None = None) -> None: ...
    def next_reversal(self, outcome: str | Step) -> None: ...
    def hold_card(self, after: float | None) -> None: ...
    def tap_card(self, wait: float = 0.0) -> bool: ...
    def press_cancel(self, wait: float = 0.0) -> bool: ...
    def state(self) -> FrontState: ...
    def ledger(self) -> list[LedgerEntry]: ...
    def balance(self, currency: str = "KRW") -> int: ...
    def requests_seen(self) -> dict[str, int]: ...
    def power_on(self) -> None: ...
    def power_off(self) -> None: ...
    def reload_plugin(self) -> None: ...
    def lose_storage(self) -> None: ...
    def swap_device(self, serial: str) -> None: ...
    def jump_clock(self, seconds: float) -> None: ...
    def cut_line(self) -> None: ...
    def mend_line(self) -> None: ...


def hands_of(terminal: FrontHands) -> Commands:
    """Commands by their names; each raises `DeviceMisused` that says what is allowed."""

    def following(outcome: object, after: float = 0.0, amount: int | None = None) -> None:
        wish = outcome if isinstance(outcome, dict) else {"outcome": outcome, "after": after, "amount": amount}
        terminal.next(read_step(wish, OUTCOMES))

    def auto(seconds: float | None = None) -> None:
        if seconds is not None and (isinstance(seconds, bool) or not 0 <= seconds <= 600):
            raise DeviceMisused("auto is seconds until a card is held by itself, or null for never.")
        terminal.hold_card(seconds)

    def card(outcome: object = "approve", wait: float = 20.0) -> bool:
        following(outcome)
        return terminal.tap_card(wait)

    return {
        "card": card,
        "tap": lambda wait=0.0: terminal.tap_card(wait),
        "cancel": lambda wait=0.0: terminal.press_cancel(wait),
        "next": following,
        "next_reversal": lambda outcome: terminal.next_reversal(read_step(outcome, REVERSALS)),
        "auto": auto,
        "unplug": terminal.power_off,
        "replug": terminal.power_on,
        "cut_line": terminal.cut_line,
        "mend_line": terminal.mend_line,
        "reload_plugin": terminal.reload_plugin,
        "lose_storage": terminal.lose_storage,
        "swap_device": terminal.swap_device,
        "jump_clock": terminal.jump_clock,
        "state": lambda: terminal.state().value,
        "ledger": lambda: [asdict(entry) for entry in terminal.ledger()],
        "balance": terminal.balance,
        "seen": terminal.requests_seen,
        "address": lambda: terminal.address,
    }
