"""Third-party check: the vendor's own library talks to our simulator, and our driver to a terminal built on it."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hardware.codecs.nexo_envelope import NexoKey
from hardware.drivers.nexo_settings import NexoSettings
from hardware.drivers.nexo_terminal import NexoTerminal
from hardware.ports.payment_terminal import (
    MoneyRequest,
    Operation,
    OriginalRequest,
    Outcome,
    StatusOutcome,
    TerminalHealth,
    TerminalResult,
)
from hardware.simulators.nexo_certificates import make_certificates
from hardware.simulators.nexo_terminal import TEST_KEY, NexoTerminalSimulator
from tests.hardware.drivers.npm_library import LOCK, SCRIPTS, installed_modules, node
from tests.hardware.drivers.terminal_bench import ignore

POI_ID = "V400m-324688179"
_AT = "2026-03-01T10:15:30.000Z"


@pytest.fixture(scope="module")
def modules() -> Path:
    return installed_modules()


def test_the_lock_file_pins_by_hash_and_names_no_host() -> None:
    packages = json.loads(LOCK.read_text())["packages"]

    assert packages["node_modules/@adyen/api-library"]["version"] == "32.1.0"
    for name, package in packages.items():
        assert not name or package["integrity"].startswith("sha512-")
        assert "resolved" not in package
    assert not re.search(r"https?://|registry\.", LOCK.read_text())


# -- their register, our terminal ------------------------------------------------------------------


@pytest.fixture
def simulator(tmp_path: Path) -> Iterator[NexoTerminalSimulator]:
    with NexoTerminalSimulator(tmp_path, POI_ID, control_port=None) as simulator:
        yield simulator


def _told(key: NexoKey) -> dict[str, object]:
    return {"identifier": key.identifier, "version": key.version, "passphrase": key.passphrase}


def _played(simulator: NexoTerminalSimulator, modules: Path, scenario: str) -> dict[str, Any]:
    """Let the library's client play a scenario; gives its answers by the step that got them."""
    asked = {
        "modules": str(modules),
        "scenario": scenario,
        "port": simulator.address.rpartition(":")[2],
        "root": str(simulator.certificates.root),
        "poiId": POI_ID,
        "key": _told(TEST_KEY),
    }
    played = subprocess.run(
        [node(), str(SCRIPTS / "register.cjs")],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert played.returncode == 0, played.stderr
    steps = [json.loads(line) for line in played.stdout.splitlines()]
    return {step["step"]: step["response"] for step in steps}


def test_the_vendors_client_pays_asks_and_gives_back(simulator: NexoTerminalSimulator, modules: Path) -> None:
    simulator.auto_approve_after = 0

    answers = _played(simulator, modules, "paidAskedAndGivenBack")

    paid = answers["payment"]["PaymentResponse"]
    assert paid["Response"]["Result"] == "Success"
    assert paid["PaymentResult"]["AmountsResp"] == {"AuthorizedAmount": 12.34, "Currency": "EUR"}
    repeated = answers["status"]["TransactionStatusResponse"]["RepeatedMessageResponse"]
    assert repeated["MessageHeader"]["ServiceID"] == "N1"
    again = repeated["RepeatedResponseMessageBody"]["PaymentResponse"]
    assert again["POIData"]["POITransactionID"]["TransactionID"] == paid["POIData"]["POITransactionID"]["TransactionID"]
    assert answers["reversal"]["ReversalResponse"]["Response"]["Result"] == "Success"
    moved = [(entry.kind, entry.amount, entry.currency, entry.request_id) for entry in simulator.ledger()]
    assert moved == [("charge", 1234, "EUR", "N1"), ("reversal", 1234, "EUR", "N3")]


def test_the_vendors_client_stops_a_payment(simulator: NexoTerminalSimulator, modules: Path) -> None:
    answers = _played(simulator, modules, "aborted")

    assert answers["abort"] is None  # an empty receipt
    assert answers["payment"]["PaymentResponse"]["Response"]["ErrorCondition"] == "Aborted"
    assert simulator.ledger() == []


def test_the_vendors_client_with_another_passphrase_pays_nothing(
    simulator: NexoTerminalSimulator, modules: Path
) -> None:
    simulator.auto_approve_after = 0

    answers = _played(simulator, modules, "wrongKey")

    assert set(answers) == {"refused"}
    assert simulator.ledger() == []


# -- our register, their terminal --------------------------------------------------------------------


@pytest.fixture
def driver(tmp_path: Path, modules: Path) -> Iterator[NexoTerminal]:
    certificates = make_certificates(tmp_path, POI_ID)
    asked = {
        "modules": str(modules),
        "leaf": str(certificates.leaf),
        "leafKey": str(certificates.leaf_key),
        "poiId": POI_ID,
        "key": _told(TEST_KEY),
    }
    with subprocess.Popen(
        [node(), str(SCRIPTS / "terminal.cjs")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as terminal:
        assert terminal.stdin is not None
        assert terminal.stdout is not None
        terminal.stdin.write(json.dumps(asked))
        terminal.stdin.close()
        port = terminal.stdout.readline().strip()
        driver = NexoTerminal(
            NexoSettings(
                f"127.0.0.1:{port}",
                POI_ID,
                "KIOSK01",
                TEST_KEY.passphrase,
                TEST_KEY.identifier,
                TEST_KEY.version,
                certificates.root,
            )
        )
        try:
            yield driver
        finally:
            driver.close()
            terminal.kill()


def _asked(service_id: str, amount: int, currency: str = "KRW", sale: str = "S-1") -> MoneyRequest:
    return MoneyRequest(service_id, amount, currency, sale, _AT)


def _ended(result: TerminalResult) -> tuple[Outcome, int, str]:
    return result.outcome, result.charged, result.currency


def test_our_driver_pays_and_gives_back_at_a_terminal_made_of_the_vendors_library(driver: NexoTerminal) -> None:
    assert driver.health().health is TerminalHealth.READY

    won = driver.authorise(_asked("1", 12_800), ignore)
    euros = driver.authorise(_asked("2", 1_234, "EUR"), ignore)
    part = driver.authorise(MoneyRequest("3", 9_000, "KRW", "S-1", _AT, allow_partial=True), ignore)

    assert _ended(won) == (Outcome.APPROVED, 12_800, "KRW")
    assert _ended(euros) == (Outcome.APPROVED, 1_234, "EUR")
    assert _ended(part) == (Outcome.PARTIAL, 4_500, "KRW")
    assert (won.approval_code, won.card_type, won.masked_card) == ("012345", "credit", "541333 **** 3511")
    assert won.customer_receipt == ("NODE TERMINAL", "TOTAL: KRW 12800")
    back = driver.reverse(won.handle, won.handle_time, None, _asked("4", 12_800))
    assert back.outcome is Outcome.APPROVED
    stranger = driver.reverse("nobody.knows", won.handle_time, None, _asked("5", 12_800))
    assert stranger.outcome is Outcome.DECLINED


def test_our_driver_finds_a_lost_answer_there(driver: NexoTerminal) -> None:
    asked = _asked("7", 12_800, sale="LOST-7")
    lost = OriginalRequest("7", Operation.PAYMENT, 12_800, "KRW", "LOST-7", _AT)

    assert driver.authorise(asked, ignore).outcome is Outcome.UNKNOWN
    found = driver.status(lost, "8")

    assert found.result is not None
    assert _ended(found.result) == (Outcome.APPROVED, 12_800, "KRW")
    never = OriginalRequest("99", Operation.PAYMENT, 12_800, "KRW", "S-99", _AT, mark=driver.health().mark)
    assert driver.status(never, "9").outcome is StatusOutcome.NOT_FOUND
