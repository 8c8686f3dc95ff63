"""Cuts a stream of bytes into frames at delimiters, whatever pieces it arrives in."""

from dataclasses import dataclass

from hardware.errors import DeviceMisused


@dataclass(frozen=True, slots=True)
class Frame:
    """The bytes between two delimiters, and the delimiter that ended them."""

    body: bytes
    delimiter: bytes


@dataclass(frozen=True, slots=True)
class Overlong:
    """A frame longer than allowed was thrown away; `length` counts the bytes that came."""

    length: int


class DelimiterFramer:
    """Finds frames that end in one of several delimiters; holds at most `limit` bytes.

    The earliest delimiter wins, the longest one of two that start at the same place. Raises
    `DeviceMisused` when made with an empty delimiter or no room.
    """

    def __init__(self, delimiters: tuple[bytes, ...], limit: int) -> None:
        if not delimiters or not all(delimiters) or limit < 1:
            raise DeviceMisused("Framing needs at least one delimiter and room for one byte.")
        self._delimiters = tuple(sorted(delimiters, key=len, reverse=True))
        self._longest = len(self._delimiters[0])
        self._limit = limit
        self._held = bytearray()
        self._dropped = 0

    @property
    def pending(self) -> int:
        """How many bytes wait for their delimiter, those thrown away included."""
        return len(self._held) + self._dropped

    def feed(self, octets: bytes) -> list[Frame | Overlong]:
        """Take what arrived and give back what is complete, in order."""
        self._held += octets
        done: list[Frame | Overlong] = []
        while (cut := self._next_cut()) is not None:
            at, delimiter = cut
            body = bytes(self._held[:at])
            del self._held[: at + len(delimiter)]
            if self._dropped or len(body) > self._limit:
                done.append(Overlong(self._dropped + len(body)))
            else:
                done.append(Frame(body, delimiter))
            self._dropped = 0
        self._forget_excess()
        return done

    def give_up(self) -> Frame | Overlong | None:
        """Give back what waits without a delimiter, and start afresh."""
        body, dropped = bytes(self._held), self._dropped
        self._held.clear()
        self._dropped = 0
        if dropped or len(body) > self._limit:
            return Overlong(dropped + len(body))
        return Frame(body, b"") if body else None

    def _next_cut(self) -> tuple[int, bytes] | None:
        found = [(at, d) for d in self._delimiters if (at := self._held.find(d)) >= 0]
        # `min` keeps the first of equals, and the longest delimiter comes first.
        return min(found, key=lambda cut: cut[0]) if found else None

    def _forget_excess(self) -> None:
        # A delimiter may be half here, so its first bytes must stay.
        keep = self._longest - 1
        if len(self._held) > self._limit + keep:
            excess = len(self._held) - keep
            self._dropped += excess
            del self._held[:excess]
