"""Understands what was sent to an ESC/POS printer: the printer's side of the codec."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A printed row of text: how large (1 or 2), bold or not, and "left", "centre" or "right"."""

    text: str
    bold: bool = False
    size: int = 1
    align: str = "left"


@dataclass(frozen=True, slots=True)
class PrintedQr:
    """A printed QR code: its text, and the dots a module."""

    text: str
    dots: int = 3


@dataclass(frozen=True, slots=True)
class Cut:
    """The paper is cut here."""


@dataclass(frozen=True, slots=True)
class StatusAsked:
    """DLE EOT n: to be answered at once."""

    which: int


@dataclass(frozen=True, slots=True)
class PrintedAsked:
    """GS r 1: to be answered when everything before it is on paper."""


@dataclass(frozen=True, slots=True)
class ClearAsked:
    """DLE DC4 8: what is not printed yet is to be thrown away."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Bytes that this reader knows no command for."""

    octets: bytes


Command = PrintedLine | PrintedQr | Cut | StatusAsked | PrintedAsked | ClearAsked | Unknown

_ALIGN = {0: "left", 1: "centre", 2: "right", 48: "left", 49: "centre", 50: "right"}


@dataclass
class _Style:
    bold: bool = False
    size: int = 1
    align: str = "left"
    two_byte: bool = True
    dots: int = 3
    qr: bytes = b""
    row: bytearray = field(default_factory=bytearray)


class EscposReader:
    """Reads print commands out of a stream of bytes, whole or in pieces; never raises.

    `charset` is what the printer holds its two-byte characters in.
    """

    def __init__(self, charset: str = "cp949") -> None:
        self._charset = charset
        self._held = bytearray()
        self._style = _Style()

    def feed(self, octets: bytes) -> list[Command]:
        """Take what arrived; give back the commands that it completes, in order."""
        self._held += octets
        commands: list[Command] = []
        while self._held:
            taken = self._take(commands)
            if taken == 0:
                break
            del self._held[:taken]
        return commands

    def _take(self, commands: list[Command]) -> int:
        first = self._held[0]
        if first in _LEADS:
            return self._take_command(commands)
        if first == 0x0A:
            commands.append(self._line())
        elif first >= 0x20:
            self._style.row.append(first)
        return 1

    def _line(self) -> PrintedLine:
        style = self._style
        text = bytes(style.row).decode(self._charset if style.two_byte else "latin-1", "replace")
        style.row.clear()
        return PrintedLine(text, style.bold, style.size, style.align)

    def _take_command(self, commands: list[Command]) -> int:
        if len(self._held) < 2:
            return 0
        read = _COMMANDS.get(bytes(self._held[:2]))
        if read is None:
            commands.append(Unknown(bytes(self._held[:2])))
            return 2
        return read(self, commands)

    def _argument(self, commands: list[Command], act: Callable[[_Style, int], Command | None]) -> int:
        if len(self._held) < 3:
            return 0
        command = act(self._style, self._held[2])
        if command is not None:
            commands.append(command)
        return 3

    def _initialise(self, _commands: list[Command]) -> int:
        self._style = _Style()
        return 2

    def _two_byte(self, _commands: list[Command]) -> int:
        self._style.two_byte = True
        return 2

    def _one_byte(self, _commands: list[Command]) -> int:
        self._style.two_byte = False
        return 2

    def _align(self, commands: list[Command]) -> int:
        return self._argument(commands, lambda style, n: setattr(style, "align", _ALIGN.get(n, "left")))

    def _bold(self, commands: list[Command]) -> int:
        return self._argument(commands, lambda style, n: setattr(style, "bold", bool(n & 1)))

    def _size(self, commands: list[Command]) -> int:
        return self._argument(commands, lambda style, n: setattr(style, "size", 2 if n else 1))

    def _status(self, commands: list[Command]) -> int:
        return self._argument(commands, lambda _style, n: StatusAsked(n) if 1 <= n <= 4 else None)

    def _printed(self, commands: list[Command]) -> int:
        return self._argument(commands, lambda _style, n: PrintedAsked() if n in (1, 49) else None)

    def _reports(self, commands: list[Command]) -> int:
        return self._argument(commands, lambda _style, _n: None)

    def _cut(self, commands: list[Command]) -> int:
        if len(self._held) < 3:
            return 0
        length = 4 if self._held[2] in (65, 66) else 3  # these two also say how far to feed
        if len(self._held) < length:
            return 0
        commands.append(Cut())
        return length

    def _clear(self, commands: list[Command]) -> int:
        if len(self._held) < 3:
            return 0
        length = 10 if self._held[2] == 8 else 5
        if len(self._held) < length:
            return 0
        if length == 10:
            self._style = _Style()
            commands.append(ClearAsked())
        return length

    def _symbol(self, commands: list[Command]) -> int:
        if len(self._held) < 5:
            return 0
        length = 5 + int.from_bytes(self._held[3:5], "little")
        if len(self._held) < length:
            return 0
        body = bytes(self._held[5:length])
        if self._held[2:3] == b"k" and body[:1] == b"1":
            self._qr(body[1:], commands)
        return length

    def _qr(self, function: bytes, commands: list[Command]) -> None:
        if function[:1] == b"C" and len(function) > 1:
            self._style.dots = function[1]
        elif function[:1] == b"P":
            self._style.qr = function[2:]
        elif function[:1] == b"Q":
            commands.append(PrintedQr(self._style.qr.decode("utf-8", "replace"), self._style.dots))


_LEADS = frozenset(b"\x10\x1b\x1c\x1d")
_COMMANDS: dict[bytes, Callable[[EscposReader, list[Command]], int]] = {
    b"\x1b@": EscposReader._initialise,
    b"\x1ba": EscposReader._align,
    b"\x1bE": EscposReader._bold,
    b"\x1c&": EscposReader._two_byte,
    b"\x1c.": EscposReader._one_byte,
    b"\x1d!": EscposReader._size,
    b"\x1dV": EscposReader._cut,
    b"\x1d(": EscposReader._symbol,
    b"\x1da": EscposReader._reports,
    b"\x1dr": EscposReader._printed,
    b"\x10\x04": EscposReader._status,
    b"\x10\x14": EscposReader._clear,
}
