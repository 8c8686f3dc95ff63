"""What is true about a picture of codes, and whether what was read is it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from hardware.vision.engines import Barcode
from kiosk.commands.command_line import CommandFailed, ExitCode

_GTIN_LENGTHS = (8, 12, 13, 14)
_LEFT_OUT = str.maketrans("", "", "()\x1d")


@dataclass(frozen=True, slots=True)
class TruthLine:
    """One line of a corpus: the picture, and every value that is right to read in it, as `values` writes them.

    `wanted` are those of the code the picture is about, empty where there is none to read.
    """

    picture: Path
    symbology: str
    text: str
    source_folder: str
    wanted: frozenset[str]
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a picture's code was read, and what was read that is not on it."""

    read: bool
    wrong: tuple[str, ...]


def values(symbology: str, text: str) -> frozenset[str]:
    """The ways to say one code, so that two that name the same thing share one.

    GTINs are padded to 14 digits, UPC-E is also expanded (GS1 General Specifications 5.2.2.4.2), element strings lose
    brackets and separators, DataBar its 01, EAN and UPC their add-on.
    """
    plain = text.strip().translate(_LEFT_OUT)
    if symbology in ("EAN-13", "EAN-8", "UPC-A", "UPC-E") and " " in plain:
        plain = plain.split(" ", maxsplit=1)[0]
    if symbology in ("DataBar", "DataBar Limited") and len(plain) == 16 and plain.startswith("01"):
        plain = plain[2:]
    ways = {plain}
    if plain.isdecimal() and plain.isascii():
        if len(plain) in _GTIN_LENGTHS:
            ways.add(plain.zfill(14))
        if symbology == "UPC-E" and len(plain) == 8:
            ways.add(_expanded(plain).zfill(14))
    return frozenset(ways)


def _expanded(digits: str) -> str:
    system, six, check = digits[0], digits[1:7], digits[7]
    last = six[5]
    zeros = {"3": (3, "00000", six[3:5]), "4": (4, "00000", six[4])}.get(last, (5, "0000", last))
    if last in "012":
        zeros = (2, last + "0000", six[2:5])
    kept, between, rest = zeros
    return system + six[:kept] + between + rest + check


def judge(truth: TruthLine, codes: Iterable[Barcode]) -> Verdict:
    """Compare what was read in a picture with what is on it."""
    read, wrong = False, []
    for code in codes:
        said = values(code.symbology, code.text)
        read = read or bool(said & truth.wanted)
        if not said & truth.right:
            wrong.append(f"{code.symbology} {code.text}")
    return Verdict(read, tuple(dict.fromkeys(wrong)))


def load_truth(folder: Path) -> list[TruthLine]:
    """The corpus in a folder: `truth.jsonl` and the pictures it names.

    Raises `CommandFailed` with the line that is wrong.
    """
    file = folder / "truth.jsonl"
    try:
        lines = file.read_text("utf-8").splitlines()
    except OSError as fault:
        raise CommandFailed(f"{file} cannot be read: {fault.strerror}", ExitCode.DAMAGED) from fault
    except UnicodeDecodeError as fault:
        raise CommandFailed(f"{file} is not UTF-8", ExitCode.DAMAGED) from fault
    truth = [_line(folder, f"{file}:{number}", line) for number, line in enumerate(lines, 1) if line.strip()]
    if not truth:
        raise CommandFailed(f"{file} names no picture", ExitCode.DAMAGED)
    return truth


def _line(folder: Path, place: str, line: str) -> TruthLine:
    try:
        fields = cast(dict[str, object], json.loads(line))
        name, symbology, text = str(fields["file"]), str(fields["symbology"]), str(fields["text"] or "")
        others = [
            (str(code["symbology"]), str(code["text"]))
            for code in cast(list[dict[str, object]], fields.get("also") or [])
        ]
    except (ValueError, KeyError, TypeError) as fault:
        raise CommandFailed(f"{place}: not a line of truth about a picture ({fault!r})", ExitCode.DAMAGED) from fault
    if not (folder / name).is_file():
        raise CommandFailed(f"{place}: the picture {name} is not in {folder}", ExitCode.DAMAGED)
    wanted = frozenset[str]() if symbology == "none" else values(symbology, text)
    also = frozenset[str]().union(*(values(*code) for code in others))
    if addon := fields.get("addon"):
        also |= {str(addon), text + str(addon)}
    return TruthLine(folder / name, symbology, text, str(fields.get("source_folder", "")), wanted, wanted | also)
