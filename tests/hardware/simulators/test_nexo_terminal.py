"""The simulated terminal itself: ledger, restart, scripts, control port from another process."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from cryptography import x509

from hardware.codecs.nexo_message import NexoHeader, open_message, sealed_request
from hardware.drivers.nexo_settings import NexoSettings
from hardware.drivers.nexo_terminal import NexoTerminal
from hardware.errors import DeviceMisused, DeviceOffline
from hardware.ports.payment_terminal import MoneyRequest, Operation, OriginalRequest, Outcome, TerminalHealth
from hardware.ports.terminal_extras import Answer
from hardware.simulators.nexo_certificates import make_certificates
from hardware.simulators.nexo_control import NexoTerminalControl
from hardware.simulators.nexo_ledger import NexoMemory
from hardware.simulators.nexo_script import Script, Scripted, read_script
from hardware.simulators.nexo_terminal import TEST_KEY, NexoTerminalSimulator, TerminalState
from hardware.simulators.terminal_ledger import LedgerEntry
from hardware.simulators.terminal_script import Step, TerminalScript

_POI_ID = "V400m-324688179"
_ROOT = Path(__file__).parents[3]


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[NexoTerminalSimulator]:
    with NexoTerminalSimulator(tmp_path, _POI_ID, ledger_path=tmp_path / "ledger.jsonl") as terminal:
        yield terminal


def _driver(address: str, root: Path) -> NexoTerminal:
    key = TEST_KEY
    return NexoTerminal(NexoSettings(address, _POI_ID, "KIOSK01", key.passphrase, key.identifier, key.version, root))


def _request(service_id: str, amount: int = 12_800) -> MoneyRequest:
    return MoneyRequest(service_id, amount, "KRW", f"S-{service_id}", "2026-03-01T19:15:30.000+09:00")


def test_certificates_are_written_with_the_names_terminals_have(tmp_path: Path) -> None:
    made = make_certificates(tmp_path / "new" / "folder", _POI_ID)

    leaf = x509.load_pem_x509_certificate(made.leaf.read_bytes())
    assert leaf.subject.rfc4514_string() == f"CN={_POI_ID}.test.terminal.adyen.com"
    assert made.leaf_key.stat().st_mode & 0o077 == 0
    assert b"PRIVATE" not in made.root.read_bytes() + made.leaf.read_bytes()


def test_the_ledger_holds_what_was_charged_and_given_back(terminal: NexoTerminalSimulator) -> None:
    terminal.auto_approve_after = 0
    driver = _driver(terminal.address, terminal.certificates.root)
    paid = driver.authorise(_request("1"), lambda _event: None)
    driver.reverse(paid.handle, paid.handle_time, 800, _request("2"))
    driver.close()

    charge, reversal = terminal.ledger()
    assert (charge.kind, charge.amount, charge.currency, charge.request_id) == ("charge", 12_800, "KRW", "1")
    assert (charge.sale_reference, charge.handle) == ("S-1", paid.handle)
    assert (reversal.kind, reversal.amount, reversal.handle) == ("reversal", 800, paid.handle)
    assert terminal.balance() == 12_000


def test_a_half_written_line_did_not_happen_and_does_not_spoil_the_next(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    first = NexoMemory(path)
    entry = LedgerEntry("charge", "h", 5, "KRW", "1", "S", "now")
    first.begin(("K", "1"), "Payment")
    first.end(("K", "1"), "Payment", {"Response": {"Result": "Success"}}, entry)
    first.begin(("K", "2"), "Payment")
    with path.open("ab") as file:
        file.write(b'{"ended":["K","2"],"categ')

    second = NexoMemory(path)
    assert second.ledger.entries() == [entry]
    assert second.interrupted() == [(("K", "2"), "Payment")]
    second.end(("K", "2"), "Payment", {}, None)

    third = NexoMemory(path)
    assert third.ledger.entries() == [entry]
    assert third.interrupted() == []
    assert third.knows(("K", "2"))
    assert third.last_key() == ("K", "2")
    assert third.ledger.balance() == {"KRW": 5}


def test_a_card_nobody_asked_for_does_nothing(terminal: NexoTerminalSimulator) -> None:
    assert not terminal.tap_card()
    assert not terminal.press_cancel()
    assert terminal.state() is TerminalState.IDLE


def test_a_shopper_who_never_comes_ends_the_payment(tmp_path: Path) -> None:
    with NexoTerminalSimulator(tmp_path, _POI_ID, control_port=None, card_timeout=0.1) as terminal:
        driver = _driver(terminal.address, terminal.certificates.root)
        assert driver.authorise(_request("1"), lambda _event: None).outcome is Outcome.ABORTED
        driver.close()


def test_a_hand_may_choose_the_outcome_together_with_the_card(terminal: NexoTerminalSimulator) -> None:
    driver = _driver(terminal.address, terminal.certificates.root)
    ends: list[Outcome] = []

    def pay(service_id: str) -> None:
        ends.append(driver.authorise(_request(service_id), lambda _event: None).outcome)

    for service_id, outcome in (("1", "decline"), ("2", "approve"), ("3", "cancel")):
        paying = threading.Thread(target=pay, args=(service_id,), daemon=True)
        paying.start()
        assert terminal.wait_for(TerminalState.WAITING_FOR_CARD)
        terminal.next(outcome)
        assert terminal.tap_card()
        paying.join(10)
    driver.close()

    assert ends == [Outcome.DECLINED, Outcome.APPROVED, Outcome.ABORTED]


def test_it_answers_strangers_with_a_rejection_in_clear_text(terminal: NexoTerminalSimulator) -> None:
    for body in (b"", b"{}", b'{"SaleToPOIRequest":{"MessageHeader":{},"PaymentRequest":{}}}', b"\xff"):
        reply = terminal.answer(body)
        assert reply.body is not None
        notice = json.loads(reply.body)["SaleToPOIRequest"]["EventNotification"]
        assert notice["EventToNotify"] == "Reject"
    assert terminal.requests_seen() == {}


def _asked_of(terminal: NexoTerminalSimulator, category: str, body: dict[str, object]) -> dict[str, Any]:
    header = NexoHeader(category, "901", "KIOSK01", _POI_ID)
    reply = terminal.answer(sealed_request(header, body, TEST_KEY, bytes(16)))
    assert reply.body is not None
    return open_message(reply.body, [TEST_KEY])[1]


def test_status_without_a_reference_tells_the_last_transaction(terminal: NexoTerminalSimulator) -> None:
    question: dict[str, object] = {"ReceiptReprintFlag": True}
    nothing = _asked_of(terminal, "TransactionStatus", question)["TransactionStatusResponse"]
    assert nothing["Response"]["ErrorCondition"] == "NotFound"

    terminal.auto_approve_after = 0
    driver = _driver(terminal.address, terminal.certificates.root)
    driver.authorise(_request("5"), lambda _event: None)
    driver.close()

    last = _asked_of(terminal, "TransactionStatus", question)["TransactionStatusResponse"]
    assert last["MessageReference"]["ServiceID"] == "5"


def test_what_it_does_not_know_it_rejects(terminal: NexoTerminalSimulator) -> None:
    notice = _asked_of(terminal, "Loyalty", {"x": 1})["EventNotification"]

    assert notice["EventToNotify"] == "Reject"
    broken: dict[str, object] = {"PaymentTransaction": {"AmountsReq": {"Currency": "KRW", "RequestedAmount": "1"}}}
    assert "EventNotification" in _asked_of(terminal, "Payment", broken)
    assert terminal.state() is TerminalState.IDLE


# -- control -------------------------------------------------------------------------------------------


def test_a_panel_drives_it_over_the_control_port(terminal: NexoTerminalSimulator) -> None:
    control = NexoTerminalControl(terminal.control_address)
    driver = _driver(terminal.address, terminal.certificates.root)
    assert control.send({"state": True})["state"] == "idle"
    assert control.send({"tap": True}) == {"tapped": False}
    assert control.send({"next": {"outcome": "partial", "amount": 5000}}) == {"next": "partial"}

    ends = []
    paying = threading.Thread(
        target=lambda: ends.append(driver.authorise(_request("1"), lambda _event: None)), daemon=True
    )
    paying.start()
    assert control.send({"tap": True, "wait": 5}) == {"tapped": True}
    paying.join(10)
    driver.close()

    assert [(end.outcome, end.charged) for end in ends] == [(Outcome.PARTIAL, 5000)]
    told = control.send({"ledger": True})
    assert told["balance"] == {"KRW": 5000}
    assert told["ledger"][0]["amount"] == 5000
    assert control.send({"state": True})["seen"] == {"Payment": 1}


def test_the_red_button_and_the_plug(terminal: NexoTerminalSimulator) -> None:
    control = NexoTerminalControl(terminal.control_address)
    driver = _driver(terminal.address, terminal.certificates.root)
    ends = []
    paying = threading.Thread(
        target=lambda: ends.append(driver.authorise(_request("1"), lambda _event: None)), daemon=True
    )
    paying.start()
    assert control.send({"cancel": True, "wait": 5}) == {"cancelled": True}
    paying.join(10)
    assert ends[0].outcome is Outcome.ABORTED

    assert control.send({"power": "off"}) == {"power": "off"}
    assert control.send({"state": True})["state"] == "off"
    assert driver.health().health is TerminalHealth.UNREACHABLE
    control.send({"power": "on"})
    assert driver.health().health is TerminalHealth.READY
    control.send({"auto": 0})
    assert driver.authorise(_request("2"), lambda _event: None).outcome is Outcome.APPROVED
    assert control.send({"auto": None}) == {"auto": None}
    driver.close()


@pytest.mark.parametrize(
    ("command", "named"),
    [
        ({}, "must be one of"),
        ({"dance": 1}, "must be one of"),
        ({"tap": 1, "next": "approve"}, "One command"),
        ({"next": "maybe"}, "decline"),
        ({"next": {"outcome": "approve", "x": 1}}, "script"),
        ({"next": {"after": -1}}, "after"),
        ({"next": {"amount": 0}}, "amount"),
        ({"next_reversal": 7}, "script"),
        ({"next_reversal": "partial"}, "unreachable_host"),
        ({"answer": "yes"}, "number of a choice"),
        ({"paper": 0}, "paper"),
        ({"clock": "noon"}, "seconds"),
        ({"power": "maybe"}, "on"),
        ({"auto": -1}, "seconds"),
        ({"tap": 1, "wait": "long"}, "wait"),
    ],
)
def test_a_wrong_command_is_told_what_is_allowed(
    terminal: NexoTerminalSimulator, command: dict[str, object], named: str
) -> None:
    with pytest.raises(DeviceMisused, match=named):
        NexoTerminalControl(terminal.control_address).send(command)


@pytest.mark.parametrize("body", [b"", b"no json", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_rubbish_on_the_control_port_is_refused(terminal: NexoTerminalSimulator, body: bytes) -> None:
    answer = requests.post(f"http://{terminal.control_address}/", data=body, timeout=5)

    assert answer.status_code == 400
    assert answer.json()["error"]


def test_a_control_port_that_is_not_there_is_offline(terminal: NexoTerminalSimulator) -> None:
    control = NexoTerminalControl(terminal.control_address)
    terminal.stop()

    with pytest.raises(DeviceOffline, match="control port"):
        control.send({"state": True})


def test_a_question_paper_and_clock_are_in_the_hands_of_the_panel(terminal: NexoTerminalSimulator) -> None:
    control = NexoTerminalControl(terminal.control_address)
    driver = _driver(terminal.address, terminal.certificates.root)
    control.send({"paper": False})
    assert "NoPaper" in driver.health().message
    assert not driver.print_lines(("x",), "6")
    control.send({"paper": True, "wait": 0})

    answers: list[Answer] = []
    asking = threading.Thread(target=lambda: answers.append(driver.ask(("?",), (), 30, "7").answer))
    asking.start()
    assert control.send({"answer": True, "wait": 5}) == {"answered": True}
    asking.join(10)
    assert answers == [Answer.YES]

    control.send({"clock": 86_400 * 366})
    control.send({"auto": 0})
    paid = driver.authorise(_request("8"), lambda _event: None)
    driver.close()
    assert datetime.fromisoformat(paid.approved_at) > datetime.now(UTC) + timedelta(days=365)


def test_a_script_is_followed_in_order(tmp_path: Path) -> None:
    script = TerminalScript(
        (Step("decline"), Step("partial", amount=5_000), Step("lost")), (Step("lost_request"),), 0.0
    )
    with NexoTerminalSimulator(tmp_path, _POI_ID, control_port=None, script=script) as terminal:
        driver = _driver(terminal.address, terminal.certificates.root)
        ends = [driver.authorise(_request(str(number)), lambda _event: None) for number in range(1, 5)]
        again = [driver.reverse(ends[3].handle, ends[3].handle_time, None, _request(str(n))) for n in (5, 6)]
        driver.close()

    assert [(end.outcome, end.charged) for end in ends] == [
        (Outcome.DECLINED, 0),
        (Outcome.PARTIAL, 5_000),
        (Outcome.UNKNOWN, 0),
        (Outcome.APPROVED, 12_800),
    ]
    assert [end.outcome for end in again] == [Outcome.UNKNOWN, Outcome.APPROVED]
    assert terminal.balance() == 17_800


def test_a_reversal_of_another_amount_is_for_staff(terminal: NexoTerminalSimulator) -> None:
    """T-12: also when it is found by status."""
    terminal.auto_approve_after = 0
    driver = _driver(terminal.address, terminal.certificates.root)
    paid = driver.authorise(_request("1"), lambda _event: None)
    terminal.next_reversal(Script(Scripted.WRONG_AMOUNT, amount=2_000))
    back = driver.reverse(paid.handle, paid.handle_time, None, _request("2"))
    found = driver.status(OriginalRequest("2", Operation.REVERSAL, 12_800, "KRW", "S-1", "t", handle=paid.handle), "3")
    driver.close()

    assert (back.outcome, back.charged) == (Outcome.MISMATCH, 0)
    assert "2000" in back.message
    assert found.result is not None
    assert found.result.outcome is Outcome.MISMATCH
    assert terminal.balance() == 10_800


def test_scripts() -> None:
    assert read_script("lost") == Script(Scripted.LOST)
    assert read_script({"outcome": "approve", "after": 2, "amount": None}) == Script(Scripted.APPROVE, 2.0)
    assert read_script({}) == Script()


# -- another process, killed -----------------------------------------------------------------------------

_PROGRAM = """
import sys, threading
from pathlib import Path
from hardware.simulators.nexo_terminal import NexoTerminalSimulator
folder = Path(sys.argv[1])
terminal = NexoTerminalSimulator(folder / sys.argv[2], ledger_path=folder / "ledger.jsonl", port=int(sys.argv[3]))
terminal.start()
print(terminal.address, terminal.control_address, terminal.certificates.root, flush=True)
threading.Event().wait()
"""


def _started(folder: Path, name: str, port: int) -> tuple[subprocess.Popen[str], str, str, Path]:
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(folder), name, str(port)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=_ROOT,
    )
    assert process.stdout is not None
    address, control, root = process.stdout.readline().split()
    return process, address, control, Path(root)


def _killed(process: subprocess.Popen[str]) -> None:
    os.kill(process.pid, signal.SIGKILL)
    process.wait(10)
    assert process.stdout is not None
    process.stdout.close()


def test_a_killed_terminal_remembers_its_charge(tmp_path: Path) -> None:
    """I-1: terminal and register can both die; the ledger and the status answer agree afterwards."""
    process, address, control_address, root = _started(tmp_path, "first", 0)
    try:
        NexoTerminalControl(control_address).send({"next": "lost"})
        NexoTerminalControl(control_address).send({"auto": 0})
        driver = _driver(address, root)
        assert driver.authorise(_request("77"), lambda _event: None).outcome is Outcome.UNKNOWN
        driver.close()
    finally:
        _killed(process)

    process, address, control_address, root = _started(tmp_path, "second", int(address.rpartition(":")[2]))
    try:
        driver = _driver(address, root)
        status = driver.status(
            OriginalRequest("77", Operation.PAYMENT, 12_800, "KRW", "S-77", "2026-03-01T19:15:30.000+09:00"), "78"
        )
        driver.close()
        assert status.result is not None
        assert (status.result.outcome, status.result.charged) == (Outcome.APPROVED, 12_800)
        assert NexoTerminalControl(control_address).send({"ledger": True})["balance"] == {"KRW": 12_800}
    finally:
        _killed(process)
