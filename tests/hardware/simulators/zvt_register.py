"""A plain register for tests: sends commands to a ZVT terminal and acknowledges what it says, nothing more."""

import contextlib
import socket
from collections.abc import Callable, Sequence
from types import TracebackType

from hardware.codecs.zvt import commands
from hardware.codecs.zvt.apdu import POSITIVE, Apdu, ApduReader, Control, encode_apdu
from hardware.codecs.zvt.messages import Abort, Completion, TerminalMessage, decode_message
from hardware.codecs.zvt.printing import PrintBlock, PrintLine
from hardware.codecs.zvt.status_information import StatusInformation

PASSWORD = "123456"
_PATIENCE = 10.0


class Refused(Exception):
    def __init__(self, code: int) -> None:
        super().__init__(f"84 {code:02X}")
        self.code = code


class Register:
    """One connection. `heard` are the messages of the running or last command."""

    def __init__(self, address: str) -> None:
        host, port = address.rsplit(":", 1)
        self.line = socket.create_connection((host, int(port)), timeout=_PATIENCE)
        self._reader = ApduReader()
        self._came: list[Apdu] = []
        self.heard: list[TerminalMessage] = []
        self.raw: list[Apdu] = []
        self.answer: Callable[[TerminalMessage], Apdu] = lambda _message: POSITIVE

    def __enter__(self) -> "Register":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self.line.shutdown(socket.SHUT_RDWR)
        self.line.close()

    def send(self, apdu: Apdu) -> None:
        self.line.sendall(encode_apdu(apdu))

    def receive(self) -> Apdu:
        while not self._came:
            octets = self.line.recv(4096)
            if not octets:
                raise ConnectionError("the terminal broke the line")
            self._came += self._reader.feed(octets)
        return self._came.pop(0)

    def start(self, apdu: Apdu) -> None:
        """Send a command and take its acknowledgement."""
        self.heard, self.raw = [], []
        self.send(apdu)
        answer = self.receive()
        if answer.refusal is not None:
            raise Refused(answer.refusal)
        assert answer.is_positive

    def finish(self) -> TerminalMessage:
        """Acknowledge until the end, and give it."""
        while True:
            said = self.receive()
            if said.is_positive or said.refusal is not None:
                continue  # the answer to our abort
            self.raw.append(said)
            message = decode_message(said)
            self.heard.append(message)
            self.send(self.answer(message))
            if isinstance(message, Completion | Abort):
                return message

    def run(self, apdu: Apdu) -> TerminalMessage:
        self.start(apdu)
        return self.finish()

    def register(self, tags: bool = True, config: int = commands.KIOSK_CONFIG, currency: int = 410) -> Completion:
        end = self.run(
            commands.registration(PASSWORD, config, currency, tags=commands.kiosk_tags(24) if tags else None)
        )
        assert isinstance(end, Completion)
        return end

    @property
    def status(self) -> StatusInformation:
        """The last status information that was heard."""
        return [message for message in self.heard if isinstance(message, StatusInformation)][-1]

    @property
    def printed(self) -> list[str]:
        lines: list[str] = []
        for message in self.heard:
            if isinstance(message, PrintLine):
                lines.append(message.text)
            elif isinstance(message, PrintBlock):
                lines += message.texts
        return lines

    def kinds(self) -> Sequence[str]:
        return [type(message).__name__ for message in self.heard]


def payment(amount: int = 12_800, mirror: commands.Mirror | None = None, **wishes: object) -> Apdu:
    asked = commands.PaymentWishes(mirror=mirror, **wishes)  # type: ignore[arg-type]
    return commands.authorisation(amount, 410, wishes=asked)


REPEAT = commands.repeat_receipt(PASSWORD)
__all__ = ["PASSWORD", "REPEAT", "Control", "Refused", "Register", "payment"]
