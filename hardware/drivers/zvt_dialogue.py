"""Lead one command of a register through a ZVT terminal, until the terminal gives the word back (PA00P015 chapter 1).

A command makes the terminal master until its completion (06 0F) or abort (06 1E). Until then everything it says is
answered, and the register itself may only ask to stop while the terminal waits for a card.
"""

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from hardware.codecs.zvt import commands
from hardware.codecs.zvt.apdu import POSITIVE, Apdu, Control, negative
from hardware.codecs.zvt.bitmaps import PROTOCOL_ERROR
from hardware.codecs.zvt.messages import Abort, Completion, IntermediateStatus, decode_message
from hardware.codecs.zvt.printing import PrintBlock, PrintLine
from hardware.codecs.zvt.status_information import StatusInformation
from hardware.drivers.zvt_link import ApduLink
from hardware.errors import DeviceGarbled, DeviceOffline

_NOT_POSSIBLE = 0x83
_SLICE = 0.05  # seconds one look at the line may take, so that a wish to stop is soon carried out
# While these are the latest news nothing is on its way to the bank, so that stopping is allowed.
_STOPPABLE = frozenset({0x03, 0x07, 0x08, 0x09, 0x0A, 0x0C, 0x10, 0x28, 0x29, 0x2C, 0xE0, 0xE1})


@dataclass(frozen=True, slots=True)
class Refused:
    """The terminal did not take a command up (84 xx): nothing was done."""

    code: int


Ending = Completion | Abort | Refused


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to wait, in seconds: T3 for the answer to a command, T4 for the terminal's next word, and for all.

    `breath` is the pause that a terminal gets between two connections.
    """

    answer: float = 5.0
    word: float = 180.0
    whole: float = 900.0
    breath: float = 0.1


class Listener(Protocol):
    """Hears what the terminal says while it is master; raises `DeviceGarbled` for what makes no sense."""

    def taken_up(self) -> None:
        """Hear that the terminal works on the command."""
        ...

    def intermediate(self, told: IntermediateStatus) -> None: ...

    def status(self, told: StatusInformation) -> Apdu:
        """Take a result; the answer decides whether the terminal keeps it."""
        ...

    def printed(self, told: PrintLine | PrintBlock) -> Apdu:
        """Take a line or block of a receipt."""
        ...


class StopSwitch:
    """A wish to stop a running command: asked for on one thread, carried out on that of the dialogue."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._wanted = self._taken = self._refused = self._over = self._reached = False
        self.stoppable = True

    def ask(self, within: float) -> bool:
        """Ask to stop; True when the terminal took note, or came to its end by itself since."""
        with self._changed:
            if not self._taken and not self._over:
                self._wanted, self._refused = True, False
                self._changed.wait_for(lambda: not self._wanted or self._over, within)
                if self._refused:
                    return False
            return self._taken or (self._over and self._reached)

    @property
    def wanted(self) -> bool:
        """Whether somebody waits for the terminal to be asked."""
        return self._wanted

    @property
    def reached(self) -> bool:
        """Whether the terminal took the command up."""
        return self._reached

    def reach(self) -> None:
        """Note that the terminal took the command up."""
        self._reached = True

    def answer(self, taken: bool) -> None:
        """Say what the terminal answered."""
        with self._changed:
            self._refused = self._wanted and not taken
            self._wanted, self._taken = False, self._taken or taken
            self._changed.notify_all()

    def end(self) -> None:
        """Say that the command has ended."""
        with self._changed:
            self._over = True
            self._changed.notify_all()


class Dialogue:
    """The commands of one connection, one after the other.

    A command ends with 06 0F (`Completion`), 06 1E (`Abort`), or 84 xx when it was not taken up (`Refused`). Raises
    `DeviceOffline` and `DeviceGarbled` where a command has no usable end; nobody knows then what it did.
    """

    def __init__(self, link: ApduLink, pace: Pace, clock: Callable[[], float]) -> None:
        self._link = link
        self._pace = pace
        self._clock = clock
        self._doubt: DeviceGarbled | None = None

    def ask(self, command: Apdu) -> Apdu:
        """Give a command that ends with its acknowledgement: 80 00, or 84 xx."""
        self._link.send(command)
        until = self._clock() + self._pace.answer
        while (wait := until - self._clock()) > 0:
            answer = self._link.receive(wait)
            # Whatever else comes belongs to a dialogue before this one and is not answered.
            if answer is not None and (answer.is_positive or answer.refusal is not None):
                return answer
        raise DeviceOffline(f"The terminal did not answer {command.name} within {self._pace.answer:g} s.")

    def run(self, command: Apdu, listener: Listener, switch: StopSwitch | None = None) -> Ending:
        """Give a command that makes the terminal master, and hear it out."""
        self._doubt = None
        answer = self.ask(command)
        if answer.refusal is not None:
            return Refused(answer.refusal)
        switch = switch or StopSwitch()
        switch.reach()
        listener.taken_up()
        return self._heard_out(command, listener, switch)

    def _heard_out(self, command: Apdu, listener: Listener, switch: StopSwitch) -> Ending:
        latest = self._clock() + self._pace.whole
        until = self._clock() + self._pace.word
        asked_to_stop = False
        while (wait := min(until, latest) - self._clock()) > 0:
            if switch.wanted and not asked_to_stop:
                asked_to_stop = self._stop(switch)
            told = self._link.receive(min(wait, _SLICE))
            if told is None:
                continue
            if told.is_positive or told.refusal is not None:
                switch.answer(told.is_positive)  # of our 06 B0, nothing else of ours can be open
                asked_to_stop = False
            elif told.control in (Control.COMPLETION, Control.ABORT_BY_TERMINAL):
                with contextlib.suppress(DeviceOffline):  # the end is known, whether it hears us or not
                    self._link.send(POSITIVE)
                if self._doubt is not None:
                    raise self._doubt
                return _ending(told)
            else:
                until = self._clock() + self._answered(told, listener, switch)
        raise DeviceOffline(f"The terminal broke off in the midst of {command.name}: nothing came any more.")

    def _stop(self, switch: StopSwitch) -> bool:
        if not switch.stoppable:
            switch.answer(False)
            return False
        self._link.send(commands.abort())
        return True

    def _answered(self, told: Apdu, listener: Listener, switch: StopSwitch) -> float:
        """Answer one word of the terminal, and say how long to wait for the next."""
        patience = self._pace.word
        answer = POSITIVE
        try:
            message = decode_message(told)
            if isinstance(message, IntermediateStatus):
                switch.stoppable = message.code in _STOPPABLE
                patience = message.minutes * 60.0 if message.minutes else patience
                listener.intermediate(message)
            elif isinstance(message, StatusInformation):
                switch.stoppable = False
                answer = listener.status(message)
            elif isinstance(message, PrintLine | PrintBlock):
                answer = listener.printed(message)
            else:
                answer = negative(_NOT_POSSIBLE)
        except DeviceGarbled as garbled:
            # Words for the shopper that cannot be read are no reason to give a payment up. For anything else the
            # terminal is told, and heard out, so that it can bring back to order what it did.
            if told.control != Control.INTERMEDIATE_STATUS:
                answer, self._doubt = negative(PROTOCOL_ERROR), garbled
        self._link.send(answer)
        return patience


def _ending(told: Apdu) -> Ending:
    message = decode_message(told)
    if isinstance(message, Abort):
        return message
    return message if isinstance(message, Completion) else Completion()
