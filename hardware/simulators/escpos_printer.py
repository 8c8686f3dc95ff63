"""A network receipt printer on a loopback port: understands ESC/POS and draws what it prints."""

import contextlib
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from hardware.codecs import escpos
from hardware.codecs.escpos_reader import (
    ClearAsked,
    Command,
    Cut,
    EscposReader,
    PrintedAsked,
    PrintedLine,
    PrintedQr,
    StatusAsked,
    Unknown,
)
from hardware.errors import DeviceOffline
from hardware.simulators.receipt_picture import draw, find_font


@dataclass(frozen=True, slots=True)
class PrintedReceipt:
    """One cut piece of paper: its picture's file, its text rows, the texts of its QR codes."""

    picture: str
    lines: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass
class _Condition:
    paper_out: bool = False
    near_end: bool = False
    cover_open: bool = False
    jammed: bool = False
    silent: bool = False
    rows_left: int | None = None

    @property
    def stopped(self) -> bool:
        return self.paper_out or self.cover_open or self.jammed

    def answer(self, which: int) -> int:
        octet = 0x12
        if which == escpos.PRINTER:
            octet |= 0x08 if self.stopped else 0
        elif which == escpos.OFFLINE_CAUSE:
            octet |= (0x04 if self.cover_open else 0) | (0x20 if self.paper_out else 0) | (0x40 if self.jammed else 0)
        elif which == escpos.ERROR_CAUSE:
            octet |= 0x04 if self.jammed else 0
        else:
            octet |= (0x0C if self.near_end or self.paper_out else 0) | (0x60 if self.paper_out else 0)
        return octet


@dataclass
class _Connection:
    socket: socket.socket
    reader: EscposReader = field(default_factory=EscposReader)


