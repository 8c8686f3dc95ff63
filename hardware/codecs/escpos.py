"""The bytes that make an ESC/POS receipt printer print, cut and tell its state.

Command names as in the makers' manuals (Epson TM, Samsung/BIXOLON SRP-350 command manuals); DLE EOT is
answered at once even while the printer is stopped, GS r only after everything before it was printed.
"""

from dataclasses import dataclass

from hardware.codecs.printer_text import CHARSETS, encode, wrap
from hardware.errors import DeviceMisused
from hardware.ports.receipt_printer import PaperState, PrinterStatus, PrintLine, PrintPart, PrintQr

ESC, FS, GS, DLE, EOT, LF = b"\x1b", b"\x1c", b"\x1d", b"\x10", b"\x04", b"\n"

INITIALISE = ESC + b"@"
TWO_BYTE_CHARACTERS = FS + b"&"
# Reports that come unasked could be taken for the answer to GS r.
NO_UNASKED_REPORTS = GS + b"a\x00"
FEED_AND_CUT = GS + b"V\x42\x03"
ASK_WHEN_PRINTED = GS + b"r\x01"
# DLE DC4, function 8: throw away what was sent and not yet printed (the seven fixed bytes are Epson's).
CLEAR_BUFFERS = DLE + b"\x14\x08\x01\x03\x14\x01\x06\x02\x08"
BUFFERS_CLEARED = b"\x37\x25\x00"

PRINTER, OFFLINE_CAUSE, ERROR_CAUSE, PAPER_SENSOR = 1, 2, 3, 4
LONGEST_QR = 1000  # bytes; at three dots a module this is as wide as 58 mm paper


@dataclass(frozen=True, slots=True)
class Paper:
    """What the printer is loaded with: columns of small letters (42 or 48), and its characters."""

    columns: int = 48
    charset: str = "cp949"

    def __post_init__(self) -> None:
        """Refuse what no receipt printer has."""
        if not 16 <= self.columns <= 64:
            raise DeviceMisused(f"A receipt has 16 to 64 columns, not {self.columns}; usual are 42 and 48.")
        if self.charset not in CHARSETS:
            raise DeviceMisused(f"The printer's characters are one of {', '.join(CHARSETS)}, not {self.charset!r}.")


def ask_status(which: int) -> bytes:
    """DLE EOT n: ask for the printer (1), why it is offline (2), its errors (3) or its paper (4)."""
    return DLE + EOT + bytes([which])


def receipt(parts: tuple[PrintPart, ...], paper: Paper) -> bytes:
    """Everything for one receipt, from the reset to the cut.

    Raises `DeviceMisused` for a QR text that is empty, too long or holds control characters.
    """
    printed = b"".join(_qr(part) if isinstance(part, PrintQr) else _line(part, paper) for part in parts)
    return INITIALISE + NO_UNASKED_REPORTS + TWO_BYTE_CHARACTERS + printed + FEED_AND_CUT


def _line(line: PrintLine, paper: Paper) -> bytes:
    if line.rule:
        return b"-" * paper.columns + LF
    columns = paper.columns // 2 if line.large else paper.columns
    left, right = encode(line.left, paper.charset), encode(line.right, paper.charset)
    rows = _centred(left, right, columns) if line.centred else _two_sides(left, right, columns)
    before, after = b"", b""
    for wished, on, off in (
        (line.centred, ESC + b"a\x01", ESC + b"a\x00"),
        (line.large, GS + b"!\x11", GS + b"!\x00"),
        (line.bold, ESC + b"E\x01", ESC + b"E\x00"),
    ):
        if wished:
            before, after = before + on, after + off
    return before + b"".join(row + LF for row in rows) + after


def _centred(left: bytes, right: bytes, columns: int) -> list[bytes]:
    return wrap(left + b" " + right if left and right else left or right, columns)


def _two_sides(left: bytes, right: bytes, columns: int) -> list[bytes]:
    rows = wrap(left, columns)
    if not right:
        return rows
    if rows[-1] and len(rows[-1]) + 1 + len(right) > columns:
        rows.append(b"")
    first, *further = wrap(right, columns)
    rows[-1] += b" " * (columns - len(rows[-1]) - len(first)) + first
    return rows + [row.rjust(columns) for row in further]


def _qr(code: PrintQr) -> bytes:
    octets = code.text.encode("utf-8")
    if not octets or len(octets) > LONGEST_QR:
        raise DeviceMisused(f"A QR code on a receipt holds 1 to {LONGEST_QR} bytes, not {len(octets)}.")
    if any(ord(character) < 0x20 for character in code.text):
        raise DeviceMisused("A QR code on a receipt may not hold control characters.")
    dots = 5 if len(octets) <= 250 else 4 if len(octets) <= 600 else 3
    return (
        ESC + b"a\x01"
        + _symbol(b"\x41\x32\x00")  # model 2
        + _symbol(b"\x43" + bytes([dots]))
        + _symbol(b"\x45\x31")  # error correction M
        + _symbol(b"\x50\x30" + octets)
        + _symbol(b"\x51\x30")
        + ESC + b"a\x00"
    )  # fmt: skip


def _symbol(function: bytes) -> bytes:
    # GS ( k pL pH cn fn ...; cn 0x31 is QR
    length = len(function) + 1
    return GS + b"(k" + length.to_bytes(2, "little") + b"\x31" + function


def is_status(octet: int) -> bool:
    """Whether a byte from the printer answers DLE EOT: bits 1 and 4 set, bits 0 and 7 clear."""
    return octet & 0x93 == 0x12


def is_printed_answer(octet: int) -> bool:
    """Whether a byte from the printer answers GS r: bits 4 and 7 clear."""
    return octet & 0x90 == 0


def read_status(answers: dict[int, int]) -> PrinterStatus:
    """Understand the bytes that answered DLE EOT 1 to 4; `answers` maps n to the byte.

    A question without answer counts as "nothing to report", because small printers leave some out.
    """
    offline = bool(answers.get(PRINTER, 0) & 0x08)
    cover_open = bool(answers.get(OFFLINE_CAUSE, 0) & 0x04)
    stopped = bool(answers.get(OFFLINE_CAUSE, 0) & 0x20)
    out = stopped or bool(answers.get(PAPER_SENSOR, 0) & 0x60)
    near = bool(answers.get(PAPER_SENSOR, 0) & 0x0C)
    causes = [
        cause
        for cause, given in (
            ("the cover is open", cover_open),
            ("the paper is out", out),
            ("the cutter is blocked", bool(answers.get(ERROR_CAUSE, 0) & 0x08)),
            ("the paper is jammed", bool(answers.get(ERROR_CAUSE, 0) & 0x04)),
            ("the printer is broken and must be switched off and on", bool(answers.get(ERROR_CAUSE, 0) & 0x20)),
            ("the print head is too hot and needs a minute", bool(answers.get(ERROR_CAUSE, 0) & 0x40)),
        )
        if given
    ]
    if offline and not causes:
        causes.append("the printer is set offline")
    paper = PaperState.OUT if out else PaperState.NEAR_END if near else PaperState.OK
    return PrinterStatus(not causes, paper, cover_open, "; ".join(causes))
