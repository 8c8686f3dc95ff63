"""The simulated ZVT terminal as a machine: power, line, hands, commands, scripts."""

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.codecs.zvt import commands
from hardware.codecs.zvt.apdu import Apdu, encode_apdu
from hardware.codecs.zvt.messages import Abort, Completion
from hardware.codecs.zvt.serial_frame import NAK, FrameSeen, SerialReader, encode_frame
from hardware.errors import DeviceMisused, DeviceOffline
from hardware.simulators.control import ControlClient, ControlServer
from hardware.simulators.terminal_script import Step, TerminalScript, Usual, read_script_file
from hardware.simulators.zvt_machine import Settings, TerminalState
from hardware.simulators.zvt_script import OUTCOMES, REVERSAL_OUTCOMES, Rule, ZvtOutcome
from hardware.simulators.zvt_terminal import ZvtTerminalSimulator
from hardware.transports.serial_port import SerialPort
from tests.hardware.simulators.zvt_register import PASSWORD, REPEAT, Refused, Register, payment


@pytest.fixture
def terminal() -> Iterator[ZvtTerminalSimulator]:
    with ZvtTerminalSimulator() as simulator:
        yield simulator


def test_a_payment_waits_for_its_card(terminal: ZvtTerminalSimulator) -> None:
    with Register(terminal.address) as register:
        register.register()
        assert not terminal.tap_card()
        register.start(payment())
        paying = threading.Thread(target=register.finish)
        paying.start()
        assert terminal.tap_card(5.0, "Visa")
        paying.join(5.0)
        assert (register.status.amount, register.status.card_name) == (12_800, "Visa")
        assert terminal.balance() == 12_800
        assert terminal.wait_for(TerminalState.IDLE)


def test_the_red_button(terminal: ZvtTerminalSimulator) -> None:
    with Register(terminal.address) as register:
        register.register()
        register.start(payment())
        threading.Thread(target=terminal.press_cancel, args=(5.0,)).start()
        assert register.finish() == Abort(0x6C)
        assert register.status.result == 0x6C
        assert terminal.ledger() == []


def test_the_register_may_stop_it_while_a_card_is_awaited_and_not_later(terminal: ZvtTerminalSimulator) -> None:
    with Register(terminal.address) as register:
        register.register()
        register.start(payment())
        assert terminal.wait_for("waiting_for_card")
        register.send(commands.abort())
        assert register.finish() == Abort(0x6C)
        terminal.next("approve", after=0.3)
        register.start(payment())
        assert terminal.tap_card(5.0)
        register.send(commands.abort())
        assert register.finish() == Completion()
        assert terminal.balance() == 12_800


