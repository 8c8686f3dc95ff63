"""The ZVT driver with its simulated terminal, over TCP or a serial pty, by either rule about lost acknowledgements."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from hardware.drivers.zvt_dialogue import Pace
from hardware.drivers.zvt_link import ApduLink, SerialApduLink, TcpApduLink
from hardware.drivers.zvt_mark import Handle
from hardware.drivers.zvt_settings import ZvtSettings
from hardware.drivers.zvt_terminal import ZvtTerminal
from hardware.simulators.zvt_machine import Settings, TerminalState
from hardware.simulators.zvt_script import Rule
from hardware.simulators.zvt_terminal import ZvtTerminalSimulator
from hardware.transports.serial_port import SerialPort
from hardware.transports.tcp_socket import TcpSocket

PASSWORD = "123456"


def settings(**changes: Any) -> ZvtSettings:
    """Settings for the simulated terminal; T4 is short enough for tests that wait for it."""
    values: dict[str, Any] = {"password": PASSWORD, "currency": "KRW", "pace": Pace(3.0, 10.0, 60.0, breath=0.01)}
    return ZvtSettings(**(values | changes))


class ZvtBench:
    """What the common suite needs; `lost` is the outcome after which the charge stands by the rule."""

    unproven: frozenset[str] = frozenset()
    stranger = (Handle(4711, 12_800, "KRW", 4711, "29001234").text(), "2026-03-01T10:15:42+09:00")

    def __init__(self, folder: Path, rule: Rule = Rule.CLASSIC, serial: bool = False, **terminal: Any) -> None:
        self._folder = folder
        self._serial = folder / "port" if serial else None
        # Nobody can hang up on a serial line: how soon the terminal gives a dialogue up is its own T3.
        values: dict[str, Any] = {"rule": rule, "answer_time": 1.0 if serial else 5.0}
        self._terminal = Settings(**(values | terminal))
        self.rule = rule
        self._others: list[ZvtTerminalSimulator] = []
        self.simulator = self._built(0).start()
        self.driver = self.rebuilt_driver()

    def _built(self, port: int) -> ZvtTerminalSimulator:
        return ZvtTerminalSimulator(
            self._terminal, port=port, serial=self._serial, ledger_path=self._folder / "ledger.jsonl"
        )

    def link(self) -> ApduLink:
        if self._serial is not None:
            return SerialApduLink(SerialPort(str(self._serial)), answer_within=2.0)
        host, _, port = self.simulator.address.rpartition(":")
        return TcpApduLink(TcpSocket(host, int(port)))

    def rebuilt_driver(self, patience: float | None = None, **changes: Any) -> ZvtTerminal:
        if patience is not None:
            changes["pace"] = Pace(3.0, 10.0, patience, breath=0.01)
        return ZvtTerminal(settings(synchronise=self.rule is Rule.SYNCHRONISED, **changes), self.link())

    def other_terminal_driver(self) -> ZvtTerminal:
        """Over TCP, whatever the first is joined by."""
        other = ZvtTerminalSimulator(replace(self._terminal, terminal_id="29005678"), auto_approve_after=0.0).start()
        self._others.append(other)
        host, _, port = other.address.rpartition(":")
        link = TcpApduLink(TcpSocket(host, int(port)))
        return ZvtTerminal(settings(synchronise=self.rule is Rule.SYNCHRONISED), link)

    def next(self, outcome: str, after: float = 0.0, amount: int | None = None) -> None:
        if outcome == "lost" and self.rule is Rule.CLASSIC:
            outcome = "lost_completion"  # by this rule a payment stands once everything is acknowledged
        self.simulator.next(outcome, after, amount)

    def next_reversal(self, outcome: str) -> None:
        self.simulator.next_reversal(outcome)

    def tap(self, wait: float = 5.0) -> bool:
        return self.simulator.tap_card(wait)

    def wait_until_authorising(self) -> bool:
        return self.simulator.wait_for(TerminalState.AUTHORISING)

    def cut_line(self) -> None:
        self.simulator.unplug()

    def mend_line(self) -> None:
        self.simulator.replug()

    def restart_terminal(self) -> None:
        self.simulator.stop()
        port = 0 if self._serial else int(self.simulator.address.rpartition(":")[2])
        self.simulator = self._built(port).start()

    def charged(self) -> int:
        return self.simulator.balance()

    def jump_clock(self, seconds: float) -> None:
        self.simulator.jump_clock(seconds)

    def paper_out(self, out: bool) -> bool:
        """The register prints, so that the terminal's own paper does not matter."""
        self.simulator.take_paper(out)
        return False

    def end_of_day_due(self, due: bool) -> bool:
        self.simulator._machine.end_of_day_due = due
        return True

    def close(self) -> None:
        self.driver.close()
        for simulator in (self.simulator, *self._others):
            simulator.stop()
