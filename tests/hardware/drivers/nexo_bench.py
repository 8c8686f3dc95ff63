"""The nexo driver with its simulated terminal, for the conformance suite and the driver's own tests."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from hardware.drivers.nexo_settings import NexoSettings
from hardware.drivers.nexo_terminal import NexoTerminal
from hardware.simulators.nexo_certificates import TerminalCertificates
from hardware.simulators.nexo_terminal import TEST_KEY, NexoTerminalSimulator, TerminalState

POI_ID = "V400m-324688179"
OTHER_POI_ID = "V400m-324688180"


def settings_for(simulator: NexoTerminalSimulator, root: Path | None = None, **changes: object) -> NexoSettings:
    values: dict[str, Any] = {
        "address": simulator.address,
        "poi_id": POI_ID,
        "sale_id": "KIOSK01",
        "passphrase": TEST_KEY.passphrase,
        "key_identifier": TEST_KEY.identifier,
        "key_version": TEST_KEY.version,
        "root_certificate": root or simulator.certificates.root,
        "prints_receipts": True,
    }
    return NexoSettings(**(values | changes))


class NexoBench:
    unproven: frozenset[str] = frozenset()
    stranger = ("nobody.knows", "2026-03-01T10:15:42.000Z")

    def __init__(self, folder: Path, certificates: TerminalCertificates | None = None) -> None:
        self._folder = folder
        self._certificates = certificates
        self._others: list[NexoTerminalSimulator] = []
        self.simulator = self._built(0)
        self.simulator.start()
        self.driver = NexoTerminal(settings_for(self.simulator))

    def _built(self, port: int) -> NexoTerminalSimulator:
        return NexoTerminalSimulator(
            self._folder,
            POI_ID,
            port=port,
            control_port=None,
            ledger_path=self._folder / "ledger.jsonl",
            certificates=self._certificates,
        )

    def rebuilt_driver(self, patience: float | None = None) -> NexoTerminal:
        changes: dict[str, Any] = {} if patience is None else {"payment_timeout": patience}
        return NexoTerminal(settings_for(self.simulator, **changes))

    def other_terminal_driver(self) -> NexoTerminal:
        folder = self._folder / f"other{len(self._others)}"
        other = NexoTerminalSimulator(folder, OTHER_POI_ID, control_port=None, auto_approve_after=0.0).start()
        self._others.append(other)
        return NexoTerminal(settings_for(other, poi_id=OTHER_POI_ID))

    def next(self, outcome: str, after: float = 0.0, amount: int | None = None) -> None:
        self.simulator.next(outcome, after, amount)

    def next_reversal(self, outcome: str) -> None:
        self.simulator.next_reversal(outcome)

    def tap(self, wait: float = 5.0) -> bool:
        return self.simulator.tap_card(wait)

    def wait_until_authorising(self) -> bool:
        return self.simulator.wait_for(TerminalState.AUTHORISING)

    def cut_line(self) -> None:
        self.simulator.power_off()

    def mend_line(self) -> None:
        self.simulator.power_on()

    def restart_terminal(self) -> None:
        self.simulator.stop()
        port = int(self.simulator.address.rpartition(":")[2])
        self._certificates = self.simulator.certificates
        self.simulator = self._built(port).start()

    def jump_clock(self, seconds: float) -> None:
        self.simulator.clock_off_by += timedelta(seconds=seconds)

    def paper_out(self, out: bool) -> bool:
        self.simulator.paper = not out
        return True

    def end_of_day_due(self, due: bool) -> bool:
        return False

    def charged(self) -> int:
        return self.simulator.balance()

    def close(self) -> None:
        self.driver.close()
        for simulator in (self.simulator, *self._others):
            simulator.stop()
