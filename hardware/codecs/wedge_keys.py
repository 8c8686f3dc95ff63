"""Tells the fast bursts of a keyboard-wedge scanner from a person's typing."""

from dataclasses import dataclass

from hardware.codecs.barcode_line import BarcodeLines, LineCode, LineFormat, LineRefused

FASTEST_PERSON = 0.05  # seconds between two keys; scanners send within 20 ms, people need 80 and more
SHORTEST_CODE = 4
_ENDINGS = "\r\n\t"
_IDENTIFIER = 3  # characters that may come before the code itself


@dataclass(frozen=True, slots=True)
class KeyVerdict:
    """What to do after a key: text to let through to the field with the focus, and what was scanned."""

    let_through: str = ""
    scanned: LineCode | LineRefused | None = None


_HOLD = KeyVerdict()


class WedgeKeys:
    """Is fed one character at a time with the time it came; holds each back until it is known whose it is.

    A burst is at least `shortest` characters, each at most `fastest` seconds after the one
    before, ended by Enter or Tab. Everything else is let through unchanged, at the latest when
    `expire` is called `fastest` seconds after the last key.
    """

    def __init__(
        self,
        line_format: LineFormat | None = None,
        fastest: float = FASTEST_PERSON,
        shortest: int = SHORTEST_CODE,
    ) -> None:
        self._format = line_format or LineFormat()
        self._room = self._format.longest + len(self._format.prefix) + _IDENTIFIER
        self._fastest = fastest
        self._shortest = shortest
        self._held: list[str] = []
        self._count = 0
        self._last = 0.0

    @property
    def expires_at(self) -> float | None:
        """When `expire` has something to let through; None when nothing is held."""
        return self._last + self._fastest if self._count else None

    @property
    def fastest(self) -> float:
        """Seconds between two keys of which the second can still belong to the scanner."""
        return self._fastest

    def key(self, character: str, at: float) -> KeyVerdict:
        """Take one key's character (Enter is a carriage return, Tab a tab).

        A key without a character, such as the Shift that a scanner presses for capitals, changes
        nothing; several at once come from an input method and are typing.
        """
        if not character:
            return _HOLD
        slow = self._released() if self._count and at - self._last > self._fastest else ""
        self._last = at
        if len(character) > 1:
            return KeyVerdict(slow + self._released() + character)
        if character in _ENDINGS:
            if self._count >= self._shortest:
                return KeyVerdict(slow, self._scanned(character))
            return KeyVerdict(slow + self._released() + character)
        self._count += 1
        if len(self._held) <= self._room:  # more can only be refused
            self._held.append(character)
        return KeyVerdict(slow) if slow else _HOLD

    def expire(self, at: float) -> KeyVerdict:
        """Say what time it is: held characters that no key followed were typed, or are a burst without end."""
        if not self._count or at - self._last <= self._fastest:
            return _HOLD
        if self._count > self._room:
            return KeyVerdict(scanned=self._scanned(""))
        return KeyVerdict(self._released())

    def _released(self) -> str:
        text = "".join(self._held)
        self._held.clear()
        self._count = 0
        return text

    def _scanned(self, ending: str) -> LineCode | LineRefused:
        count, text = self._count, self._released()
        if count > len(text):
            return LineRefused(f"{count} characters came in one code; at most {self._format.longest} are allowed")
        # Keys are characters, the codec reads bytes; what Latin-1 lacks is refused there as 0x00.
        octets = bytes(ord(c) if ord(c) < 0x100 else 0 for c in text)
        lines = BarcodeLines(self._format)
        read = lines.feed(octets + ending.encode("ascii"))
        if read:
            return read[0]
        return lines.idle() or LineRefused("an empty code came")
