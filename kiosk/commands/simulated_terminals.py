"""The simulated card terminals by their protocols: each with its driver's settings and what a hand can do at it."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

from hardware.errors import DeviceMisused
from hardware.simulators.terminal_ledger import LedgerEntry
from hardware.simulators.terminal_script import read_script_file

CARD_WAIT = 20.0  # seconds a card is held until the terminal asks for one
SALE_ID = "BaroSelf"
Commands = dict[str, Callable[..., object]]


class TerminalSimulator(Protocol):
    """What the simulators of all protocols have in common."""

    @property
    def address(self) -> str: ...

    def start(self) -> object: ...

    def stop(self) -> None: ...

    def power_on(self) -> None: ...

    def power_off(self) -> None: ...

    def next(self, outcome: str, after: float = 0.0, amount: int | None = None) -> None: ...

    def tap_card(self, wait: float = 0.0) -> bool: ...

    def press_cancel(self, wait: float = 0.0) -> bool: ...

    def ledger(self) -> list[LedgerEntry]: ...

    def balance(self, currency: str = "KRW") -> int: ...


class SimulatedTerminal:
    """One terminal: `simulator` speaks its protocol, `driver` and `options` are the kiosk's side of it.

    `hold_card` says after how many seconds a card is held by itself, None for never.
    """

    def __init__(
        self,
        simulator: TerminalSimulator,
        driver: str,
        options: Mapping[str, str | int | float | bool],
        hold_card: Callable[[float | None], None],
        seen: Callable[[], Mapping[str, int]],
    ) -> None:
        self.simulator, self.driver, self.options = simulator, driver, dict(options)
        self.hold_card, self._seen = hold_card, seen

    @property
    def address(self) -> str:
        """Where the kiosk reaches it."""
        return self.simulator.address

    def start(self) -> None:
        """Switch it on."""
        self.simulator.start()

    def stop(self) -> None:
        """Switch it off."""
        self.simulator.stop()

    def commands(self) -> Commands:
        """What can be done by hand at any terminal."""
        simulator = self.simulator
        return {
            "card": self._card,
            "cancel": lambda: simulator.press_cancel(CARD_WAIT),
            "next": lambda outcome, after=0.0, amount=None: simulator.next(outcome, after, amount),
            "auto": self.hold_card,
            "unplug": simulator.power_off,
            "replug": simulator.power_on,
            "ledger": lambda: [asdict(entry) for entry in simulator.ledger()],
            "balance": simulator.balance,
            "seen": lambda: dict(self._seen()),
        }

    def _card(self, outcome: str = "approve") -> bool:
        self.simulator.next(outcome)
        return self.simulator.tap_card(CARD_WAIT)


def _nexo(folder: Path, script: Path | None) -> SimulatedTerminal:
    from hardware.simulators.nexo_script import REVERSALS, Scripted
    from hardware.simulators.nexo_terminal import TEST_KEY, NexoTerminalSimulator

    steps = read_script_file(script, tuple(Scripted), REVERSALS) if script else None
    simulator = NexoTerminalSimulator(
        folder / "terminal", ledger_path=folder / "terminal-ledger.jsonl", control_port=None, script=steps
    )
    options: dict[str, str | int | float | bool] = {
        "poi_id": simulator.poi_id,
        "sale_id": SALE_ID,
        "passphrase": TEST_KEY.passphrase,
        "key_identifier": TEST_KEY.identifier,
        "key_version": TEST_KEY.version,
        "root_certificate": str(simulator.certificates.root),
    }

    def hold(seconds: float | None) -> None:
        simulator.auto_approve_after = seconds

    return SimulatedTerminal(simulator, "nexo", options, hold, simulator.requests_seen)


def _zvt(folder: Path, script: Path | None, *, serial: bool = False) -> SimulatedTerminal:
    from hardware.simulators.zvt_machine import Settings
    from hardware.simulators.zvt_script import OUTCOMES, REVERSAL_OUTCOMES
    from hardware.simulators.zvt_terminal import ZvtTerminalSimulator

    steps = read_script_file(script, OUTCOMES, REVERSAL_OUTCOMES) if script else None
    settings = Settings(currencies=(410, 978))
    simulator = ZvtTerminalSimulator(
        settings,
        serial=folder / "zvt" if serial else None,
        ledger_path=folder / "terminal-ledger.jsonl",
        script=steps,
    )

    def hold(seconds: float | None) -> None:
        simulator.auto_approve_after = seconds

    options = {"password": settings.password, "currency": "KRW", "terminal_id": settings.terminal_id}
    return SimulatedTerminal(simulator, "zvt", options, hold, simulator.requests_seen)


def _zvt_serial(folder: Path, script: Path | None) -> SimulatedTerminal:
    return _zvt(folder, script, serial=True)


def _toss_front(folder: Path, script: Path | None) -> SimulatedTerminal:
    from hardware.simulators.front_script import OUTCOMES, REVERSALS
    from hardware.simulators.front_terminal import PAIRING_KEY, FrontTerminalSimulator

    steps = read_script_file(script, OUTCOMES, REVERSALS) if script else None
    simulator = FrontTerminalSimulator(folder / "terminal-ledger.jsonl")
    if steps is not None:
        simulator.script(steps)

    options = {"pairing_key": PAIRING_KEY}
    return SimulatedTerminal(simulator, "toss-front", options, simulator.hold_card, simulator.requests_seen)


PROTOCOLS: Mapping[str, Callable[[Path, Path | None], SimulatedTerminal]] = {
    "nexo": _nexo,
    "zvt": _zvt,
    "zvt-serial": _zvt_serial,
    "toss-front": _toss_front,
}


def simulated_terminal(protocol: str, folder: Path, script: Path | None = None) -> SimulatedTerminal:
    """A terminal of `protocol` that keeps its ledger in `folder` and follows the steps of a script file.

    Nothing is opened yet. Raises `DeviceMisused` for an unknown protocol, a wrong script, and what this machine lacks.
    """
    if protocol not in PROTOCOLS:
        raise DeviceMisused(f"There is no simulated terminal {protocol!r}; there are: {', '.join(PROTOCOLS)}.")
    folder.mkdir(parents=True, exist_ok=True)
    return PROTOCOLS[protocol](folder, script)
