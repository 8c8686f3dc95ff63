"""Finds the speed of a scanner's line from what arrives when something is scanned; sends nothing.

At a wrong speed bits are cut at wrong places: the driver of the port gives NUL for characters without a
stop bit (termios, neither IGNPAR nor PARMRK), and the rest are arbitrary bytes. At the right speed a scan is
printable from its first to its last character and ends as the scanner is set up to end.
"""

from collections.abc import Iterator, Sequence

from hardware.codecs.barcode_line import BarcodeLines, LineCode, LineFormat, LineRefused

RATES = (9600, 115200, 19200, 38400, 57600, 4800, 2400)
_STRIKES = 3  # scans without one readable character-run until a speed that worked is doubted
_SHORTEST = 4  # characters; a shorter scan proves nothing
_SEVEN_BITS = 0x7F


class SpeedSearch:
    """Reads codes like `BarcodeLines`; `rate` is the speed to listen with from now on.

    While searching, a scan is believed only as a whole, when nothing more comes. A scan that cannot be read
    is refused with words that ask to scan again, and the next speed is tried. The speed that worked is kept:
    it is doubted after three unreadable scans, and then tried again at every second scan, so that hostile
    codes cannot drive it away.
    """

    def __init__(self, line_format: LineFormat | None = None, rates: Sequence[int] = RATES) -> None:
        self._format = line_format or LineFormat()
        self._rates = tuple(rates)
        self._known: int | None = None
        self._order = self._candidates()
        self.rate = next(self._order)
        self._mask = 0xFF
        self._searching = True
        self._strikes = 0
        self._noisy = self._readable = False
        self._burst = bytearray()
        self._lines = BarcodeLines(self._format)

    @property
    def known(self) -> int | None:
        """The speed that worked last, or None."""
        return self._known

    def restart(self) -> None:
        """The port was opened again: half a scan is worth nothing, what worked is tried first."""
        self._start_afresh()
        if self._known is not None:
            self.rate = self._known

    def feed(self, octets: bytes) -> list[LineCode | LineRefused]:
        """Take what arrived; while searching, codes come from `idle` only."""
        if self._searching:
            room = max(0, 4 * self._format.longest - len(self._burst))
            self._burst += octets[:room]
            return []
        self._noisy = self._noisy or (any(octet == 0 or octet >= 0x80 for octet in octets) and self._mask == 0xFF)
        read = self._lines.feed(bytes(octet & self._mask for octet in octets))
        self._readable = self._readable or any(isinstance(one, LineCode) for one in read)
        return read

    def idle(self) -> list[LineCode | LineRefused]:
        """Nothing has come for a while: the scan is whole."""
        if self._searching:
            return self._judge() if self._burst else []
        left = self._lines.idle()
        if self._noisy or self._readable:
            self._strikes = 0 if self._readable else self._strikes + 1
        self._noisy = self._readable = False
        if self._strikes < _STRIKES:
            return [] if left is None else [left]
        self._searching, self._order = True, self._candidates()
        self._next_rate()
        return [LineRefused(f"{_STRIKES} scans could not be read: the line's speed may have changed", True)]

    def _judge(self) -> list[LineCode | LineRefused]:
        burst = bytes(self._burst)
        for mask in _masks(burst):
            lines = BarcodeLines(self._format)
            read = lines.feed(bytes(octet & mask for octet in burst))
            whole = not lines.unfinished and all(isinstance(one, LineCode) for one in read)
            if read and whole and len(burst) > _SHORTEST:
                self._known, self._mask, self._searching = self.rate, mask, False
                self._start_afresh()
                return read
        tried = self.rate
        self._next_rate()
        return [LineRefused(f"not readable at {tried} baud; {self.rate} is tried next: scan again")]

    def _next_rate(self) -> None:
        self.rate = next(self._order)
        self._start_afresh()

    def _candidates(self) -> Iterator[int]:
        while True:
            for rate in self._rates:
                if self._known is None:
                    yield rate
                elif rate != self._known:
                    yield from (rate, self._known)

    def _start_afresh(self) -> None:
        self._burst = bytearray()
        self._lines = BarcodeLines(self._format)
        self._strikes = 0
        self._noisy = self._readable = False


def _masks(burst: bytes) -> tuple[int, ...]:
    """Eight bits as they came; seven when the eighth is even parity or always set, as a 7E1 or 7M1 line has it."""
    even = all(octet.bit_count() % 2 == 0 for octet in burst)
    marked = all(octet >= 0x80 for octet in burst)
    return (0xFF, _SEVEN_BITS) if even or marked else (0xFF,)
