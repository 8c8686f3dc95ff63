"""The simulated terminals of the command line: each protocol with the kiosk's own driver at the other end."""

import json
from pathlib import Path

import pytest

from hardware.driver_table import build
from hardware.errors import DeviceMisused
from hardware.ports.payment_terminal import MoneyRequest, Outcome
from kiosk.commands.simulate import PROTOCOLS as OFFERED
from kiosk.commands.simulated_terminals import PROTOCOLS, simulated_terminal
from tests.kiosk.commands.test_simulate import simulated, type_in

QUICK = ("nexo", "zvt", "zvt-serial")


def asked(number: int = 1) -> MoneyRequest:
    return MoneyRequest(f"{number:010d}", 12_800, "KRW", f"S{number}", "2026-11-22T10:00:00+09:00")


def test_the_command_offers_what_there_is() -> None:
    assert tuple(PROTOCOLS) == OFFERED


@pytest.mark.parametrize("protocol", QUICK)
def test_a_script_decides_how_payments_go(tmp_path: Path, protocol: str) -> None:
    script = tmp_path / "script.json"
    script.write_text(json.dumps({"payments": ["decline", {"outcome": "approve"}], "auto": 0}))
    terminal = simulated_terminal(protocol, tmp_path, script)
    terminal.start()
    driver = build("terminal", terminal.driver, terminal.address, terminal.options)
    try:
        assert driver.authorise(asked(1), lambda _news: None).outcome is Outcome.DECLINED
        paid = driver.authorise(asked(2), lambda _news: None)
        assert (paid.outcome, paid.charged) == (Outcome.APPROVED, 12_800)
        commands = terminal.commands()
        assert commands["balance"]() == 12_800
        assert [entry.amount for entry in terminal.simulator.ledger()] == [12_800]
    finally:
        driver.close()
        terminal.stop()


@pytest.mark.parametrize("protocol", QUICK)
def test_a_wrong_script_says_where_it_is_wrong(tmp_path: Path, protocol: str) -> None:
    script = tmp_path / "script.json"
    script.write_text(json.dumps({"payments": ["approve", "dance"]}))
    with pytest.raises(DeviceMisused, match=r"step 2: The outcome must be one of"):
        simulated_terminal(protocol, tmp_path, script)


def test_a_protocol_that_there_is_none_of(tmp_path: Path) -> None:
    with pytest.raises(DeviceMisused, match="nexo, zvt, zvt-serial, toss-front"):
        simulated_terminal("morse", tmp_path)


def test_a_zvt_terminal_of_a_process_of_its_own(tmp_path: Path) -> None:
    with simulated("terminal", tmp_path, "--protocol", "zvt") as (process, told):
        (table,) = told["devices"]
        assert table["driver"] == "zvt"
        driver = build("terminal", "zvt", table["address"], table["options"])
        assert type_in(process, 'auto {"seconds": 0}') == "null\n"
        assert driver.authorise(asked(), lambda _news: None).outcome is Outcome.APPROVED
        assert type_in(process, "balance") == "12800\n"
        driver.close()
