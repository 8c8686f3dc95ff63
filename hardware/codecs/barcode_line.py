"""Turns the bytes of a serial barcode scanner into codes, and refuses what cannot be one."""

from dataclasses import dataclass
from enum import StrEnum

from hardware.codecs.framing import DelimiterFramer, Overlong
from hardware.codecs.symbology import CodeIds, Identified, has_identifier, identify

LONGEST_CODE = 512
GROUP_SEPARATOR = "\x1d"


class Suffix(StrEnum):
    """What the scanner sends after each code; AUTO takes any of them."""

    AUTO = "auto"
    CR = "cr"
    LF = "lf"
    CRLF = "crlf"
    TAB = "tab"


class Identifiers(StrEnum):
    """What the scanner sends before each code to say of which symbology it is.

    AUTO takes AIM identifiers where they come; AIM and MAKER demand one before every code, so that a scanner
    that stops sending them is noticed; NONE takes every character as part of the code.
    """

    AUTO = "auto"
    AIM = "aim"
    MAKER = "maker"
    NONE = "none"


_DELIMITERS: dict[Suffix, tuple[bytes, ...]] = {
    Suffix.AUTO: (b"\r\n", b"\r", b"\n", b"\t"),
    Suffix.CR: (b"\r",),
    Suffix.LF: (b"\n",),
    Suffix.CRLF: (b"\r\n",),
    Suffix.TAB: (b"\t",),
}


@dataclass(frozen=True, slots=True)
class LineFormat:
    """How the scanner is set up: what comes before and after a code, and the longest code.

    `code_ids` are the maker's letters, needed with `Identifiers.MAKER`.
    """

    prefix: str = ""
    suffix: Suffix = Suffix.AUTO
    longest: int = LONGEST_CODE
    identifiers: Identifiers = Identifiers.AUTO
    code_ids: CodeIds | None = None


@dataclass(frozen=True, slots=True)
class LineCode:
    """A code as it came: text, the symbology's name or "", and whether it is GS1 element strings."""

    text: str
    symbology: str = ""
    gs1: bool = False


@dataclass(frozen=True, slots=True)
class LineRefused:
    """Why what came is no code; `setup_changed` when the scanner no longer keeps to its set-up."""

    reason: str
    setup_changed: bool = False


class BarcodeLines:
    """Reads codes out of a scanner's bytes, whole or in pieces.

    Empty lines are dropped. Only printable ASCII and the group separator may be in a code, so that
    no code can act as a key (control characters, escape sequences, text direction marks).
    """

    def __init__(self, line_format: LineFormat | None = None) -> None:
        self._format = line_format or LineFormat()
        room = self._format.longest + len(self._format.prefix) + 3
        self._framer = DelimiterFramer(_DELIMITERS[self._format.suffix], room)

    @property
    def unfinished(self) -> bool:
        """Whether bytes wait for the end of their code."""
        return self._framer.pending > 0

    def feed(self, octets: bytes) -> list[LineCode | LineRefused]:
        """Take what arrived; give back each code or refusal that it completes."""
        read: list[LineCode | LineRefused] = []
        for frame in self._framer.feed(octets):
            if isinstance(frame, Overlong):
                read.append(_too_long(frame.length, self._format))
            elif frame.body and (understood := understand(frame.body, self._format)) is not None:
                read.append(understood)
        return read

    def idle(self) -> LineRefused | None:
        """Say that nothing has come for a while: half a code then never gets its end."""
        left = self._framer.give_up()
        if left is None:
            return None
        if isinstance(left, Overlong):
            return _too_long(left.length, self._format)
        ending = "CR, LF or TAB" if self._format.suffix is Suffix.AUTO else self._format.suffix.upper()
        return LineRefused(
            f"{len(left.body)} characters came without the ending {ending}: check the suffix in the scanner's set-up",
            setup_changed=True,
        )


def understand(body: bytes, line_format: LineFormat) -> LineCode | LineRefused | None:
    """What one whole code means, without its suffix; None for an add-on whose main code came before it."""
    line, prefix = body.decode("latin-1"), line_format.prefix
    if not line.startswith(prefix):
        return LineRefused(f"a code came without the prefix {prefix!r}: check the scanner's set-up", setup_changed=True)
    line = line[len(prefix) :]
    if (refused := refusal(line, line_format.longest + 3)) is not None:
        return refused
    identified = _identified(line, line_format)
    if isinstance(identified, LineRefused):
        return identified
    if identified.add_on:
        return None  # sent alone, behind its main code: the shop sells by that
    if not identified.text.strip(" "):
        return LineRefused("an empty code came")
    if len(identified.text) > line_format.longest:
        return _too_long(len(identified.text), line_format)
    return LineCode(identified.text, identified.symbology, identified.gs1)


def _identified(line: str, line_format: LineFormat) -> Identified | LineRefused:
    how, code_ids = line_format.identifiers, line_format.code_ids
    if how is Identifiers.NONE:
        return Identified("", line)
    if how is Identifiers.MAKER and code_ids is not None:
        return code_ids.identify(line) or LineRefused(
            f"a code came without an identifier of {code_ids.name}: check the scanner's set-up", setup_changed=True
        )
    if how is Identifiers.AIM and not has_identifier(line):
        return LineRefused("a code came without AIM identifier: check the scanner's set-up", setup_changed=True)
    return identify(line) or LineRefused(f"codes of the kind {line[:3]} are not used in this shop")


def _too_long(length: int, line_format: LineFormat) -> LineRefused:
    return LineRefused(f"{length} characters came in one code; at most {line_format.longest} are allowed")


def refusal(text: str, longest: int = LONGEST_CODE) -> LineRefused | None:
    """Why no code of this shop can have this text, or None; the same for scanners and cameras."""
    if len(text) > longest:
        return LineRefused(f"{len(text)} characters came in one code; at most {longest} are allowed")
    for character in text:
        if character != GROUP_SEPARATOR and not " " <= character <= "~":
            changed = character in "\r\n\t"
            why = "it may be another ending than the one set" if changed else "it is not allowed in a code"
            return LineRefused(f"the character 0x{ord(character):02X} came: {why}", setup_changed=changed)
    return None
