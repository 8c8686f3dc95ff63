"""One command of a register at the simulated ZVT terminal: asking, waiting for the card, delivering the result."""

import time

from hardware.codecs.zvt.apdu import POSITIVE, Apdu, Control, negative
from hardware.codecs.zvt.bitmaps import Bitmap
from hardware.codecs.zvt.command_reader import Command
from hardware.simulators import zvt_voice as voice
from hardware.simulators.zvt_line import LineLost, Link
from hardware.simulators.zvt_machine import Machine, TerminalState
from hardware.simulators.zvt_script import STOPPED

_WANTS_STATUS = 0x08


class PowerLost(Exception):
    """The plug was pulled; nothing is said any more."""


class Talk:
    """What a command's handler says and hears on its link. All of it raises `LineLost` when the line breaks."""

    def __init__(self, machine: Machine, link: Link, command: Command) -> None:
        self.machine = machine
        self.link = link
        self.command = command
        self.accepted = False

    def accept(self) -> None:
        """Answer the command with 80 00: mastery is with the terminal now."""
        self.accepted = True
        self.link.send(POSITIVE)

    def refuse(self, code: int) -> None:
        """Answer the command with 84 xx."""
        self.link.send(negative(code))

    def ask(self, apdu: Apdu) -> Apdu:
        """Send a command of the terminal and give the register's answer to it.

        A 06 B0 that comes instead is answered and the wait goes on. Raises `LineLost` without an answer in time.
        """
        self.link.send(apdu)
        deadline = time.monotonic() + self.machine.settings.answer_time
        while (left := deadline - time.monotonic()) > 0:
            self._check_power()
            answer = self.link.take(left)
            if answer is None:
                break
            if answer.is_positive or answer.refusal is not None:
                return answer
            self.interrupt(answer)
        # T3: the process counts as broken.
        self.link.drop()
        raise LineLost

    def complete(self, fields: list[Bitmap] | None = None) -> None:
        """End the command with 06 0F."""
        self.ask(voice.completion(fields or []))

    def abort(self, code: int, fields: list[Bitmap] | None = None) -> None:
        """End the command with 06 1E."""
        self.ask(voice.abort(code, fields or []))

    def show(self, code: int, text: str = "") -> None:
        """Tell an intermediate status when the register wants them."""
        if self.machine.config & _WANTS_STATUS:
            self.ask(voice.intermediate(code, text if self.machine.settings.texts else ""))

    def print_all(self, printed: list[Apdu]) -> bool:
        """Give lines or blocks to the register's printer; False when it said that it cannot."""
        return all(self.ask(apdu).is_positive for apdu in printed)

    def interrupt(self, apdu: Apdu) -> None:
        """Answer what a register says while the terminal is master: only 06 B0 may be."""
        if apdu.control != Control.ABORT_BY_REGISTER:
            self.link.send(negative(0x9C))
        elif self.machine.stop(STOPPED):
            self.link.send(POSITIVE)
        else:
            self.link.send(negative(0x83))

    def wait_for_card(self, timeout: float) -> voice.Card | None:
        """Ask for a card; None when key, register or time stopped it. Raises `LineLost` when the register went away."""
        machine = self.machine
        with machine.changed:
            machine.card, machine.stopped = None, 0
            machine.state = TerminalState.WAITING_FOR_CARD
            machine.changed.notify_all()
        try:
            self.show(0x0A, "Bitte Karte einstecken")
            return self._card_or_end(timeout)
        finally:
            with machine.changed:
                if machine.state is TerminalState.WAITING_FOR_CARD:
                    machine.state = TerminalState.BUSY
                machine.changed.notify_all()

    def _card_or_end(self, timeout: float) -> voice.Card | None:
        machine, link = self.machine, self.link
        auto = machine.auto_approve_after
        deadline = time.monotonic() + (timeout if auto is None else min(auto, timeout))
        while True:
            with machine.changed:
                machine.changed.wait_for(
                    lambda: machine.card or machine.stopped or link.inbox or not (link.is_open and machine.on),
                    max(deadline - time.monotonic(), 0),
                )
                self._check_power()
                if machine.card is not None:
                    return machine.card
                if machine.stopped:
                    return None
                if not link.is_open:
                    raise LineLost
                said = link.inbox.popleft() if link.inbox else None
                if said is None and time.monotonic() >= deadline:
                    if auto is None or auto > timeout:
                        return None
                    machine.tap("Mastercard", 0)
                    continue
            if said is not None and not said.is_positive:
                self.interrupt(said)

    def authorise(self, seconds: float, silent: bool = False) -> None:
        """Let time pass as the host would; whoever breaks the line now does not stop it. Raises `PowerLost`."""
        machine, link = self.machine, self.link
        with machine.changed:
            machine.state = TerminalState.AUTHORISING
            machine.changed.notify_all()
        deadline = time.monotonic() + seconds
        try:
            if not silent:
                self.show(0x17, "Bitte warten")
            while (left := deadline - time.monotonic()) > 0:
                with machine.changed:
                    machine.changed.wait_for(lambda: not machine.on or link.inbox, left)
                    self._check_power()
                    said = link.inbox.popleft() if link.inbox else None
                if said is not None and not said.is_positive:
                    self.interrupt(said)
        except LineLost:
            with machine.changed:
                machine.changed.wait_for(lambda: not machine.on, max(deadline - time.monotonic(), 0))
        self._check_power()

    def _check_power(self) -> None:
        if not self.machine.on:
            raise PowerLost