def test_a_restart_needs_a_new_registration_and_keeps_everything_else(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    with ZvtTerminalSimulator(ledger_path=ledger, auto_approve_after=0) as first, Register(first.address) as register:
        register.register()
        register.run(payment(700))
        first.power_off()
        assert first.state() is TerminalState.OFF
        first.power_on()
        with Register(first.address) as again:
            with pytest.raises(Refused) as refused:
                again.run(payment(700))
            assert refused.value.code == 0x6B
    with ZvtTerminalSimulator(ledger_path=ledger) as second, Register(second.address) as register:
        register.register()
        assert register.run(REPEAT) == Completion()
        assert (register.status.amount, register.status.receipt_number) == (700, 1)
        assert second.balance() == 700


@pytest.mark.parametrize(
    ("rule", "mirror", "left"),
    [
        (Rule.CLASSIC, commands.Mirror(None), 0),
        (Rule.SYNCHRONISED, None, 0),
        (Rule.SYNCHRONISED, commands.Mirror(None), 700),
    ],
)
def test_power_that_goes_before_the_acknowledgement_is_settled_by_the_rule(
    tmp_path: Path, rule: Rule, mirror: commands.Mirror | None, left: int
) -> None:
    settings = Settings(rule=rule)
    ledger = tmp_path / "ledger.jsonl"
    with (
        ZvtTerminalSimulator(settings, ledger_path=ledger, auto_approve_after=0) as first,
        Register(first.address) as till,
    ):
        till.register()
        till.start(payment(700, mirror))
        while till.receive().control != 0x040F:
            till.send(Apdu(0x8000))
        assert first.balance() == 700
        first.power_off()
    with ZvtTerminalSimulator(settings, ledger_path=ledger) as second:
        assert second.balance() == left
        assert (second.last_transaction() is not None) is bool(left)


def test_a_power_cut_before_the_card_charges_nothing(terminal: ZvtTerminalSimulator) -> None:
    with Register(terminal.address) as register:
        register.register()
        register.start(payment())
        assert terminal.wait_for("waiting_for_card")
        terminal.power_off()
        with pytest.raises(ConnectionError):
            register.finish()
        terminal.power_on()
        assert terminal.ledger() == []


def test_a_register_that_goes_away_ends_the_waiting(terminal: ZvtTerminalSimulator) -> None:
    register = Register(terminal.address)
    register.register()
    register.start(payment())
    assert terminal.wait_for("waiting_for_card")
    register.close()
    assert terminal.wait_for("idle")
    assert not terminal.tap_card()


def test_a_second_register_is_told_to_wait(terminal: ZvtTerminalSimulator) -> None:
    with Register(terminal.address) as first, Register(terminal.address) as second:
        first.register()
        first.start(payment())
        assert terminal.wait_for("waiting_for_card")
        with pytest.raises(Refused) as refused:
            second.run(REPEAT)
        assert refused.value.code == 0x9C


def test_unplugged_it_cannot_be_reached_and_is_still_registered_afterwards(terminal: ZvtTerminalSimulator) -> None:
    address = terminal.address
    with Register(address) as register:
        register.register()
        terminal.unplug()
        with pytest.raises(OSError):
            register.run(REPEAT)
    with pytest.raises(OSError):
        Register(address)
    terminal.replug()
    terminal.replug()
    with Register(address) as register:
        assert isinstance(register.run(commands.status_enquiry()), Completion)
        assert isinstance(register.run(REPEAT), Abort)


def test_rubbish_and_wrong_commands(terminal: ZvtTerminalSimulator) -> None:
    """F-29, from the register's side."""
    with Register(terminal.address) as register:
        register.line.sendall(b"GET / HTTP/1.1\r\n\r\n")
        assert register.line.recv(10) == b""
    with Register(terminal.address) as register:
        register.register()
        for wrong, code in (
            (Apdu(0x0630, b"\x12"), 0x9A),
            (Apdu(0x0601, b"\x00"), 0x9A),
            (Apdu(0x0601), 0x9A),
            (Apdu(0x0814), 0x83),
            (commands.abort(), 0x83),
        ):
            with pytest.raises(Refused) as refused:
                register.run(wrong)
            assert refused.value.code == code
        assert register.run(commands.end_of_day("999999")) == Abort(0x83)
        # A message in single bytes, and two at once.
        for octet in encode_apdu(commands.status_enquiry()):
            register.line.sendall(bytes([octet]))
        assert register.receive().is_positive
        assert isinstance(register.finish(), Completion)


def test_a_register_that_does_not_acknowledge_is_given_up() -> None:
    with ZvtTerminalSimulator(Settings(answer_time=0.2)) as terminal, Register(terminal.address) as register:
        register.register()
        register.start(payment())
        register.receive()
        with pytest.raises(ConnectionError):
            register.receive()
        assert terminal.wait_for("idle")


def test_the_clock_can_jump(terminal: ZvtTerminalSimulator) -> None:
    terminal.auto_approve_after = 0
    terminal.jump_clock(-2 * 365 * 86400)
    with Register(terminal.address) as register:
        register.register()
        register.run(payment())
    assert int(terminal.ledger()[0].at[:4]) < time.gmtime().tm_year


def test_scripts_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "script.json"
    path.write_text(json.dumps({"payments": ["decline", {"outcome": "partial", "amount": 5}], "auto": 0}), "utf-8")
    script = read_script_file(path, OUTCOMES, REVERSAL_OUTCOMES)
    with ZvtTerminalSimulator(script=script) as terminal, Register(terminal.address) as register:
        register.register()
        assert register.run(payment()) == Abort(0x05)
        register.run(payment())
        assert register.status.amount == 5
        register.run(payment())
        assert register.status.amount == 12_800


def test_every_usual_outcome_has_its_name_here() -> None:
    assert {usual.value for usual in Usual} <= set(OUTCOMES)


def test_wrong_wishes_are_told() -> None:
    with pytest.raises(DeviceMisused, match="password"):
        ZvtTerminalSimulator(Settings(password="12345"))
    with pytest.raises(DeviceMisused, match="terminal id"):
        ZvtTerminalSimulator(Settings(terminal_id="29-01234"))
    with pytest.raises(DeviceMisused, match="currency"):
        ZvtTerminalSimulator(Settings(currencies=()))
    terminal = ZvtTerminalSimulator()
    for wrong in (
        lambda: terminal.next("nonsense"),
        lambda: terminal.next_reversal("partial"),
        lambda: terminal.next_end_of_day(Step("twice")),
        lambda: terminal.tap_card(0, "Diners"),
        lambda: terminal.play(TerminalScript(reversals=(Step("card_number"),))),
    ):
        with pytest.raises(DeviceMisused):
            wrong()


def test_another_process_can_do_all_of_it(terminal: ZvtTerminalSimulator) -> None:
    control = ControlServer(terminal.commands())
    control.start()
    try:
        client = ControlClient(control.port)
        client.call("next", outcome={"outcome": "wrong_amount", "amount": 9})
        client.call("auto", seconds=0)
        with Register(str(client.call("address"))) as register:
            register.register()
            register.run(payment())
        assert terminal.wait_for("idle"), "it looks up from its last message a moment after the register has it"
        assert client.call("balance") == {"KRW": 9}
        assert client.call("ledger")
        assert client.call("seen") == {"06 00": 1, "06 01": 1}
        assert client.call("state") == "idle"
        client.call("next_reversal", outcome="decline")
        client.call("next_end_of_day", outcome="lost")
        client.call("paper", out=True)
        client.call("end_of_day_due")
        client.call("jump_clock", seconds=60)
        assert client.call("tap") is False
        assert client.call("cancel") is False
        client.call("power", state="off")
        assert client.call("state") == "off"
        client.call("power", state="on")
        client.call("unplug")
        client.call("replug")
        for name, arguments in (("next", {"outcome": "x"}), ("power", {"state": "?"}), ("auto", {"seconds": -1})):
            with pytest.raises(DeviceMisused):
                client.call(name, **arguments)
    finally:
        control.stop()


def test_one_command_chooses_an_outcome_and_holds_the_card(terminal: ZvtTerminalSimulator) -> None:
    held = threading.Thread(target=lambda: terminal.commands()["card"](outcome="decline"))
    held.start()
    with Register(terminal.address) as register:
        register.register()
        assert register.run(payment()) == Abort(0x05)
    held.join(5.0)


def test_a_reboot_while_waiting_for_the_card(terminal: ZvtTerminalSimulator) -> None:
    terminal.next(Step(ZvtOutcome.REBOOT, after=0.05))
    with Register(terminal.address) as register:
        register.register()
        register.start(payment())
        with pytest.raises(ConnectionError):
            register.finish()
    assert terminal.wait_for("idle")
    with Register(terminal.address) as register:
        with pytest.raises(Refused):
            register.run(payment())
        register.register()
        assert isinstance(register.run(REPEAT), Abort)
    assert terminal.ledger() == []


# -- over a serial line -----------------------------------------------------------------------------------


class _SerialRegister:
    """Frames and their answers by hand, over the real pty."""

    def __init__(self, address: str) -> None:
        self.port = SerialPort(address)
        self.port.open()
        self.reader = SerialReader()
        self.events: list[object] = []

    def next(self) -> object:
        deadline = time.monotonic() + 5.0
        while not self.events and time.monotonic() < deadline:
            self.events += self.reader.feed(self.port.read(0.2))
        return self.events.pop(0)

    def run(self, apdu: Apdu) -> list[int]:
        """Send a command, acknowledge everything, give the control fields that came."""
        self.port.write(encode_frame(apdu))
        came: list[int] = []
        while not came or came[-1] not in (0x060F, 0x061E):
            event = self.next()
            if isinstance(event, FrameSeen):
                self.port.write(b"\x06")
                came.append(event.apdu.control)
                if not event.apdu.is_positive:
                    self.port.write(encode_frame(Apdu(0x8000)))
        return came


def test_the_same_over_a_serial_line(tmp_path: Path) -> None:
    with ZvtTerminalSimulator(serial=tmp_path / "port", auto_approve_after=0) as terminal:
        register = _SerialRegister(terminal.address)
        assert register.run(commands.registration(PASSWORD, 0x08, 410)) == [0x8000, 0x060F]
        # 1010 in the amount: a 10 that is doubled on the line.
        assert register.run(payment(1010)) == [0x8000, 0x04FF, 0x04FF, 0x040F, 0x060F]
        assert terminal.balance() == 1010
        register.port.close()


def test_a_damaged_frame_is_asked_for_again_and_an_unanswered_one_repeated(tmp_path: Path) -> None:
    with ZvtTerminalSimulator(serial=tmp_path / "port") as terminal:
        register = _SerialRegister(terminal.address)
        register.port.write(encode_frame(commands.status_enquiry())[:-1] + b"\x00")
        assert type(register.next()).__name__ == "RepeatWanted"
        register.port.write(encode_frame(commands.status_enquiry()))
        assert type(register.next()).__name__ == "Acknowledged"
        first = register.next()
        register.port.write(NAK)
        assert register.next() == first == FrameSeen(Apdu(0x8000))
        register.port.close()


def test_an_outcome_that_breaks_the_line_pulls_the_cable_for_a_moment(tmp_path: Path) -> None:
    settings = Settings(rule=Rule.SYNCHRONISED)
    with ZvtTerminalSimulator(settings, serial=tmp_path / "port", auto_approve_after=0) as terminal:
        register = _SerialRegister(terminal.address)
        register.run(commands.registration(PASSWORD, 0x00, 410))
        terminal.next("lost_before_status")
        with pytest.raises(DeviceOffline):
            register.run(payment(700, commands.Mirror(None)))
        register.port.close()
        assert terminal.balance() == 700
        assert terminal.wait_for("idle")
        again = _SerialRegister(terminal.address)
        assert again.run(REPEAT) == [0x8000, 0x040F, 0x060F]
        again.port.close()