class EscposPrinterSimulator:
    """Plays a printer on `127.0.0.1`; each cut receipt becomes a picture in `folder`.

    What cannot be printed now (paper, cover, jam) waits in its buffer as in a real printer, and comes out
    when the cause is gone, unless it was told to clear its buffers.
    """

    def __init__(self, folder: Path, port: int = 0, columns: int = 48, font: Path | None = None) -> None:
        self._folder = folder
        self._columns = columns
        self._font = font or find_font()
        self._port = port
        self._lock = threading.RLock()
        self._condition = _Condition()
        self._listener: socket.socket | None = None
        self._connections: list[_Connection] = []
        self._waiting: list[tuple[_Connection, Command]] = []
        self._paper: list[Command] = []
        self._receipts: list[PrintedReceipt] = []
        self.unknown: list[bytes] = []

    @property
    def address(self) -> str:
        """Host and port to put into the settings; fixed from the first start on."""
        return f"127.0.0.1:{self._port}"

    def start(self) -> None:
        """Listen; does nothing when it does already."""
        with self._lock:
            if self._listener is not None:
                return
            self._folder.mkdir(parents=True, exist_ok=True)
            listener = socket.create_server(("127.0.0.1", self._port))
            self._port = listener.getsockname()[1]
            self._listener = listener
        threading.Thread(target=self._accept, args=(listener,), name="printer simulator", daemon=True).start()

    def stop(self) -> None:
        """Close the port and all connections."""
        with self._lock:
            listener, self._listener = self._listener, None
            connections, self._connections = self._connections, []
            self._waiting.clear()
        if listener is not None:
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.socket.shutdown(socket.SHUT_RDWR)

    def unplug(self) -> None:
        """Pull the cable: connections break and the port is closed; the buffer is lost."""
        self.stop()

    def replug(self) -> None:
        """Put the cable back at the same address."""
        self.start()

    def paper_out(self, after_rows: int = 0) -> None:
        """Let the paper end, at once or when some more rows are printed."""
        with self._lock:
            self._condition.rows_left = after_rows if after_rows else None
            self._condition.paper_out = after_rows == 0

    def paper_near_end(self) -> None:
        """Let the paper be nearly at its end."""
        with self._lock:
            self._condition.near_end = True

    def load_paper(self) -> None:
        """Put in a new roll."""
        with self._lock:
            self._condition.paper_out = self._condition.near_end = False
            self._condition.rows_left = None
            self._go_on()

    def open_cover(self) -> None:
        """Open the cover."""
        with self._lock:
            self._condition.cover_open = True

    def close_cover(self) -> None:
        """Close the cover."""
        with self._lock:
            self._condition.cover_open = False
            self._go_on()

    def jam(self, jammed: bool = True) -> None:
        """Jam the paper, or free it."""
        with self._lock:
            self._condition.jammed = jammed
            self._go_on()

    def silent(self, silent: bool = True) -> None:
        """Take bytes and answer nothing, as over a half-open connection."""
        with self._lock:
            self._condition.silent = silent

    @property
    def receipts(self) -> list[PrintedReceipt]:
        """All receipts that were cut, the oldest first."""
        with self._lock:
            return list(self._receipts)

    def commands(self) -> dict[str, Callable[..., object]]:
        """What can be called from another process."""
        return {
            "paper_out": self.paper_out,
            "paper_near_end": self.paper_near_end,
            "load_paper": self.load_paper,
            "open_cover": self.open_cover,
            "close_cover": self.close_cover,
            "jam": self.jam,
            "silent": self.silent,
            "unplug": self.unplug,
            "replug": self.replug,
            "address": lambda: self.address,
            "receipts": lambda: [
                {"picture": r.picture, "lines": list(r.lines), "codes": list(r.codes)} for r in self.receipts
            ],
        }

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                accepted, _peer = listener.accept()
            except OSError:
                return
            connection = _Connection(accepted)
            with self._lock:
                self._connections.append(connection)
            threading.Thread(
                target=self._serve, args=(connection,), name="printer simulator connection", daemon=True
            ).start()

    def _serve(self, connection: _Connection) -> None:
        with connection.socket:
            while True:
                try:
                    octets = connection.socket.recv(4096)
                except OSError:
                    break
                if not octets:
                    break
                with self._lock:
                    for command in connection.reader.feed(octets):
                        self._receive(connection, command)
        with self._lock, contextlib.suppress(ValueError):
            self._connections.remove(connection)

    def _receive(self, connection: _Connection, command: Command) -> None:
        if isinstance(command, StatusAsked):
            self._send(connection, bytes([self._condition.answer(command.which)]))
        elif isinstance(command, ClearAsked):
            self._waiting.clear()
            self._paper.clear()
            self._send(connection, escpos.BUFFERS_CLEARED)
        elif isinstance(command, Unknown):
            self.unknown.append(command.octets)
        elif self._condition.stopped:
            self._waiting.append((connection, command))
        else:
            self._print(connection, command)

    def _go_on(self) -> None:
        while self._waiting and not self._condition.stopped:
            self._print(*self._waiting.pop(0))

    def _print(self, connection: _Connection, command: Command) -> None:
        if isinstance(command, PrintedAsked):
            self._send(connection, bytes([0x03 if self._condition.near_end else 0x00]))
        elif isinstance(command, Cut):
            self._cut()
        else:
            self._paper.append(command)
            self._use_up_paper()

    def _use_up_paper(self) -> None:
        left = self._condition.rows_left
        if left is not None:
            self._condition.rows_left = left - 1
            self._condition.paper_out = left <= 1

    def _cut(self) -> None:
        commands, self._paper = self._paper, []
        file = self._folder / f"receipt-{len(self._receipts) + 1:03d}.png"
        draw(commands, self._columns, self._font).save(file)
        lines = tuple(c.text for c in commands if isinstance(c, PrintedLine))
        codes = tuple(c.text for c in commands if isinstance(c, PrintedQr))
        self._receipts.append(PrintedReceipt(str(file), lines, codes))

    def _send(self, connection: _Connection, octets: bytes) -> None:
        if self._condition.silent:
            return
        with contextlib.suppress(OSError, DeviceOffline):
            connection.socket.sendall(octets)
