"""Prints receipts on an ESC/POS printer, over TCP or a serial line."""

import contextlib
import time
from collections.abc import Callable

from hardware.codecs import escpos
from hardware.errors import DeviceOffline, DeviceRefused
from hardware.ports.byte_stream import ByteStream
from hardware.ports.receipt_printer import PaperState, PrinterStatus, PrintPart

_STATUS_WITHIN = 2.0  # seconds for one status byte
_PRINTED_WITHIN = 20.0  # a long receipt takes some five seconds
_LOOK_EVERY = 1.0
_CLEARED_WITHIN = 0.7


class EscposPrinter:
    """Speaks the port `ReceiptPrinter`; the line is open only while something is asked or printed.

    `confirm` False is for printers without GS r: then the status after the last byte has to do.
    """

    def __init__(
        self,
        stream: ByteStream,
        device: str,
        paper: escpos.Paper | None = None,
        *,
        confirm: bool = True,
        printed_within: float = _PRINTED_WITHIN,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._device = device
        self._paper = paper or escpos.Paper()
        self._confirm = confirm
        self._printed_within = printed_within
        self._clock = clock
        self._unread = bytearray()  # answers that came while another one was waited for
        self._left_over = False  # whether an earlier receipt may still lie in the printer's buffer

    def print(self, parts: tuple[PrintPart, ...]) -> None:
        """Print one receipt and cut it; raises as the port says, with what to do.

        What a failure left in the printer is thrown away, so that a reprint comes alone.
        """
        octets = escpos.receipt(parts, self._paper)
        self._unread.clear()
        try:
            self._stream.open()
            if self._left_over:
                self._clear()
            self._refuse_unless_ready(self._ask_status(), "before printing")
            self._left_over = True
            self._stream.write(octets)
            if self._confirm:
                self._wait_until_printed()
            self._refuse_unless_ready(self._ask_status(), "while printing")
            self._left_over = False
        except DeviceRefused:
            with contextlib.suppress(DeviceOffline):
                if self._left_over:
                    self._clear()
            raise
        finally:
            self._stream.close()

    def status(self) -> PrinterStatus:
        """Ask the printer how it is; raises `DeviceOffline` when it does not answer."""
        self._unread.clear()
        try:
            self._stream.open()
            return self._ask_status()
        finally:
            self._stream.close()

    def close(self) -> None:
        """Let the line go."""
        self._stream.close()

    def _refuse_unless_ready(self, status: PrinterStatus, when: str) -> None:
        if not status.online or status.paper is PaperState.OUT or status.cover_open:
            raise DeviceRefused(f"The printer {self._device} stopped {when}: {status.detail}.")

    def _ask_status(self) -> PrinterStatus:
        answers: dict[int, int] = {}
        for which in (escpos.PRINTER, escpos.OFFLINE_CAUSE, escpos.ERROR_CAUSE, escpos.PAPER_SENSOR):
            # A late answer to an earlier question is none to this one; that a receipt is printed stays true.
            self._unread[:] = bytes(octet for octet in self._unread if not escpos.is_status(octet))
            self._stream.write(escpos.ask_status(which))
            octet = self._octet(escpos.is_status, _STATUS_WITHIN)
            if octet is not None:
                answers[which] = octet
            elif which == escpos.PRINTER:
                raise DeviceOffline(f"The printer {self._device} does not tell its state: is it switched on?")
        return escpos.read_status(answers)

    def _wait_until_printed(self) -> None:
        self._stream.write(escpos.ASK_WHEN_PRINTED)
        until = self._clock() + self._printed_within
        while self._clock() < until:
            if self._octet(escpos.is_printed_answer, _LOOK_EVERY) is not None:
                return
            self._refuse_unless_ready(self._ask_status(), "while printing")
        raise DeviceOffline(
            f"The printer {self._device} did not confirm the receipt within {self._printed_within:.0f} s."
        )

    def _clear(self) -> None:
        self._stream.write(escpos.CLEAR_BUFFERS)
        # Its answer looks like that to GS r, so it must not stay in the line.
        until = self._clock() + _CLEARED_WITHIN
        came = b""
        while not came.endswith(escpos.BUFFERS_CLEARED) and (left := until - self._clock()) > 0:
            came += self._stream.read(left)
        if came.endswith(escpos.BUFFERS_CLEARED):
            self._left_over = False

    def _octet(self, wanted: Callable[[int], bool], within: float) -> int | None:
        until = self._clock() + within
        while True:
            for place, octet in enumerate(self._unread):
                if wanted(octet):
                    del self._unread[place]
                    return octet
            if (left := until - self._clock()) <= 0:
                return None
            self._unread += self._stream.read(left)
