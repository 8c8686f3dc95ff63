"""The Toss Front driver with its simulated terminal, for the conformance suite and the driver's own tests."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from hardware.codecs.front_record import CancelHandle
from hardware.drivers.front_settings import FrontSettings
from hardware.drivers.front_terminal import FrontTerminal
from hardware.simulators.front_browser import Chromium
from hardware.simulators.front_payment_app import FrontState
from hardware.simulators.front_terminal import PAIRING_KEY, SERIAL, FrontTerminalSimulator
from tests.hardware.drivers.terminal_bench import request

OTHER_SERIAL = "FRONT0000000007"
STRANGER = CancelHandle(
    SERIAL,
    "baro-9999999999-" + "0" * 32,
    12_800,
    {
        "paymentMethod": "CARD",
        "supplyValue": 11_637,
        "tax": 1_163,
        "tip": 0,
        "timestamp": "1772360142000",
        "approvalNumber": "00000001",
        "installment": 0,
        "tid": "T0012345",
    },
)


def settings_for(simulator: FrontTerminalSimulator, **changes: object) -> FrontSettings:
    values: dict[str, Any] = {
        "address": simulator.address,
        "pairing_key": PAIRING_KEY,
        "connect_timeout": 2.0,
        "answer_timeout": 5.0,
        "payment_timeout": 4.0,
        "grace": 1.0,
    }
    return FrontSettings(**(values | changes))


class FrontBench:
    # After a loss of power nobody knows whether the payment application had begun to charge (1.6).
    unproven = frozenset({"restart"})
    stranger = (STRANGER.written(), "2026-03-01T19:15:42.000+09:00")

    def __init__(self, folder: Path, browser: Chromium, **simulated: Any) -> None:
        self._folder = folder
        self._browser = browser
        self._simulated = simulated
        self._others: list[tuple[FrontTerminal, threading.Thread]] = []
        self._elsewhere: list[FrontTerminalSimulator] = []
        self.simulator = self._built(0)
        self.driver = FrontTerminal(settings_for(self.simulator))

    def _built(self, port: int) -> FrontTerminalSimulator:
        ledger = self._folder / "ledger.jsonl"
        simulator = FrontTerminalSimulator(ledger, port=port, browser=self._browser, **self._simulated).start()
        simulator.card_for_cancel(None)
        return simulator

    def rebuilt_driver(self, patience: float | None = None) -> FrontTerminal:
        changes = {} if patience is None else {"payment_timeout": 1.0, "grace": patience}
        return FrontTerminal(settings_for(self.simulator, **changes))

    def other_terminal_driver(self) -> FrontTerminal:
        other = FrontTerminalSimulator(browser=self._browser, serial=OTHER_SERIAL).start()
        other.hold_card(0.0)
        self._elsewhere.append(other)
        return FrontTerminal(settings_for(other))

    def next(self, outcome: str, after: float = 0.0, amount: int | None = None) -> None:
        if outcome == "busy":
            self._take_up()
        else:
            self.simulator.next(outcome, after, amount)

    def next_reversal(self, outcome: str) -> None:
        self.simulator.next_reversal(outcome)

    def tap(self, wait: float = 5.0) -> bool:
        return self.simulator.tap_card(wait)

    def wait_until_authorising(self) -> bool:
        return self.simulator.wait_for(FrontState.AUTHORISING)

    def cut_line(self) -> None:
        self.simulator.cut_line()

    def mend_line(self) -> None:
        self.simulator.mend_line()

    def restart_terminal(self) -> None:
        port = int(self.simulator.address.rstrip("/").rpartition(":")[2])
        self.simulator.stop()
        self.simulator = self._built(port)

    def jump_clock(self, seconds: float) -> None:
        self.simulator.jump_clock(seconds)

    def paper_out(self, out: bool) -> bool:
        return False

    def end_of_day_due(self, due: bool) -> bool:
        return False

    def charged(self) -> int:
        return self.simulator.balance()

    def close(self) -> None:
        self.driver.close()
        for driver, thread in self._others:
            driver.close()
            thread.join(10)
        for simulator in (self.simulator, *self._elsewhere):
            simulator.stop()

    def _take_up(self) -> None:
        """Somebody else's payment waits for its card."""
        other, waiting = self.rebuilt_driver(), threading.Event()
        asked = replace(request(700), sale_reference="S-somebody-else")
        thread = threading.Thread(target=other.authorise, args=(asked, lambda _news: waiting.set()))
        thread.start()
        self._others.append((other, thread))
        assert waiting.wait(5)
